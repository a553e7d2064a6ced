-- The publishers of the totals by which a voice still stands below a figure at that figure's date or after it; what an
-- outlet knew before that figure was reported is not after it.
create or replace macro sources_below(
    totals, of_measures, at_date, at_moment, in_unit, of_class, at_place, low
) as
    list_distinct(list_transform(
        list_filter(
            totals,
            lambda kept: list_contains(of_measures, kept['measure'])
            and coalesce(date_order(kept['as_of'], at_date), 0) >= 0
            and coalesce(date_order(kept['known_by'], at_moment), 0) >= 0
            and kept['comparable_unit'] is not distinct from in_unit
            and kept['class'] is not distinct from of_class
            and not coalesce(is_nested(kept['place'], at_place), false)
            and kept['high'] < low
        ),
        lambda kept: kept['source']
    ));
