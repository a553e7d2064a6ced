-- An end of an interval when the interval is taken twice as wide about its figure, or about its middle where no figure
-- is given; an open end stays open.
create or replace macro widened_end(this_end, other_end, figure) as
    case
        when not isfinite(this_end) then this_end
        when figure is not null then 2 * this_end - figure
        when isfinite(other_end) then 1.5 * this_end - 0.5 * other_end
        else this_end
    end;
