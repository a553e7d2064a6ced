-- Whether a pair has no verdict, or one that its own ratio, gap, note or voices speak against.
create or replace macro is_misjudged(verdict, ratio, gap, scope_note, same_voice) as
    verdict is null
    or verdict = 'differs'
    and not coalesce(ratio < (select value from setting where setting = 'contradiction_ratio'), false)
    or verdict = 'contradicts'
    and coalesce(ratio < (select value from setting where setting = 'contradiction_ratio'), false)
    or verdict = 'scope' and not coalesce(scope_note in ('unit', 'class', 'part'), false)
    or verdict in ('differs', 'contradicts', 'agrees')
    and coalesce(scope_note in ('unit', 'class', 'part'), false)
    or verdict in ('agrees', 'echo') and coalesce(gap != 0, false)
    or verdict = 'compatible'
    and coalesce(gap != 0, false)
    and coalesce(ratio >= (select value from setting where setting = 'contradiction_ratio'), false)
    or verdict = 'agrees' and same_voice;
