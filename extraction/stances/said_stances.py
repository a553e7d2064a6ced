"""Stances without a verb of their own: what somebody says did not happen, calls untrue, or charges others with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extraction.model import Polarity
from extraction.speech.cast import Speaker
from extraction.speech.said_clauses import (
    BE,
    denies,
    denies_subject,
    is_bare_label,
    is_charge,
    is_in_past,
    is_labelled,
    is_negated,
    is_negation,
    looks_ahead,
    past_opening,
)
from extraction.speech.saying import Saying
from extraction.speech.speakers import Speech
from extraction.stances.answered_figures import Answers, denial_by_label
from extraction.stances.directions import direction_of
from extraction.stances.responsibility import Charge, charge_in, disowns, object_end
from extraction.stances.stance import Stance, clause_end, further_clauses, is_question, phrase_end, told_figures, turned
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    POINTING,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_KINDS: Final = frozenset(("say", "clause", "according"))
_TELLING_LETTERS: Final = 4
_LONGEST: Final = 40
"""Tokens of a clause before a trailing "the ministry said"."""
_SENTENCES_BACK: Final = 6
"""Sentences before a denial in the present tense in which its matter must have come up."""


_LONGEST_ANSWER: Final = 8
"""Tokens of a sentence that only calls what was said before untrue: "That is pure fiction."."""


@dataclass(slots=True)
class SaidClause:
    """Tokens `[first, last)` that somebody says, and where the stance begins that they state (its verb of saying)."""

    first: int
    last: int
    opens: int
    speaker: Speaker | None
    is_maintained: bool = False
    """Whether it stands before a verb that maintains it against others: "The bank is sound, she insists"."""
    is_answer: bool = False
    """Whether it stands without a verb of saying: what somebody answers in an interview."""
    is_quoted: bool = False
    """Whether it stands in quotation marks."""
    is_parted_label: bool = False
    """Whether it calls untrue what stands before the words that tell who says it: "that, she says, | is false"."""


def stances_said(speech: Speech, said: Sequence[SaidClause], taken: set[int], answers: Answers) -> list[Stance]:
    """Find denials and charges among what is said, outside the tokens that other stances take; one a clause."""
    found: list[Stance] = []
    for clause in said:
        if clause.speaker is None or not taken.isdisjoint(range(clause.opens, clause.last)):
            continue
        of_deed = _without_outcome(speech.cast.article, clause)
        stance = _said_as_stance(speech, of_deed, clause.speaker, answers) if clause.first < clause.last else None
        if stance is not None:
            found.append(stance)
            taken.update(range(clause.opens, of_deed.last))
    return found


def _without_outcome(article: Article, clause: SaidClause) -> SaidClause:
    """Leave out of a clause what came of the deed that it holds somebody responsible for."""
    charge = charge_in(article, clause.first, clause.last)
    return clause if charge is None else replace(clause, last=object_end(article, charge.end, clause.last))


def _said_as_stance(speech: Speech, clause: SaidClause, speaker: Speaker, answers: Answers) -> Stance | None:
    article, first, last = speech.cast.article, clause.first, clause.last
    labelled = denial_by_label(speech.cast, first, last, speaker, answers)
    if labelled is not None or told_figures(article, first, last):
        return labelled
    return _stance_of(article, clause)


def said_otherwise(
    article: Article, said: Sequence[SaidClause], taken: set[int]
) -> Iterator[tuple[SaidClause, Stance]]:
    """Read what else speakers say without a figure as stances, outside the tokens `taken`.

    Whether one is a stance that others could dispute is weighed elsewhere.
    """
    taken = set(taken)
    for clause in said:
        span = range(clause.opens, clause.last)
        if clause.speaker is None or clause.first >= clause.last or not taken.isdisjoint(span):
            continue
        figured = told_figures(article, clause.first, clause.last)
        if not figured and not is_supposed(article, clause.first, clause.last):
            taken.update(span)
            yield clause, _read_as_stance(article, clause, "denied" if _negates(article, clause) else "asserted")


def _negates(article: Article, clause: SaidClause) -> bool:
    """Whether a clause is negated at all, in its verb or in its subject: "Nothing is being hidden"."""
    subject = past_opening(article, clause.first, clause.last)
    return denies(article, clause.first, clause.last) or denies_subject(article, subject, clause.last)


def own_answers(article: Article, speech: Speech, found: Sequence[Stance]) -> list[Stance]:
    """Find what a publisher itself answers to somebody's figure: "The mayor speaks of 300. That is a fiction."."""
    taken = {article.sentence_of[stance.first] for stance in found}
    free = (number for number in range(1, len(article.sentences)) if number not in taken)
    answers = (_own_answer(article, speech, number) for number in free)
    return [answer for answer in answers if answer is not None]


