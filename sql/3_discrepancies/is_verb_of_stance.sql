-- Whether a word is one with which a stance goes on after the name of its voice: denies, said, blame.
create or replace macro is_verb_of_stance(asked) as
    regexp_matches(asked, '^[a-z]{2,}([^e]ed|[a-rtv-z]s)$') or exists (
        select title_word.word
        from title_word
        where title_word.kind in ('verb', 'past', 'auxiliary') and title_word.word = asked
    );
