-- A voice with its own words in quotation marks: they go on from the name where they begin with a verb (Norway
-- "denies that a ferry was lost"), and else stand apart from it (Norway: "a lie").
create or replace macro in_own_words(name, quoted) as
    name || if(
        regexp_matches(quoted, '^“[a-z]{2,}([^e]ed|[^su]s) ') or exists (
            select title_word.word
            from title_word
            where title_word.kind = 'verb' and starts_with(quoted, '“' || title_word.word || ' ')
        ),
        ' ',
        ': '
    ) || quoted;
