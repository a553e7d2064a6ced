"""The class of a word with a capital: a name, or any word that opens a sentence or a quotation."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import simplemma

from extraction.model import Token
from extraction.words.classed_text import ClassedText, has_capital, lower_case_guess, word_after
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    PARTICIPLE,
    PRONOUN,
    VERB_IN_PRESENT,
    is_plural,
)

if TYPE_CHECKING:
    from extraction.words.vocabulary import Vocabulary


def _only_describes(text: ClassedText, index: int, known: str | None) -> bool:
    """Whether an adjective opens a sentence before a name that has none elsewhere: "Embattled Tessel said"."""
    word, after = text.tokens[index].lower, word_after(text.tokens, index)
    describes = (known or lower_case_guess(word, text.vocabulary)) in (ADJECTIVE, GERUND, PARTICIPLE)
    named = after in text.capitalised and after not in text.vocabulary.speaker_nouns
    return describes and named and word not in text.capitalised and len(word) > _SHORTEST_EPITHET


_SHORTEST_EPITHET: Final = 4
"""Letters up to which an adjective is as often a part of a name: Red, Blue, Old, New, Big."""


def _is_place_before_body(text: ClassedText, index: int) -> bool:
    """Whether the unknown word that opens a sentence is a place whose body follows: "Basra police", "Rena aides"."""
    after = word_after(text.tokens, index)
    unknown = text.tokens[index].lower not in text.vocabulary.verbs
    return unknown and index in text.cues.places and text.vocabulary.speaker_nouns.get(after) == "state"


def _is_given_name(text: ClassedText, index: int) -> bool:
    """Whether the small word that opens a sentence is a given name there: "Will Hart", "Per Holm", not "Will Kenya"."""
    after = index + 1
    full = after < len(text.tokens) and text.tokens[after].kind == "word" and has_capital(text.tokens[after])
    known = after in text.cues.actors or after in text.cues.places
    return full and not known and text.tokens[index].lower in text.vocabulary.names.pronouns


def capitalised_guess(text: ClassedText, index: int, known: str | None) -> str:
    """Guess the class of a word with a capital; `known` is that of the table, if it has one."""
    tokens = text.tokens
    token = tokens[index]
    if len(token.text) > 1 and (token.text.isupper() or token.text[1:] != token.lower[1:]):
        return NAME
    month_or_name = may_be_name(token, text.vocabulary)
    if month_or_name and _is_dated(text, index):
        return DATE
    if token.text == "I" and not (index and has_capital(tokens[index - 1])):
        return PRONOUN
    after_quote = index > 0 and tokens[index - 1].text in "\"“‘':"
    named = month_or_name and index + 1 < len(tokens) and has_capital(tokens[index + 1])
    if named or not (index in text.first_words or after_quote):
        return known if known == DETERMINER and _is_article(tokens, index) else NAME
    return _opening(text, index, known)


def _is_article(tokens: list[Token], index: int) -> bool:
    """Whether a capital is that of an article: "The", and "A" behind a dateline: "PUNE, May 8 (IPS) A union"."""
    opens = index > 0 and tokens[index - 1].text in _ENDS_DATELINE
    small = index + 1 < len(tokens) and not has_capital(tokens[index + 1])
    return tokens[index].lower == "the" or (opens and small)


_ENDS_DATELINE: Final = frozenset((")", "-", "–", "—"))


def _opening(text: ClassedText, index: int, known: str | None) -> str:
    """Guess the class of a word whose capital may only be that of a sentence or a quotation."""
    tokens = text.tokens
    if _only_describes(text, index, known):
        return ADJECTIVE
    if known is not None and known not in (NOUN, ADJECTIVE) and not _is_given_name(text, index):
        return known
    named = (
        _is_name_anywhere(text, index)
        or _says(text, index, known)
        or (known is None and _is_told_by_context(text, index))
    )
    return NAME if named else known or lower_case_guess(tokens[index].lower, text.vocabulary)


def _is_name_anywhere(text: ClassedText, index: int) -> bool:
    """Whether a word that opens a sentence goes on as a name, or is one in the tables or elsewhere in the text."""
    listed = index in text.cues.actors or text.tokens[index].lower in text.capitalised
    goes_on = _is_name_ahead(text, index) or _is_cause_after(text.tokens, index, text.vocabulary.names.parts.cause)
    return listed or goes_on


def _is_name_ahead(text: ClassedText, index: int) -> bool:
    """Whether a capitalised word follows, over the small words and marks of names: "Van der Berg", "Hallam & Pike"."""
    tokens, particles, following = text.tokens, text.vocabulary.names.parts.particle, index + 1
    while following < len(tokens) and (tokens[following].lower in particles or tokens[following].text in "-&"):
        following += 1
    return following < len(tokens) and tokens[following].text[:1].isupper() and tokens[following].kind == "word"


def _is_told_by_context(text: ClassedText, index: int) -> bool:
    """Whether what stands around a word of no table tells that it is a name: what is its own, an apposition, "Ltd"."""
    tokens, vocabulary = text.tokens, text.vocabulary
    company = word_after(tokens, index) in vocabulary.speaker_words.legal_form or _is_in_no_dictionary(text, index)
    told = _is_explained(tokens, index, vocabulary) or _owns(text, index) or _is_taken_up(text, index)
    return company or told or _is_place_before_body(text, index)


def _is_in_no_dictionary(text: ClassedText, index: int) -> bool:
    """Whether no dictionary of English has a bare first word, and it is no plural: "Velsor has told", "Ilmas is"."""
    word, after = text.tokens[index].lower, word_after(text.tokens, index)
    one = not is_plural(word) or after in _AGREES_WITH_ONE
    return one and len(word) > _SHORTEST_UNKNOWN and not _is_known(word)


@lru_cache(maxsize=10_000)
def _is_known(word: str) -> bool:
    """Whether a dictionary of English has a word, in small letters."""
    return simplemma.is_known(word, lang="en")


_SHORTEST_UNKNOWN: Final = 3
"""Letters up to which a word of no dictionary may as well be a short form."""
_AGREES_WITH_ONE: Final = frozenset(("has", "is", "was", "says", "does"))


def acts_in_headline(text: ClassedText, index: int) -> bool:
    """Whether a verb in the present stands capitalised between two names: "Halden Acquires Brask"."""
    tokens, word = text.tokens, text.tokens[index].lower
    if index == 0 or index + 1 >= len(tokens) or word[-1] != "s" or word in text.vocabulary.word_classes:
        return False
    beside = (tokens[index - 1], tokens[index + 1])
    named = all(one.kind == "word" and has_capital(one) for one in beside)
    named = named and beside[0].lower not in text.vocabulary.word_classes
    return named and lower_case_guess(word, text.vocabulary) == VERB_IN_PRESENT


def may_be_name(month: Token, vocabulary: Vocabulary) -> bool:
    """Whether a month with one capital may be a person's name as well: "Theresa May", "Jan de Vries"."""
    return month.lower in vocabulary.words["month_or_name"] and month.text == month.lower.capitalize()


