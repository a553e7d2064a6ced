-- One row per voice that a source quotes, and one for its own voice (is_own): how many claims.
select
    coalesce(voice_affiliation, voice) as who,
    claimant is null as is_own,
    count(*) as claims
from claim
where source = $source
group by who, is_own
order by claims desc, who asc
limit $most
