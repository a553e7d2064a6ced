-- One row per claim: what a document says, where the analysis puts it, and the terms in which two claims are compared
-- (converted units, open ends). The views claim and comparable_claim show it; it lies in the order of its questions, of
-- texts and then of figures that never were prose.
create or replace table analysed_claim as
select * exclude (is_bare)
from described_claim
where is_bare is not true
order by question_id, claim_id;

-- Figures that never were prose are sorted by themselves, without the texts that they lack: that takes half the time.
-- They come in a statement of their own, for in one with the others, the joins of both would stay in memory to its end.
insert into analysed_claim
select
    * exclude (is_bare) replace (
        null as document_id,
        null as event_id,
        null as claimant,
        null as claimant_affiliation,
        null as quote,
        null as char_start,
        null as char_end,
        null as counted,
        null as as_of_basis,
        null as trend,
        null as relative_to,
        null as restates,
        null as extractor,
        1 as confidence,
        null as denies,
        null as replaces,
        null as said_through,
        null as origin_id,
        null as denies_voice_id,
        null as moved,
        null as is_moved_by_voice
    )
from described_claim
where is_bare
order by question_id, claim_id;