def _own_answer(article: Article, speech: Speech, number: int) -> Stance | None:
    sentence, before = article.sentences[number], article.figures_by_sentence.get(number - 1, [])
    short = before and sentence.last - sentence.first <= _LONGEST_ANSWER and article.lower[sentence.first] in POINTING
    if not short or speech.speaker_at[sentence.first] is not None:
        return None
    giver, last = speech.speaker_at[before[-1].first], sentence.last - 1
    called = not article.vocabulary.stances.denials.isdisjoint(article.lower[sentence.first : last])
    if giver is None or not called or not is_labelled(article, sentence.first, last):
        return None
    return Stance(sentence.first, last, last, None, "denied", last, target=giver.name, figure=before[-1].first)


def _stance_of(article: Article, clause: SaidClause) -> Stance | None:
    polarity = _polarity(article, clause)
    if polarity is None:
        return None
    return _read_as_stance(article, clause, polarity)


def _read_as_stance(article: Article, clause: SaidClause, polarity: Polarity) -> Stance:
    """Find where the phrase that states it ends and which way it goes."""
    labelled = is_labelled(article, clause.first, clause.last)
    last = clause.last if labelled else phrase_end(article, clause.first, clause.last)
    stance = Stance(clause.opens, last, clause.first, clause.speaker, polarity, clause.last)
    return turned(stance, direction_of(article, clause.first, clause.last))


def _polarity(article: Article, clause: SaidClause) -> Polarity | None:
    """What a said clause makes of its matter: a charge, a cause or a denial of it; None where it is no stance."""
    if is_supposed(article, clause.first, clause.last):
        return None
    if disowns(article, clause.first, clause.last):
        return "denied"
    charge = charge_in(article, clause.first, clause.last)
    if charge is not None and not clause.is_answer and not is_labelled(article, clause.first, clause.last):
        return _of_charge(article, clause, charge)
    if _denies(article, clause):
        return "denied"
    if clause.is_answer:
        return None
    if names_cause(article, clause.first, clause.last) or _excludes_else(article, clause.first, clause.last):
        return "asserted"
    if clause.is_maintained and not looks_ahead(article, clause.first, clause.last):
        return "asserted"
    return "asserted" if is_charge(article, clause.first, clause.last) else None


def _of_charge(article: Article, clause: SaidClause, charge: Charge) -> Polarity | None:
    """Whether somebody is said to have done it or not; who may have done it is held responsible by nobody."""
    if looks_ahead(article, clause.first, charge.cue - 1):  # "was to blame" is no plan
        return None
    return "denied" if charge.is_denied else "asserted"


def _excludes_else(article: Article, first: int, last: int) -> bool:
    """Whether a clause says of a deed that it hit nothing else: "its drones went only for arms factories"."""
    only = (index for index in range(first + 1, last - 1) if article.lower[index] in article.mood_words.excludes)
    struck = any(article.classes[index - 1] == VERB and _is_aimed(article, index + 1) for index in only)
    return struck and is_in_past(article, first, last)


def _is_aimed(article: Article, index: int) -> bool:
    """Whether what is struck or done follows: "only | for arms plants", "only | military sites"."""
    return article.classes[index] in (NOUN, ADJECTIVE) or article.lower[index] in ("for", "at", "against", "on")


