"""Findings and changes in the forms that other people's software reads: JSON-LD, a citation line, an Atom feed."""

import uuid
from typing import Any
from xml.etree import ElementTree

from analytics.list_views import CHANGES, FINDINGS
from analytics.listing import ListRequest, list_rows
from analytics.reading import Row, Snapshot
from api.payloads import Payload, row_by_id

LD_JSON = "application/ld+json"
ATOM = "application/atom+xml"
ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
NEWEST_CHANGES = 50

_EVIDENCE = """
    select claim.*, document.url, document.title as document_title, document.published_at
    from claim left join document using (document_id)
    where claim.question_id = ?
    order by claim.reported_at nulls last, claim.claim_id
    limit 200
"""
# A feed is the file's: its first build tells it from others.
_FIRST_BUILD = "select build_id || '/' || built_at as name from build order by built_at, build_id limit 1"
_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "rashomon.invalid")
_BUILT_AT = "select strftime(built_at, '%Y-%m-%dT%H:%M:%SZ') as built_at from build where is_current"


def claim_review(snapshot: Snapshot, finding_id: str, base: str) -> Payload:
    """Return a finding as a schema.org ClaimReview with every claim as evidence, and no rating: none is given.

    `base` is the server's address. Raises UnknownRowError.
    """
    finding = row_by_id(snapshot, FINDINGS, finding_id)
    evidence = snapshot.rows(_EVIDENCE, [finding["question_id"]])
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"{base}/api/v1/findings/{finding_id}",
        "url": f"{base}/questions/{finding['question_id']}",
        "name": finding["title"],
        "reviewBody": finding["sentence"],
        "datePublished": _built_at(snapshot),
        "version": snapshot.build_id,
        "author": {"@type": "SoftwareApplication", "name": "Rashomon"},
        "itemReviewed": [_claim(row, base) for row in evidence],
    }


def citation(snapshot: Snapshot, finding_id: str, base: str) -> str:
    """Return one line that names a finding, its build and its address; raises UnknownRowError."""
    finding = row_by_id(snapshot, FINDINGS, finding_id)
    said = f"“{finding['title']}: {finding['sentence']}”"
    address = f"{base}/questions/{finding['question_id']}"
    return f"{said} Rashomon, build {snapshot.build_id} ({_built_at(snapshot)[:10]}), finding {finding_id}. {address}\n"


def changes_feed(snapshot: Snapshot, base: str) -> bytes:
    """Return the newest changes as an Atom feed.

    `base` is the server's address, which links hold. Ids do not: they stay the same under whatever name it is asked.
    """
    changes = list_rows(snapshot, CHANGES, ListRequest(limit=NEWEST_CHANGES)).rows
    feed = ElementTree.Element("feed", xmlns=ATOM_NAMESPACE)
    _add(feed, "id", _name_of(f"file/{snapshot.rows(_FIRST_BUILD)[0]['name']}"))
    _add(feed, "title", "Rashomon: what has changed")
    _add(feed, "updated", _built_at(snapshot))
    ElementTree.SubElement(feed, "link", rel="self", href=f"{base}/api/v1/changes.atom")
    _add(ElementTree.SubElement(feed, "author"), "name", "Rashomon")
    for change in changes:
        _add_entry(feed, change, base)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _claim(row: Row, base: str) -> dict[str, Any]:
    return {
        "@type": "Claim",
        "@id": f"{base}/api/v1/claims/{row['claim_id']}",
        "text": row["quote"],
        "author": {"@type": "Thing", "name": row["voice"] or row["source"]},
        "datePublished": row["reported_at"],
        "appearance": {
            "@type": "NewsArticle",
            "headline": row["document_title"],
            "url": row["url"] or f"{base}/documents/{row['document_id']}#claim-{row['claim_id']}",
            "publisher": {"@type": "Organization", "name": row["source"]},
        },
    }


def _add_entry(feed: ElementTree.Element, change: Row, base: str) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "id", _name_of(f"change/{change['build_id']}/{change['finding_id']}/{change['change']}"))
    _add(entry, "title", f"{change['change']}: {change['title'] or change['question_id']}")
    _add(entry, "updated", f"{change['built_at']}".replace(" ", "T").split(".")[0] + "Z")
    _add(entry, "summary", str(change["detail"] or ""))
    ElementTree.SubElement(entry, "link", href=f"{base}/questions/{change['question_id']}")


def _name_of(path: str) -> str:
    """Return the name of a thing that a feed tells of: the same on every server, as RFC 4122 makes it of a text."""
    return uuid.uuid5(_NAMES, path).urn


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    """Add an element with a text; characters that XML cannot hold are left out."""
    readable = "".join(character for character in text if character >= " " or character in "\t\n")
    ElementTree.SubElement(parent, name).text = readable


def _built_at(snapshot: Snapshot) -> str:
    return str(snapshot.rows(_BUILT_AT)[0]["built_at"])
