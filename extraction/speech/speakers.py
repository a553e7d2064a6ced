"""Who says what: each act of saying, its speaker, and the words that it covers.

A token is credited to the innermost act that covers it; words between quotation marks go to the act that the
quotation hangs on, but for those that its speaker passes on; what no act covers is the publisher's own voice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from extraction.naming.bodies import find_bodies
from extraction.naming.names import Names
from extraction.places.article_places import Places
from extraction.speech.backward_credits import credited_back
from extraction.speech.cast import Cast, Memory, Speaker, head_end
from extraction.speech.continuations import continues, is_note, turn_of
from extraction.speech.employers import employ
from extraction.speech.gapped_credits import gapped_speaker
from extraction.speech.interviews import answers_in
from extraction.speech.papers import note_papers
from extraction.speech.saying import Saying
from extraction.speech.sayings import sayings_in
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.quotations import Quotation
from extraction.words.subjects import subject_after, subject_before
from extraction.words.word_classes import (
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_CUTS: Final = frozenset(("while", "whereas", "but", ";", "although", "though"))


@dataclass(slots=True)
class Speech:
    """The acts of saying of an article, for each token who says it, and all who may speak."""

    sayings: list[Saying]
    speaker_at: list[Speaker | None]
    by_context: list[bool]
    """For each token whether only the sentences before it tell who speaks."""
    quoted: list[bool]
    quotations: list[Quotation]
    cast: Cast


def find_speech(article: Article, names: Names, places: Places, quotations: list[Quotation]) -> Speech:
    """Find who says what in an article."""
    cast = Cast(
        article,
        names,
        places,
        find_bodies(article, names, {index for one in places.mentions for index in range(one.first, one.last)}),
        Memory(),
    )
    employ(cast)
    quoted = _quoted(article, quotations)
    sayings: list[Saying] = []
    speaker_at: list[Speaker | None] = [None] * len(article.tokens)
    by_context, reach = [False] * len(article.tokens), 0
    for number, sentence in enumerate(article.sentences):
        span = (sentence.first, sentence.last)
        found = sayings_in(cast, quoted, span)
        _cover(article, found, span)
        _credit(found, speaker_at)
        presented = note_papers(cast, span, found)
        if presented is not None and not found:
            found = [presented]
            _credit(found, speaker_at)
        before = article.sentences[number - 1] if number else sentence
        source = credited_back(cast, *span) if number and not any(speaker_at[before.first : before.last]) else None
        if source is not None:
            speaker_at[before.first : before.last] = [source] * (before.last - before.first)
        turn = turn_of(article, sayings, number) if sayings and not found else None
        goes_on = turn is None and not found and sayings and continues(cast, sayings[-1], reach, span, speaker_at)
        if turn is not None or goes_on:
            speaker_at[span[0] : span[1]] = [(turn or sayings[-1]).speaker] * (span[1] - span[0])
            by_context[span[0] : span[1]] = [True] * (span[1] - span[0])
            reach = number
        if found:
            reach = number
        sayings.extend(found)
    _name_the_unnamed(article, names, sayings, speaker_at)
    _credit_answers(cast, sayings, speaker_at)
    _credit_quotations(cast, sayings, quotations, speaker_at)
    return Speech(sayings, speaker_at, by_context, quoted, quotations, cast)


def _credit_answers(cast: Cast, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give what nobody else says in the answers of an interview to who answers."""
    speaker, answers = answers_in(cast, sayings)
    for first, last in answers if speaker is not None else ():
        speaker_at[first:last] = [one or speaker for one in speaker_at[first:last]]


