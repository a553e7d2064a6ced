-- One row per independent voice or text behind the claims of a page: who carries it, the first to print it leading.
with
told as (
    select
        claim.claim_id,
        claim.source,
        claim.reported_at,
        claim.origin_id,
        claim.voice,
        claim.voice_affiliation,
        comparable.support_id,
        claim.claimant is not null as is_quoted,
        claim.voice_id = comparable.support_id as is_its_own
    from claim
    inner join comparable_claim as comparable on claim.claim_id = comparable.claim_id
    where claim.question_id = $question_id and list_contains($claim_ids, claim.claim_id)
)

select
    support_id,
    arg_max(voice, is_its_own) as voice,
    arg_max(voice_affiliation, is_its_own) as voice_affiliation,
    bool_or(is_quoted) as is_quoted,
    count(distinct source) as source_count,
    count(distinct origin_id) filter (where origin_id is not null) as reprint_count,
    list(
        {'claim_id': claim_id, 'source': source, 'reported_at': reported_at, 'origin_id': origin_id}
        order by reported_at nulls last, source, claim_id
    ) as told
from told
group by support_id
order by source_count desc, voice asc, support_id asc
