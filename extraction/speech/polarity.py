"""Whether a figure is asserted, expected (planned, forecast) or denied, by the words that govern it."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure, Polarity
from extraction.speech.said_clauses import is_called_untrue, is_negative_group, whose_claim
from extraction.words.article import DENIALS, Article
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

_REACH: Final = 18
_CLAIM_WITHIN: Final = 4
"""Tokens after a verb of taking back among which it names a claim: "withdrew its earlier estimate"."""
_NAMED_WITHIN: Final = 8
_BE: Final = frozenset(("is", "are", "was", "were"))
_PERFECT: Final = frozenset(("have", "has", "had"))


def polarity_of(article: Article, figure: Figure) -> Polarity:
    """Give a figure's polarity; what nothing denies or puts off to the future is asserted."""
    own = _own_polarity(article, figure)
    if own != "asserted":
        return own
    if _is_entry_of_plan(article, figure) or _is_conditional(article, figure):
        return "expected"
    before = _compared_with(article, figure) or _taken_up(article, figure)
    return "expected" if before is not None and _own_polarity(article, before) == "expected" else "asserted"


def _own_polarity(article: Article, figure: Figure) -> Polarity:
    """Give the polarity by the words that govern the figure itself."""
    if figure.sentence not in article.mooded_sentences():
        return "asserted"
    sentence = article.sentences[figure.sentence]
    if _is_denied(article, figure, sentence.first, sentence.last):
        return "denied"
    if _is_left_open(article, figure, sentence.first):
        return "unconfirmed"
    return "expected" if _is_expected(article, figure, sentence.first, sentence.last) else "asserted"


_LABEL_LENGTH: Final = 3
"""Tokens that the label of a list's entry may have: "Staff:", "Water use:"."""
_OPENING_SENTENCES: Final = 2
_OPENING_TOKENS: Final = 80
"""Sentences and tokens of an article that may say which paper it sums up."""


def _is_entry_of_plan(article: Article, figure: Figure) -> bool:
    """Whether an article on a planning file or the like lists the figure: "Staff: 620 posts, over two shifts"."""
    sentence = article.sentences[figure.sentence]
    label = article.lower[sentence.first : sentence.first + _LABEL_LENGTH + 1]
    if ":" not in label[1:] or AUXILIARY in article.classes[sentence.first : figure.first]:
        return False
    opening = article.sentences[min(_OPENING_SENTENCES, len(article.sentences)) - 1]
    return any(_mood_at(article, index) == "plan paper" for index in range(min(opening.last, _OPENING_TOKENS)))


_POINTS_BACK: Final = frozenset(("from", "against", "than", "after", "versus", "since", "to", "last", "earlier"))


def _compared_with(article: Article, figure: Figure) -> Figure | None:
    """The figure of the same kind that an aside without a verb sets this one beside: "€5m, €1m more than planned"."""
    earlier = [other for other in article.figures_of(figure.first) if other.last <= figure.first]
    if not earlier or article.classes[earlier[-1].last : figure.first].count(COMMA) != 1:
        return None
    if article.lower[figure.last : figure.last + 2] in (["of", "them"], ["of", "which"], ["of", "whom"]):
        return earlier[-1]
    between = range(earlier[-1].last, figure.first)
    if any(article.classes[index] in _CLAUSE or article.lower[index] in _POINTS_BACK for index in between):
        return None
    alike = figure.unit is not None and figure.unit == earlier[-1].unit
    return earlier[-1] if alike or figure.relative_to is not None else None


def _taken_up(article: Article, figure: Figure) -> Figure | None:
    """The last figure of the sentence before, where a pronoun says it again: "That is $129,000 a job"."""
    sentence = article.sentences[figure.sentence]
    before = article.figures_by_sentence.get(figure.sentence - 1, [])
    if not before or article.sentences[figure.sentence - 1].paragraph != sentence.paragraph:
        return None
    if article.figures_of(figure.first)[0] is not figure:
        return None
    words = article.lower[sentence.first : figure.first]
    opens = words[:1] in (["that"], ["this"], ["it"]) and words[1:2] in (["is"], ["equals"], ["means"], ["includes"])
    put = any(words[place : place + 2] in (["that", "at"], ["this", "at"], ["it", "at"]) for place in range(len(words)))
    return before[-1] if opens or put else None


_CLAUSE: Final = frozenset((VERB, AUXILIARY, GERUND, STOP, SUBORDINATOR, QUOTE))


