-- One row per two claims of the page that their own score joins, the surest first: the score and its parts, each with its
-- weight and the reason that stands with it.
with
linked as (
    select a_claim_id, b_claim_id, score, features
    from question_link
    where
        list_contains($claim_ids, a_claim_id)
        and list_contains($claim_ids, b_claim_id)
        and score >= $threshold
    order by score desc, a_claim_id asc, b_claim_id asc
    limit $most
),

parts as (
    select a_claim_id, b_claim_id, score, unnest(string_split(features, ', ')) as part
    from linked
),

weighed as (
    select *, string_split(part, ' ')[1] as feature, string_split(part, ' ')[2]::double as weight
    from parts
)

select
    weighed.a_claim_id,
    weighed.b_claim_id,
    weighed.score,
    list(
        {'feature': weighed.feature, 'weight': weighed.weight, 'reason': question_feature.note}
        order by abs(weighed.weight) desc, weighed.feature
    ) as reasons
from weighed
left join question_feature on weighed.feature = question_feature.feature
group by weighed.a_claim_id, weighed.b_claim_id, weighed.score
order by weighed.score desc, weighed.a_claim_id asc, weighed.b_claim_id asc
