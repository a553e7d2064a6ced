-- One row per finding that a build opened, closed, widened or narrowed against the build before it.
create or replace table change as
with
is_repeated as (
    select exists (
        from baseline_build
        inner join this_build on baseline_build.build_id = this_build.build_id
        where baseline_build.is_current
    ) as answer
),

compared as (
    select
        coalesce(finding.finding_id, former.finding_id) as finding_id,
        coalesce(finding.question_id, former.question_id) as question_id,
        coalesce(finding.title, former.title) as title,
        coalesce(finding.sentence, former.sentence) as sentence,
        former.ratio as former_ratio,
        finding.ratio,
        case
            when former.finding_id is null then 'opened'
            when finding.finding_id is null then 'closed'
            when finding.gap > former.gap and not is_close(finding.gap, former.gap) then 'widened'
            when finding.gap < former.gap and not is_close(finding.gap, former.gap) then 'narrowed'
        end as change
    from finding
    full outer join baseline_finding as former on finding.finding_id = former.finding_id
),

made_now as (
    select
        this_build.build_id,
        this_build.built_at,
        compared.change,
        compared.finding_id,
        compared.question_id,
        compared.title,
        case
            when compared.change in ('widened', 'narrowed') and compared.former_ratio is not null
                then format(
                    'From {:.3g} to {:.3g} times between the ends. {}',
                    compared.former_ratio,
                    compared.ratio,
                    compared.sentence
                )
            else compared.sentence
        end as detail
    from compared
    cross join this_build
    cross join is_repeated
    where compared.change is not null and not is_repeated.answer
)

select *
from baseline_change
union all by name
select *
from made_now
order by built_at, change, finding_id;
