"""Whom a noun phrase means as the subject of saying: by name, by office, or by what was said before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from extraction.naming.bodies import Body, meant_body
from extraction.naming.mentions import Mention
from extraction.naming.persons import Person
from extraction.speech.affiliations import ARTICLE_AND_NOUN, affiliation_of, body_affiliation, named_body, office_place
from extraction.speech.cast import OWNED, Cast, Speaker, head_end, head_of, moment_of, spoke_last, wording_of
from extraction.speech.office_holders import office_holder
from extraction.speech.own_notes import is_own_note
from extraction.speech.paper_authors import (
    INTRODUCES,
    drawn_up_by,
    record_speaker,
    researcher,
    sent_by,
    titled_paper,
    whoever_owns,
)
from extraction.words.article import Article
from extraction.words.subjects import Subject, after_label, subject_after, subject_before
from extraction.words.word_classes import (
    AUXILIARY,
    COMMA,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_HE: Final = frozenset(("he", "she", "who", "him", "her"))
_IT: Final = frozenset(("it", "they", "them"))
_NOBODY: Final = frozenset(["we", "i", "you", "that", "this", "which", "there", "what", "one", "these", "those"])
_DEFINITE: Final = frozenset(["the", "its", "his", "her", "their", "that", "this", "mr", "mrs", "ms"])


def speaker_of(cast: Cast, subject: Subject) -> Speaker | None:
    """Name who a noun phrase speaks of; None where it is nobody who can speak, or the publisher itself."""
    words = cast.article.lower[subject.first : subject.last]
    if not words or (words[0] == "one" and cast.article.lower[subject.first - 1] == "not"):
        return None  # "the report of" at the end of a line, "not one of them"
    if words[-1] in cast.article.speaker_words.audience or words == ["reporter"]:
        return None
    if len(words) == 1 and words[0].replace("’", "'").endswith(_CONTRACTED):
        words = [words[0].replace("’", "'").split("'")[0]]
    if len(words) == 1 and words[0] in _HE and cast.article.classes[subject.first] != NAME:
        return _latest_person(cast, subject.first)
    if len(words) == 1 and words[0] in _IT:
        lately = _many_before(cast, subject.first) if words == ["they"] else None
        return _speaks_here(cast, subject.first) or lately or _body_before(cast, subject.first)
    if len(words) == 1 and words[0] in _NOBODY:
        return None
    if words[-3:] == ["year", "-", "old"]:
        return _latest_person(cast, subject.first)
    return _named_or_described(cast, subject)


def _body_before(cast: Cast, before: int) -> Speaker | None:
    """The body that the sentences before a token are about, else the one that spoke last."""
    return latest_body(cast, before) or cast.memory.organisation(before)


def _many_before(cast: Cast, before: int) -> Speaker | None:
    """Several who speak in the sentence before: "Officials on the island said 40 were found. They said ..."."""
    spoke = _spoke_before(cast, before)
    return spoke if spoke is not None and is_plural(spoke.name.split()[0].lower()) else None


def _speaks_here(cast: Cast, before: int) -> Speaker | None:
    """The body that speaks in the sentence of a token and before it: "the guild said, up from the 12 that it had"."""
    spoke = spoke_last(cast.memory.organisations, before)
    return spoke[1] if spoke is not None and spoke[0] >= cast.article.sentence(before).first else None


_CONTRACTED: Final = ("'re", "'ve", "'d", "'ll")


def _first_of_both(article: Article, subject: Subject) -> Subject:
    """Leave the government of "both the government and the union"."""
    if article.lower[subject.first] != "both" or subject.last - subject.first == 1:
        return subject
    words = article.lower[subject.first : subject.last]
    return Subject(subject.first + 1, subject.first + words.index("and") if "and" in words else subject.last)


def _who_claims(article: Article, subject: Subject) -> Subject:
    """Leave the mayor of "the mayor of Rena's early figure", which says what he said."""
    head, vocabulary = article.lower[subject.last - 1], article.vocabulary
    if vocabulary.stance_nouns.get(head) != "claim" or head in vocabulary.speaker_nouns:
        return subject
    owners = (index for index in range(subject.first + 1, subject.last) if article.classes[index] == POSSESSIVE)
    return Subject(subject.first, next(owners, subject.last))


def _named_or_described(cast: Cast, subject: Subject) -> Speaker | None:
    """Name who a noun phrase speaks of that is no pronoun."""
    if cast.article.lower[subject.first] == "our":
        own = _person_in(cast, subject)
        return replace(own, affiliation=cast.article.document.source) if own is not None else None
    if cast.article.lower[subject.first] == "this":
        return None
    subject = _who_claims(cast.article, _first_of_both(cast.article, subject))
    speaker = _person_in(cast, subject) or _body(cast, subject)
    if speaker is None or _is_publisher(cast.article, speaker.name):
        return None
    if subject.through is not None:
        return replace(speaker, through=(cast.article.words(*subject.through),))
    return speaker


def whoever_says(cast: Cast, subject: Subject, verb: int) -> Speaker | None:
    """Take a noun that the table does not hold for a speaker where it says something: "the port said"."""
    form = cast.article.vocabulary.verbs.get(cast.article.lower[verb])
    tells = form is not None and form.lemma in cast.article.speaker_words.tells
    return whoever_is_meant(cast, subject) if tells else None


def whoever_is_meant(cast: Cast, subject: Subject) -> Speaker | None:
    """Take an introduced noun that the table does not hold for a speaker: "(according to) the port"."""
    named = _called_by_name(cast, subject)
    if named is not None:
        return named
    article = cast.article
    end = head_end(article, subject)
    head = article.lower[end - 1]
    if (
        article.classes[end - 1] != NOUN
        or head in article.vocabulary.speaker_nouns
        or head in article.speaker_words.mute
    ):
        return None
    if any(figure.first < end <= figure.last for figure in article.figures_of(subject.first)):
        return None
    owned = POSSESSIVE in article.classes[subject.first : end]
    if article.lower[subject.first] in OWNED:
        return None  # "Its licence says 40"
    if end != subject.last or not (owned or article.lower[subject.first] in INTRODUCES):
        return None
    return Speaker(article.words(subject.first, subject.last), None, "organisation")


def _called_by_name(cast: Cast, subject: Subject) -> Speaker | None:
    """The body whose own name ends in what "the line" is called: "Nordhav Lines"."""
    article = cast.article
    if article.lower[subject.first] != "the" or subject.last - subject.first != ARTICLE_AND_NOUN:
        return None
    noun = article.lower[subject.last - 1]
    named = [body for body in cast.bodies.all if body.name.lower().split()[-1] in (noun, f"{noun}s")]
    return Speaker(named[0].name, named[0].name, "organisation") if len(named) == 1 else None


def _is_publisher(article: Article, name: str) -> bool:
    original = name.removeprefix("the ").removeprefix("The ")
    source, name = article.document.source.lower().removeprefix("the "), original.lower()
    short = original[:1].isupper() and source.split()[-len(name.split()) :] == name.split()
    own_staff = source in name and name.endswith(("reporter", "photographer", "journalist", "staff"))
    return short or own_staff or name.endswith(("newspaper", "newsroom", "correspondent"))


def _latest_person(cast: Cast, before: int) -> Speaker | None:
    """The person who spoke last, or who was named since in the sentence before."""
    sentences, own = cast.article.sentences, cast.article.sentence_of[before]
    pronoun = _ONE.get(cast.article.lower[before], "")
    turn = _whose_turn(cast, before)
    at, last = _person_who_spoke(cast, before, pronoun, turn) or (-1, None)
    opening = _person_opening(cast, before)
    if opening is not None:
        return opening
    about = sentences[max(0, own - 1)].paragraph
    for number in range(own, max(-1, own - _SENTENCES_BACK - 1), -1):
        if number < own - 1 and sentences[number].paragraph != about:
            break
        if number < own and at >= sentences[number].last:
            break
        for mention in cast.names.within(sentences[number].first, min(before, sentences[number].last)):
            told = number == own or last is None or turn is not None or _opens(cast.article, mention)
            if mention.kind == "person" and told and _may_be_called(cast, mention.name, pronoun, turn):
                return speaker_named(cast, mention)
    return last or _person_of_paragraph_before(cast, before)


def _whose_turn(cast: Cast, before: int) -> Person | None:
    """The person with whose name and a colon the paragraph of a token opens: "RUIZ: ... She says" is of another."""
    sentences, number = cast.article.sentences, cast.article.sentence_of[before]
    while number and sentences[number - 1].paragraph == sentences[number].paragraph:
        number -= 1
    label = cast.names.at.get(sentences[number].first)
    opens = label is not None and label.kind == "person" and cast.article.lower[label.last] in (":", "(")
    return cast.names.person(label) if label is not None and opens else None


def _person_opening(cast: Cast, before: int) -> Speaker | None:
    """The person by office with whom a pronoun's own sentence opens: "The minister waves that away: 40, he says."."""
    article = cast.article
    first = article.sentence(before).first
    subject = subject_after(article, first, before) if article.lower[first] in ("the", "a", "an") else None
    head = head_of(cast, subject) if subject is not None else ""
    one = not is_plural(head) and (head in article.speaker_words.office or head in article.vocabulary.titles)
    if subject is None or not one or article.classes[subject.last] != VERB or _has_name(cast, subject):
        return None
    return _body(cast, subject)


