-- One row per claim, in the terms in which two claims are compared: converted units, open ends, days and moments.
create or replace view comparable_claim as
select
    question_id,
    claim_id,
    rowid as claim_number,
    document_id,
    source,
    measure,
    kind,
    trend,
    polarity,
    hedge,
    voice_id,
    origin_id,
    denies_voice_id,
    replaces,
    over_time,
    class,
    comparable_unit,
    comparable_low as low,
    comparable_high as high,
    comparable_value as value,
    value as stated_value,
    has_interval,
    is_one_sided,
    as_of,
    reported_at,
    is_contender,
    moved,
    is_moved_by_voice,
    case when is_loosely_placed is not true then place end as place,
    coalesce(support_id, voice_id) as support_id,
    claimant is not null as is_quoted,
    restates is not null as is_restated,
    coalesce(comparable_value, comparable_low) as figure,
    case when length(as_of) >= 10 then left(as_of, 10) end as as_of_day,
    -- By when an outlet knew what it reports in its own voice, where the day of its report stands in for a date.
    case
        when as_of_basis = 'published' and claimant is null and as_of = left(reported_at, 10) then reported_at
    end as known_by
from analysed_claim;
