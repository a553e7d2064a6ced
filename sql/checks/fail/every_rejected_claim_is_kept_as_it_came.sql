-- Rows: claims that were set aside without the row that their file has.
select file, row_number, rule
from rejected_claim
where raw is null;
