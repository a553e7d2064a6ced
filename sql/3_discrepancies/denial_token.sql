-- One row per statement that denies something and word of it: whether the word tells that it is denied, or what.
create or replace table denial_token as
with
grammar as (
    select
        lower(word) as word,
        bool_or(class = 'pronoun') as is_pronoun,
        bool_or(class = 'preposition') as is_preposition
    from lexicon_word_classes
    where class not in ('adjective', 'noun', 'title')
    group by 1
),

denial as (
    select
        claim.claim_id,
        tokens_of(substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start)) as tokens
    from claim
    inner join document on claim.document_id = document.document_id
    where claim.kind = 'stance' and claim.polarity = 'denied' and claim.restates is null
),

split as (
    select claim_id, unnest(tokens) as token, generate_subscripts(tokens, 1) as position
    from denial
),

searched as (
    select
        claim_id,
        position,
        token,
        search_words(token)[1] as term,
        lead(search_words(token)[1]) over (partition by claim_id order by position) as next_term
    from split
)

select
    searched.claim_id,
    searched.position,
    searched.term,
    searched.token,
    searched.term is null or grammar.word is not null as is_grammar,
    -- "At the dam", but not "planning to close".
    coalesce(grammar.is_preposition, false)
    and coalesce(searched.next_term not in (select term from verb_form), true) as is_preposition,
    -- What it points at is told elsewhere ("there were no such troops").
    coalesce(grammar.is_pronoun and not coalesce(denial_word.may_deny, false), false)
    or searched.token in (select word from lexicon_denial_words where kind = 'pointing') as is_pronoun,
    denial_word.term is not null as is_telling,
    -- A verb of saying or denying in a form that a name may stand before.
    searched.token in ('said', 'says')
    or denial_word.term is not null
    and searched.term in (select term from verb_form)
    and not ends_with(searched.token, 'ing') as is_saying,
    coalesce(denial_word.may_deny, false) as may_deny,
    coalesce(denial_word.is_empty, false) as is_empty,
    coalesce(matter_word.thing, stem_of(searched.term)) as thing,
    coalesce(matter_word.tells_deed, false) as tells_deed
from searched
left join grammar on searched.token = grammar.word
left join denial_word on searched.term = denial_word.term
left join matter_word on searched.term = matter_word.term;
