-- One row per two documents that may tell of one event and feature that speaks for or against it: how much of it.
create or replace table document_evidence as
with
-- The most that a document has in common with another one, but for copies, beside which every other report looks odd.
nearest as (
    select document_id, max(similarity) as similarity
    from (
        select a_document_id as document_id, similarity
        from document_pair
        union all
        select b_document_id, similarity
        from document_pair
    )
    where similarity < (select value from setting where setting = 'copy_similarity')
    group by document_id
),

met as (
    select
        pair.a_document_id,
        pair.b_document_id,
        a_document.source = b_document.source as is_same_source,
        a_place.place = b_place.place or is_nested(a_place.place, b_place.place) as is_same_place,
        abs(datediff('day', left(a_document.published_at, 10)::date, left(b_document.published_at, 10)::date)) as days,
        least(pair.similarity / greatest(a.similarity, b.similarity), 1) as share_of_nearest
    from document_pair as pair
    inner join staged_document as a_document on pair.a_document_id = a_document.document_id
    inner join staged_document as b_document on pair.b_document_id = b_document.document_id
    left join document_place as a_place on pair.a_document_id = a_place.document_id
    left join document_place as b_place on pair.b_document_id = b_place.document_id
    left join nearest as a on pair.a_document_id = a.document_id
    left join nearest as b on pair.b_document_id = b.document_id
),

told as (
    select
        claim_key.document_id,
        claim_key.said_by,
        claim_key.asked_as,
        claim_key.dimension,
        claim_key.is_change,
        claim_key.over_time,
        claim_key.is_generic,
        concat_ws(' ', claim_key.class, claim_key.predicate_group) as what,
        claim_key.low,
        claim_key.high,
        claim_key.reported_at,
        if(claim.as_of_basis is distinct from 'published', claim_key.as_of_day, null) as told_day,
        count(distinct claim_key.figure) over (
            partition by claim_key.document_id, claim_key.said_by, claim_key.asked_as, claim_key.dimension
        ) = 1 as is_only_figure
    from claim_key
    inner join staged_claim as claim on claim_key.claim_id = claim.claim_id
    where claim_key.has_text and claim_key.kind = 'quantity' and claim_key.figure is not null
),

-- Kept, so that figures meet only those of documents that meet: all of one measure are many more.
met_told as materialized (
    select met.a_document_id, met.b_document_id, told.*
    from met
    inner join told on met.a_document_id = told.document_id
),

-- Whether one voice gives two documents each a figure of its own, of another day, though what is counted does not come
-- and go, nor had grown by the later report. Of one day it revises.
gave_other as (
    select distinct a.a_document_id, a.b_document_id
    from met_told as a
    inner join told as b
        on
            a.b_document_id = b.document_id
            and a.said_by = b.said_by
            and a.asked_as = b.asked_as
            and a.dimension = b.dimension
            and a.is_change = b.is_change
            and a.what = b.what
    where
        not a.is_generic
        and a.said_by != ''
        and (a.low > b.high or b.low > a.high)
        and a.is_only_figure
        and b.is_only_figure
        and a.over_time != 'level'
        and not coalesce(a.told_day = b.told_day, false)
        and not (
            a.over_time = 'cumulative' and coalesce((a.low < b.low) = (a.reported_at <= b.reported_at), true)
        )
),

-- And no two of their figures of one measure meet.
figure as (
    select gave_other.a_document_id, gave_other.b_document_id
    from gave_other
    inner join told as a on gave_other.a_document_id = a.document_id
    inner join told as b
        on
            gave_other.b_document_id = b.document_id
            and a.asked_as = b.asked_as
            and a.dimension = b.dimension
            and a.is_change = b.is_change
    where not a.is_generic
    group by gave_other.a_document_id, gave_other.b_document_id
    having bool_and(coalesce(a.low > b.high or b.low > a.high, false))
),

told_day as (
    select distinct document_id, told_day
    from told
    where told_day is not null
),

of_one_day as (
    select distinct met.a_document_id, met.b_document_id
    from met
    inner join told_day as a on met.a_document_id = a.document_id
    inner join told_day as b on met.b_document_id = b.document_id and a.told_day = b.told_day
),

-- The name that a document has most.
main_name as (
    select document_id, word
    from document_word
    where is_name
    qualify times > 1 and row_number() over (partition by document_id order by times desc, weight desc, word) = 1
),

either_way as (
    select a_document_id as document_id, b_document_id as other_document_id
    from met
    union all
    select b_document_id, a_document_id
    from met
),

