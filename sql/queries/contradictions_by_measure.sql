-- Contradictions by measure: how many questions are contradicted, and the widest of them.
select
    coalesce(measure, 'unnamed') as measure,
    count(*) as findings,
    max(ratio) as widest_ratio,
    arg_max(title, ratio) as widest_title
from finding
where verdict = 'contradicts'
group by all
order by findings desc, measure;