def names_cause(article: Article, first: int, last: int) -> bool:
    """Whether a clause tells what brought a thing about: "the fire was caused by a cable", "was due to fog"."""
    causes = (index for index in range(first + 1, last) if article.cues.stances.get(index, (0, ""))[1] == "cause")
    return any(_is_linked(article, index) and not looks_ahead(article, first, index) for index in causes)


def _is_linked(article: Article, index: int) -> bool:
    """Whether a form of "be" stands before a token, adverbs passed over."""
    before = index - 1
    while article.classes[before] == ADVERB:
        before -= 1
    return article.lower[before] in BE and not is_negation(article.lower[before + 1])


def said_clauses(article: Article, speech: Speech) -> Iterator[SaidClause]:
    """Yield what is said in an article: the clauses of quotations, and those that a verb of saying takes."""
    for quotation in speech.quotations:
        speaker = speech.speaker_at[quotation.first]
        first = quotation.first
        while first < quotation.last:
            last = _piece_end(article, first, quotation.last)
            yield SaidClause(first, last, first, speaker, is_quoted=True)
            first = last + 1
    verbs = frozenset(saying.verb for saying in speech.sayings if _is_finite(article, saying.verb))
    for saying in speech.sayings:
        if saying.kind in _KINDS and not _is_of_victims(article, saying.verb):
            said, asserts = _of_saying(article, speech, saying, verbs), _asserts(article, saying)
            yield from (clause for clause in said if asserts or charge_in(article, clause.first, clause.last))
    yield from _answers(article, speech)


def _is_finite(article: Article, verb: int) -> bool:
    """Whether a verb of saying says something by itself: not in "was to blame", nor in "claimed by the union"."""
    return article.lower[verb - 1] != "to" and article.lower[verb + 1] != "by"


def _is_of_victims(article: Article, verb: int) -> bool:
    """Whether a participle only tells what is said of those before it: "the others | reported missing"."""
    form = article.vocabulary.verbs.get(article.lower[verb])
    past = form is not None and form.form in ("past", "participle")
    return past and article.lower[verb + 1] in article.mood_words.victims and article.classes[verb + 2] != NOUN


def _answers(article: Article, speech: Speech) -> Iterator[SaidClause]:
    """Yield the sentences that a known speaker says without a verb of saying and without quotation marks."""
    told = {article.sentence_of[saying.verb] for saying in speech.sayings}
    for number, sentence in enumerate(article.sentences):
        first, last = sentence.first, sentence.last - 1
        spoken = first < last and speech.speaker_at[first] is not None and not any(speech.quoted[first:last])
        if spoken and number not in told and not sentence.furniture and not is_question(article, first, sentence.last):
            yield SaidClause(first, last, first, speech.speaker_at[first], is_answer=True)


def is_supposed(article: Article, first: int, last: int) -> bool:
    """Whether a clause only supposes or asks: "but if we do not repair the roof", "then why not sell it"."""
    words = article.lower[first : min(last, first + _OPENING)]
    opening = next((word for word in words if word not in _JOINTS), "")
    return opening in article.mood_words.supposes or "whether" in words


_OPENING: Final = 5
_JOINTS: Final = frozenset(("and", "but", "or", "so", "then", "obviously", "because", '"', "“", ",", "even"))


def _piece_end(article: Article, first: int, last: int) -> int:
    while first < last and article.classes[first] not in (STOP, COMMA):
        first += 1
    adverb = first + 1
    alone = adverb < last and (adverb + 1 == last or article.classes[adverb + 1] in (COMMA, STOP))
    charged = alone and article.vocabulary.stances.nouns.get(article.lower[adverb]) == "charge"
    return adverb + 1 if charged and article.classes[first] == COMMA else first  # "lent its boats, knowingly"


def _asserts(article: Article, saying: Saying) -> bool:
    """Whether the verb states: who fears or hopes that nobody was hurt denies nothing."""
    form = article.vocabulary.verbs.get(article.lower[saying.verb])
    return form is None or article.vocabulary.stances.nouns.get(form.lemma) != "attitude"


