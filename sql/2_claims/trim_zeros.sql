-- A number with at most four decimals and no zeros at its end.
create or replace macro trim_zeros(x) as
    rtrim(rtrim(format('{:,.4f}', x::double), '0'), '.');
