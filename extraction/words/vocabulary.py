"""The words by which meaning is found: who acts, what is counted, what happened to it, and who says so.

These are the records; vocabulary_tables.py reads them from data/lexicon. Numbers and hedges have theirs in lexicon.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from unicodedata import combining, normalize

from extraction.words.phrases import Matches, Phrases, PhraseTables
from extraction.words.word_forms import VerbForm

_MOST_GUESSES: Final = 100_000


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
    path: str = field(init=False)
    """The place and what contains it, as a claim writes it."""

    def __post_init__(self) -> None:
        self.path = f"{self.name} < {self.within}" if self.within else self.name


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
    sends: frozenset[str]
    compass: frozenset[str]
    audience: frozenset[str]
    seated: frozenset[str]
    invested: frozenset[str]
    nationwide: frozenset[str]
    national: frozenset[str]
    law: frozenset[str]
    in_city: frozenset[str]
    abroad: frozenset[str]
    across: frozenset[str]
    named_after: frozenset[str]
    street: frozenset[str]
    local: frozenset[str]
    origin: frozenset[str]
    beyond_town: frozenset[str]
    statehood: frozenset[str]
    address: frozenset[str]
    trade: frozenset[str]
    """Nouns for what goes to a country or comes from it without being told of it: "exports to Germany"."""
    shared_body: frozenset[str]
    """Bodies that many countries have by one name: Congress."""


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
    seat: frozenset[str]
    calling: frozenset[str]
    private: frozenset[str]
    research: frozenset[str]
    no_owner: frozenset[str]
    unsigned: frozenset[str]
    data: frozenset[str]
    read_by: frozenset[str]
    set_by_owner: frozenset[str]
    """What somebody sets himself and reckons not, when he raises it: "its rate", "their prices"."""
    made: frozenset[str]
    """Nouns for a reckoning that whoever owns it has made: "the region's figure", but not "the region's toll"."""
    some: frozenset[str]
    """Nouns for many without a name, for whom a lead speaks before the body tells who it was."""
    central: frozenset[str]
    """Words that make a bank the nation's."""
    signed: frozenset[str]
    """Participles that tell by whom a body's statement is: "in a statement attributed to X"."""
    sends: frozenset[str]
    publishes: frozenset[str]
    talks: frozenset[str]
    abroad: frozenset[str]
    office: frozenset[str]
    leads: frozenset[str]
    heads: frozenset[str]
    works: frozenset[str]
    """Verbs that with "for" or "at" tell whom somebody works for."""
    staff: frozenset[str]
    officer: frozenset[str]
    reckoning: frozenset[str]
    turns_away: frozenset[str]
    """Words with which a sentence turns to something else: "Meanwhile, ..."."""
    first_person: frozenset[str]
    second_person: frozenset[str]
    another: frozenset[str]
    """Words that tell somebody apart from the one just spoken of: "the second driver"."""
    view: frozenset[str]
    """Nouns of what one thinks: "40 in the view of the bank" is no place, as "40 in the books of the bank" may be."""
    hearsay: frozenset[str]
    of_members: frozenset[str]
    """Bodies that speak for their members, and for no firm or place named with them: "the union at Nordhaul"."""
    sends_to: frozenset[str]
    """Verbs of giving a paper to somebody, who says nothing in it: "the report sent to ministers"."""
    falls_short: frozenset[str]
    """Verbs by which a figure is said not to hold all: "the official toll leaves out the islands"."""
    told_of: frozenset[str]
    """Participles with the word behind them that tell what is done to whom they follow: "accused of", "found dead"."""
    lays: frozenset[str]
    lays_at: frozenset[str]
    """Verbs of laying something somewhere, which count only where it is laid "at" a figure."""
    brings_about: frozenset[str]
    """Verbs whose "that" tells what comes about and not what somebody says: "means that", "ensured that"."""
    hopes: frozenset[str]
    wishes: frozenset[str]
    """Verbs of wanting and asking, by which nobody says anything in what another tells of him."""
    finds: frozenset[str]
    concludes: frozenset[str]
    field: frozenset[str]
    acts: frozenset[str]
    agency: frozenset[str]
    cause: frozenset[str]
    legal_form: frozenset[str]
    rank: frozenset[str]
    short_office: frozenset[str]
    """Offices as they are shortened before a name: "Sen. Ana Ruiz"."""
    portfolio: frozenset[str]
    ministry: frozenset[str]
    refuses: frozenset[str]
    quotes: frozenset[str]
    citing: frozenset[str]
    telling: frozenset[str]
    reports: frozenset[str]
    speaks: frozenset[str]
    moves: frozenset[str]
    gauges: frozenset[str]
    """Verbs of reckoning something at a figure: "places the age of the wall at 90"."""
    revises: frozenset[str]
    """Verbs of changing or keeping what one gave before: "raised its estimate", "stood by its count"."""
    inverted: frozenset[str]
    findings: frozenset[str]
    nobody: frozenset[str]
    says_that: frozenset[str]
    """Nouns of saying whose "that" opens what is said: "the guild's claim that", "a warning from the port that"."""
    estimate: frozenset[str]
    has_figure: frozenset[str]
    stands: frozenset[str]
    listed: frozenset[str]
    community: frozenset[str]
    judges: frozenset[str]
    bids: frozenset[str]
    addresses: frozenset[str]
    commits: frozenset[str]
    """Verbs by which those who speak do something that counts: so many states promised, two clubs refused."""
    """Verbs whose object is who is spoken to: "told some 300 fans"."""
    duty: frozenset[str]
    borne_out: frozenset[str]
    service_rank: frozenset[str]
    of_persons: frozenset[str]
    machine: frozenset[str]
    """What somebody works whom it makes an operator: "press operator", while a "ferry operator" is a firm."""
    kin: frozenset[str]
    """Relatives, who speak in their own name: "Omar Bello's mother"."""
    of_thing: frozenset[str]
    """Whom persons have and bodies have not: "their lawyer", "their mothers"."""
    circumstance: frozenset[str]
    occasion: frozenset[str]
    matter: frozenset[str]
    ends_medial: frozenset[str]
    relative: frozenset[str]
    ago: frozenset[str]
    audience: frozenset[str]
    reckoned: frozenset[str]
    lately: frozenset[str]
    released: frozenset[str]
    note_label: frozenset[str]
    """First words of the label of a paper's own note: "Correction:"."""
    person_ending: frozenset[str]
    under: frozenset[str]
    """Words of an office that make it another: the deputy mayor is not the mayor."""
    any_company: frozenset[str]
    """Nouns by which any company goes, whatever it makes."""
    hands_over: frozenset[str]
    """Words with which a programme hands over: "And this from the union: ...", "Here's the minister: ..."."""
    question_label: frozenset[str]
    answer_label: frozenset[str]
    interview: frozenset[str]
    """Words of a heading above questions and answers: "Five questions for", "Ask the vet"."""
    meets_guest: frozenset[str]
    """Verbs behind the name of who comes to ask: "Ana Ruiz met", "Ana Ruiz spoke to"."""
    host_label: frozenset[str]
    """Labels of a transcript behind which the publisher speaks: "HOST", "STUDIO"."""
    bite_label: frozenset[str]
    """Labels of a script behind which a recording is heard: "SOT", "INSERT"."""
    label_rank: frozenset[str]
    """Forms of address and ranks that stand in a label before a name and are no offices of their own: "MR", "MIN"."""
    source_label: frozenset[str]
    """What stands before the colon at the end of a fact box: "Source", "Data"."""
    own_text: frozenset[str]
    """Nouns for what somebody wrote or spoke as a whole, which may be reprinted: report, letter, testimony."""
    reprints: frozenset[str]
    """Words with which a heading says that somebody's own text follows: "Excerpts from", "Text of"."""
    hands_on: frozenset[str]
    """Verbs whose agent only passes a text on and did not write it: "printed by", "translated by"."""
    reprinted: frozenset[str]
    """Verbs of such a heading: "issued on Monday", "translated by our staff"."""
    resumes: frozenset[str]
    """Verbs of going on in what one says: "Ruiz continued"; `resumes_on` are those that need an "on" for it."""
    resumes_on: frozenset[str]
    verb_particle: frozenset[str]
    """Behind a verb of counting these make another verb of it: "put down €58,000", "tracked down 40 men"."""
    if_believed: frozenset[str]


