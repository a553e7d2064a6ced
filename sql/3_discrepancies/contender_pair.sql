-- One row per two claims that can be the ends of their question's dispute, with their verdict. It is the longest table
-- of a build, so it is narrow: it has numbers for claims and sources and codes for verdicts, and leaves out what can be
-- had from the claims. Of two that are in dispute it says as well whether they are of days far apart, who publishes
-- them and since when.
create or replace table contender_pair as
select
    question_id,
    a_claim_number::uinteger as a_claim_number,
    b_claim_number::uinteger as b_claim_number,
    verdict::enum (
        'contradicts', 'differs', 'agrees', 'compatible', 'update', 'scope', 'echo'
    ) as verdict,
    ratio,
    gap,
    scope_note::enum ('unit', 'class', 'part', 'place', 'time') as scope_note,
    case when reason in ('denied', 'figure denied') then reason end::enum ('denied', 'figure denied') as denial,
    same_voice,
    is_a_low,
    is_of_figures,
    are_plain,
    are_quoted,
    directness::tinyint as directness,
    is_one_document,
    coalesce(a_document_id, b_document_id) is not null as is_of_documents,
    has_two_sides,
    has_two_supports,
    is_apart_doubled,
    case when verdict in ('differs', 'contradicts') then hash(low_source) end as low_source_hash,
    case when verdict in ('differs', 'contradicts') then hash(high_source) end as high_source_hash,
    case when verdict in ('differs', 'contradicts') then held_source end as held_source,
    case when verdict in ('differs', 'contradicts') then open_from end as open_from,
    case
        -- Most pairs are of one day, and others than disputes are not asked.
        when low_as_of != high_as_of and verdict in ('differs', 'contradicts')
            then coalesce(
                abs(datediff('day', first_day(low_as_of), first_day(high_as_of)))
                > (select value from setting where setting = 'distant_days'),
                false
            )
        else false
    end as is_distant
from judged_pair
where are_contenders and is_in_range(question_id);
