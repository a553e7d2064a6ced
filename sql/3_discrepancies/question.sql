-- One row per question: what several claims answer, who answers it, and the verdict on it: that of its finding, whose
-- ends are figures that stand, else the strongest between two answers.
create or replace table question as
with
strongest as (
    select
        question_id,
        count(*) filter (where verdict = 'contradicts') as contradicts_count,
        count(*) filter (where verdict = 'differs') as differs_count,
        count(*) filter (where verdict = 'agrees') as agrees_count,
        case
            when contradicts_count > 0 then 'contradicts'
            when differs_count > 0 then 'differs'
            when bool_or(verdict = 'update') then 'update'
            when bool_or(verdict = 'scope') then 'scope'
            when bool_or(verdict = 'compatible') then 'compatible'
            when agrees_count > 0 then 'agrees'
            else 'echo'
        end as verdict,
        max(ratio) filter (where verdict in ('contradicts', 'differs')) as widest_ratio
    from contender_pair
    group by question_id
)

select
    topic.question_id,
    topic.event_id,
    question_title.title,
    question_title.asks,
    topic.measure,
    topic.actor,
    topic.place,
    topic.unit,
    topic.first_as_of,
    topic.last_as_of,
    topic.claim_count,
    topic.source_count,
    topic.voice_count,
    topic.confidence,
    coalesce(dispute.verdict, strongest.verdict) as verdict,
    coalesce(strongest.contradicts_count, 0) as contradicts_count,
    coalesce(strongest.differs_count, 0) as differs_count,
    coalesce(strongest.agrees_count, 0) as agrees_count,
    if(dispute.question_id is null, strongest.widest_ratio, dispute.ratio) as widest_ratio
from question_topic as topic
inner join question_title on topic.question_id = question_title.question_id
left join strongest on topic.question_id = strongest.question_id
left join dispute on topic.question_id = dispute.question_id
order by topic.question_id;
