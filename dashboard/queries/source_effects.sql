-- One row per source that shares questions with others: how far the figures that it carries lie from theirs.
select *
from source_effect
where question_count >= $fewest
order by question_count desc, source asc
limit $most
