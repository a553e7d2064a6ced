-- What two claims of one question are to each other, by the reason that judged_pair gives: docs/definitions.md has the
-- same as a table. The most frequent come first.
create or replace macro verdict_of(reason) as
    case
        when
            reason in (
                'apart by the contradiction ratio or more',
                'apart without a ratio',
                'denied',
                'figure denied'
            )
            then 'contradicts'
        when reason = 'apart by less than the contradiction ratio' then 'differs'
        when reason in ('intervals meet', 'same bound', 'same word') then 'agrees'
        when reason in ('within a bound', 'bound outgrown', 'within a vague word', 'near a vague word')
            then 'compatible'
        when
            reason in (
                'same voice at a later date',
                'same voice in a later report',
                'replaced in the text',
                'figure taken back',
                'total had grown',
                'moved in the text',
                'came otherwise than expected',
                'word changed'
            )
            then 'update'
        when reason in ('other unit', 'other class', 'other part') then 'scope'
        when
            reason in (
                'same voice through two publishers',
                'same text through two publishers',
                'same word through two publishers',
                'same denial through two publishers'
            )
            then 'echo'
    end;