def _person_who_spoke(cast: Cast, before: int, pronoun: str, turn: Person | None) -> tuple[int, Speaker] | None:
    """The last act of saying before a token by a person whom a pronoun may take up; `turn` is whose words it is in."""
    spoke = cast.memory.persons
    latest = bisect_left(spoke, before, key=moment_of) - 1
    acts = (spoke[number] for number in range(latest, -1, -1))
    return next((act for act in acts if _may_be_called(cast, act[1].name, pronoun, turn)), None)


_ONE: Final = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}


def _may_be_called(cast: Cast, name: str, pronoun: str, turn: Person | None) -> bool:
    """Whether a pronoun in the words of `turn` may take up a person, or "a spokeswoman", by what the article tells."""
    person = cast.names.persons.named(name, 0) if pronoun else None
    if person is not None and person is turn:
        return False
    own = person.pronoun if person is not None else cast.article.vocabulary.pronouns.get(name.lower().split()[-1], "")
    return not pronoun or not own or own == pronoun


def _person_of_paragraph_before(cast: Cast, before: int) -> Speaker | None:
    """The last person whom a sentence of the paragraph before has as its subject, where nobody has spoken yet."""
    sentences, own = cast.article.sentences, cast.article.sentence(before).paragraph
    number = cast.article.sentence_of[before]
    about = range(number - 1, max(-1, number - 1 - 2 * _SENTENCES_BACK), -1)
    for sentence in (sentences[index] for index in about if sentences[index].paragraph == own - 1):
        for mention in cast.names.within(sentence.first, sentence.last):
            if mention.kind == "person" and _opens(cast.article, mention):
                return speaker_named(cast, mention)
    return None


