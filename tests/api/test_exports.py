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


def test_the_names_in_the_feed_are_those_of_the_changes_and_not_of_the_server(client: Client) -> None:
    def ids(host: str) -> list[str]:
        feed = ElementTree.fromstring(client.get("/api/v1/changes.atom", headers={"Host": host}).content)  # noqa: S314
        links = [link.attrib["href"] for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
        assert all(link.startswith(f"http://{host}/") for link in links)
        return [str(element.text) for element in feed.iter("{http://www.w3.org/2005/Atom}id")]

    assert ids("news.example") == ids("127.0.0.1:8000")
    assert len(set(ids("news.example"))) == 2
    assert all(each.startswith("urn:uuid:") for each in ids("news.example"))


def test_an_unknown_finding_has_no_exports(client: Client) -> None:
    for export in ("claim-review", "citation"):
        assert client.get(f"/api/v1/findings/nowhere/{export}").status_code == 404
