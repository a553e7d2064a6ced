"""The words by which meaning is found: who acts, what is counted, what happened to it, and who says so.

Read once from the tables of data/lexicon; numbers and hedges have theirs in lexicon.py.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar
from unicodedata import combining, normalize

from extraction.words import word_classes
from extraction.words.lexicon import LEXICON_FOLDER, load_lexicon, read_table
from extraction.words.phrases import Matches, Phrases, PhraseTables
from extraction.words.word_forms import VerbForm, plural, spellings, verb_forms

_OFFICE_ADJECTIVES: Final = frozenset(
    [
        "foreign",
        "interior",
        "defence",
        "defense",
        "finance",
        "health",
        "education",
        "environment",
        "energy",
        "labour",
        "labor",
        "information",
        "economy",
        "agriculture",
        "transport",
        "deputy",
        "vice",
        "former",
        "acting",
        "interim",
        "senior",
        "first",
        "chief",
        "permanent",
        "under",
        "assistant",
    ]
)


_MOST_GUESSES: Final = 100_000
_CALENDAR: Final = (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr)


@dataclass(slots=True)
class Actor:
    """A country, organisation or group by its canonical name, and what kind of wording led to it."""

    name: str
    kind: str


@dataclass(slots=True)
class Place:
    """A place of the gazetteer; `within` names its containers, innermost first: `Kursk < Russia`."""

    name: str
    within: str
    kind: str
    population: int

    @property
    def path(self) -> str:
        """The place and what contains it, as a claim writes it."""
        return f"{self.name} < {self.within}" if self.within else self.name


@dataclass(slots=True)
class PlaceWords:
    """The words of place_words.csv by what they tell of a name beside them; the fields are the table's kinds."""

    locative: frozenset[str]
    striking: frozenset[str]
    hazard: frozenset[str]
    region: frozenset[str]
    settlement: frozenset[str]
    behind: frozenset[str]
    landform: frozenset[str]
    in_name: frozenset[str]
    part: frozenset[str]
    soil: frozenset[str]
    compass: frozenset[str]
    audience: frozenset[str]
    seated: frozenset[str]
    invested: frozenset[str]
    nationwide: frozenset[str]
    national: frozenset[str]
    in_city: frozenset[str]
    across: frozenset[str]
    named_after: frozenset[str]


@dataclass(slots=True)
class PlaceSigns:
    """What speaks for a country or region without naming it, by what it is; a sign may speak for several."""

    currencies: dict[str, tuple[str, ...]]
    phones: dict[str, tuple[str, ...]]
    domains: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class SpeakerWords:
    """The words of speaker_words.csv by what they tell of who speaks; the fields are the table's kinds."""

    state_head: frozenset[str]
    tells: frozenset[str]
    mute: frozenset[str]
    corporate: frozenset[str]
    force: frozenset[str]
    hand: frozenset[str]
    private: frozenset[str]
    research: frozenset[str]
    no_owner: frozenset[str]
    unsigned: frozenset[str]
    data: frozenset[str]
    read_by: frozenset[str]
    sends: frozenset[str]
    publishes: frozenset[str]
    abroad: frozenset[str]
    office: frozenset[str]
    leads: frozenset[str]
    heads: frozenset[str]
    staff: frozenset[str]
    officer: frozenset[str]
    reckoning: frozenset[str]
    hearsay: frozenset[str]
    hopes: frozenset[str]
    finds: frozenset[str]
    concludes: frozenset[str]
    field: frozenset[str]
    acts: frozenset[str]
    agency: frozenset[str]
    cause: frozenset[str]
    legal_form: frozenset[str]


