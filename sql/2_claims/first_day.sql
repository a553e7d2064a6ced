-- The first day of a year or month, or the day of a moment; null where it is none.
create or replace macro first_day(as_of) as try_cast(rpad(left(as_of, 10), 10, '-01') as date);
