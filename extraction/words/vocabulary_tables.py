"""Reads the tables of data/lexicon into the vocabulary of meaning, once a process."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, TypeVar

from extraction.words import word_classes
from extraction.words.lexicon import LEXICON_FOLDER, Rows, load_lexicon, read_table
from extraction.words.phrases import Phrases, PhraseTables
from extraction.words.vocabulary import (
    Actor,
    Measure,
    MeasureTables,
    MoodWords,
    NameParts,
    NameTables,
    Place,
    PlaceSigns,
    PlaceTables,
    PlaceWords,
    Readings,
    Sense,
    SpeakerWords,
    StanceTables,
    ThingWords,
    UnitTables,
    Vocabulary,
    without_accents,
)
from extraction.words.word_forms import VerbForm, plural, spellings, verb_forms

_CALENDAR: Final = (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr)


class _Tables:
    """The tables of a folder by name, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Rows] = {}

    @cached_property
    def by_verb(self) -> dict[str, Mapping[str, str]]:
        """The rows of the table of verbs by their verb."""
        return {row["verb"]: row for row in self.rows("verbs")}

    @cached_property
    def verbs(self) -> dict[str, VerbForm]:
        """All forms of all verbs."""
        return verb_forms(self.rows("verbs"))

    def rows(self, table: str) -> Rows:
        """All rows of a table."""
        if table not in self._read:
            self._read[table] = read_table(self._folder / f"{table}.csv")
        return self._read[table]

    def column(self, table: str, name: str) -> frozenset[str]:
        """What a column holds."""
        return frozenset(row[name] for row in self.rows(table))

    def pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        """What one column holds by what another does, where it holds anything."""
        return {row[key]: row[value] for row in self.rows(table) if row[value]}

    def weights(self, table: str, key: str = "feature") -> dict[str, float]:
        """What each feature weighs, by the column that names it."""
        return {row[key]: float(row["weight"]) for row in self.rows(table)}

    def of_kind(self, table: str, name: str, column: str, kind: str) -> frozenset[str]:
        """What a column holds in the rows of one kind."""
        return frozenset(row[name] for row in self.rows(table) if row[column] == kind)


@lru_cache(maxsize=4)
def load_vocabulary(folder: Path = LEXICON_FOLDER) -> Vocabulary:
    """Compile the tables of a lexicon folder; raises LexiconError where one is missing."""
    return _vocabulary(_Tables(folder), folder)


def _vocabulary(tables: _Tables, folder: Path) -> Vocabulary:
    """Compile them by what they tell of."""
    speaker_words = _sorted_by_kind(SpeakerWords, tables.rows("speaker_words"))
    date_words = _date_words(tables.rows("date_words"))
    return Vocabulary(
        word_classes=word_classes.table(tables.rows("word_classes")),
        verbs=tables.verbs,
        words=load_lexicon(folder).words,
        date_words=date_words,
        opens_date=_date_openings(date_words),
        mood_words=_sorted_by_kind(MoodWords, tables.rows("mood_words")),
        thing_words=_sorted_by_kind(ThingWords, tables.rows("thing_words")),
        place_words=_sorted_by_kind(PlaceWords, tables.rows("place_words")),
        speaker_words=speaker_words,
        may_say=_may_say(tables.verbs, speaker_words),
        speaker_nouns=_with_plurals(tables.pairs("speaker_nouns", "noun", "kind")),
        speaker_roles=tables.pairs("speaker_nouns", "noun", "role"),
        papers=tables.of_kind("speaker_nouns", "noun", "role", "paper"),
        floor_wordings=Phrases(_of_verbs(tables.rows("floor_wordings"), "kind", tables.by_verb)),
        measures=_measure_tables(tables),
        units=_unit_tables(tables),
        places=_place_tables(tables),
        stances=_stance_tables(tables),
        names=_name_tables(tables, speaker_words.rank),
        tables=_phrase_tables(tables),
    )


def _measure_tables(tables: _Tables) -> MeasureTables:
    kinds = tables.pairs("measure_kinds", "measure", "kind")
    fate_rows = _with_kinds(tables.rows("measure_predicates"), kinds)
    predicate_of = tables.pairs("measures", "measure", "predicate")
    return MeasureTables(
        names=tables.column("measures", "measure"),
        generic=tables.column("generic_measures", "measure"),
        kinds=kinds,
        measure_of={(row["thing"], row["predicate"]): row["measure"] for row in fate_rows},
        fates=_fates(fate_rows),
        predicate_of=predicate_of,
        settled_fates=frozenset(row["measure"] for row in fate_rows if row["measure"] in predicate_of),
        fixed_predicates=frozenset(predicate_of.values()),
        value_verbs=_forms(tables.verbs, tables.column("value_verbs", "verb")),
        frames=_frames(tables.rows("predicate_frames")),
        done_to=_done_to(tables.rows("predicate_wordings"), tables.by_verb),
        counted_only=tables.column("measure_subjects", "measure"),
        single_things=_single_things(tables),
        thing_weights=tables.weights("thing_features"),
        periods=tables.pairs("period_words", "word", "period"),
        field_words=_field_words(tables.rows("field_words")),
    )


def _unit_tables(tables: _Tables) -> UnitTables:
    return UnitTables(
        measures={(row["unit"], row["following"]): row["measure"] for row in tables.rows("unit_measures")},
        dimension_of={row["unit"]: row["dimension"].split(":")[0] for row in tables.rows("units")},
        lone_units=tables.pairs("lone_units", "unit", "measure"),
        measure_dimensions=tables.pairs("measure_dimensions", "measure", "dimension"),
        asked_measures=tables.pairs("question_measures", "asked", "measure"),
        open_measures=tables.pairs("open_measures", "dimension", "measure"),
        unit_only=tables.column("open_measures", "measure"),
        local_currencies=_local_currencies(tables.rows("local_currencies")),
    )


