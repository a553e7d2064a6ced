-- One row per claim: the voice behind it, once a capital or a government is heard through its spokesperson.
create or replace table claim_voice as
with
spoken as (
    select
        claim.claim_id,
        claim.claimant,
        claim.claimant_affiliation as affiliation,
        claim.reported_at,
        claim.document_id,
        claim.kind as claim_kind,
        coalesce(claim.low, '-infinity'::double) as low,
        coalesce(claim.high, 'infinity'::double) as high,
        member.question_id,
        mention.kind,
        alias.root_key
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    inner join voice_mention as mention
        on
            claim.document_id is not distinct from mention.document_id
            and claim.source = mention.source
            and claim.claimant is not distinct from mention.claimant
            and claim.claimant_affiliation is not distinct from mention.affiliation
    inner join voice_alias as alias
        on mention.voice_key = alias.voice_key and mention.document_id is not distinct from alias.document_id
),

-- Who speaks for a state in a question: the named person who says such things there, the one whose figure is the
-- state's, in the same document if one does, and most often; else its only body that is heard.
official as (
    select
        question_id,
        affiliation,
        claim_kind,
        root_key,
        list(distinct document_id) as document_ids,
        list({'low': low, 'high': high}) as intervals,
        count(*) as claim_count,
        min(reported_at) as first_reported_at
    from spoken
    where kind = 'person' and affiliation is not null
    group by question_id, affiliation, claim_kind, root_key
),

spokesperson as (
    select
        spoken.claim_id,
        arg_min(
            official.root_key,
            (
                not list_bool_or(
                    list_transform(
                        official.intervals, lambda given: given['low'] <= spoken.high and spoken.low <= given['high']
                    )
                ),
                coalesce(not list_contains(official.document_ids, spoken.document_id), true),
                -official.claim_count,
                coalesce(official.first_reported_at, ''),
                official.root_key
            )
        ) as root_key
    from spoken
    inner join official
        on
            spoken.question_id = official.question_id
            and spoken.affiliation = official.affiliation
            and spoken.claim_kind = official.claim_kind
    where spoken.kind = 'affiliation'
    group by spoken.claim_id
),

only_body as (
    select question_id, affiliation, min(root_key) as root_key
    from spoken
    where kind = 'body' and affiliation is not null
    group by question_id, affiliation
    having count(distinct root_key) = 1
),

-- A publisher that another one quotes speaks with its own voice.
voiced as (
    select
        spoken.claim_id,
        case
            when spoken.kind = 'affiliation' then coalesce(spokesperson.root_key, only_body.root_key, spoken.root_key)
            else spoken.root_key
        end as voice_key
    from spoken
    left join spokesperson on spoken.claim_id = spokesperson.claim_id
    left join only_body
        on spoken.question_id = only_body.question_id and spoken.affiliation = only_body.affiliation
)

-- A mention that restates a fuller one takes its voice.
select
    own.claim_id,
    coalesce(fuller.voice_key, own.voice_key) as voice_key,
    left(md5(coalesce(fuller.voice_key, own.voice_key)), 12) as voice_id
from voiced as own
inner join staged_claim as claim on own.claim_id = claim.claim_id
left join voiced as fuller on claim.restates = fuller.claim_id;
