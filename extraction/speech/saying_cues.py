"""Where a verb, or a wording around it, is used for saying: "wrote eleven", "spoke again of 150", "she went on"."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import OWNED
from extraction.speech.gapped_credits import is_bare
from extraction.speech.refused_goods import answers_charges, withholds
from extraction.speech.said_clauses import negates
from extraction.words.article import Article
from extraction.words.subjects import subject_after, subject_before
from extraction.words.told_of import is_told_of
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
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

_GIVEN_WITHIN: Final = 9


def cue_at(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """The length and kind of the wording of saying at a token; None where it is used in another sense."""
    match = _wording_at(article, index, limit)
    if match is None or not _is_meant(article, index, match, limit) or _only_judges(article, index, limit):
        return None
    return match


def _wording_at(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """The length and kind of a wording that may be one of saying."""
    match = article.cues.speech.get(index) or _speaks_of(article, index, limit) or _moves_to(article, index, limit)
    match = match or _gauges(article, index, limit)
    match = _with_bare_figure(article, index, match) or _goes_on(article, index) or _takes_floor(article, index)
    return (1, "say") if match is None and says_by_form(article, index, limit) else match


def says_by_form(article: Article, index: int, limit: int) -> bool:
    """Whether any verb is one of saying by what stands around it: a quotation before, "that" or nothing behind it."""
    return (
        closes_quotation(article, index) or _takes_clause(article, index, limit) or _closes_alone(article, index, limit)
    )


def _takes_clause(article: Article, index: int, limit: int) -> bool:
    """Whether any verb has a clause behind it that "that" opens: who has one says or thinks it."""
    if article.classes[index] != VERB or article.lower[index + 1] != "that" or index + 2 >= limit:
        return False
    form = article.vocabulary.verbs.get(article.lower[index])
    brings_about = form is not None and form.lemma in article.speaker_words.brings_about
    return not brings_about and article.classes[index + 2] not in (VERB, AUXILIARY, COMMA, STOP, ADVERB, PREPOSITION)


def _closes_alone(article: Article, index: int, limit: int) -> bool:
    """Whether any verb and its subject close a sentence behind a comma and what is told: "..., the mayor exulted."."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if article.classes[index] != VERB or article.classes[index + 1] != STOP or form is None:
        return False
    subject = subject_before(article, index, article.sentence(index).first)
    named = subject is not None and article.classes[subject.first] in (NAME, DETERMINER)
    return named and form.form in ("past", "s") and _closes_told(article, index, limit)


def _is_meant(article: Article, index: int, match: tuple[int, str], limit: int) -> bool:
    """Whether a wording is a verb in the sense of saying, with what its kind asks for behind it."""
    length, kind = match
    is_verb = article.classes[index] in (VERB, GERUND) or (length > 1 and article.classes[index] == AUXILIARY)
    if not is_verb or _is_of_other_sense(article, index, match, limit):
        return False
    if kind == "give":
        return _gives_figure(article, index + 1)
    if kind != "clause" or article.lower[index + length : index + length + 1] == ["by"]:
        return True
    after_words = index > 0 and (article.classes[index - 1] == QUOTE or _stands_inverted(article, index, limit))
    return after_words or _opens_clause(article, index + length, limit) or _closes_told(article, index, limit)


def _is_of_other_sense(article: Article, index: int, match: tuple[int, str], limit: int) -> bool:
    """Whether a verb of saying says nothing here: "hopes to", "admitted 40 patients", "put down 58"."""
    length, kind = match
    lemma, words = article.lemma(index), article.speaker_words
    hopes = lemma in words.hopes and article.lower[index + length : index + length + 1] == ["to"]
    takes_in = lemma == "admit" and _takes_in(article, index + 1, limit)
    counts = kind == "count" and length == 1
    apart = counts and (article.lower[index + 1] in words.verb_particle or _is_negated(article, index))
    moves = counts and lemma in words.lays and not _lays_at_figure(article, index, limit)
    denies = lemma == "deny"
    refuses = denies and (withholds(article, index + length, limit) or answers_charges(article, index + length))
    done_to = is_told_of(article, index) or refuses or _sets_own(article, index, length, limit)
    takes = takes_in or (lemma == "claim" and _takes_lives(article, index))
    return hopes or takes or apart or moves or done_to or _is_passed_on(article, index)


def _takes_lives(article: Article, index: int) -> bool:
    """Whether something kills: "the storm claimed nine lives"."""
    figure = next((one for one in article.figures_of(index) if one.first > index), None)
    near = figure is not None and figure.first - index <= _NEAR_AT
    return near and figure is not None and article.lower[figure.last] in ("lives", "life", "victims", "victim")


