"""A figure that its own phrase credits to somebody: "the 45 noted by the guild", "the union's 12,000"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.cast import OWNED, Cast, Speaker, head_end, head_of
from extraction.speech.gapped_credits import gapped_source
from extraction.speech.noun_credits import told_in_noun
from extraction.speech.paper_authors import whoever_owns
from extraction.speech.said_clauses import BE, whose_claim
from extraction.speech.speaker_names import author_of, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HAVE,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_REACH: Final = 12
"""Tokens after a figure within which "reported by" still speaks of it."""
_NEAR: Final = 3
_AFTER_OWNED: Final = frozenset((STOP, COMMA, QUOTE, BRACKET, PREPOSITION, AUXILIARY, VERB, CONJUNCTION, SUBORDINATOR))


def source_of(cast: Cast, figure: Figure) -> Speaker | None:
    """Name whom the words around a figure credit it to; None where they credit nobody."""
    limit = cast.article.sentences[figure.sentence].last
    return (
        _by(cast, figure, limit)
        or _revised_by(cast, figure)
        or _that(cast, figure, limit)
        or _owner(cast, figure)
        or (None if _is_unowned_base(cast.article, figure) else _estimator(cast, figure))
        or _claimed(cast, figure)
        or told_in_noun(cast, figure)
        or _keeper(cast, figure, limit)
        or _holder(cast, figure)
        or _is_at(cast, figure)
        or _comes_from(cast, figure, limit)
        or gapped_source(cast, figure)
        or as_others_say(cast, figure)
        or _moved_from(cast, figure)
        or _counted_on(cast, figure)
        or _beyond(cast, figure, limit)
    )


def as_others_say(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "not three as the board first said", "was it three, as the board says?" and "three, as the board has it"."""
    article, limit = cast.article, cast.article.sentences[figure.sentence].last
    ahead = range(figure.last, min(limit, figure.last + _NEAR + 1))
    as_at = next((index for index in ahead if article.lower[index] == "as"), None)
    subject = subject_after(article, as_at + 1, limit) if as_at is not None else None
    if subject is None:
        return None
    verb = _saying_of(article, subject)
    told = article.lower[figure.first - 1] == "not" or opens_question(article, figure)
    if verb is None or not (told or article.lower[verb] in _DOES or _has_it(article, verb)):
        return None
    return speaker_of(cast, Subject(subject.first, min(subject.last, verb)))


def _saying_of(article: Article, subject: Subject) -> int | None:
    """Where the verb stands by which a subject says something: within its phrase, or behind what tells when."""
    verbs = range(subject.first + 1, _past_adverbs(article, subject.last) + 1)
    return next((index for index in verbs if _says(article, index)), None)


def _past_adverbs(article: Article, index: int) -> int:
    """Step over what tells only when somebody said it: "as the board | first said", "as it | had earlier claimed"."""
    formerly = article.vocabulary.date_words["formerly"]
    while (article.classes[index] in (ADVERB, AUXILIARY) and not _has_it(article, index)) or article.lower[
        index
    ] in formerly:
        index += 1
    return index


def _says(article: Article, index: int) -> bool:
    """Whether a verb of saying stands there, also where it might be a noun: "as the board claims"."""
    said = article.cues.speech.get(index, (0, ""))[1] == "say"
    return said or article.lower[index] in _DOES or _has_it(article, index)


def _has_it(article: Article, index: int) -> bool:
    """Whether a verb only says whose words they are: "as the police have it", "as the guild puts it"."""
    return article.lower[index + 1 : index + 2] == ["it"] and article.lower[index] in _HAS_IT


_HAS_IT: Final = frozenset(("has", "have", "had", "put", "puts", "tell", "tells", "sees", "see"))


def opens_question(article: Article, figure: Figure) -> bool:
    """Whether a figure stands in a sentence that asks from its first word on."""
    sentence = article.sentences[figure.sentence]
    first = sentence.first + (article.classes[sentence.first] == QUOTE)
    asks = "?" in article.lower[max(first, sentence.last - 2) : sentence.last]
    return asks and article.lower[first] in article.vocabulary.words["question_start"]


