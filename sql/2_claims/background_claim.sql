-- One row per claim that its document tells from elsewhere: its sentence names a place that has nothing in common with
-- the place of the document's event, as where an article recalls an earlier event of its kind. A name that several
-- places of the country bear (`Springfield < United States`) may be the event's own.
create or replace table background_claim as
select claim_key.claim_id, claim_key.document_id, claim_key.quote
from claim_key
inner join document_place on claim_key.document_id = document_place.document_id
where
    claim_key.has_text
    and claim_key.place != document_place.place
    and not is_nested(claim_key.place, document_place.place)
    and contains(claim_key.quote, claim_key.nearest_place)
    and not (
        claim_key.is_rough_place
        and claim_key.nearest_place in (select place from place_name)
        and claim_key.widest_place = string_split(document_place.place, ' < ')[-1]
    );
