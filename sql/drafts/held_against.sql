-- One row per claim of a draft ($own_ids, of the document $draft) and claim of the corpus that it can be held against.
with
met as (
    select
        unnest([
            {'own_id': a_claim_id, 'claim_id': b_claim_id},
            {'own_id': b_claim_id, 'claim_id': a_claim_id}
        ], recursive := true),
        verdict,
        ratio,
        reason,
        scope_note
    from pair
    where list_contains($own_ids::text[], a_claim_id) != list_contains($own_ids::text[], b_claim_id)
),

-- What denies one voice's figure speaks against who gives that figure, and not against another by that voice.
refuted as (
    select distinct met.own_id, refuted_figure.denial_claim_id as claim_id
    from met
    inner join refuted_figure using (claim_id)
    where met.verdict in ('agrees', 'echo')
),

held as (
    select met.*
    from met
    inner join claim as own on met.own_id = own.claim_id
    where own.kind = 'stance' or met.claim_id not in (select denial_claim_id from refuted_figure)
    union all
    select own_id, claim_id, 'contradicts', null, 'denied', null
    from refuted
),

-- When the voice that the draft quotes said so: what it says at a later date is its newer word.
said_so as (
    select met.own_id, max(claim.as_of) as as_of
    from met
    inner join claim using (claim_id)
    inner join claim as own on met.own_id = own.claim_id
    where
        met.verdict in ('agrees', 'compatible', 'echo')
        and claim.voice_id = own.voice_id
        and claim.document_id is distinct from $draft
    group by met.own_id
),

weighed as (
    select
        held.*,
        coalesce(claim.voice_id = own.voice_id, false) as is_own_voice,
        coalesce(
            held.verdict in ('contradicts', 'differs')
            and claim.voice_id = own.voice_id
            and date_order(said_so.as_of, claim.as_of) < 0,
            false
        ) as is_newer
    from held
    inner join claim using (claim_id)
    inner join claim as own on held.own_id = own.claim_id
    left join said_so on held.own_id = said_so.own_id
    where claim.document_id is distinct from $draft
)

-- Of those that weigh the same, what is said in full, by a voice, last comes first.
select
    weighed.own_id,
    claim.claim_id,
    claim.document_id,
    claim.source,
    claim.figure,
    claim.polarity,
    claim.quote,
    claim.as_of,
    claim.reported_at,
    claim.low,
    claim.high,
    weighed.is_own_voice,
    weighed.ratio,
    weighed.scope_note,
    coalesce(claim.over_time = 'cumulative', false) as is_total,
    if(weighed.is_newer, 'update', weighed.verdict) as verdict,
    if(weighed.is_newer, 'same voice at a later date', weighed.reason) as reason
from weighed
inner join claim using (claim_id)
order by
    weighed.own_id,
    list_position(['contradicts', 'differs', 'scope', 'update', 'compatible', 'agrees', 'echo'], weighed.verdict),
    weighed.ratio desc nulls last,
    claim.restates is not null,
    claim.claimant is null,
    claim.reported_at desc nulls last,
    claim.document_id,
    claim.char_start,
    claim.claim_id;
