"""A coarse word class for each token: enough to tell where a noun phrase ends and who is the subject of a verb.

No model and no training: a table of function words and common verbs, endings, capitals, and the class of the
neighbours for words that may be noun or verb ("claims", "reports").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extraction.model import Sentence, Token

if TYPE_CHECKING:
    from extraction.words.vocabulary import Cues, Vocabulary

DETERMINER: Final = "D"
PREPOSITION: Final = "I"
CONJUNCTION: Final = "C"
SUBORDINATOR: Final = "S"
PRONOUN: Final = "R"
AUXILIARY: Final = "A"
ADVERB: Final = "B"
ADJECTIVE: Final = "J"
NUMBER: Final = "M"
NAME: Final = "P"
NOUN: Final = "N"
VERB: Final = "V"
GERUND: Final = "G"
POSSESSIVE: Final = "O"
DATE: Final = "E"
COMMA: Final = ","
STOP: Final = "."
QUOTE: Final = '"'
BRACKET: Final = "("
HYPHEN: Final = "-"
POINT: Final = "p"
"""The full stop of an abbreviation within a sentence: "Gov. Ruiz", "Acme Corp. said"."""
_NOUN_OR_VERB: Final = "W"
_VERB_IN_PRESENT: Final = "X"
_PARTICIPLE: Final = "K"

HAVE: Final = frozenset(("has", "have", "had"))

_NOMINAL: Final = frozenset((NOUN, NAME, ADJECTIVE, _NOUN_OR_VERB, HYPHEN, CONJUNCTION))
_VERBAL: Final = frozenset((_NOUN_OR_VERB, _VERB_IN_PRESENT, _PARTICIPLE, VERB))
_UNSETTLED: Final = _VERBAL | {ADJECTIVE, GERUND}

_OF_TABLE: Final = {
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "adjective": ADJECTIVE,
    "title": NOUN,
    "month": DATE,
    "weekday": DATE,
    "number": NUMBER,
}
_MARKS: Final = (
    dict.fromkeys(",;:–—―", COMMA)
    | dict.fromkeys(".!?…", STOP)
    | dict.fromkeys('"“”„«»‹›‘', QUOTE)
    | dict.fromkeys("()[]{}", BRACKET)
    | dict.fromkeys("-‐‑/", HYPHEN)
)
_SIGNS: Final = frozenset("¢₵₦₱₫₭₮₲₡₼₾$€£¥₹₽₩₺₴%‰+#°~≈<>≥≤±")
_DASHES: Final = frozenset("-‐‑/")
_HANGS_ON_PLACE: Final = _DASHES | {"'", "’", "&"}
"""Marks that mean one thing inside a word and another between words."""
_IRREGULAR_PLURALS: Final = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "staff",
        "cattle",
        "media",
        "data",
        "mice",
        "feet",
        "teeth",
        "geese",
        "crew",
        "policemen",
        "policewomen",
        "servicemen",
        "servicewomen",
        "gunmen",
        "fishermen",
        "firemen",
        "dead",
        "wounded",
        "injured",
        "missing",
    ]
)
_SHORTEST_PLURAL: Final = 3
_SHORTEST_PAST: Final = 4
_SHORTEST_GERUND: Final = 5
"""Letters that a word must exceed for its ending to tell: "gas", "shed" and "thing" are none of these."""
_SINGULAR_ENDINGS: Final = ("ss", "us", "is", "news")


def of_table(name: str) -> str:
    """Translate a class of the table word_classes.csv to its mark; raises KeyError for one that does not exist."""
    return _OF_TABLE[name]


def is_plural(word: str) -> bool:
    """Whether a noun, in lower case, looks like a plural."""
    return word in _IRREGULAR_PLURALS or (
        len(word) > _SHORTEST_PLURAL and word[-1] == "s" and not word.endswith(_SINGULAR_ENDINGS)
    )


def classify(tokens: list[Token], sentences: list[Sentence], vocabulary: Vocabulary, cues: Cues) -> list[str]:
    """Give the word class of each token, by index; `cues` are the phrases of the vocabulary that the text has."""
    text = _Text(tokens, vocabulary, cues, _first_words(tokens, sentences))
    guesses, before_verb = vocabulary.guesses, vocabulary.mood_words.modal | vocabulary.mood_words.does
    classes = [guesses.get(token.text) or _first_guess(text, index) for index, token in enumerate(tokens)]
    _mark_points(tokens, sentences, classes)
    for index, guess in enumerate(classes):
        if guess in _UNSETTLED:
            classes[index] = _settled(text, classes, index, guess)
        elif guess == AUXILIARY and tokens[index].lower in before_verb:
            _make_verb_after(text, classes, index + 1)
    return classes


def _mark_points(tokens: list[Token], sentences: list[Sentence], classes: list[str]) -> None:
    """Tell the full stops of abbreviations from those that end something, by which classes of clauses are bounded."""
    ends = {sentence.last - 1 for sentence in sentences}
    for index in [index for index, mark in enumerate(classes) if mark == STOP]:
        if index not in ends and index and _is_point(tokens, index):
            classes[index] = POINT


def _is_point(tokens: list[Token], index: int) -> bool:
    """Whether a full stop within a sentence touches the word before it, and a word or a comma follows."""
    before, after = tokens[index - 1], tokens[index + 1]
    touches = tokens[index].text == "." and before.end == tokens[index].start and before.kind == "word"
    return touches and (after.text in (",", "'s", "’s") or (after.kind == "word" and after.start > tokens[index].end))


def _make_verb_after(text: _Text, classes: list[str], index: int) -> None:
    """Take an unknown word behind a modal for a verb: "would not budge"."""
    if index < len(classes) - 1 and classes[index] == ADVERB:
        index += 1
    if index < len(classes) and classes[index] == NOUN and text.tokens[index].lower not in text.vocabulary.word_classes:
        classes[index] = VERB


class _Text:
    """What the class of a word hangs on besides the word."""

    def __init__(self, tokens: list[Token], vocabulary: Vocabulary, cues: Cues, first_words: set[int]) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.cues = cues
        self.first_words = first_words
        self.capitalised = {
            token.lower
            for index, token in enumerate(tokens)
            if token.text != token.lower and index not in first_words and token.kind == "word" and _is_capital(token)
        }
        """Words that bear a capital where no sentence starts: names, wherever else they stand."""


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _first_words(tokens: list[Token], sentences: list[Sentence]) -> set[int]:
    return {_first_word(tokens, sentence) for sentence in sentences}


def _first_word(tokens: list[Token], sentence: Sentence) -> int:
    for index in range(sentence.first, sentence.last):
        if tokens[index].kind in ("word", "number"):
            return index
    return sentence.first


def _settled(text: _Text, classes: list[str], index: int, guess: str) -> str:
    """Settle by its neighbours the class of a word that may be several things."""
    tokens = text.tokens
    if guess in _VERBAL and index and classes[index - 1] == HYPHEN and tokens[index - 1].end == tokens[index].start:
        return ADJECTIVE
    office = index + 1 < len(tokens) and tokens[index + 1].lower in text.vocabulary.titles
    if office and guess != ADJECTIVE and _before(classes, index) in (STOP, QUOTE, COMMA) and _is_capital(tokens[index]):
        return NOUN
    if guess == _NOUN_OR_VERB:
        return _noun_or_verb(text, classes, index)
    if guess == _VERB_IN_PRESENT:
        dated = index > 1 and classes[index - 2] == DATE and classes[index - 1] != DETERMINER
        noun = _before(classes, index) in _NOUN_FOLLOWS and not dated and not _told_of_number(text, classes, index)
        return NOUN if noun or _is_between_nouns(text, classes, index) else VERB
    if guess == _PARTICIPLE:
        described = index + 1 < len(tokens) and tokens[index + 1].lower in text.vocabulary.titles
        if described and _before(classes, index) == VERB:
            return ADJECTIVE
        alone = index > 0 and tokens[index - 1].lower in _ALONE and not tokens[index].lower.endswith("ed")
        return VERB if alone else _participle(classes, index)
    if guess == ADJECTIVE and tokens[index].lower in text.vocabulary.speaker_nouns:
        return ADJECTIVE if _after(classes, index) in _NOMINAL else NOUN
    return _gerund(text, classes, index) if guess == GERUND else guess


_ALONE: Final = frozenset(("those", "these", "both"))
"""Determiners that stand for their noun before a verb: "half of those stood"."""


def _is_between_nouns(text: _Text, classes: list[str], index: int) -> bool:
    """Whether a verb without ending stands between one thing and another: "the state transport agency"."""
    word, owner = text.tokens[index].lower, text.tokens[index - 1].lower
    one = _before(classes, index) == NOUN and not is_plural(owner)
    return one and index > 1 and classes[index - 2] == DETERMINER and word[-1] != "s" and _after(classes, index) == NOUN


def _told_of_number(text: _Text, classes: Sequence[str], index: int) -> bool:
    """Whether a verb in the plural right behind a number says what those counted do: "nine get through"."""
    counted = text.tokens[index - 1].kind in ("number", "word")
    return counted and classes[index - 1] == NUMBER and text.tokens[index].lower[-1] != "s"


def _first_guess(text: _Text, index: int) -> str:
    """Guess the class of a word by itself; that of a number or of a word in small letters is the same everywhere."""
    token, vocabulary = text.tokens[index], text.vocabulary
    if token.kind == "number":
        return vocabulary.remember_guess(token.text, NUMBER)
    if token.kind != "word":
        mark = _mark(text.tokens, index)
        return mark if token.text in _HANGS_ON_PLACE else vocabulary.remember_guess(token.text, mark)
    if token.lower in ("'s", "’s"):
        return _apostrophe_s(text.tokens, index)
    known = vocabulary.word_classes.get(token.lower)
    if _is_capital(token) and (known != DATE or token.text in _GIVEN_NAMES):
        return VERB if _acts_in_headline(text, index) else _capitalised(text, index, known)
    if known == DATE and token.text == token.lower and token.lower in vocabulary.verbs:
        known = None  # a march is no month
    return vocabulary.remember_guess(token.text, known or _lower_case(token.lower, vocabulary))


def _mark(tokens: list[Token], index: int) -> str:
    token = tokens[index]
    if (
        token.text in ("'", "’")
        and index
        and tokens[index - 1].end == token.start
        and tokens[index - 1].lower[-1] == "s"
    ):
        return POSSESSIVE
    if token.text == "&" and _is_between_capitals(tokens, index):
        return NAME
    if index and token.text in _DASHES and (tokens[index - 1].end < token.start or _is_doubled(tokens, index)):
        return COMMA
    if token.text in _SIGNS:
        return NUMBER
    return _MARKS.get(token.text, QUOTE if token.text in ("'", "’") else STOP)


def _is_doubled(tokens: list[Token], index: int) -> bool:
    """Whether a hyphen is one of the two that stand for a dash: "OSLO--The ministry"."""
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    mark = tokens[index]
    return (before.text == "-" and before.end == mark.start) or (after.text == "-" and after.start == mark.end)


def _after_word(tokens: list[Token], index: int) -> str:
    return tokens[index + 1].lower if index + 1 < len(tokens) else ""


def _only_describes(text: _Text, index: int, known: str | None) -> bool:
    """Whether an adjective opens a sentence before a name that has none elsewhere: "Embattled Tessel said"."""
    word, after = text.tokens[index].lower, _after_word(text.tokens, index)
    describes = (known or _lower_case(word, text.vocabulary)) in (ADJECTIVE, GERUND, _PARTICIPLE)
    named = after in text.capitalised and after not in text.vocabulary.speaker_nouns
    return describes and named and word not in text.capitalised and len(word) > _SHORTEST_EPITHET


_SHORTEST_EPITHET: Final = 4
"""Letters up to which an adjective is as often a part of a name: Red, Blue, Old, New, Big."""


def _is_place_before_body(text: _Text, index: int) -> bool:
    """Whether the unknown word that opens a sentence is a place whose body follows: "Basra police", "Rena aides"."""
    after = _after_word(text.tokens, index)
    unknown = text.tokens[index].lower not in text.vocabulary.verbs
    return unknown and index in text.cues.places and text.vocabulary.speaker_nouns.get(after) == "state"


def _is_given_name(text: _Text, index: int) -> bool:
    """Whether the small word that opens a sentence is a given name there: "Will Hart", "Per Holm", not "Will Kenya"."""
    after = index + 1
    full = after < len(text.tokens) and text.tokens[after].kind == "word" and _is_capital(text.tokens[after])
    known = after in text.cues.actors or after in text.cues.places
    return full and not known and text.tokens[index].lower in text.vocabulary.pronouns


def _is_between_capitals(tokens: list[Token], index: int) -> bool:
    """Whether both neighbours bear capitals, as in "Hallam & Pike"."""
    return 0 < index < len(tokens) - 1 and all(_is_capital(tokens[beside]) for beside in (index - 1, index + 1))


def _apostrophe_s(tokens: list[Token], index: int) -> str:
    if index and len(tokens[index - 1].text) > 1 and tokens[index - 1].text.isupper():
        return POSSESSIVE
    before = tokens[index - 1].lower if index else ""
    if [token.lower for token in tokens[index + 1 : index + 3]][-1:] == ["saying"]:
        return AUXILIARY  # "Granvik's now saying"
    return AUXILIARY if before in ("it", "he", "she", "that", "there", "what", "who", "here") else POSSESSIVE


CAUSES: Final = frozenset(
    ("all", "change", "life", "peace", "justice", "action", "freedom", "equality", "democracy", "tomorrow", "good")
)
"""What a body is for after which its name goes on: "Roof for All", "Unite for Change"."""


def _capitalised(text: _Text, index: int, known: str | None) -> str:
    tokens = text.tokens
    token = tokens[index]
    if len(token.text) > 1 and (token.text.isupper() or token.text[1:] != token.lower[1:]):
        return NAME
    if token.text in _GIVEN_NAMES and _is_dated(text, index):
        return DATE
    if token.text == "I" and not (index and _is_capital(tokens[index - 1])):
        return PRONOUN
    after_quote = index > 0 and tokens[index - 1].text in "\"“‘':"
    named = token.text in _GIVEN_NAMES and index + 1 < len(tokens) and _is_capital(tokens[index + 1])
    if named or not (index in text.first_words or after_quote):
        return known if known == DETERMINER and token.lower == "the" else NAME
    return _opening(text, index, known)


def _opening(text: _Text, index: int, known: str | None) -> str:
    """Guess the class of a word whose capital may only be that of a sentence or a quotation."""
    tokens = text.tokens
    if _only_describes(text, index, known):
        return ADJECTIVE
    if known is not None and known not in (NOUN, ADJECTIVE) and not _is_given_name(text, index):
        return known
    following = index + 1
    while following < len(tokens) and (
        tokens[following].lower in text.vocabulary.name_parts.particle or tokens[following].text in "-&"
    ):
        following += 1
    follows_name = following < len(tokens) and tokens[following].text[:1].isupper() and tokens[following].kind == "word"
    if (
        follows_name
        or _is_cause_after(tokens, index)
        or _says(text, index, known)
        or (known is None and _is_explained(tokens, index, text.vocabulary))
        or (known is None and _owns(text, index))
        or tokens[index].lower in text.capitalised
        or (known is None and _after_word(tokens, index) in text.vocabulary.speaker_words.legal_form)
        or index in text.cues.actors
        or (known is None and _is_place_before_body(text, index))
    ):
        return NAME
    return known or _lower_case(tokens[index].lower, text.vocabulary)


def _acts_in_headline(text: _Text, index: int) -> bool:
    """Whether a verb in the present stands capitalised between two names: "Halden Acquires Brask"."""
    tokens, word = text.tokens, text.tokens[index].lower
    if index == 0 or index + 1 >= len(tokens) or word[-1] != "s" or word in text.vocabulary.word_classes:
        return False
    beside = (tokens[index - 1], tokens[index + 1])
    named = all(one.kind == "word" and _is_capital(one) for one in beside)
    named = named and beside[0].lower not in text.vocabulary.word_classes
    return named and _lower_case(word, text.vocabulary) == _VERB_IN_PRESENT


_GIVEN_NAMES: Final = frozenset(("May", "Jan"))
"""Months that are names of persons as well: "Theresa May", "Jan de Vries", "Mohammad Jan"."""


def _is_dated(text: _Text, index: int) -> bool:
    """Whether a month that is a name as well is the month there: "4 May", "in May", "May 2019", "Jan. 4"."""
    tokens = text.tokens
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    leads = text.vocabulary.date_words["before_month"]
    led = before is not None and (before.kind == "number" or before.lower in leads)
    return led or (after is not None and (after.kind == "number" or after.text == "."))


def _is_cause_after(tokens: list[Token], index: int) -> bool:
    """Whether a first word goes on as the name of a body does: "Roof for All"."""
    ahead = tokens[index + 1 : index + 3]
    return [token.lower for token in ahead[:1]] == ["for"] and ahead[-1].lower in CAUSES and _is_capital(ahead[-1])


def _owns(text: _Text, index: int) -> bool:
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


_AFTER_HEAD: Final = frozenset((",", "that", "which", "who", "of", "in", "for", "at", "representing"))
_APPOSITION: Final = 8
"""Tokens that a name's comma, its apposition and the comma after that may have."""


