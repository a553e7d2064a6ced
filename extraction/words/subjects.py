"""Who does what a verb says: the noun phrase before it, across appositions, or after it ("said Maria Silva")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extraction.words.article import Article, once_a_clause
from extraction.words.told_of import told_before
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
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_IN_PHRASE: Final = frozenset((NAME, NOUN, ADJECTIVE, DETERMINER, POSSESSIVE, HYPHEN, NUMBER, PREPOSITION, DATE, POINT))
_ENDS_APPOSITION: Final = frozenset((COMMA, STOP, QUOTE, VERB, AUXILIARY, SUBORDINATOR, BRACKET))
_IN_LIST: Final = frozenset((NAME, DETERMINER, CONJUNCTION, POSSESSIVE))
_WITHIN_PHRASE: Final = frozenset(
    ["of", "at", "in", "for", "to", "with", "from", "down", "up", "near", "along", "across", "inside", "outside", "on"]
)
"""Prepositions that a subject may hold ("doctors at the clinic"); others open the clause that the subject stands in."""
_WHEN: Final = frozenset(["on", "in", "at", "during", "after", "before", "since", "by", "for", "late", "early"])
_APPOSITION_LENGTH: Final = 25
_MINUTE_DIGITS: Final = 2
_RELATIVE_LENGTH: Final = 12


@dataclass(slots=True)
class Subject:
    """Tokens `[first, last)` of the noun phrase, and of the apposition that belongs to it (empty where none does)."""

    first: int
    last: int
    apposition_first: int = 0
    apposition_last: int = 0
    through: tuple[int, int] | None = None
    """The tokens of who passes it on: "officials quoted by the agency said"."""


def subject_before(article: Article, verb: int, limit: int) -> Subject | None:
    """Find the subject of the verb at `verb`, no further back than the token `limit`."""
    last = _skip_back(article, verb, limit)
    if last <= limit:
        return None
    relative = article.lower[last - 1] in ("who", "which") and article.classes[last - 1] != NAME  # "the WHO said"
    if relative and last - 1 > limit:
        last -= 2 if article.classes[last - 2] == COMMA else 1
        antecedent = _plain(article, last, limit)
        return _named_before(article, antecedent, limit) or _person_behind(article, antecedent) or antecedent
    if article.classes[last - 1] in (COMMA, BRACKET):
        return _before_apposition(article, last - 1, limit)
    subject = _plain(article, last, limit)
    return (_teller(article, subject, verb, limit) if subject is not None else None) or subject


def _teller(article: Article, subject: Subject, verb: int, limit: int) -> Subject | None:
    """The subject of "X said Y had fled and accused Z": a second verb of saying goes on with who said the first."""
    cues = article.cues
    joined = article.lower[verb - 1] == "and" and (verb in cues.speech or verb in cues.stances)
    if not joined or article.lower[subject.last] != "had":
        return None
    saying = saying_before(article, subject)
    return subject_before(article, saying, limit) if saying is not None and saying > limit else None


def saying_before(article: Article, subject: Subject) -> int | None:
    """Find the verb of saying right before a subject, whose words its clause is: "she said (that) the business"."""
    saying = subject.first - 1 - (article.lower[subject.first - 1] == "that")
    return saying if saying in article.cues.speech else None


@once_a_clause
def _plain(article: Article, last: int, limit: int) -> Subject | None:
    """Take the noun phrase that ends right before `last`."""
    last -= last > limit and article.classes[last - 1] == POINT
    first = _phrase_start(article, last, limit)
    letters = first < last and _closes_letters(article, first - 1) and article.classes[first] != DETERMINER
    if letters and first - _LETTERS > limit:
        return _plain(article, first - _LETTERS, limit)  # "the Relief Office (NRO) agency"
    relative = _relative_before(article, first, limit)
    if relative is not None:
        return _plain(article, relative, limit)
    told = told_before(article, last, limit)
    if told is not None:
        return _plain(article, told, limit)
    reduced = _before_participle(article, first, last, limit) or _acting(article, first, last, limit)
    if reduced is not None:
        return reduced
    had = _had_by_others(article, first, limit)
    if had is not None:
        return _plain(article, had, limit)
    first = _without_opening(article, first, last)
    return _first_member(article, first, last, limit) if first < last else None


def before_aside(article: Article, verb: int, limit: int) -> Subject | None:
    """Find the subject of a verb, over an aside in commas: "the estimate, after divers reached the wreck, is 40"."""
    comma = _skip_back(article, verb, limit) - 1
    if comma <= limit or article.lower[comma] != ",":
        return subject_before(article, verb, limit)
    opening = next((place for place in range(comma - 1, limit, -1) if article.lower[place] == ","), None)
    if opening is None or article.classes[opening + 1] not in _OPENS_ASIDE:
        return subject_before(article, verb, limit)
    return _plain(article, opening, limit)


_OPENS_ASIDE: Final = frozenset((PREPOSITION, SUBORDINATOR, VERB, ADVERB, GERUND))
"""Classes of the words with which an aside begins that says when, how or by whom, and not what."""


def after_label(article: Article, first: int) -> int:
    """Step over the time with which an entry of a live page begins: "14:30 The mayor ..."."""
    timed = article.classes[first : first + 3] == [NUMBER, COMMA, NUMBER] and article.lower[first + 1] in (":", ".")
    return first + 3 if timed else first


def phrase_before(article: Article, last: int, limit: int) -> Subject | None:
    """Find the noun phrase that ends right before the token `last`, no further back than `limit`."""
    return _plain(article, last, limit)


def _first_member(article: Article, first: int, last: int, limit: int) -> Subject:
    """Take "the US" of "The US, the UK, and other nations": who is not named speaks with the first who is."""
    if article.lower[first] == "both" and "and" in article.lower[first:last]:
        return Subject(first + 1, article.lower.index("and", first))
    others = next((index for index in range(first, last) if article.lower[index] in ("other", "others")), None)
    if others is None or others == limit or article.lower[others - 1] not in ("and", "several", "many"):
        return Subject(first, last)
    start = others
    while start > limit and (article.classes[start - 1] in _IN_LIST or article.lower[start - 1] == ","):
        start -= 1
    start = _without_opening(article, start, others)
    end = start
    while end < others and article.classes[end] not in (COMMA, CONJUNCTION):
        end += 1
    return Subject(start, end) if start < end else Subject(first, last)


def _relative_before(article: Article, first: int, limit: int) -> int | None:
    """Find the "who" of a relative clause that stands before a verb: "a sailor who had left the crew said"."""
    for index in range(first - 1, max(limit, first - _RELATIVE_LENGTH) - 1, -1):
        mark = article.classes[index]
        if mark in (COMMA, STOP, QUOTE, BRACKET):
            return None
        if mark == SUBORDINATOR:
            own_verb = article.classes[index + 1] in (VERB, AUXILIARY)
            known = index > limit and article.classes[index - 1] in (NOUN, NAME)
            return index if own_verb and known and article.lower[index] in ("who", "that", "which") else None
    return None


def _had_by_others(article: Article, first: int, limit: int) -> int | None:
    """Find the "that" of a clause whose object stands before it: "the list that it sent to the court shows"."""
    if article.classes[first] != PREPOSITION and article.classes[first - 1] != PREPOSITION:
        return None
    lowest = max(limit, first - _RELATIVE_LENGTH)
    that = next((index for index in range(first - 1, lowest, -1) if article.classes[index] == SUBORDINATOR), None)
    if that is None or article.lower[that] not in ("that", "which") or article.classes[that - 1] != NOUN:
        return None
    marks = article.classes[that + 1 : first]
    return that if marks[:1] == [PRONOUN] and VERB in marks and not {COMMA, STOP, QUOTE}.intersection(marks) else None


def _skip_back(article: Article, index: int, limit: int) -> int:
    """Step back over auxiliaries, adverbs and "on Tuesday", and over "... and" to the subject of both verbs."""
    while index > limit:
        mark = article.classes[index - 1]
        if mark == CONJUNCTION:
            verb = _coordinated(article, index, limit)
            return _skip_back(article, verb, limit) if verb < index else index
        inserted = _inserted_phrase(article, index, limit)
        if inserted is not None:
            index = inserted
        elif index - 1 > limit and _is_time(article, index):
            index -= 2
        elif mark in (AUXILIARY, ADVERB, DATE, POINT) or _stands_between(article, index - 1, limit):
            index -= 1
        else:
            break
    return index


def _stands_between(article: Article, index: int, limit: int) -> bool:
    """Whether a word stands for an adverb between a subject and its verb: "has long argued", "has since said"."""
    if _is_circumstance(article, index, limit):
        return True
    mark, before = article.classes[index], article.classes[index - 1]
    drawn_out = before == AUXILIARY and (mark == ADJECTIVE or article.lower[index] == "since")
    together = mark == DETERMINER and article.classes[index + 1] == VERB and before in (NAME, NOUN, PRONOUN)
    return index > limit and (drawn_out or together)


def _inserted_phrase(article: Article, last: int, limit: int) -> int | None:
    """Where a phrase begins that tells when or where between the parts of a verb: "has | in London | counted"."""
    first = last - 1
    while first > limit + 1 and article.classes[first] in _IN_PHRASE and article.classes[first] != PREPOSITION:
        first -= 1
    opens = first < last - 1 and article.classes[first] == PREPOSITION and article.classes[first - 1] == AUXILIARY
    return first if opens and article.classes[last] == VERB else None


def _is_time(article: Article, index: int) -> bool:
    """Whether "on Tuesday", "at first" or "last week" ends right before `index`."""
    before, word = article.lower[index - 2 : index]
    dated = article.classes[index - 1] == DATE and before in _WHEN
    formerly = before == "at" and word in article.vocabulary.date_words["formerly"]
    return dated or formerly or (word in article.vocabulary.words["told_period"] and before in ("last", "this", "next"))


_BESIDE: Final = frozenset(("there", "here", "alone", "itself", "himself", "herself", "themselves"))


def _is_beside(article: Article, index: int, limit: int) -> bool:
    """Whether "there" or "itself" only stands beside its noun: "officials there say", "the bank itself says"."""
    return article.lower[index] in _BESIDE and _noun_before(article, index, limit)


def _is_circumstance(article: Article, index: int, limit: int) -> bool:
    """Whether a word only stands between a subject and its verb: "officials there say", "she further said"."""
    if article.classes[index] == PRONOUN or article.lower[index] == "alone":
        return _is_beside(article, index, limit)
    return article.classes[index] == ADJECTIVE and index > limit and article.classes[index - 1] == PRONOUN


def _coordinated(article: Article, index: int, limit: int) -> int:
    """Step from "... and said" back to the verb before: the subject of one is the subject of both."""
    position = index - 1
    if article.lower[position - 1] == ",":
        main = (place for place in range(limit, position) if article.classes[place] == VERB)
        first = next(main, limit)
        position = first if first in article.cues.speech else position
    while position > limit and (
        article.classes[position] not in (VERB, AUXILIARY, STOP, QUOTE)
        or _is_agentless(article, position)
        or _describes_object(article, position, limit)
    ):
        position -= 1
    if article.classes[position] not in (VERB, AUXILIARY):
        return index
    while position > limit and article.classes[position - 1] in (AUXILIARY, ADVERB, VERB):
        position -= 1
    return position


def _describes_object(article: Article, index: int, limit: int) -> bool:
    """Whether a participle tells of the object of a verb before it: "scanned all the mail received in May (and)"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    behind_noun = article.classes[index - 1] == NOUN and article.classes[index + 1] == PREPOSITION
    if form is None or form.form not in ("past", "participle") or not behind_noun:
        return False
    start = index - 1
    while start > limit and article.classes[start - 1] in _IN_PHRASE:
        start -= 1
    return start > limit and article.classes[start - 1] == VERB


