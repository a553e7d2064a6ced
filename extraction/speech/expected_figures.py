"""Whether a figure is expected: planned, forecast, wanted, or on a condition."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.known_figures import is_known
from extraction.speech.moods_at import REACH, mood_at
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)


def is_expected(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Whether the words of its clause, tokens `[first, last)`, put a figure off to the future or make it possible."""
    owned = figure.first > first and article.classes[figure.first - 1] == POSSESSIVE
    compound = figure.last < last and article.classes[figure.last] == HYPHEN
    if owned or compound or _is_start(article, figure, last) or is_known(article, figure):
        return False
    if _is_done(article, figure, first) or _has_befallen(article, figure, first):
        return False
    return (
        _expected_before(article, figure, first)
        or _expected_after(article, figure, last)
        or _was_expected(article, figure, last)
    )


def _is_done(article: Article, figure: Figure, first: int) -> bool:
    """Whether a figure is the object of a past verb that is none of mood: "the plan drew 40 objections"."""
    index = figure.first - 1
    while index > first and article.classes[index] in (ADVERB, DETERMINER):
        index -= 1
    if article.classes[index] != VERB or not article.is_past_form(index):
        return False
    told = index in article.cues.speech or index in article.cues.moods
    return not told and article.classes[index - 1] in (NOUN, NAME, PRONOUN, CONJUNCTION)


def _has_befallen(article: Article, figure: Figure, first: int) -> bool:
    """Whether a clause of time or cause tells what happened to those counted: "will help after 40 people died"."""
    before = figure.first - 1
    if before < first or article.lower[before] not in _TELLS_WHAT_HAPPENED:
        return False
    index = figure.last
    while article.classes[index] in (NOUN, NAME):
        index += 1
    return article.is_past_form(index) or article.lower[index] in ("was", "were", "had")


_TELLS_WHAT_HAPPENED: Final = frozenset(("after", "why", "how", "because", "since", "when", "where", "as"))


def _is_start(article: Article, figure: Figure, last: int) -> bool:
    """Whether the figure is what a change starts from, which is no plan: "to rise from 40 to 55"."""
    if article.lower[figure.first - 1 : figure.first] != ["from"]:
        return False
    ends = (other.first for other in article.figures_of(figure.first))
    return any(figure.last < end < last and article.lower[end - 1] == "to" for end in ends)


def _next_mood(article: Article, index: int, last: int) -> str | None:
    """The mood of the word after "is" or "are", adverbs passed over: "are still expected", "is now due"."""
    while index < last and article.classes[index] == ADVERB and mood_at(article, index) is None:
        index += 1
    return mood_at(article, index) if index < last else None


def _was_expected(article: Article, figure: Figure, last: int) -> bool:
    """Read "the 5,000 (that) he had feared" and "the 75 tents promised by the guild"."""
    following = [other.first for other in article.figures_of(figure.first) if other.first >= figure.last]
    for index in range(figure.last, min([last - 1, figure.last + 8, *following])):
        if article.classes[index] in (STOP, COMMA):
            return False
        if _is_held_against(article, index):
            return False
        if article.classes[index] == VERB and mood_at(article, index) in ("expected", "requested"):
            end = index + article.cues.moods[index][0]
            dated = article.classes[end] == PREPOSITION and article.classes[end + 1] == DATE
            dated = dated or ("that" in article.lower[figure.last : index] and article.lower[index - 1] == "had")
            return article.classes[end] in (STOP, COMMA, DATE) or article.lower[end] == "by" or dated
    return False


def _is_held_against(article: Article, index: int) -> bool:
    """Whether a plan is only what a figure is held against or about: "more than planned", "40 votes for the plan"."""
    if article.lower[index - 1] in ("than", "as"):
        return True
    before = index - 1
    while article.classes[before] in (NOUN, NAME, HYPHEN):
        before -= 1
    noun = article.classes[index] == NOUN and article.classes[before] == DETERMINER
    return noun and article.lower[before - 1] in ("for", "against", "than")


