-- One row per question and independent voice: its figure with its weight, and where it stands among them.
create or replace table weighed_figure as
with
usual as (
    select measure, median(weight) as weight
    from voice_trust
    group by measure
)

select
    figure.question_id,
    figure.measure,
    figure.unit,
    figure.voice_count,
    figure.support_id,
    figure.value,
    coalesce(trust.weight, usual.weight, 1) as weight
from voice_figure as figure
left join voice_trust as trust on figure.measure = trust.measure and figure.support_id = trust.support_id
left join usual on figure.measure = usual.measure;
