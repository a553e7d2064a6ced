-- One row per finding that a build opened, closed, widened, narrowed, shifted or renamed against the build before it.
create or replace table change as
with
is_repeated as (
    select exists (
        from baseline_build
        inner join this_build on baseline_build.build_id = this_build.build_id
        where baseline_build.is_current
    ) as answer
),

-- Findings that are gone, and where the claims at their two ends are now.
gone as (
    select
        former.*,
        low.question_id as low_question_id,
        high.question_id as high_question_id
    from baseline_finding as former
    anti join finding on former.finding_id = finding.finding_id
    left join claim as low on former.low_claim_id = low.claim_id
    left join claim as high on former.high_claim_id = high.claim_id
),

-- What stands under another id with the same two ends, and did not stand there before, is the same finding.
renamed as (
    select gone.finding_id as former_finding_id, finding.finding_id
    from gone
    inner join finding
        on gone.low_question_id = finding.question_id and gone.high_question_id = finding.question_id
    anti join baseline_finding as known on finding.finding_id = known.finding_id
    qualify row_number() over (partition by finding.finding_id order by gone.finding_id) = 1
),

why_gone as (
    select
        gone.finding_id,
        case
            when gone.low_claim_id is null then null
            when gone.low_question_id is null or gone.high_question_id is null
                then 'A claim at one of its ends is no longer in the corpus.'
            when gone.low_question_id != gone.high_question_id
                then format('Its two ends now answer two questions: “{}” and “{}”.', low.title, high.title)
            when finding.finding_id is not null then format('Its claims now answer “{}”.', low.title)
            when pair.verdict = 'update' then 'The later figure now replaces the earlier one.'
            when pair.verdict = 'scope' then 'The figures count different things.'
            when pair.verdict = 'compatible' then 'One figure leaves room for the other.'
            when pair.verdict = 'agrees' then 'The figures meet.'
            when pair.verdict = 'echo' then 'One voice gives both figures.'
            else 'The two are no longer held against each other.'
        end as reason
    from gone
    left join question as low on gone.low_question_id = low.question_id
    left join question as high on gone.high_question_id = high.question_id
    left join finding on gone.low_question_id = finding.question_id
    left join former_pair as pair on gone.finding_id = pair.finding_id
),

before as (
    select
        former.* exclude (finding_id),
        former.finding_id as former_finding_id,
        coalesce(renamed.finding_id, former.finding_id) as finding_id,
        why_gone.reason
    from baseline_finding as former
    left join renamed on former.finding_id = renamed.former_finding_id
    left join why_gone on former.finding_id = why_gone.finding_id
),

end_now as (
    select *, regexp_extract_all(lower(voice), '[\p{L}\p{N}]+') as name_words
    from (
        select finding_id, 'low' as side, low_claim_id as claim_id, low_voice as voice, low_figure as figure
        from finding
        union all
        select finding_id, 'high' as side, high_claim_id as claim_id, high_voice as voice, high_figure as figure
        from finding
    )
),

-- What stood at an end, and by which name its voice goes now.
end_before as (
    select
        told.*,
        claim.voice as voice_now,
        regexp_extract_all(lower(told.voice), '[\p{L}\p{N}]+') as name_words
    from (
        select finding_id, low_claim_id as claim_id, low_voice as voice, low_figure as figure
        from before
        union all
        select finding_id, high_claim_id as claim_id, high_voice as voice, high_figure as figure
        from before
    ) as told
    left join claim on told.claim_id = claim.claim_id
),

-- Ends at which a voice stands with a figure that was at neither end before. A voice that is only named more fully or
-- more shortly ("3K", "Birgit Rask (3K)") is none that came.
new_end as (
    select end_now.finding_id, end_now.side
    from end_now
    semi join end_before on end_now.finding_id = end_before.finding_id
    anti join end_before as former
        on
            end_now.finding_id = former.finding_id
            and (
                former.claim_id is null
                or end_now.claim_id = former.claim_id
                or (
                    end_now.figure is not distinct from former.figure
                    and (
                        end_now.voice is not distinct from former.voice
                        or end_now.voice = former.voice_now
                        or list_has_all(end_now.name_words, former.name_words)
                        or list_has_all(former.name_words, end_now.name_words)
                    )
                )
            )
),

-- Findings at an end of which another voice, or another figure, now stands, and at which.
turned as (
    select
        finding.finding_id,
        bool_or(new_end.side = 'low') as is_low_new,
        bool_or(new_end.side = 'high') as is_high_new,
        any_value(finding.low_figure) = 'denied' as is_of_a_denial
    from finding
    inner join new_end on finding.finding_id = new_end.finding_id
    group by finding.finding_id
),

shifted as (
    select
        finding_id,
        case
            when is_low_new and is_high_new then 'Both ends have changed.'
            when is_of_a_denial and is_low_new then 'The denial has changed.'
            when is_of_a_denial then 'What is denied has changed.'
            when is_low_new then 'The low end has changed.'
            else 'The high end has changed.'
        end as what_is_new
    from turned
),

compared as (
    select
        coalesce(finding.finding_id, before.finding_id) as finding_id,
        coalesce(finding.question_id, before.question_id) as question_id,
        coalesce(finding.title, before.title) as title,
        coalesce(finding.sentence, before.sentence) as sentence,
        before.ratio as former_ratio,
        before.sentence as former_sentence,
        finding.ratio,
        case
            when before.finding_id is null then 'opened'
            when finding.finding_id is null then 'closed'
            when finding.gap > before.gap and not is_close(finding.gap, before.gap) then 'widened'
            when finding.gap < before.gap and not is_close(finding.gap, before.gap) then 'narrowed'
            when shifted.finding_id is not null then 'shifted'
            when before.finding_id != before.former_finding_id then 'renamed'
        end as change,
        if(finding.finding_id is null, before.reason, null) as reason,
        shifted.what_is_new,
        if(before.finding_id != before.former_finding_id, before.title, null) as former_title
    from finding
    full outer join before on finding.finding_id = before.finding_id
    left join shifted on finding.finding_id = shifted.finding_id
),

noted as (
    select
        *,
        change in ('widened', 'narrowed') as is_moved,
        nullif(concat_ws(
            ' ',
            reason,
            case when change = 'shifted' then what_is_new end,
            'Before: “' || former_title || '”.',
            case
                when change in ('widened', 'narrowed', 'shifted') and former_sentence != sentence
                    then 'Before: ' || former_sentence
            end
        ), '') as note
    from compared
    where change is not null
),

made_now as (
    select
        this_build.build_id,
        this_build.built_at,
        noted.change,
        noted.finding_id,
        noted.question_id,
        noted.title,
        noted.ratio,
        noted.former_ratio,
        noted.sentence,
        noted.note,
        concat_ws(
            ' ',
            case
                when noted.is_moved and noted.former_ratio is not null
                    then format('From {:.3g} to {:.3g} times between the ends.', noted.former_ratio, noted.ratio)
            end,
            noted.sentence,
            noted.note
        ) as detail
    from noted
    cross join this_build
    cross join is_repeated
    where not is_repeated.answer
),

all_changes as (
    select *
    from baseline_change
    union all by name
    select *
    from made_now
)

select
    left(md5(concat_ws(chr(31), build_id, change, finding_id)), 12) as change_id,
    *
from all_changes
order by built_at, change, finding_id;
