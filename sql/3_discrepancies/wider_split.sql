-- One row per question in dispute with two figures that lie further apart than its ends, in a sentence: who gives them,
-- and what sets them back.
create or replace table wider_split as
with
given as (
    select
        dispute.question_id,
        dispute.wider_ratio as ratio,
        dispute.wider_set_back as set_back,
        low.voice_id = high.voice_id as is_one_voice,
        low_name.name_in_sentence || ' with ' || low.figure as low_given,
        high_name.name_in_sentence || ' with ' || high.figure as high_given,
        low.figure as low_figure
    from dispute
    inner join analysed_claim as low on dispute.wider_low_claim_id = low.claim_id
    inner join analysed_claim as high on dispute.wider_high_claim_id = high.claim_id
    inner join voice_name as low_name on low.voice_id = low_name.voice_id
    inner join voice_name as high_name on high.voice_id = high_name.voice_id
)

select
    question_id,
    format(
        'Wider still, {:.2f}×: {} and {}. They do not lead, for {}.',
        ratio,
        high_given,
        if(is_one_voice, low_figure, low_given),
        set_back
    ) as wider
from given;
