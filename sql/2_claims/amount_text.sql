-- A number with its unit as an editor writes it: $4.35 billion, 6.4%, 25 kilometres.
create or replace macro amount_text(number, unit, is_one) as
    case
        when unit is null then number
        when unit = 'percent' then number || '%'
        when unit = 'USD' then '$' || number
        when unit = 'EUR' then '€' || number
        when unit = 'GBP' then '£' || number
        when unit = 'JPY' then '¥' || number
        when unit = 'magnitude' then 'magnitude ' || number
        when regexp_full_match(unit, '[A-Z]{3}') then unit || ' ' || number
        else number || ' ' || if(is_one, unit, plural_unit(unit))
    end;
