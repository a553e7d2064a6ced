-- One row per question: what it is called in a list, and the question itself as a sentence.
create or replace table question_title as
with
-- What has no name by which it could be checked, and what shares its name, is told apart by words of the article.
titled as (
    select
        named.*,
        phrase.phrase,
        phrase.is_in_its_words,
        phrase.is_of_anything,
        excerpt.words,
        excerpt.is_cut_before,
        stance.title as stance_title,
        stance.asks as stance_asks,
        if((phrase.is_worded or named.is_namesake) and not named.is_stance, excerpt.around, null) as told,
        -- A sentence of an article with a gap asks for what filled it, in its own unit where it has one.
        if(excerpt.is_figure, excerpt.gapped, null) as gapped,
        coalesce(excerpt.unit, named.unit) as asked_unit,
        concat(
            coalesce(
                if(named.is_stance, stance.title || coalesce(', ' || named.period, ''), null), with_capital(named.name)
            ),
            ': ' || told
        ) as title
    from question_name as named
    inner join question_phrase as phrase on named.question_id = phrase.question_id
    left join question_excerpt as excerpt on named.question_id = excerpt.question_id
    left join stance_excerpt as stance on named.question_id = stance.question_id
),

-- Of those that still share their title all but the one that most claims answer add the figure that was given first.
shared_title as (
    select title
    from titled
    where has_text and not is_stance
    group by title
    having count(*) > 1
),

alike as (
    select titled.question_id
    from titled
    semi join shared_title on titled.title = shared_title.title
    where titled.has_text
    qualify row_number() over (partition by titled.title order by titled.claim_count desc, titled.question_id) > 1
),

first_figure as (
    select
        claim.question_id,
        ' (first reported: '
        || arg_min(claim.figure, (claim.restates is not null, claim.reported_at, claim.claim_id))
        || ')' as figure
    from claim
    semi join alike on claim.question_id = alike.question_id
    where claim.kind = 'quantity'
    group by claim.question_id
),

quoted as (
    select
        *,
        concat(
            gapped,
            case
                when asked_unit is null then if(is_of_anything, ' What figure?', ' How many?')
                when asked_unit = 'percent' then ' What share?'
                when regexp_matches(asked_unit, '^[A-Z]{3}$') then ' How much?'
                else ' How many ' || plural_unit(asked_unit) || '?'
            end
        ) as gap_asks
    from titled
)

select
    quoted.question_id,
    concat(quoted.title, first_figure.figure) as title,
    coalesce(
        if(quoted.is_in_its_words, null, quoted.phrase)
        || coalesce(' ' || quoted.told, '')
        || coalesce(first_figure.figure, ''),
        if(
            quoted.is_stance,
            -- Half a sentence does not tell who speaks, which the title does.
            coalesce(
                quoted.stance_asks, if(quoted.is_cut_before, quoted.stance_title || '.', null), quoted.words
            ) || if(quoted.stance_asks is null, ' What do others say?', ''),
            if(quoted.gapped is null, null, quoted.gap_asks)
        )
        || coalesce(quoted.where_and_when, ''),
        quoted.words || coalesce(quoted.where_and_when, ''),
        quoted.phrase,
        with_capital(quoted.name)
    ) as asks
from quoted
left join first_figure on quoted.question_id = first_figure.question_id;
