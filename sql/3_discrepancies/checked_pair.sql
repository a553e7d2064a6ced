-- One row per two claims of a question whose pairs are checked. A build sets the two variables, by which a sample of
-- questions is drawn and the largest are left out; where they are not set, every pair is a row. An id is the beginning
-- of a hash in hexadecimal, so that the ids below a bound are a sample; and a bound, unlike the hash of an id, reaches
-- the scan of the claims before they are paired.
create or replace view checked_pair as
select *
from judged_pair
where
    question_id < coalesce(getvariable('checked_below')::varchar, 'g')
    and not list_contains(coalesce(getvariable('unchecked_questions'), []::varchar[]), question_id);
