-- An end of an interval when the interval is taken twice as wide about its figure, or about its middle where no figure
-- is given; an open end stays open.
create or replace macro widened_end(this_end, other_end, figure) as
    if(
        isfinite(this_end),
        2 * this_end - coalesce(figure, if(isfinite(other_end), (this_end + other_end) / 2, this_end)),
        this_end
    );
