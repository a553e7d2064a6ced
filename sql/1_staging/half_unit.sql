-- Half a unit of the last written digit of a figure; trailing zeros of a whole number do not count as written.
create or replace macro half_unit(figure, decimals) as (
    case
        when coalesce(decimals, 0) > 0 then 0.5 * 10.0 ** -decimals
        when figure = trunc(figure) then
            0.5 * 10.0 ** (
                length(abs(figure)::hugeint::varchar) - length(rtrim(abs(figure)::hugeint::varchar, '0'))
            )
        else 0.5 * 10.0 ** -length(split_part(figure::varchar, '.', 2))
    end
);
