-- How many decimal places a figure is written with; 0 where a scale word follows ("1.2 million"), null without a text.
create or replace macro written_decimals(span) as (
    case
        when span is null then null
        when regexp_matches(span, '\d\s*[a-zA-Z]') then 0
        else length(regexp_extract(span, '^\D*[\d,]*\.(\d+)\D*$', 1))
    end
);
