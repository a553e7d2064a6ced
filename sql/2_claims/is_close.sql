-- Whether two figures are one, but for the last digits that a computer keeps; null where one of them is unknown.
create or replace macro is_close(x, y) as
    x = y or (isfinite(x) and isfinite(y) and abs(x - y) <= 1e-9 * greatest(abs(x), abs(y)));