_DOES: Final = frozenset(("does", "do", "did"))


_BEYOND: Final = frozenset(["above", "below", "than", "against", "beyond", "over", "under", "from"])


def _beyond(cast: Cast, figure: Figure, limit: int) -> Speaker | None:
    """Read "well above the 212 of the guild": a figure that another is held against, by whose it is."""
    article, first = cast.article, figure.first
    compared = article.lower[first - 1] == "the" and article.lower[first - 2] in _BEYOND
    owner = subject_after(article, figure.last + 1, limit) if article.lower[figure.last] == "of" else None
    if owner is None or not compared:
        return None
    named = cast.names.at.get(owner.last - 1) is not None
    return speaker_of(cast, owner) if named or head_of(cast, owner) in article.vocabulary.speaker_nouns else None


def _moved_from(cast: Cast, figure: Figure) -> Speaker | None:
    """Read the earlier figure of "The guild's tally was 34, up from 31 at noon": who gives one gives both."""
    lower, first = cast.article.lower, figure.first
    if lower[first - 1] != "from" or lower[first - 2] not in ("up", "down") or lower[first - 3] != ",":
        return None
    earlier = [other for other in cast.article.figures_of(first) if other.last <= first - 3]
    return _estimator(cast, earlier[-1]) if earlier else None


def _counted_on(cast: Cast, figure: Figure) -> Speaker | None:
    """Read the later figures of "The guild's tally is 34 boats lost, 12 of them at sea, and 60 damaged"."""
    article, first = cast.article, figure.first
    for other in reversed(article.figures_of(first)):
        if other.last > first:
            continue
        if not all(_lists_on(article, index) for index in range(other.last, first)):
            return None
        speaker, first = _estimator(cast, other), other.first
        if speaker is not None:
            return speaker
    return None


def _lists_on(article: Article, index: int) -> bool:
    """Whether a word may stand between two figures of one tally: no helping verb, no clause of its own."""
    mark, form = article.classes[index], article.vocabulary.verbs.get(article.lower[index])
    if mark == VERB:
        return form is not None and form.form in ("past", "participle")
    return mark not in (AUXILIARY, SUBORDINATOR, GERUND, STOP, QUOTE) and article.lower[index] not in (";", "but")


def _is_base(article: Article, figure: Figure) -> bool:
    """Whether another figure of the sentence is a multiple of this one: whoever compares gives the other's number."""
    bases = [other.base for other in article.figures_of(figure.first) if other.base is not None]
    return any(article.figures[base] is figure for base in bases)


def _is_unowned_base(article: Article, figure: Figure) -> bool:
    """Whether a figure is a base, and no owner stands before it: "half as much again as the guild's estimate of 40"."""
    owned = POSSESSIVE in article.classes[max(0, figure.first - _OWNED_WITHIN) : figure.first]
    return _is_base(article, figure) and not owned


_OWNED_WITHIN: Final = 5
"""Tokens of "'s own first estimate of"."""


def _by(cast: Cast, figure: Figure, limit: int) -> Speaker | None:
    """Read "(the) 17 (deaths) (initially) reported by X" and "at some 45 by X"."""
    article = cast.article
    spoken = False
    if figure.base is not None:
        return None
    for index in range(figure.last, _reach(article, figure, limit)):
        if article.lower[index] == "by":
            near = index - figure.last <= _NEAR and _is_given(article, figure)
            return (None if spoken else _reckoner(cast, index + 1, limit)) or _agent(
                cast, index + 1, limit if spoken or near else 0
            )
        if article.classes[index] == VERB:
            floated = article.lower[index - 1] == "as"
            if (article.cues.speech.get(index) is None and not floated) or _answers_it(article, index):
                return None
            spoken = True
        elif article.classes[index] == COMMA and article.lower[index + 1 : index + 2] == ["as"]:
            continue
        elif article.classes[index] in _ENDS_THING or _opens_thing(article, figure, index):
            return None
    return None