def _is_agentless(article: Article, index: int) -> bool:
    """Whether a participle behind its noun only says by whom that is: "(dismissed) the figures reported by X (and)"."""
    return article.lower[index + 1] == "by" and article.classes[index] == VERB and article.classes[index - 1] == NOUN


def _phrase_start(article: Article, last: int, limit: int) -> int:
    """Walk back over one noun phrase with its "of" and "at" parts and its "and"."""
    first = last
    while first > limit:
        mark = article.classes[first - 1]
        if _is_within_phrase(article, first - 1, limit):
            first -= 1
            continue
        if mark == PRONOUN and first == last:
            return first - 1
        if mark == NUMBER and article.lower[first - 2] in (":", ".") and first - 2 >= limit:
            break
        if mark == NUMBER and opens_entry(article, first - 1):
            break
        joins = mark == CONJUNCTION and article.lower[first - 1] == "and" and _noun_before(article, first - 1, limit)
        opens = mark == PREPOSITION and article.lower[first - 1] not in _WITHIN_PHRASE
        if opens or (mark not in _IN_PHRASE and not joins):
            break
        first -= 1
        if mark == DETERMINER and first > limit and article.classes[first - 1] in (NOUN, NAME, DATE, NUMBER):
            break
    return first


def _is_within_phrase(article: Article, index: int, limit: int) -> bool:
    """Whether a word that else ends a phrase stands within one: "a poll by Siena College", "one of them"."""
    by = article.lower[index] == "by" and article.classes[index] == PREPOSITION
    return (by and _is_paper(article, index - 1, limit)) or _is_of_them(article, index)