@dataclass(slots=True)
class ThingWords:
    """The words of thing_words.csv by what they tell of a figure's thing; the fields are the table's kinds."""

    figure: frozenset[str]
    portion: frozenset[str]
    counter: frozenset[str]
    mass: frozenset[str]
    room: frozenset[str]
    fate: frozenset[str]
    priced: frozenset[str]
    votes: frozenset[str]
    wins: frozenset[str]
    counting: frozenset[str]
    takes_object: frozenset[str]
    half_day: frozenset[str]
    elsewhen: frozenset[str]
    made: frozenset[str]
    holds: frozenset[str]
    offers: frozenset[str]
    team: frozenset[str]


@dataclass(slots=True)
class MoodWords:
    """The words of mood_words.csv by what they make of a wording of mood; the fields are the table's kinds."""

    wish: frozenset[str]
    foresees: frozenset[str]
    stays: frozenset[str]
    guess: frozenset[str]
    regret: frozenset[str]
    charged: frozenset[str]
    seen: frozenset[str]
    victims: frozenset[str]
    stands_for: frozenset[str]
    helper: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]


@dataclass(slots=True)
class Measure:
    """What a noun measures, and what exactly it counts within that (empty for the whole)."""

    name: str
    part: str


@dataclass(slots=True)
class Sense:
    """The predicate that a verb or state comes to, and whether it says the opposite of it ("safe" of unsafe)."""

    predicate: str
    is_opposite: bool


@dataclass(slots=True)
class Readings:
    """What a wording of many meanings measures, and what it says happened, by the field of news; "" is any other."""

    measures: dict[str, str]
    predicates: dict[str, str]


@dataclass(slots=True)
class Cues:
    """The phrases of a text that are in the tables, each by the token at which it starts."""

    actors: Matches[Actor]
    places: Matches[tuple[Place, ...]]
    measures: Matches[Measure]
    predicates: Matches[str]
    speech: Matches[str]
    stances: Matches[str]
    moods: Matches[str]
    """Words that put a figure off to the future, make it possible, or take it back."""
    place_signs: Matches[tuple[str, ...]]
    """Institutions and peoples, with the countries or regions that they speak for."""
    readings: Matches[Readings]
    """Wordings that mean one thing in one field of news and another elsewhere."""


