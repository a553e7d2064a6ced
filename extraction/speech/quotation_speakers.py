"""Whose the words between quotation marks are, and what their speaker only passes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from extraction.speech.cast import Cast, Speaker, head_end
from extraction.speech.continuations import is_note
from extraction.speech.covered_words import cover, credit
from extraction.speech.gapped_credits import gapped_speaker
from extraction.speech.named_persons import speaker_named
from extraction.speech.saying import Saying
from extraction.speech.sayings import sayings_in
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.quotations import Quotation
from extraction.words.subjects import subject_after, subject_before
from extraction.words.word_classes import AUXILIARY, DETERMINER, NAME, NOUN, POSSESSIVE, PRONOUN, VERB


def credit_quotations(
    cast: Cast,
    sayings: list[Saying],
    quotations: list[Quotation],
    speaker_at: list[Speaker | None],
    heard: Mapping[int, Speaker],
) -> None:
    """Credit the words between quotation marks; a quotation that its paragraph leaves open goes on in the next.

    `heard` tells for the tokens behind a label whose turn it is.
    """
    article = cast.article
    verbs = [saying.verb for saying in sayings]
    speaker: Speaker | None = None
    before: Quotation | None = None
    goes_on = False
    for quotation in quotations:
        if not goes_on:
            goes_with = before is not None and (
                _is_next_to(article, verbs, before, quotation) or _answers_next(article, before, quotation)
            )
            spoke = speaker if goes_with else None
            speaker = heard.get(quotation.first) or _speaker_of_quotation(cast, sayings, verbs, quotation, spoke)
        goes_on, before = quotation.goes_on, quotation
        if speaker is not None and _is_fragment(article, quotation):
            _credit_around(cast, speaker, quotation, speaker_at)
        speaker_at[quotation.first : quotation.last] = [speaker] * (quotation.last - quotation.first)
        _credit_relayed(cast, quotation, speaker_at)


def _credit_relayed(cast: Cast, quotation: Quotation, speaker_at: list[Speaker | None]) -> None:
    """Give what somebody passes on to whom he names: the 40 of ""The army says 40 are gone," she said" to the army."""
    article, words = cast.article, range(quotation.first, quotation.last)
    if article.cues.speech.keys().isdisjoint(words):
        return
    unquoted = [False] * quotation.last
    for number in range(article.sentence_of[words[0]], article.sentence_of[words[-1]] + 1):
        sentence = article.sentences[number]
        span = (max(sentence.first, quotation.first), min(sentence.last, quotation.last))
        found = [saying for saying in sayings_in(cast, unquoted, span) if _is_of_others(article, saying)]
        cover(article, found, span)
        credit(found, speaker_at)


def _is_of_others(article: Article, saying: Saying) -> bool:
    """Whether an act in somebody's words is another's saying, not that of "him" or "my men", nor what some found."""
    opening = saying.subject.first
    own = article.is_first_person(opening) or article.lower[opening] in article.speaker_words.second_person
    named = saying.speaker is not None and article.classes[opening] != PRONOUN and not own
    thing = saying.kind == "give" and not _is_listed(article, saying)  # "the server gave 40"
    return named and saying.kind != "count" and not thing


def _is_listed(article: Article, saying: Saying) -> bool:
    """Whether who speaks has a name or goes by a noun of the table for those who speak."""
    named = any(article.classes[index] == NAME for index in range(saying.subject.first, saying.subject.last))
    return named or article.lower[head_end(article, saying.subject) - 1] in article.vocabulary.speaker_nouns


def _is_fragment(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation of some words is woven into a sentence: "Perhaps 400 are in need of "a small relief"."."""
    small = article.tokens[quotation.first].text.islower() and quotation.last - quotation.first >= _FEWEST_QUOTED
    return small and article.sentence(quotation.first).first < quotation.first - 1


_FEWEST_QUOTED: Final = 3
"""Tokens from which on words in quotation marks are somebody's and no mere name or irony."""


def _credit_around(cast: Cast, speaker: Speaker, quotation: Quotation, speaker_at: list[Speaker | None]) -> None:
    """Give the sentence around somebody's few words to him, where it credits nobody and names no other."""
    article, sentence = cast.article, cast.article.sentence(quotation.first)
    span = range(sentence.first, sentence.last)
    named = cast.names.within(sentence.first, quotation.first)
    told = any(index in article.cues.speech and article.classes[index] == VERB for index in span)
    it = speaker.kind == "person" and article.lower[sentence.first] in ("it", "they")
    others = it or any(one.kind in ("person", "organisation") for one in named)
    if not told and not others and not any(speaker_at[sentence.first : sentence.last]):
        speaker_at[sentence.first : sentence.last] = [speaker] * len(span)


