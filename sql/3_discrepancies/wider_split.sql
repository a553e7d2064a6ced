-- One row per question in dispute with two figures that lie further apart than its ends, in a sentence: who gives them,
-- and what sets them back.
create or replace table wider_split as
with
given as (
    select
        dispute.question_id,
        dispute.wider_ratio as ratio,
        dispute.wider_set_back as set_back,
        low_name.name_in_sentence || ' with ' || low.figure as low_given,
        high_name.name_in_sentence || ' with ' || high.figure as high_given,
        low.hedge = 'vague' or high.hedge = 'vague' as has_vague,
        low.is_one_sided or high.is_one_sided as has_bound
    from dispute
    inner join analysed_claim as low on dispute.wider_low_claim_number = low.rowid
    inner join analysed_claim as high on dispute.wider_high_claim_number = high.rowid
    inner join voice_name as low_name on low.voice_id = low_name.voice_id
    inner join voice_name as high_name on high.voice_id = high_name.voice_id
)

select
    question_id,
    format(
        'Wider still, {}: {} and {}. Not the headline, because {}.',
        ratio_text(ratio),
        high_given,
        low_given,
        case
            when set_back = 'withdrawn' then 'one of the two figures has since been withdrawn'
            when set_back = 'overtaken' then 'one of the two voices has since given another figure'
            when set_back = 'distant' then 'the two speak of days far apart'
            when set_back = 'less sure' then 'it is less sure that the two are about the same thing'
            when has_vague then 'one of the two is a vague word'
            when has_bound then 'one of the two is only a bound'
            else 'one of the two is told as a multiple of another figure'
        end
    ) as wider
from given;
