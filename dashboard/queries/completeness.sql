-- One row per thing that a claim can lack: how many claims have it.
with
claims as (
    select
        count(*) as total,
        count(claimant) as claimant,
        count(as_of) as as_of,
        count(reported_at) as reported_at,
        count(claim.place) as place,
        count(claim.actor) as actor,
        count(*) filter (where question.claim_count > 1) as question
    from claim
    left join question using (question_id)
)
select 'a named claimant' as has, claimant as claims, total from claims
union all
select 'a date that the figure speaks of', as_of, total from claims
union all
select 'a date of publication', reported_at, total from claims
union all
select 'a place', place, total from claims
union all
select 'an actor', actor, total from claims
union all
select 'a question that others answer too', question, total from claims
