-- Whether a sentence only takes up what was told before it: "rejected that account", "dismissed this version".
create or replace macro points_to_tale(sentence) as
    regexp_matches(
        sentence,
        (
            select '\b(?:that|this) (?:' || string_agg(word, '|') || ')\b'
            from title_word
            where kind = 'told'
        )
    );
