-- How many decimal places a figure is written with; 0 where a scale word follows ("1.2 million"), null without a text.
create or replace macro written_decimals(span) as (
    if(span is null, null, length(regexp_extract(span, '^\D*[\d,]*\.(\d+)\D*$', 1)) * (not regexp_matches(span, '\d\s*[a-zA-Z]'))::int)
);
