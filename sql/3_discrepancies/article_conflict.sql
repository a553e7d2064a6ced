-- One row per two claims of one article that differ from or contradict each other, with both figures and voices.
create or replace view article_conflict as
select
    pair.question_id,
    question.title,
    low.document_id,
    low.source,
    pair.low_claim_id,
    low.voice as low_voice,
    low.figure as low_figure,
    pair.high_claim_id,
    high.voice as high_voice,
    high.figure as high_figure,
    pair.verdict,
    pair.ratio,
    pair.gap,
    pair.same_voice
from judged_pair as pair
inner join claim as low on pair.low_claim_id = low.claim_id
inner join claim as high on pair.high_claim_id = high.claim_id
inner join question on pair.question_id = question.question_id
where pair.a_document_id = pair.b_document_id and pair.verdict in ('differs', 'contradicts');
