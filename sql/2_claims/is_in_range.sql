-- Whether a question is one of those that are at work. A build of millions of claims makes some tables for one range of
-- questions after the other, in the order of their ids, and sets the two variables for it; elsewhere they are not set,
-- and all questions are at work. Two comparisons with constants reach the scan, which then reads that range only.
create or replace macro is_in_range(question_id) as
    question_id >= coalesce(getvariable('first_question')::varchar, '')
    and question_id < coalesce(getvariable('following_question')::varchar, chr(1114111));
