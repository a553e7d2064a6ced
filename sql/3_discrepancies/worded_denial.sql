-- One row per statement of denied_matter: how it denies, to be read behind the name of who does (“denied that any
-- ransom was paid”, “denies it: ‘Not a cent was paid’”), and what the words for what it denies weigh together.
create or replace table worded_denial as
with
weighed as (
    select
        claim_id,
        sum(weight) as weight,
        count(*) filter (where not is_circumstance) as thing_count,
        bool_or(tells_deed) as tells_deed
    from denied_matter
    group by claim_id
),

opening as (
    select claim_id, arg_min(is_saying, position) as is_saying
    from denial_token
    where not is_grammar or is_saying
    group by claim_id
),

worded as (
    select
        claim.claim_id,
        regexp_replace(
            rtrim(substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start), ' .,;:'), '^also ', ''
        ) as words
    from claim
    inner join document on claim.document_id = document.document_id
    where claim.claim_id in (select claim_id from weighed)
)

select
    worded.claim_id,
    if(
        opening.is_saying and regexp_matches(worded.words, '^[a-z]'),
        worded.words,
        'denies it: “' || worded.words || '”'
    ) as denial,
    weighed.weight,
    weighed.thing_count,
    weighed.tells_deed
from worded
inner join weighed on worded.claim_id = weighed.claim_id
inner join opening on worded.claim_id = opening.claim_id
order by worded.claim_id;