def _expected_before(article: Article, figure: Figure, first: int) -> bool:
    """Look back through the figure's clause, to the verb that governs it and the verbs that govern that one."""
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        opens = article.lower[index] in ("which", "who", "while") or article.classes[index] in (STOP, COMMA)
        if opens or (article.lower[index] == "that" and article.classes[index] != DETERMINER):
            goes_on = _is_coordinated(article, index + 1) or _is_delay(article, figure, index)
            goes_on = goes_on or _is_outcome(article, index + 1) or _is_listed(article, figure, index)
            if article.lower[index] == "," and goes_on:
                continue
            return article.lower[index] == "that" and mood_at(article, index - 1) == "requested"
        if article.classes[index] == CONJUNCTION and _is_finite(article, index + 1):
            return False
        if article.lower[index] == "following" and article.classes[index + 1] == DETERMINER:
            return False
        told = _told_by(article, index, figure)
        if told is not None:
            return told
        infinitive = article.lower[index - 1] == "to"
        if article.lower[index] in article.mood_words.perfect and article.classes[index + 1] == VERB and not infinitive:
            return False
    return False


def _is_finite(article: Article, index: int) -> bool:
    """Whether a verb with a time of its own stands here, which no modal before governs: "will seat 40 and has 30"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    verb = article.classes[index] == VERB and form is not None and form.form == "s"
    return verb or article.lower[index] in article.mood_words.finite_be | article.mood_words.perfect


def _told_by(article: Article, index: int, figure: Figure) -> bool | None:
    """Whether a wording of mood at `index` before a figure puts it off to the future; None where it tells nothing."""
    mood = mood_at(article, index)
    if mood == "addressed" or (mood == "expected" and (_is_unreal(article, index) or _is_reported(article, index))):
        return False
    if mood is not None and _leads_to(article, index, figure):
        return None
    if mood == "plan paper":
        return article.has_verb(index + 1, figure.first)
    if mood == "expected" or (mood == "possible" and not _is_seen(article, index)):
        return not _is_idle_noun(article, index, figure)
    if mood == "asks" and article.lower[figure.first - 1] == "for":  # "ask the public for 40 tents"
        return not article.has_verb(index + 1, figure.first)
    if mood == "foreseen":
        return True if _is_right_after(article, index, figure) and not _counts_places(article, figure) else None
    if mood == "wanted" and article.classes[index] == VERB:
        return True if _is_wanted(article, index, figure) else None
    return True if mood == "requested" and _is_right_after(article, index, figure) else None


def _counts_places(article: Article, figure: Figure) -> bool:
    """Whether a bare count is of what its own noun names, and so of where something was "seen": "seen at 12 piers"."""
    return figure.unit is None and article.classes[figure.last] in (NOUN, NAME, PREPOSITION)


def _is_wanted(article: Article, index: int, figure: Figure) -> bool:
    """Whether what is wanted is not there yet, and no sum of money: "wants 40 more beds", "wants a cull of 20"."""
    if figure.unit is not None or (figure.value or 0) >= _LEAST_SUM:
        return False
    of = article.lower[figure.first - 1] == "of"
    between = article.classes[index + 1 : figure.first - (2 if of else 0)]
    return not any(kind in (NOUN, NAME, VERB) for kind in between)


_LEAST_SUM: Final = 1_000_000
"""From here on a bare number that somebody wants is money."""


def _leads_to(article: Article, index: int, figure: Figure) -> bool:
    """Whether "to" behind a word of mood leads to the figure and to no verb: "raised their offer to 8 percent"."""
    end = index + article.cues.moods[index][0]
    return end == figure.first and article.lower[end - 1] == "to"


def _is_delay(article: Article, figure: Figure, comma: int) -> bool:
    """Whether a figure right behind a comma says how late what was told happens: "will open in May, two years late"."""
    return comma + 1 == figure.first and not article.mood_words.late.isdisjoint(
        article.lower[figure.last : figure.last + 2]
    )


def _is_coordinated(article: Article, index: int) -> bool:
    """Whether a bare verb follows a comma, which the modal before governs too: "would cost $3m, carry 2 trains"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return article.classes[index] == VERB and form is not None and form.form == "base"


