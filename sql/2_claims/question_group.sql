-- One row per claim of a text: the group of claims that answer one question. Claims merge into one group as long as
-- the best pairs between its parts fit: a claim that was misread does not keep apart what the others join, nor does one
-- join what the others keep apart.
create or replace table question_group as
select claim.claim_id, coalesce(part.part_id, standing.standing_id, claim.claim_id) as group_id
from claim_key as claim
left join standing_claim as standing on claim.claim_id = standing.claim_id
left join merged_parts(
    'question_score',
    (select value from setting where setting = 'link_threshold'),
    (select value from setting where setting = 'link_share')
) as part
    on coalesce(standing.standing_id, claim.claim_id) = part.item
where claim.has_text;
