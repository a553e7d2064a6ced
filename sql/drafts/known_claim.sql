-- One row per claim of the questions that a draft answers ($questions): of each question so many at most, what an
-- article says in full first, for more would make the answer slow.
select
    claim_id,
    document_id,
    source,
    claimant,
    claimant_affiliation,
    kind,
    quote,
    char_start,
    char_end,
    measure,
    counted,
    actor,
    predicate,
    place,
    as_of,
    as_of_basis,
    reported_at,
    value,
    low,
    high,
    hedge,
    unit,
    trend,
    relative_to,
    restates,
    polarity,
    extractor,
    confidence,
    denies,
    replaces,
    said_through,
    question_id,
    coalesce(voice, source) as voice,
    voice_affiliation,
    voice_is_plural
from analysed_claim
where question_id in (select unnest($questions::text[]))
qualify row_number() over (partition by question_id order by restates is not null, claim_id) <= $most_of_a_question
order by question_id, claim_id
limit $most;
