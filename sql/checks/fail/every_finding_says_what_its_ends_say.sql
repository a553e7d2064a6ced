-- Rows: findings with another publisher or value of an end than its claim has, or without the high figure in the
-- sentence. Values are compared where the claim's own unit is that in which the finding tells them.
select finding.finding_id, finding.sentence, finding.low_value, finding.high_value
from finding
inner join claim as low on finding.low_claim_id = low.claim_id
inner join claim as high on finding.high_claim_id = high.claim_id
where
    finding.low_source != low.source
    or finding.high_source != high.source
    or finding.high_value is not null
    and (
        not contains(finding.sentence, finding.high_figure)
        or low.unit is not distinct from finding.unit and finding.low_value != low.value
        or high.unit is not distinct from finding.unit and finding.high_value != high.value
    );
