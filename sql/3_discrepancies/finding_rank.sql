-- One row per finding and id by which it is looked for, its own or its question's: its rank, in the order of the hashes
-- of the ids. The findings themselves lie in the order of their ranks; this narrow table says where one is.
create or replace table finding_rank as
with
sought as (
    select
        unnest([finding_id, question_id]) as id,
        rank
    from finding
)

select
    id_hash(id) as id_hash,
    rank
from sought
order by id_hash;
