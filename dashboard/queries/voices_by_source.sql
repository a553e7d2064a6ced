-- One row per voice and source that carries it, for the voices and sources with most claims: how many claims.
with
top_sources as (
    select source
    from claim
    group by source
    order by count(*) desc, source asc
    limit $sources
),

spoken as (
    select
        source,
        if(claimant is null, '', coalesce(voice_affiliation, voice)) as who
    from claim
    inner join top_sources using (source)
),

top_voices as (
    select who
    from spoken
    group by who
    order by who = '' desc, count(*) desc, who asc
    limit $voices
)

select
    who,
    source,
    count(*) as claims
from spoken
inner join top_voices using (who)
group by who, source
order by who = '' asc, who asc, source asc
