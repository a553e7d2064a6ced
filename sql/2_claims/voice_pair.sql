-- One row per two voices of an event that are heard on one question and may be one, for they are not two persons: what
-- their figures there are to each other.
create or replace table voice_pair as
with
speaker as (
    select list(word) as words
    from lexicon_voice_words
    where role = 'speaker'
),

answer as (
    select distinct
        member.question_id,
        event.event_id,
        heard.voice_key,
        known.kind = 'person' as is_person,
        claim.document_id,
        list_transform(tokens_of(claim.quote), lambda token: regexp_replace(token, '''s?$', '')) as tokens,
        -- By what a sentence names it: a body by the last word of one of its names, a person by the surname.
        list_transform(
            list_concat(coalesce(known.person_names, []), coalesce(known.other_names, [])), lambda words: words[-1]
        ) as last_words,
        list_has_any(tokens_of(claim.quote), speaker.words) as is_of_speaker,
        if(claim.kind = 'quantity' and claim.polarity = 'asserted', claim.value, null) as figure
    from heard_voice as heard
    inner join question_member as member on heard.claim_number = member.claim_number
    inner join staged_claim as claim on heard.claim_number = claim.rowid
    inner join document_event as event on claim.document_id = event.document_id
    inner join event_voice as known on event.event_id = known.event_id and heard.voice_key = known.voice_key
    cross join speaker
),

beside as (
    select
        *,
        -- Who else gives the figure in the document: of two whom it quotes with it, one repeats or answers the other.
        list(voice_key) over (partition by question_id, event_id, document_id, figure) as keys_of_figure
    from answer
),

paired as (
    select
        a.event_id,
        a.voice_key as a_key,
        b.voice_key as b_key,
        a.document_id != b.document_id as is_apart,
        a.figure = b.figure as is_same,
        abs(a.figure) as amount,
        -- Who tells of the other's figure gives none: "against the 40 of the police"; a spokeswoman tells her own.
        case
            when a.figure = b.figure and a.document_id != b.document_id and a.is_person != b.is_person
                then
                    coalesce(list_has_any(a.tokens, b.last_words) and not a.is_of_speaker, false)
                    or coalesce(list_has_any(b.tokens, a.last_words) and not b.is_of_speaker, false)
                    or list_contains(a.keys_of_figure, b.voice_key)
                    or list_contains(b.keys_of_figure, a.voice_key)
            else false
        end as is_quoted
    from beside as a
    inner join beside as b
        on a.question_id = b.question_id and a.event_id = b.event_id and a.voice_key < b.voice_key
    where not (a.is_person and b.is_person)
)

select
    event_id,
    a_key,
    b_key,
    coalesce(bool_or(is_same and is_apart), false) as gives_same_figure,
    coalesce(bool_and(is_quoted) filter (where is_same and is_apart), false) as only_quotes_figure,
    -- Small figures meet by chance.
    coalesce(
        bool_or(
            is_same
            and is_apart
            and not is_quoted
            and amount >= (select value from setting where setting = 'telling_figure')
        ),
        false
    ) as gives_same_large_figure,
    coalesce(bool_or(not is_same and is_apart), false) as gives_other_figure,
    coalesce(bool_or(not is_same and not is_apart), false) as gives_other_beside_it
from paired
group by event_id, a_key, b_key;