def opens_entry(article: Article, index: int) -> bool:
    """Whether the time of an entry in a live report stands there: "18.05 Police put it at 12,000"."""
    hours, mark, minutes = article.lower[index].partition(".")
    timed = bool(mark) and hours.isdigit() and minutes.isdigit() and len(minutes) == _MINUTE_DIGITS
    return timed and index == article.sentence(index).first and article.tokens[index + 1].text[:1].isupper()


def _is_paper(article: Article, index: int, limit: int) -> bool:
    """Whether a paper stands at `index`, whose author "by" names: "a poll by Siena College"."""
    return index >= limit and article.lower[index] in article.vocabulary.papers


def _noun_before(article: Article, index: int, limit: int) -> bool:
    """Whether a noun or the owner of one ("the nurses' (and doctors' unions)") ends right before `index`."""
    return index > limit and article.classes[index - 1] in (NAME, NOUN, POSSESSIVE)


def _before_participle(article: Article, first: int, last: int, limit: int) -> Subject | None:
    """Take "officials" of "officials quoted by the agency said", all of "men sent by X" and "people briefed on it"."""
    by = first > limit and article.lower[first - 1] == "by"
    verb = first - 2 if by else first - 1
    dated = all(article.classes[index] in (NUMBER, DATE, PREPOSITION) for index in range(first, last))
    untold = article.lower[_phrase_start(article, verb, limit)] in ("a", "an", "one")
    placed = article.classes[first] == PREPOSITION and (untold or is_plural(article.lower[verb - 1]))
    placed = placed and article.lower[last] not in ("who", "which", ",")
    if verb <= limit or article.classes[verb] != VERB or not (by or dated or placed):
        return None
    if article.classes[verb - 1] not in (NOUN, NAME):
        return None
    start = _without_opening(article, _phrase_start(article, verb, limit), verb)
    told = article.vocabulary.speaker_nouns.get(article.lower[verb - 1]) in ("person", "state", "organisation")
    sent = by and told and article.lower[verb] not in article.speaker_words.read_by
    if sent or (placed and not by):
        return Subject(start, last) if start < verb else None
    return Subject(start, verb, through=(first, last) if by else None)


