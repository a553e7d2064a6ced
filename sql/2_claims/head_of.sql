-- The noun at the head of what is counted, in the singular: 'soldier' of 'North Korean soldiers in Kursk'.
create or replace macro head_of(counted) as
singular(regexp_extract(
    regexp_replace(lower(counted), ' (of|in|at|on|from|for|with|to|by) .*$|,.*$', ''), '([^ ]+)$', 1
));
