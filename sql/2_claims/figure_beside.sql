-- One row per figure of a text: the words on its two sides, which say what is made of it: "nine of the dead", "none was
-- seriously hurt", "480 temporary staff". A hedge may stand between it and them: "of whom nearly 300".
-- The pattern of all hedges is a variable, which is compiled once: one that stands in the rows is compiled for each.
set variable hedges_before = (
    select string_agg(replace(wording, '.', '\.'), '|' order by length(wording) desc, wording)
    from hedge_wording
    where position = 'before'
);

-- What has or tells a figure and is no whole of it: "the 133 of the manifest".
set variable figure_owners = (
    select string_agg(wording, '|' order by wording)
    from lexicon_part_wordings
    where position = 'owner'
);

create or replace table figure_beside as
with
text_beside as (
    select
        claim.claim_id,
        claim.document_id,
        claim.char_start,
        claim.char_end,
        claim.measure,
        claim.predicate,
        lower(claim.counted) as counted,
        claim.unit is null and coalesce(claim.hedge, '') != 'relative' as is_count,
        lower(regexp_replace(right(substr(document.text, 1, claim.char_start), 80), '\s+', ' ', 'g')) as before,
        lower(substr(document.text, claim.char_end + 1, 50)) as after,
        lower(substr(document.text, claim.char_end + 1, 120)) as ahead,
        claim.unit,
        regexp_extract(after, '^(?: [a-z-]+){0,4},? (up|down) from ', 1) as moved_from,
        -- "The 212 of the Red Cross" are all of them, and so are "the 133 of the list": a name alone owns the figure,
        -- as what lists or tells it does, and is no whole.
        regexp_matches(
            substr(document.text, claim.char_end + 1, 50), '^ of the [A-Z][\w-]*( [A-Z][\w-]*)*([,.;:]|$)'
        )
        or ends_with(substr(document.text, 1, claim.char_start), ' the ')
        and regexp_matches(
            lower(substr(document.text, claim.char_end + 1, 50)),
            '^ of the ([a-z]+ )?(' || getvariable('figure_owners') || ')\b'
        ) as is_owned
    from staged_claim as claim
    inner join staged_document as document on claim.document_id = document.document_id
    where claim.kind = 'quantity'
)

select
    text_beside.* exclude (before, after, ahead),
    regexp_replace(text_beside.before, '( (' || getvariable('hedges_before') || '))* *$', '') as before,
    left(text_beside.after, 20) as after,
    regexp_extract(text_beside.after, '^(?:[^,.;:]|[,.][0-9])*') as near,
    regexp_extract(text_beside.ahead, '^(?:[^.;:?!]|\.[0-9])*') as ahead,
    -- Back to the figure or the clause before: "of which the court has heard 15".
    replace(string_split_regex(text_beside.before, ' (and|but) |[0-9.;:?!]')[-1], ',', '') || ' ' as clause
from text_beside;
