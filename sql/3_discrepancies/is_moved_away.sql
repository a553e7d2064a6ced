-- Whether a figure that is told to have moved some way ("rose to", "cut to", "brings it to") lies on that side of
-- another.
create or replace macro is_moved_away(moved, low, high, other_low, other_high) as
    case
        when moved = 'rise' then low > other_high
        when moved = 'fall' then high < other_low
        when moved = 'any' then low > other_high or high < other_low
    end;