def _sets_own(article: Article, index: int, length: int, limit: int) -> bool:
    """Whether somebody moves what he sets himself, and so reckons nothing: "raised its rate", "cut their prices"."""
    ahead = range(index + length, min(limit, index + length + _NEAR_AT))
    noun = next((place for place in ahead if article.classes[place] == NOUN), None)
    owned = article.lower[index + length - 1] in OWNED or article.lower[index + length] in OWNED
    while noun is not None and article.classes[noun + 1] == NOUN:
        noun += 1
    return owned and noun is not None and article.lower[noun] in article.speaker_words.set_by_owner


def _lays_at_figure(article: Article, index: int, limit: int) -> bool:
    """Whether somebody puts something "at" a figure or in one: not "has put 40 pegs into it", "put their faith in"."""
    words, figures = article.speaker_words, article.figures_of(index)
    for place in range(index + 1, min(limit, index + _LAID_WITHIN)):
        near = [one for one in figures if place <= one.first <= place + _NEAR_AT]
        on = article.lower[place] == "on"
        if article.lower[place] in words.lays_at and near and (not on or near[0].unit == "percent"):
            return True
        reckoned = article.lower[place] == "of" and article.lower[place - 1] in words.estimate
        if article.lower[place] in _LEADING or (reckoned and near):
            return True
        if article.classes[place] in (STOP, QUOTE):
            return article.classes[place] == QUOTE
    return False


_LAID_WITHIN: Final = 30
_LEADING: Final = ("ahead", "behind", "clear")
_NEAR_AT: Final = 4
"""Tokens of "at least about" before the figure that something is put at."""


def _only_judges(article: Article, index: int, limit: int) -> bool:
    """Whether a verb tells what somebody thinks of a thing and not what he says: "slammed the £640,000 bonus".

    What follows "that", stands between quotation marks or is called a claim is said, and so is a bare figure.
    """
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or form.lemma not in article.speaker_words.judges or article.classes[index - 1] == QUOTE:
        return False
    end = next((place for place in range(index + 1, limit) if article.classes[place] in _ENDS_OBJECT), limit)
    nouns = article.vocabulary.stances.nouns
    claimed = any(nouns.get(word) == "claim" for word in article.lower[index + 1 : end])
    told = [figure for figure in article.figures_of(index) if index < figure.first < end]
    closed = end >= limit or article.lower[end] in ("that", "as") or article.classes[end] == QUOTE
    bare = bool(told) and told[0].first <= index + len(("the", "40")) and is_bare(article, told[0])
    return bool(told) and not claimed and not bare and not (closed and end < limit)


_ENDS_OBJECT: Final = frozenset((SUBORDINATOR, QUOTE, STOP))


def _stands_inverted(article: Article, index: int, limit: int) -> bool:
    """Whether a comma before a verb and a phrase that closes its part make it one of saying: ", warned X."."""
    if article.lower[index - 1] != "," or article.classes[index] != VERB:
        return False
    subject = subject_after(article, index + 1, limit)
    return subject is not None and article.classes[subject.last] in (STOP, COMMA, SUBORDINATOR)


_LONGEST_CIRCUMSTANCE: Final = 14
"""Tokens behind the verb of "..., the board wrote in a letter to its members on Monday"."""


def _closes_told(article: Article, index: int, limit: int) -> bool:
    """Whether a verb behind a comma closes what is told, with only when or where behind it: "..., X noted in May"."""
    first = article.sentence(index).first
    subject = subject_before(article, index, first)
    comma = subject.first - 1 if subject is not None else first
    told = any(figure.last <= comma for figure in article.figures_of(index)) and article.has_verb(first, comma)
    if article.lower[comma] != "," or not told or article.classes[first] in (SUBORDINATOR, PREPOSITION, GERUND):
        return False
    ahead = range(index + 1, min(limit, index + _LONGEST_CIRCUMSTANCE))
    end = next((place for place in ahead if article.classes[place] in _ENDS_CIRCUMSTANCE), limit - 1)
    stated = any(index < figure.first < end for figure in article.figures_of(index))
    return article.classes[end] in (STOP, COMMA) and not stated


_ENDS_CIRCUMSTANCE: Final = frozenset((STOP, COMMA, VERB, AUXILIARY, SUBORDINATOR, QUOTE, GERUND))


def _with_bare_figure(article: Article, index: int, match: tuple[int, str] | None) -> tuple[int, str] | None:
    """Take a verb that is one of saying only with a bare figure behind it for one of counting: "wrote eleven"."""
    if match is None or match[1] not in ("bare", "clause"):
        return match
    told = [figure for figure in article.figures_of(index) if figure.first == index + match[0]]
    plain = bool(told) and is_bare(article, told[0]) and (match[1] == "bare" or told[0].unit is None)
    if plain and article.classes[index] == VERB:
        return match[0], "count"
    return match if match[1] == "clause" else None


