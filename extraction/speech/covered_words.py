"""Which words each act of saying covers, and to whom they are credited."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Speaker
from extraction.speech.said_in_passing import PASSING, passing_end
from extraction.speech.saying import Saying
from extraction.words.article import Article
from extraction.words.told_of import is_told_of
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_CUTS: Final = frozenset(("while", "whereas", "but", ";", "although", "though"))


def credit(sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Credit the tokens of a sentence: the outer acts first, so that an inner one has the last word."""
    for saying in sorted(sayings, key=lambda saying: sum(first - last for first, last in saying.covers)):
        for first, last in saying.covers:
            if saying.speaker is None or saying.speaker.kind == "person":
                speaker_at[first:last] = [saying.speaker] * (last - first)
                continue
            for index in range(first, last):
                if speaker_at[index] is None or not speaks_for_the_same(speaker_at[index], saying.speaker):
                    speaker_at[index] = saying.speaker


def speaks_for_the_same(outer: Speaker | None, inner: Speaker | None) -> bool:
    """Say whether the inner speaker is only the body that the outer one speaks for: his state, his ministry."""
    return (
        outer is not None
        and inner is not None
        and inner.kind != "person"
        and outer.affiliation is not None
        and inner.affiliation == outer.affiliation
    )


def cover(article: Article, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Lay out which tokens of the sentence each act covers."""
    ended = span[0]
    for number, saying in enumerate(sayings):
        if _is_trailing(article, saying, span):
            ended = max(ended, _own_start(article, sayings[:number], saying))
            saying.covers = _trailing(article, ended, saying, span)
            ended = saying.last
        else:
            end = _leading_end(article, saying, sayings[number + 1 :], span)
            saying.covers = [(_cover_start(article, saying, span[0]), max(end, saying.verb_end))]
    for number, saying in enumerate(sayings):
        if any(_only_found(article, outer, saying) for outer in sayings[:number]) or _only_wished(
            article, saying, sayings
        ):
            saying.covers = []


def _leading_end(article: Article, saying: Saying, later: list[Saying], span: tuple[int, int]) -> int:
    """Where what an act tells ends that stands before it, within the sentence and before what a later act tells."""
    end = _next_cut(article, saying, _past_aside(article, saying, span), span[1])
    if article.lower[end] in ("while", "whereas") and not later:
        end = _next_cut(article, saying, end + 1, span[1])  # nobody else is told to say what follows
    end = min(end, _scope_end(article, saying, span[1]))
    in_aside = _is_in_relative(article, saying, span[0]) or _is_in_who(article, saying, span[1])
    if in_aside or _is_named_by(article, saying):
        end = min(end, _after_comma(article, saying.verb_end, span[1]))
    apart = [other.subject.first for other in later if _is_apart(article, other)]
    return min([end, *apart])


def _past_aside(article: Article, saying: Saying, span: tuple[int, int]) -> int:
    """Step over what is told of a source: "According to the guild, which has 12 members, 40 boats sank"."""
    opens = saying.kind == "according" and saying.verb == span[0]
    aside = opens and article.lower[saying.verb_end] == "," and article.lower[saying.verb_end + 1] in _OF_SOURCE
    return _after_comma(article, saying.verb_end + 1, span[1]) if aside else saying.verb_end


_OF_SOURCE: Final = ("which", "who", "whose")


def _own_start(article: Article, before: list[Saying], saying: Saying) -> int:
    """Where what an act credits at its end begins, if another leads the sentence: "The maker said 4; 2, by X"."""
    first = article.sentence(saying.verb).first
    leads = bool(before) and before[0].subject.first < before[0].verb and saying.kind == "according"
    if not leads:
        return first
    marks = (";",) if article.lower[saying.verb] != "as" else (";", ",")
    ahead = range(saying.first - 1, before[0].verb_end, -1)
    return next((index + 1 for index in ahead if article.lower[index] in marks), first)


def _scope_end(article: Article, saying: Saying, limit: int) -> int:
    """Where the words of an act end by its kind: those of a caption, the object of a count, what is warned of."""
    ends = {"caption": _caption_end, "count": _object_end, PASSING: passing_end}
    return ends.get(saying.kind, _occasion_behind)(article, saying, limit)


def _occasion_behind(article: Article, saying: Saying, limit: int) -> int:
    """Where the occasion begins of "warned of a hard winter after 300 barns burned": the publisher tells of it."""
    index = saying.verb_end
    if index >= limit or article.lower[index] not in article.speaker_words.matter:
        return limit
    while index < limit and article.classes[index] not in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
        if article.lower[index] in article.speaker_words.occasion:
            return index
        index += 1
    return limit


def _object_end(article: Article, saying: Saying, limit: int) -> int:
    """Where what somebody found is only described: "found the ruins of the village, a place (that lost 40 people)"."""
    told = next((one.first for one in article.figures_of(saying.verb) if one.first >= saying.verb_end), saying.verb_end)
    aside = next((place for place in range(saying.verb_end, told) if article.lower[place] == ","), told)
    opens = article.classes[aside + 1 : aside + 2] == [DETERMINER]
    for index in range(aside, told) if opens else ():
        own_verb = article.classes[index + 1] in (VERB, AUXILIARY)
        if article.lower[index] in ("who", "which", "that") and own_verb and article.classes[index - 1] in (NOUN, NAME):
            return aside
    return limit


def _caption_end(article: Article, saying: Saying, limit: int) -> int:
    """Where the words of a caption end that stands within its sentence: at a semicolon or the bracket around it."""
    if saying.subject.first == article.sentence(saying.verb).first:
        return limit
    ahead = range(saying.verb_end, limit)
    return next((index for index in ahead if article.lower[index] in (";", ")")), limit)


def _only_found(article: Article, outer: Saying, inner: Saying) -> bool:
    """Whether somebody tells what others found: "the mayor said engineers had found 340 cracks" is the mayor's."""
    verb = article.vocabulary.verbs.get(article.lower[inner.verb])
    hands = inner.kind == "count" and article.lower[inner.subject.last - 1] in article.speaker_words.hand
    hands = hands or (inner.kind == "count" and article.lower[inner.verb - 1] == "would")
    if (
        verb is None
        or not (hands or verb.lemma in article.speaker_words.finds)
        or outer.speaker is None
        or outer.kind == "count"
    ):
        return False
    before = article.classes[inner.first - 1]
    leads = outer.subject.first < outer.verb < inner.first and before not in (COMMA, CONJUNCTION, STOP)
    return leads and any(first <= inner.first < last for first, last in outer.covers)


def _only_wished(article: Article, inner: Saying, sayings: list[Saying]) -> bool:
    """Whether somebody only tells what others want: "two aides said the rebels wanted 40 trucks" is the aides'."""
    if inner.kind != "count" or article.lemma(inner.verb) not in article.speaker_words.wishes:
        return False
    tellers = (one for one in sayings if one.kind != "count" and one.speaker is not None and one is not inner)
    return any(first <= inner.verb < last for one in tellers for first, last in one.covers)


def _cover_start(article: Article, saying: Saying, limit: int) -> int:
    """Where a leading act begins to cover: at an opening "With 62 percent counted", behind ", who had 12 doctors,"."""
    if article.lower[limit] == "with" and saying.first > limit:
        return limit
    counted = any(
        saying.subject.first <= figure.first < saying.subject.last for figure in article.figures_of(saying.first)
    )
    described = article.lower[saying.subject.last : saying.subject.last + 2]
    if is_told_of(article, saying.subject.last):
        return saying.verb  # what somebody is accused of is not what he says
    if counted or article.classes[saying.subject.last : saying.subject.last + 2] == [COMMA, GERUND]:
        return saying.verb
    return saying.verb if described in ([",", "who"], [",", "which"], [",", "whose"]) else saying.first


def _is_in_relative(article: Article, saying: Saying, limit: int) -> bool:
    """Whether the act stands in an aside: "the deal, for which it announced a price of $4 billion, will ..."."""
    opening = saying.first - 1
    return opening > limit and article.lower[opening] == "which" and COMMA in article.classes[opening - 2 : opening]


def _is_in_who(article: Article, saying: Saying, limit: int) -> bool:
    """Whether the act stands in ", who declared an emergency," behind which its subject does something else."""
    verb = saying.verb - (article.classes[saying.verb - 1] == AUXILIARY)
    if article.lower[verb - 2 : verb] != [",", "who"]:
        return False
    after = _after_comma(article, saying.verb_end, limit)
    deed = after < limit and article.classes[after] in (VERB, AUXILIARY)
    return deed and after not in article.cues.speech


def _is_named_by(article: Article, saying: Saying) -> bool:
    """Whether the act only says whose figure one is: "far from the 2,000 that the rebels boast of, ..."."""
    end = saying.verb_end + (article.lower[saying.verb_end] == "of")
    after = article.classes[end] in (COMMA, STOP)
    named = article.lower[saying.first - 1] == "that" and article.classes[saying.first - 2] in (NUMBER, NOUN)
    return saying.first > 1 and after and named


def _is_apart(article: Article, saying: Saying) -> bool:
    before = saying.subject.first - 1
    return before >= 0 and article.lower[before] in ("and", "but", ";", "while")


def _next_cut(article: Article, saying: Saying, index: int, limit: int) -> int:
    """Where a clause begins that no longer belongs to the act: "..., while the police", "; the union"."""
    while index < limit:
        word = article.lower[index]
        if word == ";" and article.lower[index + 1] in ("our", "we"):
            return index
        if word == ";" and saying.kind == "count" and not _goes_on(article, index, limit):
            return index
        if word != ";" and word in _CUTS and article.lower[index - 1] in (",", ";"):
            return index
        if word == "as" and article.lower[index - 1] == "," and _opens_background(article, index + 1, limit):
            return index
        aside = word == "which" and article.lower[index - 1] == ","
        if aside and index + 1 < limit and _is_present(article, index + 1) and not _is_within(article, index, limit):
            return index
        index += 1
    return limit


def _is_within(article: Article, which: int, limit: int) -> bool:
    """Whether an aside tells of the past within what is said: "said the boat, which was carrying 40, had sunk"."""
    past = article.lower[which + 1] in ("was", "were", "had")
    after = _after_comma(article, which, limit)
    return past and after < limit and article.classes[after] in (VERB, AUXILIARY)


def _opens_background(article: Article, index: int, limit: int) -> bool:
    """Whether a clause of its own follows "as" that tells what went on meanwhile: ", as 40 crews searched"."""
    if article.classes[index] not in (NUMBER, NAME, DETERMINER, NOUN, PRONOUN):
        return False
    while index < limit and article.classes[index] not in (COMMA, STOP, VERB, AUXILIARY):
        index += 1
    return index < limit and article.classes[index] in (VERB, AUXILIARY)


def _is_present(article: Article, index: int) -> bool:
    """Whether a verb in the present opens what the publisher explains: ", which represents 52,000 sailors"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is not None and form.lemma in article.speaker_words.concludes:
        return False
    present = article.classes[index] == VERB and form is not None and form.form in ("s", "base")
    return present or article.classes[index] == AUXILIARY


def _goes_on(article: Article, semicolon: int, limit: int) -> bool:
    """Whether what follows a semicolon is counted: without a verb ("in Tinos 12"), or with "were" after "said"."""
    verb = next((index for index in range(semicolon, limit) if article.classes[index] in (VERB, AUXILIARY)), None)
    if verb is None:
        return True
    start = article.sentence(semicolon).first
    told = any(word in ("said", "told", "added") for word in article.lower[start:semicolon])
    return told and article.lower[verb] in ("had", "were", "was", "would", "could")


def _is_trailing(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether the act follows what it covers: "..., the ministry said on Wednesday"."""
    if saying.first == span[0]:
        return False
    if saying.kind in ("according", "bracket") or (saying.kind == "caption" and saying.subject.first > saying.verb):
        return True
    before = saying.first - 1 - 2 * (article.lower[saying.first - 2 : saying.first] == ["or", "so"])
    if article.classes[before] not in (COMMA, QUOTE) or article.lower[before] in (";", ":"):
        return False
    return not _has_complement(article, saying, span)


def _has_complement(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether words that are said follow the verb before the next comma: a clause or a figure, not "that ran ..."."""
    index, words = saying.last, article.speaker_words
    while index < span[1] and article.classes[index] not in (COMMA, STOP, QUOTE):
        relative = article.lower[index] in words.relative or article.classes[index + 1] in (VERB, AUXILIARY)
        if (article.classes[index] == SUBORDINATOR and relative) or article.lower[index] in words.circumstance:
            return False
        passed_on = article.lower[index + 1 : index + 2] == ["by"]
        opens = article.lower[index] == "that" or _follows_paper(article, index)
        if opens and _describes_medium(article, saying, index, span):
            return False
        if article.classes[index] in (SUBORDINATOR, AUXILIARY, VERB) and not passed_on:
            return True
        if any(figure.first <= index < figure.last for figure in article.figures_of(index)):
            return True
        index += 1
    return index < span[1] and article.classes[index] == QUOTE


def _follows_paper(article: Article, index: int) -> bool:
    """Whether a participle stands right behind a paper that it describes: "in a letter sent on Monday"."""
    form, before = article.vocabulary.verbs.get(article.lower[index]), article.lower[index - 1]
    describes = form is not None and form.form in ("past", "participle")
    return describes and article.vocabulary.speaker_nouns.get(before) in ("document", "record")


def _describes_medium(article: Article, saying: Saying, opening: int, span: tuple[int, int]) -> bool:
    """Whether a word opens what tells only where one says it: "40 fell ill, he writes in a note that nobody has"."""
    placed = article.classes[saying.last] == PREPOSITION and article.classes[opening - 1] == NOUN
    figures = article.figures_of(opening)
    told = any(one.last < saying.first for one in figures) and all(one.last < opening for one in figures)
    return placed and told and article.has_verb(span[0], saying.first)


def _trailing(article: Article, ended: int, saying: Saying, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Cover what stands before the act, back to the one before it, and what goes on after its comma."""
    start = max(ended, _clause_start(article, saying.first, span[0]) if ended > span[0] else ended)
    if _is_medial(article, saying, span[1]) or _is_own_count(article, saying):
        start = max(start, _part_start(article, saying.first, span[0]))
    covers = [(min(start, saying.first), saying.last)]
    after = _after_comma(article, saying.last, span[1])
    if saying.kind != "bracket" and after < span[1] and not _ends_medial(article, after):
        covers.append((after, _next_cut(article, saying, after, span[1])))
    return covers


def _is_own_count(article: Article, saying: Saying) -> bool:
    """Whether an act is a phrase such as "by its findings", which belongs to its own part of the sentence."""
    return saying.kind == "according" and article.lower[saying.verb] in ("by", "on", "in")


def _is_medial(article: Article, saying: Saying, limit: int) -> bool:
    """Whether an act stands within its clause or closes a quotation: "Monday's storm, Ruiz said, cost 40 million"."""
    after = _after_comma(article, saying.last, limit)
    alone = all(article.classes[index] in (ADVERB, DATE) for index in range(saying.last, after - 1))
    goes_on = after < limit and article.classes[after] in (VERB, AUXILIARY) and alone
    return goes_on or article.classes[saying.first - 1] == QUOTE


def _part_start(article: Article, index: int, limit: int) -> int:
    """Where the part of the sentence behind the last semicolon begins."""
    return next((place + 1 for place in range(index, limit, -1) if article.lower[place] == ";"), limit)


def _ends_medial(article: Article, index: int) -> bool:
    """Whether what goes on behind an act's comma is the publisher's: "as crews arrived", "two days after the fire"."""
    dated = article.classes[index] == NUMBER and not {"after", "before"}.isdisjoint(article.lower[index : index + 4])
    own = not {"we", "our"}.isdisjoint(article.lower[index : index + _OPENING])  # "of whom we would count 14"
    return article.lower[index] in article.speaker_words.ends_medial or dated or own


_OPENING: Final = 4
"""Tokens at the opening of a clause among which its subject stands: "(of whom) we"."""


def _clause_start(article: Article, index: int, limit: int) -> int:
    while index > limit and article.lower[index - 1] not in ("while", "whereas"):
        index -= 1
    return index


def _after_comma(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] not in (COMMA, STOP):
        index += 1
    return index + 1 if index < limit and article.classes[index] == COMMA else limit
