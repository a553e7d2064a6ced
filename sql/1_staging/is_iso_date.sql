-- Whether a text is a year, a month, a day or a moment of ISO 8601; true for null, which states no date.
create or replace macro is_iso_date(moment) as (
    moment is null or (
        regexp_full_match(
            moment,
            '\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?)?)?'
        )
        and try_cast(rpad(left(moment, 10), 10, '-01-01') as date) is not null
    )
);