def _of_saying(article: Article, speech: Speech, saying: Saying, verbs: frozenset[int]) -> Iterator[SaidClause]:
    """The clause after a leading verb of saying ("said no shots were fired"), or before a trailing one."""
    sentence = article.sentence(saying.verb)
    if sentence.furniture or is_question(article, saying.verb, sentence.last):
        return
    active = saying.kind != "according" and saying.subject.first <= saying.verb
    first = _past_fronted(article, saying.verb_end, sentence.last)
    ahead = _past_aside(article, first, sentence.last)
    how = article.lower[saying.verb_end : saying.verb_end + 2] == ["on", "condition"]
    if active and not how and ahead - saying.verb_end > 1 and not speech.quoted[min(ahead, len(speech.quoted)) - 1]:
        yield SaidClause(first, ahead, saying.verb, saying.speaker)
    if active:
        yield from _around(article, saying, sentence.last)
        further = further_clauses(article, first, sentence.last)
        yield from (SaidClause(first, last, first, saying.speaker) for first, last in further)
    if saying.kind == "according" and saying.first == sentence.first:
        yield from _behind(article, saying, sentence.last)
    if not active or saying.first > sentence.first:
        yield from _before(article, speech, saying, sentence.first, verbs)


def _behind(article: Article, saying: Saying, limit: int) -> Iterator[SaidClause]:
    """The clause behind "According to the shepherds, "."""
    comma = next((i for i in range(saying.subject.last, limit) if article.classes[i] == COMMA), limit)
    if comma + 1 < limit and not article.has_verb(saying.subject.first, comma):
        yield SaidClause(comma + 1, clause_end(article, comma + 1, limit), comma + 1, saying.speaker)


def _around(article: Article, saying: Saying, limit: int) -> Iterator[SaidClause]:
    """What is told around a parenthesis: "the clerk, who, the police say, was not hurt", "that, she says, is false"."""
    first, before = saying.verb_end + 1, saying.subject.first - 1
    closed = first + 1 < limit and article.classes[first - 1] == COMMA and article.classes[before] == COMMA
    if closed and article.classes[first] in (AUXILIARY, VERB) and _is_parted(article, before - 1):
        last = clause_end(article, first, limit)
        if is_in_past(article, first, last):
            yield SaidClause(first, last, first, saying.speaker)
        elif is_labelled(article, before - 1, last):
            yield SaidClause(first, last, first, saying.speaker, is_parted_label=True)


def _is_parted(article: Article, index: int) -> bool:
    """Whether a word before a parenthesis is a subject parted from its verb."""
    return article.classes[index] in (NOUN, NAME, PRONOUN) or article.lower[index] in _PARTED


_PARTED: Final = frozenset(("who", "which", "that", "this", "all"))


def _past_fronted(article: Article, first: int, limit: int) -> int:
    """Step over what stands in front of a said clause: "said | on Monday | that", "said that in May, | no ship had"."""
    start = _that_behind(article, first, limit)
    if start != first:
        return start
    last = clause_end(article, first, limit)
    start = first + (article.lower[first] == "that")
    fronted = article.classes[start] == PREPOSITION and not article.has_verb(start, last)
    return last + 1 if fronted and last < limit and article.classes[last] == COMMA else first


def _past_aside(article: Article, first: int, limit: int) -> int:
    """Find the end of a said clause, over an aside behind its subject: "said the barge, built in Rena, had sunk"."""
    end = clause_end(article, first, limit)
    aside = end < limit and article.classes[end] == COMMA and not article.has_verb(first, end)
    if not aside or not _OPENS_SUBJECT.intersection(article.classes[first : first + 2]):
        return end
    closing = next((index for index in range(end + 1, limit) if article.classes[index] == COMMA), limit)
    goes_on = closing + 1 < limit and article.classes[closing + 1] in (VERB, AUXILIARY, ADVERB)
    return clause_end(article, closing + 1, limit) if goes_on else end