def _takes_floor(article: Article, index: int) -> tuple[int, str] | None:
    """Read "Once he had gone, she spoke." and "Ruiz spoke to us on a bad line.": what follows is said."""
    form = article.vocabulary.verbs.get(article.lower[index])
    speaks = (
        form is not None
        and form.lemma in article.speaker_words.speaks
        and article.classes[index - 1] in (NAME, PRONOUN, NOUN)
    )
    heard = article.lower[index + 1] in ("to", "with") and article.lower[index + 2] in ("us", "me")
    return (1, "say") if speaks and (heard or article.classes[index + 1] == STOP) else None


def _goes_on(article: Article, index: int) -> tuple[int, str] | None:
    """Read "..., she went on, ..." and "..., Ruiz continued.": a verb of going on behind a comma and its subject."""
    if not _resumes(article, index):
        return None
    length = 1 + (article.lower[index] in article.speaker_words.resumes_on)
    if length != 1 + (article.lower[index + 1] == "on"):
        return None
    closes = article.classes[index + length] in (COMMA, STOP, QUOTE)
    subject = article.classes[index - 1] in (NAME, PRONOUN)
    return (length, "say") if closes and subject and _follows_comma(article, index - 1) else None


def _resumes(article: Article, index: int) -> bool:
    """Whether a verb of going on stands here, which may take up what somebody says: "went (on)", "continued"."""
    words = article.speaker_words
    return article.lower[index] in words.resumes or article.lower[index] in words.resumes_on


def _follows_comma(article: Article, index: int) -> bool:
    """Whether a name or pronoun that ends at `index` stands right behind a comma or a quotation mark."""
    while article.classes[index] == NAME:
        index -= 1
    index -= article.classes[index] == PRONOUN
    return article.classes[index] in (COMMA, QUOTE)


def closes_quotation(article: Article, index: int) -> bool:
    """Whether any verb stands for saying, right behind a quotation and its comma: ""Seven," corrects the manager"."""
    if article.classes[index] != VERB or index < _QUOTED:
        return False
    if article.classes[index - 1] != QUOTE:
        return _closes_note(article, index)
    return article.lower[index - 2] in (",", "!", "?") and article.classes[index + 1] in (DETERMINER, NAME, NOUN)


def _closes_note(article: Article, index: int) -> bool:
    """Whether a verb and its subject close a sentence that has no other verb: "Not 12 but 40, corrects the port."."""
    sentence = article.sentence(index)
    form = article.vocabulary.verbs.get(article.lower[index])
    if article.lower[index - 1] != "," or form is None or form.form != "s":
        return False
    subject = subject_after(article, index + 1, sentence.last)
    alone = not article.has_verb(sentence.first, index)
    return alone and subject is not None and article.classes[subject.last] == STOP


_QUOTED: Final = 3
"""Tokens of a quotation of one word, its comma and its closing mark."""
_MOVED_WITHIN: Final = 8
"""Tokens of "raised on Monday to 19 from 17 the number"."""