@dataclass(frozen=True)
class Vocabulary:
    """The tables of meaning, compiled for look-up."""

    word_classes: dict[str, str]
    verbs: dict[str, VerbForm]
    countries: frozenset[str]
    states: frozenset[str]
    """Actors with a government of their own that a place stands for: Scotland besides the United Kingdom."""
    measure_names: frozenset[str]
    generic: frozenset[str]
    """Measures that say nothing of what is counted: people, number, amount."""
    measure_of: dict[tuple[str, str], str]
    """From what is counted and what happened to it to the measure: (people, killed) -> deaths."""
    kinds: dict[str, str]
    """What a measure or a lemma is a kind of: passengers -> people."""
    value_verbs: frozenset[str]
    """Forms of the verbs whose subject a figure measures: rents rose, the ransom was, the fleet numbers."""
    local_currencies: dict[str, dict[str, str]]
    """By an everyday name for money ("crown") the ISO 4217 code that it stands for in each country."""
    frames: dict[str, list[tuple[list[str], str]]]
    """By verb the words behind its object with which it tells what happened: pull ... out, take ... to hospital."""
    done_to: frozenset[str]
    """Forms of the verbs whose object it happens to: who killed or arrested somebody was not killed himself."""
    fates: dict[str, dict[str, str]]
    """The same by what is counted: people -> {killed: deaths, injured: injuries, ...}."""
    unit_measures: dict[tuple[str, str], str]
    """From a unit and the word after it (empty: whatever follows) to what it measures: (mile, from) -> distance."""
    field_words: dict[str, dict[str, float]]
    """Words that speak for a field of news (war, prisons, strikes), with what they weigh for it."""
    dimension_of: dict[str, str]
    """By unit what it measures (volume, mass, money), as `measure_predicates.csv` names it as a thing."""
    counted_only: frozenset[str]
    """Measures of people and things, which have no length or price of their own."""
    open_measures: dict[str, str]
    """By dimension the measure of a figure of which no word says what it measures."""
    predicate_of: dict[str, str]
    """From a measure to what always happened to it: deaths -> killed."""
    settled_fates: frozenset[str]
    """Measures that tell what happened to what they count: deaths, which are of people killed."""
    fixed_predicates: frozenset[str]
    """What always happened to some measure: killed, of deaths."""
    stance_nouns: dict[str, str]
    """Nouns for what is denied (claim), for what it is called then (denial), and words that open a denial."""
    denial_nouns: frozenset[str]
    """The nouns among them for what a denial calls it: "nonsense"."""
    senses: dict[str, dict[str, Sense]]
    """By form (`verb`, `state`) and word what it comes to: the siren worked, so it had not failed."""
    name_words: dict[str, str]
    """Words that tell what a capitalised name is: organisation ("Institute") or thing ("Avenue")."""
    place_words: PlaceWords
    """Words that tell what a place is named for."""
    place_signs: PlaceSigns
    """Money, telephone codes and addresses by the countries that they speak for."""
    place_weights: dict[str, float]
    """What each sign of place_weights.csv counts in settling which place a name means."""
    region_abbreviations: dict[str, tuple[Place, ...]]
    """Regions by the letters that stand for them behind a town, without full stops: Wash, NY."""
    thing_words: ThingWords
    """Words that tell how a figure's thing is put."""
    mood_words: MoodWords
    """Words beside a wording of mood that settle what it means."""
    date_words: dict[str, dict[str, int]]
    """Words that give or move a date, by kind, each with its number of days, steps or months."""
    opens_date: frozenset[str]
    """Words with which a date may begin, beside numbers."""
    speaker_words: SpeakerWords
    """Words that tell who speaks, for whom and through what."""
    speaker_nouns: dict[str, str]
    """Nouns for those who speak without a name: state, organisation, person, document."""
    speaker_roles: dict[str, str]
    """What a noun for speakers says besides: a company speaks for itself, a local office for a region or a town."""
    broader: dict[str, frozenset[str]]
    """Nouns that may stand for a body later, by the words of its name and the nouns it is called by."""
    words: dict[str, frozenset[str]]
    """Plain word lists by kind, the same as those of the lexicon of numbers."""
    titles: frozenset[str]
    """Words of offices that stand before a name."""

    tables: PhraseTables
    """The phrases of actors, places, measures, predicates, speech, stances, moods and place signs, for one pass."""
    guesses: dict[str, str] = field(default_factory=dict)
    """The classes of the tokens that were met, as far as these tell by themselves."""

    def remember_guess(self, token: str, guess: str) -> str:
        """Keep the class of a token and give it back; with very many the memory starts anew, so that it stays small."""
        if len(self.guesses) >= _MOST_GUESSES:
            self.guesses.clear()
        self.guesses[token] = guess
        return guess

    def cues(self, words: list[str]) -> Cues:
        """Find the phrases of all tables in the words of a text, in lower case, in one pass; accents do not count."""
        return Cues(*self.tables.find([word if word.isascii() else without_accents(word) for word in words]))


