-- One row per claim that counts for another voice than its own: the independent voice that it counts for. What a
-- publisher says itself counts for the first publisher of its origin; where it only copies another on a question, so
-- does the rest that it says there. Voices that are quoted in one origin are one (an unnamed source is the same in
-- every reprint), and so are those of one full name, whomever texts have the person speak for. Figures that nobody
-- signs for count for the named voice that gives the same ones: a publisher's own, where its article quotes that voice
-- with them or its sentences name the voice, and those of an unnamed source that is not quoted beside the voice with
-- other ones.
create or replace table claim_support as
with
-- Questions to which a text is copied, or a person is heard who may speak for two.
concerned as (
    select member.question_id
    from reprint
    inner join question_member as member on reprint.claim_id = member.claim_id
    union
    select member.question_id
    from claim_voice
    inner join question_member as member on claim_voice.claim_number = member.claim_number
    where starts_with(claim_voice.voice_key, 'person:')
    union
    select member.question_id
    from staged_claim as claim
    inner join question_member as member on claim.rowid = member.claim_number
    where claim.claimant is not null
),

spoken as (
    select
        claim.claim_id,
        claim.document_id,
        claim.reported_at,
        claim.value,
        claim.polarity,
        lower(strip_accents(claim.quote)) as folded_quote,
        lower(strip_accents(claim.claimant)) as folded_claimant,
        mention.words,
        -- "The coastguard" is unnamed where nothing tells of which state, and no less one body than the police.
        coalesce(
            mention.kind = 'unnamed'
            and not (starts_with(folded_claimant, 'the ') and list_has_any(mention.words, arm.words)),
            false
        ) as is_unnamed,
        member.question_id,
        claim_voice.voice_id,
        reprint.origin_id,
        claim.claimant is null as is_own,
        claim.claimant is null or starts_with(claim_voice.voice_key, 'source:') as is_publisher,
        nullif(regexp_extract(claim_voice.voice_key, '^person:(?:.*:)?([^:]+ [^:]+)$', 1), '') as full_name
    from staged_claim as claim
    inner join question_member as member on claim.rowid = member.claim_number
    inner join claim_voice on claim.rowid = claim_voice.claim_number
    left join voice_mention as mention on claim_voice.mention_id = mention.mention_id
    left join reprint on claim.claim_id = reprint.claim_id
    cross join (
        select list(word) as words
        from lexicon_voice_words
        where role = 'arm'
    ) as arm
    where member.question_id in (select question_id from concerned)
),

origin_support as (
    select
        question_id,
        origin_id,
        min(voice_id) filter (where not is_publisher) as quoted_id,
        coalesce(quoted_id, arg_min(voice_id, (is_own, coalesce(reported_at, '9999'), claim_id))) as support_id
    from spoken
    where origin_id is not null
    group by question_id, origin_id
),

namesake as (
    select question_id, full_name, min(voice_id) as support_id
    from spoken
    where full_name is not null
    group by question_id, full_name
),

united as (
    select
        spoken.question_id,
        spoken.voice_id,
        least(min(origin_support.quoted_id), min(namesake.support_id)) as support_id
    from spoken
    left join origin_support
        on spoken.question_id = origin_support.question_id and spoken.origin_id = origin_support.origin_id
    left join namesake on spoken.question_id = namesake.question_id and spoken.full_name = namesake.full_name
    where not spoken.is_publisher and coalesce(spoken.origin_id, spoken.full_name) is not null
    group by spoken.question_id, spoken.voice_id
),

copying as (
    select
        spoken.question_id,
        spoken.voice_id,
        min(origin_support.support_id) as support_id
    from spoken
    inner join origin_support
        on spoken.question_id = origin_support.question_id and spoken.origin_id = origin_support.origin_id
    where spoken.is_publisher
    group by spoken.question_id, spoken.voice_id
    having not bool_or(origin_support.support_id = spoken.voice_id)
),

-- Where a document quotes an unnamed source beside a voice that it has say something else, the two are not one.
beside_another as (
    select spoken.question_id, spoken.claim_id, told.voice_id
    from spoken
    inner join spoken as told
        on
            spoken.question_id = told.question_id
            and spoken.document_id = told.document_id
            and spoken.value != told.value
    where spoken.is_unnamed
),

-- Whose figure it is that nobody signs for.
unsigned_claim as (
    select
        spoken.question_id,
        spoken.voice_id,
        spoken.claim_id,
        arg_min(
            coalesce(united.support_id, named.voice_id),
            (spoken.document_id != named.document_id, named.is_unnamed, named.voice_id)
        ) as support_id
    from spoken
    inner join spoken as named
        on
            spoken.question_id = named.question_id
            and spoken.value = named.value
            and spoken.polarity = named.polarity
            and spoken.claim_id != named.claim_id
    left join united on named.question_id = united.question_id and named.voice_id = united.voice_id
    where
        not named.is_publisher
        and if(
            spoken.is_own,
            spoken.document_id = named.document_id
            or contains(spoken.folded_quote, named.words[-1]) and not named.is_unnamed,
            spoken.is_unnamed and (not named.is_unnamed or spoken.folded_claimant = named.folded_claimant)
        )
        and (spoken.question_id, spoken.claim_id, named.voice_id) not in (from beside_another)
    group by spoken.question_id, spoken.voice_id, spoken.claim_id
),

-- A publisher or an unnamed source that says nothing else on the question adds no voice.
unsigned as (
    select spoken.question_id, spoken.voice_id, min(unsigned_claim.support_id) as support_id
    from spoken
    left join unsigned_claim on spoken.claim_id = unsigned_claim.claim_id
    group by spoken.question_id, spoken.voice_id
    having count(*) = count(unsigned_claim.claim_id)
),

supported as (
    select
        spoken.claim_id,
        spoken.voice_id,
        coalesce(
            if(spoken.is_publisher, coalesce(origin_support.support_id, copying.support_id), united.support_id),
            unsigned.support_id
        ) as support_id
    from spoken
    left join unsigned on spoken.question_id = unsigned.question_id and spoken.voice_id = unsigned.voice_id
    left join copying on spoken.question_id = copying.question_id and spoken.voice_id = copying.voice_id
    left join united on spoken.question_id = united.question_id and spoken.voice_id = united.voice_id
    left join origin_support
        on spoken.question_id = origin_support.question_id and spoken.origin_id = origin_support.origin_id
)

select claim_id, support_id
from supported
where support_id != voice_id;