def _is_denied(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Read "not the 4.2 percent", "the 2,400 is wrong", "an earlier version gave 7.5", "denied that 60 died"."""
    if _mood_ending_at(article, figure.first, first) == "denied" and _is_given(article, figure, last):
        return False
    if _mood_ending_at(article, figure.first, first) == "denied" or _opens_with_denial(article, figure):
        return True
    if _is_set_against(article, figure, first) or _is_put_right(article, figure, first):
        return True
    if _is_wrong(article, figure, last):
        return True
    return (
        _is_taken_back(article, figure, first)
        or _was_withdrawn(article, figure, first, last)
        or is_called_untrue(article, figure.first, figure.last, first, last)
        or _under_denial(article, figure, first, last)
        or _under_negation(article, figure, first)
    )


def _is_given(article: Article, figure: Figure, last: int) -> bool:
    """Whether a figure set against another is somebody's: "not the 300 that she promised", "not 5 as it said"."""
    for index in range(figure.last, min(last, figure.last + _GIVEN_WITHIN)):
        if article.lower[index] in ("that", "which", "as"):
            verbs = range(index + 2, min(last, index + _GIVEN_WITHIN))  # behind a subject
            told = any(place in article.cues.speech or _mood_at(article, place) == "expected" for place in verbs)
            return told or any(article.lower[place] in ("does", "do", "did") for place in verbs)
        if article.classes[index] in (STOP, COMMA, VERB):
            return article.classes[index] == VERB and article.lower[index + 1] == "by"
    return False


_GIVEN_WITHIN: Final = 6
"""Tokens behind a figure, and behind its "that", among which is told who gave it."""


def _is_left_open(article: Article, figure: Figure, first: int) -> bool:
    """Read "whether it is 40 or more", "asked whether 40 had died"; "whether the 40 died" takes the figure as known."""
    if article.classes[figure.first - 1] in (DETERMINER, POSSESSIVE):
        return False
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if _mood_at(article, index) == "open":
            return article.lower[index + 1] != "to"
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR, QUOTE):
            return False
    return False


def _opens_with_denial(article: Article, figure: Figure) -> bool:
    """Whether the figure's own hedge denies it: "nowhere near 60,000"; "not more than 90" only bounds it."""
    length, mood = article.cues.moods.get(figure.first, (0, ""))
    return length > 1 and mood == "denied"


def _is_set_against(article: Article, figure: Figure, first: int) -> bool:
    """Read "at 9 knots and not at 14": the other figure of a pair, behind "not" and a preposition."""
    joined = article.classes[figure.first - 1] == PREPOSITION and article.lower[figure.first - 2] == "not"
    before = article.lower[figure.first - 3] if figure.first - _NOT_AT >= first else ""
    return (
        joined
        and before in ("and", ",", "but", "-", "–", "—")
        and any(other.last <= figure.first for other in article.figures_of(figure.first))
    )


_NOT_AT: Final = 3
"""Tokens of "and not at"."""


def _is_put_right(article: Article, figure: Figure, first: int) -> bool:
    """Read "Correction: we gave 45 in Monday's paper": what the publisher reported and takes back."""
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if _mood_at(article, index) == "own report":
            return _is_first_after(article, figure, index) and _regrets(article, figure.sentence)
    return False


def _regrets(article: Article, sentence: int) -> bool:
    """Whether a sentence or one beside it in the paragraph speaks of a mistake."""
    own = article.sentences[sentence]
    beside = [one for one in article.sentences[max(0, sentence - 1) : sentence + 2] if one.paragraph == own.paragraph]
    return not article.mood_words.regret.isdisjoint(article.lower[beside[0].first : beside[-1].last])


def _is_wrong(article: Article, figure: Figure, last: int) -> bool:
    """Read "the 2,400 figure is wrong"; in "62 per cent of the lists were wrong" it is the lists that are."""
    nouns = article.vocabulary.stance_nouns
    for index in range(figure.last, min(last, figure.last + 4)):
        if _mood_at(article, index) == "wrong":
            return True
        if article.classes[index] == NOUN and nouns.get(article.lower[index]) != "claim" and figure.unit is None:
            return False
        if article.classes[index] == PREPOSITION:
            return False
    return False


def _is_taken_back(article: Article, figure: Figure, first: int) -> bool:
    """Read "an earlier version gave 7.5" and "withdrew its figure of 312"."""
    for index in range(max(first, figure.first - _REACH), figure.first):
        mood = _mood_at(article, index)
        if mood == "corrected" and not _is_cut(article, index, figure.first):
            return article.lower[index + article.cues.moods[index][0]] != "by"
        if mood == "retraction" and _takes_claim(article, index) and _is_first_after(article, figure, index):
            return True
    return False


