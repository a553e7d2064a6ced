-- The plural of a unit as the lexicon names it: kilometres, square feet, grams per kilometre; hertz stays what it is.
create or replace macro plural_unit(unit) as
    case
        when starts_with(unit, 'degree') then 'degrees' || substr(unit, 7)
        when regexp_matches(unit, '/|^(mph|mpg|psi|cc|stone|parts .*)$|(s|hertz|horsepower)$') then unit
        when contains(unit, 'foot') then replace(unit, 'foot', 'feet')
        when ends_with(unit, 'ch') then unit || 'es'
        when regexp_matches(unit, '[^aeiou]y$') then left(unit, length(unit) - 1) || 'ies'
        else regexp_replace(unit, '^(.*?)( per .*)?$', '\1s\2')
    end;
