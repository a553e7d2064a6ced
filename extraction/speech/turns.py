"""Turns of talk: who speaks behind the label with which a line opens, until the next label.

"MIN. RUIZ: We lost 40 boats.", "C.T.: And the crews?", "SOUNDBITE (Spanish) RESIDENT, ANA RUIZ, SAYING: ..." and the
bare "INSERT:" or "SOT:" of a script, behind which the person speaks whom the lines before it introduce.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extraction.naming.mentions import Mention
from extraction.speech.cast import Cast, Speaker
from extraction.speech.named_persons import person_speaking, speaker_named
from extraction.speech.saying import Saying
from extraction.words.article import Article
from extraction.words.word_classes import BRACKET, NAME, NOUN

_LONGEST_LABEL: Final = 18
"""Tokens that a label may have: "SOUNDBITE (Spanish) MAYOR OF RENA, ANA RUIZ, SAYING"."""
_LONGEST_NAME: Final = 3
_INTRODUCED_BACK: Final = 4
"""Sentences before a bare label among which whoever is heard is introduced."""


class Label(NamedTuple):
    """The tokens `[first, colon)` that open a line, in front of the colon or stop that closes them."""

    first: int
    colon: int


class Turn(NamedTuple):
    """Tokens `[first, last)` behind a label and who speaks in them; None is the publisher, or nobody who is known."""

    first: int
    last: int
    speaker: Speaker | None
    heard: bool
    """Whether it is a piece of a recording, whose words are those between quotation marks."""


def turns_in(cast: Cast, sayings: list[Saying]) -> list[Turn]:
    """Find the turns of a transcript and the sound bites of a script, in order; none where a text has no labels."""
    article = cast.article
    if ":" not in article.different:
        return []
    labels = list(_labels(article))
    talk = _is_transcript(article, [label for label in labels if not is_bite(article, label)])
    hosts = _who_asks(cast, labels)
    captions = sorted(saying.first for saying in sayings if saying.kind == "caption")
    turns = []
    for number, label in enumerate(labels):
        bite = is_bite(article, label)
        if not bite and not talk:
            continue
        limit = _turn_limit(article, labels, number)
        limit = next((first for first in captions if label.colon < first < limit), limit)
        end = _line_end(article, label, limit) if bite else limit
        asks = _written(article, label) in hosts
        speaker = _heard_in(cast, label) if bite else None if asks else _who_is_labelled(cast, label)
        turns.append(Turn(label.colon + 1, end, speaker, bite))
    return turns


def _turn_limit(article: Article, labels: list[Label], number: int) -> int:
    """Where a turn ends at the latest: at the next label; behind the last of several speakers with its line."""
    if number + 1 < len(labels):
        return labels[number + 1].first
    end = article.sentences[-1].last
    several = len({_written(article, label) for label in labels}) > 1
    return _line_end(article, labels[number], end) if several else end


def _written(article: Article, label: Label) -> str:
    return " ".join(article.lower[index] for index in _words(article, label))


def _who_asks(cast: Cast, labels: list[Label]) -> set[str]:
    """The labels of those who put the questions: most of their turns end in one, or the first names who is there."""
    article = cast.article
    asking: dict[str, list[bool]] = {}
    for label in labels:
        end = article.sentences[_last_sentence(article, label)].last
        asking.setdefault(_written(article, label), []).append(article.lower[end - 1] == "?")
    hosts = {written for written, asks in asking.items() if sum(asks) * 2 >= max(len(asks), _FEWEST_ASKED)}
    if labels and len(asking) > 1 and _introduces(cast, labels):
        hosts.add(_written(article, labels[0]))
    return hosts if len(hosts) < len(asking) else set()


_FEWEST_ASKED: Final = 4
"""Twice the questions that make somebody who asks."""


def _introduces(cast: Cast, labels: list[Label]) -> bool:
    """Whether who opens a talk is named nowhere in it, and names somebody who is labelled after."""
    first, named = labels[0], [words[-1] for label in labels[1:] if (words := _words(cast.article, label))]
    others = {cast.article.lower[index] for index in named}
    if _known(cast, _words(cast.article, first)) is not None:
        return False
    end = cast.article.sentences[_last_sentence(cast.article, first)].last
    return not others.isdisjoint(cast.article.lower[first.colon : end])


def _last_sentence(article: Article, label: Label) -> int:
    """The last sentence of the line in which a label stands."""
    number = article.sentence_of[label.first]
    paragraph = article.sentences[number].paragraph
    while number + 1 < len(article.sentences) and article.sentences[number + 1].paragraph == paragraph:
        number += 1
    return number


def _labels(article: Article) -> Iterator[Label]:
    """Yield the labels of those who talk: those of a recording at any sentence, others where a line opens."""
    paragraph = -1
    for sentence in article.sentences:
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        if sentence.furniture:
            continue
        label = label_at(article, sentence.first, sentence.last)
        if label is not None and (is_bite(article, label) or (opens and _is_of_talk(article, label))):
            yield label


def label_at(article: Article, first: int, last: int) -> Label | None:
    """Give the label with which the tokens `[first, last)` open: up to a colon, or the full stop of "Q." and "A."."""
    ahead = article.lower[first : min(last, first + _LONGEST_LABEL)]
    words = article.speaker_words
    short = ahead[1:2] == ["."] and article.tokens[first].text.isupper()
    if short and ahead[0] in words.question_label | words.answer_label and len(ahead[0]) == 1:
        return Label(first, first + 1)
    return Label(first, first + ahead.index(":")) if ":" in ahead[1:] else None


def is_bite(article: Article, label: Label) -> bool:
    """Whether a label announces a piece of a recording: "SOT", "(SOUNDBITE) (English) ANA RUIZ, SKIPPER"."""
    opening = [i for i in range(label.first, label.colon) if article.classes[i] != BRACKET][:1]
    return bool(opening) and _is_upper(article, opening[0]) and article.lower[opening[0]] in _bites(article)


def _bites(article: Article) -> frozenset[str]:
    return article.speaker_words.bite_label


def _is_upper(article: Article, index: int) -> bool:
    return article.tokens[index].text.isupper()


def _is_of_talk(article: Article, label: Label) -> bool:
    """Whether a label is the publisher's, or a name in capitals or initials, and no place or heading of a box."""
    words = _words(article, label)
    if not words or len(words) > _LONGEST_NAME + 2:
        return False
    if is_of_host(article, label):
        return True
    named = all(_is_upper(article, index) for index in words)
    return named and label.first not in article.cues.places and article.classes[words[-1]] == NAME