def _is_next_to(article: Article, verbs: list[int], before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation goes on, in one paragraph and with no act of saying between, from the one before it."""
    together = article.sentence(before.last - 1).paragraph == article.sentence(quotation.first).paragraph
    return together and bisect_left(verbs, before.last) == bisect_left(verbs, quotation.first)


def _answers_next(article: Article, before: Quotation, quotation: Quotation) -> bool:
    """Whether only a question in a paragraph of its own stands between two quotations, as in a printed interview."""
    own = article.sentence_of[quotation.first]
    asked = article.sentences[own - 1] if own else None
    opens = quotation.first - 1 <= article.sentences[own].first
    if asked is None or not opens or article.lower[asked.last - 1] != "?":
        return False
    paragraph = article.sentences[own].paragraph
    return asked.paragraph == paragraph - 1 and article.sentence(before.last - 1).paragraph == paragraph - 2


def _speaker_of_quotation(
    cast: Cast, sayings: list[Saying], verbs: list[int], quotation: Quotation, spoke: Speaker | None
) -> Speaker | None:
    """Take the act in the quotation's own sentences, else whom the sentence before is about or who spoke before it.

    `verbs` are the tokens of the sayings' verbs, in order, `spoke` whose the quotation right before is.
    """
    article = cast.article
    start = article.sentence(quotation.first).first
    end = article.sentence(min(quotation.last, len(article.tokens) - 1)).last
    inside = sayings[bisect_left(verbs, start) : bisect_left(verbs, end)]
    if any(not quotation.first <= saying.verb < quotation.last for saying in inside):
        return _told_in_its_sentences(cast, inside, quotation)
    beside = _beside(cast, quotation, start, end) or _around(cast, quotation, start)
    if beside is not None:
        return beside
    number = bisect_left(verbs, quotation.first) - 1
    latest = sayings[number] if number >= 0 else None
    return (
        _before_colon(cast, quotation, start)
        or _introduced_before(cast, latest, quotation)
        or spoke
        or _alone_before(cast, latest, quotation)
        or _last_speaker(article, latest, quotation)
        or _introduced_after(cast, quotation)
        or _alone_in_paragraph_before(cast, quotation)
    )


def _told_in_its_sentences(cast: Cast, sayings: list[Saying], quotation: Quotation) -> Speaker | None:
    """Take the last act before a quotation, or the first behind it where there is none or it follows at once."""
    wishes = cast.article.speaker_words.wishes  # what others want is no saying in what somebody tells
    said = [saying for saying in sayings if saying.covers or cast.article.lemma(saying.verb) not in wishes]
    before = [saying for saying in said or sayings if saying.verb < quotation.first]
    after = [saying for saying in sayings if saying.verb >= quotation.last]
    gapped = _gapped(cast, quotation) if before else None
    if gapped is not None:
        return gapped
    follows = bool(after) and after[0].first <= quotation.last + 1
    return (after[0] if follows or not before else before[-1]).speaker


def _gapped(cast: Cast, quotation: Quotation) -> Speaker | None:
    """Read the second half of "The guild counted 34, the owners "60, easily"", whose verb is that of the first."""
    opens = [figure for figure in cast.article.figures_of(quotation.first) if figure.first == quotation.first]
    return gapped_speaker(cast, quotation.first - 1, opens[0]) if opens else None


def _beside(cast: Cast, quotation: Quotation, start: int, end: int) -> Speaker | None:
    """Take the subject of any verb right beside a quotation that a comma or its like ties to it: "...," Ruiz fumed."""
    article = cast.article
    mark = article.tokens[quotation.last - 1].text
    if quotation.last < end - 1 and mark in (",", "!", "?", "…", "..."):
        after = quotation.last + 1
        if article.classes[after] == VERB or _stands_for_verb(article, after, end):
            subject = subject_after(article, after + 1, end)
        else:
            verb = next((index for index in range(after, end) if article.classes[index] == VERB), None)
            subject = subject_before(article, verb, after) if verb is not None else None
    elif article.lower[quotation.first - 2 : quotation.first - 1] == [","]:
        verb = next((index for index in range(start, quotation.first) if article.classes[index] == VERB), None)
        subject = subject_before(article, verb, start) if verb is not None else None
    else:
        return None
    return speaker_of(cast, subject) if subject is not None else None


def _around(cast: Cast, quotation: Quotation, start: int) -> Speaker | None:
    """Take the subject of the sentence into which few words of somebody are woven: "Ruiz thanked "the 40 who came"."""
    if quotation.first - 1 <= start or cast.article.tokens[quotation.first].text[:1].isupper():
        return None
    verbs = (index for index in range(start, quotation.first) if cast.article.classes[index] in (VERB, AUXILIARY))
    verb = next(verbs, start)
    named = cast.names.within(start, verb)
    return _spoken_of(cast, start, verb + 1) if named and cast.article.classes[verb] == VERB else None


def _stands_for_verb(article: Article, index: int, end: int) -> bool:
    """Whether an unknown word right behind a quotation's comma can only be a verb: ""...," wept Ana Ruiz"."""
    if article.classes[index] != NOUN or index + 1 >= end:
        return False
    return article.classes[index + 1] in (DETERMINER, NAME, NOUN, POSSESSIVE)


def _last_speaker(article: Article, latest: Saying | None, quotation: Quotation) -> Speaker | None:
    """Take who spoke last, in this paragraph or the one before."""
    if latest is None:
        return None
    own = article.sentence_of[quotation.first]
    asked = own > 0 and article.lower[article.sentences[own - 1].last - 1] == "?"
    back = 2 if asked and article.sentences[own - 1].paragraph == article.sentences[own].paragraph - 1 else 1
    near = article.sentence(latest.verb).paragraph >= article.sentences[own].paragraph - back
    return latest.speaker if near else None


def _before_colon(cast: Cast, quotation: Quotation, start: int) -> Speaker | None:
    """Take the subject of the clause in "Ana Ruiz is angry: "..."", where a colon opens the quotation."""
    colon = quotation.first - 2
    if colon <= start or cast.article.lower[colon] != ":":
        return None
    return _spoken_of(cast, start, colon)


def _introduced_before(cast: Cast, latest: Saying | None, quotation: Quotation) -> Speaker | None:
    """Take the person whom the sentence before the quotation has as its subject, where nobody speaks in it."""
    article = cast.article
    number = article.sentence_of[quotation.first] - 1
    while number > 0 and _is_short_question(article, number):
        number -= 1
    if number < 0 or (latest is not None and article.sentence_of[latest.verb] >= number):
        return None
    return _person_of_sentence(cast, number, quotation)


def _person_of_sentence(cast: Cast, number: int, quotation: Quotation) -> Speaker | None:
    """The person of whom a sentence speaks that stands in the paragraph of a quotation."""
    sentence = cast.article.sentences[number]
    together = sentence.paragraph == cast.article.sentence(quotation.first).paragraph
    return _person_spoken_of(cast, sentence.first, sentence.last) if together else None


def _alone_before(cast: Cast, latest: Saying | None, quotation: Quotation) -> Speaker | None:
    """Take the only person named in the sentence before a quotation, if nobody has spoken in its paragraph yet."""
    article = cast.article
    own = article.sentence_of[quotation.first]
    paragraph = article.sentences[own].paragraph
    spoken = latest is not None and article.sentence(latest.verb).paragraph == paragraph
    if own == 0 or spoken or article.sentences[own - 1].paragraph != paragraph:
        return None
    before = article.sentences[own - 1]
    return _only_person(cast, before.first, before.last) if _opens_sentence(article, quotation) else None


def _alone_in_paragraph_before(cast: Cast, quotation: Quotation) -> Speaker | None:
    """Take the only person named in the paragraph before one that opens with a quotation."""
    article = cast.article
    own = article.sentence_of[quotation.first]
    paragraph = article.sentences[own].paragraph
    opens = own > 0 and article.sentences[own - 1].paragraph == paragraph - 1
    if not opens or not _opens_sentence(article, quotation):
        return None
    before = [sentence for sentence in article.sentences[:own] if sentence.paragraph == paragraph - 1]
    return _only_person(cast, before[0].first, before[-1].last)


def _opens_sentence(article: Article, quotation: Quotation) -> bool:
    """Whether a sentence opens with a quotation, which its mark precedes."""
    return quotation.first - 1 <= article.sentence(quotation.first).first


def _only_person(cast: Cast, first: int, last: int) -> Speaker | None:
    """The only person named among the tokens `[first, last)`; None where several are, or nobody."""
    persons = {cast.names.fullest(one): one for one in cast.names.within(first, last) if one.kind == "person"}
    return speaker_named(cast, next(iter(persons.values()))) if len(persons) == 1 else None


def _is_short_question(article: Article, number: int) -> bool:
    """Whether a sentence without a verb only takes something up: "18,000 tonnes?"."""
    sentence = article.sentences[number]
    return article.lower[sentence.last - 1] == "?" and is_note(article, sentence.first, sentence.last)


def _introduced_after(cast: Cast, quotation: Quotation) -> Speaker | None:
    """Take the person whom the sentence after the quotation introduces: ""...." Ana Ruiz, a skipper, is angry."."""
    article = cast.article
    number = article.sentence_of[quotation.last - 1] + 1
    return _person_of_sentence(cast, number, quotation) if number < len(article.sentences) else None


def _spoken_of(cast: Cast, first: int, last: int) -> Speaker | None:
    """Who is the subject of the first verb among the tokens `[first, last)`."""
    classes = cast.article.classes
    verb = next((index for index in range(first, last) if classes[index] in (VERB, AUXILIARY)), None)
    subject = subject_before(cast.article, verb, first) if verb is not None else None
    return speaker_of(cast, subject) if subject is not None else None


def _person_spoken_of(cast: Cast, first: int, last: int) -> Speaker | None:
    """The person who is the subject of the first verb among the tokens `[first, last)`."""
    speaker = _spoken_of(cast, first, last)
    return speaker if speaker is not None and speaker.kind == "person" else None
