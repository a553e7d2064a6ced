-- One row per claim that breaks a rule by itself: the first rule that it breaks, and the words that break it.
create or replace table unfit_claim as
with
judged as (
    select
        raw_claim.file,
        raw_claim.row_number,
        case
            when not is_readable then 'row_is_readable'
            when raw_claim.source is null then 'source_is_given'
            when measure is null then 'measure_is_given'
            when no_number is not null then 'figures_are_numbers'
            when coalesce(value, low, high) is null and polarity is null
                and coalesce(raw_claim.hedge, '') not in ('vague', 'relative') then 'figure_or_polarity_is_given'
            when low > high then 'low_is_not_above_high'
            when kind not in ('quantity', 'stance', 'place', 'date') then 'kind_is_known'
            when polarity not in ('asserted', 'denied', 'unconfirmed', 'expected') then 'polarity_is_known'
            when raw_claim.hedge is not null and hedge.hedge is null then 'hedge_is_known'
            when trend not in ('rise', 'fall') then 'trend_is_known'
            when as_of_basis not in ('text', 'published') then 'basis_is_known'
            when not is_iso_date(as_of) or not is_iso_date(reported_at) then 'dates_are_iso'
            when json_type(try_cast(relative_to as json)) is distinct from 'OBJECT'
                and relative_to is not null then 'relative_to_is_json'
            when text is not null and coalesce(char_start, char_end) is not null and not coalesce(
                char_start >= 0 and char_start < char_end and char_end <= length(text)
                and char_start = trunc(char_start) and char_end = trunc(char_end),
                false
            ) then 'span_lies_in_the_text'
            when text is not null and is_extracted and coalesce(trim(quote), '') = '' then 'quote_is_given'
            when text is not null and not contains(text, quote) then 'quote_stands_in_the_text'
        end as rule,
        case rule
            when 'figures_are_numbers' then no_number
            when 'low_is_not_above_high' then plain_figure(low) || ' > ' || plain_figure(high)
            when 'kind_is_known' then kind
            when 'polarity_is_known' then polarity
            when 'hedge_is_known' then raw_claim.hedge
            when 'trend_is_known' then trend
            when 'basis_is_known' then as_of_basis
            when 'dates_are_iso' then case when is_iso_date(as_of) then reported_at else as_of end
            when 'relative_to_is_json' then relative_to
            when 'span_lies_in_the_text' then format('{} to {} of {}', plain_figure(char_start), plain_figure(char_end), length(text))
            when 'quote_stands_in_the_text' then left(quote, 80)
        end as words
    from raw_claim
    left join staged_document on raw_claim.document_id = staged_document.document_id
    left join hedge on raw_claim.hedge = hedge.hedge
)
select file, row_number, rule, words
from judged
where rule is not null;
