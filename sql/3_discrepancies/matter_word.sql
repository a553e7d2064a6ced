-- One row per word that a matter may be told by, as search looks it up: what it stands for, so that pays and paid are
-- one, and soldiers and troops, and whether it tells what happened. A word that is not here stands for its stem.
create or replace table matter_word as
with
deed as (
    select wording, min(thing) as thing, bool_or(is_state) as is_state
    from (
        select predicate as wording, "group" as thing, true as is_state
        from lexicon_predicates
        union all
        select predicate_wording.wording, coalesce(predicate."group", predicate_wording.predicate), false
        from lexicon_predicate_wordings as predicate_wording
        left join lexicon_predicates as predicate on predicate_wording.predicate = predicate.predicate
    )
    where len(search_words(wording)) = 1
    group by wording
),

-- Some deeds are listed by what they leave done: sent, wounded.
done as (
    select verb_form.verb, min(deed.thing) as thing
    from verb_form
    inner join deed on verb_form.term = deed.wording and deed.is_state
    where verb_form.term != verb_form.verb
    group by verb_form.verb
),

named as (
    select
        verb_form.term,
        coalesce(deed.thing, done.thing, verb_form.verb) as thing,
        not verb_form.may_be_noun as tells_deed,
        0 as rank
    from verb_form
    left join deed on verb_form.verb = deed.wording
    left join done on verb_form.verb = done.verb
    union all
    select search_words(wording)[1], thing, is_state, 1
    from deed
    union all
    -- Men and personnel are troops; but the bill that parliament passes is no cost.
    select search_words(measure_wording.wording)[1], measure_wording.measure, false, 2
    from lexicon_measure_wordings as measure_wording
    inner join lexicon_measures as measure on measure_wording.measure = measure.measure
    where measure.predicate is not null and len(search_words(measure_wording.wording)) = 1
)

select term, arg_min(thing, (rank, thing)) as thing, arg_min(tells_deed, (rank, thing)) as tells_deed
from named
group by term;
