-- One row per claim: the key of the voice that its claimant is a name of, once a capital or a government is heard
-- through its spokesperson, and the claimant as its document writes it.
create or replace table heard_voice as
with
spoken as (
    select
        claim.rowid as claim_number,
        claim.claim_id,
        claim.claimant,
        mention.affiliation,
        claim.reported_at,
        claim.document_id,
        -- Who will not say and who says are not heard through each other.
        if(claim.polarity = 'unconfirmed', 'unconfirmed', claim.kind) as answer,
        coalesce(claim.low, '-infinity'::double) as low,
        coalesce(claim.high, 'infinity'::double) as high,
        mention.mention_id,
        mention.kind,
        mention.words,
        alias.root_key
    from staged_claim as claim
    inner join voice_mention as mention
        on
            claim.document_id is not distinct from mention.document_id
            and claim.source = mention.source
            and claim.claimant is not distinct from mention.claimant
            and claim.claimant_affiliation is not distinct from mention.written_affiliation
    inner join voice_alias as alias
        on mention.voice_key = alias.voice_key and mention.document_id is not distinct from alias.document_id
),

-- Only who speaks for somebody can be heard through another; the others keep their own voice in every question.
affiliated as (
    select spoken.*, member.question_id
    from spoken
    inner join question_member as member on spoken.claim_number = member.claim_number
    where spoken.affiliation is not null
),

-- Who speaks for a state in a question: the named person who says such things there, the one whose figure is the
-- state's, in the same document if one does, and most often; else its only body that is heard.
official as (
    select
        question_id,
        affiliation,
        answer,
        root_key,
        list(distinct document_id) as document_ids,
        list({'low': low, 'high': high}) as intervals,
        count(*) as claim_count,
        min(reported_at) as first_reported_at
    from affiliated
    where kind = 'person'
    group by question_id, affiliation, answer, root_key
),

-- A document that lets its own official of the state speak does not mean by the capital one whom another names.
known_official as (
    select distinct question_id, affiliation, document_id
    from affiliated
    where kind = 'person'
),

spokesperson as (
    select
        affiliated.claim_id,
        arg_min(
            official.root_key,
            (
                not list_bool_or(
                    list_transform(
                        official.intervals,
                        lambda given: given['low'] <= affiliated.high and affiliated.low <= given['high']
                    )
                ),
                coalesce(not list_contains(official.document_ids, affiliated.document_id), true),
                -official.claim_count,
                coalesce(official.first_reported_at, ''),
                official.root_key
            )
        ) as root_key
    from affiliated
    inner join official
        on
            affiliated.question_id = official.question_id
            and affiliated.affiliation = official.affiliation
            and affiliated.answer = official.answer
    left join known_official
        on
            affiliated.question_id = known_official.question_id
            and affiliated.affiliation = known_official.affiliation
            and affiliated.document_id = known_official.document_id
    where
        affiliated.kind = 'affiliation'
        -- A figure is known again wherever it stands, a word is not.
        and (
            affiliated.answer = 'quantity'
            or known_official.document_id is null
            or list_contains(official.document_ids, affiliated.document_id)
        )
    group by affiliated.claim_id
),

-- A firm or a farmers' league of a state is no body of it.
private as (
    select list(word) as words
    from (
        select word
        from body_kind
        where is_noun
        group by word
        having not bool_or(kind = 'public')
    )
),

only_body as (
    select question_id, affiliation, min(root_key) as root_key
    from affiliated
    cross join private
    where kind = 'body' and not list_has_any(affiliated.words, private.words)
    group by question_id, affiliation
    having count(distinct root_key) = 1
),

-- The voice through which a capital or a government is heard in the question of its claim.
heard as (
    select affiliated.claim_id, coalesce(spokesperson.root_key, only_body.root_key) as root_key
    from affiliated
    left join spokesperson on affiliated.claim_id = spokesperson.claim_id
    left join only_body
        on affiliated.question_id = only_body.question_id and affiliated.affiliation = only_body.affiliation
    where affiliated.kind = 'affiliation'
),

-- A publisher that another one quotes speaks with its own voice.
voiced as (
    select
        spoken.claim_number,
        spoken.claim_id,
        spoken.mention_id,
        coalesce(heard.root_key, spoken.root_key) as voice_key
    from spoken
    left join heard on spoken.claim_id = heard.claim_id
),

-- A mention that restates a fuller one takes its voice.
restated as (
    select claim.claim_id, voiced.voice_key
    from staged_claim as claim
    inner join voiced on claim.restates = voiced.claim_id
    where claim.restates is not null
)

select
    voiced.claim_number,
    voiced.claim_id,
    voiced.mention_id,
    coalesce(restated.voice_key, voiced.voice_key) as voice_key
from voiced
left join restated on voiced.claim_id = restated.claim_id;