def _acting(article: Article, first: int, last: int, limit: int) -> Subject | None:
    """Take all of "lawyers acting for the tenants said", not the tenants; None behind "in a note warning the crews"."""
    participle = first - 1 - (article.classes[first - 1] == PREPOSITION)
    if participle <= limit or not tells_what_speaker_does(article, participle):
        return None
    start = _phrase_start(article, participle, limit)
    if article.classes[start] in (PREPOSITION, CONJUNCTION):
        return None
    return Subject(start, participle if article.lower[participle] in article.speaker_words.talks else last)


def _does_more_than_talk(article: Article, index: int) -> bool:
    """Whether what a speaker does tells who that is: "a woman | waiting outside", not "a man | speaking by phone"."""
    told = article.classes[index + 1] != PRONOUN and article.lower[index] not in article.speaker_words.talks
    return told and tells_what_speaker_does(article, index)


def tells_what_speaker_does(article: Article, index: int) -> bool:
    """Whether a participle stands right behind a noun for who may speak: "doctors | treating the injured"."""
    speaks = article.lower[index - 1] in article.vocabulary.speaker_nouns and article.classes[index - 1] == NOUN
    return speaks and article.classes[index] == GERUND


def _without_opening(article: Article, first: int, last: int) -> int:
    """Drop what opens the clause and is no part of the subject: "But the mayor", "In Minsk, ..."."""
    while first < last and article.classes[first] in (CONJUNCTION, PREPOSITION, ADVERB, DATE, HYPHEN):
        first += 1
    return first