_SENTENCES_BACK: Final = 7
"""Sentences of a paragraph before "she said" in which she may be named: a quotation may stand in between."""


def _opens(article: Article, mention: Mention) -> bool:
    """Whether a name is what its sentence, or its part behind a semicolon, is about: only offices stand before it."""
    first = article.sentence(mention.first).first
    part = next((index for index in range(mention.first - 1, first, -1) if article.lower[index] == ";"), first - 1)
    start = after_label(article, part + 1)
    before = article.classes[start : mention.first]
    introduced = article.lower[mention.last] == "," and article.lower[start] not in ("his", "her")
    return not any(mark in (VERB, POSSESSIVE) or (mark == COMMA and not introduced) for mark in before)


def latest_body(cast: Cast, before: int) -> Speaker | None:
    """The body with which this sentence, or one before it in the paragraph, begins."""
    article = cast.article
    number = article.sentence_of[before]
    paragraph = article.sentences[number].paragraph
    for sentence in reversed(article.sentences[max(0, number - _PARAGRAPH) : number + 1]):
        if sentence.paragraph != paragraph:
            break
        opening = opening_body(cast, sentence.first, before)
        if opening is not None:
            return opening
    return None


_PARAGRAPH: Final = 30
"""Sentences that a paragraph of news has at most: in a longer one "it" is not looked for further back."""


def speaker_named(cast: Cast, mention: Mention) -> Speaker | None:
    """Give the person of a mention as a speaker; None for one of the publisher's own staff."""
    person = cast.names.person(mention)
    return _speaker(cast, person) if person is not None and person.name not in cast.names.staff else None


_CIRCUMSTANCE: Final = 25
"""Tokens that may stand before the comma after which a sentence says whom it is about: "For a firm so small, ..."."""


def _after_circumstance(article: Article, first: int, limit: int) -> int:
    """Step over "In Prague," and the like at the opening of a sentence."""
    if article.classes[first] != PREPOSITION:
        return first
    ahead = range(first, min(limit - 1, first + _CIRCUMSTANCE))
    return next((index + 1 for index in ahead if article.lower[index] == ","), first)


