"""Words that may be noun or verb ("claims", "reports", "rising"), settled by what stands beside them."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.words.classed_text import ClassedText, class_after, class_before, has_capital
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NOUN_FOLLOWS,
    NOUN_OR_VERB,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    VERBAL,
    is_plural,
)

_SHORT_SUBJECT: Final = 5
_BOUNDS: Final = frozenset(("so", "more", "fewer", "less"))
"""What may stand between a number with "or" and its noun."""
_OPENS_OBJECT: Final = frozenset((DETERMINER, NUMBER, NAME, SUBORDINATOR, PRONOUN, ADVERB, QUOTE))


def settle_noun_or_verb(text: ClassedText, classes: list[str], index: int) -> str:
    """Tell whether a form that is a noun as well is the verb here: "the office counts", "bank shares"."""
    tokens = text.tokens
    before, after = class_before(classes, index), class_after(classes, index)
    if before == PREPOSITION:
        people = tokens[index].lower in text.vocabulary.speaker_nouns and after == PREPOSITION
        return VERB if tokens[index - 1].lower == "to" and after != STOP and not people else NOUN
    of_adjective = before == ADJECTIVE and index > 1 and classes[index - 2] == DETERMINER
    if of_adjective and after == NUMBER and tokens[index].lower in text.vocabulary.measures.value_verbs:
        return VERB  # "the dead number 23"
    if before in NOUN_FOLLOWS:
        dated = before == NUMBER and index > 1 and classes[index - 2] == DATE
        return VERB if dated and index in text.cues.speech else NOUN
    if classes[max(0, index - 3) : index - 1] == [NUMBER, CONJUNCTION] and tokens[index - 1].lower in _BOUNDS:
        return NOUN  # "60 or so fires"
    if before in (PRONOUN, AUXILIARY, ADVERB):
        owned = before == ADVERB and index > 1 and classes[index - 2] in (POSSESSIVE, DETERMINER)
        return NOUN if owned else VERB  # "the board's first demand was 40"
    if before in (NOUN, NAME, SUBORDINATOR, BRACKET, QUOTE):
        return _after_noun(text, classes, index)
    return VERB if _opens_object(text, classes, index, before, after) else NOUN


def _opens_object(text: ClassedText, classes: list[str], index: int, before: str, after: str) -> bool:
    """Whether a form behind a date, a comma or "and" is a verb: "figures of Monday show 40", "and count 12"."""
    if before == DATE and index in text.cues.speech and after in _OPENS_OBJECT:
        return True
    if before == COMMA and (
        _speaks_of_number(text, classes, index)
        or _is_said_apart(text, classes, index)
        or _follows_apposition(text, classes, index)
    ):
        return True
    return before in (COMMA, CONJUNCTION) and after in (DETERMINER, NUMBER, SUBORDINATOR)


def _speaks_of_number(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a phrase of saying with its preposition leads to a number: "the guild, which has 12, talks of 40"."""
    spoken = text.cues.speech.get(index)
    after = index + spoken[0] if spoken is not None else index
    return after > index + 1 and after < len(classes) and classes[after] == NUMBER