def _says(text: _Text, index: int, known: str | None) -> bool:
    """Whether a verb of saying follows a bare first word that is no noun for speakers: "Trump claimed"."""
    word, vocabulary = text.tokens[index].lower, text.vocabulary
    ahead = [token.lower for token in text.tokens[index + 1 : index + 3]]
    if not ahead or known is not None or word in vocabulary.speaker_nouns or is_plural(word):
        return False
    helped = len(ahead) > 1 and vocabulary.word_classes.get(ahead[0]) == AUXILIARY
    form = vocabulary.verbs.get(ahead[helped])
    if form is not None and form.lemma in vocabulary.speaker_words.acts and form.form != "ing":
        return True
    after_adverb = len(ahead) > 1 and vocabulary.word_classes.get(ahead[0]) == ADVERB  # "Corvane now expects"
    verb = text.cues.speech.get(index + 1 + after_adverb)
    if verb is None or ahead[after_adverb] not in vocabulary.verbs:
        return False
    return verb[1] == "say" or (verb[1] == "count" and _puts_at(text.tokens, index + 2 + after_adverb))


_PUT_WITHIN: Final = 8
"""Tokens of "the cost of the section at" behind "Banverket puts"."""


def _puts_at(tokens: list[Token], index: int) -> bool:
    """Whether what somebody puts, values or pegs stands "at" a number: "Banverket puts the cost at 21 billion"."""
    ahead = tokens[index : index + _PUT_WITHIN]
    return any(token.lower == "at" and after.kind == "number" for token, after in pairwise(ahead))


