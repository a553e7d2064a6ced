-- One row per denial of what one voice says and figure that it speaks against: those that its article quotes that voice
-- with, else all that the voice gives. Who takes back an own figure refutes nobody.
create or replace table refuted_figure as
with
aimed as (
    select claim_id, question_id, document_id, denies_voice_id
    from comparable_claim
    where kind = 'stance' and polarity = 'denied' and denies_voice_id != voice_id
),

meant as (
    select
        aimed.question_id,
        aimed.claim_id as denial_claim_id,
        figure.claim_id,
        coalesce(aimed.document_id = figure.document_id, false) as is_of_its_article
    from aimed
    inner join comparable_claim as figure
        on aimed.question_id = figure.question_id and aimed.denies_voice_id = figure.voice_id
    where figure.has_interval and figure.polarity in ('asserted', 'expected')
    qualify is_of_its_article = bool_or(is_of_its_article) over (partition by aimed.claim_id)
)

select question_id, denial_claim_id, claim_id
from meant
order by question_id, denial_claim_id, claim_id;