def _is_said_apart(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb of saying in s has a name on either side: ", Ruiz, stresses,", "..., reports Ana Ruiz"."""
    if index not in text.cues.speech or text.tokens[index].lower[-1] != "s":
        return False
    after = class_after(classes, index)
    return after == NAME or (index > 1 and classes[index - 2] == NAME and after in (COMMA, STOP))


def _follows_apposition(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb of saying in s stands behind an aside on its subject: "The Hop Board, a club, says that"."""
    if index not in text.cues.speech or text.tokens[index].lower[-1] != "s":
        return False
    lowest = max(0, index - _LONGEST_APPOSITION)
    opening = next((place for place in range(index - 2, lowest, -1) if classes[place] == COMMA), None)
    if opening is None or classes[opening - 1] not in (NOUN, NAME) or classes[opening + 1] not in _OPENS_APPOSITION:
        return False
    start = opening
    while start > 0 and classes[start - 1] not in (STOP, COMMA, QUOTE):
        start -= 1
    return VERB not in classes[start:opening] and AUXILIARY not in classes[start:opening]


_LONGEST_APPOSITION: Final = 16
_OPENS_APPOSITION: Final = frozenset((DETERMINER, SUBORDINATOR, NOUN, PREPOSITION, ADJECTIVE))


def _after_noun(text: ClassedText, classes: list[str], index: int) -> str:
    """Tell "the office counts claims" and "filings show" from "bank shares": number agreement and what follows."""
    tokens, before, after = text.tokens, classes[index - 1], class_after(classes, index)
    plural = before == NOUN and is_plural(tokens[index - 1].lower)
    if plural and tokens[index].lower[-1] == "s":
        return NOUN
    spoken = text.cues.speech.get(index)
    wishes = index in text.cues.moods and tokens[index].lower[-1] == "s"
    ahead_to = (plural or wishes) and after == PREPOSITION and tokens[index + 1].lower == "to"
    if ahead_to or _says_of_itself(text, classes, index) or _opens_relative(text, classes, index):
        return VERB
    if spoken is not None and _names_figure(text, classes, index, plural):
        return VERB
    one = before == NOUN and not plural
    if one and ((after == SUBORDINATOR and _is_base(text, index)) or _is_singular_noun(text, index)):
        return NOUN
    if _is_noun_of_name(text, classes, index) or _is_referred_to(tokens, index):
        return NOUN
    if after in _OPENS_OBJECT and tokens[index + 1].lower != "of":
        return VERB
    if spoken is None or (after in VERBAL and (_tells(text, index + 1) or _has_own_verb(text, index))):
        return NOUN
    return VERB if _speaks(text, classes, index, plural, spoken[0]) else NOUN


def _opens_relative(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a form in s is what the one thing before "that" does: "a report that runs to 40 pages"."""
    tokens = text.tokens
    if classes[index - 1] != SUBORDINATOR or tokens[index].lower[-1] != "s" or index < _RELATIVE:
        return False
    one = classes[index - 2] == NOUN and not is_plural(tokens[index - 2].lower)
    return one and tokens[index - 1].lower in ("that", "which", "who")


_RELATIVE: Final = 2
"""Tokens of a noun and its "that"."""


def _names_figure(text: ClassedText, classes: list[str], index: int, plural: bool) -> bool:
    """Whether a verb of saying closes a clause on a figure: "the 60 that leaders claim,", "the 55 it lists are"."""
    tokens, start = text.tokens, index
    if (tokens[index].lower[-1] == "s") is plural or class_after(classes, index) not in _CLOSES_CLAUSE:
        return False
    while start > 0 and index - start < _SHORT_SUBJECT and classes[start - 1] in (NOUN, NAME, ADJECTIVE):
        start -= 1
    start -= classes[start - 1] == DETERMINER
    opens = tokens[start - 1].lower == "that"
    return (opens or classes[start] == DETERMINER) and _ends_count(text, classes, start - opens, bare=opens)


def _ends_count(text: ClassedText, classes: list[str], end: int, *, bare: bool) -> bool:
    """Whether a number with what it counts ends at a token, behind "the" unless it may be `bare`: "the 55 cases"."""
    first = end - 1
    while first > 0 and end - first < _COUNTED_WITHIN and classes[first] in (NOUN, ADJECTIVE):
        first -= 1
    if first <= 0 or classes[first] != NUMBER:
        return False
    while first > 0 and classes[first] == NUMBER:
        first -= 1
    return bare or text.tokens[first].lower == "the"


_CLOSES_CLAUSE: Final = frozenset((STOP, COMMA, AUXILIARY))
_COUNTED_WITHIN: Final = 5
"""Tokens of "60 brand new tents", counted from behind."""


def _is_singular_noun(text: ClassedText, index: int) -> bool:
    """Whether a form without ending is no verb, for it stands behind one thing: "a parliamentary report last year"."""
    word, owner = text.tokens[index].lower, text.tokens[index - 1].lower
    form = text.vocabulary.verbs.get(word)
    single = index > 1 and text.tokens[index - 2].lower in ("a", "an")
    many = owner in text.vocabulary.speaker_words.force or owner in text.vocabulary.speaker_words.data
    return single and not many and form is not None and form.form == "base"


def _says_of_itself(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether "to have" follows a verb of saying in s: "the army claims to have sent 40"; "to be" behind a name too."""
    ahead = [token.lower for token in text.tokens[index + 1 : index + 3]]
    if text.tokens[index].lower[-1] != "s" or index not in text.cues.speech:
        return False
    return ahead == ["to", "have"] or (ahead == ["to", "be"] and classes[index - 1] == NAME)


def _is_noun_of_name(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb without ending is a noun behind a name: "the May Day march that", "a United Nations report"."""
    if classes[index - 1] != NAME:
        return False
    event = class_after(classes, index) == SUBORDINATOR and index not in text.cues.speech and _disagrees(text, index)
    return event or (_is_base(text, index) and _is_titled_paper(text, classes, index))


def _is_referred_to(tokens: list[Token], index: int) -> bool:
    """Whether a word in s is whose figures are told: "according to (early) studio estimates"."""
    return tokens[index].lower[-1] == "s" and "according" in (tokens[index - 3].lower, tokens[index - 4].lower)


def _speaks(text: ClassedText, classes: list[str], index: int, plural: bool, length: int) -> bool:
    """Whether a wording of saying behind a noun is its verb: it agrees in number and has an object, or closes."""
    word, after = text.tokens[index].lower, class_after(classes, index)
    third_person = word[-1] == "s" and not plural
    if third_person and word in text.vocabulary.words["rests"] and after == PREPOSITION:
        return True
    if plural and after == PREPOSITION and text.tokens[index + 1].lower == "as":
        return True
    in_aside = COMMA in classes[max(0, index - _SHORT_SUBJECT) : index] or _ends_phrase_behind_comma(classes, index)
    closes = in_aside and ((after == STOP and not _disagrees(text, index)) or (after == COMMA and plural))
    if word[-1] != "s" and after in _CLOSES_OR_HAS_OBJECT and _agrees_with_head(text, classes, index, after):
        return True
    return length > 1 or closes or (third_person and after in (NOUN, NOUN_OR_VERB))


_CLOSES_OR_HAS_OBJECT: Final = frozenset((STOP, COMMA, NOUN, NOUN_OR_VERB, ADJECTIVE, PREPOSITION))


def _agrees_with_head(text: ClassedText, classes: list[str], index: int, after: str) -> bool:
    """Whether a verb without ending closes what several tell, or has an object: "..., agents in Rena report"."""
    start = index
    while start > 0 and index - start < _LONGEST_SUBJECT and _is_in_subject(classes, start - 1):
        start -= 1
    ends = (place for place in range(start + 1, index) if classes[place] in (PREPOSITION, VERB, SUBORDINATOR))
    end = next(ends, None)
    if after in (STOP, COMMA, PREPOSITION):
        fits, end = class_before(classes, start) == COMMA, end or index
    else:
        fits = is_plural(text.tokens[index - 1].lower)
    if end is None or classes[end - 1] not in (NOUN, NAME) or not fits:
        return False
    head = text.tokens[end - 1].lower
    return is_plural(head) or head in text.vocabulary.speaker_words.data


def _is_in_subject(classes: list[str], index: int) -> bool:
    """Whether a word may stand in a subject with what describes it: a participle, "who lost a boat"."""
    return classes[index] in _IN_SUBJECT or classes[index] in (VERB, ADVERB, SUBORDINATOR, DATE)


def _ends_phrase_behind_comma(classes: list[str], index: int) -> bool:
    """Whether only a noun phrase stands between a comma and a word: ", figures from the health ministry (show)"."""
    first = index
    while first > 0 and index - first < _LONGEST_SUBJECT and classes[first - 1] in _IN_SUBJECT:
        first -= 1
    return first > 0 and classes[first - 1] == COMMA


_LONGEST_SUBJECT: Final = 10
_IN_SUBJECT: Final = frozenset((NOUN, NAME, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION))


def _disagrees(text: ClassedText, index: int) -> bool:
    """Whether a verb without ending would stand behind one thing of a name: "the May Day march", "Nasarawa state"."""
    before, form = text.tokens[index - 1], text.vocabulary.verbs.get(text.tokens[index].lower)
    one = has_capital(before) and not before.text.isupper() and not is_plural(before.lower)
    return one and form is not None and form.form == "base"


def _is_base(text: ClassedText, index: int) -> bool:
    """Whether a noun for a paper would be a verb without ending, after one thing: "a hospital report that"."""
    word = text.tokens[index].lower
    form = text.vocabulary.verbs.get(word)
    paper = text.vocabulary.speaker_nouns.get(word) == "document"
    return paper and form is not None and form.form == "base"


_LONGEST_OWNER: Final = 6


def _is_titled_paper(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a paper is named by whose it is: "a United Nations report that", "the U.N. report also found"."""
    first = index - 1
    while first > 0 and index - first < _LONGEST_OWNER and classes[first] in (NAME, ADJECTIVE):
        first -= 1
    opener = text.tokens[first].lower
    following = index + 1 + (class_after(classes, index) == ADVERB)
    told = following < len(classes) and classes[following] in VERBAL
    return opener in ("a", "an") or (opener == "the" and told and following > index + 1)


def _has_own_verb(text: ClassedText, index: int) -> bool:
    """Whether a word in s is the plural whose verb of saying follows: "court documents show", "council figures say"."""
    form = text.vocabulary.verbs.get(text.tokens[index + 1].lower)
    plural = is_plural(text.tokens[index].lower) and text.tokens[index].lower in text.vocabulary.speaker_nouns
    return plural and form is not None and form.form == "base" and index + 1 in text.cues.speech


def _tells(text: ClassedText, index: int) -> bool:
    """Whether a verb of saying stands here with what is said: "(court documents) show that", "(filings) list 40"."""
    spoken = text.cues.speech.get(index)
    end = index + spoken[0] if spoken is not None else len(text.tokens)
    return end < len(text.tokens) and (text.tokens[end].lower == "that" or text.tokens[end].kind == "number")


def settle_participle(text: ClassedText, classes: list[str], index: int) -> str:
    """Tell what a verb's past form is here: "stolen cars", "the accused", "were stolen", "where one died"."""
    before, after = class_before(classes, index), class_after(classes, index)
    attribute = before in (DETERMINER, ADJECTIVE, NUMBER, POSSESSIVE, PREPOSITION)
    if attribute and after in (NOUN, NAME, NOUN_OR_VERB, ADJECTIVE):
        return ADJECTIVE
    alone = index > 0 and text.tokens[index - 1].lower in _STANDS_ALONE
    return NOUN if before == DETERMINER and not alone else VERB


_STANDS_ALONE: Final = frozenset(("one", "another", "both", "all", "each"))
"""Determiners that are the subject where no noun follows."""


def settle_gerund(text: ClassedText, classes: list[str], index: int) -> str:
    """Tell the noun in -ing from the participle: "the rising ended", "rising to 40"."""
    before, after = class_before(classes, index), class_after(classes, index)
    if before in (DETERMINER, ADJECTIVE, POSSESSIVE, NUMBER):
        return NOUN
    following = text.tokens[index + 1].lower if index + 1 < len(text.tokens) else ""
    if following in text.vocabulary.names.titles and not is_plural(following):
        return NOUN
    inside = before in (NOUN, NAME) and after == NOUN and index > 1 and classes[index - 2] in (DETERMINER, POSSESSIVE)
    if inside and following in text.vocabulary.speaker_nouns:
        return NOUN
    if after == PREPOSITION and _is_who_acts(text, classes, index - 1):
        return GERUND
    if after not in _OPENS_OBJECT and _is_of_quantity(text, classes, index):
        return NOUN
    return NOUN if before == NOUN and after in (STOP, COMMA, VERB, AUXILIARY, PREPOSITION) else GERUND


def _is_of_quantity(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a word that only ends like a verb's form says of what there is much: "90 tonnes of | herring"."""
    start = index - 1
    while start > 0 and classes[start] in (ADJECTIVE, NOUN):
        start -= 1
    if start <= 1 or text.tokens[start].lower != "of" or classes[start - 2 : start] != [NUMBER, NOUN]:
        return False
    people = text.tokens[start - 1].lower in text.vocabulary.speaker_nouns  # "cleared nine guards of poaching"
    return not people and text.tokens[index].lower not in text.vocabulary.verbs


def _is_who_acts(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether people stand there who do what a form in -ing behind them tells: "crews | sleeping on deck", "a man"."""
    word = text.tokens[index].lower
    one = is_plural(word) or (index > 0 and text.tokens[index - 1].lower in ("a", "an"))
    return one and classes[index] == NOUN and text.vocabulary.speaker_nouns.get(word) in ("person", "state")
