-- One row per claim: all that staging knows of it, and the terms in which it is compared that follow from a few words
-- of it, its measure, unit and predicate. Steps that hold every claim name it by its row in staged_claim as well: they
-- are joined by that number in a quarter of the time that the texts of the ids take.
create or replace view claim_term as
select
    claim.*,
    behaviour.asked_as,
    behaviour.tolerance,
    behaviour.is_generic,
    behaviour.subject,
    unit_dimension.comparable_unit,
    unit_dimension.unit_factor,
    claim.rowid as claim_number,
    -- What something happens to adds up ("12 miners rescued", "40 hectares sprayed"); a forecast is no total that
    -- grows, and neither are a share and a rate. Money is donated or seized; what was damaged is only put at a sum,
    -- which every voice estimates for itself.
    case
        when claim.polarity = 'expected' and behaviour.over_time = 'cumulative' then 'fixed'
        -- Those who are missing come and go; a sum that is missing is one.
        when behaviour.over_time = 'level' and behaviour.is_guessed and unit_dimension.dimension = 'money' then 'fixed'
        when
            behaviour.over_time = 'fixed'
            and unit_dimension.dimension in ('count', 'money', 'area', 'mass', 'volume')
            and adding_up.word is not null
            and (unit_dimension.dimension != 'money' or adding_up.is_of_money)
            then 'cumulative'
        -- "Has sold 40 tonnes so far" is a total that goes on, whatever it counts; in "has so far verified 40" only the
        -- verifying does.
        when
            behaviour.over_time = 'fixed'
            and claim.kind = 'quantity'
            and (
                unit_dimension.dimension in ('count', 'money', 'area', 'mass', 'volume')
                or claim.unit = 'percent' and claim.trend is null
            )
            and regexp_matches(claim.quote, running.wordings)
            and not regexp_matches(claim.quote, running.wordings_of_counting)
            then 'cumulative'
        -- Turnout "an hour before the end" is one that goes on.
        when
            behaviour.over_time = 'fixed'
            and claim.kind = 'quantity'
            and regexp_matches(claim.quote, running.wordings_of_a_day)
            and claim.unit = 'percent'
            and claim.trend is null
            then 'cumulative'
        else behaviour.over_time
    end as over_time,
    coalesce(behaviour.part_class, counted_class.class) as class,
    if(claim.kind = 'stance', null, unit_dimension.dimension) as dimension,
    claim.trend is not null as is_change,
    coalesce(predicate_group."group", lower(claim.predicate)) as predicate_group
from staged_claim as claim
inner join measure_behaviour as behaviour on claim.measure = behaviour.measure
inner join unit_dimension on claim.unit is not distinct from unit_dimension.unit
cross join (
    select
        '(?i)\b(' || string_agg(regexp_escape(wording), '|') filter (where kind = 'running') || ')\b' as wordings,
        '(?i)\b(' || string_agg(regexp_escape(wording), '|') filter (where kind = 'counting') || ')\b'
            as wordings_of_counting,
        '(?i)\b(' || string_agg(regexp_escape(wording), '|') filter (where kind = 'day') || ')\b' as wordings_of_a_day
    from lexicon_running_wordings
) as running
left join counted_class on claim.measure = counted_class.measure and lower(claim.counted) = counted_class.counted
left join lexicon_predicates as predicate_group on lower(claim.predicate) = predicate_group.predicate
left join lexicon_over_time_words as adding_up
    on lower(claim.predicate) = adding_up.word and adding_up.over_time = 'cumulative';