def _name_the_unnamed(article: Article, names: Names, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give "a Defence Ministry spokeswoman" of the lead the name that the next sentences introduce."""
    named: dict[str, Speaker] = {}
    for number, saying in enumerate(sayings):
        if article.sentence_of[saying.verb] >= _LEAD:
            break
        role = saying.speaker
        if role is None or (role.kind == "person" and " " not in role.name) or not _is_one_office(article, saying):
            continue
        later = _named_later(article, names, sayings, number)
        if later is None:
            continue
        speaker = replace(later, affiliation=role.affiliation or later.affiliation)
        if role.kind == "person":
            named |= {role.name: speaker, speaker.name: speaker}
        else:
            named[speaker.name] = replace(later, affiliation=later.affiliation or role.affiliation)
            _give(saying, speaker, speaker_at)
    if named:
        _rename(sayings, speaker_at, named)


def _named_later(article: Article, names: Names, sayings: list[Saying], number: int) -> Speaker | None:
    """Find the person whom the sentences after an act of saying introduce as the one who speaks in it by office."""
    saying = sayings[number]
    office = article.lower[head_end(article, saying.subject) - 1]
    for later in sayings[number + 1 :]:
        if article.sentence_of[later.verb] - article.sentence_of[saying.verb] > _INTRODUCED_WITHIN:
            return None
        same = office in article.lower[later.subject.first : later.subject.last]
        person = later.speaker is not None and later.speaker.name.lower() in names.persons.by_name
        if _is_introduced(article, names, later) or (same and person):
            return later.speaker
    return None


def _give(saying: Saying, speaker: Speaker, speaker_at: list[Speaker | None]) -> None:
    """Give what one act covers to another speaker: "its chief executive said" was credited to the company."""
    for first, last in saying.covers:
        speaker_at[first:last] = [speaker if one == saying.speaker else one for one in speaker_at[first:last]]
    saying.speaker = speaker


_LEAD: Final = 4
"""Sentences of an article's head and lead, in which an official may speak who is named only after it."""
_INTRODUCED_WITHIN: Final = 2
"""Sentences after an unnamed official within which the name follows, as agencies write their leads."""


def _is_one_office(article: Article, saying: Saying) -> bool:
    """Whether a speaker is one person by office and without a name: "its chief executive"."""
    first, last = saying.subject.first, saying.subject.last
    single = article.lower[first] in ("a", "an", "its", "the") and not article.persons_at.intersection(
        range(first, last)
    )
    head = article.lower[head_end(article, saying.subject) - 1]
    office = head in article.speaker_words.office
    person = saying.speaker is not None and saying.speaker.kind == "person"
    known = person and article.lower[first] == "the" and article.classes[last - 1] == NOUN and not is_plural(head)
    owned = known and POSSESSIVE in article.classes[first:last]  # "the navy's chief engineer"
    return single and (office or owned) and saying.subject.apposition_last == 0


def _is_introduced(article: Article, names: Names, saying: Saying) -> bool:
    """Whether a person speaks here for the first time, under a bare name."""
    speaker = saying.speaker
    if speaker is None or speaker.kind != "person":
        return False
    person = names.persons.by_name.get(speaker.name.lower())
    if person is None or not saying.subject.first <= person.met_at < saying.subject.last:
        return False
    if person.met_at > saying.subject.first:
        return _has_rank(article, saying.subject.first, person.met_at)
    mention = names.at.get(person.met_at)
    bare = mention is not None and mention.last == saying.subject.last and saying.subject.apposition_last == 0
    return bare or (person.affiliation is None and not person.official)


def _has_rank(article: Article, first: int, last: int) -> bool:
    """Whether only a rank stands before a name, which does not say what office he holds: "Brigadier Ruiz"."""
    return all(word in article.speaker_words.service_rank or word == "." for word in article.lower[first:last])


def _rename(sayings: list[Saying], speaker_at: list[Speaker | None], named: dict[str, Speaker]) -> None:
    for saying in sayings:
        if saying.speaker is not None and saying.speaker.name in named:
            saying.speaker = replace(named[saying.speaker.name], through=saying.speaker.through)
    for index, speaker in enumerate(speaker_at):
        if speaker is not None and speaker.name in named:
            speaker_at[index] = named[speaker.name]


def _quoted(article: Article, quotations: list[Quotation]) -> list[bool]:
    quoted = [False] * len(article.tokens)
    for first, last, _ in quotations:
        quoted[first:last] = [True] * (last - first)
    return quoted


def _credit(sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Credit the tokens of a sentence: the outer acts first, so that an inner one has the last word."""
    for saying in sorted(sayings, key=lambda saying: sum(first - last for first, last in saying.covers)):
        for first, last in saying.covers:
            if saying.speaker is None or saying.speaker.kind == "person":
                speaker_at[first:last] = [saying.speaker] * (last - first)
                continue
            for index in range(first, last):
                if not speaks_for_the_same(speaker_at[index], saying.speaker):
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


def _cover(article: Article, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Lay out which tokens of the sentence each act covers."""
    ended = span[0]
    for number, saying in enumerate(sayings):
        if _is_trailing(article, saying, span):
            ended = max(ended, _own_start(article, sayings[:number], saying))
            saying.covers = _trailing(article, ended, saying, span)
            ended = saying.last
        else:
            end = _next_cut(article, saying, saying.verb_end, span[1])
            if article.lower[end] in ("while", "whereas") and number == len(sayings) - 1:
                end = _next_cut(article, saying, end + 1, span[1])  # nobody else is told to say what follows
            end = min(end, _scope_end(article, saying, span[1]))
            in_aside = _is_in_relative(article, saying, span[0]) or _is_in_who(article, saying, span[1])
            if in_aside or _is_named_by(article, saying):
                end = min(end, _after_comma(article, saying.verb_end, span[1]))
            apart = [later.subject.first for later in sayings[number + 1 :] if _is_apart(article, later)]
            end = min([end, *apart])
            saying.covers = [(_cover_start(article, saying, span[0]), max(end, saying.verb_end))]
    for number, saying in enumerate(sayings):
        if any(_only_found(article, outer, saying) for outer in sayings[:number]):
            saying.covers = []


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
    ends = {"caption": _caption_end, "count": _object_end}
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


def _cover_start(article: Article, saying: Saying, limit: int) -> int:
    """Where a leading act begins to cover: at an opening "With 62 percent counted", behind ", who had 12 doctors,"."""
    if article.lower[limit] == "with" and saying.first > limit:
        return limit
    counted = any(
        saying.subject.first <= figure.first < saying.subject.last for figure in article.figures_of(saying.first)
    )
    described = article.lower[saying.subject.last : saying.subject.last + 2]
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
    if article.classes[saying.first - 1] not in (COMMA, QUOTE) or article.lower[saying.first - 1] in (";", ":"):
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
        if article.classes[index] in (SUBORDINATOR, AUXILIARY, VERB) and not passed_on:
            return True
        if any(figure.first <= index < figure.last for figure in article.figures_of(index)):
            return True
        index += 1
    return index < span[1] and article.classes[index] == QUOTE


def _trailing(article: Article, ended: int, saying: Saying, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Cover what stands before the act, back to the one before it, and what goes on after its comma."""
    start = max(ended, _clause_start(article, saying.first, span[0]) if ended > span[0] else ended)
    if _is_medial(article, saying, span[1]):
        start = max(start, _part_start(article, saying.first, span[0]))
    covers = [(min(start, saying.first), saying.last)]
    after = _after_comma(article, saying.last, span[1])
    if saying.kind != "bracket" and after < span[1] and not _ends_medial(article, after):
        covers.append((after, _next_cut(article, saying, after, span[1])))
    return covers


def _is_medial(article: Article, saying: Saying, limit: int) -> bool:
    """Whether an act stands within its clause or closes a quotation: "Monday's storm, Ruiz said, cost 40 million"."""
    after = _after_comma(article, saying.last, limit)
    goes_on = after < limit and article.classes[after] in (VERB, AUXILIARY) and after - 1 == saying.last
    return goes_on or article.classes[saying.first - 1] == QUOTE


def _part_start(article: Article, index: int, limit: int) -> int:
    """Where the part of the sentence behind the last semicolon begins."""
    return next((place + 1 for place in range(index, limit, -1) if article.lower[place] == ";"), limit)


def _ends_medial(article: Article, index: int) -> bool:
    """Whether what goes on behind an act's comma is the publisher's: "as crews arrived", "two days after the fire"."""
    dated = article.classes[index] == NUMBER and not {"after", "before"}.isdisjoint(article.lower[index : index + 4])
    return article.lower[index] in article.speaker_words.ends_medial or dated


def _clause_start(article: Article, index: int, limit: int) -> int:
    while index > limit and article.lower[index - 1] not in ("while", "whereas"):
        index -= 1
    return index


def _after_comma(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] not in (COMMA, STOP):
        index += 1
    return index + 1 if index < limit and article.classes[index] == COMMA else limit


def _credit_quotations(
    cast: Cast, sayings: list[Saying], quotations: list[Quotation], speaker_at: list[Speaker | None]
) -> None:
    """Credit the words between quotation marks; a quotation that its paragraph leaves open goes on in the next."""
    article = cast.article
    verbs = [saying.verb for saying in sayings]
    speaker: Speaker | None = None
    before: Quotation | None = None
    goes_on = False
    for quotation in quotations:
        if not goes_on:
            spoke = speaker if before is not None and _is_next_to(article, verbs, before, quotation) else None
            speaker = _speaker_of_quotation(cast, sayings, verbs, quotation, spoke)
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
        _cover(article, found, span)
        _credit(found, speaker_at)


_OWN: Final = frozenset(["my", "our", "your"])


def _is_of_others(article: Article, saying: Saying) -> bool:
    """Whether an act in somebody's words is another's saying, not that of "him" or "my men", nor what some found."""
    opening = saying.subject.first
    named = saying.speaker is not None and article.classes[opening] != PRONOUN and article.lower[opening] not in _OWN
    return named and saying.kind != "count"


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
    before = [saying for saying in inside if saying.verb < quotation.first]
    after = [saying for saying in inside if saying.verb >= quotation.last]
    gapped = _gapped(cast, quotation) if before else None
    if gapped is not None:
        return gapped
    if before and not (after and after[0].first <= quotation.last + 1):
        return before[-1].speaker
    if after:
        return after[0].speaker
    beside = _beside(cast, quotation, start, end)
    if beside is not None:
        return beside
    number = bisect_left(verbs, quotation.first) - 1
    latest = sayings[number] if number >= 0 else None
    return (
        _before_colon(cast, quotation, start)
        or _introduced_before(cast, latest, quotation)
        or spoke
        or _last_speaker(article, latest, quotation)
        or _introduced_after(cast, quotation)
    )


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


def _stands_for_verb(article: Article, index: int, end: int) -> bool:
    """Whether an unknown word right behind a quotation's comma can only be a verb: ""...," wept Ana Ruiz"."""
    if article.classes[index] != NOUN or index + 1 >= end:
        return False
    return article.classes[index + 1] in (DETERMINER, NAME, NOUN, POSSESSIVE)


def _last_speaker(article: Article, latest: Saying | None, quotation: Quotation) -> Speaker | None:
    """Take who spoke last, in this paragraph or the one before."""
    if latest is None:
        return None
    near = article.sentence(latest.verb).paragraph >= article.sentence(quotation.first).paragraph - 1
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
    sentence = article.sentences[number]
    together = sentence.paragraph == article.sentence(quotation.first).paragraph
    return _person_spoken_of(cast, sentence.first, sentence.last) if together else None


def _is_short_question(article: Article, number: int) -> bool:
    """Whether a sentence without a verb only takes something up: "18,000 tonnes?"."""
    sentence = article.sentences[number]
    return article.lower[sentence.last - 1] == "?" and is_note(article, sentence.first, sentence.last)


def _introduced_after(cast: Cast, quotation: Quotation) -> Speaker | None:
    """Take the person whom the sentence after the quotation introduces: ""...." Ana Ruiz, a skipper, is angry."."""
    article = cast.article
    number = article.sentence_of[quotation.last - 1] + 1
    if number >= len(article.sentences):
        return None
    sentence = article.sentences[number]
    together = sentence.paragraph == article.sentence(quotation.first).paragraph
    return _person_spoken_of(cast, sentence.first, sentence.last) if together else None


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
