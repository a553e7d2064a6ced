-- One row per two claims that can be the ends of their question's dispute, with their verdict. It is the longest table
-- of a build, so it leaves out what can be had from the rest: texts above all.
create or replace table contender_pair as
select
    * exclude (are_contenders, reason, low_claim_id, high_claim_id),
    if(reason in ('denied', 'figure denied'), reason, null) as denial
from judged_pair
where are_contenders;