def is_of_host(article: Article, label: Label) -> bool:
    """Whether the publisher speaks or asks behind a label: "HOST:", "Q:", "STUDIO:"."""
    words = {article.lower[index] for index in _words(article, label)} - {"the"}
    if words == set(article.document.source.lower().split()) - {"the"}:
        return True
    return bool(words) and words <= article.speaker_words.host_label | article.speaker_words.question_label


def _words(article: Article, label: Label) -> list[int]:
    """The words of a label without marks and without what stands in brackets: "RUIZ (on phone)"."""
    kept, inside = [], False
    for index in range(label.first, label.colon):
        inside = article.lower[index] == "(" or (inside and article.lower[index] != ")")
        if not inside and article.tokens[index].text[0].isalpha():
            kept.append(index)
    return kept


def _is_transcript(article: Article, labels: list[Label]) -> bool:
    """Whether labels are those of a talk: two and more, or one that opens the text and behind which somebody says "I".

    Among them must be somebody besides the publisher, and most of what follows the first must have a label.
    """
    guests = [label for label in labels if not is_of_host(article, label)]
    if not guests:
        return False
    opens = labels[0].first == 0 and _is_spoken(article, labels[0].colon)
    if len(labels) == 1:
        return opens
    followed = article.sentences[-1].paragraph - article.sentence(labels[0].first).paragraph + 1
    return opens or len(labels) * 2 >= followed


def _is_spoken(article: Article, first: int) -> bool:
    """Whether somebody says "I" or "you" from the token `first` on."""
    asked = article.speaker_words.second_person
    tokens = range(first, len(article.lower))
    return any(article.is_first_person(token) or article.lower[token] in asked for token in tokens)


def _line_end(article: Article, label: Label, limit: int) -> int:
    """Where the line of a label ends, or the next line where the label stands alone."""
    sentence = article.sentence_of[label.colon]
    alone = label.colon + 1 >= article.sentences[sentence].last
    sentence += alone and sentence + 1 < len(article.sentences)
    paragraph, end = article.sentences[sentence].paragraph, limit
    for following in article.sentences[sentence:]:
        if following.paragraph != paragraph or following.first >= limit:
            break
        end = following.last
    return min(end, limit)


