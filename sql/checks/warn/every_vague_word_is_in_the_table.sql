-- Rows: vague wordings of the texts that the table vague_word lacks.
select concat('“', written, '”') as example
from staged_claim
where hedge = 'vague' and written is not null
    and not exists (from vague_word where contains(lower(staged_claim.written), vague_word.wording))
group by written;