with_main_name as (
    select either_way.document_id, either_way.other_document_id
    from either_way
    inner join main_name on either_way.document_id = main_name.document_id
    inner join document_word as word
        on either_way.other_document_id = word.document_id and main_name.word = word.word
),

-- Names of several words, as persons, streets and firms have them; the fewer documents write one, the more it tells.
written as (
    select distinct
        document_id,
        unnest(regexp_extract_all(
            strip_accents(concat_ws('. ', title, text)),
            '[A-Z][a-z''-]+(?: "[A-Za-z]+")?(?: [A-Z]\.)? [A-Z][A-Za-z''-]+(?: [A-Z][a-z''-]+)*'
        )) as name
    from foreground_text
),

size as (
    select count(*) as document_count
    from staged_document
),

full_name as (
    select
        document_id,
        name,
        ln(1 + size.document_count / count(*) over (partition by name)) / ln(1 + size.document_count / 2) as rarity
    from written
    cross join size
    qualify count(*) over (partition by name) > 1
),

-- Kept, so that names meet only those of documents that meet: all that have one name in common are many more.
met_name as materialized (
    select met.a_document_id, met.b_document_id, a.name, a.rarity
    from met
    inner join full_name as a on met.a_document_id = a.document_id
),

named as (
    select a.a_document_id, a.b_document_id, least(sum(a.rarity), 2) as rarity
    from met_name as a
    inner join full_name as b on a.b_document_id = b.document_id and a.name = b.name
    group by a.a_document_id, a.b_document_id
),

-- What a report names anew is of the fortnight before.
named_anew as (
    select distinct document_id, place
    from (
        select document_id, unnest(places_named_anew(text)) as place
        from staged_document
    )
),

of_event_named as (
    select distinct
        least(told.document_id, earlier.document_id) as a_document_id,
        greatest(told.document_id, earlier.document_id) as b_document_id
    from either_way
    inner join named_anew as told on either_way.document_id = told.document_id
    inner join staged_document as later on told.document_id = later.document_id
    inner join staged_document as earlier
        on
            either_way.other_document_id = earlier.document_id
            and contains(concat_ws(' ', earlier.title, earlier.text), told.place)
    where
        datediff('day', left(earlier.published_at, 10)::date, left(later.published_at, 10)::date) between 0 and 14
),

shown as (
    select
        met.a_document_id,
        met.b_document_id,
        [
            {'feature': 'candidates', 'amount': 1::double},
            {'feature': 'less_near', 'amount': coalesce(-ln(met.share_of_nearest), 0)},
            {'feature': 'same_outlet', 'amount': met.is_same_source::double},
            {'feature': 'same_place', 'amount': coalesce(met.is_same_place, false)::double},
            {'feature': 'other_place', 'amount': coalesce(not met.is_same_place, false)::double},
            {'feature': 'days_apart', 'amount': coalesce(ln(1 + greatest(met.days - 3, 0)), 0)},
            {'feature': 'same_told_day', 'amount': (of_one_day.a_document_id is not null)::double},
            {'feature': 'named_anew', 'amount': (of_event_named.a_document_id is not null)::double},
            {'feature': 'shared_names', 'amount': coalesce(named.rarity, 0)},
            {
                'feature': 'own_main_names',
                'amount': (
                    a.document_id is not null
                    and b.document_id is not null
                    and a_had.document_id is null
                    and b_had.document_id is null
                )::double
            },
            {'feature': 'other_figure', 'amount': (figure.a_document_id is not null)::double}
        ] as features
    from met
    left join figure on met.a_document_id = figure.a_document_id and met.b_document_id = figure.b_document_id
    left join of_one_day
        on met.a_document_id = of_one_day.a_document_id and met.b_document_id = of_one_day.b_document_id
    left join of_event_named
        on met.a_document_id = of_event_named.a_document_id and met.b_document_id = of_event_named.b_document_id
    left join named on met.a_document_id = named.a_document_id and met.b_document_id = named.b_document_id
    left join main_name as a on met.a_document_id = a.document_id
    left join main_name as b on met.b_document_id = b.document_id
    left join with_main_name as a_had
        on met.a_document_id = a_had.document_id and met.b_document_id = a_had.other_document_id
    left join with_main_name as b_had
        on met.b_document_id = b_had.document_id and met.a_document_id = b_had.other_document_id
),

listed as (
    select a_document_id, b_document_id, unnest(list_filter(features, lambda one: one['amount'] != 0)) as one
    from shown
)

select a_document_id, b_document_id, one['feature'] as feature, one['amount'] as amount
from listed;
