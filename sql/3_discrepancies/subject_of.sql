-- Of whom the words of a stance tell, where the words before them in its sentence show that it is not its own voice:
-- "the guards" after "Pavlos said that the guards", "he" between "a source tells the Post" and "has been ruled out".
-- Behind an auxiliary the voice is meant where it stands right before, or a pronoun or a relative that takes it up; an
-- ellipsis tells that it is somebody or something else.
create or replace macro subject_of(words, before, voice) as
    case
        when said_of(before) != '' then said_of(before)
        when not exists (
            select title_word.word
            from title_word
            where title_word.kind = 'auxiliary' and starts_with(words, title_word.word || ' ')
        ) then ''
        when ends_with(lower(rtrim(before)), lower(string_split(coalesce(voice, ' '), ' ')[-1])) then ''
        when regexp_matches(
            before,
            (
                select '\b(?:' || string_agg(word, '|') || ')(?: that)? (?:he|she|it|they|we|I) $'
                from title_word
                where kind = 'saying'
            )
        ) then ''
        when regexp_matches(
            before, '(?i)(^|[.;,:“"] ?|\b(and|but|or|who|which|as) )((he|she|they|we|I|also|and|but|who|which) )+$'
        ) then ''
        when regexp_matches(before, '(?i)\b(he|she|it|they|we|I) $') then regexp_extract(before, '(\w+) $', 1)
        else coalesce(nullif(regexp_extract(before, '((?:[^\s,;:"“”.]+ ){0,4}[^\s,;:"“”.]+) $', 1), ''), '…')
    end;