def opening_body(cast: Cast, first: int, before: int) -> Speaker | None:
    """The body that a sentence has as its first noun phrase, where that ends before the token `before`."""
    article = cast.article
    first = after_label(article, _after_dateline(article, first, before))
    first += article.lower[first] in ("but", "and", '"', "“")
    first = _after_circumstance(article, first, before)
    subject = subject_after(article, first, before)
    if subject is None or article.lower[first] in _HE | _IT | OWNED:
        return None
    end = head_end(article, subject)
    mention = cast.names.at.get(end - 1) or cast.names.at.get(first)
    noun = article.vocabulary.speaker_nouns.get(article.lower[end - 1])
    named = mention is not None and mention.kind in ("organisation", "state", "thing")
    common = mention is not None and mention.name.lower()
    named = named and common not in article.vocabulary.word_classes and common not in article.vocabulary.speaker_nouns
    if article.lower[end - 1] in ("body", "bodies") and (article.lower[end] == "of" or end - first <= ARTICLE_AND_NOUN):
        return None  # "the body of the sailor", "The bodies were found"
    if article.lower[before] == "it" and is_plural(article.lower[end - 1]) and noun is not None:
        return None  # "Officers tested it," it added
    many = article.lower[before] == "they" and noun == "person" and is_plural(article.lower[end - 1])
    if noun not in ("organisation", "state", "document") and not named and not many:
        return None
    owns = mention is not None and article.classes[mention.last] == POSSESSIVE
    if named and mention is not None and mention.last <= end and (owns or mention.last == end or noun is None):
        if mention.kind == "state" and owns:
            return Speaker(article.words(subject.first, end), body_affiliation(cast, mention), "organisation")
        return named_body(cast, Subject(mention.first, mention.last), mention.last)
    return _body(cast, subject)


def _speaker(cast: Cast, person: Person) -> Speaker:
    affiliation = person.affiliation or (office_place(cast, person) if person.official else None)
    return Speaker(person.name, affiliation, "person")


def _person_in(cast: Cast, subject: Subject) -> Speaker | None:
    """The person that the phrase or its apposition names, those after "of" passed over."""
    end = head_end(cast.article, subject)
    spans = [(subject.first, end), (subject.apposition_first, subject.apposition_last)]
    paper = cast.article.vocabulary.speaker_nouns.get(cast.article.lower[end - 1]) in ("document", "record")
    opening = cast.article.classes[subject.apposition_first]
    if opening in (PREPOSITION, SUBORDINATOR) or (opening == VERB and not paper):
        spans.pop()  # "the firm, advised by Luc Morel," but not "the email, signed by Luc Morel,"
    for first, last in spans:
        for mention in cast.names.within(first, last):
            owns = mention.last < last and cast.article.classes[mention.last] == POSSESSIVE
            if mention.kind == "person" and not owns:
                return speaker_named(cast, mention)
    return _behind_office(cast, subject, end)


