-- One row per document and word or figure that tells about its event: how much, by how often the document has it, how
-- few documents do, and whether it is a name. A crowd counts at most as many documents with a word as its sample has:
-- what a story's thousands of reports all say is no less its own than what fifty say (words that come in bursts, Church
-- and Gale 1995).
create or replace table document_word as
with
limits as (
    select
        max(value) filter (where setting = 'crowd_sample') as sample_size,
        max(value) filter (where setting = 'name_weight') as name_weight
    from setting
),

in_crowd as (
    select
        document_token.word,
        if(crowd.name is null, count(*), least(count(*), any_value(limits.sample_size))) as document_count
    from document_token
    left join document_crowd as crowd on document_token.document_id = crowd.document_id
    cross join limits
    group by document_token.word, crowd.name, crowd.week
),

spread as (
    select word, sum(document_count) as document_count
    from in_crowd
    group by word
),

size as (
    select sum(document_count) as document_count
    from (
        select if(crowd.name is null, count(*), least(count(*), any_value(limits.sample_size))) as document_count
        from staged_document
        left join document_crowd as crowd on staged_document.document_id = crowd.document_id
        cross join limits
        group by crowd.name, crowd.week
    )
)

select
    token.document_id,
    token.word,
    token.times,
    token.is_name,
    token.word_document_count,
    ln(1 + size.document_count / spread.document_count)
    * (1 + ln(token.times))
    * if(token.is_name, limits.name_weight, 1) as weight
from document_token as token
inner join spread on token.word = spread.word
cross join size
cross join limits
where length(token.word) > 3 or token.is_name;
