-- Whether the words of a stance state nothing by themselves, because the sentence around them does: "had alleged" after
-- "as the union", "say made the fire worse" after "which neighbours". Behind an auxiliary is one word left then, or
-- another verb follows the first.
create or replace macro is_half_said(words) as (
    with
    split as (
        select
            string_split(words, ' ') as said,
            exists (
                select title_word.word
                from title_word
                where title_word.kind = 'auxiliary' and starts_with(words, title_word.word || ' ')
            ) as has_auxiliary
    ),

    headed as (
        select
            said[if(has_auxiliary, 2, 1)] as head,
            said[if(has_auxiliary, 3, 2)] as following
        from split
    )

    select
        following is null
        or (
            is_verb_of_stance(head)
            and (
                regexp_matches(following, '^[a-z]{2,}[^e]ed$') or exists (
                    select title_word.word
                    from title_word
                    where title_word.kind in ('past', 'auxiliary') and title_word.word = following
                )
            )
        )
    from headed
);
