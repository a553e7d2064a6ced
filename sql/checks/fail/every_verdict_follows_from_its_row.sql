-- Rows: checked pairs without a verdict, and those whose verdict their own ratio, gap, note or voices speak against.
select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, scope_note, same_voice
from checked_pair
where is_misjudged(verdict, ratio, gap, scope_note, same_voice);