def _heard_in(cast: Cast, label: Label) -> Speaker | None:
    """Who is heard behind the label of a recording: who is named in it, else who was introduced last before it."""
    words = [index for index in _words(cast.article, label) if cast.article.lower[index] not in _bites(cast.article)]
    words = [index for index in words if cast.article.lower[index] != "saying"]
    if words:
        return _named_in_pieces(cast, words)
    sentence = cast.article.sentence_of[label.first]
    first = cast.article.sentences[max(0, sentence - _INTRODUCED_BACK)].first
    return _introduced(cast, cast.names.within(first, label.first))


def _introduced(cast: Cast, mentions: list[Mention]) -> Speaker | None:
    persons = (speaker_named(cast, one) for one in reversed(mentions) if one.kind == "person")
    return next((speaker for speaker in persons if speaker is not None), None)


def _named_in_pieces(cast: Cast, words: list[int]) -> Speaker | None:
    """Name whom a label tells with an office beside the name: "MAYOR OF RENA, ANA RUIZ" and "ANA RUIZ, MAYOR"."""
    pieces: list[list[int]] = [[]]
    for before, index in zip([words[0] - 1, *words], words, strict=False):
        if index > before + 1:
            pieces.append([])
        pieces[-1].append(index)
    pieces = sorted((piece for piece in pieces if piece), key=lambda piece: _tells_office(cast.article, piece))
    known = next((one for piece in pieces if (one := _known(cast, piece)) is not None), None)
    return known or _in_capitals(cast, pieces[0])


def _tells_office(article: Article, words: list[int]) -> bool:
    """Whether a piece of a label has the noun of an office or of a calling in it: "HARBOUR MASTER"."""
    nouns, titles = article.vocabulary.speaker_nouns, article.vocabulary.names.titles
    return any(article.lower[index] in nouns or article.lower[index] in titles for index in words)


def _who_is_labelled(cast: Cast, label: Label) -> Speaker | None:
    """Name who talks behind a label: a person of the article by name or initials, or by the label itself."""
    article, words = cast.article, _words(cast.article, label)
    if is_of_host(article, label):
        return None
    known = _known(cast, words) or _by_initials(cast, article.tokens[words[0]].text)
    if known is not None or _is_staff(cast, words[-1]):
        return known
    head = article.lower[words[-1]]
    if article.vocabulary.speaker_nouns.get(head) == "person":
        return Speaker(head, None, "person")
    return _in_capitals(cast, words)


def _known(cast: Cast, words: list[int]) -> Speaker | None:
    """The person of the article whose surname ends some words; None where there is none, or who reports."""
    name = cast.article.tokens[words[-1]].text.title()
    person = cast.names.persons.named(name, words[-1])
    whole = person is not None and " " in person.name and not person.name.isupper()
    whole = whole and person is not None and person.name not in cast.names.staff
    return person_speaking(cast, person) if person is not None and whole else None


def _is_staff(cast: Cast, index: int) -> bool:
    person = cast.names.persons.named(cast.article.tokens[index].text.title(), index)
    return person is not None and person.name in cast.names.staff


def _by_initials(cast: Cast, written: str) -> Speaker | None:
    """The only person whose initials a label is: "I.M." for Ilse Marrant."""
    letters = list(written.replace(".", ""))
    if not 1 < len(letters) <= _LONGEST_NAME:
        return None
    persons = {id(one): one for one in cast.names.persons.by_name.values()}.values()
    alike = [one for one in persons if [word[0] for word in one.name.split()] == letters]
    return person_speaking(cast, alike[0]) if len(alike) == 1 and alike[0].name not in cast.names.staff else None


def _in_capitals(cast: Cast, words: list[int]) -> Speaker | None:
    """Who is named in capitals only, as names are written else, without rank and office: "LT. GOV. RUIZ"."""
    article = cast.article
    ranks = article.vocabulary.names.titles | article.speaker_words.short_office | article.speaker_words.label_rank
    named = [index for index in words if article.lower[index] not in ranks and article.lower[index + 1] != "."]
    if not named or article.classes[named[-1]] == NOUN:
        return None
    name = " ".join(article.tokens[index].text.title() for index in named[-_LONGEST_NAME:])
    return Speaker(name, None, "person")
