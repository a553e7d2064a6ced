-- One row per claim of a document: what it is of, whose, where and when, in the canonical words by which claims are
-- compared. Figures that never were prose need none of it: there are millions of them, and the view claim_term says how
-- they are compared.
create or replace table claim_key as
with
-- The noun of what is counted, where it says anything; whether it names the measure itself, or is a word of its name.
part_noun as (
    select
        counted_head.measure,
        counted_head.counted,
        any_value(counted_head.head) as word,
        coalesce(
            any_value(counted_head.class),
            if(bool_or(generic.measure is not null), null, any_value(singular(counted_head.head)))
        ) as head,
        bool_or(
            wording.wording is not null
            or singular(counted_head.head) in (counted_head.measure, singular(counted_head.measure))
        ) as is_own,
        -- "Children killed" are children all of them.
        contains(counted_head.measure, '_')
        and bool_or(
            list_contains(
                list_transform(string_split(counted_head.measure, '_'), lambda word: singular(word)),
                singular(counted_head.head)
            )
        ) as is_named
    from counted_class as counted_head
    left join measure_wording as wording
        on
            counted_head.measure = wording.measure
            and coalesce(wording.class, '') = ''
            and wording.wording in (counted_head.head, singular(counted_head.head))
    left join lexicon_generic_measures as generic
        on generic.measure in (counted_head.head, singular(counted_head.head))
    group by counted_head.measure, counted_head.counted
),

-- "Eleven of 15 projects" is of a whole that is told: so are others of those 15. What befell some of a whole is no part
-- of it: of "2,600 of its 5,000 employees walked out" all 2,600 are the strikers.
part_of_figure as (
    select figure_beside.claim_id, 'some of ' || figure_beside.counted as class
    from figure_beside
    inner join part_noun as noun on figure_beside.measure = noun.measure and figure_beside.counted = noun.counted
    where
        figure_beside.is_count
        and starts_with(figure_beside.after, ' of ')
        and regexp_matches(figure_beside.counted, '^[0-9]')
        and noun.is_own
        and not noun.is_named
),

-- "Of the 19 dead, 16 had been shot": a part of a whole that is told right before it and is of the same measure. Two of
-- them never count the same.
part_after_whole as (
    select distinct figure_beside.claim_id, 'some of them ' || left(figure_beside.claim_id, 6) as class
    from figure_beside
    inner join staged_claim as whole
        on
            figure_beside.document_id = whole.document_id
            and figure_beside.measure = whole.measure
            and whole.char_end between figure_beside.char_start - 40 and figure_beside.char_start
    where
        figure_beside.is_count
        and regexp_matches(figure_beside.before, '(^|[ .(])of ([a-z]+ )?[0-9][0-9.,]* [a-z -]+,$')
),

-- "Two died inside and one at a hospital" where three are told to be dead: figures that one voice lists in a sentence
-- are parts of what they add up to, which its document tells as well. Two of them never count the same. Where each has
-- a place of its own, that says which part it is.
listed as (
    select
        claim.claim_id,
        claim.document_id,
        claim.measure,
        claim.value,
        claim.value = max(claim.value) over sentence
        and sum(claim.value) over sentence = 2 * claim.value
        and count(*) over sentence > 2 as is_sum,
        sum(claim.value) over sentence as added_up,
        count(*) over sentence as figure_count
    from staged_claim as claim
    inner join figure_beside on claim.claim_id = figure_beside.claim_id
    where
        claim.document_id is not null
        and claim.kind = 'quantity'
        and claim.polarity = 'asserted'
        -- "Corrected the toll from two to three" lists no parts of five.
        and not regexp_matches(figure_beside.before, ' (from|to)$')
        and claim.unit is null
        and claim.trend is null
        and claim.value > 0
        and claim.low <= claim.value
        and claim.high >= claim.value
    window
        sentence as (
            partition by
                claim.document_id, claim.quote, claim.measure, claim.predicate, claim.claimant, claim.place
        )
),

part_of_sum as (
    select distinct part.claim_id, 'some of them ' || left(part.claim_id, 6) as class
    from listed as part
    inner join listed as whole
        on
            part.document_id = whole.document_id
            and part.measure = whole.measure
            and part.claim_id != whole.claim_id
            and part.value < whole.value
            and (
                part.figure_count > 1 and part.added_up = whole.value
                or whole.is_sum and part.added_up = 2 * whole.value and part.figure_count = whole.figure_count
            )
),

-- The words that set a figure off as a part, and what they say the part is of: "nine of the dead" names a whole by the
-- noun of the figure, "12 of them" points at one that is told before.
auxiliary as (
    select '\b(' || string_agg(word, '|' order by word) || ')\b' as words
    from lexicon_word_classes
    where class = 'auxiliary' and regexp_matches(word, '^[a-z]+$')
),