def _is_dated(text: ClassedText, index: int) -> bool:
    """Whether a month that is a name as well is the month there: "4 May", "in May", "May 2019", "Jan. 4"."""
    tokens = text.tokens
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    leads = text.vocabulary.date_words["before_month"]
    led = before is not None and (before.kind == "number" or before.lower in leads)
    return led or (after is not None and (after.kind == "number" or after.text == "."))


def _is_cause_after(tokens: list[Token], index: int, causes: frozenset[str]) -> bool:
    """Whether a first word goes on as the name of a body does: "Roof for All"."""
    ahead = tokens[index + 1 : index + 3]
    return [token.lower for token in ahead[:1]] == ["for"] and ahead[-1].lower in causes and has_capital(ahead[-1])


def _owns(text: ClassedText, index: int) -> bool:
    """Whether a bare first word of no table owns something: "Marea's count"."""
    word, vocabulary = text.tokens[index].lower, text.vocabulary
    owner = index + 1 < len(text.tokens) and text.tokens[index + 1].lower in ("'s", "’s")
    return owner and word not in vocabulary.speaker_nouns and word not in vocabulary.verbs and not is_plural(word)


def _is_explained(tokens: list[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether an apposition says who bears a bare first word: "Glas, the monitoring group, counted"."""
    words = [token.lower for token in tokens[index + 1 : index + _APPOSITION]]
    if words[:1] != [","] or words[1:2] not in (["the"], ["a"], ["an"]):
        return False
    ends = [place for place, word in enumerate(words[2:], 2) if word in _AFTER_HEAD]
    return bool(ends) and vocabulary.speaker_nouns.get(words[ends[0] - 1]) is not None


def _is_taken_up(text: ClassedText, index: int) -> bool:
    """Whether the next sentence has a first word say something: "Kelmar sank two wells. It said", "The firm said"."""
    ahead = range(index + 1, min(len(text.tokens) - 3, index + _NEXT_SENTENCE))
    opening = next((place for place in ahead if place in text.first_words), None)
    only_is = (
        text.vocabulary.word_classes.get(word_after(text.tokens, index)) == AUXILIARY
    )  # "Turnout was low. It said"
    if opening is None or only_is or is_plural(text.tokens[index].lower):
        return False
    word, roles = text.tokens[opening + 1].lower, text.vocabulary.speaker_roles
    company = roles.get(word) == "company" or word in text.vocabulary.speaker_words.any_company
    verb = opening + 1 + (text.tokens[opening].lower == "the" and company)
    pronoun = text.tokens[opening].lower == "it"
    return (pronoun or verb > opening + 1) and text.cues.speech.get(verb, (0, ""))[1] == "say"


_NEXT_SENTENCE: Final = 50
"""Tokens behind its first word within which a sentence ends."""
_AFTER_HEAD: Final = frozenset((",", "that", "which", "who", "of", "in", "for", "at", "representing"))
_APPOSITION: Final = 8
"""Tokens that a name's comma, its apposition and the comma after that may have."""


def _says(text: ClassedText, index: int, known: str | None) -> bool:
    """Whether a verb of saying follows a bare first word that is no noun for speakers: "Trump claimed"."""
    word, vocabulary = text.tokens[index].lower, text.vocabulary
    ahead = [token.lower for token in text.tokens[index + 1 : index + 3]]
    many = is_plural(word) and _is_known(word)  # "Carabineros said" names a force, "Dockers said" tells who it was
    if not ahead or known is not None or word in vocabulary.speaker_nouns or many:
        return False
    helped = len(ahead) > 1 and vocabulary.word_classes.get(ahead[0]) == AUXILIARY
    form = vocabulary.verbs.get(ahead[helped])
    if form is not None and _is_deed(vocabulary, form.lemma) and form.form != "ing":
        return True
    after_adverb = len(ahead) > 1 and vocabulary.word_classes.get(ahead[0]) == ADVERB  # "Corvane now expects"
    verb = text.cues.speech.get(index + 1 + after_adverb)
    if verb is None or ahead[after_adverb] not in vocabulary.verbs:
        return False
    return verb[1] == "say" or (verb[1] == "count" and _puts_at(text.tokens, index + 2 + after_adverb))


def _is_deed(vocabulary: Vocabulary, verb: str) -> bool:
    return verb in vocabulary.speaker_words.acts or verb in vocabulary.speaker_words.publishes


_PUT_WITHIN: Final = 8
"""Tokens of "the cost of the section at" behind "Banverket puts"."""


def _puts_at(tokens: list[Token], index: int) -> bool:
    """Whether what somebody puts, values or pegs stands "at" a number: "Banverket puts the cost at 21 billion"."""
    ahead = tokens[index : index + _PUT_WITHIN]
    return any(token.lower == "at" and after.kind == "number" for token, after in pairwise(ahead))