def _lower_case(word: str, vocabulary: Vocabulary) -> str:
    verb = vocabulary.verbs.get(word)
    if verb is not None:
        if verb.form == "ing":
            return GERUND
        if verb.also_noun:
            return _NOUN_OR_VERB
        return _PARTICIPLE if verb.form in ("past", "participle") else _VERB_IN_PRESENT
    if word.endswith("ly"):
        return ADVERB
    if word.endswith("ing") and len(word) > _SHORTEST_GERUND:
        return GERUND
    if word.endswith("ed") and len(word) > _SHORTEST_PAST and not word.endswith("eed"):
        return _PARTICIPLE
    return NOUN


def _before(classes: list[str], index: int) -> str:
    mark = classes[index - 1] if index else STOP
    return mark if mark != POINT else NAME


def _after(classes: list[str], index: int) -> str:
    return classes[index + 1] if index + 1 < len(classes) else STOP


_SHORT_SUBJECT: Final = 5
_NOUN_FOLLOWS: Final = frozenset((DETERMINER, ADJECTIVE, NUMBER, POSSESSIVE, HYPHEN))
_OPENS_OBJECT: Final = frozenset((DETERMINER, NUMBER, NAME, SUBORDINATOR, PRONOUN, ADVERB, QUOTE))


def _noun_or_verb(text: _Text, classes: list[str], index: int) -> str:
    tokens = text.tokens
    before, after = _before(classes, index), _after(classes, index)
    if before == PREPOSITION:
        people = tokens[index].lower in text.vocabulary.speaker_nouns and after == PREPOSITION
        return VERB if tokens[index - 1].lower == "to" and after != STOP and not people else NOUN
    of_adjective = before == ADJECTIVE and index > 1 and classes[index - 2] == DETERMINER
    if of_adjective and after == NUMBER and tokens[index].lower in text.vocabulary.value_verbs:
        return VERB  # "the dead number 23"
    if before in _NOUN_FOLLOWS:
        dated = before == NUMBER and index > 1 and classes[index - 2] == DATE
        return VERB if dated and index in text.cues.speech else NOUN
    if before in (PRONOUN, AUXILIARY, ADVERB):
        return VERB
    if before in (NOUN, NAME, SUBORDINATOR, BRACKET, QUOTE):
        return _after_noun(text, classes, index)
    if before == COMMA and _speaks_of_number(text, classes, index):
        return VERB
    return VERB if before in (COMMA, CONJUNCTION) and after in (DETERMINER, NUMBER, SUBORDINATOR) else NOUN


