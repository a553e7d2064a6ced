-- One row per count that its text tells to be a whole, and count that it tells to be a part of it, null where there is
-- none: "40 of the country's 96 hospitals", "of 90 owners, 16 had sold", "the chain runs 23 hospitals". What befell
-- people is no such whole: the 12 dead of "three of the 12 dead" are what other texts count as well.
create or replace table whole_figure as
with
-- A figure, the next of its text, and the words between the two.
neighbour as (
    select
        figure_beside.claim_id,
        figure_beside.before,
        figure_beside.counted,
        figure_beside.predicate,
        lead(figure_beside.claim_id) over following as next_claim_id,
        lead(figure_beside.counted) over following as next_counted,
        lead(figure_beside.near) over following as next_near,
        lead(figure_beside.measure) over following = figure_beside.measure as is_of_next_measure,
        regexp_replace(
            lower(
                substr(
                    document.text,
                    figure_beside.char_end + 1,
                    lead(figure_beside.char_start) over following - figure_beside.char_end
                )
            ),
            '\s+', ' ', 'g'
        ) as words_between,
        regexp_extract(words_between, '^((?: [a-z-]+){0,3}?)(?: out)? of ', 1) as noun_between
    from figure_beside
    inner join staged_document as document on figure_beside.document_id = document.document_id
    window following as (partition by figure_beside.document_id order by figure_beside.char_start)
),

owned as (
    select neighbour.*
    from neighbour
    inner join lexicon_part_wordings as owning
        on owning.position = 'owned' and ends_with(neighbour.before, ' ' || owning.wording)
    where neighbour.counted is not null and neighbour.predicate is null
),

told as (
    -- "40 of the country's 96 hospitals", "212 inmates of the 880", "42 of 96 stations".
    select
        next_claim_id as claim_id,
        claim_id as part_claim_id,
        coalesce(next_counted, nullif(noun_between, '')) as noun
    from neighbour
    where
        -- Not "60 stewards instead of the 300"; and of "180 of the 4,800 taken out" the 4,800 are those taken out.
        (noun_between = '' or last_word_of(noun_between) = last_word_of(counted))
        and (next_near = '' or contains(next_near, ' ' || last_word_of(next_counted)))
        and regexp_matches(words_between, '^( [a-z-]+){0,3} of( [^ .,;:!?()]+){0,5} $')
        and regexp_matches(words_between, ' of ((the|its|their|our|his|her|your|those|these|all)\b|\S+(''s|s'') |$)')
        and not regexp_matches(words_between, ' (and|or|to|in|by|on|at|from|for|with) ')
    union all
    -- "Of the 90 owners, 16 had sold".
    select claim_id, next_claim_id, counted
    from neighbour
    where
        regexp_matches(before, '(^|[.,;:!?"(] ?|\b(and|but|that) )of( [a-z]+)?$')
        and regexp_matches(words_between, '^( [^ .,;:!?()]+){1,5}, ([a-z]+ ){0,2}$')
        and contains(words_between, ' ' || last_word_of(counted))
    union all
    select claim_id, null, counted
    from owned
    union all
    -- "The school has 34 teachers and 530 pupils".
    select next_claim_id, null, next_counted
    from owned
    where regexp_matches(words_between, '^( [^ .,;:!?()]+){1,3} and $')
    union all
    -- "The line owns 90 barges. Its rival says 70."
    select next_claim_id, null, counted
    from owned
    where next_counted is null and is_of_next_measure and next_near = '' and length(words_between) < 120
)

select
    told.claim_id,
    told.part_claim_id,
    head_of(told.noun) as noun
from told
inner join claim_term as whole on told.claim_id = whole.claim_id
left join claim_term as part on told.part_claim_id = part.claim_id
left join lexicon_measures as measure on whole.measure = measure.measure
where
    told.noun is not null
    and whole.dimension = 'count'
    and whole.hedge is distinct from 'relative'
    and not whole.is_change
    and whole.over_time != 'cumulative'
    and measure.predicate is null
    and (part.claim_id is null or part.value <= whole.value or part.dimension = 'percent');