@lru_cache(maxsize=4)
def load_vocabulary(folder: Path = LEXICON_FOLDER) -> Vocabulary:
    """Compile the tables of a lexicon folder; raises LexiconError where one is missing."""
    place_rows = read_table(folder / "places.csv")
    measure_rows = read_table(folder / "measures.csv")
    class_rows = read_table(folder / "word_classes.csv")
    verb_rows = read_table(folder / "verbs.csv")
    speaker_rows = read_table(folder / "speaker_nouns.csv")
    stance_noun_rows = read_table(folder / "stance_nouns.csv")
    by_verb = {row["verb"]: row for row in verb_rows}
    predicate_rows = read_table(folder / "predicate_wordings.csv")
    kinds = {row["measure"]: row["kind"] for row in read_table(folder / "measure_kinds.csv")}
    fate_rows = _with_kinds(read_table(folder / "measure_predicates.csv"), kinds)
    verbs = verb_forms(verb_rows)
    value_verbs = {row["verb"] for row in read_table(folder / "value_verbs.csv")}
    date_words = _date_words(read_table(folder / "date_words.csv"))
    signs = _signs(read_table(folder / "place_signs.csv"))
    return Vocabulary(
        word_classes=word_classes.table(class_rows),
        verbs=verbs,
        countries=frozenset(row["place"] for row in place_rows if row["kind"] == "country"),
        states=frozenset(row["actor"] for row in read_table(folder / "actors.csv") if row["kind"] == "metonym"),
        unit_measures={
            (row["unit"], row["following"]): row["measure"] for row in read_table(folder / "unit_measures.csv")
        },
        measure_names=frozenset(row["measure"] for row in measure_rows),
        generic=frozenset(row["measure"] for row in read_table(folder / "generic_measures.csv")),
        measure_of={(row["thing"], row["predicate"]): row["measure"] for row in fate_rows},
        kinds=kinds,
        value_verbs=frozenset(written for written, verb in verbs.items() if verb.lemma in value_verbs),
        local_currencies=_local_currencies(read_table(folder / "local_currencies.csv")),
        done_to=_done_to(predicate_rows, by_verb),
        frames=_frames(read_table(folder / "predicate_frames.csv")),
        fates=_fates(fate_rows),
        dimension_of={row["unit"]: row["dimension"].split(":")[0] for row in read_table(folder / "units.csv")},
        counted_only=frozenset(row["measure"] for row in read_table(folder / "measure_subjects.csv")),
        open_measures={row["dimension"]: row["measure"] for row in read_table(folder / "open_measures.csv")},
        field_words=_field_words(read_table(folder / "field_words.csv")),
        predicate_of={row["measure"]: row["predicate"] for row in measure_rows if row["predicate"]},
        settled_fates=frozenset(row["measure"] for row in fate_rows)
        & {r["measure"] for r in measure_rows if r["predicate"]},
        fixed_predicates=frozenset(row["predicate"] for row in measure_rows if row["predicate"]),
        stance_nouns={row["word"]: row["kind"] for row in stance_noun_rows},
        denial_nouns=frozenset(row["word"] for row in stance_noun_rows if row["kind"] == "denial"),
        senses=_senses(read_table(folder / "opposites.csv"), by_verb),
        name_words={row["word"]: row["kind"] for row in read_table(folder / "name_words.csv")},
        place_words=_sorted_by_kind(PlaceWords, read_table(folder / "place_words.csv")),
        place_signs=PlaceSigns(signs["currency"], signs["phone"], signs["domain"]),
        place_weights={row["sign"]: float(row["weight"]) for row in read_table(folder / "place_weights.csv")},
        date_words=date_words,
        opens_date=_date_openings(date_words),
        region_abbreviations=_abbreviations(read_table(folder / "region_abbreviations.csv")),
        thing_words=_sorted_by_kind(ThingWords, read_table(folder / "thing_words.csv")),
        mood_words=_sorted_by_kind(MoodWords, read_table(folder / "mood_words.csv")),
        speaker_words=_sorted_by_kind(SpeakerWords, read_table(folder / "speaker_words.csv")),
        speaker_nouns=_with_plurals({row["noun"]: row["kind"] for row in speaker_rows}),
        speaker_roles={row["noun"]: row["role"] for row in speaker_rows if row["role"]},
        broader=_grouped(read_table(folder / "body_words.csv"), "word", "called"),
        words=load_lexicon(folder).words,
        titles=frozenset(row["word"] for row in class_rows if row["class"] == "title") | _OFFICE_ADJECTIVES,
        tables=_phrase_tables(folder, place_rows, predicate_rows, by_verb, signs["institution"]),
    )