def _speaks_of_number(text: _Text, classes: list[str], index: int) -> bool:
    """Whether a phrase of saying with its preposition leads to a number: "the guild, which has 12, talks of 40"."""
    spoken = text.cues.speech.get(index)
    after = index + spoken[0] if spoken is not None else index
    return after > index + 1 and after < len(classes) and classes[after] == NUMBER


def _after_noun(text: _Text, classes: list[str], index: int) -> str:
    """Tell "the office counts claims" and "filings show" from "bank shares": number agreement and what follows."""
    tokens, before, after = text.tokens, classes[index - 1], _after(classes, index)
    plural = before == NOUN and is_plural(tokens[index - 1].lower)
    if plural and tokens[index].lower[-1] == "s":
        return NOUN
    spoken = text.cues.speech.get(index)
    wishes = index in text.cues.moods and tokens[index].lower[-1] == "s"
    if (plural or wishes) and after == PREPOSITION and tokens[index + 1].lower == "to":
        return VERB
    if after == SUBORDINATOR and before == NOUN and not plural and _is_base(text, index):
        return NOUN
    if _is_noun_of_name(text, classes, index) or _is_referred_to(tokens, index):
        return NOUN
    if after in _OPENS_OBJECT and tokens[index + 1].lower != "of":
        return VERB
    if spoken is None:
        return NOUN
    if after in _VERBAL and _tells(text, index + 1):
        return NOUN
    return VERB if _speaks(text, classes, index, plural, spoken[0]) else NOUN


