-- One row per two documents of a story and feature that speaks for or against their telling of one event: how much of
-- it.
create or replace table document_evidence as
with
met as (
    select a.document_id as a_document_id, b.document_id as b_document_id, a.story_id
    from document_story as a
    inner join document_story as b on a.story_id = b.story_id and a.document_id < b.document_id
),

told as (
    select
        claim_key.document_id,
        story.story_id,
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
    inner join document_story as story on claim_key.document_id = story.document_id
    where claim_key.has_text and claim_key.kind = 'quantity' and claim_key.figure is not null
),

-- Figures of one measure in both: whether any meet, and whether one voice gives each document a figure of its own, of
-- another day, though what is counted does not come and go, nor had grown by the later report. Of one day it revises.
compared as (
    select
        a.document_id as a_document_id,
        b.document_id as b_document_id,
        coalesce(a.low > b.high or b.low > a.high, false) as is_apart,
        a.said_by = b.said_by and a.said_by != '' and a.what = b.what as is_same_voice,
        a.is_only_figure and b.is_only_figure and a.over_time != 'level' as is_steady,
        coalesce(a.told_day = b.told_day, false) as is_of_one_day,
        a.over_time = 'cumulative' and coalesce((a.low < b.low) = (a.reported_at <= b.reported_at), true) as is_grown
    from told as a
    inner join told as b
        on
            a.story_id = b.story_id
            and a.document_id < b.document_id
            and a.asked_as = b.asked_as
            and a.dimension = b.dimension
            and a.is_change = b.is_change
    where not a.is_generic
),

figure as (
    select
        a_document_id,
        b_document_id,
        bool_or(not is_apart) as is_met,
        bool_or(is_apart and is_same_voice and is_steady and not is_of_one_day and not is_grown) as is_other
    from compared
    group by a_document_id, b_document_id
),

told_day as (
    select distinct document_id, story_id, told_day
    from told
    where told_day is not null
),

day as (
    select a.document_id as a_document_id, b.document_id as b_document_id, bool_or(a.told_day = b.told_day) as is_same
    from told_day as a
    inner join told_day as b on a.story_id = b.story_id and a.document_id < b.document_id
    group by a.document_id, b.document_id
),

-- The names of each document; those that it opens with and others of its story have too, and the one that it has most.
name as (
    select
        word.document_id,
        story.story_id,
        word.word,
        word.is_opening,
        word.is_opening and count(*) over (partition by story.story_id, word.word) > 1 as is_known,
        word.times > 1
        and row_number() over (partition by word.document_id order by word.times desc, word.weight desc, word.word) = 1
            as is_main
    from document_word as word
    inner join document_story as story on word.document_id = story.document_id
    where word.is_name
),

lacked as (
    select
        name.document_id,
        other.document_id as other_document_id,
        bool_or(name.is_known) as is_known_name,
        bool_or(name.is_main) as is_main_name
    from name
    inner join document_story as other on name.story_id = other.story_id and name.document_id != other.document_id
    anti join document_word as had on other.document_id = had.document_id and name.word = had.word
    where name.is_known or name.is_main
    group by name.document_id, other.document_id
),

shown as (
    select
        met.a_document_id,
        met.b_document_id,
        [
            {'feature': 'candidates', 'amount': true},
            {'feature': 'same_told_day', 'amount': day.is_same},
            {'feature': 'other_told_day', 'amount': not day.is_same},
            {'feature': 'met_figure', 'amount': figure.is_met},
            {'feature': 'other_figure', 'amount': figure.is_other and not figure.is_met},
            {'feature': 'own_names', 'amount': a.is_known_name and b.is_known_name},
            {'feature': 'own_main_names', 'amount': a.is_main_name and b.is_main_name}
        ] as features
    from met
    left join day on met.a_document_id = day.a_document_id and met.b_document_id = day.b_document_id
    left join figure on met.a_document_id = figure.a_document_id and met.b_document_id = figure.b_document_id
    left join lacked as a on met.a_document_id = a.document_id and met.b_document_id = a.other_document_id
    left join lacked as b on met.b_document_id = b.document_id and met.a_document_id = b.other_document_id
),

listed as (
    select a_document_id, b_document_id, unnest(list_filter(features, lambda one: one['amount'])) as one
    from shown
)

select a_document_id, b_document_id, one['feature'] as feature, one['amount']::integer::double as amount
from listed;