def _phrase_tables(
    folder: Path,
    place_rows: Sequence[Mapping[str, str]],
    predicate_rows: Sequence[Mapping[str, str]],
    by_verb: Mapping[str, Mapping[str, str]],
    institutions: Mapping[str, tuple[str, ...]],
) -> PhraseTables:
    """Compile the wordings that are looked for in one pass over a text, in the order of the fields of `Cues`."""
    actor_rows, measure_rows = read_table(folder / "actors.csv"), read_table(folder / "measure_wordings.csv")
    return PhraseTables(
        (
            Phrases((without_accents(row["wording"]), Actor(row["actor"], row["kind"])) for row in actor_rows),
            _places(place_rows),
            Phrases((row["wording"], Measure(row["measure"], row["class"])) for row in measure_rows),
            _of_verbs(predicate_rows, "predicate", by_verb),
            _of_verbs(read_table(folder / "speech_wordings.csv"), "kind", by_verb),
            _of_verbs(read_table(folder / "stance_wordings.csv"), "polarity", by_verb),
            _of_verbs(read_table(folder / "mood_wordings.csv"), "mood", by_verb),
            Phrases((without_accents(sign.lower()), paths) for sign, paths in institutions.items()),
            Phrases(_readings(read_table(folder / "field_readings.csv"), by_verb).items()),
        )
    )