def _moves_to(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """Read "raised on Monday to 19 the number of": a verb of change, its new figure, then what the figure is."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or form.lemma not in article.speaker_words.moves:
        return None
    if _moves_reckoning(article, index, limit):
        return 1, "count"
    stated = {figure.first: figure.last for figure in article.figures_of(index)}
    for place in range(index + 1, min(limit - 2, index + _MOVED_WITHIN)):
        if article.lower[place] == "to" and place + 1 in stated:
            ahead = article.lower[stated[place + 1] : min(limit, stated[place + 1] + _MOVED_WITHIN)]
            counts = (article.vocabulary.stances.nouns.get(word) == "claim" for word in ahead)
            return (1, "count") if "the" in ahead and any(counts) else None
        if article.classes[place] in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
            return None
    return None


def _moves_reckoning(article: Article, index: int, limit: int) -> bool:
    """Whether a verb of change has a reckoning and its new figure behind it: "raised the toll on Monday to 19"."""
    stated = {figure.first for figure in article.figures_of(index)}
    reckoned = False
    for place in range(index + 2, min(limit - 1, index + _GAUGED_WITHIN)):
        number = article.lower[place].startswith("number")  # raising that of buses is a deed
        reckoned = reckoned or (article.lower[place] in article.speaker_words.estimate and not number)
        if article.lower[place] in ("to", "from") and place + 1 in stated:
            return reckoned and article.classes[index + 1] == DETERMINER
        if place in stated or article.classes[place] in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
            return False
    return False


_GAUGED_WITHIN: Final = 14
"""Tokens of "places the age of the retaining wall at 90"."""


def _gauges(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """Read "places the age of the wall at 90": a verb of reckoning, what is reckoned, and its figure behind "at"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or form.lemma not in article.speaker_words.gauges:
        return None
    stated = {figure.first for figure in article.figures_of(index)}
    for place in range(index + 1, min(limit - 1, index + _GAUGED_WITHIN)):
        if article.lower[place] == "at" and not stated.isdisjoint(range(place + 1, place + 3)):
            return 1, "count"
        if place in stated or article.classes[place] in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
            return None
    return None


_ADVERBIAL: Final = 6
"""Tokens between "spoke" and "of": "spoke late on Monday of 40 dead"."""


def _speaks_of(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """Read "spoke by contrast of 150": the verb and its "of" with the circumstance that parts them."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or form.lemma not in article.speaker_words.speaks:
        return None
    stated = {figure.first for figure in article.figures_of(index)}
    for place in range(index + 1, min(limit - 1, index + _ADVERBIAL)):
        after = place + 1 + (article.classes[place + 1] == QUOTE)
        if article.lower[place] == "of" and after in stated:
            return place + 1 - index, "say"
        if article.classes[place] in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
            return None
    return None


def _gives_figure(article: Article, index: int) -> bool:
    """Whether "gave" is followed by somebody's share or a bare number, not by what is handed out."""
    if index >= len(article.tokens):
        return False
    named = article.classes[index] == DETERMINER and article.classes[index + 1 : index + 2] == [NAME]
    if named or article.classes[index] == NAME or article.tokens[index].kind == "number":
        return True
    if _gives_share(article, index):
        return True
    stated = {figure.first for figure in article.figures_of(index)}
    ahead = range(index, min(index + _GIVEN_WITHIN, len(article.tokens)))
    return any(article.lower[position] in ("as", ":") and position + 1 in stated for position in ahead)


def _gives_share(article: Article, index: int) -> bool:
    """Whether somebody's share follows: "(gave) the ruling party 40 percent"."""
    shares = (figure.first for figure in article.figures_of(index) if figure.unit == "percent")
    first = next((place for place in shares if index <= place), index + _GIVEN_WITHIN)
    plain = {DETERMINER, NOUN, NAME, ADJECTIVE, ADVERB}
    return first < index + _GIVEN_WITHIN and plain.issuperset(article.classes[index:first])


def _is_passed_on(article: Article, index: int) -> bool:
    """Whether a participle only tells what is said of somebody: "a clerk said to have lied"."""
    return article.lower[index] in article.speaker_words.hearsay and article.lower[index + 1 : index + 3] in (
        ["to", "have"],
        ["to", "be"],
    )


def _is_negated(article: Article, index: int) -> bool:
    """Whether nobody counts: "has never counted the sheep"."""
    return negates(article.lower[max(0, index - 2) : index])


def _takes_in(article: Article, index: int, limit: int) -> bool:
    """Whether a number and no clause follows "admitted": a hospital took so many in."""
    if article.classes[index] != NUMBER or article.classes[index + 1] != NOUN:
        return False
    while index < limit and article.classes[index] not in (COMMA, STOP):
        if article.classes[index] in (VERB, AUXILIARY):
            return False
        index += 1
    return True


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    """Whether what follows a verb that has other uses ("add", "inform") is said: "that", a quotation, or nothing."""
    if index >= limit or "that" in _up_to_verb(article, index, limit):
        return True
    if article.classes[index] == PRONOUN and article.classes[index + 1] in (VERB, AUXILIARY):
        return True  # "is convinced it was 40"
    index += article.classes[index] == ADVERB  # "the debt, they noted afterwards, is 40"
    return article.classes[index] in (QUOTE, STOP, GERUND) or article.tokens[index].text in (",", ":", ";")


_LISTENERS: Final = 6
"""Tokens after "informed" that may name who is told before "that"."""
_MEDIUM: Final = 11
"""Tokens after "writes" that may tell where and to whom: "writes in a memo to heads of school that"."""


def _up_to_verb(article: Article, index: int, limit: int) -> list[str]:
    """Give the words after a verb up to the next one or the next comma: "(informed) lawmakers on Monday that"."""
    end = index
    reach = _MEDIUM if article.lower[index] in ("in", "on", "at", "to") else _LISTENERS
    while end < min(limit, index + reach) and article.classes[end] not in (VERB, COMMA, STOP, AUXILIARY, QUOTE):
        end += 1
    return article.lower[index:end]
