-- One row per state or body that speaks and source that carries it, for those with most claims: how many claims, and how
-- many voices these sources have of it. A source's own voice has no name.
with
top_sources as (
    select source, own_voice_count
    from source
    where claim_count > 0
    order by claim_count desc, source asc
    limit $sources
),

spoken as (
    select
        speaker_outlet.source,
        coalesce(speaker_outlet.voice_affiliation, speaker_outlet.voice) as who,
        sum(speaker_outlet.claim_count)::bigint as claims
    from speaker_outlet
    semi join top_sources on speaker_outlet.source = top_sources.source
    group by speaker_outlet.source, who
    union all
    select source, '' as who, own_voice_count as claims
    from top_sources
    where own_voice_count > 0
),

-- A state has many voices: its ministries, agencies and officials.
speakers as (
    select
        coalesce(speaker_outlet.voice_affiliation, speaker_outlet.voice) as who,
        count(distinct speaker_outlet.voice_id) as speakers
    from speaker_outlet
    semi join top_sources on speaker_outlet.source = top_sources.source
    group by who
),

top_voices as (
    select who
    from spoken
    group by who
    order by who = '' desc, sum(claims) desc, who asc
    limit $voices
)

select
    spoken.who,
    spoken.source,
    spoken.claims,
    coalesce(speakers.speakers, 1) as speakers
from spoken
semi join top_voices on spoken.who = top_voices.who
left join speakers on spoken.who = speakers.who
order by spoken.who = '' asc, spoken.who asc, spoken.source asc