def _was_withdrawn(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Read "the earlier figure of 48 injured has been retracted"; "300 soldiers were withdrawn" takes nothing back."""
    nouns, start = article.vocabulary.stance_nouns, max(first, figure.first - _CLAIM_WITHIN)
    if not any(nouns.get(word) == "claim" for word in article.lower[start : figure.first]):
        return False
    for index in range(figure.last, min(last, figure.last + _NAMED_WITHIN)):
        if article.classes[index] in (STOP, COMMA):
            return False
        if _mood_at(article, index) == "retraction" and article.classes[index] == VERB:
            return article.classes[index - 1] in (AUXILIARY, ADVERB)
    return False


def _takes_claim(article: Article, index: int) -> bool:
    """Whether a noun for a claim follows the verb at `index`: "withdrew its figure", not "withdrew 300 soldiers"."""
    start = index + article.cues.moods[index][0]
    nouns = article.vocabulary.stance_nouns
    return any(nouns.get(word) == "claim" for word in article.lower[start : start + _CLAIM_WITHIN])


def _under_negation(article: Article, figure: Figure, first: int) -> bool:
    """Read "we have not dismissed 300 people", "never promised 250 jobs"; "did not get the 300" denies no figure."""
    if figure.hedge not in ("exact", "stated", "about"):
        return False
    verb = figure.first - 1
    while verb > first and (
        article.classes[verb] in (ADVERB, PRONOUN) or article.lower[verb] in ("some", "about", "around")
    ):
        verb -= 1
    if verb <= first or article.classes[verb] not in (VERB, GERUND):
        return False
    start = verb
    while start > first and article.classes[start - 1] in (AUXILIARY, ADVERB):
        start -= 1
    return is_negative_group(article, start, verb + 1)


def _mood_at(article: Article, index: int) -> str | None:
    """The mood of the wording at a token; the month of May and "road projects" have none."""
    found = article.cues.moods.get(index)
    month = article.tokens[index].text == "May" and index > 0 and article.classes[index - 1] != STOP
    thing = article.classes[index] == NOUN and article.lower[index] in article.mood_words.built
    return found[1] if found is not None and not month and not thing else None


def _mood_ending_at(article: Article, end: int, limit: int) -> str | None:
    """The mood of a wording whose last word stands right before `end`, or before a quotation mark there."""
    end -= article.classes[end - 1] == QUOTE
    for length in (3, 2, 1):
        found = article.cues.moods.get(end - length) if end - length >= limit else None
        if found is not None and found[0] == length:
            return found[1]
    return None


def _is_first_after(article: Article, figure: Figure, index: int) -> bool:
    """Whether no other figure stands between a retraction and this one, which is then what it takes back."""
    others = (other.first for other in article.figures_of(index))
    return not any(index < first < figure.first for first in others)


def _is_cut(article: Article, first: int, last: int) -> bool:
    return any(article.lower[index] in (";", ":") or article.classes[index] == STOP for index in range(first, last))


def _under_denial(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Whether a verb or noun of denying takes the figure's clause as its object: "denied that 60 soldiers had died"."""
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        other_verb = article.classes[index] == CONJUNCTION and article.classes[index + 1] == VERB
        if other_verb or article.classes[index] in (STOP, COMMA):
            return False
        found = article.cues.stances.get(index)
        verb = article.classes[index] in (VERB, GERUND)
        if found is not None and verb and (found[1] in DENIALS or _calls_untrue(article, found[1], figure, last)):
            return _is_object_of_denial(article, index, found[1], figure, last)
        if _mood_at(article, index) == "denial":
            return True
    return False


def _is_object_of_denial(article: Article, index: int, kind: str, figure: Figure, last: int) -> bool:
    """Whether the figure itself is denied, not what it counts: "denies six charges", "turned down an offer of €75m"."""
    of_thing = article.lower[figure.first - 1] == "the" and figure.unit is not None
    named = article.vocabulary.stance_nouns.get(article.lower[figure.last]) == "claim"
    if of_thing and article.classes[figure.last] == NOUN and not named:
        return False
    if kind == "denied":
        after = next((word for word in article.lower[figure.last : min(last, figure.last + 3)]), "")
        return after.removesuffix("s") not in article.mood_words.charged
    if kind != "denied_claim":
        return True
    nouns, between = article.vocabulary.stance_nouns, article.lower[index + 1 : figure.first]
    named = any(nouns.get(word) == "claim" for word in between)
    if named and whose_claim(article, index + 1, figure.first) is not None:
        return False
    return named or (between[-1:] == ["the"] and NOUN not in article.classes[index + 1 : figure.first])


def _calls_untrue(article: Article, kind: str, figure: Figure, last: int) -> bool:
    """Whether a verb of calling gives the figure a name that denies it: "called the figure of 20,000 an invention"."""
    nouns, after = article.vocabulary.stance_nouns, article.lower[figure.last : min(last, figure.last + _NAMED_WITHIN)]
    return kind == "denied_name" and any(nouns.get(word) == "denial" for word in after)


def _is_expected(article: Article, figure: Figure, first: int, last: int) -> bool:
    owned = figure.first > first and article.classes[figure.first - 1] == POSSESSIVE
    compound = figure.last < last and article.classes[figure.last] == HYPHEN
    if owned or compound or _is_start(article, figure, last) or _is_known_sum(article, figure):
        return False
    return (
        _expected_before(article, figure, first)
        or _expected_after(article, figure, last)
        or _was_expected(article, figure, last)
    )


def _is_known_sum(article: Article, figure: Figure) -> bool:
    """Whether money only says which thing is meant, whatever becomes of it: "may move the €1.4bn project"."""
    known = article.lower[figure.first - 1] in ("the", "this", "that") and figure.unit is not None
    return known and article.classes[figure.last] == NOUN and figure.unit not in ("percent", "percentage point")


def _is_start(article: Article, figure: Figure, last: int) -> bool:
    """Whether the figure is what a change starts from, which is no plan: "to rise from 40 to 55"."""
    if article.lower[figure.first - 1 : figure.first] != ["from"]:
        return False
    ends = (other.first for other in article.figures_of(figure.first))
    return any(figure.last < end < last and article.lower[end - 1] == "to" for end in ends)


def _next_mood(article: Article, index: int, last: int) -> str | None:
    """The mood of the word after "is" or "are", adverbs passed over: "are still expected", "is now due"."""
    while index < last and article.classes[index] == ADVERB and _mood_at(article, index) is None:
        index += 1
    return _mood_at(article, index) if index < last else None


def _was_expected(article: Article, figure: Figure, last: int) -> bool:
    """Read "the 5,000 (that) he had feared" and "the 75 tents promised by the guild"."""
    following = [other.first for other in article.figures_of(figure.first) if other.first >= figure.last]
    for index in range(figure.last, min([last - 1, figure.last + 8, *following])):
        if article.classes[index] in (STOP, COMMA):
            return False
        if _is_held_against(article, index):
            return False
        if article.classes[index] == VERB and _mood_at(article, index) in ("expected", "requested"):
            end = index + article.cues.moods[index][0]
            dated = article.classes[end] == PREPOSITION and article.classes[end + 1] == DATE
            dated = dated or ("that" in article.lower[figure.last : index] and article.lower[index - 1] == "had")
            return article.classes[end] in (STOP, COMMA, DATE) or article.lower[end] == "by" or dated
    return False


def _is_held_against(article: Article, index: int) -> bool:
    """Whether a plan is only what a figure is held against or about: "more than planned", "40 votes for the plan"."""
    if article.lower[index - 1] in ("than", "as"):
        return True
    noun = article.classes[index] == NOUN and article.classes[index - 1] == DETERMINER
    return noun and article.lower[index - 2] in ("for", "against", "than")


def _expected_before(article: Article, figure: Figure, first: int) -> bool:
    """Look back through the figure's clause, to the verb that governs it and the verbs that govern that one."""
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        opens = article.lower[index] in ("which", "who", "while") or article.classes[index] in (STOP, COMMA)
        if opens or (article.lower[index] == "that" and article.classes[index] != DETERMINER):
            goes_on = _is_coordinated(article, index + 1) or _is_delay(article, figure, index)
            if article.lower[index] == "," and goes_on:
                continue
            return article.lower[index] == "that" and _mood_at(article, index - 1) == "requested"
        if article.classes[index] == CONJUNCTION and _is_finite(article, index + 1):
            return False
        told = _told_by(article, index, figure)
        if told is not None:
            return told
        infinitive = article.lower[index - 1] == "to"
        if article.lower[index] in _PERFECT and article.classes[index + 1] == VERB and not infinitive:
            return False
    return False


def _is_finite(article: Article, index: int) -> bool:
    """Whether a verb with a time of its own stands here, which no modal before governs: "will seat 40 and has 30"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    verb = article.classes[index] == VERB and form is not None and form.form == "s"
    return verb or article.lower[index] in _BE | _PERFECT


def _told_by(article: Article, index: int, figure: Figure) -> bool | None:
    """Whether a wording of mood at `index` before a figure puts it off to the future; None where it tells nothing."""
    mood = _mood_at(article, index)
    if mood == "addressed" or (mood == "expected" and (_is_unreal(article, index) or _is_reported(article, index))):
        return False
    if mood == "plan paper":
        return any(article.classes[place] in (VERB, AUXILIARY) for place in range(index + 1, figure.first))
    if mood == "expected" or (mood == "possible" and not _is_seen(article, index)):
        return not _is_idle_noun(article, index, figure)
    if mood == "asks" and article.lower[figure.first - 1] == "for":  # "ask the public for 40 tents"
        return not any(article.classes[place] in (VERB, AUXILIARY) for place in range(index + 1, figure.first))
    return True if mood == "requested" and _is_right_after(article, index, figure) else None


def _is_delay(article: Article, figure: Figure, comma: int) -> bool:
    """Whether a figure right behind a comma says how late what was told happens: "will open in May, two years late"."""
    return comma + 1 == figure.first and not article.mood_words.late.isdisjoint(
        article.lower[figure.last : figure.last + 2]
    )


def _is_coordinated(article: Article, index: int) -> bool:
    """Whether a bare verb follows a comma, which the modal before governs too: "would cost $3m, carry 2 trains"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return article.classes[index] == VERB and form is not None and form.form == "base"


_UNTESTED: Final = frozenset(("you", "anything", "any", "only", "not", "so"))


def _is_conditional(article: Article, figure: Figure) -> bool:
    """Read "If convicted, she faces up to 10 years" and "Under the bill, fares rise 5%": what holds on a condition."""
    first = article.sentences[figure.sentence].first
    opening = first + (article.classes[first] == QUOTE)
    if _mood_at(article, opening) == "under plan":
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
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
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
    if any(_mood_at(article, back) == "addressed" for back in range(max(0, index - _ADDRESSEE), index)):
        return True
    negated = article.lower[index + 1 : index + 2] == ["not"]
    ahead = index + 1 + negated
    if negated and (ahead in article.cues.speech or ahead in article.cues.stances):
        return True
    if article.lower[index] == "would" and article.lower[index - 1] in article.mood_words.guess:
        return article.lower[ahead : ahead + 1] == ["be"]
    if article.lower[index] == "would":
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
    if article.lower[index + 1 : index + 2] in (["not"], ["no"]):
        return True
    return article.lower[index] != "could" and article.lower[index + 1 : index + 2] in (["be"], ["have"])


def _expected_after(article: Article, figure: Figure, last: int) -> bool:
    """Look on to the verb of which the figure's noun phrase is the subject: "2,000 posts would disappear"."""
    governed = _is_governed(article, figure)
    for index in range(figure.last, min(last, figure.last + _REACH)):
        if article.classes[index] in (STOP, SUBORDINATOR, COMMA):
            return False
        mood = _mood_at(article, index)
        if mood in ("expected", "possible") and (_is_agent(article, index) or _is_willing(article, figure, index)):
            return False
        if mood and governed and (article.classes[index] == AUXILIARY or article.lower[index] == "to"):
            return False
        told = _is_counted_so(article, figure, index) or _is_unreal(article, index) or _is_held_against(article, index)
        if mood == "expected" and told:
            return False
        if mood == "expected" or (mood == "possible" and not _is_seen(article, index)):
            return article.classes[index] in (AUXILIARY, VERB, ADVERB, NOUN, DETERMINER) or article.lower[index] in (
                "due",
                "set",
                "likely",
                "at",
                "to",
            )
        if article.classes[index] in (AUXILIARY, VERB, GERUND):
            return article.lower[index] in _BE and _next_mood(article, index + 1, last) == "expected"
    return False


def _is_willing(article: Article, figure: Figure, index: int) -> bool:
    """Whether those counted are who plans or hopes: "62 per cent plan to leave" tells of them now."""
    verb = article.vocabulary.verbs.get(article.lower[index])
    planned = verb is not None and verb.lemma in ("plan", "hope", "want", "intend") and verb.form in ("base", "past")
    return planned and index - figure.last <= 1 and article.lower[index + 1 : index + 2] == ["to"]


def _is_governed(article: Article, figure: Figure) -> bool:
    """Whether a verb before the figure has it as its object or predicate: a later "and will ..." is not of it."""
    first = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR, QUOTE):
            return False
        if article.classes[index] in (VERB, AUXILIARY):
            return index not in article.cues.speech
    return False
