-- One row per day of publication to choose from, the latest first.
select reported_at[:10] as value, count(*) || ' claims' as words
from claim
where reported_at is not null
group by all
order by 1 desc
limit $most
