-- One row per claim of a document: the day that it speaks of, where the text, its publication or an earlier telling of
-- the figure gives it.
create or replace table claim_day as
with
-- Claims of documents only: millions of figures that never were prose would meet each other by measure and figure.
told as (
    select *, is_telling_figure(figure) as is_telling
    from claim_key
    where document_id is not null
),

-- Kept, so that figures meet only those of documents that meet: all that are equal are many more.
met as materialized (
    select neighbour.other_document_id, told.*
    from told
    inner join document_neighbour as neighbour
        on told.document_id = neighbour.document_id and told.document_id != neighbour.other_document_id
),

-- The same figure for the same thing in another document: two digits that are no zeros make a coincidence unlikely, and
-- so does a text that recalls the figure.
retold as (
    select a.claim_id, a.document_id, a.as_of_day, b.claim_id as other_claim_id, b.document_id as other_document_id
    from met as a
    inner join told as b
        on
            a.other_document_id = b.document_id
            and a.asked_as = b.asked_as
            and a.dimension = b.dimension
            and a.figure = b.figure
            and (
                a.is_telling
                or (a.is_recalled or b.is_recalled) and a.figure >= 20
            )
    where
        coalesce(a.actor = b.actor, true)
        and coalesce(a.place = b.place or is_nested(a.place, b.place), true)
),

-- A document without a date speaks of the days of the figures that it shares with dated ones.
document_day as (
    select retold.document_id, min(other.as_of_day) as day
    from retold
    inner join told as own on retold.claim_id = own.claim_id
    inner join told as other on retold.other_claim_id = other.claim_id
    where own.reported_at is null and own.as_of_day is null
    group by retold.document_id
),

own_day as (
    select
        told.claim_id,
        coalesce(
            told.as_of_day,
            -- Of a year or month, the day that lies nearest to publication.
            if(
                length(told.as_of) in (4, 7),
                least(greatest(told.reported_day, first_day(told.as_of)), last_day_of(told.as_of)),
                null
            ),
            if(told.is_recalled, null, told.reported_day),
            document_day.day
        ) as day,
        told.is_recalled
    from told
    left join document_day on told.document_id = document_day.document_id
),

-- A figure told again weeks later speaks of the day on which it was first told.
first_told as (
    select retold.claim_id, min(other.day) as day
    from retold
    inner join own_day as other on retold.other_claim_id = other.claim_id
    group by retold.claim_id
)

select
    own_day.claim_id,
    case
        when own_day.day is null then first_told.day
        when datediff('day', first_told.day, own_day.day) > 45 then first_told.day
        else own_day.day
    end as day,
    own_day.is_recalled and first_told.day is null as is_recalled
from own_day
left join first_told on own_day.claim_id = first_told.claim_id;