def _before_apposition(article: Article, comma: int, limit: int) -> Subject | None:
    """Take the noun phrase before ", the minister of X," where that comma closes an apposition."""
    opening = _opening_of_apposition(article, comma, max(limit, comma - _APPOSITION_LENGTH))
    if opening is None:
        return None
    if article.classes[opening + 1] == AUXILIARY:
        return None  # ", were sold in May," is what is told of somebody, and no apposition
    opening = _before_brackets(article, opening, limit)
    opening -= article.classes[opening - 1] == POINT
    end = opening - _is_beside(article, opening - 1, limit)  # "a clerk there, asked again, said"
    first = _phrase_start(article, end, limit)
    relative = _relative_before(article, first, limit)
    if relative is not None:  # "The owner of the boat that sank off Rena, Nordhav Lines,"
        first, end = _phrase_start(article, relative, limit), relative
    acting = _acting(article, first, end, limit)
    first = _without_opening(article, first, end) if acting is None else acting.first
    aged = all(mark == NUMBER for mark in article.classes[first:opening])
    if first < opening and not aged:
        further = article.lower[opening + 1] in ("who", "which")
        told = article.lower[first] in ("a", "an") or (further and article.lower[first] == "the")
        if told and first - 1 > limit and article.lower[first - 1] == ",":
            outer = _before_apposition_of_name(article, first - 1, comma, limit)
            if outer is not None:
                return outer
        return Subject(first, end, opening + 1, comma)
    return _before_apposition(article, opening, limit) if article.lower[opening] == "," else None


def _opening_of_apposition(article: Article, comma: int, lowest: int) -> int | None:
    """Find the comma or bracket that pairs with the one at `comma`; letters in brackets in between are stepped over."""
    opening = comma - 1 - _LETTERS * _closes_letters(article, comma - 1)
    ends = (BRACKET, STOP, QUOTE) if article.classes[comma] == BRACKET else (COMMA, STOP, BRACKET, QUOTE)
    opening = _before_quotation(article, opening, lowest)
    while opening > lowest and article.classes[opening] not in ends:
        opening -= 1
        if article.classes[comma] == COMMA and _closes_letters(article, opening):
            opening -= _LETTERS
    paired = article.classes[opening] == BRACKET or article.lower[opening] == article.lower[comma]
    found = opening > lowest and article.classes[opening] in (COMMA, BRACKET) and paired
    return opening if found else None


def _before_quotation(article: Article, index: int, limit: int) -> int:
    """Step back over the quotation with which an aside closes: "the guild, which began with "12 or so","."""
    if article.classes[index] != QUOTE:
        return index
    return next((place - 1 for place in range(index - 1, limit, -1) if article.classes[place] == QUOTE), index)


_LETTERS: Final = 3
"""Tokens of "(NADMO)"."""


def _closes_letters(article: Article, index: int) -> bool:
    """Whether the letters that a body is short for end here, in brackets: "director of the Relief Office (NRO)"."""
    opens = index >= _LETTERS and article.lower[index] == ")" and article.lower[index - 2] == "("
    return opens and article.tokens[index - 1].text.isupper()


def _named_before(article: Article, described: Subject | None, limit: int) -> Subject | None:
    """Take Ana Ruiz of "Ana Ruiz, the mayor, who said": the name that the phrase right behind its comma describes."""
    if described is None or article.lower[described.first] not in ("a", "an", "the"):
        return None
    comma = described.first - 1
    if comma <= limit or article.lower[comma] != "," or article.classes[comma - 1] != NAME:
        return None
    first = _without_opening(article, _phrase_start(article, comma, limit), comma)
    return Subject(first, comma, described.first, described.last) if first < comma else None


def _person_behind(article: Article, phrase: Subject | None) -> Subject | None:
    """Take Ana Ruiz of "a colleague of Ana Ruiz, who said": the person with whose name the phrase ends."""
    if phrase is None or article.lower[phrase.last] != "," or phrase.last - 1 not in article.persons_at:
        return None
    first = phrase.last - 1
    while first - 1 > phrase.first and first - 1 in article.persons_at:
        first -= 1
    return Subject(first, phrase.last) if article.lower[first - 1] == "of" else None


