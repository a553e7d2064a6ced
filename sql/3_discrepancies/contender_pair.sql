-- One row per two claims that can be the ends of their question's dispute, with their verdict.
create or replace table contender_pair as
select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, reason, scope_note, same_voice
from judged_pair
where are_contenders;