def _is_noun_of_name(text: _Text, classes: list[str], index: int) -> bool:
    """Whether a verb without ending is a noun behind a name: "the May Day march that", "a United Nations report"."""
    if classes[index - 1] != NAME:
        return False
    event = _after(classes, index) == SUBORDINATOR and index not in text.cues.speech and _disagrees(text, index)
    return event or (_is_base(text, index) and _is_titled_paper(text, classes, index))


def _is_referred_to(tokens: list[Token], index: int) -> bool:
    """Whether a word in s is whose figures are told: "according to (early) studio estimates"."""
    return tokens[index].lower[-1] == "s" and "according" in (tokens[index - 3].lower, tokens[index - 4].lower)


def _speaks(text: _Text, classes: list[str], index: int, plural: bool, length: int) -> bool:
    """Whether a wording of saying behind a noun is its verb: it agrees in number and has an object, or closes."""
    word, after = text.tokens[index].lower, _after(classes, index)
    third_person = word[-1] == "s" and not plural
    if third_person and word in _RESTS and after == PREPOSITION:
        return True
    if plural and after == PREPOSITION and text.tokens[index + 1].lower == "as":
        return True
    in_aside = COMMA in classes[max(0, index - _SHORT_SUBJECT) : index]
    closes = in_aside and ((after == STOP and not _disagrees(text, index)) or (after == COMMA and plural))
    return length > 1 or closes or (third_person and after in (NOUN, _NOUN_OR_VERB))


