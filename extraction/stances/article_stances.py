"""Stances: what somebody denies, neither confirms nor denies, or maintains without a figure of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.model import Figure, Polarity
from extraction.speech.polarity import unverified_at
from extraction.speech.said_clauses import denies, denies_subject, is_opinion, looks_ahead, past_opening, whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.admissions import GUILTY, PLEAS, before_figure, deed_start, is_undone
from extraction.stances.answered_blame import answered_blame
from extraction.stances.answered_figures import Answers, answered, before_claim
from extraction.stances.denied_words import denied_words
from extraction.stances.directions import direction_of
from extraction.stances.further_stances import rejected_account, says_again, second_stances, told_by_another
from extraction.stances.refusals import has_matter, passive, refusal_start
from extraction.stances.rejoinders import rejoinders
from extraction.stances.responsibility import disowns, object_end
from extraction.stances.said_stances import SaidClause, own_answers, said_clauses, said_otherwise, stances_said
from extraction.stances.short_answers import emphatics, short_answers, told_answers
from extraction.stances.stance import (
    Stance,
    answerable,
    clause_end,
    figures_in,
    is_question,
    phrase_end,
    told_beside,
    told_figures,
    turned,
    verb_start,
)
from extraction.stances.stance_kinds import (
    ANSWERS,
    ANSWERS_FIGURES,
    INSIDE,
    NEGATABLE,
    OBJECT_REACH,
    OF_CLAIMS,
    OF_SUBJECTS,
    POLARITIES,
    REFUSABLE,
)
from extraction.stances.stance_senses import is_meant, is_told
from extraction.stances.stance_speakers import named_after, stance_speaker
from extraction.stances.stance_weights import WeighedStance, weighed
from extraction.stances.turned_denials import turned_denials
from extraction.stances.verdicts import matter_start, verdict_of
from extraction.words.article import DENIALS, Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import ADVERB, AUXILIARY, COMMA, CONJUNCTION, NOUN, QUOTE, STOP, SUBORDINATOR, VERB


def find_stances(article: Article, speech: Speech, answers: Answers) -> tuple[list[Stance], list[WeighedStance]]:
    """Find the stances of an article, in order, and what else is said with how likely it is one.

    Questions, furniture and denied figures are left out. What becomes of the figures that a stance answers is noted in
    `answers`.
    """
    said = list(said_clauses(article, speech))
    found = _found(article, speech, said, answers)
    taken = {index for stance in found for index in range(stance.first, _taken_end(stance))}
    others = list(weighed(article, speech, found, said_otherwise(article, said, taken)))
    stances = turned_denials(article, found + [one.stance for one in others if one.is_taken])
    return [stance for stance in stances if not says_again(article, speech, stance)], others


def _found(article: Article, speech: Speech, said: Sequence[SaidClause], answers: Answers) -> list[Stance]:
    """Find the stances that words of the tables tell: denials, admissions, charges, answers and the like."""
    found = [
        stance
        for sentence in article.sentences
        if not sentence.furniture
        for stance in _in_sentence(article, speech, answers, sentence.first, sentence.last)
    ]
    accounts = {number: rejected_account(article, speech, stance) for number, stance in enumerate(found)}
    for number, account in accounts.items():
        if account is not None:
            found[number] = found[number]._replace(clause_last=account.clause_last)
            found.append(account)
    found += [more for stance in found for more in second_stances(article, stance)]
    found += [told for stance in found if (told := told_by_another(article, speech, stance)) is not None]
    taken = {index for stance in found for index in range(stance.first, _taken_end(stance))}
    found += stances_said(speech, said, taken, answers)
    found += short_answers(article, speech, found)
    found += told_answers(article, speech, found)
    found += answered_blame(article, speech, found)
    found += rejoinders(article, said, found)
    found += own_answers(article, speech, found)
    found += emphatics(article, speech, found)
    found += denied_words(article, speech, said, found)
    return found


def _taken_end(stance: Stance) -> int:
    """Where the words end that a stance takes: behind what a figure is called ("calls the 22 per cent "invented"")."""
    return max(stance.last, stance.clause_last) if stance.figure is not None else stance.last


def _in_sentence(article: Article, speech: Speech, answers: Answers, first: int, last: int) -> Iterator[Stance]:
    """Yield the stances of the tokens `[first, last)`, none within another or within what somebody is silent about."""
    stances, passed = article.cues.stances, first
    for index in [index for index in range(first, last) if index in stances]:
        found = stances[index]
        if found[1] == "silence" and not has_matter(article, index + found[0], last):
            passed = clause_end(article, index, last)
        stance = _stance_at(article, speech, answers, index, found, (first, last)) if index >= passed else None
        if stance is not None:
            yield stance
            passed = stance.last


def _stance_at(
    article: Article, speech: Speech, answers: Answers, index: int, cue: tuple[int, str], span: tuple[int, int]
) -> Stance | None:
    """Read the stance whose word of the table (its length in tokens and its kind) stands at `index`, if it is one."""
    length, kind = cue
    length += _aside_length(article, index + length)
    if kind in INSIDE or is_question(article, index, span[1]):
        return None
    if kind in ("charged", "ruled"):
        return (_rule_at if kind == "ruled" else _charge_at)(article, speech, index, span)
    if kind == "answer" and article.lower[index + length : index + length + 1] == ["for"]:
        return None  # "cannot answer for those who jumped"
    refusal = refusal_start(article, index, kind, span[0]) if kind in REFUSABLE else None
    if refusal is None and kind in ANSWERS:
        if kind != "verification" or passive(article, index) or is_undone(article, index):
            return None
        kind = "admitted"
    if refusal is None and kind in DENIALS and passive(article, index):
        return _denied_by(article, speech, answers, index, span)
    if (refusal is None or kind in OF_CLAIMS) and not is_meant(article, index, length, kind, span[1]):
        return None
    first = verb_start(article, index, span[0]) if refusal is None else refusal
    first += article.lower[first].startswith("'")  # "I|'m not ruling anything out"
    polarity: Polarity = POLARITIES[kind] if refusal is None else "unconfirmed"
    stance = Stance(first, index + length, index + length, None, polarity, span[1])
    return _bounded(article, speech, answers, stance, kind, span)


def _aside_length(article: Article, first: int) -> int:
    """How many tokens an adverb between commas has: "owns up|, moreover,| to hiding a key"."""
    opening, word, closing = [*article.classes[first : first + 3], STOP, STOP, STOP][:3]
    return 3 if opening == closing == COMMA and word in (ADVERB, CONJUNCTION) else 0


def _charge_at(article: Article, speech: Speech, noun: int, span: tuple[int, int]) -> Stance | None:
    """Read what a charge says that is told as a noun: "was held on allegations that his men had robbed a bank"."""
    first = noun + article.cues.stances[noun][0]
    last = clause_end(article, first, span[1])
    if article.classes[noun] in (VERB, AUXILIARY):
        return None  # "to those who charge that we slept"
    relative = article.classes[first] in (VERB, AUXILIARY, ADVERB)  # "charges that could send him to prison"
    if relative or told_figures(article, first, last) or not article.has_verb(first, last):
        return None
    if is_opinion(article, first, last) or looks_ahead(article, first, last):
        return None
    owner = whose_claim(article, span[0], first)
    giver = speaker_of(speech.cast, Subject(*owner)) if owner is not None else None
    stance = Stance(noun, phrase_end(article, first, last), first, giver, "asserted", last)
    denied = denies(article, first, last)
    stance = stance._replace(polarity="denied" if denied else "asserted")
    return turned(stance, direction_of(article, first, last))


def _rule_at(article: Article, speech: Speech, index: int, span: tuple[int, int]) -> Stance | None:
    """Read what is to be forbidden or done away with: "parking in the square would be banned"."""
    first, last = index, clause_end(article, index, span[1])
    while first > span[0] and article.classes[first - 1] not in (COMMA, STOP, QUOTE, SUBORDINATOR):
        first -= 1
    if figures_in(article, first, last) or NOUN not in article.classes[first:index]:
        return None
    ruling = index + article.cues.stances[index][0] - 1
    told = article.cues.predicates.get(ruling)
    predicate = told[1] if told is not None else article.lower[ruling]
    if speech.speaker_at[index] is None:
        return None
    return Stance(first, last, first, speech.speaker_at[index], "expected", last, predicate)


def _denied_by(article: Article, speech: Speech, answers: Answers, index: int, span: tuple[int, int]) -> Stance | None:
    """Read "Amnesty's estimate of 400 dead was rejected by the army"; who rejects it stands behind "by"."""
    denier = named_after(article, speech, index + 1, "by", span[1])
    first = verb_start(article, index, span[0])
    subject = next(
        (place for place in range(first - 1, span[0] - 1, -1) if article.classes[place] == STOP), span[0] - 1
    )
    spoken = any(article.vocabulary.stances.nouns.get(word) == "claim" for word in article.lower[subject + 1 : first])
    if denier is None or not spoken:
        return None
    stance = Stance(first, clause_end(article, index, span[1]), subject + 1, denier, "denied", span[1])
    that = next((place for place in range(subject + 1, first) if article.lower[place] == "that"), None)
    matter = (that + 1, first) if that is not None and article.has_verb(that, first) else None
    figures = told_beside(article, *matter) if matter is not None else figures_in(article, subject + 1, first)
    if figures:
        return answered(speech.cast, stance, figures, answers, denies=True)
    answered(speech.cast, stance, figures_in(article, subject + 1, first), answers, denies=True)
    return stance._replace(object=index, matter=matter)


def _bounded(
    article: Article, speech: Speech, answers: Answers, stance: Stance, kind: str, span: tuple[int, int]
) -> Stance | None:
    """Find the end and the speaker of a stance whose verb is found; None where it tells nothing that is a stance."""
    last = _deed_end(article, stance, kind, _past_name(article, stance.object, span[1]))
    figures = answerable(article, stance.object, last, kind)
    if _leaves_figure_open(article, stance):
        return None
    stance = stance._replace(speaker=stance_speaker(article, speech, stance.first, stance.object - 1, kind, span))
    if figures and (kind in ANSWERS_FIGURES or _asks_figure(article, stance, figures[0])):
        beside = answered(speech.cast, stance, figures, answers, of_claim=kind in OF_CLAIMS)
        if beside is None or beside.target is not None:
            return beside
    last = _object_end(article, stance.object, last, kind)
    if not is_told(article, stance, kind, last):
        return None
    if kind in OF_SUBJECTS:
        stance = stance._replace(matter=_subject_told(article, stance, span[0]))
    if kind == "asserted":
        deed = deed_start(article, kind, stance.object, last)
        named = deed is not None and NOUN in article.classes[deed : _unquoted_end(article, deed, last)]
        stance = stance._replace(matter=(deed, last) if named and deed is not None else None)
    return _directed(article, stance, kind, last)


def _unquoted_end(article: Article, first: int, last: int) -> int:
    """The first quotation mark among the tokens, else their end."""
    return next((index for index in range(first, last) if article.classes[index] == QUOTE), last)


def _past_name(article: Article, first: int, limit: int) -> int:
    """Find the end of an object over a name in commas: "accused the owner, Rena Mines, | of hiding a leak"."""
    end = clause_end(article, first, limit)
    if end >= limit or article.classes[end] != COMMA or article.has_verb(first, end):
        return end
    ahead = range(end + 1, min(limit, end + 1 + OBJECT_REACH))
    closing = next((index for index in ahead if article.classes[index] == COMMA), end)
    named = closing > end and not article.has_verb(end, closing) and article.lower[closing + 1] in ("of", "for")
    return clause_end(article, closing + 1, limit) if named else end


def _asks_figure(article: Article, stance: Stance, figure: Figure) -> bool:
    """Whether what is left open is a figure itself: "it is unclear whether 12 or 15 were hurt"."""
    return article.lower[stance.object - 1] == "whether" and figure.first == stance.object


def _leaves_figure_open(article: Article, stance: Stance) -> bool:
    """Whether all that a stance tells is that a figure is not verified: "reports that 40 died remain unconfirmed"."""
    places = (unverified_at(article, figure) for figure in article.figures_of(stance.first))
    return any(place is not None and stance.first <= place < stance.object for place in places)


def _deed_end(article: Article, stance: Stance, kind: str, last: int) -> int:
    """Where a deed ends that somebody takes upon himself, admits or is accused of; of other objects their own end."""
    if kind == "taken":
        return object_end(article, stance.object, last)
    deed = deed_start(article, kind, stance.object, last)
    return before_figure(article, deed + 1, last) if deed is not None else last


def _directed(article: Article, stance: Stance, kind: str, last: int) -> Stance:
    """Bound a stance at the end of its object and read which way that goes."""
    read = verdict_of if kind == "finding" else direction_of
    matter = matter_start(article, stance.object, last) if kind == "finding" else stance.object
    way, counts_negation = read(article, stance.object, last), kind in NEGATABLE
    clause = past_opening(article, stance.object, last)
    if counts_negation and any(says_no(article, clause, last) for says_no in (denies, denies_subject, disowns)):
        stance = stance._replace(polarity="denied")
    stance = stance._replace(last=phrase_end(article, stance.object, last), object=matter, clause_last=last)
    if kind in PLEAS:
        return stance._replace(predicate=GUILTY)
    charges = stance.polarity == "asserted" and kind in ("asserted", "admitted", "blamed")
    return stance if charges else turned(stance, way, counts_negation=counts_negation)


def _subject_told(article: Article, stance: Stance, limit: int) -> tuple[int, int] | None:
    """The subject of a passive verb, which is what it tells of: "a landslide | can be ruled out"."""
    cues = article.cues.stances
    verbs = (index for index in range(stance.first, stance.object) if cues.get(index, (0, ""))[1] in OF_SUBJECTS)
    if not any(passive(article, index) for index in verbs):
        return None
    subject = subject_before(article, stance.first, limit)
    return (subject.first, subject.last) if subject is not None else None


def _object_end(article: Article, first: int, last: int, kind: str) -> int:
    """Cut a denial before what a claim says ("rejected her claim | that ..."), and behind what it is called."""
    if kind == "denied_claim" and whose_claim(article, first - 1, last) is not None:
        last = before_claim(article, first, last)
    return _after_name(article, first, last) if kind in ("denied_claim", "denied_name") else last


def _after_name(article: Article, first: int, last: int) -> int:
    """The end of what a claim is called: just after the quotation mark that closes it ("dismissed it as "lies"")."""
    marks = [index for index in range(first, last) if article.classes[index] == QUOTE]
    return marks[1] + 1 if len(marks) > 1 else last