def _before_apposition_of_name(article: Article, opening: int, comma: int, limit: int) -> Subject | None:
    """Take "Ana Ruiz of the reef trust" before ", a chemist, 61,": two asides, the first of which says what she is."""
    if article.classes[opening - 1] != NAME:
        return None
    first = _without_opening(article, _phrase_start(article, opening, limit), opening)
    return Subject(first, opening, opening + 1, comma) if first < opening else None


def _before_brackets(article: Article, index: int, limit: int) -> int:
    """Step back over "(pictured)" between a name and its apposition."""
    if article.classes[index - 1] != BRACKET or BRACKET not in article.classes[limit : index - 1]:
        return index
    return next(place for place in range(index - 2, limit - 1, -1) if article.classes[place] == BRACKET)


def subject_after(article: Article, verb_end: int, limit: int) -> Subject | None:
    """Find the subject of an inverted verb ("said their captain, Hernan Tudela."), before the token `limit`."""
    opens = (NAME, DETERMINER, POSSESSIVE, PRONOUN, NOUN, ADJECTIVE)
    in_words = verb_end < limit and article.classes[verb_end] == NUMBER and article.lower[verb_end].isalpha()
    if verb_end >= limit or (article.classes[verb_end] not in opens and not in_words):
        return None
    last = comma = _phrase_end(article, verb_end, limit)
    last -= article.classes[last - 1] == POINT
    if comma < limit and article.lower[comma] == ",":
        end = comma + 1
        while end < limit and article.classes[end] not in _ENDS_APPOSITION:
            end += 1
        acts = end < limit and article.classes[end] in (VERB, AUXILIARY)  # "according to the mayor, Voss stole 40"
        named = end < limit and not acts and article.classes[comma + 1] in (NAME, DETERMINER, NOUN)
        return Subject(verb_end, last, comma + 1, end) if named else Subject(verb_end, last)
    return Subject(verb_end, last)


def _phrase_end(article: Article, index: int, limit: int) -> int:
    """Walk over the noun phrase that begins at `index`, with its "of" parts; the index behind its last token."""
    if article.classes[index] == PRONOUN:
        return index + 1
    first = index
    while index < limit and (
        article.classes[index] in _IN_PHRASE
        or _joins(article, index, limit)
        or (index > first and _does_more_than_talk(article, index))
    ):
        opens = article.classes[index] == PREPOSITION and article.lower[index] not in _WITHIN_PHRASE
        if index > first and (opens or _is_when(article, index, limit) or _counts_anew(article, index, limit)):
            break
        index += 1
    if index < limit and _is_of_them(article, index):
        index += 1
    unfinished = index > first and article.classes[index - 1] == DETERMINER and index < limit
    return index + 1 if unfinished and article.classes[index] == ADVERB else index


_OF_THEM: Final = {
    "of": frozenset(("them", "us", "those")),
    "for": frozenset(("them", "him", "her", "us")),
}
"""With what a phrase closes that takes one out of many or tells whose man one is: "one of them", "a clerk for him"."""


def _is_of_them(article: Article, index: int) -> bool:
    """Whether a pronoun at `index` ends a phrase: "one of them", "a lawyer for him"."""
    return article.lower[index] in _OF_THEM.get(article.lower[index - 1], ())


def _is_when(article: Article, index: int, limit: int) -> bool:
    """Whether "in March" or a bare "Tuesday" begins here, which is no part of who it was."""
    if article.classes[index] == DATE:
        return True
    timed = index + 1 < limit and article.classes[index + 1] in (DATE, NUMBER)
    return article.lower[index] in _WHEN and timed


def _counts_anew(article: Article, index: int, limit: int) -> bool:
    """Whether who is named before gives the figure that begins here: "according to the ministry 410 schools shut"."""
    number = index + (article.classes[index] == DETERMINER)
    behind_noun = article.classes[index - 1] == NOUN and article.tokens[index - 1].text.islower()
    counted = number + 1 < limit and article.classes[number] == NUMBER and article.classes[number + 1] in _COUNTED
    return behind_noun and counted


_COUNTED: Final = (NOUN, ADJECTIVE)


def _joins(article: Article, index: int, limit: int) -> bool:
    return article.lower[index] == "and" and index + 1 < limit and article.classes[index + 1] in (NAME, NOUN, ADJECTIVE)
