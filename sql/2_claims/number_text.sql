-- A number as an editor writes it: 4,500 and 1.2 million, without needless digits.
create or replace macro number_text(x) as
    case
        when not isfinite(x) then null
        when abs(x) >= 1e12 and (x / 1e9) = round(x / 1e9) then trim_zeros(x / 1e12) || ' trillion'
        when abs(x) >= 1e9 and (x / 1e6) = round(x / 1e6) then trim_zeros(x / 1e9) || ' billion'
        when abs(x) >= 1e6 and (x / 1e3) = round(x / 1e3) then trim_zeros(x / 1e6) || ' million'
        when abs(x) < 1e15 and x = round(x) then format('{:,}', x::bigint)
        else trim_zeros(x)
    end;
