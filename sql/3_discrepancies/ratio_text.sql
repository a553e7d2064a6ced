-- A ratio of two figures as a page writes it: 1.04×, 2.4×, 35×, 1,230×.
create or replace macro ratio_text(x) as
    case
        when x < 1.15 then format('{:.2f}×', x::double)
        when x < 10 then format('{:.1f}×', x::double)
        when x < 100 then format('{:.0f}×', x::double)
        else number_text(round(x::double, 2 - floor(log10(x))::integer)) || '×'
    end;