def _place_tables(tables: _Tables) -> PlaceTables:
    signs, abbreviations = _signs(tables.rows("place_signs")), _abbreviations(tables.rows("region_abbreviations"))
    return PlaceTables(
        countries=tables.of_kind("places", "place", "kind", "country"),
        states=tables.of_kind("actors", "actor", "kind", "metonym"),
        signs=PlaceSigns(signs["currency"], signs["phone"], signs["domain"]),
        weights=tables.weights("place_weights", "sign"),
        region_abbreviations=abbreviations,
        regions_beside_towns=frozenset(place.path for regions in abbreviations.values() for place in regions),
    )


def _stance_tables(tables: _Tables) -> StanceTables:
    return StanceTables(
        nouns=tables.pairs("stance_nouns", "word", "kind"),
        denials=tables.of_kind("stance_nouns", "word", "kind", "denial"),
        weights=tables.weights("stance_features"),
        threshold=float(tables.pairs("settings", "setting", "value")["stance_threshold"]),
        senses=_senses(tables.rows("opposites"), tables.by_verb),
    )


def _name_tables(tables: _Tables, ranks: frozenset[str]) -> NameTables:
    broader = _grouped(tables.rows("body_words"), "word", "called")
    return NameTables(
        words=tables.pairs("name_words", "word", "kind"),
        parts=_sorted_by_kind(NameParts, tables.rows("name_parts")),
        signs=tables.weights("name_signs"),
        callings=_grouped(tables.rows("role_words"), "called", "word"),
        broader=broader,
        alike_bodies={noun: _alike(broader, noun) for noun in broader},
        titles=tables.of_kind("word_classes", "word", "class", "title") | ranks,
        local_bodies={row["word"]: row["body"] for row in tables.rows("local_bodies")},
        pronouns=tables.pairs("person_pronouns", "word", "pronoun"),
    )


def _may_say(verbs: Mapping[str, VerbForm], words: SpeakerWords) -> frozenset[str]:
    """Collect the words that tell something with the right words beside them: "speak of", "raise to", "went on"."""
    return _forms(verbs, words.speaks | words.moves | words.gauges) | words.resumes | words.resumes_on


def _single_things(tables: _Tables) -> frozenset[str]:
    """Collect the wordings of counted things that stand in the table with their plural too: hospital, hospitals."""
    counted = tables.column("measure_subjects", "measure")
    measures = {row["wording"]: row["measure"] for row in tables.rows("measure_wordings")}
    things = (word for word, measure in measures.items() if measure in counted)
    return frozenset(word for word in things if measures.get(f"{word}s") == measures[word])


def _forms(verbs: Mapping[str, VerbForm], lemmas: frozenset[str]) -> frozenset[str]:
    """All forms of some verbs."""
    return frozenset(written for written, verb in verbs.items() if verb.lemma in lemmas)


def _phrase_tables(tables: _Tables) -> PhraseTables:
    """Compile the wordings that are looked for in one pass over a text, in the order of the fields of `Cues`."""
    by_verb, institutions = tables.by_verb, _signs(tables.rows("place_signs"))["institution"]
    return PhraseTables(
        (
            ((without_accents(row["wording"]), Actor(row["actor"], row["kind"])) for row in tables.rows("actors")),
            _places(tables.rows("places")),
            ((row["wording"], Measure(row["measure"], row["class"])) for row in tables.rows("measure_wordings")),
            _of_verbs(tables.rows("predicate_wordings"), "predicate", by_verb),
            _of_verbs(tables.rows("speech_wordings"), "kind", by_verb),
            _of_verbs(tables.rows("stance_wordings"), "polarity", by_verb),
            _of_verbs(tables.rows("mood_wordings"), "mood", by_verb),
            ((without_accents(sign.lower()), paths) for sign, paths in institutions.items()),
            _readings(tables.rows("field_readings"), by_verb).items(),
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


def _grouped(rows: Iterable[Mapping[str, str]], key: str, column: str) -> dict[str, frozenset[str]]:
    """Gather what a column holds by what another does."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        groups[row[key]].add(row[column])
    return {word: frozenset(group) for word, group in groups.items()}


def _alike(broader: Mapping[str, frozenset[str]], noun: str) -> frozenset[str]:
    """The words to which a noun leads and that lead back to it."""
    return frozenset(word for word in broader[noun] if noun in broader.get(word, ()))


_Lists = TypeVar("_Lists", NameParts, PlaceWords, SpeakerWords, ThingWords, MoodWords)


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


def _of_verbs(
    rows: Iterable[Mapping[str, str]], column: str, verbs: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield wordings with what a column holds, each in all forms of its first word where that is a verb."""
    return ((written, row[column]) for row in rows for written in spellings(row["wording"], verbs))


def _date_words(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    """Group the words of dates by kind."""
    by_kind: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        by_kind[row["kind"]][row["word"]] = int(row["value"] or 0)
    return dict(by_kind)


def _date_openings(words: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    """Gather the words with which a date may begin: of the calendar, days, steps, ordinals and years, and "same"."""
    calendar_words = [name.lower() for names in _CALENDAR for name in names if name]
    kinds = [words[kind] for kind in ("day", "step", "back", "ordinal", "fiscal", "turn")]
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


def _places(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Gather the gazetteer by wording; places that share a wording stand together, the most populous first."""
    by_wording: dict[str, list[Place]] = defaultdict(list)
    for row in rows:
        place = Place(row["place"], row["within"], row["kind"], int(row["population"] or 0))
        by_wording[without_accents(row["wording"].lower())].append(place)
    return (
        (wording, tuple(sorted(places, key=lambda place: -place.population))) for wording, places in by_wording.items()
    )
