-- The kind of a claim: the given one, else a stance where neither a figure nor a hedge is given.
create or replace macro kind_of_claim(kind, figure, hedge) as
    coalesce(kind, if(figure is null and hedge is null, 'stance', 'quantity'));
