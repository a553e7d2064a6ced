"""How much of a large question has to be judged for one page of its pairs.

The pairs of a question grow with the square of its claims: 20,000 claims make 200 million. A page holds the first of
them in the order of their claims' ids, and DuckDB would judge all to find those. A page of pairs therefore looks at
the first claims only, as many as it takes.
"""

from analytics.reading import Snapshot

# Below so many claims all pairs are judged in less time than the window is found.
SMALL_QUESTION = 300
FIRST_WINDOW = 4
GROWTH = 8

_CLAIMS = "select claim_id from claim where question_id = ? and claim_id >= ? order by claim_id limit ?"
_PAIRS = """
    select count(*) as pairs
    from (select 1 from pair where question_id = ? and a_claim_id >= ? and a_claim_id <= ? limit ?)
"""


def last_claim_needed(snapshot: Snapshot, question_id: str, first_claim_id: str, pairs: int) -> str | None:
    """Return the last `a_claim_id` that so many pairs from `first_claim_id` on need; None where all are needed."""
    if len(snapshot.rows(_CLAIMS, [question_id, "", SMALL_QUESTION])) < SMALL_QUESTION:
        return None
    size = FIRST_WINDOW
    while True:
        claims = snapshot.rows(_CLAIMS, [question_id, first_claim_id, size])
        if len(claims) < size:
            return None
        last = str(claims[-1]["claim_id"])
        if snapshot.rows(_PAIRS, [question_id, first_claim_id, last, pairs])[0]["pairs"] == pairs:
            return last
        size *= GROWTH
