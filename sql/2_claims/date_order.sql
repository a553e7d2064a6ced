-- In which order two dates or moments come: -1 or 1. Null where one is unknown, where the coarser does not tell, and
-- where they are equal.
create or replace macro date_order(x, y) as
    case
        when x = y then null
        when contains(x, 'T') and contains(y, 'T')
            then nullif(sign(epoch(try_cast(x as timestamptz)) - epoch(try_cast(y as timestamptz))), 0)
        when left(x, least(length(x), length(y), 10)) < left(y, least(length(x), length(y), 10)) then -1
        when left(x, least(length(x), length(y), 10)) > left(y, least(length(x), length(y), 10)) then 1
    end;
