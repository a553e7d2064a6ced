-- One row: how much the file holds, for the sentence under the home page's title.
select
    (select count(*) from document) as document_count,
    (select count(*) from claim) as claim_count,
    (select count(*) from source) as source_count,
    (select count(*) from question) as question_count,
    (select count(*) from finding) as finding_count
