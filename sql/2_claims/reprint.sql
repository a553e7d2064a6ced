-- One row per claim that repeats another document: its sentence stands there all but word for word, or it names that
-- publisher as its source. Claims of one origin are one report, however many print it.
create or replace table reprint as
with recursive
told as (
    select claim.claim_id, claim.document_id, claim.source, claim.value, member.question_id, claim.quote
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    where claim.quote is not null and claim.document_id is not null
),

worded as (
    select
        claim_id,
        document_id,
        question_id,
        value,
        list_filter(
            string_split_regex(lower(strip_accents(quote)), '[^a-z0-9]+'), lambda word: word != ''
        ) as words
    from told
),

limits as (
    select
        max(value) filter (where setting = 'reprint_share') as reprint_share,
        max(value) filter (where setting = 'shared_shingles') as shared_shingles,
        (max(value) filter (where setting = 'shingle_words'))::integer as shingle_words
    from setting
),

-- The runs of words of a sentence, each as one number.
shingle as (
    select distinct
        claim_id,
        document_id,
        question_id,
        value,
        unnest(list_transform(
            range(1, greatest(len(words) - shingle_words, 0) + 2),
            lambda first: hash(array_to_string(list_slice(words, first, first + shingle_words - 1), ' '))
        )) as shingle
    from worded
    cross join limits
),

counted as (
    select claim_id, count(*) as shingle_count
    from shingle
    group by claim_id
),

shared as (
    select
        a.claim_id as a_claim_id,
        b.claim_id as b_claim_id,
        count(*) as shared_count
    from shingle as a
    inner join shingle as b
        on
            a.question_id = b.question_id
            and a.shingle = b.shingle
            and a.document_id != b.document_id
            and a.value is not distinct from b.value
    group by a.claim_id, b.claim_id
),

alike as (
    select shared.a_claim_id, shared.b_claim_id
    from shared
    inner join counted as a on shared.a_claim_id = a.claim_id
    inner join counted as b on shared.b_claim_id = b.claim_id
    cross join limits
    where
        shared.shared_count >= limits.reprint_share * least(a.shingle_count, b.shingle_count)
        and shared.shared_count >= limits.shared_shingles
),

-- A publisher that gives another one as its source for a figure prints that one's report.
citing as (
    select own.claim_id as a_claim_id, cited.claim_id as b_claim_id
    from claim_voice as own
    inner join told on own.claim_id = told.claim_id
    inner join claim_voice as cited on own.voice_id = cited.voice_id and own.claim_id != cited.claim_id
    inner join told as cited_told
        on
            cited.claim_id = cited_told.claim_id
            and told.question_id = cited_told.question_id
            and told.value is not distinct from cited_told.value
    where starts_with(own.voice_key, 'source:') and told.source != cited_told.source
),

linked as (
    select a_claim_id, b_claim_id
    from alike
    union
    select a_claim_id, b_claim_id
    from citing
),

reached using key (claim_id) as (
    select distinct a_claim_id as claim_id, a_claim_id as root_id
    from linked
    union
    (
        select known.claim_id, min(reached.root_id) as root_id
        from reached
        inner join linked on reached.claim_id = linked.a_claim_id
        inner join recurring.reached as known on linked.b_claim_id = known.claim_id
        where reached.root_id < known.root_id
        group by known.claim_id
    )
)

select claim_id, left(md5(root_id), 12) as origin_id
from reached;
