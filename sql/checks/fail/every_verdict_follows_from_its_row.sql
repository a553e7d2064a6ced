-- Rows: checked pairs without a verdict, and those whose verdict is not that of their reason or has their own ratio,
-- gap, note or voices against it.
select question_id, a_claim_id, b_claim_id, verdict, reason, ratio, gap, scope_note, same_voice
from checked_pair
where verdict is distinct from verdict_of(reason) or is_misjudged(verdict, ratio, gap, scope_note, same_voice);
