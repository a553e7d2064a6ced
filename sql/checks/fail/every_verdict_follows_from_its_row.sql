-- Rows: pairs among the ends of questions whose verdict their own ratio, gap, note or voices speak against.
with
threshold as (
    select value as ratio
    from setting
    where setting = 'contradiction_ratio'
)

select pair.*
from contender_pair as pair
cross join threshold
where
    pair.verdict = 'differs' and not coalesce(pair.ratio < threshold.ratio, false)
    or pair.verdict = 'contradicts' and pair.ratio < threshold.ratio
    or pair.verdict = 'scope' and not coalesce(pair.scope_note in ('unit', 'class', 'part'), false)
    or pair.verdict in ('differs', 'contradicts', 'agrees')
    and coalesce(pair.scope_note in ('unit', 'class', 'part'), false)
    or pair.verdict in ('agrees', 'echo') and pair.gap <> 0;
