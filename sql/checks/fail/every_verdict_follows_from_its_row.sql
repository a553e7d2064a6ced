-- Rows: pairs without a verdict, and pairs whose verdict their own ratio, gap, note or voices speak against, among the
-- ends of every question and in the questions whose pairs are checked.
with
threshold as (
    select value as ratio
    from setting
    where setting = 'contradiction_ratio'
),

judged as (
    select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, scope_note, same_voice
    from contender_pair
    union all
    select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, scope_note, same_voice
    from checked_pair
)

select pair.*
from judged as pair
cross join threshold
where
    pair.verdict is null
    or pair.verdict = 'differs' and not coalesce(pair.ratio < threshold.ratio, false)
    or pair.verdict = 'contradicts' and pair.ratio < threshold.ratio
    or pair.verdict = 'scope' and not coalesce(pair.scope_note in ('unit', 'class', 'part'), false)
    or pair.verdict in ('differs', 'contradicts', 'agrees')
    and coalesce(pair.scope_note in ('unit', 'class', 'part'), false)
    or pair.verdict in ('agrees', 'echo') and pair.gap <> 0
    or pair.verdict = 'agrees' and pair.same_voice;
