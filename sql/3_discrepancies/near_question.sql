-- One row per question of texts and another one that it nearly was one with, the nearest first: their titles, the two
-- claims that are nearest to each other, the score of what they show and the features that make it.
create or replace table near_question as
select
    near_member.question_id,
    question_title.title,
    near_member.near_question_id,
    near_title.title as near_title,
    near_member.claim_id,
    near_member.near_claim_id,
    near_member.score,
    near_member.features
from near_member
inner join question_title on near_member.question_id = question_title.question_id
inner join question_title as near_title on near_member.near_question_id = near_title.question_id
order by near_member.question_id, near_member.score desc, near_member.near_question_id;
