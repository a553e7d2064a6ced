-- Whether a place is called with an article inside a sentence: the United States, the Gaza Strip, the Netherlands.
create or replace macro is_called_the(place) as
    exists (
        select title_word.word
        from title_word
        where
            (title_word.kind = 'the' and contains(' ' || place || ' ', ' ' || title_word.word || ' '))
            or (title_word.kind = 'the_last' and ends_with(' ' || place, ' ' || title_word.word))
    );