def _disagrees(text: _Text, index: int) -> bool:
    """Whether a verb without ending would stand behind one thing of a name: "the May Day march", "Nasarawa state"."""
    before, form = text.tokens[index - 1], text.vocabulary.verbs.get(text.tokens[index].lower)
    one = _is_capital(before) and not before.text.isupper() and not is_plural(before.lower)
    return one and form is not None and form.form == "base"


_RESTS: Final = frozenset(("stands", "rests", "sits", "peaks", "ends", "settles", "hovers"))
"""What a toll or a price does: "the toll stands at 40"."""


def _is_base(text: _Text, index: int) -> bool:
    """Whether a noun for a paper would be a verb without ending, after one thing: "a hospital report that"."""
    word = text.tokens[index].lower
    form = text.vocabulary.verbs.get(word)
    paper = text.vocabulary.speaker_nouns.get(word) == "document"
    return paper and form is not None and form.form == "base"


_LONGEST_OWNER: Final = 6


def _is_titled_paper(text: _Text, classes: list[str], index: int) -> bool:
    """Whether a paper is named by whose it is: "a United Nations report that", "the U.N. report also found"."""
    first = index - 1
    while first > 0 and index - first < _LONGEST_OWNER and classes[first] in (NAME, ADJECTIVE):
        first -= 1
    opener = text.tokens[first].lower
    following = index + 1 + (_after(classes, index) == ADVERB)
    told = following < len(classes) and classes[following] in _VERBAL
    return opener in ("a", "an") or (opener == "the" and told and following > index + 1)