@dataclass(slots=True)
class NameParts:
    """The words of name_parts.csv by what they are beside or within a name; the fields are the table's kinds."""

    particle: frozenset[str]
    kept_title: frozenset[str]
    honour: frozenset[str]
    cause: frozenset[str]
    """What a body is for after which its name goes on: "Roof for All", "Unite for Change"."""


@dataclass(slots=True)
class ThingWords:
    """The words of thing_words.csv by what they tell of a figure's thing; the fields are the table's kinds."""

    figure: frozenset[str]
    answer: frozenset[str]
    """Nouns that only tell how many answers a question gets: "receives three answers"."""
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
    opens_clause: frozenset[str]
    made: frozenset[str]
    holds: frozenset[str]
    offers: frozenset[str]
    team: frozenset[str]
    idiom: frozenset[str]
    tally: frozenset[str]
    pointing: frozenset[str]
    only_counted: frozenset[str]
    """Nouns that name a measure beside a figure alone: "31 percent of the vote", not "the vote was stolen"."""
    does_deed: frozenset[str]
    """Nouns for the arms and the doing of somebody: "it was not our drones", "this was not our work"."""
    deedless: frozenset[str]
    """Verbs that tell no deed without a noun beside them: "denied that it had happened"."""
    venture: frozenset[str]
    peopled: frozenset[str]
    accusing: frozenset[str]
    owning: frozenset[str]
    foretold: frozenset[str]
    """Words of a figure that another one is held against: \"7.3 percent, against an expected 7.9\"."""
    party: frozenset[str]
    """Nouns for who stands for election besides persons: a party, a bloc."""
    keeping: frozenset[str]
    """Verbs by which somebody sets a figure against another: \"insists on 40\", \"put it at 40\"."""
    disposing: frozenset[str]
    """Verbs of what one does with people, money and things of one's own: "sent 700 officers", "will cut 90 jobs"."""
    valuing: frozenset[str]
    opens_aside: frozenset[str]
    leaving: frozenset[str]
    """Verbs behind whose object stands what became of it: "left two men dead"."""
    carries: frozenset[str]
    """Verbs by which people come to a hospital."""
    care: frozenset[str]
    """Where the hurt are treated."""
    told_by_verb: frozenset[str]
    told_of_itself: frozenset[str]
    """Predicates of many things, which tell nothing of those that the article speaks of elsewhere: a cost, a loss."""
    """Predicates that no noun tells: "a shooting" has hit nobody yet."""
    polls: frozenset[str]
    before_share: frozenset[str]
    opens_time: frozenset[str]
    """Words that open a phrase of time behind a figure, which is not what it counts: "grew by 142,000 last month"."""
    sums_up: frozenset[str]
    """Verbs that look like nouns: "the dead number 23", "arrests total 48"."""
    number_noun: frozenset[str]
    numbers: frozenset[str]
    added: frozenset[str]
    share_noun: frozenset[str]
    of_many_fates: frozenset[str]
    of_anything: frozenset[str]
    seating: frozenset[str]
    """Measures of what one article counts in several ways: its people may be dead, hurt or fled."""
    topicless: frozenset[str]
    """Measures that say nothing of what a stance is about."""
    any_noun: frozenset[str]
    result: frozenset[str]


