-- The hedge of a figure without a hedge word: a measurement or a round count is stated, any other count exact.
create or replace macro bare_hedge(figure, unit_of_figure) as (
    if(unit_of_figure is not null or (abs(figure) >= 20 and figure % 10 = 0), 'stated', 'exact')
);
