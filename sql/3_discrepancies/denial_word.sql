-- One row per word that says that something is denied, but not what: verbs of saying and denying, negations, and nouns
-- for what is said, as search looks them up.
create or replace table denial_word as
with
phrase as (
    select wording, polarity = 'denied' as denies, true as may_deny, false as is_empty
    from lexicon_stance_wordings
    where polarity in ('denied', 'denied_claim', 'denied_name', 'label', 'not_accepted', 'not_believed', 'ruled_out')
    union all
    select wording, false, false, false
    from lexicon_stance_wordings
    where polarity in ('insisted', 'telling')
    union all
    select wording, false, false, false
    from lexicon_speech_wordings
    where kind = 'say'
    union all
    select word, false, kind = 'denial', kind = 'denial'
    from lexicon_stance_nouns
    where kind in ('claim', 'denial')
    union all
    select word, kind = 'negation', kind = 'negation', true
    from lexicon_denial_words
    where kind != 'own'
),

-- Of a phrase of several words ("find no sign") none denies by itself.
word as (
    select
        unnest(search_words(wording)) as term,
        denies and len(search_words(wording)) = 1 as denies,
        may_deny,
        is_empty
    from phrase
),

spelled as (
    from word
    union all
    select verb_form.term, word.denies, word.may_deny, word.is_empty
    from word
    inner join verb_form on word.term = verb_form.verb
)

select term, bool_or(denies) as denies, bool_or(may_deny) as may_deny, bool_or(is_empty) as is_empty
from spelled
group by term;
