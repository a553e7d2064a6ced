-- The singular of an English noun by its ending; a word that is none comes out as it went in, or all but.
create or replace macro singular(noun) as
    case
        when noun like '%ies' and length(noun) > 4 then left(noun, length(noun) - 3) || 'y'
        when regexp_matches(noun, '(sh|ch|ss|x|z)es$') then left(noun, length(noun) - 2)
        when noun like '%s' and not regexp_matches(noun, '(ss|us|is)$') then left(noun, length(noun) - 1)
        when noun like '%men' then left(noun, length(noun) - 2) || 'an'
        else noun
    end;