part_beside as (
    select
        figure_beside.*,
        part.wording,
        part.position,
        part.class,
        noun.head,
        coalesce(noun.is_own, false) as is_own,
        coalesce(noun.is_named, false) as is_named,
        part.position in ('after', 'clause')
        and (part.wording in ('of these', 'of those') or starts_with(part.wording, 'of them')) as is_pointing,
        contains(figure_beside.near, noun.word) and not contains(part.wording, noun.word) as is_noun_behind,
        -- In "nine of the dead came" the noun is the whole, in "nine of the dead were divers" it is the part.
        is_noun_behind and not regexp_matches(split_part(figure_beside.near, noun.word, 1), auxiliary.words) as is_whole
    from figure_beside
    inner join lexicon_part_wordings as part
        on
            part.position in ('before', 'bound') and ends_with(figure_beside.before, ' ' || part.wording)
            or part.position = 'clause'
            and contains(figure_beside.clause, ' ' || part.wording || ' ')
            -- "Its count of those freed is 12" is no part: those of whom one tells stand first.
            and (part.wording in ('of whom', 'of which') or starts_with(ltrim(figure_beside.clause), part.wording))
            or part.position = 'after'
            and figure_beside.is_count
            and not figure_beside.is_owned
            and starts_with(figure_beside.after, ' ' || part.wording || ' ')
            -- What is asked for is another thing than what is paid; how many ask for something is a count of them.
            or part.position = 'asked'
            and not figure_beside.is_count
            and contains(figure_beside.clause, ' ' || part.wording || ' ')
            -- "Eleven were on duty where rules require 16": what is wanted is not what is.
            or part.position = 'due'
            and (figure_beside.is_count or figure_beside.unit = 'percent')
            and ends_with(figure_beside.before, ' ' || part.wording)
            or part.position = 'due after'
            and figure_beside.is_count
            and figure_beside.near = ' ' || part.wording
            or part.position = 'near'
            and contains(figure_beside.near, part.wording)
            -- "Twelve died and a boy is among the injured" tells of the boy.
            and not (
                starts_with(part.wording, 'among ')
                and regexp_matches(split_part(figure_beside.near, part.wording, 1), ' (and|but|while|with|as) ')
            )
            or part.position = 'counted' and starts_with(figure_beside.counted, part.wording || ' ')
    left join part_noun as noun
        on figure_beside.measure = noun.measure and figure_beside.counted = noun.counted
    cross join auxiliary
),

-- What befell some of a whole is no part of it, where the measure counts the befallen: of "19 of the 80 porters walked
-- out" all 19 are the strikers, and so are the 12 of "we met 80 porters, and 12 of those had walked out".
befallen as (
    select part_beside.claim_id
    from part_beside
    left join staged_claim as whole
        on
            part_beside.is_pointing
            and part_beside.document_id = whole.document_id
            and part_beside.measure = whole.measure
            and whole.char_end between part_beside.char_start - 300 and part_beside.char_start
    group by part_beside.claim_id
    having
        bool_or(
            part_beside.is_named and part_beside.position in ('after', 'before')
            or part_beside.position = 'after'
            and not part_beside.is_pointing
            and part_beside.head is not null
            and if(
                part_beside.is_own,
                not part_beside.is_whole,
                part_beside.is_whole and part_beside.predicate is not null
            )
            or part_beside.is_pointing
            and whole.claim_id is null
            and not (coalesce(part_beside.is_noun_behind, false) and not part_beside.is_own)
        )
),

-- "Cafes alone have lost 40m": a sum that is told of one thing alone is no other's, and what the same text puts that
-- thing at is told of it as well.
thing_alone as (
    select distinct figure_beside.document_id, figure_beside.measure, noun.head
    from figure_beside
    inner join part_noun as noun on figure_beside.measure = noun.measure and figure_beside.counted = noun.counted
    where
        not figure_beside.is_count
        and contains(figure_beside.clause, ' alone ')
        and contains(figure_beside.clause, noun.word)
        and not noun.is_own
        and not noun.is_named
        and noun.head is not null
),

alone_part as (
    select figure_beside.claim_id, thing_alone.head as class
    from figure_beside
    inner join part_noun as noun on figure_beside.measure = noun.measure and figure_beside.counted = noun.counted
    inner join thing_alone
        on
            figure_beside.document_id = thing_alone.document_id
            and figure_beside.measure = thing_alone.measure
            and noun.head = thing_alone.head
),

-- "612 suspected, 340 confirmed": where one text gives figures of a measure by how sure or how net they are, those of
-- each sort count another thing.
standing as (
    select
        figure_beside.claim_id,
        figure_beside.document_id,
        figure_beside.measure,
        min(part.wording) as word
    from figure_beside
    inner join lexicon_part_wordings as part
        on
            part.position = 'standing'
            and (
                starts_with(figure_beside.counted, part.wording || ' ')
                or regexp_matches(figure_beside.after, '^ ' || part.wording || '\b')
            )
    group by figure_beside.claim_id, figure_beside.document_id, figure_beside.measure
),

