-- What puts dates of publication in order, the earliest first: a bare day behind every hour of that day, since a report
-- whose hour is known may be the one that the other prints, and what has no date last.
create or replace macro earliest_first(published_at) as coalesce(published_at, '9999') || '~';
