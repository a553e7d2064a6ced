-- One row per two claims that can be the ends of their question's dispute, with their verdict.
create or replace table contender_pair as
select * exclude (are_contenders)
from judged_pair
where are_contenders;