_OPENS_SUBJECT: Final = frozenset((DETERMINER, NAME, NOUN, ADJECTIVE))


def _that_behind(article: Article, first: int, limit: int) -> int:
    """Where "that" opens what is said behind whom it was told and when: "told a court in May | that"."""
    for index in range(first, min(limit, first + _TOLD_REACH)):
        if article.lower[index] == "that" and article.classes[index] == SUBORDINATOR:
            return index
        if article.classes[index] in _NO_CIRCUMSTANCE:
            break
    return first


_TOLD_REACH: Final = 9
"""Tokens behind a verb of saying that may tell to whom and when it was said."""
_NO_CIRCUMSTANCE: Final = frozenset((VERB, AUXILIARY, GERUND, COMMA, STOP, QUOTE))


def _before(
    article: Article, speech: Speech, saying: Saying, limit: int, verbs: frozenset[int]
) -> Iterator[SaidClause]:
    """The clause right before ", the ministry said", if it is no quotation."""
    last = saying.first
    while last > limit and article.classes[last - 1] in (COMMA, QUOTE):
        last -= 1
    introduced = article.lower[saying.first - 1] == ":"  # "who had no part in it: she says"
    if last == saying.first or last <= limit or speech.quoted[last - 1] or introduced:
        return
    first, limit = last, max(limit, last - _LONGEST)
    while first > limit and article.classes[first - 1] not in (COMMA, STOP, QUOTE):
        first -= 1
    if article.classes[first] in (VERB, GERUND) or not verbs.isdisjoint(range(first, last)):
        return  # "the ministry said|, adding that"
    ends = article.classes[saying.verb_end] in (COMMA, STOP, QUOTE) or saying.subject.first >= saying.verb_end
    trails = article.classes[saying.verb] == VERB and ends
    maintained = trails and article.cues.stances.get(saying.verb, (0, ""))[1] == "insisted"
    yield SaidClause(first, last, first, saying.speaker, maintained)


def _denies(article: Article, clause: SaidClause) -> bool:
    """Whether a said clause denies something: calls it untrue, says that it was not so, or that nobody did it."""
    quoted = clause.first > 0 and article.classes[clause.first - 1] == QUOTE
    if clause.is_parted_label or is_labelled(article, clause.first, clause.last):
        return True
    if is_negated(article, clause.first, clause.last):
        state = direction_of(article, clause.first, clause.last).predicate is not None  # "it's not safe"
        strong = state or is_in_past(article, clause.first, clause.last)
        strong = strong or _tells_none(article, clause.first, clause.last)
        return strong or (quoted and denies_subject(article, clause.first, clause.last)) or _takes_up(article, clause)
    whole = clause.last >= len(article.classes) or article.classes[clause.last] in (COMMA, STOP, QUOTE)
    part = clause.first > 1 and article.classes[clause.first - 2] in (DETERMINER, PREPOSITION, ADJECTIVE)
    alone = (quoted and not part) or clause.first == article.sentence(clause.first).first
    return alone and whole and is_bare_label(article, clause.first, clause.last)


def _tells_none(article: Article, first: int, last: int) -> bool:
    """Whether a clause says that there is none of something, and not for now only: "at the moment"."""
    there = article.lower[past_opening(article, first, last)] == "there"
    return there and article.mood_words.weakens_not.isdisjoint(article.lower[first:last])


def _takes_up(article: Article, clause: SaidClause) -> bool:
    """Whether a thing of the clause stands in another sentence too: "there is no deal" where a deal was spoken of."""
    own = article.sentence_of[clause.first]
    things = {
        article.lower[index].rstrip("s")
        for index in range(clause.first, clause.last)
        if article.classes[index] == NOUN and len(article.lower[index]) >= _TELLING_LETTERS
    }
    sentences = range(max(0, own - _SENTENCES_BACK), own)
    return any(
        article.lower[index].rstrip("s") in things
        for number in sentences
        for index in range(article.sentences[number].first, article.sentences[number].last)
    )
