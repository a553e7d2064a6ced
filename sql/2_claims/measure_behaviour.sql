-- One row per measure that has its thresholds: how it behaves over time, whether no table but its words tell so, its
-- tolerance, the measure it is asked with, and whether it counts people or things.
create or replace table measure_behaviour as
with
word as (
    select measure, unnest(string_split_regex(lower(measure), '[_ ]+')) as word
    from tolerance
),

-- A measure that the table does not know behaves as its words do: "homes_destroyed" adds up, "missing_people" does not.
guessed as (
    select word.measure, max(over_time_word.over_time) as over_time
    from word
    inner join lexicon_over_time_words as over_time_word on word.word = over_time_word.word
    group by word.measure
)

select
    tolerance.measure,
    coalesce(measure.over_time, guessed.over_time, 'fixed') as over_time,
    measure.measure is null as is_guessed,
    tolerance.tolerance,
    coalesce(part.asked_with, tolerance.measure) as asked_as,
    part.class as part_class,
    subject.subject,
    generic.measure is not null as is_generic
from tolerance
left join measure on tolerance.measure = measure.measure
left join guessed on tolerance.measure = guessed.measure
left join lexicon_measure_parts as part on tolerance.measure = part.measure
left join lexicon_measure_subjects as subject on tolerance.measure = subject.measure
left join lexicon_generic_measures as generic on tolerance.measure = generic.measure;
