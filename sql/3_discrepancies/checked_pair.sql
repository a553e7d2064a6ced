-- One row per two claims of a question whose pairs are checked. A build sets the two variables, by which a sample of
-- questions is drawn by hash and the largest are left out; where they are not set, every pair is a row.
create or replace view checked_pair as
select *
from judged_pair
where
    md5_number_lower(question_id) % 1000000 < 1000000 * coalesce(getvariable('checked_share'), 1)
    and not list_contains(coalesce(getvariable('unchecked_questions'), []::varchar[]), question_id);
