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

-- "Denied that it had sent any", "denied sending any": the deed would be that of who denies.
deed as (
    select claim_id, min(position) as position
    from denial_token
    where tells_deed and not is_empty and not is_telling
    group by claim_id
),

own_deed as (
    select distinct token.claim_id
    from denial_token as token
    inner join deed on token.claim_id = deed.claim_id
    left join lexicon_denial_words as own on token.token = own.word and own.kind = 'own'
    where
        token.position < deed.position and own.word is not null
        or token.position = deed.position and ends_with(token.token, 'ing')
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
    weighed.tells_deed,
    own_deed.claim_id is not null as is_of_own_deed
from worded
inner join weighed on worded.claim_id = weighed.claim_id
inner join opening on worded.claim_id = opening.claim_id
left join own_deed on worded.claim_id = own_deed.claim_id
order by worded.claim_id;
