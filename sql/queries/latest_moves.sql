-- Latest moves: the findings that opened or moved last, with both sides.
select
    moved_at,
    opened_at,
    sentence,
    ratio,
    robustness
from finding
order by moved_at desc nulls last, rank
limit 50;