def _done_to(predicate_rows: Sequence[Mapping[str, str]], by_verb: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Collect the first words of the predicates that tell what was done to their object."""
    return frozenset(
        written.split()[0]
        for row in predicate_rows
        if row["undergoer"] == "object"
        for written in spellings(row["wording"], by_verb)
    )


def without_accents(word: str) -> str:
    """Write a word in lower case without its accents: "aragón" as "aragon"; letters of their own stay."""
    return "".join(mark for mark in normalize("NFD", word) if not combining(mark))


def _grouped(rows: Iterable[Mapping[str, str]], key: str, column: str) -> dict[str, frozenset[str]]:
    """Gather what a column holds by what another does."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        groups[row[key]].add(row[column])
    return {word: frozenset(group) for word, group in groups.items()}


_Lists = TypeVar("_Lists", PlaceWords, SpeakerWords, ThingWords, MoodWords)


def _sorted_by_kind(lists: type[_Lists], rows: Iterable[Mapping[str, str]]) -> _Lists:
    """Sort words into a record of lists by kind; a kind without a row has no words."""
    by_kind = _grouped(rows, "kind", "word")
    return lists(*(by_kind.get(kind.name, frozenset()) for kind in fields(lists)))


def _with_plurals(kinds: Mapping[str, str]) -> dict[str, str]:
    """Add the regular plural of each noun for those who speak; papers have theirs in the table."""
    speakers = {noun: kind for noun, kind in kinds.items() if kind not in ("document", "record")}
    return {plural(noun): kind for noun, kind in speakers.items() if not word_classes.is_plural(noun)} | dict(kinds)


def _with_kinds(rows: Iterable[Mapping[str, str]], kinds: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Let what can happen to people happen to passengers and miners too, where the table says nothing of their own."""
    rows = list(rows)
    own = {(row["thing"], row["predicate"]) for row in rows}
    of_kind: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        of_kind[row["thing"]].append(row)
    return rows + [
        {**row, "thing": thing}
        for thing, kind in kinds.items()
        for row in of_kind[kind]
        if (thing, row["predicate"]) not in own and row["measure"] != kind
    ]


def _fates(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Sort what can happen by what it happens to."""
    by_thing: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row["predicate"] != "percent":
            by_thing[row["thing"]][row["predicate"]] = row["measure"]
    return dict(by_thing)


def _field_words(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, float]]:
    """Group what words weigh for the fields of news by word."""
    by_word: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        by_word[row["word"]][row["field"]] = float(row["weight"])
    return dict(by_word)


def _readings(rows: Iterable[Mapping[str, str]], verbs: Mapping[str, Mapping[str, str]]) -> dict[str, Readings]:
    """Gather the readings of each wording by field; those of predicates stand in all forms of their verb."""
    by_wording: defaultdict[str, Readings] = defaultdict(lambda: Readings({}, {}))
    for row in rows:
        happened = row["table"] == "predicate"
        for written in spellings(row["wording"], verbs) if happened else [row["wording"]]:
            readings = by_wording[written]
            (readings.predicates if happened else readings.measures)[row["field"]] = row["reading"]
    return dict(by_wording)


def _local_currencies(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Group the codes of everyday names for money by country."""
    by_unit: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        by_unit[row["unit"]][row["country"]] = row["code"]
    return dict(by_unit)


def _frames(rows: Iterable[Mapping[str, str]]) -> dict[str, list[tuple[list[str], str]]]:
    """Sort the rows of predicate_frames.csv by verb, the longest words first."""
    frames: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -len(row["behind"])):
        frames[row["verb"]].append((row["behind"].split(), row["predicate"]))
    return dict(frames)


def _senses(rows: Iterable[Mapping[str, str]], verbs: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Sense]]:
    """Sort the words of opposites.csv by form; verbs stand in all their forms."""
    senses: dict[str, dict[str, Sense]] = {"verb": {}, "state": {}}
    for row in rows:
        sense = Sense(row["predicate"], row["sense"] == "opposite")
        written = spellings(row["word"], verbs) if row["form"] == "verb" else [row["word"]]
        senses[row["form"]].update(dict.fromkeys(written, sense))
    return senses


def _of_verbs(rows: Iterable[Mapping[str, str]], column: str, verbs: Mapping[str, Mapping[str, str]]) -> Phrases[str]:
    """Compile wordings, each in all forms of its first word where that is a verb."""
    return Phrases((written, row[column]) for row in rows for written in spellings(row["wording"], verbs))


def _date_words(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    """Group the words of dates by kind."""
    by_kind: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        by_kind[row["kind"]][row["word"]] = int(row["value"] or 0)
    return dict(by_kind)


def _date_openings(words: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    """Gather the words with which a date may begin: of the calendar, days, steps, ordinals and years, and "same"."""
    calendar_words = [name.lower() for names in _CALENDAR for name in names if name]
    kinds = [words[kind] for kind in ("day", "step", "back", "ordinal", "fiscal")]
    return frozenset(
        (*calendar_words, *(word for kind in kinds for word in kind), "sept", "a", "an", "q", "h", "weekend")
    )


def _signs(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Group what speaks for a place by its kind, then by itself."""
    by_kind: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in rows:
        signs = by_kind[row["kind"]]
        signs[row["sign"]] = (*signs.get(row["sign"], ()), row["place"])
    return by_kind


_REGION: Final = 1_000_000
"""Inhabitants of a region that has letters of its own, roughly."""


def _abbreviations(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[Place, ...]]:
    """Make regions of the letters for them."""
    found: dict[str, tuple[Place, ...]] = {}
    for row in rows:
        name, _, within = row["place"].partition(" < ")
        found[row["abbreviation"]] = (*found.get(row["abbreviation"], ()), Place(name, within, "region", _REGION))
    return found


def _places(rows: Iterable[Mapping[str, str]]) -> Phrases[tuple[Place, ...]]:
    """Compile the gazetteer; places that share a wording stand together, the most populous first."""
    by_wording: dict[str, list[Place]] = defaultdict(list)
    for row in rows:
        place = Place(row["place"], row["within"], row["kind"], int(row["population"] or 0))
        by_wording[without_accents(row["wording"].lower())].append(place)
    return Phrases(
        (wording, tuple(sorted(places, key=lambda place: -place.population))) for wording, places in by_wording.items()
    )
