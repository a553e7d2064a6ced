-- One row per word of a body's name or description and kind of body that it tells: a firm, a union of those who work or
-- an authority. A noun of the kind tells it whatever stands beside it; what a name is made of ("Steel") only where no
-- noun tells what sort of body it is. A word of several kinds leaves open which, one without is a noun of other bodies.
create or replace table body_kind as
with
noun as (
    select word, role as kind
    from lexicon_voice_words
    where role in ('firm', 'workers', 'public')
)

select word, kind, true as is_noun, false as is_body
from noun
union
select part.word, noun.kind, false, false
from lexicon_body_words as part
inner join noun on part.called = noun.word
anti join noun as own on part.word = own.word
union
select word, null, false, true
from lexicon_voice_words
where role = 'body' and word not in (select word from noun);