def _is_outcome(article: Article, index: int) -> bool:
    """Whether what a comma adds comes of what was told: "will cut 40 posts, reducing the staff to 300"."""
    told = index in article.cues.speech or article.lower[index] in ("having", "being", "following", "including")
    return article.classes[index] == GERUND and not told


def _is_listed(article: Article, figure: Figure, comma: int) -> bool:
    """Whether a figure without a verb of its own goes on: "will buy 12 pumps, and 30 pipes"."""
    if article.classes[comma + 1] not in (CONJUNCTION, DETERMINER) or article.has_verb(comma, figure.first):
        return False
    index = figure.last
    while article.classes[index] not in (COMMA, STOP):
        if article.classes[index] in (VERB, AUXILIARY):
            return article.lower[index - 1] == "to"
        index += 1
    return True


_UNTESTED: Final = frozenset(("you", "anything", "any", "only", "not", "so"))


def is_conditional(article: Article, figure: Figure) -> bool:
    """Read "If convicted, she faces up to 10 years" and "Under the bill, fares rise 5%": what holds on a condition."""
    first = article.sentences[figure.sentence].first
    opening = first + (article.classes[first] == QUOTE)
    if mood_at(article, opening) == "under plan":
        return _holds_ahead(article, opening, figure)
    if article.lower[opening] not in ("if", "unless"):
        return _is_condition_behind(article, figure)
    words = article.lower[opening : figure.first]
    if not _UNTESTED.isdisjoint(words[1:2]):
        return False
    main = opening + (words.index(",") if "," in words else 0)
    verbs = [index for index in range(main, figure.first) if _is_verb(article, index)]
    return len(verbs) > ("," not in words) and not _is_past(article, verbs[-1])


def _holds_ahead(article: Article, opening: int, figure: Figure) -> bool:
    """Whether the main clause behind "Under the bill," stands in the present or future."""
    last = article.sentences[figure.sentence].last
    comma = next((index for index in range(opening, figure.first) if article.classes[index] == COMMA), opening)
    verb = next((index for index in range(comma, last) if _is_verb(article, index)), None)
    return (verb is None or not _is_past(article, verb)) and not _is_start(article, figure, last)