def _answers_it(article: Article, index: int) -> bool:
    """Whether a participle tells what is done to a thing and not to its figure: "rejected by", "put up by"."""
    words = article.speaker_words
    apart = article.lower[index + 1] in words.verb_particle and article.lower[index + 1] != "in"
    return article.lemma(index) in words.judges or apart


def _revised_by(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "was corrected by the weather office to 88": who is named between a participle and its figure."""
    article, tie = cast.article, figure.first - 1
    lowest = max(article.sentences[figure.sentence].first, tie - _REACH)
    by = next((index for index in range(tie - 1, lowest, -1) if article.lower[index] == "by"), None)
    if by is None or article.lower[tie] not in ("to", "at") or article.has_verb(by, tie):
        return None
    said = by - 1 in article.cues.speech or article.lemma(by - 1) in article.speaker_words.revises
    reckons = said and article.classes[by - 1] == VERB and _ENDS_THING.isdisjoint(article.classes[by:tie])
    return speaker_of(cast, Subject(by + 1, tie)) if reckons else None


_ENDS_THING: Final = frozenset((STOP, COMMA, SUBORDINATOR, QUOTE, GERUND))


def _opens_thing(article: Article, figure: Figure, index: int) -> bool:
    """Whether another thing begins behind a figure's: "40 tonnes counting in full the loads weighed by X"."""
    return article.classes[index] == DETERMINER and article.classes[index - 1] == NOUN and index > figure.last


def _agent(cast: Cast, first: int, limit: int) -> Speaker | None:
    """Name who follows "by"; nobody where the limit cuts it off."""
    agent = subject_after(cast.article, first, limit)
    return speaker_of(cast, agent) if agent is not None else None


def _reckoner(cast: Cast, first: int, limit: int) -> Speaker | None:
    """Read "(45 by) the school's register", "(or 60 by) the museum's" and "(75 by) that of the guild"."""
    article = cast.article
    if article.lower[first : first + 2] == ["that", "of"]:
        other = subject_after(article, first + 2, limit)
        return speaker_of(cast, other) if other is not None else None
    phrase = subject_after(article, first, limit)
    owner = next((i for i in range(first, phrase.last) if article.classes[i] == POSSESSIVE), None) if phrase else None
    if phrase is None or owner is None:
        return None
    last, words = article.lower[phrase.last - 1], article.speaker_words
    reckoned = owner + 1 == phrase.last or last in words.listed or last in words.estimate
    return speaker_of(cast, Subject(first, owner)) if reckoned else None


def _comes_from(cast: Cast, figure: Figure, limit: int) -> Speaker | None:
    """Read "the figure of 340 comes from the coastguard"."""
    comes = cast.article.lower[figure.last : figure.last + 2] in (["comes", "from"], ["came", "from"])
    source = subject_after(cast.article, figure.last + 2, limit) if comes else None
    return speaker_of(cast, source) if source is not None else None


def _reach(article: Article, figure: Figure, limit: int) -> int:
    """How far the words after a figure may still speak of it: up to the next figure."""
    following = [other.first for other in article.figures_of(figure.first) if other.first >= figure.last]
    return min([limit, figure.last + _REACH, *following])


def _is_given(article: Article, figure: Figure) -> bool:
    """Whether a passive "were put at" or "is estimated at" stands before the figure."""
    first = article.sentences[figure.sentence].first
    return any(
        article.tokens[index].start < figure.start
        and article.classes[index] == VERB
        and article.cues.speech.get(index) is not None
        and (article.classes[index - 1] in (AUXILIARY, ADVERB) or article.lower[index + 1] == "at")
        for index in range(first + 1, figure.last)
    )


def _that(cast: Cast, figure: Figure, limit: int) -> Speaker | None:
    """Read "the 45 (berths) that the harbour board has named" where the clause ends with its verb."""
    article, own_verbs = cast.article, cast.article.speaker_words.has_figure
    opened = _clause_on(article, figure, limit)
    for index in range(opened, _reach(article, figure, limit)) if opened is not None else ():
        if article.lower[index] in HAVE and article.classes[index + 1] == VERB:
            continue
        if article.classes[index] in (VERB, GERUND) or article.lower[index] in own_verbs:
            return _subject_of_relative(cast, opened or index, index, _is_base(article, figure))
        if article.classes[index] in _ENDS_SUBJECT and not _sets_off_name(article, index):
            return None
    return None


_ENDS_SUBJECT: Final = frozenset((STOP, COMMA, QUOTE, SUBORDINATOR))


def _clause_on(article: Article, figure: Figure, limit: int) -> int | None:
    """Where a clause on a figure begins: the subject of "the 45 (berths) that the board", "the 45 the board", "it"."""
    if article.lower[figure.last] in _SUBJECTS:
        return figure.last
    definite = article.lower[figure.first - 1] == "the"
    for index in range(figure.last, _reach(article, figure, limit)):
        if article.classes[index] == SUBORDINATOR:
            return index + 1 if article.lower[index] == "that" or _opens_of_which(article, index) else None
        if definite and article.classes[index] == DETERMINER and article.lower[index] not in _EACH:
            return index
        if article.classes[index] in (STOP, COMMA, QUOTE):
            return None
    return None


def _opens_of_which(article: Article, index: int) -> bool:
    """Whether a clause on what somebody speaks of begins: "the 40 of which the firm speaks"."""
    return article.lower[index - 1 : index + 1] == ["of", "which"]


_EACH: Final = ("a", "an", "each", "every")
"""Determiners of "the 40 tonnes a day", behind which no clause begins."""


def _sets_off_name(article: Article, comma: int) -> bool:
    """Whether commas set a name off behind a noun: "(that) the minister, Jan Roth, spoke of"."""
    named = article.classes[comma - 1] == NAME or article.classes[comma + 1] == NAME
    return article.lower[comma] == "," and named


def quoted_from(cast: Cast, figure: Figure) -> Speaker | None:
    """Whose figure somebody quotes in his own words: ""The 90 that the guild speaks of is wrong," Ruiz said"."""
    limit = cast.article.sentences[figure.sentence].last
    ahead = range(figure.last, _reach(cast.article, figure, limit))
    that = next((index for index in ahead if cast.article.lower[index] == "that"), None)
    named = that is not None and cast.article.classes[that + 1] in (DETERMINER, NAME)
    return _that(cast, figure, limit) if named else _owner_judged(cast, figure) or _counter_quoted(cast, figure)


def _counter_quoted(cast: Cast, figure: Figure) -> Speaker | None:
    """Which body counted what somebody tells of it in his own words: ""The port counted 90 of them," Ruiz said"."""
    article, first = cast.article, cast.article.sentences[figure.sentence].first
    ahead = range(figure.first - 1, max(first, figure.first - _NEAR - 1), -1)
    verb = next((index for index in ahead if _counts_up_to(article, index, figure.first)), None)
    subject = subject_before(article, verb, first) if verb is not None else None
    if subject is None or article.classes[subject.first] not in (DETERMINER, NAME):
        return None
    kind = article.vocabulary.speaker_nouns.get(head_of(cast, subject))
    return speaker_of(cast, subject) if kind in ("state", "organisation") else None


def _counts_up_to(article: Article, verb: int, figure: int) -> bool:
    """Whether a verb of counting stands right before a figure: "(the port) | wrote down | some (90)"."""
    length, kind = article.cues.speech.get(verb, (0, ""))
    between = article.classes[verb + length : figure]
    return kind in ("count", "bare") and article.classes[verb] == VERB and {DETERMINER, ADVERB}.issuperset(between)


def _owner_judged(cast: Cast, figure: Figure) -> Speaker | None:
    """Whose reckoning somebody finds fault with: ""The port's figure of 90 leaves out the rafts," Ruiz said"."""
    lowest = max(0, figure.first - _OWNED_WITHIN)
    owned = _is_judged(cast.article, figure) and POSSESSIVE in cast.article.classes[lowest : figure.first]
    return _estimator(cast, figure) if owned else None


def is_official_elsewhere(cast: Cast, figure: Figure, speaker: Speaker | None) -> bool:
    """Whether somebody of no office finds fault with the officials' figure: "The official 31 omits rafts, he said"."""
    article, states = cast.article, cast.article.vocabulary.places.states
    if speaker is None or speaker.kind == "state" or speaker.affiliation in states:
        return False
    lowest = max(article.sentences[figure.sentence].first, figure.first - _OWNED_WITHIN)
    return "official" in article.lower[lowest : figure.first] and _is_judged(article, figure)


def _is_judged(article: Article, figure: Figure) -> bool:
    """Whether a figure is said not to hold all: "(the official toll of 31 dead) leaves out (the islands)"."""
    ahead = range(figure.last, _reach(article, figure, article.sentences[figure.sentence].last))
    short = article.speaker_words.falls_short
    verb = next((at for at in ahead if article.classes[at] == VERB or article.lemma(at) in short), None)
    return verb is not None and article.lemma(verb) in short


def _owner_before(cast: Cast, index: int) -> Speaker | None:
    """Whom "it" means behind an owner: "40 on the ministry's list, against the 12 it first gave"."""
    first = max(cast.article.sentence(index).first, index - _REACH)
    owns = [place for place in range(first, index) if cast.article.classes[place] == POSSESSIVE]
    start = _start(cast.article, owns[-1], first) if owns else index
    return speaker_of(cast, Subject(start, owns[-1])) if owns and start < owns[-1] else None


_SUBJECTS: Final = frozenset(["it", "they", "he", "she"])
"""Pronouns that open a clause without "that": "down on the 35,000 it gave on Sunday"."""


def _subject_of_relative(cast: Cast, opened: int, verb: int, is_base: bool) -> Speaker | None:
    """Whom a clause without "that" credits with a figure: "the 40 it reported", "the 40 the guild counts"."""
    article = cast.article
    spoken = article.cues.speech.get(verb)
    told = is_base or article.lower[verb + 1] == "as" or _is_present(article, verb)
    said = spoken is not None and (spoken[1] != "count" or told)
    of_it = article.lower[verb + 1] == "of" or _opens_of_which(article, opened - 1)
    speaks = article.lemma(verb) in article.speaker_words.speaks and of_it
    if not (said or speaks or article.lower[verb] in article.speaker_words.has_figure):
        return None
    if article.lower[opened] in article.speaker_words.nobody or article.lower[opened] == "no":
        return None  # "40 forms that no clerk should have signed"
    if article.lower[opened] == "it":
        owner = _owner_before(cast, opened)
        if owner is not None or _is_thing_itself(cast, opened, verb):
            return owner
    subject = subject_before(article, verb, opened)
    return speaker_of(cast, subject) if subject is not None else None


def _is_thing_itself(cast: Cast, it: int, verb: int) -> bool:
    """Whether "it" is what the sentence is about and nobody: "The roll has 9,000 names, twice what it had"."""
    article, first = cast.article, cast.article.sentence(it).first
    about = subject_after(article, first, it) if article.lower[verb] in HAVE else None
    return about is not None and article.classes[about.last - 1] == NOUN and speaker_of(cast, about) is None


def _is_present(article: Article, verb: int) -> bool:
    """Whether a verb tells what holds: "the 55 that the ministry lists" are its count, "the 55 that it found" are."""
    form = article.vocabulary.verbs.get(article.lower[verb])
    return form is not None and form.form in ("s", "base") and article.classes[verb - 1] != AUXILIARY


def _owner(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "against the government's 340,000": an owner before the figure and no noun after it."""
    article = cast.article
    first = figure.first
    if first == 0 or article.classes[first - 1] != POSSESSIVE:
        return None
    if not _stands_alone(article, figure.last) and not _is_doubted_deed(article, figure):
        return None
    start = _start(article, first - 1, article.sentences[figure.sentence].first)
    return speaker_of(cast, Subject(start, first - 1)) if start < first - 1 else None


def _is_doubted_deed(article: Article, figure: Figure) -> bool:
    """Whether others ask what an owned deed would have come to: "the army's 11 shoot-downs would have left wrecks"."""
    limit = article.sentences[figure.sentence].last
    verb = next((index for index in range(figure.last, limit) if article.classes[index] in (VERB, AUXILIARY)), limit)
    asked = article.lower[verb : verb + 1] == ["would"] and article.lower[verb + 1 : verb + 2] == ["have"]
    told = any(index in article.cues.predicates for index in range(figure.last, verb))
    return told and asked and article.lower[verb + 2] not in BE


def _stands_alone(article: Article, index: int) -> bool:
    """Whether no noun for what is counted follows at `index`: "the guild's 75 stems from ..."."""
    form = article.vocabulary.verbs.get(article.lower[index])
    verb = form is not None and form.form == "s" and article.classes[index + 1] == PREPOSITION
    return verb or article.classes[index] in _AFTER_OWNED


def _is_earlier(article: Article, index: int) -> bool:
    """Whether a word only tells a reckoning from a later one: "the mayor's earlier figure"."""
    return article.lower[index] in article.vocabulary.words["earlier"]


def _tells_which(article: Article, index: int) -> bool:
    """Whether a word only tells which of several reckonings it is: "(the mayor's) earlier (figure)"."""
    return _is_earlier(article, index) or article.lower[index] in ("first", "last", "latest", "previous")


def _start(article: Article, last: int, limit: int) -> int:
    first = last
    in_phrase = (NOUN, NAME, ADJECTIVE, DETERMINER, POSSESSIVE)
    while first > limit and (article.classes[first - 1] in in_phrase or _tells_which(article, first - 1)):
        first -= 1
        if article.classes[first] == DETERMINER:
            break
    return first


"""Verbs between a reckoning and its figure: "the coastguard's tally stood at 340"."""
_ESTIMATE_REACH: Final = 18


def newer_than(article: Article, figure: Figure) -> Figure | None:
    """Find the figure for which that of "(now expects 90,) after earlier estimates of 40 and 65" made way."""
    noun = _earlier_reckoning(article, figure)
    if noun is None:
        return None
    others = article.figures_of(figure.first)
    before = [other for other in others if other.last <= noun]
    behind = [other for other in others if article.has_verb(figure.last, other.first)]
    return next(iter(before[-1:] + behind), None)


def _earlier_reckoning(article: Article, figure: Figure) -> int | None:
    """Where the "estimates" of "earlier estimates of 40 and 65" stand before a figure, if no owner is named."""
    lowest = max(article.sentences[figure.sentence].first, figure.first - _ESTIMATE_REACH)
    for index in range(figure.first - 1, lowest, -1):
        if _is_earlier(article, index - 1) and article.lower[index].removesuffix("s") in article.speaker_words.estimate:
            owned = article.lower[index - 2] in OWNED or article.classes[index - 2] in (NAME, POSSESSIVE)
            return None if owned else index
        if article.classes[index] in (VERB, AUXILIARY, STOP, SUBORDINATOR):
            return None
    return None


def _estimator(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "Washington's estimate of 6,000", "the guild figure for June was 310", "a tally by X stood at 90"."""
    article = cast.article
    lowest = max(article.sentences[figure.sentence].first - 1, figure.first - _ESTIMATE_REACH)
    aside = article.lower[figure.first - 2 : figure.first] in ([",", "at"], [",", "of"])
    passed = 0
    for index in range(figure.first - 1 - 2 * aside, lowest, -1):
        linking = article.lower[index] in article.speaker_words.stands
        if passed and index >= passed:
            continue
        passed = _aside_before(article, index, lowest) or passed
        if passed and index > passed:
            continue
        if article.classes[index] in (COMMA, STOP, SUBORDINATOR) or (article.classes[index] == VERB and not linking):
            return _whose_reckoning(cast, index, figure.first, lowest + 1)
        if article.classes[index] == NOUN and _is_reckoning(article, index, aside_behind=passed == index + 1):
            return _whose(cast, index, lowest + 1)
    return None


def _aside_before(article: Article, index: int, lowest: int) -> int:
    """Where an aside opens that closes before "is" or "stood": "the guild's tally, mind you, is 75"; or 0."""
    linked = article.classes[index + 1] == AUXILIARY or article.lower[index + 1] in article.speaker_words.stands
    if article.lower[index] != "," or not linked:
        return 0
    return next((place for place in range(index - 1, lowest, -1) if article.lower[place] == ","), 0)


def _is_reckoning(article: Article, index: int, *, aside_behind: bool) -> bool:
    """Whether a noun is a count or a paper: "(its) tally (is 340)", "(the agency's) paper (, out today, has 340)"."""
    if article.lower[index] == "number" and article.classes[index - 1] == NOUN and is_plural(article.lower[index - 1]):
        return False  # "the rebels number 40"
    paper = article.lower[index] in article.vocabulary.papers or article.lower[index] in article.speaker_words.listed
    owned = aside_behind and POSSESSIVE in article.classes[max(0, index - _OWNED_WITHIN) : index]
    has = article.classes[index + 1] == AUXILIARY or owned
    return article.lower[index] in article.speaker_words.estimate or (paper and has) or _is_own(article, index)


def _is_own(article: Article, index: int) -> bool:
    """Whether "own" tells that somebody reckons what a noun names: "the navy's own account (is 40)"."""
    lowest = max(article.sentence(index).first, index - _NEAR)
    own = next((place for place in range(index - 1, lowest, -1) if article.lower[place] == "own"), None)
    owned = own is not None and article.classes[own - 1] == POSSESSIVE
    linked = article.classes[index + 1] == AUXILIARY or article.lower[index + 1] in article.speaker_words.stands
    return owned and (linked or article.lower[index + 1] in (":", ",", "of"))


def _whose_reckoning(cast: Cast, verb: int, limit: int, lowest: int) -> Speaker | None:
    """Read the participle in "a tally kept by the coastguard stood at 340"."""
    article = cast.article
    kept = article.lower[verb + 1 : verb + 2] == ["by"] and verb > lowest
    return (
        _whose(cast, verb - 1, lowest) if kept and article.lower[verb - 1] in article.speaker_words.estimate else None
    )


def _whose(cast: Cast, noun: int, lowest: int) -> Speaker | None:
    """Name the author of a reckoning: after "by" or "from", or the owner before it."""
    article = cast.article
    start = _start(article, noun, lowest - 1)
    if article.lower[noun + 1] == "at" and article.classes[start - 1] == VERB and start - 1 in article.cues.speech:
        return None  # "police put the marchers' number at 40"
    if article.lower[start] in OWNED and article.lower[noun] in article.speaker_words.estimate:
        return author_of(cast, Subject(start, noun + 1), noun + 1)
    after = article.lower[noun + 1]
    if after == "from":
        source = subject_after(article, noun + 2, article.sentence(noun).last)
        return speaker_of(cast, source) if source is not None else None
    if after == "by" or article.lower[noun + 2 : noun + 3] == ["by"]:
        return author_of(cast, Subject(start, noun + 1), noun + 1)
    owns = [place for place in range(start + 1, noun) if article.classes[place] == POSSESSIVE]
    end = owns[-1] if owns else noun
    if not owns and _moves_on(article, noun):
        return None  # "crew numbers peaked at 40"
    owner = Subject(start, end) if start < end else None
    claimed = bool(owns) and article.lower[noun] in article.speaker_words.made
    if owner is None:
        return None
    return speaker_of(cast, owner) or (whoever_owns(cast, owner) if claimed else None)


def _moves_on(article: Article, noun: int) -> bool:
    """Whether a verb that tells of a level or a change follows a noun of reckoning, so that nobody need reckon it."""
    form = article.vocabulary.verbs.get(article.lower[noun + 1])
    return form is not None and article.lower[noun + 1] in article.speaker_words.stands


def _keeper(cast: Cast, figure: Figure, limit: int) -> Speaker | None:
    """Read "X has 340 names on its list" and "340 dead in the ministry's report"."""
    article = cast.article
    for index in range(figure.last, _reach(article, figure, limit)):
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR, VERB):
            return None
        if article.lower[index] in ("on", "in"):
            phrase = subject_after(article, index + 1, limit)
            return _of_list(cast, figure, phrase) if phrase is not None else None
    return None


def _of_list(cast: Cast, figure: Figure, phrase: Subject) -> Speaker | None:
    """Whose a list or paper behind a figure is: of the owner named with it, else of whoever has it."""
    article = cast.article
    end = head_end(article, phrase)
    head = article.lower[end - 1]
    if article.lower[phrase.first] in OWNED and head in article.speaker_words.listed:
        return _who_has(cast, figure)
    paper = article.vocabulary.speaker_nouns.get(head) in ("document", "record") or head in article.speaker_words.listed
    named = POSSESSIVE in article.classes[phrase.first : end] or article.lower[end : end + 1] in (["by"], ["from"])
    return author_of(cast, phrase, end) if paper and named else None


def _claimed(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "rejected a claim by the union that 120 had gone" and "disputes the army's claim that ...": it is theirs."""
    article = cast.article
    first = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, max(first, figure.first - _REACH), -1):
        if article.classes[index] in (STOP, COMMA):
            return None
        found = article.cues.stances.get(index)
        if found is not None and found[1] in ("denied_claim", "verification") and article.classes[index] == VERB:
            owned = article.classes[figure.first - 1] == POSSESSIVE and figure.first - index > 1
            claimant = (index + 1, figure.first - 1) if owned else whose_claim(article, index + 1, figure.first)
            return speaker_of(cast, Subject(*claimant)) if claimant is not None else None
    return None


_HELD_WITHIN: Final = 8


def _holder(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "Oxfam has it at 2 million", "had it in the hundreds" and "the index has the average rent at $900"."""
    article = cast.article
    held = figure.first - (article.lower[figure.first - 2 : figure.first] == ["in", "the"])
    share = article.lower[held - 1] == "on" and figure.unit == "percent"  # "has the party on 40 percent"
    moved = article.lower[held - 2 : held] in (["down", "by"], ["up", "by"])  # "has them down by 40 percent"
    if article.lower[held - 1] not in ("at", "in") and not share and not moved:
        return None
    first = article.sentences[figure.sentence].first
    for index in range(held - 2, max(first, figure.first - _HELD_WITHIN), -1):
        if article.lower[index] in HAVE and article.classes[index + 1] in (DETERMINER, PRONOUN):
            subject = subject_before(article, index, first)
            return speaker_of(cast, subject) if subject is not None else None
        if article.classes[index] in (VERB, COMMA, STOP, PREPOSITION):
            return None
    return None


def _is_at(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "Ruiz is at 23" and "she's at 3.1 billion": a person who stands at a figure gives it."""
    article, tie = cast.article, figure.first - 1
    if article.lower[tie] != "at" or article.lower[tie - 1] not in BE | {"’s"}:
        return None
    subject = subject_before(article, tie - 1, article.sentences[figure.sentence].first)
    speaker = speaker_of(cast, subject) if subject is not None else None
    return speaker if speaker is not None and speaker.kind == "person" else None


def _who_has(cast: Cast, figure: Figure) -> Speaker | None:
    article = cast.article
    first = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, first, -1):
        if article.lower[index] in HAVE:
            subject = subject_before(article, index, first)
            return speaker_of(cast, subject) if subject is not None else None
        if article.classes[index] in (VERB, COMMA, STOP):
            return None
    return None


def is_aside(cast: Cast, figure: Figure) -> bool:
    """Whether a figure only says what a name is: "in Syros, a town of 21,000 people".

    Such asides are the publisher's own, whoever speaks in the sentence.
    """
    article, first = cast.article, figure.first
    lowest = max(article.sentences[figure.sentence].first + 1, first - _ASIDE_REACH)
    comma = next((index for index in range(first - 1, lowest - 1, -1) if article.classes[index] == COMMA), None)
    if comma is None or article.classes[comma - 1] != NAME or article.classes[comma + 1] != DETERMINER:
        return False
    if article.lower[first - 1] not in ("of", "with") or article.has_verb(comma, first):
        return False
    nouns = article.vocabulary.speaker_nouns
    communities, apposition = article.speaker_words.community, article.lower[comma:first]
    return any(word in communities or nouns.get(word) == "organisation" for word in apposition)


_ASIDE_REACH: Final = 8