standing_part as (
    select claim_id, word as class
    from standing
    qualify min(word) over (partition by document_id, measure) < max(word) over (partition by document_id, measure)
),

-- A figure that words set off as a part counts a class of the noun that it bears ("among them 12 children"), unless
-- that noun says what is measured ("objects, among them 412 coins"). A part without a noun of its own ("nine of the
-- dead") is a class by itself: two of them never count the same. "12 of them in Kursk" has a place and no class.
worded_part as (
    select
        claim_id,
        case
            -- A limit is what a speed limit measures, a capacity what "licensed for" tells of; "of these, 40,000 have
            -- been recovered" counts what is recovered.
            when
                bool_or(
                    position in ('asked', 'bound', 'clause', 'due', 'due after')
                    and list_has_any(
                        string_split(measure, '_'),
                        string_split(if(position = 'clause', near, wording || ' ' || class), ' ')
                    )
                )
                then null
            when arg_min(position, position) not in ('after', 'before', 'clause') then min(class)
            when bool_or(is_own and position in ('before', 'clause') and is_noun_behind) then null
            else coalesce(
                any_value(head) filter (where not is_own),
                any_value(nullif(class, '')) || ' ' || left(claim_id, 6)
            )
        end as class
    from part_beside
    where claim_id not in (from befallen)
    group by claim_id
),

whole as (
    select claim_id, any_value(noun) as noun
    from whole_figure
    group by claim_id
),

-- Of a whole that is told beside it, a figure counts those whom something befell: what others count of them, too.
part_of_whole as (
    select distinct part_claim_id as claim_id
    from whole_figure
    where part_claim_id is not null
)

select
    claim.claim_number,
    claim.claim_id,
    claim.document_id,
    claim.source,
    claim.kind,
    claim.quote,
    claim.char_start,
    claim.quote is not null and document.document_id is not null as has_text,
    claim.measure,
    claim.asked_as,
    claim.over_time,
    claim.tolerance,
    claim.is_generic,
    claim.subject,
    lower(claim.counted) as counted,
    head_of(claim.counted) as counted_head,
    lower(strip_accents(coalesce(claim.claimant, ''))) as said_by,
    coalesce(
        if(
            part_of_whole.claim_id is null,
            coalesce(part_of_figure.class, worded_part.class, part_after_whole.class, part_of_sum.class),
            null
        ),
        alone_part.class,
        set_apart.class,
        standing_part.class,
        claim.class,
        if(place_alone.claim_id is not null, 'in one place', null),
        'all ' || whole.noun
    ) as class,
    whole.claim_id is not null as is_whole,
    claim.dimension,
    claim.comparable_unit,
    claim.unit_factor,
    claim.trend,
    claim.is_change,
    claim.actor,
    lower(claim.predicate) as predicate,
    claim.predicate_group,
    located.place,
    located.nearest_place,
    located.widest_place,
    coalesce(located.is_rough_place, false) as is_rough_place,
    claim.as_of,
    claim.reported_at,
    case when length(claim.as_of) >= 10 then left(claim.as_of, 10)::date end as as_of_day,
    case when length(claim.reported_at) >= 10 then left(claim.reported_at, 10)::date end as reported_day,
    claim.as_of is null and claim.reported_at is not null as is_recalled,
    coalesce(claim.value, claim.low) * claim.unit_factor as figure,
    -- A figure that two texts hardly give by chance: three digits or decimals, two of them no zeros.
    case
        when
            document.document_id is not null
            and is_telling_figure(claim.value)
            and (abs(claim.value) >= 100 or claim.value != round(claim.value))
            then claim.value * claim.unit_factor
    end as telling_figure,
    claim.low * claim.unit_factor as low,
    claim.high * claim.unit_factor as high
from claim_term as claim
left join canonical_place as located on claim.place = located.told
left join part_of_figure on claim.claim_id = part_of_figure.claim_id
left join worded_part on claim.claim_id = worded_part.claim_id
left join part_of_sum on claim.claim_id = part_of_sum.claim_id
left join part_after_whole on claim.claim_id = part_after_whole.claim_id
left join alone_part on claim.claim_id = alone_part.claim_id
left join standing_part on claim.claim_id = standing_part.claim_id
left join set_apart_figure as set_apart on claim.claim_id = set_apart.claim_id
left join whole on claim.claim_id = whole.claim_id
left join part_of_whole on claim.claim_id = part_of_whole.claim_id
left join place_alone on claim.claim_id = place_alone.claim_id
left join staged_document as document on claim.document_id = document.document_id
where claim.document_id is not null;
