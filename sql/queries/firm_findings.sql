-- Firm findings: those that no single source carries and that twice as wide intervals do not end.
select
    rank,
    asks,
    sentence,
    independent_voices,
    ratio
from finding
where rests_on is null and holds_when_doubled and holds_without_echoes
order by rank
limit 50;
