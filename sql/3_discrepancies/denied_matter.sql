-- One row per statement that denies something in its own words and word for what it denies: how much the word tells,
-- by how few articles have it, and whether it tells what happened. Statements that deny without a word for it ("He
-- rejected the claim") have no row: of what they are, only their question tells.
create or replace table denied_matter as
with
-- What is denied begins behind the words that say that it is denied: behind "rejected reports that", or "denied".
opening as (
    select
        claim_id,
        coalesce(min(position) filter (where not is_grammar and not is_telling), max(position) + 1) as first_word,
        coalesce(min(position) filter (where token = 'that'), max(position)) as first_that
    from denial_token
    group by claim_id
),

begun as (
    select
        token.claim_id,
        any_value(if(opening.first_that < opening.first_word, opening.first_that + 1, opening.first_word)) as start,
        bool_or(token.is_pronoun) as has_pronoun
    from denial_token as token
    inner join opening on token.claim_id = opening.claim_id
    group by token.claim_id
    -- "The structure was sound" denies as well, but by its contrary, and "rejected a claim by the union" tells whose
    -- word it is: their words are not those of what they deny.
    having bool_or(token.may_deny) and not bool_or(token.token = 'by' and token.position < opening.first_word)
),

word as (
    select token.*
    from denial_token as token
    inner join begun on token.claim_id = begun.claim_id and token.position >= begun.start
    inner join analysed_claim as claim on token.claim_id = claim.claim_id
    -- Who denies is no part of what is denied, nor is whose word it is.
    where
        not list_contains(
            search_words(concat_ws(' ', coalesce(claim.voice, claim.source), claim.denies)), coalesce(token.term, '')
        )
),

-- Where, when and for what stands behind the deed: "had been paid | for the files of the hospital".
deed as (
    select claim_id, max(position) as position
    from word
    where tells_deed and not is_empty
    group by claim_id
),

circumstance as (
    select word.claim_id, min(word.position) as start
    from word
    inner join deed on word.claim_id = deed.claim_id and word.position > deed.position
    where word.is_preposition
    group by word.claim_id
),

meant as (
    select
        word.claim_id,
        word.term,
        word.thing,
        word.tells_deed,
        coalesce(word.position > circumstance.start, false) as is_circumstance
    from word
    left join circumstance on word.claim_id = circumstance.claim_id
    where not word.is_grammar and not word.is_empty
),

measured as (
    select
        claim.claim_id,
        unnest(search_words(replace(claim.measure, '_', ' '))) as term,
        coalesce(matter_word.thing, measure.predicate) as deed
    from claim
    left join lexicon_measures as measure on claim.measure = measure.measure
    left join matter_word on measure.predicate = matter_word.term
    where
        claim.claim_id in (select claim_id from begun)
        and claim.measure != 'unknown'
        and claim.measure not in (from generic_measure)
),

measured_thing as (
    select
        measured.claim_id,
        measured.term,
        coalesce(matter_word.thing, stem_of(measured.term)) as thing,
        measured.deed
    from measured
    left join matter_word on measured.term = matter_word.term
),

-- "Denied sending anybody": whom, the sentences around it have told, where they tell of what is sent.
told as (
    from meant
    union all
    select measured_thing.claim_id, measured_thing.term, measured_thing.thing, false, false
    from measured_thing
    inner join meant on measured_thing.claim_id = meant.claim_id
    where not meant.is_circumstance
    group by all
    having bool_and(meant.tells_deed) and bool_or(coalesce(meant.thing = measured_thing.deed, false))
),

-- One word tells enough where it is what the whole statement is of ("there was no fraud", but not "I saw no sand").
plain as (
    select told.claim_id
    from told
    inner join begun on told.claim_id = begun.claim_id
    left join measured_thing on told.claim_id = measured_thing.claim_id and told.thing = measured_thing.thing
    where not told.is_circumstance
    group by told.claim_id
    having
        count(distinct told.thing) > 1
        or bool_and(measured_thing.thing is not null and not told.tells_deed and not begun.has_pronoun)
),

size as (
    select count(*) as document_count
    from document
),

spread as (
    select term, count(*) as document_count
    from search_term
    where kind = 'document' and term in (select term from told)
    group by term
)

select
    told.claim_id,
    told.thing,
    bool_or(told.tells_deed and not told.is_circumstance) as tells_deed,
    bool_and(told.is_circumstance) as is_circumstance,
    max(
        ln(1 + size.document_count / coalesce(spread.document_count, 1))
        * if(told.is_circumstance, (select value from setting where setting = 'circumstance_weight'), 1)
    ) as weight
from told
inner join plain on told.claim_id = plain.claim_id
cross join size
left join spread on told.term = spread.term
group by told.claim_id, told.thing
order by told.claim_id, told.thing;
