-- One row per state or body that a source quotes, and one for its own voice (is_own): how many claims, and who speaks for
-- it there by name, unless it speaks for itself.
with
spoken as (
    select
        coalesce(voice_affiliation, claimant_affiliation, voice) as who,
        claimant is null as is_own,
        voice,
        count(*) as claims
    from claim
    where source = $source
    group by who, is_own, voice
)

select
    who,
    is_own,
    sum(claims)::bigint as claims,
    (list(voice order by claims desc, voice asc) filter (where not is_own and voice != who))[:$named] as names,
    count(*) filter (where not is_own and voice != who) as speakers
from spoken
group by who, is_own
order by claims desc, who asc
limit $most
