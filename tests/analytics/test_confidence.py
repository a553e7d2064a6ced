"""How surely claims were read: what findings and questions take over of it, and what figures have that nobody read."""

import pytest

from tests.analytics.conftest import EXTRACTED

MAYOR, FISHERMEN, BAY = EXTRACTED


@pytest.fixture
def doubted(build_from, write_lines, documents):
    """Build the boats, each figure read more or less surely."""
    rows = ({**MAYOR, "confidence": 0.9}, {**FISHERMEN, "confidence": 1}, {**BAY, "confidence": 0.72})
    build_from(documents=[documents], extracted=[write_lines("extracted.ndjson", *rows)])


def test_a_finding_is_as_sure_as_the_less_sure_of_its_ends(doubted, ask):
    assert ask("select low_claim_id, high_claim_id, confidence from finding") == [("mayor", "fishermen", 0.9)]


def test_a_question_is_as_sure_as_its_surest_claim(doubted, ask):
    assert ask("select confidence from question") == [(1,)]


def test_figures_of_a_table_have_full_confidence_unless_it_says_less(build_from, write_lines, ask):
    day = {"measure": "boats", "place": "Chile", "as_of": "2025-03-04"}
    told = {**day, "source": "Bay News", "value": 90, "confidence": 0.5}
    build_from(claims=[write_lines("table.ndjson", {**day, "source": "Coast Post", "value": 40}, told)])
    assert ask("select source, confidence from claim order by source") == [("Bay News", 0.5), ("Coast Post", 1)]
    assert ask("select confidence from finding") == [(0.5,)]