def _tells(text: _Text, index: int) -> bool:
    """Whether a verb of saying stands here with what is said: "(court documents) show that", "(filings) list 40"."""
    spoken = text.cues.speech.get(index)
    end = index + spoken[0] if spoken is not None else len(text.tokens)
    return end < len(text.tokens) and (text.tokens[end].lower == "that" or text.tokens[end].kind == "number")


def _participle(classes: list[str], index: int) -> str:
    before, after = _before(classes, index), _after(classes, index)
    attribute = before in (DETERMINER, ADJECTIVE, NUMBER, POSSESSIVE, PREPOSITION)
    if attribute and after in (NOUN, NAME, _NOUN_OR_VERB, ADJECTIVE):
        return ADJECTIVE
    if before == DETERMINER:
        return NOUN
    return VERB


def _gerund(text: _Text, classes: list[str], index: int) -> str:
    before, after = _before(classes, index), _after(classes, index)
    if before in (DETERMINER, ADJECTIVE, POSSESSIVE, NUMBER):
        return NOUN
    following = text.tokens[index + 1].lower if index + 1 < len(text.tokens) else ""
    if following in text.vocabulary.titles and not is_plural(following):
        return NOUN
    inside = before in (NOUN, NAME) and after == NOUN and index > 1 and classes[index - 2] in (DETERMINER, POSSESSIVE)
    if inside and following in text.vocabulary.speaker_nouns:
        return NOUN
    return NOUN if before == NOUN and after in (STOP, COMMA, VERB, AUXILIARY, PREPOSITION) else GERUND


def table(rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Read word_classes.csv (word, class) into a look-up; raises KeyError for a class that does not exist."""
    return {row["word"]: of_table(row["class"]) for row in rows}
