-- One row per two documents that may tell of one event and are both of the samples of crowds, or both not: every two of
-- a sample have been compared, so that these may be grouped by the mean of all pairs, and so may those of small events.
create or replace view part_score as
select
    score.a_document_id,
    score.b_document_id,
    score.chance
from document_score as score
left join document_crowd as a on score.a_document_id = a.document_id
left join document_crowd as b on score.b_document_id = b.document_id
where coalesce(a.is_sample, false) = coalesce(b.is_sample, false);
