-- One row per two claims of one question that say something about each other: what they are to each other, and why.
create or replace view pair as
select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, reason, scope_note, same_voice
from judged_pair;