@dataclass(slots=True)
class MoodWords:
    """The words of mood_words.csv by what they make of a wording of mood; the fields are the table's kinds."""

    wish: frozenset[str]
    foresees: frozenset[str]
    names_thing: frozenset[str]
    """Verbs that name what somebody says there is: "spoke of fraud"."""
    excludes: frozenset[str]
    """Words by which somebody says that a deed hit nothing else: "went only for arms plants"."""
    passes_on: frozenset[str]
    """Verbs by which papers and proceedings tell what others say: "the inquest heard that", "a memo suggests that"."""
    circumstance: frozenset[str]
    """Prepositions behind which a figure may only say where or when a thing was done: "turned away from 3 sites"."""
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
    otherwise: frozenset[str]
    refusing_on: frozenset[str]
    """Words that may stand between a refusal and what is refused: "stopped short of confirming"."""
    supposes: frozenset[str]
    built: frozenset[str]
    late: frozenset[str]
    fails: frozenset[str]
    lacks: frozenset[str]
    remains: frozenset[str]
    modal: frozenset[str]
    finite_be: frozenset[str]
    bare_be: frozenset[str]
    perfect: frozenset[str]
    does: frozenset[str]
    weakens_not: frozenset[str]
    """Behind "not" or "no" these leave the matter standing: "not only", "not yet", "no longer"."""
    bare_denial: frozenset[str]
    before_stance: frozenset[str]
    """Words that lead to the verb of a stance and belong to it: "refused to confirm"."""


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