def _behind_office(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """The person behind an office of several words, whose first noun ends at `end`: "leader of the opposition X"."""
    article, nouns = cast.article, cast.article.vocabulary.speaker_nouns
    head = article.lower[end - 1]
    held = head in article.vocabulary.titles or (nouns.get(head) == "person" and not is_plural(head))
    within = cast.names.within(end, subject.last) if held else []
    mention = within[-1] if within else None
    if mention is None or mention.kind != "person" or mention.last != subject.last:
        return None
    before = article.lower[mention.first - 1]
    field = article.classes[mention.first - 1] == NOUN and nouns.get(before) != "person"
    field = field and before not in article.vocabulary.titles
    seat = cast.names.at.get(mention.first - 1) is not None and mention.first - 1 in article.cues.places
    return speaker_named(cast, mention) if field or seat or before in article.speaker_words.portfolio else None


def _body(cast: Cast, subject: Subject) -> Speaker | None:
    """A body, an office or unnamed people: by the wording, or by the fuller one that was met before."""
    article = cast.article
    end = head_end(article, subject)
    kind = article.vocabulary.speaker_nouns.get(article.lower[end - 1])
    if kind == "person" and _ends_body(cast, end):
        kind = None
    if _is_short_name(cast, end):
        return named_body(cast, subject, end)
    length = end - subject.first
    same = length == len(("the", "same", "ministry")) and article.lower[subject.first + 1] == "same"
    short = article.lower[subject.first] in _DEFINITE and (same or length == len(("the", "ministry")))
    force = _force(cast, subject, kind) if short or length == 1 else None
    if force is not None:
        return force
    maker = _maker(cast, subject, end, kind)
    if maker is not None:
        return speaker_of(cast, maker)
    owned = kind == "record" and (
        article.lower[subject.first] in OWNED or article.lower[end - 1] in article.speaker_words.data
    )
    owned = owned and (article.lower[subject.first] in OWNED or NAME in article.classes[subject.first : end])
    if (kind == "document" or owned) and not same:
        apposed = _named_in_apposition(cast, subject)
        return _described_body(cast, subject, "organisation") if apposed is not None else author_of(cast, subject, end)
    met = (
        _own_company(cast, subject, end)
        or _company_spoken_of(cast, subject, end)
        or (_described_before(cast, subject, end, kind) if kind is not None else None)
        or (_met_before(cast, subject, end) if short else _in_office(cast, subject, end))
        or (_untold_body(cast, subject, end) if short else None)
    )
    if met is not None:
        return met
    if kind is None:
        return named_body(cast, subject, end) or _person_by_ending(cast, subject, end)
    return _described_body(cast, subject, kind)


_LONGEST_SUBJECT: Final = 12
"""Tokens before a sentence's first verb among which it names the company that it is about."""


def _is_short_name(cast: Cast, end: int) -> bool:
    """Whether a phrase ends in a shorter name of a body that the article names in full: "the Permanent Committee"."""
    mention = cast.names.at.get(end - 1)
    short = mention is not None and mention.last == end and not mention.wording
    return short and mention is not None and cast.names.fullest(mention) != mention.name


def _ends_body(cast: Cast, end: int) -> bool:
    """Whether a noun for people ends the name of a body: "the Union of Farmers"."""
    mention = cast.names.at.get(end - 1)
    return mention is not None and mention.kind == "organisation"


def _maker(cast: Cast, subject: Subject, end: int, kind: str | None) -> Subject | None:
    """Who made a paper whose own words tell it: "figures compiled by X", "navy command data"; `end` ends its head."""
    article = cast.article
    if kind not in ("document", "record"):
        return None
    if subject.through is not None and article.lower[subject.last] not in article.speaker_words.read_by:
        return Subject(*subject.through)
    drawn_up = drawn_up_by(cast, end) if kind == "record" else None
    head = article.lower[end - 1]
    told = head in article.speaker_words.data and end - subject.first > ARTICLE_AND_NOUN
    told = (told or head in article.speaker_words.reckoned) and _is_office(cast, end - 2)
    first = subject.first + (article.lower[subject.first] in ("a", "an"))
    first += article.lower[first] in article.speaker_words.lately
    return drawn_up or (Subject(first, end - 1) if told and first < end - 1 else None)


def _is_office(cast: Cast, index: int) -> bool:
    """Whether a noun for an office or a body stands at `index`: "(navy) command (data)"."""
    article = cast.article
    return article.classes[index] == NOUN and article.vocabulary.speaker_nouns.get(article.lower[index]) == "state"


def _own_company(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the company" means in what a person says: the body that he speaks for, if it is not called otherwise."""
    article = cast.article
    words = article.lower[subject.first : subject.last]
    spoke = spoke_last(cast.memory.persons, subject.first)
    if (
        words[:1] != ["the"]
        or words[1:] != [article.lower[end - 1]]
        or words[-1] not in article.speaker_words.any_company
    ):
        return None
    if spoke is None or spoke[0] < article.sentence(subject.first).first:
        return None
    own = next((body for body in cast.bodies.all if body.name == spoke[1].affiliation), None)
    return Speaker(own.name, own.name, "organisation") if own is not None and not own.no_company else None


def _company_spoken_of(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the Japanese carmaker" means: the body with which its sentence opens, or that stands right before it.

    "Toyota will recall 2 million cars, the Japanese carmaker said", "customers of Cirrus, the airline said".
    """
    article = cast.article
    company = article.vocabulary.speaker_roles.get(article.lower[end - 1]) == "company"
    first = article.sentence(subject.first).first
    if not company or article.lower[subject.first] != "the" or first == subject.first or _has_name(cast, subject):
        return None
    beside = cast.names.at.get(subject.first - 2) if article.lower[subject.first - 1] == "," else None
    if beside is not None and _is_where(article, beside):
        beside = None
    mention = _opening_name(cast, first, subject.first) or beside
    described = end - subject.first > ARTICLE_AND_NOUN
    if mention is None or mention.kind == "state" or (mention.kind == "person" and not described):
        return None
    name = cast.names.fullest(mention)
    return Speaker(name, name, "organisation")


def _is_where(article: Article, mention: Mention) -> bool:
    """Whether a name only says where something stands: "in a letter on Facebook, the group said"."""
    before = mention.first - 1 - (article.lower[mention.first - 1] == "the")
    return article.lower[before] in ("on", "in", "at", "near")


def _has_name(cast: Cast, subject: Subject) -> bool:
    """Whether a phrase or its apposition names anybody but a state."""
    within = cast.names.within(subject.first, max(subject.last, subject.apposition_last))
    return any(mention.kind != "state" for mention in within)


_DATELINE: Final = 16
"""Tokens that "BERGEN, Norway, May 3 (North Sea Wire) -" may have."""


def _after_dateline(article: Article, first: int, limit: int) -> int:
    """Step over the dateline of a first sentence, which capitals open and a dash ends."""
    if not article.tokens[first].text.isupper():
        return first
    dashes = (index for index in range(first, min(limit, first + _DATELINE)) if article.lower[index] in ("-", "–", "—"))
    return next((index + 1 for index in dashes if article.classes[index] == COMMA), first)


def _opening_name(cast: Cast, first: int, limit: int) -> Mention | None:
    """The only name but places before the first verb of a sentence, which ends before the token `limit`."""
    classes, places = cast.article.classes, cast.article.cues.places
    first = _after_dateline(cast.article, first, limit)
    limit = min(limit, first + _LONGEST_SUBJECT)
    verb = next((index for index in range(first, limit) if classes[index] in (VERB, AUXILIARY)), first)
    nouns = cast.article.vocabulary.speaker_nouns
    named = [
        mention
        for mention in cast.names.within(first, verb)
        if mention.first not in places
        and cast.article.lower[mention.first] not in nouns
        and classes[mention.first - 1] != NUMBER
        and cast.article.lower[mention.first - 1] not in ("from", "at", "near", "to")
    ]
    return named[0] if len(named) == 1 else None


def _force(cast: Cast, subject: Subject, kind: str | None) -> Speaker | None:
    """Take "Slovak police" for "police" where the article speaks of no other police, a town's only once it is named."""
    head = cast.article.lower[subject.last - 1]
    wordings = cast.names.forces.get(head, {}) if kind == "state" and head in cast.article.speaker_words.force else {}
    if len(wordings) != 1:
        return None
    wording, meant_from = next(iter(wordings.items()))
    return Speaker(wording, affiliation_of(cast, subject, "state"), "state") if meant_from <= subject.first else None


def _described_before(cast: Cast, subject: Subject, end: int, kind: str) -> Speaker | None:
    """Whom "the charity" or "Kenya's regulator" means: the named body of the article that fits the description."""
    article = cast.article
    whole = end == subject.last and not subject.apposition_last and not _has_name(cast, subject)
    state = cast.names.at.get(subject.first) if whole and article.classes[end - 2] == POSSESSIVE else None
    owner = state is not None and state.kind == "state" and state.last == end - 2
    members = article.classes[end - 2] == POSSESSIVE and article.classes[end - 3] == NOUN  # "the growers' union"
    possessed = POSSESSIVE in article.classes[subject.first : end] and not (
        members and is_plural(article.lower[end - 3])
    )
    plain = article.lower[subject.first] in _DEFINITE and not possessed
    if not whole or not (plain or owner):
        return None
    body = meant_body(article, cast.bodies, end - 2 if owner else subject.first, end)
    whose = body_affiliation(cast, body.mentions[0]) if body is not None else None
    name = _as_written(article, body) if body is not None else ""
    other = state is not None and owner and whose != state.name
    other = other or (kind == "state" and _is_of_other_state(cast, subject, whose))
    return Speaker(name, whose, kind) if body is not None and not other else None


def _as_written(article: Article, body: Body) -> str:
    """The name of a body, of one of the table the longest form in the article: "Doctors Without Borders"."""
    forms = [article.words(one.first, one.last) for one in body.mentions if one.wording]
    return max(forms, key=len) if forms else body.name


def _is_of_other_state(cast: Cast, subject: Subject, whose: str | None) -> bool:
    """Whether a description names another state than a body's: "the Kenyan league" is not the Norwegian one."""
    return any(one.kind == "state" and one.name != whose for one in cast.names.within(subject.first, subject.last))


def _met_before(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the ministry" or "the governor" means: who has spoken so, or is introduced with that office."""
    head = cast.article.lower[end - 1]
    known = cast.memory.by_noun.get(head)
    if known is not None:
        return known
    holder = _in_office(cast, subject, end)
    if holder is not None:
        return holder
    office = cast.names.persons.in_office(head, subject.first)
    return _speaker(cast, office) if office is not None else _person_described(cast, subject, head)


def _in_office(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the fire chief" means, by what the whole article tells of the offices of those it names."""
    person = office_holder(cast, subject, end)
    return _speaker(cast, person) if person is not None and person.name not in cast.names.staff else None


def _person_described(cast: Cast, subject: Subject, head: str) -> Speaker | None:
    """Whom "the analyst" means where no analyst was spoken of: the last person whom a sentence just before is about."""
    article = cast.article
    one = article.vocabulary.speaker_nouns.get(head) == "person" and not is_plural(head)
    if not one or article.lower[subject.first] != "the" or article.lower.index(head) < subject.first:
        return None
    spoke = _who_has_just_spoken(cast, subject.first)
    if spoke is not None:
        return spoke
    own = article.sentence_of[subject.first]
    near = article.sentences[max(0, own - _DESCRIBED_WITHIN) : own]
    about = [
        mention
        for sentence in near
        if sentence.paragraph == article.sentences[own].paragraph
        for mention in cast.names.within(sentence.first, sentence.last)
        if mention.kind == "person" and _opens(article, mention) and article.lower[sentence.first] not in ("at", "in")
    ]
    person = cast.names.person(about[-1]) if about else None
    return speaker_named(cast, about[-1]) if person is not None and not person.called else None


def _who_has_just_spoken(cast: Cast, before: int) -> Speaker | None:
    """The person who speaks in the sentence before, within the paragraph: "..., Captain Ruiz said. The fire chief"."""
    article = cast.article
    at, spoke = spoke_last(cast.memory.persons, before) or (0, None)
    own = article.sentence(before)
    if spoke is None or article.sentence_of[at] != article.sentence_of[before] - 1:
        return None
    named = cast.names.persons.by_name.get(spoke.name.lower()) is not None
    return spoke if named and article.sentence(at).paragraph == own.paragraph else None


def _untold_body(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the agency" means where nobody is called so: the last to speak whose name tells nothing of what it is."""
    words = cast.article.lower[subject.first : end]
    if words[:1] != ["the"] or words[-1] not in cast.article.speaker_words.agency:
        return None
    untold = {body.name for body in cast.bodies.all if not body.called}
    spoke = cast.memory.organisations[: bisect_left(cast.memory.organisations, subject.first, key=moment_of)]
    return next((speaker for _, speaker in reversed(spoke) if speaker.name in untold), None)


_DESCRIBED_WITHIN: Final = 3
"""Sentences before "the analyst said" in which he is spoken of by name."""


def _described_body(cast: Cast, subject: Subject, kind: str) -> Speaker:
    """Take the name in an apposition, the body behind "its volunteers", else the wording."""
    apposed = _named_in_apposition(cast, subject)
    if apposed is not None:
        own = apposed.name if kind == "organisation" else None
        return Speaker(apposed.name, own or affiliation_of(cast, subject, kind) or apposed.name, kind)
    led = cast.article.speaker_words.hand | cast.article.speaker_words.seat
    if cast.article.lower[subject.first] in ("his", "her") and head_of(cast, subject) in led:
        leader = _latest_person(cast, subject.first)
        if leader is not None:
            return leader
    if cast.article.lower[subject.first] in ("its", "their") and (kind == "person" or _is_head(cast, subject)):
        owner = _body_before(cast, subject.first)
        if owner is not None:
            return owner
    whose = affiliation_of(cast, subject, kind) if kind == "organisation" else _owners(cast, subject)
    return Speaker(wording_of(cast, subject), whose or affiliation_of(cast, subject, kind), kind)


def _owners(cast: Cast, subject: Subject) -> str | None:
    """Whom the owner of an office speaks for: "the depot's night clerk", where no name says so."""
    end = head_end(cast.article, subject)
    marks = cast.article.classes[subject.first : end]
    owner = Subject(subject.first, subject.first + marks.index(POSSESSIVE)) if POSSESSIVE in marks[1:] else None
    speaker = speaker_of(cast, owner) if owner is not None and not cast.names.within(owner.first, end) else None
    return speaker.affiliation if speaker is not None else None


def _is_head(cast: Cast, subject: Subject) -> bool:
    """Whether a phrase is of one who leads a body or speaks for it: "their president", "its spokeswoman"."""
    head, vocabulary = head_of(cast, subject), cast.article.vocabulary
    return head in vocabulary.titles or vocabulary.speaker_roles.get(head) == "spokesperson"


def ends_as_person(article: Article, word: str) -> bool:
    """Whether a noun that no table holds ends as those for people do: "skipper", "florist", "boatman"."""
    return any(word.endswith(ending) for ending in article.speaker_words.person_ending)


def _person_by_ending(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Take "a Reuters photographer" by the ending of its noun, where an article or owner introduces it."""
    article = cast.article
    word = article.lower[end - 1]
    introduced = article.lower[subject.first] in ("a", "an", "the", "one", "another") or is_plural(word)
    introduced = introduced and article.lower[subject.first] not in OWNED
    if not (introduced and ends_as_person(article, word) and article.classes[end - 1] == NOUN and len(word) > _SHORT):
        return None
    return Speaker(article.words(subject.first, subject.last), None, "person")


_SHORT: Final = 5
"""Letters of "other", "water" and "power", which end like persons and are none."""


def _named_in_apposition(cast: Cast, subject: Subject) -> Mention | None:
    """The name in "the institute, INDECI," or "the growers, a group named Harvest"; None for other asides."""
    within = cast.names.within(subject.first, subject.last)
    if any(mention.kind != "state" or mention.wording not in ("state", "demonym") for mention in within):
        return None
    for mention in cast.names.within(subject.apposition_first, subject.apposition_last):
        called = cast.article.lower[mention.first - 1] in ("called", "named")
        start = mention.first - (cast.article.lower[mention.first - 1] == "the")
        if mention.kind in ("organisation", "thing") and (start == subject.apposition_first or called):
            return mention
    return None


def author_of(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whose document it is: "a calculation by X", "X's survey", "a United Nations bulletin"; `end` ends its head."""
    article = cast.article
    titled = titled_paper(cast, subject, end)
    if titled is not None:
        return titled
    if end < subject.last and article.lower[end] in ("by", "from", "of"):
        last = next((index for index in range(end + 1, subject.last) if article.lower[index] == "to"), subject.last)
        last -= article.classes[last - 1] == POSSESSIVE
        return speaker_of(cast, Subject(end + 1, last)) if end + 1 < last else None  # None of "a study by 's said"
    by = drawn_up_by(cast, end) or sent_by(cast, end)
    if by is not None and article.lower[by.first] in _IT:
        return cast.memory.organisation(subject.first)  # not whom the paper's own sentence is about: that is the paper
    if by is not None:
        return speaker_of(cast, by)
    for index in range(subject.first + 1, end):
        if article.classes[index] == POSSESSIVE:
            owned_by = Subject(subject.first, index)
            return speaker_of(cast, owned_by) or whoever_owns(cast, owned_by)
    if article.lower[subject.first] in OWNED:
        return _owner_of_paper(cast, subject.first)
    return (
        record_speaker(cast, subject, end)
        or _published_by(cast, subject.first)
        or _author_before(cast, subject, end)
        or researcher(cast, subject, end)
    )


def _owner_of_paper(cast: Cast, first: int) -> Speaker | None:
    """Whom "its" or "his" before a paper or a reckoning means; `first` is the token of that word."""
    if cast.article.lower[first] in ("his", "her"):
        return _latest_person(cast, first)
    owner = _body_before(cast, first)
    return _published_by(cast, first) or _reviser(cast, first) or owner


def _reviser(cast: Cast, first: int) -> Speaker | None:
    """Read "the guild raised its estimate" and "stood by its count": the subject of the verb right before "its"."""
    article = cast.article
    verb = first - 1 - (article.classes[first - 1] == PREPOSITION)
    form = article.vocabulary.verbs.get(article.lower[verb]) if verb > 0 else None
    own = article.lower[first + 1] == "own"
    if form is None or not (own or form.lemma in article.speaker_words.revises):
        return None
    if "which" in article.lower[verb - 2 : verb]:
        return None  # "closer to the guild, which has lowered its claim"
    subject = subject_before(article, verb, article.sentence(first).first)
    return speaker_of(cast, subject) if subject is not None else None


def _author_before(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whose "the report" is by what was said before: who spoke by that noun, or stands behind the last paper."""
    article = cast.article
    if is_own_note(article, subject.first):
        return None  # "An earlier version of this article"
    known = cast.memory.by_noun.get(article.lower[end - 1])
    pointed = article.lower[subject.first] in _DEFINITE and article.vocabulary.speaker_roles.get(article.lower[end - 1])
    if known is not None or pointed != "paper":
        return known
    whose = _spoke_before(cast, subject.first) if article.lower[end - 1] in article.speaker_words.released else None
    return cast.memory.paper or whose


def _spoke_before(cast: Cast, before: int) -> Speaker | None:
    """The body that spoke in the sentence before, or in this one."""
    at, spoke = spoke_last(cast.memory.organisations, before) or (-1, None)
    own = cast.article.sentence_of[before]
    return spoke if spoke is not None and own and at >= cast.article.sentences[own - 1].first else None


def _published_by(cast: Cast, first: int) -> Speaker | None:
    """Read "the commission published a full count": the subject of the verb right before the paper."""
    article = cast.article
    verb = article.vocabulary.verbs.get(article.lower[first - 1]) if first else None
    if verb is None or verb.lemma not in article.speaker_words.publishes or article.classes[first - 1] != VERB:
        return None
    subject = subject_before(article, first - 1, article.sentence(first).first)
    return speaker_of(cast, subject) if subject is not None else None