def _is_verb(article: Article, index: int) -> bool:
    """Whether a verb stands here, one that may be a noun as well among them: "Ana Ruiz faces up to"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    after_name = form is not None and form.form == "s" and article.classes[index - 1] == NAME
    return article.classes[index] in (VERB, AUXILIARY) or after_name


def _is_condition_behind(article: Article, figure: Figure) -> bool:
    """Read "risks a fine of 900 euros if found guilty"."""
    last = article.sentences[figure.sentence].last
    ahead = article.lower[figure.last : min(last, figure.last + _CONDITION_WITHIN)]
    if "if" not in ahead or "," in ahead[: ahead.index("if")]:
        return False
    first = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        if _is_verb(article, index):
            form = article.vocabulary.verbs.get(article.lower[index])
            return form is not None and form.form == "s"
    return False


_CONDITION_WITHIN: Final = 6
"""Tokens after a figure among which "if" puts it under a condition."""


def _is_past(article: Article, index: int) -> bool:
    form = article.vocabulary.verbs.get(article.lower[index])
    return article.lower[index] in ("was", "were", "had", "did") or (form is not None and form.form == "past")


def _is_right_after(article: Article, index: int, figure: Figure) -> bool:
    """Whether no noun stands between the wording at `index` and the figure: "asked for some 40 tents"."""
    between = range(index + article.cues.moods[index][0], figure.first)
    if article.lower[between.start] in ("from", "by"):
        return False
    return not any(article.classes[position] in (NOUN, NAME, VERB) for position in between)


def _is_idle_noun(article: Article, index: int, figure: Figure) -> bool:
    """Whether a noun of wishing is not followed by what is wished: "demand (for cranes) fell 4%"."""
    if article.classes[index] != NOUN or article.lower[index].rstrip("s") not in article.mood_words.wish:
        return False
    if article.lower[index + 1] not in ("for", "of", "to", "that"):
        return True
    verbs = (position for position in range(index + 1, figure.first) if article.classes[position] == VERB)
    return article.lower[index + 1] in ("for", "of") and any(article.lower[verb - 1] != "to" for verb in verbs)


def _is_agent(article: Article, index: int) -> bool:
    """Whether the verb at `index` is what the counted do, not what happens to them: "40 residents want ..."."""
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or article.classes[index] != VERB or article.cues.moods[index][0] > 1:
        return False
    if form.form in ("base", "s"):
        return True
    following = article.lower[index + 1] if index + 1 < len(article.lower) else ""
    if following == "to":
        return form.lemma not in article.mood_words.foresees
    return following == "that" or article.classes[index + 1] in (DETERMINER, PRONOUN)


def _is_unreal(article: Article, index: int) -> bool:
    """Whether a modal tells of no future: "would have died" (nobody did), "would not say", "will not move from 75"."""
    if any(mood_at(article, back) == "addressed" for back in range(max(0, index - _ADDRESSEE), index)):
        return True
    negated = article.lower[index + 1 : index + 2] == ["not"]
    ahead = index + 1 + negated
    if negated and (ahead in article.cues.speech or ahead in article.cues.stances):
        return True
    if article.lower[index] == "would" and article.lower[index - 1] in article.mood_words.guess:
        return article.lower[ahead : ahead + 1] == ["be"]
    if article.lower[index] in ("would", "must", "should"):
        return article.lower[ahead : ahead + 1] == ["have"] and article.classes[ahead + 1] == VERB
    return negated and not article.mood_words.stays.isdisjoint(article.lower[ahead : ahead + 1])


def _is_counted_so(article: Article, figure: Figure, index: int) -> bool:
    """Whether "would be" only tells what those counted are, as translated copy reports it: "six would be dockers"."""
    would = article.lower[index : index + 2] == ["would", "be"]
    return index == figure.last and figure.unit is None and would and article.classes[index + 2] == NOUN


def _is_reported(article: Article, index: int) -> bool:
    """Whether "would be" tells what is, as translated copy reports it: "the wounded would be 43"."""
    would = article.lower[index : index + 2] == ["would", "be"]
    return would and article.lower[index - 1] in article.mood_words.victims


_ADDRESSEE: Final = 2
"""Tokens before "will" of who is spoken to: "you will hear", "a reader will find"."""


def _is_seen(article: Article, index: int) -> bool:
    """Whether a modal speaks of what is, not of what may come: "could be seen", "may be metal"."""
    if any(word in article.mood_words.seen for word in article.lower[index + 1 : index + 3]):
        return True
    if article.lower[index] == "could" and article.lower[index + 2] == "only" and article.classes[index + 1] == VERB:
        return True  # "could reach only 40 of the huts"
    if article.lower[index + 1 : index + 2] in (["not"], ["no"]):
        return True
    if article.lower[index + 1] == "be" and article.classes[index + 2] == GERUND:
        return True  # "could be leaking 40 barrels a day"
    been = article.lower[index + 1] == "have" and article.lower[index + 2] != "to"  # "may have to leave" is to come
    return article.lower[index] != "could" and (been or article.lower[index + 1] == "be")


def _expected_after(article: Article, figure: Figure, last: int) -> bool:
    """Look on to the verb of which the figure's noun phrase is the subject: "2,000 posts would disappear"."""
    governed = _is_governed(article, figure)
    for index in range(_behind_base(article, figure), min(last, figure.last + REACH)):
        if _ends_subject(article, figure, index, governed):
            return (
                article.classes[index] == COMMA
                and not governed
                and _is_modal_behind_aside(article, figure, index, last)
            )
        mood = mood_at(article, index)
        if mood in ("expected", "possible"):
            return _puts_off(article, figure, index, governed)
        if mood and governed and (article.classes[index] == AUXILIARY or article.lower[index] == "to"):
            return False
        if article.classes[index] in (AUXILIARY, VERB, GERUND):
            leads = article.lower[index] in article.mood_words.finite_be
            return leads and _next_mood(article, index + 1, last) == "expected"
    return False