@dataclass(slots=True)
class MeasureTables:
    """What is counted and measured, and what happens to it."""

    names: frozenset[str]
    generic: frozenset[str]
    """Measures that say nothing of what is counted: people, number, amount."""
    kinds: dict[str, str]
    """What a measure or a lemma is a kind of: passengers -> people."""
    measure_of: dict[tuple[str, str], str]
    """From what is counted and what happened to it to the measure: (people, killed) -> deaths."""
    fates: dict[str, dict[str, str]]
    """The same by what is counted: people -> {killed: deaths, injured: injuries, ...}."""
    predicate_of: dict[str, str]
    """From a measure to what always happened to it: deaths -> killed."""
    settled_fates: frozenset[str]
    """Measures that tell what happened to what they count: deaths, which are of people killed."""
    fixed_predicates: frozenset[str]
    """What always happened to some measure: killed, of deaths."""
    value_verbs: frozenset[str]
    """Forms of the verbs whose subject a figure measures: rents rose, the ransom was, the fleet numbers."""
    frames: dict[str, list[tuple[list[str], str]]]
    """By verb the words behind its object with which it tells what happened: pull ... out, take ... to hospital."""
    done_to: frozenset[str]
    """Forms of the verbs whose object it happens to: who killed or arrested somebody was not killed himself."""
    counted_only: frozenset[str]
    """Measures of people and things, which have no length or price of their own."""
    single_things: frozenset[str]
    """Nouns for one of what a measure counts, which has a plural: hospital."""
    thing_weights: dict[str, float]
    """What each feature of thing_features.csv counts in choosing what a figure without a noun counts."""
    periods: dict[str, str]
    """Words that tell in what time there are so many, with that time: nightly -> night."""
    field_words: dict[str, dict[str, float]]
    """Words that speak for a field of news (war, prisons, strikes), with what they weigh for it."""


@dataclass(slots=True)
class UnitTables:
    """What a unit, a dimension and an everyday name for money stand for."""

    measures: dict[tuple[str, str], str]
    """From a unit and the word after it (empty: whatever follows) to what it measures: (mile, from) -> distance."""
    dimension_of: dict[str, str]
    """By unit what it measures (volume, mass, money), as `measure_predicates.csv` names it as a thing."""
    lone_units: dict[str, str]
    """What a figure measures of which nothing but its unit tells: hour -> duration."""
    measure_dimensions: dict[str, str]
    """In what dimension a measure is given, where it has only one: money, time, share; count for bare numbers."""
    asked_measures: dict[str, str]
    """What a question asks for that has no "how many", by its words: "how high", "what cost"."""
    open_measures: dict[str, str]
    """By dimension the measure of a figure of which no word says what it measures."""
    unit_only: frozenset[str]
    """Measures that say no more than a unit does: amount, extent, speed."""
    local_currencies: dict[str, dict[str, str]]
    """By an everyday name for money ("crown") the ISO 4217 code that it stands for in each country."""


