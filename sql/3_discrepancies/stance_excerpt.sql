-- One row per question whose sentence needs words of an article: what its stance says, in a list and as a question.
-- As patterns: verbs that a clause follows without "that", words that such a clause begins with, and those that stand
-- for who speaks. Variables are compiled once, patterns that stand in the rows for each.
set variable clause_words = (
    select {
        'sayings': string_agg(word, '|') filter (where kind = 'saying'),
        'subjects': string_agg(word, '|') filter (where kind in ('pronoun', 'subject')),
        'pronouns': string_agg(word, '|') filter (where kind = 'pronoun'),
        'first_persons': string_agg(word, '|') filter (where kind = 'first_person')
    }
    from title_word
);

create or replace table stance_excerpt as
with
sentence as (
    select *, subject_of(value, before, voice) as subject
    from question_sentence
),

-- Its own words, up to the end of their clause where they are but a few.
stance as (
    select
        question_id,
        with_capital(voice) as voice,
        concat(
            nullif(subject, '') || ' ',
            without_conjunction(value),
            if(length(value) < 24, regexp_extract(after, '^[^,;:.]*'), '')
        ) as stance,
        trim(if(length(stance) > 64, regexp_replace(left(stance, 64), '\s+\S*$', ' …'), stance)) as cut_stance,
        -- Marks around the whole go; one that opens within is closed again.
        case
            when regexp_matches(cut_stance, '^["“][^"“”]*["”]?$') then trim(cut_stance, ' "“”')
            when length(regexp_replace(cut_stance, '[^"“”]', '', 'g')) % 2 = 1
                then if(
                    regexp_matches(cut_stance, '["”]$'), left(cut_stance, length(cut_stance) - 1), cut_stance || '"'
                )
            else cut_stance
        end as short_stance,
        -- What it holds or denies, where it says so in a clause of its own: "denied that a gate had been opened", "said
        -- the gate was shut".
        rtrim(
            coalesce(
                nullif(
                    regexp_extract(
                        stance,
                        '^(?:' || getvariable('clause_words')['sayings']
                        || ') ((?:' || getvariable('clause_words')['subjects'] || ') [^"“”‘’]{8,110})$',
                        1
                    ),
                    ''
                ),
                regexp_extract(stance, '\bthat ([^"“”‘’]{12,110})$', 1)
            ),
            ' ,;:.'
        ) as matter,
        regexp_matches(matter, '(?i)\b(' || getvariable('clause_words')['pronouns'] || ')\b') as has_pronoun,
        regexp_matches(matter, '(?i)\b(' || getvariable('clause_words')['first_persons'] || ')\b') as is_quoted,
        -- "rejected that account and said ...": "that" opens no clause.
        points_to_tale('that ' || split_part(matter, ' ', 1)) as is_pointed_to
    from sentence
)

select
    question_id,
    in_own_words(voice, in_quotation_marks(short_stance)) as title,
    -- A pronoun in it stands for who speaks; what they say of themselves is asked in their words alone.
    case
        when coalesce(matter, '') = '' or is_quoted or is_pointed_to or has_pronoun and voice is null then null
        when has_pronoun then concat(voice, ': is it true that ', matter, '?')
        else concat('Is it true that ', matter, '?')
    end as asks
from stance;
