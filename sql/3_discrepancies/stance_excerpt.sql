-- One row per question whose sentence needs words of an article: what its stance says, in a list and as a question.
create or replace table stance_excerpt as
with
-- Its own words, up to the end of their clause where they are but a few.
stance as (
    select
        question_id,
        with_capital(voice) as voice,
        value || if(length(value) < 24, regexp_extract(after, '^[^,;:.]*'), '') as stance,
        trim(if(length(stance) > 64, regexp_replace(left(stance, 64), '\s+\S*$', ' …'), stance)) as cut_stance,
        -- Marks around the whole go; one that opens within is closed again.
        case
            when regexp_matches(cut_stance, '^["“][^"“”]*["”]?$') then trim(cut_stance, ' "“”')
            when length(regexp_replace(cut_stance, '[^"“”]', '', 'g')) % 2 = 1 then cut_stance || '"'
            else cut_stance
        end as short_stance,
        -- What it holds or denies, where it says so in a clause of its own: "denied that a gate had been opened".
        rtrim(regexp_extract(stance, '\bthat ([^"“”‘’]{12,110})$', 1), ' ,;:.') as matter,
        regexp_matches(
            matter, '(?i)\b(it|its|he|him|his|she|her|they|them|their|we|us|our|I|my|this|these|those)\b'
        ) as has_pronoun
    from question_sentence
)

select
    question_id,
    in_own_words(voice, in_quotation_marks(short_stance)) as title,
    -- A pronoun in it stands for who speaks.
    case
        when coalesce(matter, '') = '' or has_pronoun and voice is null then null
        when has_pronoun then concat(voice, ': is it true that ', matter, '?')
        else concat('Is it true that ', matter, '?')
    end as asks
from stance;
