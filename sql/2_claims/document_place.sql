-- One row per document that names one: where its event is, the place, smaller than a country, that most of its claims
-- name.
create or replace table document_place as
with
place_count as (
    select document_id, place, count(*) as claim_count, min(char_start) as first_at
    from claim_key
    where has_text and contains(place, ' < ') and not is_rough_place
    group by document_id, place
)

select
    document_id,
    arg_min(place, (-claim_count, first_at, place)) as place
from place_count
group by document_id;