@dataclass(slots=True)
class PlaceTables:
    """Countries and places, and what speaks for one."""

    countries: frozenset[str]
    states: frozenset[str]
    """Actors with a government of their own that a place stands for: Scotland besides the United Kingdom."""
    signs: PlaceSigns
    """Money, telephone codes and addresses by the countries that they speak for."""
    weights: dict[str, float]
    """What each sign of place_weights.csv counts in settling which place a name means."""
    region_abbreviations: dict[str, tuple[Place, ...]]
    """Regions by the letters that stand for them behind a town, without full stops: Wash, NY."""
    regions_beside_towns: frozenset[str]
    """The paths of those regions: who writes of a town in one of them to readers of another names it."""


@dataclass(slots=True)
class StanceTables:
    """Words that take a stance, and what settles whether they do."""

    nouns: dict[str, str]
    """Nouns for what is denied (claim), for what it is called then (denial), and words that open a denial."""
    denials: frozenset[str]
    """The nouns among them for what a denial calls it: "nonsense"."""
    weights: dict[str, float]
    """What each feature of stance_features.csv counts in settling whether a clause is a stance."""
    threshold: float
    """How likely a clause must be a stance to be taken for one."""
    senses: dict[str, dict[str, Sense]]
    """By form (`verb`, `state`) and word what it comes to: the siren worked, so it had not failed."""


@dataclass(slots=True)
class NameTables:
    """What names are made of, and what those may be called that have one."""

    words: dict[str, str]
    """Words that tell what a capitalised name is: organisation ("Institute") or thing ("Avenue")."""
    parts: NameParts
    """Small words within names, and what stands before or behind one."""
    signs: dict[str, float]
    """What each sign of name_signs.csv weighs for a name's being a person's."""
    callings: dict[str, frozenset[str]]
    """By a noun that takes somebody up ("the lawmaker") the offices with which he may be named: senator, mp, deputy."""
    broader: dict[str, frozenset[str]]
    """Nouns that may stand for a body later, by the words of its name and the nouns it is called by."""
    alike_bodies: dict[str, frozenset[str]]
    """For a noun the words that say the same of a body, where the table leads from each to the other: bank, banco."""
    titles: frozenset[str]
    """Words of offices that stand before a name."""
    local_bodies: dict[str, str]
    """By words for those who serve a town, the body of the town that they are of; empty for words of any body."""
    pronouns: dict[str, str]
    """Whether "he" or "she" takes up a person of a given name, a form of address or a noun: Mrs -> she."""


@dataclass(frozen=True)
class Vocabulary:
    """The tables of meaning, compiled for look-up."""

    word_classes: dict[str, str]
    verbs: dict[str, VerbForm]
    words: dict[str, frozenset[str]]
    """Plain word lists by kind, the same as those of the lexicon of numbers."""
    date_words: dict[str, dict[str, int]]
    """Words that give or move a date, by kind, each with its number of days, steps or months."""
    opens_date: frozenset[str]
    """Words with which a date may begin, beside numbers."""
    mood_words: MoodWords
    """Words beside a wording of mood that settle what it means."""
    thing_words: ThingWords
    """Words that tell how a figure's thing is put."""
    place_words: PlaceWords
    """Words that tell what a place is named for."""
    speaker_words: SpeakerWords
    """Words that tell who speaks, for whom and through what."""
    may_say: frozenset[str]
    """Words that tell something with the right words beside them: "speak of", "raise to", "place at", "went on"."""
    speaker_nouns: dict[str, str]
    """Nouns for those who speak without a name: state, organisation, person, document."""
    speaker_roles: dict[str, str]
    """What a noun for speakers says besides: a company speaks for itself, a local office for a region or a town."""
    papers: frozenset[str]
    """The nouns among them for what somebody writes or publishes: report, survey."""
    floor_wordings: Phrases[str]
    """Wordings by which somebody takes the floor without saying anything yet, each with its kind: act or state."""
    measures: MeasureTables
    units: UnitTables
    places: PlaceTables
    stances: StanceTables
    names: NameTables
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
        if not all(map(str.isascii, words)):
            words = [word if word.isascii() else without_accents(word) for word in words]
        return Cues(*self.tables.find(words))


def without_accents(word: str) -> str:
    """Write a word in lower case without its accents: "aragón" as "aragon"; letters of their own stay."""
    return "".join(mark for mark in normalize("NFD", word) if not combining(mark))
