"""`python -m bench lookalikes [FOLDER]`: articles on events that look alike, mixed together.

Of a folder with documents.ndjson, events.csv (document_id, event_id) and, where these are noted, recalls.csv
(document_id and the event_id of another event that it mentions) and figures.csv (event_id, what, value). Without one,
of made-up events of few kinds: some strike the place of an earlier one, some the same country within days; follow-ups
come days later, some articles name no place, and some recall an earlier event of their kind with its figures.
"""

from __future__ import annotations

import csv
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import duckdb
from rich.console import Console

from bench.questions import b_cubed
from extraction import model
from extraction.rules import RuleExtractor
from rashomon.building import Corpus, build_corpus
from rashomon.corpus import lexicon_folder
from rashomon.settings import Settings

SENTENCES = Path(__file__).with_name("lookalike_sentences.csv")
FIRST_DAY = datetime(2025, 3, 3, 9, tzinfo=UTC)
DAYS = 60
OUTLETS = ("Harrow Wire", "The Alder Post", "Bay Courier", "Ostrava Dispatch", "The Continental", "Capital Ledger")
GIVEN_NAMES = ("Amina", "Bruno", "Carla", "Deniz", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kemal", "Lucia")
SURNAMES = ("Abara", "Brandt", "Castell", "Dorval", "Ersoy", "Falk", "Gomez", "Halim", "Ivanic", "Jansen", "Kovac")
COMPANIES = (
    "Nordvik Turbines",
    "Castellan Foods",
    "Brennick Tools",
    "Orlando Steel",
    "Valdora Chemicals",
    "Teslin Glass",
)
TRADES = ("Cables", "Textiles", "Shipping", "Foods", "Glass", "Paper", "Motors")
WINNERS = ("the Civic Union", "the Green List", "the People's Front", "the Reform Party", "the Harbour Alliance")
STREETS = ("Mill", "Station", "Harbour", "Market", "Castle", "Garden", "Chapel", "Bridge", "Orchard", "Lime", "Kiln")
SAINTS = ("Agnes", "Barnabas", "Cyril", "Dunstan", "Edith", "Felix", "Gall", "Helena", "Ivo", "Jude", "Kilian")
SAME_DAY_EVERY, SAME_PLACE_EVERY, SAME_COUNTRY_EVERY = 4, 5, 3
LATEST_FOLLOW_UP = 6
NOWHERE_SHARE, EARLIER_SHARE = 0.15, 0.3
SMALLEST, LARGEST = 300_000, 3_000_000
"""The people of the cities in which events happen: large enough to be in the news, seldom a byword for a state."""

Event = dict[str, str]
Document = dict[str, str]


def cities(random_order: random.Random) -> list[tuple[str, str]]:
    """Return cities and their countries in random order, one reading a name."""
    with (lexicon_folder(None) / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "city" and row["wording"] == row["place"]]
    rows = [row for row in rows if SMALLEST <= int(row["population"] or 0) <= LARGEST and row["place"].isascii()]
    found = {row["place"]: row["within"].rpartition(" < ")[2] or row["within"] for row in rows}
    return random_order.sample(sorted(found.items()), len(found))


def demonyms() -> dict[str, str]:
    """Return the first adjective of each state: Peruvian for Peru."""
    found: dict[str, str] = {}
    with (lexicon_folder(None) / "actors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "demonym":
                found.setdefault(row["actor"], row["wording"])
    return found


def make_event(kind: str, place: tuple[str, str], day: datetime, draw: random.Random) -> Event:
    """Make up an event; every figure that its articles may give is drawn once."""
    dead, crowd, jobs = draw.randint(4, 90), draw.randint(8, 60) * 1000, draw.randint(3, 30) * 100
    figures = {
        "dead": dead,
        "later_dead": dead + draw.randint(2, 25),
        "missing": draw.randint(5, 60),
        "injured": draw.randint(12, 300),
        "displaced": draw.randint(2, 40) * 1000,
        "homes": draw.randint(5, 90) * 100,
        "depth": draw.randint(5, 80),
        "arrests": draw.randint(2, 60),
        "firefighters": draw.randint(5, 40) * 10,
        "protesters": crowd,
        "police_count": crowd // draw.randint(2, 4) // 100 * 100,
        "jobs": jobs,
        "union_jobs": jobs + draw.randint(2, 9) * 100,
        "workforce": jobs * 4,
        "cost": draw.randint(2, 40) * 10,
        "cases": draw.randint(3, 60) * 100,
        "counted": draw.randint(40, 95),
        "share": draw.randint(31, 48),
        "final_share": draw.randint(49, 58),
        "turnout": draw.randint(41, 83),
        "saving": draw.randint(2, 30) * 5,
    }
    return {name: f"{number:,}" for name, number in figures.items()} | {
        "kind": kind,
        "magnitude": f"{draw.uniform(5.6, 7.9):.1f}",
        "city": place[0],
        "country": place[1],
        "weekday": day.strftime("%A"),
        "day": day.isoformat(),
        "company": draw.choice(COMPANIES),
        "rival": f"{draw.choice(SURNAMES)} {draw.choice(TRADES)}",
        "winner": draw.choice(WINNERS),
        "street": f"{draw.choice(STREETS)} Street",
        "hospital": f"Saint {draw.choice(SAINTS)} Hospital",
        "official": f"{draw.choice(GIVEN_NAMES)} {draw.choice(SURNAMES)}",
    }


def make_events(count: int, seed: int) -> Iterator[Event]:
    """Yield events; some are of the kind and day of the one before, some strike its place again in another week.

    Others strike another city of its country within days.
    """
    draw = random.Random(seed)  # noqa: S311 -- dice for test data guard no secret
    adjectives = demonyms()
    places = [place for place in cities(draw) if place[1] in adjectives]
    kinds = sorted({row["kind"] for row in read_sentences()} - {"any"})
    kind, place, day = draw.choice(kinds), places.pop(), FIRST_DAY
    for number in range(count):
        if number % SAME_DAY_EVERY == 0:
            place = places.pop()
        elif number % SAME_PLACE_EVERY == 0:
            day += timedelta(days=draw.randint(7, DAYS))
        elif number % SAME_COUNTRY_EVERY == 0:
            country = place[1]
            place = next((other for other in reversed(places) if other[1] == country), places[-1])
            places.remove(place)
            day += timedelta(days=draw.randint(1, 4))
        else:
            kind, place, day = draw.choice(kinds), places.pop(), FIRST_DAY + timedelta(days=draw.randint(0, DAYS))
        yield make_event(kind, place, day, draw) | {"demonym": adjectives[place[1]]}


def read_sentences() -> list[dict[str, str]]:
    """Read the sentences from which articles are put together: kind of event, role in the article, wording."""
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def articles_of(event: Event, name: str, draw: random.Random, earlier: Sequence[Event] = ()) -> Iterator[Document]:
    """Yield two to four articles on an event, of several outlets, the later ones on a later day.

    An article may recall one of the `earlier` events of its kind, or name no place of its own.
    """
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in read_sentences():
        if row["kind"] in (event["kind"], "any"):
            by_role[row["role"]].append(row["sentence"])
    words = event | recalled(event, [other for other in earlier if other["kind"] == event["kind"]], draw)
    for number, outlet in enumerate(draw.sample(OUTLETS, draw.randint(2, 4))):
        is_later = number > 0 and bool(by_role["follow"]) and draw.random() < 1 / 2
        is_nowhere = number > 0 and draw.random() < NOWHERE_SHARE
        role = "nowhere" if is_nowhere else "follow" if is_later else "lead"
        lines = [draw.choice(by_role[role]), *draw.sample(by_role["body"], draw.randint(1, len(by_role["body"])))]
        if "other_city" in words and draw.random() < EARLIER_SHARE:
            lines.append(draw.choice(by_role["earlier"]))
        if not is_nowhere:
            lines.append(draw.choice(by_role["closing"]))
        days = draw.randint(1, LATEST_FOLLOW_UP) * is_later
        published = datetime.fromisoformat(event["day"]) + timedelta(days=days, hours=number)
        yield {
            "document_id": f"{name}-{number + 1}",
            "source": outlet,
            "published_at": published.isoformat(),
            "text": "\n".join(line.format_map(words) for line in lines),
        }


def recalled(event: Event, others: Sequence[Event], draw: random.Random) -> Event:
    """Give the words by which an article on `event` recalls one of the others; none where there is no other."""
    if not others:
        return {}
    other = draw.choice(others)
    return {f"other_{name}": other[name] for name in ("city", "dead", "protesters", "jobs", "turnout", "cost")}


def mixed_articles(events: int, seed: int, rounds: int = 1) -> list[Document]:
    """Make up articles on so many events, in random order; an article's id begins with its event's name and a dash.

    An event has two to four articles in each round.
    """
    draw = random.Random(seed + 1)  # noqa: S311 -- dice for test data guard no secret
    corpus: list[Document] = []
    told: list[Event] = []
    for number, event in enumerate(make_events(events, seed)):
        for turn in range(rounds):
            corpus += articles_of(event, f"event{number:03d}-{turn}" if turn else f"event{number:03d}", draw, told)
        told.append(event)
    draw.shuffle(corpus)
    return corpus


def groups_by_question(claims: Iterable[tuple[str, str]], documents: Iterable[str]) -> dict[str, str]:
    """Map each document to the smallest id among those it hangs together with through shared questions."""
    group = {document: document for document in documents}

    def root(document: str) -> str:
        while group[document] != document:
            document = group[document]
        return document

    first: dict[str, str] = {}
    for document, question in claims:
        one, other = sorted((root(document), root(first.setdefault(question, document))))
        group[other] = one
    return {document: root(document) for document in group}


def mixed_questions(events: Mapping[str, str], target: Path) -> list[str]:
    """Give the titles of the questions that claims of several events answer, those of the most events first."""
    with duckdb.connect(str(target), read_only=True) as connection:
        rows = connection.execute("select title, document_id from claim join question using (question_id)").fetchall()
    members: dict[str, set[str]] = defaultdict(set)
    for title, document in rows:
        members[title].add(events[document])
    mixed = sorted(((len(found), title) for title, found in members.items() if len(found) > 1), reverse=True)
    return [f"{count} events: {title}" for count, title in mixed]


@dataclass(frozen=True, slots=True)
class Mixture:
    """Articles on many events: the event of each document, the other events that it recalls, and what is known of each.

    A figure is an event, what it counts ("killed") and its value.
    """

    documents: Path
    events: dict[str, str]
    recalls: dict[str, set[str]]
    figures: list[tuple[str, str, float]] = field(default_factory=list)


def made_up(events: int, seed: int, place: Path, rounds: int = 1) -> Mixture:
    """Write made-up articles to `place`; an article recalls the events of its kind whose city it names."""
    corpus = mixed_articles(events, seed, rounds)
    documents = place / "documents.ndjson"
    documents.write_text("".join(json.dumps(document) + "\n" for document in corpus), encoding="utf-8")
    cities = {f"event{number:03d}": event["city"] for number, event in enumerate(make_events(events, seed))}
    event_of = {document["document_id"]: document["document_id"].partition("-")[0] for document in corpus}
    recalls = {
        document["document_id"]: {
            event
            for event, city in cities.items()
            if city != cities[event_of[document["document_id"]]] and city in document["text"]
        }
        for document in corpus
    }
    return Mixture(documents, event_of, recalls)


def mixture_in(folder: Path) -> Mixture:
    """Read the mixture of a folder; a document that events.csv lacks is an error, what nobody noted down is not."""
    recalls: dict[str, set[str]] = defaultdict(set)
    for row in _noted(folder / "recalls.csv"):
        recalls[row["document_id"]].add(row["event_id"])
    figures = [(row["event_id"], row["what"], float(row["value"])) for row in _noted(folder / "figures.csv")]
    events = {row["document_id"]: row["event_id"] for row in _rows(folder / "events.csv")}
    return Mixture(folder / "documents.ndjson", events, dict(recalls), figures)


def _noted(path: Path) -> list[dict[str, str]]:
    return _rows(path) if path.exists() else []


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_recalls(mixture: Mixture, claims: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give a question of its own event to a document that shares one by an event that it recalls.

    Claims are documents and the questions that they answer.
    """
    members: dict[str, set[str]] = defaultdict(set)
    for document, question in claims:
        members[question].add(document)
    return [
        (document, f"{question} of {mixture.events[document]}" if recalling else question)
        for document, question in claims
        for recalling in [any(_meet_by_recall(mixture, document, other) for other in members[question])]
    ]


def _meet_by_recall(mixture: Mixture, document: str, other: str) -> bool:
    event, other_event = mixture.events[document], mixture.events[other]
    recalled, others = mixture.recalls.get(document, set()), mixture.recalls.get(other, set())
    return event != other_event and (other_event in recalled or bool(recalled & others))


def measures_meant(words: Iterable[str]) -> dict[str, str]:
    """Say in which measure the extractor counts those of whom a word tells: "wounded" people are injuries."""
    sentences = {what: f"Twelve people were {what.replace('_', ' ')}." for what in words}
    documents = [model.Document(what, "bench", sentence) for what, sentence in sentences.items()]
    return {claim.document_id or "": claim.measure for claim in RuleExtractor().extract(documents)}


def figures_found(mixture: Mixture, target: Path) -> int:
    """Count the known figures that a claim of the event's documents gives exactly, in whatever words of its measure."""
    meant = measures_meant({what for _, what, _ in mixture.figures})
    with duckdb.connect(str(target), read_only=True) as connection:
        rows = connection.execute(
            "select document_id, measure, predicate, value from claim where kind = 'quantity' and value is not null"
        ).fetchall()
    told = {
        (mixture.events[document], what, value)
        for document, measure, predicate, value in rows
        for what in (measure, predicate)
    }
    return sum(
        not told.isdisjoint(((event, what, value), (event, meant.get(what, what), value)))
        for event, what, value in mixture.figures
    )


def show(console: Console, mixture: Mixture, target: Path, worst: int) -> None:
    """Print B³ of the documents of the published file by shared questions, and which of the questions mix events."""
    events = mixture.events
    with duckdb.connect(str(target), read_only=True) as connection:
        claims = connection.execute("select document_id, question_id from claim").fetchall()
    console.print(f"{len(set(events.values()))} events in {len(events)} articles")
    for what, groups in {
        "shared questions": groups_by_question(claims, events),
        "recalls apart": groups_by_question(without_recalls(mixture, claims), events),
        "each alone": {document: document for document in events},
    }.items():
        precision, recall = b_cubed(events, groups)
        f1 = 2 * precision * recall / (precision + recall)
        console.print(f"{what}: B³ precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    if mixture.figures:
        console.print(f"figures of events found: {figures_found(mixture, target)} of {len(mixture.figures)}")
    for line in mixed_questions(events, target)[:worst]:
        console.print(f"  {line}", markup=False, highlight=False)


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--events", default=100, show_default=True, help="How many events to make up where no FOLDER is named.")
@click.option("--seed", default=1, show_default=True, help="What the dice start from.")
@click.option("--worst", default=0, show_default=True, help="How many questions that mix events to list.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write the published file here as well.")
def command(folder: Path | None, events: int, seed: int, worst: int, keep: Path | None) -> None:
    """Mix articles on look-alike events and see whether only those on one event share a question.

    Scored twice: as they are, and with the documents that only recall the event of others set apart.
    """
    with tempfile.TemporaryDirectory() as place:
        mixture = mixture_in(folder) if folder else made_up(events, seed, Path(place))
        target = keep or Path(place) / "bench.duckdb"
        build_corpus(Corpus([mixture.documents]), target, Settings(), lambda *_: None)
        show(Console(), mixture, target, worst)
