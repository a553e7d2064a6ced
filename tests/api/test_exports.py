"""Findings and changes for other people's software."""

from xml.etree import ElementTree

from tests.api.conftest import Client

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_a_finding_is_a_claim_review_with_its_evidence_and_no_rating(client: Client) -> None:
    answer = client.get("/api/v1/findings/f0001/claim-review")
    assert answer.headers["Content-Type"] == "application/ld+json"
    review = answer.json()
    assert (review["@type"], review["version"]) == ("ClaimReview", "b1")
    assert [claim["text"] for claim in review["itemReviewed"]] == [
        "Officials counted 8,000 soldiers.",
        "Others said about 10,000.",
    ]
    assert review["itemReviewed"][0]["appearance"]["publisher"]["name"] == "The Ledger"
    assert "rating" not in answer.text.lower()


def test_a_citation_names_the_finding_its_build_and_its_address(client: Client) -> None:
    line = client.get("/api/v1/findings/f0001/citation").text
    assert "build b1 (2026-01-02), finding f0001" in line
    assert line.strip().endswith("/questions/q0001")


def test_the_feed_of_changes_is_atom(client: Client) -> None:
    answer = client.get("/api/v1/changes.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml"
    feed = ElementTree.fromstring(answer.content)  # noqa: S314  # our own answer
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == "opened: q0001"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2026-01-02T03:04:05Z"


def test_an_unknown_finding_has_no_exports(client: Client) -> None:
    for export in ("claim-review", "citation"):
        assert client.get(f"/api/v1/findings/nowhere/{export}").status_code == 404
