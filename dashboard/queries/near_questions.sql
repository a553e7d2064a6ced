-- One row per question that comes near to the one asked for, the nearest first: its nearest claim, and what speaks most
-- against one question, in words.
with
parts as (
    select near_question_id, unnest(string_split(features, ', ')) as part
    from near_question
    where question_id = $question_id
),

against as (
    select
        parts.near_question_id,
        list(
            question_feature.note
            order by string_split(parts.part, ' ')[2]::double, question_feature.feature
        )[:2] as reasons
    from parts
    inner join question_feature on string_split(parts.part, ' ')[1] = question_feature.feature
    where string_split(parts.part, ' ')[2]::double < 0 and question_feature.feature <> 'candidates'
    group by parts.near_question_id
)

select
    near.near_question_id,
    near.near_title,
    claim.source,
    claim.claimant,
    claim.quote,
    document.text[claim.char_start + 1:claim.char_end] as written,
    coalesce(against.reasons, []) as reasons
from near_question as near
inner join claim on near.near_question_id = claim.question_id and near.near_claim_id = claim.claim_id
left join document on claim.document_id = document.document_id
left join against on near.near_question_id = against.near_question_id
where near.question_id = $question_id
order by near.score desc, near.near_question_id asc
