-- The features that two things show in one text, each with what it adds to their score, the strongest first. An
-- aggregate.
create or replace macro told_features(feature, adds) as
    string_agg(feature || ' ' || round(adds, 2)::varchar, ', ' order by abs(adds) desc, feature);
