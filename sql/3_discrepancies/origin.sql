-- One row per origin: a report of one figure that several documents print, by the first of them and by all.
create or replace table origin as
select
    claim.origin_id,
    any_value(claim.question_id) as question_id,
    any_value(claim.measure) as measure,
    arg_min(claim.source, (earliest_first(claim.reported_at), claim.claim_id)) as first_source,
    arg_min(claim.claim_id, (earliest_first(claim.reported_at), claim.claim_id)) as first_claim_id,
    arg_min(claim.figure, (earliest_first(claim.reported_at), claim.claim_id)) as figure,
    arg_min(claim.quote, (earliest_first(claim.reported_at), claim.claim_id)) as quote,
    min(claim.reported_at) as first_reported_at,
    max(claim.reported_at) as last_reported_at,
    count(*) as claim_count,
    count(distinct claim.document_id) as document_count,
    count(distinct claim.source) as source_count,
    string_agg(distinct claim.source, '; ' order by claim.source) as sources
from claim
where claim.origin_id is not null
group by claim.origin_id;
