-- One row: the counts that the first page shows.
create or replace table overview as
select
    (select count(*) from document) as document_count,
    (select count(*) from source) as source_count,
    (select count(*) from claim) as claim_count,
    (select count(distinct voice_id) from claim) as voice_count,
    (select count(*) from question) as question_count,
    (select count(*) from question where claim_count > 1) as shared_question_count,
    (select count(*) from finding) as finding_count,
    (select count(*) from finding where is_unsure) as unsure_finding_count,
    (select count(*) from finding where verdict = 'contradicts') as contradicts_count,
    (select count(*) from finding where verdict = 'differs') as differs_count,
    (select count(*) from question where verdict = 'update') as moving_count,
    (select count(*) from question where verdict = 'agrees') as agrees_count,
    (select count(*) from rejected_claim) as rejected_claim_count,
    (select count(*) from rejected_document) as rejected_document_count,
    (select min(published_at) from document) as first_published_at,
    (select max(published_at) from document) as last_published_at;