def _behind_base(article: Article, figure: Figure) -> int:
    """Step over the base of a figure that alone was expected: "a quarter more than the 800 guests expected | came"."""
    base = article.figures[figure.base] if figure.base is not None else None
    if base is None or base.first < figure.last:
        return figure.last
    index = base.last
    while article.classes[index] in (NOUN, NAME):
        index += 1
    planned = mood_at(article, index) == "expected" and article.classes[index] == VERB
    return index + 1 if planned else figure.last


def _ends_subject(article: Article, figure: Figure, index: int, governed: bool) -> bool:
    """Whether the noun phrase of a figure, or what may follow it as its subject, ends at a token."""
    if article.classes[index] in (STOP, SUBORDINATOR, COMMA):
        return True
    apart = governed or article.lower[figure.first - 1] in _LEVEL_AT
    return apart and _goes_on(article, index)


def _puts_off(article: Article, figure: Figure, index: int, governed: bool) -> bool:
    """Whether a word of expecting, or of what may be, behind a figure tells of it: "(400 posts) may go"."""
    if _is_agent(article, index) or _is_willing(article, figure, index):
        return False
    if governed and (article.classes[index] == AUXILIARY or article.lower[index] == "to"):
        return False
    if mood_at(article, index) == "possible":
        return not _is_seen(article, index) and _tells_expectation(article, index)
    told = _is_counted_so(article, figure, index) or _is_unreal(article, index) or _is_held_against(article, index)
    return not told and _tells_expectation(article, index)


def _tells_expectation(article: Article, index: int) -> bool:
    """Whether a word of mood stands where it tells what its subject will do: "would", "is due", "at risk"."""
    told = article.classes[index] in (AUXILIARY, VERB, ADVERB, NOUN, DETERMINER)
    return told or article.lower[index] in ("due", "set", "likely", "at", "to")


_LEVEL_AT: Final = frozenset(("at", "to", "by"))
"""Prepositions behind which a figure is no subject: "stands at 60 and will not be wished away"."""


def _is_modal_behind_aside(article: Article, figure: Figure, comma: int, last: int) -> bool:
    """Whether "will" or "would" follows an aside behind the subject: "A wage of 13 euros, as the left wants, would"."""
    ahead = range(comma + 1, min(last - 1, comma + _LONGEST_ASIDE))
    if (
        article.classes[figure.first - 1] == COMMA
        and article.lower[comma + 1] in article.mood_words.finite_be | _FUTURE
    ):
        return mood_at(article, comma + 1) == "expected" or _next_mood(article, comma + 2, last) == "expected"
    end = next((index for index in ahead if article.classes[index] in (COMMA, STOP)), comma)
    modal = article.lower[end + 1] in _FUTURE and article.lower[comma + 1] not in ("and", "but", "or")
    return end > comma and article.classes[end] == COMMA and modal and not _is_unreal(article, end + 1)


_LONGEST_ASIDE: Final = 12
_FUTURE: Final = frozenset(("will", "would", "shall"))


def _goes_on(article: Article, index: int) -> bool:
    """Whether a second verb, of the same subject or of a pronoun, is joined here: "was 60 and is expected to grow"."""
    verb = article.classes[index + 1] in (AUXILIARY, VERB, PRONOUN) or index + 1 in article.cues.moods
    return article.classes[index] == CONJUNCTION and verb


def _is_willing(article: Article, figure: Figure, index: int) -> bool:
    """Whether those counted are who plans or hopes: "62 per cent plan to leave" tells of them now."""
    verb = article.vocabulary.verbs.get(article.lower[index])
    planned = verb is not None and verb.lemma in ("plan", "hope", "want", "intend") and verb.form in ("base", "past")
    return planned and index - figure.last <= 1 and article.lower[index + 1 : index + 2] == ["to"]


def _is_governed(article: Article, figure: Figure) -> bool:
    """Whether a verb before the figure has it as its object or predicate: a later "and will ..." is not of it."""
    first = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR, QUOTE):
            return False
        if article.classes[index] in (VERB, AUXILIARY):
            return index not in article.cues.speech
    return False
