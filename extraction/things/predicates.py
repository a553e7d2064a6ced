"""What happened to the things that a figure counts: the verb that governs their noun phrase, or a noun that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extraction.model import Figure
from extraction.things.clauses import (
    goes_to_care,
    has_own_verb,
    is_of_other_noun,
    is_relative,
    main_verb,
    past_aside,
    past_object_aside,
)
from extraction.things.noun_phrases import is_money
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HAVE,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_REACH: Final = 12
"""Tokens to each side of a noun phrase in which the verb that governs it stands."""
_BARRIERS: Final = frozenset((STOP, COMMA))


def predicates_of(article: Article, figure: Figure, phrase: tuple[int, int]) -> Iterator[str]:
    """Yield what happened to the noun phrase of a figure, the likeliest first.

    A word inside the phrase comes first; as an object the phrase takes the verb before it, as a subject the one after.
    """
    sentence = article.sentences[figure.sentence]
    first, last = min(figure.first, phrase[0]), max(figure.last, phrase[1])
    telling = _unnamed_words(article, (phrase[0], _label_end(article, figure, phrase[1])))
    inside = _found(article, _of_sum(article, figure, telling))
    before = _found(article, _of_sum(article, figure, _before(article, figure, first, sentence.first)))
    after = _befell_behind(article, figure, (first, last), sentence.last)
    fate = framed(article, first, last)
    if fate is not None:
        yield fate
    if inside:
        died = [predicate for predicate in after if predicate == "killed"]
        yield from died
        yield from inside
    verb = verb_before(article, first, sentence.first)
    yield from _found(article, _deed_of(article, first))
    yield from _led_by(article, first, sentence.first)
    if phrase[1] <= figure.first and figure.unit is None and figure.relative_to is None:
        yield from _found(article, _verb_of_figure(article, figure))  # "hit three cyclists, killing two of them"
    if verb is not None:
        yield from _found(article, [verb])
        yield from (*after, *before) if _leaves(article, verb) else (*before, *after)
    else:
        yield from after
        own = inside or (has_own_verb(article, first, last, sentence.last) and not _goes_on(article, figure.first))
        yield from () if own else before


def _deed_of(article: Article, first: int) -> list[int]:
    """The noun for a deed whose object "of" brings: "the recall of 40 cars built in May" builds none of them."""
    of = first - 1 - (article.classes[first - 1] == DETERMINER)
    deed = article.lower[of] == "of" and article.classes[of - 1] == NOUN
    verb = article.vocabulary.verbs.get(article.lower[of - 1]) if deed else None
    return [of - 1] if verb is not None and article.lower[of - 1] in article.vocabulary.measures.done_to else []


def _verb_of_figure(article: Article, figure: Figure) -> list[int]:
    """The verb right before a number whose noun stands before that verb."""
    verb = governing_verb(article, figure.first, article.sentences[figure.sentence].first)
    return [verb] if verb is not None else []


def _goes_on(article: Article, first: int) -> bool:
    """Whether a bare number goes on with the parts of one whole: "two of the dead were cooks and three had slept"."""
    joined = article.classes[first - 1] == CONJUNCTION
    others = article.figures_of(first)
    opened = (other for other in others if other.first < first and article.lower[other.last] == "of")
    return joined and any(article.lower[other.last + 1] == "the" for other in opened)


def _led_by(article: Article, first: int, limit: int) -> Iterator[str]:
    """What is told right before a noun phrase: "are looking for two men", "the wounded — two men and a boy"."""
    apposed = article.classes[first - 1] == COMMA and article.lower[first - 1] != ";"
    if apposed and first - 3 >= limit and article.classes[first - 3] == DETERMINER:
        yield from _found(article, [first - 2] if article.lower[first - 2] in article.thing_words.fate else [])
    for index in range(max(limit, first - _LED_REACH), first - 1):
        found = article.cues.predicates.get(index)
        if found is not None and found[0] > 1 and index + found[0] == first:
            yield found[1]


_LED_REACH: Final = 5


def _befell_behind(article: Article, figure: Figure, phrase: tuple[int, int], limit: int) -> list[str]:
    """What the words behind a noun phrase tell of it: its own verb first, then the clause that only describes it.

    That clause comes first where it says which ones are meant: "the four men arrested there have been freed".
    """
    first, last = phrase
    definite = "the" in article.lower[max(0, first - 1) : first + 1]
    verb = main_verb(article, last, limit) if not definite else None
    own = _found(article, _after(article, figure, verb, limit), undergone=True) if verb is not None else []
    goes_on = verb is None and has_own_verb(article, first, last, limit)
    return [*own, *_found(article, _after(article, figure, last, limit, goes_on=goes_on), undergone=True)]


def _leaves(article: Article, verb: int) -> bool:
    """Whether a verb is followed by what became of its object: "left two men dead", "found 12 alive"."""
    form = article.vocabulary.verbs.get(article.lower[verb])
    return form is not None and form.lemma in article.thing_words.leaving


def _unnamed_words(article: Article, phrase: tuple[int, int]) -> list[int]:
    """The words of a noun phrase save those of a known name, which tell no fate: "rescue workers" saved nobody yet."""
    words = []
    for index in range(*phrase):
        known = article.cues.measures.get(index)
        named = known is not None and known[0] > 1 and index + known[0] >= phrase[1]
        if not named or article.classes[index] != NOUN:
            words.append(index)
    return words


def deeds_of(article: Article, figure: Figure, phrase: tuple[int, int]) -> Iterator[str]:
    """Yield what verbs and whole wordings tell of people, and no nouns: who is "in a loft building" built nothing."""
    sentence = article.sentences[figure.sentence]
    first, last = min(figure.first, phrase[0]), max(figure.last, phrase[1])
    yield from _found(article, _deeds(article, _after(article, figure, last, sentence.last)), undergone=True)
    yield from _found(article, _deeds(article, _before(article, figure, first, sentence.first)))


def _deeds(article: Article, words: Iterable[int]) -> Iterator[int]:
    """Leave out of some words the nouns that name a deed by themselves."""
    for index in words:
        found = article.cues.predicates.get(index)
        if found is not None and (found[0] > 1 or article.classes[index] in (VERB, GERUND)):
            yield index


def told_of_whole(article: Article, figure: Figure, phrase: tuple[int, int]) -> list[str]:
    """What a clause right behind a whole tells of all of it: "240 of the 655 people who work there"."""
    first, limit = max(figure.last, phrase[1]), article.sentences[figure.sentence].last
    own = article.lower[first : first + 1] in (["who"], ["that"])
    if not own and article.classes[first] == VERB and main_verb(article, first, limit) is not None:
        return _found(article, [first])  # "two of the ten people hurt have died"
    return _found(article, _after(article, figure, first, limit), undergone=True) if own else []


def _of_sum(article: Article, figure: Figure, words: list[int]) -> list[int]:
    """Leave out what only says of what kind a sum is: nobody is saved yet by "a rescue package of £40m"."""
    if not is_money(figure):
        return words
    return [index for index in words if not article.classes[index] == article.classes[index + 1] == NOUN]


def _label_end(article: Article, figure: Figure, last: int) -> int:
    """Where the label ends that a figure follows: at the colon of "Homes destroyed: 40"."""
    ahead = article.lower[last : min(figure.first, last + _LABEL_REACH)]
    return last + ahead.index(":") if ":" in ahead else last


_LABEL_REACH: Final = 4


def own_predicates(article: Article, figure: Figure) -> list[str]:
    """What the verb right before a bare number, or the clause behind it, tells: "80,000 would be culled"."""
    sentence = article.sentences[figure.sentence]
    verb = governing_verb(article, figure.first, sentence.first)
    before = _found(article, [verb] if verb is not None else [])
    return [*before, *_found(article, _after(article, figure, figure.last, sentence.last), undergone=True)]


def framed(article: Article, first: int, last: int) -> str | None:
    """Read a verb with the words behind its object `[first, last)`: "pulled 17 workers out", "took 40 to hospital".

    The words may stand before the object as well: "pulled out 17 workers".
    """
    limit = article.sentence(first).first
    verb = governing_verb(article, first, limit)
    particle = article.lower[first - 1] if verb is None and first - 1 > limit else ""
    if particle:
        verb = governing_verb(article, first - 1, limit)
    has = verb is None and first > limit and article.lower[first - 1] in HAVE
    form = article.vocabulary.verbs.get(article.lower[verb]) if verb is not None else None
    carries = form is not None and form.lemma in article.thing_words.carries
    if carries and goes_to_care(article, last, article.sentence(first).last):
        return HOSPITALISED
    last = past_object_aside(article, last, article.sentence(first).last)
    for behind, predicate in article.vocabulary.measures.frames.get("have" if has else form.lemma if form else "", ()):
        if behind in (article.lower[last : last + len(behind)], [particle]):
            return predicate
    return None


def is_told_otherwise(article: Article, figure: Figure, phrase: tuple[int, int]) -> bool:
    """Whether a verb of no table says what the things of a figure did or underwent: "treated 97 people", "17 got out".

    Verbs that only count, measure or say leave it open: "counted 97 people", "97 people, the ministry said".
    """
    sentence = article.sentences[figure.sentence]
    first, last = min(figure.first, phrase[0]), max(figure.last, phrase[1])
    before = governing_verb(article, _reached_by(article, first, sentence.first), sentence.first)
    index = last
    while index < sentence.last and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    after = index if index < sentence.last and article.classes[index] == VERB else None
    return any(verb is not None and _is_telling(article, verb) for verb in (before, after))


def is_only_said(article: Article, figure: Figure) -> bool:
    """Whether the verb that reaches a figure only says, counts or is: "speaks of 34 percent", "it was 40"."""
    start = article.sentences[figure.sentence].first
    quoted = figure.first - (figure.first > start and article.classes[figure.first - 1] == QUOTE)
    index = _reached_by(article, quoted, start) - 1
    if index < start or _does_itself(article, figure):
        return False
    if article.classes[index] == AUXILIARY or article.lower[index] in article.thing_words.figure:
        return True
    return article.classes[index] in (VERB, GERUND) and not _is_telling(article, index)


def _does_itself(article: Article, figure: Figure) -> bool:
    """Whether the things of a bare number are the subject of a verb that tells: "the mayor said 11 had been paid"."""
    index, limit = figure.last, article.sentences[figure.sentence].last
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    return figure.last < index < limit and article.classes[index] == VERB and _is_telling(article, index)


def _reached_by(article: Article, first: int, limit: int) -> int:
    """Step back from a noun phrase over what ties it to its verb: "shared (by) 180 people", "hold (a total of) 40"."""
    index = first
    while index > limit and index > first - _TIE_REACH and _ties(article, index - 1):
        index -= 1
    return index


_TIE_REACH: Final = 5


def _ties(article: Article, index: int) -> bool:
    """Whether a word is an article, a preposition or the noun of "a total of"; "the figure of" is another thing."""
    quantifies = article.lower[index] in article.thing_words.figure and article.lower[index - 1] in ("a", "an")
    return quantifies or article.classes[index] in (DETERMINER, ADVERB, PREPOSITION)


def _is_telling(article: Article, verb: int) -> bool:
    """Whether a verb says what became of things, and neither counts nor says."""
    word = article.lower[verb]
    known = article.vocabulary.verbs.get(word)
    idle = known is not None and known.lemma in article.thing_words.counting
    owns = article.lower[verb + 1 : verb + 2] in (["their"], ["its"], ["his"], ["her"])  # "lost their sight"
    return not (idle or _says(article, verb) or (word in article.vocabulary.measures.value_verbs and not owns))


def _says(article: Article, verb: int) -> bool:
    """Whether a verb is one of saying here: "shared" says only before what is said, not in "shared by 180"."""
    said = article.cues.speech.get(verb)
    opens = article.lower[verb + 1] == "that" or article.classes[verb + 1] in (QUOTE, COMMA)
    return said is not None and (said[1] != "clause" or opens)


def _acts(article: Article, index: int) -> bool:
    """Whether the noun phrase before this verb does it to others: "12 gunmen killed the mayor", "savers lost £2m"."""
    if article.lower[index] not in article.vocabulary.measures.done_to or article.classes[index] not in (VERB, GERUND):
        return False
    if any(word in _PASSIVE for word in article.lower[max(0, index - 3) : index]):
        return False
    if article.lower[index + 1] in _AIMED and article.cues.predicates[index][1] in article.thing_words.told_by_verb:
        return main_verb(article, index, article.sentence(index).last) is None
    following = index + 1
    while following < len(article.classes) and _is_passed(article, following):
        following += 1
    return following < len(article.classes) and article.classes[following] in _OPENS_OBJECT


def _is_passed(article: Article, index: int) -> bool:
    """Whether a word stands between a verb and its object: an adverb, or the "up" of "build up stock"."""
    return article.classes[index] == ADVERB or article.lower[index] in _PARTICLES


_PARTICLES: Final = frozenset(("up", "out", "down", "off", "away"))
_AIMED: Final = frozenset(("at", "into", "from", "back", "through", "toward", "towards"))
"""Words behind a verb of shooting that say where somebody shot: "two men shot from the alley"."""
_PASSIVE: Final = frozenset(("were", "was", "been", "being", "be", "is", "are", "get", "got"))
_OPENS_OBJECT: Final = frozenset((DETERMINER, NUMBER, NAME, NOUN, ADJECTIVE, POSSESSIVE, PRONOUN))


def governing_verb(article: Article, index: int, limit: int) -> int | None:
    """Find the verb right before the token `index`, adverbs and articles passed over; None where none stands there."""
    position = index - 1
    while position >= limit and article.classes[position] in (ADVERB, DETERMINER):
        position -= 1
    return position if position >= limit and article.classes[position] in (VERB, GERUND) else None


def verb_before(article: Article, index: int, limit: int) -> int | None:
    """Find the verb right before the token `index`, though its particle stands between: "laid off 240"."""
    parted = index - 1 > limit and article.lower[index - 1] in _PARTICLES
    return governing_verb(article, index - parted, limit)


def _found(article: Article, indexes: Iterable[int], *, undergone: bool = False) -> list[str]:
    """Give the predicates at the tokens; with `undergone` only those that happen to the subject of their verb."""
    told = []
    for index in indexes:
        found = article.cues.predicates.get(index)
        if found is None and _is_taken_to_care(article, index):
            told.append(HOSPITALISED)
        if found is None or (found[0] == 1 and _tells_nothing(article, index, found[1])):
            continue
        if found[0] > 1 or not undergone or not _acts(article, index):
            told.append(found[1])
    return told


def _is_taken_to_care(article: Article, index: int) -> bool:
    """Whether people are brought to a hospital by the verb there: "were rushed to area hospitals"."""
    form = article.vocabulary.verbs.get(article.lower[index]) if article.classes[index] == VERB else None
    carried = form is not None and form.lemma in article.thing_words.carries
    return carried and goes_to_care(article, index + 1, article.sentence(index).last, named=True)


HOSPITALISED: Final = "hospitalised"


def _tells_nothing(article: Article, index: int, predicate: str) -> bool:
    """Whether a word of a predicate is none here: a name, or a noun that only names the deed, as "a shooting"."""
    mark = article.classes[index]
    deed = mark == NOUN and predicate in article.thing_words.told_by_verb
    return mark in (NAME, AUXILIARY) or deed


def _after(article: Article, figure: Figure, last: int, limit: int, *, goes_on: bool = False) -> Iterator[int]:
    """Go on to the end of the clause: its comma, the next "and" or the next figure that is not listed with this one.

    With `goes_on` the phrase is the subject of its verb, and of one behind "and" as well: "were shot and died".

    Behind "since" and its like only verbs are of the clause: "350 since the layoffs" are not laid off.
    """
    beside = (other.first for other in article.figures_of(figure.first) if other is not figure)
    others = {first for first in beside if article.lower[first - 1] not in _WHENCE}
    elsewhen = False
    last = past_aside(article, last, limit)
    index, limit = last - 1, min(limit, last + _REACH)
    while index + 1 < limit:
        index += 1
        if article.lower[index] in _DASHES:
            index, limit = _past_aside(article, index, limit)
        listed = index in others and article.classes[index - 1] == CONJUNCTION
        ends = article.classes[index] in _BARRIERS or (index in others and not listed)
        ends = ends or article.lower[index] in _IF or (index > last and _is_of_deed(article, index))
        ends = ends or (index > last and _opens_other(article, index, limit))
        ends = ends or (is_money(figure) and article.lower[index] == "for" and article.classes[index + 1] == GERUND)
        listing = any(last <= other < index for other in others)
        if index > last and is_relative(article, index) and not listing:
            verb = main_verb(article, index, limit)
            if goes_on or verb is None:
                return
            index = verb - 1
            continue
        joins = index + 1 in others or (goes_on and article.classes[index + 1] in (VERB, AUXILIARY))
        if ends or (article.classes[index] == CONJUNCTION and index > last and not joins):
            return
        elsewhen = elsewhen or article.lower[index] in article.thing_words.elsewhen
        if (not elsewhen or article.classes[index] == VERB) and not is_of_other_noun(article, index):
            yield index


def _past_aside(article: Article, index: int, limit: int) -> tuple[int, int]:
    """Step over an aside in dashes to the verb behind it: "12,000 people — two bishops too — marched".

    `limit` moves on by as much.
    """
    ahead = range(index + 2, min(article.sentence(index).last, index + _ASIDE_REACH) - 1)
    closing = next((place for place in ahead if article.lower[place] == article.lower[index]), None)
    if closing is None or article.classes[closing + 1] not in (VERB, AUXILIARY):
        return index, limit
    return closing + 1, min(article.sentence(index).last, limit + closing + 1 - index)


_DASHES: Final = frozenset(("—", "–"))
_ASIDE_REACH: Final = 16
_WHENCE: Final = frozenset(("from", "in", "across"))
"""Words by which a number only tells where the things are: "7,200 cooks from 14 states were hurt"."""
_IF: Final = frozenset(("if", "unless", "although", "though", "whereas", "because"))


def _opens_other(article: Article, index: int, limit: int) -> bool:
    """Whether a clause on others begins: "350 people left as it shut 14 stores", unlike "after they were shot"."""
    if article.lower[index] not in article.thing_words.opens_clause or article.lower[index + 1] in _SAME:
        return False
    opened = index + 1
    while opened < limit and article.classes[opened] in _IN_SUBJECT:
        opened += 1
    return index + 1 < opened < limit and article.classes[opened] in (VERB, AUXILIARY)


_SAME: Final = frozenset(("they", "who", "he", "she"))
"""Subjects of a clause that goes on with the people who are counted."""
_IN_SUBJECT: Final = frozenset((DETERMINER, ADJECTIVE, NOUN, NAME, PRONOUN, POSSESSIVE, NUMBER, ADVERB))


def _is_of_deed(article: Article, index: int) -> bool:
    """Whether a preposition opens what somebody is accused of, which befell others: "cited for the wounding"."""
    accused = article.lower[index - 1] in article.thing_words.accusing
    return accused and article.lower[index] in ("of", "for", "with", "in", "over")


def _before(article: Article, figure: Figure, first: int, limit: int) -> list[int]:
    """Go back to the start of the clause, over "and" but not over a comma or a subordinate clause."""
    words: list[int] = []
    for index in range(first - 1, max(limit, first - _REACH) - 1, -1):
        if article.classes[index] in _BARRIERS or article.classes[index] == SUBORDINATOR:
            break
        if _opens_other(article, index, first):
            break
        of_other = is_of_other_noun(article, index) or _ends_longer(article, index)
        if not of_other and (figure.unit or not _has_other_object(article, index, first)):
            words.append(index)
    return words


def _has_other_object(article: Article, index: int, first: int) -> bool:
    """Whether a verb takes an object of its own before the noun phrase: "built homes for 300 people"."""
    if article.lower[index] not in article.vocabulary.measures.done_to or article.classes[index] not in (VERB, GERUND):
        return False
    end = index + 1
    while end < first and article.classes[end] in (DETERMINER, ADJECTIVE, NOUN, NAME, POSSESSIVE):
        end += 1
    return index + 1 < end < first and article.classes[end] == PREPOSITION and article.lower[end] != "of"


def _ends_longer(article: Article, index: int) -> bool:
    """Whether a word ends a wording that is read as a whole: "wounded" in "killed or wounded"."""
    found = article.cues.predicates.get(index - 2)
    return found is not None and found[0] > 2  # noqa: PLR2004 - it reaches over the word
