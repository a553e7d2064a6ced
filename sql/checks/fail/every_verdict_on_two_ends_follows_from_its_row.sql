-- Rows: pairs that can be the ends of their question's dispute, without a verdict or with one that their own ratio,
-- gap, note or voices speak against.
select question_id, verdict, ratio, gap, scope_note, same_voice
from contender_pair
where is_misjudged(verdict, ratio, gap, scope_note, same_voice);
