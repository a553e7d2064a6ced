-- One row per claim of a $question but those that a draft has $met: of the draft's $measure, and nearest to its $amount,
-- first.
select
    claim.claim_id,
    claim.document_id,
    claim.source,
    claim.voice,
    claim.voice_affiliation,
    analysed_claim.voice_is_plural,
    claim.figure,
    claim.polarity,
    claim.quote,
    worded_denial.denial,
    claim.as_of,
    claim.reported_at
from claim
inner join analysed_claim using (claim_id)
left join worded_denial using (claim_id)
where claim.question_id = $question and claim.claim_id not in (select unnest($met::text[]))
order by
    claim.measure is distinct from $measure,
    claim.restates is not null,
    abs(ln(coalesce(claim.value, claim.low, claim.high) / $amount)) nulls last,
    claim.claimant is null,
    claim.reported_at desc nulls last,
    claim.document_id,
    claim.char_start,
    claim.claim_id
limit $most;
