-- One row per claim of a text: what it is of, the event of its document, and the place and day that it speaks of.
create or replace table told_claim as
with
word_length as (
    select claim_id, sqrt(sum(weight * weight)) as word_length
    from claim_word
    group by claim_id
)

-- A claim that names only a country, in a document about one place there, speaks of that place.
select
    claim_key.* replace (
        if(
            coalesce(not contains(claim_key.place, ' < '), false)
            and ends_with(document_place.place, ' < ' || claim_key.place),
            document_place.place,
            claim_key.place
        ) as place
    ),
    claim_key.place as own_place,
    background.claim_id is not null as is_background,
    document_event.event_id,
    count(*) over (partition by document_event.event_id) as event_claim_count,
    claim_day.day,
    claim_day.is_recalled as is_undated,
    claim.is_extracted,
    if(claim.kind = 'stance', 1 - coalesce(claim.confidence, 1), 0) as stance_doubt,
    claim.polarity,
    claim.hedge,
    -- How many figures its document has of this measure from whoever says this one.
    count(distinct claim_key.figure) over (
        partition by
            claim_key.document_id, claim_key.said_by, claim_key.asked_as, claim_key.dimension, claim_key.is_change
    ) as figure_count,
    claim.is_extracted and (claim_key.is_generic or claim_key.counted_head is null) as is_unsure,
    claim_key.counted_head is null or generic.measure is not null as is_generic_head,
    word_length.word_length
from claim_key
inner join staged_claim as claim on claim_key.claim_id = claim.claim_id and claim.quote is not null
inner join document_event on claim_key.document_id = document_event.document_id
inner join claim_day on claim_key.claim_id = claim_day.claim_id
left join background_claim as background on claim_key.claim_id = background.claim_id
left join document_place on claim_key.document_id = document_place.document_id
left join lexicon_generic_measures as generic on claim_key.counted_head = generic.measure
left join word_length on claim_key.claim_id = word_length.claim_id
where claim_key.has_text;
