-- Of whom a voice says what follows, where these words before it end in somebody else: "the guards" after "Pavlos said
-- that the guards"; empty where they do not, as before "the ministry | denied".
create or replace macro said_of(words) as
    regexp_extract(
        words,
        (
            select '\b(?:' || string_agg(word, '|') || ')(?: that)? ((?:[^\s,;:"“”.]+ ){0,5}[^\s,;:"“”.]{3,}) $'
            from title_word
            where kind = 'saying'
        ),
        1
    );
