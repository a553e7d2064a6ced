-- A number with its unit as an editor writes it: $4.35 billion, 6.4%, 25 kilometres.
create or replace macro amount_text(number, unit, is_one) as
    case
        when unit is null then number
        when unit = 'percent' then number || '%'
        when unit = 'percentage point' then number || ' percentage point' || if(is_one, '', 's')
        when unit = 'USD' then '$' || number
        when unit = 'EUR' then '€' || number
        when unit = 'GBP' then '£' || number
        when unit = 'magnitude' then 'magnitude ' || number
        when regexp_full_match(unit, '[A-Z]{3}') then unit || ' ' || number
        when unit = 'foot' and not is_one then number || ' feet'
        when contains(unit, '/') or unit = 'mph' or is_one then number || ' ' || unit
        when starts_with(unit, 'degree ') then number || ' degrees' || substr(unit, 7)
        else number || ' ' || unit || 's'
    end;
