-- One row per claim that repeats another document: its sentence stands there all but word for word, or its document is
-- a copy of that one and tells the same figure in words of its own, or it names that publisher as its source. Claims of
-- one origin are one report, however many print it.
create or replace table reprint as
with recursive
-- Numbers are compared faster than names and sentences.
told as (
    select
        claim.claim_id,
        row_number() over (order by claim.claim_id)::integer as claim_number,
        claim.document_id,
        claim.source,
        claim.value,
        claim.polarity,
        member.question_id,
        claim.quote,
        hash(claim.quote) as quote_hash,
        claim_voice.voice_key,
        claim_voice.voice_id,
        document.published_at,
        claim.claimant is null as is_own,
        if(mention.kind = 'publisher', mention.voice_key, null) as publisher_key
    from staged_claim as claim
    inner join question_member as member on claim.rowid = member.claim_number
    left join staged_document as document on claim.document_id = document.document_id
    left join claim_voice on claim.rowid = claim_voice.claim_number
    left join voice_mention as mention on claim_voice.mention_id = mention.mention_id
    where claim.quote is not null and claim.document_id is not null
),

limits as (
    select
        max(value) filter (where setting = 'reprint_share') as reprint_share,
        max(value) filter (where setting = 'misprint_share') as misprint_share,
        max(value) filter (where setting = 'shared_shingles') as shared_shingles,
        max(value) filter (where setting = 'copied_sentences') as copied_sentences,
        max(value) filter (where setting = 'shingle_claims') as shingle_claims,
        (max(value) filter (where setting = 'shingle_words'))::integer as shingle_words,
        (select list(word) from lexicon_number_words) as number_words
    from setting
),

-- A sentence whatever the house style: figures and number words are one sign, and percentages one word.
worded as (
    select
        told.claim_number,
        told.document_id,
        told.question_id,
        told.value,
        told.published_at,
        list_transform(
            list_filter(
                string_split_regex(
                    regexp_replace(
                        regexp_replace(lower(strip_accents(told.quote)), '%|\bper cent\b', ' percent ', 'g'),
                        '[0-9][0-9.,]*',
                        ' # ',
                        'g'
                    ),
                    '[^a-z#]+'
                ),
                lambda word: word != ''
            ),
            lambda word: if(list_contains(limits.number_words, word), '#', word)
        ) as words
    from told
    cross join limits
),

-- The runs of words of a sentence, each as one number.
run as (
    select distinct
        claim_number,
        document_id,
        question_id,
        value,
        published_at,
        unnest(list_transform(
            range(1, greatest(len(words) - shingle_words, 0) + 2),
            lambda first: hash(array_to_string(list_slice(words, first, first + shingle_words - 1), ' '))
        )) as shingle
    from worded
    cross join limits
),

shingle as (
    select
        run.*,
        count(*) over (partition by claim_number) as shingle_count,
        row_number() over (
            partition by question_id, value, shingle
            order by published_at nulls last, document_id, claim_number
        ) <= limits.shingle_claims as is_early
    from run
    cross join limits
),

-- Of one figure only, for in a large question everybody says "people were killed". A run that hundreds print is held
-- against the earliest that do: their pairs do not grow with the square.
meeting as (
    select distinct a.claim_number as a_claim_number, b.claim_number as b_claim_number
    from shingle as a
    inner join shingle as b
        on
            a.question_id = b.question_id
            and a.value is not distinct from b.value
            and a.shingle = b.shingle
            and a.document_id != b.document_id
    where b.is_early
),

either_way as (
    select a_claim_number, b_claim_number
    from meeting
    union
    select b_claim_number, a_claim_number
    from meeting
),

-- Kept, so that runs meet only those of the claims that meet: all that have one in common are many more.
met_shingle as materialized (
    select either_way.a_claim_number, either_way.b_claim_number, a.shingle, a.shingle_count
    from either_way
    inner join shingle as a on either_way.a_claim_number = a.claim_number
),

shared as (
    select
        a.a_claim_number,
        a.b_claim_number,
        count(*) as shared_count,
        count(*) / least(any_value(a.shingle_count), any_value(b.shingle_count)) as share
    from met_shingle as a
    inner join shingle as b on a.b_claim_number = b.claim_number and a.shingle = b.shingle
    group by a.a_claim_number, a.b_claim_number
),

-- Sentences with one figure that have this share of their words in common.
resembling as (
    select
        shared.a_claim_number,
        shared.b_claim_number,
        a_told.document_id as a_document_id,
        b_told.document_id as b_document_id,
        a_told.quote_hash as a_quote_hash,
        b_told.quote_hash as b_quote_hash,
        shared.shared_count
    from shared
    inner join told as a_told on shared.a_claim_number = a_told.claim_number
    inner join told as b_told on shared.b_claim_number = b_told.claim_number
    cross join limits
    where shared.share >= limits.reprint_share
),

-- The copies of one text, of which hundreds are held against the earliest only, too.
copy as (
    select
        document_copy.document_id,
        document_copy.first_document_id,
        row_number() over (
            partition by document_copy.first_document_id
            order by document.published_at nulls last, document_copy.document_id
        ) <= limits.shingle_claims as is_early
    from document_copy
    left join staged_document as document on document_copy.document_id = document.document_id
    cross join limits
),

