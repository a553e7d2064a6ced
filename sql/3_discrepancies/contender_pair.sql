-- One row per two claims that can be the ends of their question's dispute, with their verdict. It is the longest table
-- of a build, so it leaves out what can be had from the rest, texts above all, and only says whether a document gives
-- one of the two, and of two that are in dispute whether they are of days far apart, who publishes them and since when.
create or replace table contender_pair as
select
    * exclude (
        are_contenders, reason, low_claim_id, high_claim_id, a_document_id, b_document_id, low_as_of, high_as_of
    ) replace (
        if(verdict in ('differs', 'contradicts'), low_source, null) as low_source,
        if(verdict in ('differs', 'contradicts'), high_source, null) as high_source,
        if(verdict in ('differs', 'contradicts'), open_from, null) as open_from,
        directness::tinyint as directness
    ),
    if(reason in ('denied', 'figure denied'), reason, null) as denial,
    coalesce(a_document_id, b_document_id) is not null as is_of_documents,
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
where are_contenders;
