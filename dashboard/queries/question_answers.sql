-- One row per question in a list: the lowest and the highest figure that is given and that is expected, as an editor
-- writes them, the stances, who answers where that is one voice or two, the sentence of an only answer, and how many
-- independent voices answer, as finding.independent_voices counts them.
with
answer as (
    select
        question_id,
        figure,
        voice,
        quote,
        polarity,
        coalesce(value, low, high) as place,
        polarity in ('asserted', 'expected') and coalesce(value, low, high) is not null as is_figure
    from claim
    where list_contains($question_ids, question_id) and restates is null
),

supported as (
    select question_id, count(distinct support_id) as independent_voices
    from comparable_claim
    where list_contains($question_ids, question_id)
    group by question_id
)

select
    question_id,
    any_value(supported.independent_voices) as independent_voices,
    arg_min(figure, (place, figure)) filter (where is_figure and polarity = 'asserted') as lowest,
    arg_max(figure, (place, figure)) filter (where is_figure and polarity = 'asserted') as highest,
    arg_min(figure, (place, figure)) filter (where is_figure and polarity = 'expected') as lowest_expected,
    arg_max(figure, (place, figure)) filter (where is_figure and polarity = 'expected') as highest_expected,
    list_sort(list(distinct figure) filter (where not is_figure)) as told,
    case when count(distinct voice) <= 2 then list_sort(list(distinct voice)) end as voices,
    case when count(*) = 1 then any_value(quote) end as only_sentence
from answer
inner join supported using (question_id)
group by question_id