-- Documents that share sentences of some length with the same figures, or much of their words: one is a copy of the
-- other.
copied as (
    select resembling.a_document_id, resembling.b_document_id
    from resembling
    cross join limits
    where resembling.shared_count >= limits.shared_shingles
    group by resembling.a_document_id, resembling.b_document_id
    having count(distinct resembling.a_quote_hash) >= any_value(limits.copied_sentences)
    union
    select a.document_id, b.document_id
    from copy as a
    inner join copy as b on a.first_document_id = b.first_document_id and a.document_id != b.document_id
    where a.is_early or b.is_early
),

-- In a copy, sentences with other figures that have all but this share of their words in common.
copied_shingle as materialized (
    select copied.b_document_id, a.*
    from copied
    inner join shingle as a on copied.a_document_id = a.document_id
),

misprinted as (
    select
        a.claim_number as a_claim_number,
        b.claim_number as b_claim_number,
        any_value(a.document_id) as a_document_id,
        any_value(b.document_id) as b_document_id
    from copied_shingle as a
    inner join shingle as b
        on
            a.b_document_id = b.document_id
            and a.question_id = b.question_id
            and a.value is distinct from b.value
            and a.shingle = b.shingle
    cross join limits
    group by a.claim_number, b.claim_number
    having
        count(*) / least(any_value(a.shingle_count), any_value(b.shingle_count)) >= any_value(limits.misprint_share)
),

-- In a copy a short sentence is one too, and so is one with a figure that nothing in the other sentence accounts for.
alike as (
    select resembling.a_claim_number, resembling.b_claim_number
    from resembling
    cross join limits
    left join copied
        on resembling.a_document_id = copied.a_document_id and resembling.b_document_id = copied.b_document_id
    where resembling.shared_count >= limits.shared_shingles or copied.a_document_id is not null
    union all
    select misprinted.a_claim_number, misprinted.b_claim_number
    from misprinted
    inner join told as a on misprinted.a_claim_number = a.claim_number
    inner join told as b on misprinted.b_claim_number = b.claim_number
    where
        not exists (
            select 1
            from resembling as other
            where
                other.a_quote_hash = a.quote_hash
                and other.b_quote_hash = b.quote_hash
                and other.a_document_id = misprinted.a_document_id
                and other.b_document_id = misprinted.b_document_id
                and (other.a_claim_number = misprinted.a_claim_number or other.b_claim_number = misprinted.b_claim_number)
        )
),

-- Who gives a figure in one document: nobody but its publisher, or one voice.
figure_voice as (
    select
        question_id,
        document_id,
        source,
        value,
        polarity,
        unnest(list(claim_number)) as claim_number,
        bool_or(is_own) as is_own,
        min(voice_id) filter (where not is_own) as voice_id,
        count(distinct voice_id) filter (where not is_own) as voice_count
    from told
    where value is not null
    group by question_id, document_id, source, value, polarity
),

-- Copies of one text that give a figure: a copy may word it anew and leave out who gave it, or the other way round.
retold_figure as (
    select
        copy.first_document_id,
        figure.*,
        figure.is_own and figure.voice_count = 0 as is_publisher_alone,
        min(figure.claim_number) over same_figure as first_claim_number,
        min(figure.claim_number) filter (where figure.document_id = copy.first_document_id and figure.voice_count = 1)
            over same_figure as original_claim_number,
        min(figure.voice_id) over same_figure is not distinct from max(figure.voice_id) over same_figure as is_one_voice,
        min(figure.document_id) over same_figure != max(figure.document_id) over same_figure as is_printed_twice
    from document_copy as copy
    inner join figure_voice as figure on copy.document_id = figure.document_id
    where figure.voice_count <= 1
    window same_figure as (
        partition by copy.first_document_id, figure.question_id, figure.value, figure.polarity
    )
),

retold as (
    select claim_number as a_claim_number, if(is_one_voice, first_claim_number, original_claim_number) as b_claim_number
    from retold_figure
    where is_printed_twice and (is_one_voice or is_publisher_alone and original_claim_number is not null)
),

-- A publisher that gives another one as its source for a figure prints that one's report, and what that one has from
-- somebody is no second voice.
citing as (
    select own.claim_number as a_claim_number, cited.claim_number as b_claim_number
    from told as own
    inner join told as cited
        on
            own.voice_id = cited.voice_id
            and own.claim_number != cited.claim_number
            and own.question_id = cited.question_id
            and own.value is not distinct from cited.value
    where starts_with(own.voice_key, 'source:') and own.source != cited.source
    union
    select own.claim_number, cited.claim_number
    from told as own
    inner join figure_voice as cited
        on
            own.publisher_key = 'source:' || regexp_replace(lower(strip_accents(cited.source)), '^the ', '')
            and own.question_id = cited.question_id
            and own.value = cited.value
            and own.polarity = cited.polarity
    where own.source != cited.source and cited.voice_count = 1
),

linked as (
    select a_claim_number, b_claim_number
    from alike
    union
    select a_claim_number, b_claim_number
    from retold
    union
    select b_claim_number, a_claim_number
    from retold
    union
    select a_claim_number, b_claim_number
    from citing
    union
    select b_claim_number, a_claim_number
    from citing
),

reached using key (claim_number) as (
    select distinct a_claim_number as claim_number, a_claim_number as root_number
    from linked
    union
    (
        select known.claim_number, min(reached.root_number) as root_number
        from reached
        inner join linked on reached.claim_number = linked.a_claim_number
        inner join recurring.reached as known on linked.b_claim_number = known.claim_number
        where reached.root_number < known.root_number
        group by known.claim_number
    )
)

select claim.claim_id, left(md5(root.claim_id), 12) as origin_id
from reached
inner join told as claim on reached.claim_number = claim.claim_number
inner join told as root on reached.root_number = root.claim_number;
