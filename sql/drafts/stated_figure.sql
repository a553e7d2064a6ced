-- One row per figure of a draft and claim that states that very figure, on whatever question of the event of which the
-- figure is taken to tell. $figures is a JSON list of the draft's figures in the form $form. A figure that tells nothing
-- apart counts where the same is measured.
with
own as (
    select unnest(from_json($figures, $form), recursive := true)
)

select
    own.own_id,
    claim.claim_id,
    claim.document_id,
    claim.source,
    coalesce(claim.voice, claim.source) as voice,
    claim.voice_affiliation,
    claim.voice_is_plural,
    claim.figure,
    claim.polarity,
    claim.quote,
    null::varchar as denial,
    claim.as_of,
    claim.reported_at,
    claim.question_id,
    question.title
from own
inner join question as asked on own.own_question_id = asked.question_id
inner join analysed_claim as claim on asked.event_id = claim.event_id and own.own_value = claim.value
inner join question on claim.question_id = question.question_id
where
    claim.kind = 'quantity'
    and claim.polarity = 'asserted'
    and claim.restates is null
    and claim.hedge in ('exact', 'stated')
    and claim.unit is not distinct from own.own_unit
    and (claim.measure = own.own_measure or is_telling_figure(claim.value))
order by own.own_id, claim.question_id != own.own_question_id, claim.reported_at desc nulls last, claim.claim_id;
