-- The last day of a year or month; null where it is none.
create or replace macro last_day_of(as_of) as
    case length(as_of)
        when 4 then try_cast(as_of || '-12-31' as date)
        when 7 then last_day(first_day(as_of))
    end;
