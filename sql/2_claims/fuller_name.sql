-- One row per name in a document that means a fuller one, told there or in the documents of its event.
create or replace table fuller_name as
with
-- In one document "Loayza" is Beatriz Loayza and "the ministry" the disaster ministry: the last one named before.
shorter as (
    select
        short.document_id,
        short.voice_key,
        coalesce(
            arg_max(full_form.voice_key, full_form.first_at) filter (where full_form.first_at <= short.first_at),
            if(count(distinct full_form.voice_key) = 1, min(full_form.voice_key), null)
        ) as full_key
    from voice_use as short
    inner join voice_use as full_form
        on
            short.document_id = full_form.document_id
            and short.kind = full_form.kind
            and coalesce(short.affiliation, '') in ('', coalesce(full_form.affiliation, ''))
            and len(short.words) < len(full_form.words)
            and list_has_all(full_form.words, short.words)
    where short.kind = 'person' or short.kind = 'body' and short.is_definite
    group by short.document_id, short.voice_key
),

-- A person by a part of the name: "Loayza", with or without whom she speaks for, and "Ana Ruiz" of "Ana Ruiz Mora",
-- whomever either speaks for.
part_of_name as (
    select
        mention.document_id,
        mention.voice_key,
        mention.words,
        if(mention.kind = 'person', mention.affiliation, null) as affiliation
    from voice_use as mention
    left join actor_name on mention.affiliation = actor_name.actor
    where
        mention.kind = 'person'
        or mention.kind = 'affiliation'
        and len(mention.words) = 1
        and actor_name.actor is null
        and lower(strip_accents(mention.affiliation)) = mention.words[1]
),

-- Whom it means where the document or those of its event know one person with these words in the name.
named_in_full as (
    select part_of_name.document_id, part_of_name.voice_key, min(full_form.voice_key) as full_key
    from part_of_name
    inner join voice_neighbour as neighbour on part_of_name.document_id = neighbour.document_id
    inner join voice_use as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and full_form.kind = 'person'
            and len(full_form.words) > len(part_of_name.words)
            and (len(part_of_name.words) > 1 or coalesce(part_of_name.affiliation = full_form.affiliation, true))
            and list_has_all(full_form.words, part_of_name.words)
    group by part_of_name.document_id, part_of_name.voice_key
    having count(distinct full_form.words) = 1
),

-- What organisations with a name of their own may be called by a noun that their words tell: a brotherhood is "the
-- union". Not "the company", which any may be called whatever its name tells.
named_organisation as (
    select document_id, voice_key, words, affiliation
    from organisation_use
    where is_full
    union
    select called.document_id, coalesce(form.short_for, form.own_name, called.voice_key), called.words, null
    from called_organisation as called
    left join organisation_short_form as form
        on called.document_id = form.document_id and called.voice_key = form.voice_key
    where called.is_name
),

kind_of_organisation as (
    select organisation.document_id, organisation.voice_key, list(kind.called) as called
    from (
        select document_id, voice_key, unnest(words) as word
        from named_organisation
    ) as organisation
    inner join lexicon_body_words as kind on organisation.word = kind.word
    where kind.called in (select word from lexicon_voice_words where role = 'kind')
    group by organisation.document_id, organisation.voice_key
),

-- "The hospital" and "the ministry" are the only ones of that kind that the documents of an event name: the longest of
-- its names has the words of the others.
described_alone as (
    select
        organisation.document_id,
        organisation.voice_key,
        arg_max(full_form.words, len(full_form.words)) as longest_words,
        min_by(full_form.voice_key, (-len(full_form.words), full_form.voice_key)) as full_key
    from organisation_use as organisation
    inner join voice_neighbour as neighbour on organisation.document_id = neighbour.document_id
    inner join named_organisation as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and len(organisation.words) < len(full_form.words)
    left join kind_of_organisation as kind
        on full_form.document_id = kind.document_id and full_form.voice_key = kind.voice_key
    where
        organisation.is_described
        and len(organisation.words) > 0
        and (
            list_has_all(full_form.words, organisation.words)
            and (
                len(organisation.words) = 1
                or organisation.affiliation is null
                or organisation.affiliation = full_form.affiliation
            )
            or len(organisation.words) = 1 and coalesce(list_has_all(kind.called, organisation.words), false)
        )
    group by organisation.document_id, organisation.voice_key
    having list_has_all(longest_words, flatten(list(full_form.words)))
)

select
    mention.document_id,
    mention.voice_key,
    coalesce(named.full_key, shorter_alone.full_key, shorter.full_key) as named_in_full,
    described_alone.full_key as described_alone
from voice_use as mention
left join shorter on mention.document_id = shorter.document_id and mention.voice_key = shorter.voice_key
left join named_in_full as named
    on mention.document_id = named.document_id and coalesce(shorter.full_key, mention.voice_key) = named.voice_key
left join described_alone
    on mention.document_id = described_alone.document_id and mention.voice_key = described_alone.voice_key
-- "The commission" of a text that has it as "the ferry commission", where another has its whole name.
left join described_alone as shorter_alone
    on shorter.document_id = shorter_alone.document_id and shorter.full_key = shorter_alone.voice_key
where named_in_full is not null or described_alone.full_key is not null;
