-- One row per state or body of a list that several voices speak for: how many these are, and those with most claims by
-- name.
with
spoken as (
    select
        coalesce(voice_affiliation, voice) as who,
        voice_id,
        any_value(voice) as voice,
        sum(claim_count) as claims
    from speaker_outlet
    where list_contains($bodies, coalesce(voice_affiliation, voice))
    group by who, voice_id
),

ranked as (
    select
        *,
        row_number() over (partition by who order by claims desc, voice asc) as place
    from spoken
)

select
    who,
    count(*) as voice_count,
    list(voice order by place) filter (where place <= $most) as names
from ranked
group by who
having count(*) > 1
order by voice_count desc, who asc
