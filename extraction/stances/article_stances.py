"""Stances: what somebody denies, neither confirms nor denies, or maintains without a figure of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction.model import Polarity
from extraction.speech.cast import Speaker
from extraction.speech.polarity import polarity_of
from extraction.speech.said_clauses import denies, denies_subject, is_opinion, looks_ahead, past_opening, whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.admissions import (
    BY_DOER,
    GUILTY,
    PLEAS,
    before_figure,
    deed_start,
    is_accused_of_deed,
    is_admitted,
    is_of_being,
    is_pleaded,
    is_undone,
)
from extraction.stances.answered_figures import Answers, answered, before_claim
from extraction.stances.directions import direction_of
from extraction.stances.refusals import has_matter, passive, refusal_start
from extraction.stances.rejoinders import rejoinders
from extraction.stances.responsibility import held_for, is_taken, object_end
from extraction.stances.said_stances import own_answers, said_otherwise, stances_said
from extraction.stances.short_answers import emphatics, short_answers, told_answers
from extraction.stances.stance import Stance, clause_end, figures_in, further_clauses, is_question, phrase_end, turned
from extraction.stances.stance_topics import points_at_figure
from extraction.stances.stance_weights import WeighedStance, weighed
from extraction.stances.verdicts import is_finding, matter_start, verdict_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_POLARITIES: Final[dict[str, Polarity]] = {
    "denied": "denied",
    "denied_claim": "denied",
    "denied_name": "denied",
    "not_accepted": "denied",
    "ruled_out": "denied",
    "unconfirmed": "unconfirmed",
    "no_comment": "unconfirmed",
    "answer": "unconfirmed",
    "silence": "unconfirmed",
    "telling": "unconfirmed",
    "verification": "unconfirmed",
    "asserted": "asserted",
    "blamed": "asserted",
    "insisted": "asserted",
    "admitted": "asserted",
    "pleaded": "asserted",
    "pleaded_not": "denied",
    "taken": "asserted",
    "held": "asserted",
    "finding": "asserted",
    "not_believed": "denied",
    "threatened": "expected",
}
_ANSWERS: Final = frozenset(("answer", "silence", "telling", "verification"))
"""Kinds of verbs that are a stance only where they are refused or negated."""
_REFUSABLE: Final = _ANSWERS | {"denied", "denied_claim", "ruled_out"}
"""Kinds of verbs whose negation leaves the matter open: "would not deny", "has not ruled out"."""
_NEGATABLE: Final = frozenset(("insisted", "asserted"))
"""Kinds of verbs that deny where what they say is negated: "insisted that no shot was fired"."""
_ANSWERS_FIGURES: Final = frozenset(
    ("denied", "denied_claim", "denied_name", "not_accepted", "ruled_out", "verification", "telling")
)
"""Kinds of verbs whose object may be a figure that is answered: "would not confirm the 18"."""
_DENIED: Final = frozenset(("denied", "denied_claim"))
_OF_CLAIMS: Final = frozenset(("denied_claim", "not_accepted"))
"""Kinds of verbs that answer a claim only: who rejects workers or accepts no bid denies nothing."""
_NOBODY: Final = frozenset(("nobody", "one", "none", "no", "neither"))
"""Subjects before a verb of claiming by which nobody claims: "no one has claimed responsibility"."""
_INSIDE: Final = frozenset(("label", "responsible", "committed", "part", "verdict", "cause"))
"""Kinds of words that make no stance by themselves but tell what one says: "is a lie", "was behind the attack"."""
_OF_SUBJECTS: Final = frozenset(("ruled_out", "verification"))
"""Kinds of verbs whose passive is about its subject: "arson has been ruled out"."""
_OBJECT_REACH: Final = 8
_VERBS_BEFORE: Final = frozenset(
    ("refrained", "declined", "refused", "would", "could", "unable", "either", "to", "from")
)


def find_stances(article: Article, speech: Speech, answers: Answers) -> tuple[list[Stance], list[WeighedStance]]:
    """Find the stances of an article, in order, and what else is said with how likely it is one.

    Questions, furniture and denied figures are left out. What becomes of the figures that a stance answers is noted in
    `answers`.
    """
    found = _found(article, speech, answers)
    taken = {index for stance in found for index in range(stance.first, _taken_end(stance))}
    others = list(weighed(article, speech, found, said_otherwise(article, speech, taken)))
    stances = found + [one.stance for one in others if one.is_taken]
    return sorted(stance for stance in stances if not _says_again(article, speech, stance)), others


def _found(article: Article, speech: Speech, answers: Answers) -> list[Stance]:
    """Find the stances that words of the tables tell: denials, admissions, charges, answers and the like."""
    found = [
        stance
        for sentence in article.sentences
        if not sentence.furniture
        for stance in _in_sentence(article, speech, answers, sentence.first, sentence.last)
    ]
    accounts = {number: _rejected_account(article, speech, stance) for number, stance in enumerate(found)}
    for number, account in accounts.items():
        if account is not None:
            found[number] = found[number]._replace(clause_last=account.clause_last)
            found.append(account)
    found += [more for stance in found for more in _further(article, stance)]
    found += [told for stance in found if (told := _told_by_another(article, speech, stance)) is not None]
    taken = {index for stance in found for index in range(stance.first, _taken_end(stance))}
    found += stances_said(article, speech, taken, answers)
    found += rejoinders(article, speech, found)
    found += own_answers(article, speech, found)
    found += short_answers(article, speech, found)
    found += told_answers(article, speech, found)
    found += emphatics(article, speech, found)
    return found


def _further(article: Article, stance: Stance) -> Iterator[Stance]:
    """Read what is admitted or denied in a second clause: "denied that it leaked and that anybody was told"."""
    if (
        stance.polarity not in ("asserted", "denied")
        or stance.object == stance.first
        or "that" not in (article.lower[stance.object : stance.object + 1])
    ):
        return
    for first, last in further_clauses(article, stance.object, article.sentence(stance.first).last):
        if not figures_in(article, first, last) and not is_opinion(article, first, last):
            more = stance._replace(first=first, last=phrase_end(article, first, last), object=first, clause_last=last)
            yield more._replace(predicate=None, target=None)


def _rejected_account(article: Article, speech: Speech, stance: Stance) -> Stance | None:
    """Read what another maintains where it is told to be rejected: "rejected her claim that a cable broke"."""
    owner = whose_claim(article, stance.object - 1, stance.last + 1) if stance.polarity == "denied" else None
    that = next((index for index in range(stance.object, stance.last + 1) if article.lower[index] == "that"), None)
    if owner is None or that is None or stance.figure is not None:
        return None
    giver, last = speaker_of(speech.cast, Subject(*owner)), clause_end(article, that + 1, article.sentence(that).last)
    if giver is None or figures_in(article, that + 1, last) or last - that <= _SHORTEST_ACCOUNT:
        return None
    account = Stance(that + 1, phrase_end(article, that + 1, last), that + 1, giver, "asserted", last)
    denied = denies(article, that + 1, last)
    return turned(account._replace(polarity="denied" if denied else "asserted"), direction_of(article, that + 1, last))


_SHORTEST_ACCOUNT: Final = 3


def _told_by_another(article: Article, speech: Speech, stance: Stance) -> Stance | None:
    """Read what is denied as another's word: "denied that the line would close, as the opposition has claimed"."""
    comma, limit = stance.clause_last, article.sentence(stance.first).last
    if stance.polarity != "denied" or article.lower[comma : comma + 2] != [",", "as"]:
        return None
    ahead = range(comma + 2, min(limit, comma + 2 + _OBJECT_REACH))
    verb = next((index for index in ahead if index in article.cues.speech and article.classes[index] == VERB), None)
    subject = subject_before(article, verb, comma + 2) if verb is not None else None
    giver = speaker_of(speech.cast, subject) if subject is not None else None
    if giver is None or verb is None:
        return None
    return stance._replace(first=_verb_start(article, verb, comma), last=verb + 1, speaker=giver, polarity="asserted")


def _taken_end(stance: Stance) -> int:
    """Where the words end that a stance takes: behind what a figure is called ("calls the 22 per cent "invented"")."""
    return max(stance.last, stance.clause_last) if stance.figure is not None else stance.last


def _says_again(article: Article, speech: Speech, stance: Stance) -> bool:
    """Whether a denial is only of the figure that its speaker has denied right before: "That number does not exist"."""
    if stance.polarity != "denied" or stance.speaker is None or not points_at_figure(article, stance):
        return False
    own = article.sentence_of[stance.first]
    near = article.figures_by_sentence.get(own - 1, []) + article.figures_by_sentence.get(own, [])
    before = [figure for figure in near if figure.last <= stance.first]
    speaker = speech.speaker_at[before[-1].first] if before else None
    same = speaker is not None and speaker.name == stance.speaker.name
    return same and polarity_of(article, before[-1]) == "denied"


def _in_sentence(article: Article, speech: Speech, answers: Answers, first: int, last: int) -> Iterator[Stance]:
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
    length, kind = cue
    length += _aside_length(article, index + length)
    if kind in _INSIDE or is_question(article, index, span[1]):
        return None
    if kind in ("charged", "ruled"):
        return (_rule_at if kind == "ruled" else _charge_at)(article, speech, index, span)
    if kind == "answer" and article.lower[index + length : index + length + 1] == ["for"]:
        return None  # "cannot answer for those who jumped"
    refusal = refusal_start(article, index, kind, span[0]) if kind in _REFUSABLE else None
    if refusal is None and kind in _ANSWERS:
        if kind != "verification" or passive(article, index) or is_undone(article, index):
            return None
        kind = "admitted"
    if refusal is None and kind in _DENIED and passive(article, index):
        return _denied_by(article, speech, answers, index, span)
    if (refusal is None or kind in _OF_CLAIMS) and not _is_meant(article, index, length, kind, span[1]):
        return None
    first = _verb_start(article, index, span[0]) if refusal is None else refusal
    first += article.lower[first].startswith("'")  # "I|'m not ruling anything out"
    polarity: Polarity = _POLARITIES[kind] if refusal is None else "unconfirmed"
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
    relative = article.classes[first] in (VERB, AUXILIARY, ADVERB)  # "charges that could send him to prison"
    if relative or figures_in(article, first, last) or not article.has_verb(first, last):
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
    denier = _named_after(article, speech, index + 1, "by", span[1])
    first = _verb_start(article, index, span[0])
    subject = next(
        (place for place in range(first - 1, span[0] - 1, -1) if article.classes[place] == STOP), span[0] - 1
    )
    spoken = any(article.vocabulary.stance_nouns.get(word) == "claim" for word in article.lower[subject + 1 : first])
    if denier is None or not spoken:
        return None
    stance = Stance(first, clause_end(article, index, span[1]), subject + 1, denier, "denied", span[1])
    figures = figures_in(article, subject + 1, first)
    return answered(speech.cast, stance, figures, answers, denies=True) if figures else stance._replace(object=index)


def _bounded(
    article: Article, speech: Speech, answers: Answers, stance: Stance, kind: str, span: tuple[int, int]
) -> Stance | None:
    """Find the end and the speaker of a stance whose verb is found; None where it tells nothing that is a stance."""
    last = _deed_end(article, stance, kind, clause_end(article, stance.object, span[1]))
    figures = figures_in(article, stance.object, last)
    stance = stance._replace(speaker=_who(article, speech, stance.first, stance.object - 1, kind, span))
    if figures and kind in _ANSWERS_FIGURES:
        beside = answered(speech.cast, stance, figures, answers, of_claim=kind in _OF_CLAIMS)
        if beside is None or beside.target is not None:
            return beside
    last = _object_end(article, stance.object, last, kind)
    if not _is_told(article, stance, kind, last):
        return None
    if kind in _OF_SUBJECTS:
        stance = stance._replace(matter=_subject_told(article, stance, span[0]))
    return _directed(article, stance, kind, last)


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
    way, counts_negation = read(article, stance.object, last), kind in _NEGATABLE
    clause = past_opening(article, stance.object, last)
    if counts_negation and (denies(article, clause, last) or denies_subject(article, clause, last)):
        stance = stance._replace(polarity="denied")
    stance = stance._replace(last=phrase_end(article, stance.object, last), object=matter, clause_last=last)
    if kind in PLEAS:
        return stance._replace(predicate=GUILTY)
    charges = stance.polarity == "asserted" and kind in ("asserted", "admitted", "blamed")
    return stance if charges else turned(stance, way, counts_negation=counts_negation)


def _subject_told(article: Article, stance: Stance, limit: int) -> tuple[int, int] | None:
    """The subject of a passive verb, which is what it tells of: "a landslide | can be ruled out"."""
    cues = article.cues.stances
    verbs = (index for index in range(stance.first, stance.object) if cues.get(index, (0, ""))[1] in _OF_SUBJECTS)
    if not any(passive(article, index) for index in verbs):
        return None
    subject = subject_before(article, stance.first, limit)
    return (subject.first, subject.last) if subject is not None else None


def _object_end(article: Article, first: int, last: int, kind: str) -> int:
    """Cut a denial before what a claim says ("rejected her claim | that ..."), and behind what it is called."""
    if kind == "denied_claim" and whose_claim(article, first - 1, last) is not None:
        last = before_claim(article, first, last)
    return _after_name(article, first, last) if kind in ("denied_claim", "denied_name") else last


def _is_told(article: Article, stance: Stance, kind: str, last: int) -> bool:
    """Whether the words up to `last` tell a stance: something that is no figure, no judgement and no bare silence."""
    if stance.polarity != "unconfirmed" and figures_in(article, stance.object, last):
        return False
    if kind == "insisted" and not _is_maintained(article, stance.object, last):
        return False
    if stance.polarity == "asserted" and not _NOBODY.isdisjoint(article.lower[max(0, stance.first - 2) : stance.first]):
        return False
    if stance.polarity == "asserted" and _only_judges(article, stance.object, last):
        return False
    return kind not in _BY_SOMEBODY or stance.speaker is not None


def _is_maintained(article: Article, first: int, last: int) -> bool:
    """Whether what is insisted on can be checked: not "that it was dearer", and not "stands by what he wrote"."""
    return first < last and article.lower[first] != "what" and not is_opinion(article, first, last)


_BY_SOMEBODY: Final = _ANSWERS - {"verification"} | {"threatened", "held", "finding"} | BY_DOER
"""Kinds of verbs that are a stance only of somebody who is known: a storm threatens nothing."""


def _only_judges(article: Article, first: int, last: int) -> bool:
    """Whether an accusation passes a judgement that nobody can count or check: "of stoking confrontation"."""
    nouns = article.vocabulary.stance_nouns
    kinds = {nouns.get(article.lower[index]) for index in range(first, last)}
    if is_of_being(article, first, last):
        return True
    if "judgement" in kinds:
        return not _names_measure(article, first, last)
    return "policy" in kinds and QUOTE in article.classes[first:last]  # 'of offering "gimmicks"'


def _names_measure(article: Article, first: int, last: int) -> bool:
    """Whether a noun of the table of measures stands among the words, generic ones left out."""
    for index in range(first, last):
        found = article.cues.measures.get(index)
        if found is not None and article.classes[index] == NOUN and found[1].name not in article.vocabulary.generic:
            return True
    return False


def _is_meant(article: Article, index: int, length: int, kind: str, limit: int) -> bool:
    """Whether the words are used in the sense of the table: a verb, with the object that its sense asks for."""
    if length == 1 and (article.classes[index] not in (VERB, GERUND) or _describes(article, index)):
        return False
    if kind == "denied" and length == 1 and _withholds(article, index + length, limit):
        return False
    nouns = article.vocabulary.stance_nouns
    ahead = range(index + length, min(limit, index + length + _OBJECT_REACH))
    if kind in _OF_CLAIMS:
        return _is_of_claim(article, kind, ahead)
    if kind == "denied_name":
        ahead = range(index + length, min(limit, index + length + 2 * _OBJECT_REACH))
        labels = ("denial", "judgement") if article.lower[ahead.start] in _POINTING else ("denial",)
        return any(nouns.get(article.lower[position]) in labels for position in ahead)
    reported = length == 1 and article.lower[index + length : index + length + 1] in (["of"], ["for"], ["in"])
    if reported and _POLARITIES[kind] == "asserted":
        return is_accused_of_deed(article, index)
    return _has_meant_object(article, index, length, kind, limit)


def _has_meant_object(article: Article, index: int, length: int, kind: str, limit: int) -> bool:
    """Whether what follows is what one admits, takes upon himself or blames somebody for; of other kinds anything."""
    if kind == "admitted":
        return is_admitted(article, index, index + length, limit)
    if kind in PLEAS:
        return is_pleaded(article, index)
    if kind == "taken":
        return is_taken(article, index, length, limit)
    if kind == "finding":
        return not passive(article, index) and is_finding(article, index, clause_end(article, index, limit))
    if kind == "held":
        return not passive(article, index) and held_for(article, index, limit) is not None
    return kind != "blamed" or _names_culprit(article, index + length, limit)


def _describes(article: Article, index: int) -> bool:
    """Whether a participle only describes the noun behind it: "clerks examined rejected loan forms"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    past = form is not None and form.form in ("past", "participle")
    before = article.classes[index - 1]
    return past and before in _BEFORE_NOUN and article.classes[index + 1 : index + 2] in ([NOUN], [ADJECTIVE])


_BEFORE_NOUN: Final = frozenset((VERB, GERUND, PREPOSITION, DETERMINER, POSSESSIVE, ADJECTIVE))


def _withholds(article: Article, first: int, limit: int) -> bool:
    """Whether "deny" keeps a good from somebody, not a word from being true: "denied its loans to farmers"."""
    ends = (VERB, AUXILIARY, GERUND, SUBORDINATOR, PREPOSITION, COMMA, STOP)
    end = next((i for i in range(first, limit) if article.classes[i] in ends), limit)
    return end > first and article.vocabulary.stance_nouns.get(article.lower[end - 1]) == "withheld"


_POINTING: Final = frozenset(("that", "this", "it"))
"""Words for what somebody said before: who calls that a provocation denies it."""


def _is_of_claim(article: Article, kind: str, ahead: range) -> bool:
    """Whether a verb has a claim as its object, or a figure, which may be somebody's claim."""
    ends = (
        index for index in ahead if article.lower[index] == ":" or article.lower[index : index + 2] == [",", "saying"]
    )
    colon = next(ends, ahead.stop)
    nouns = article.vocabulary.stance_nouns
    if figures_in(article, ahead.start, colon):
        return all(nouns.get(word) != "withheld" for word in article.lower[ahead.start : colon])
    words = article.lower[ahead.start + (kind == "not_accepted" and article.lower[ahead.start] == "that") : colon]
    return any(nouns.get(word) in ("claim", "denial") for word in words)


def _names_culprit(article: Article, first: int, limit: int) -> bool:
    """Whether somebody is blamed, and not something: "blamed the rebels for ...", "blamed the blast on the rebels"."""
    for index in range(first, limit):
        opens = article.classes[index] in (PREPOSITION, SUBORDINATOR) and article.lower[index] != "on"
        if opens or article.classes[index] in (STOP, COMMA, VERB):
            return False
        if article.classes[index] == NAME or article.lower[index] in article.vocabulary.speaker_nouns:
            return True
    return False


def _verb_start(article: Article, index: int, limit: int) -> int:
    while index > limit:
        mark, word = article.classes[index - 1], article.lower[index - 1]
        if mark not in (AUXILIARY, ADVERB) and word not in _VERBS_BEFORE:
            break
        index -= 1
    return index


def _after_name(article: Article, first: int, last: int) -> int:
    """The end of what a claim is called: just after the quotation mark that closes it ("dismissed it as "lies"")."""
    marks = [index for index in range(first, last) if article.classes[index] == QUOTE]
    return marks[1] + 1 if len(marks) > 1 else last


def _who(article: Article, speech: Speech, first: int, verb: int, kind: str, span: tuple[int, int]) -> Speaker | None:
    """Take the subject of the stance's verb; a pronoun inside somebody's saying is that speaker.

    What "has not been verified" is no speaker, and "no comment from the army" names one after it.
    """
    inside = speech.speaker_at[verb]
    if speech.quoted[verb]:
        return inside
    accused = kind == "asserted" and article.lower[verb + 1] == "of"
    if accused or (kind == "verification" and passive(article, verb)):
        return _named_after(article, speech, verb + 1, "by", span[1]) or inside
    if kind == "no_comment":
        source = _named_after(article, speech, verb + 1, "from", span[1])
        if source is not None:
            return source
    if first == span[0] and article.classes[verb] == GERUND:
        return _main_speaker(article, speech, verb, span[1])
    subject = subject_before(article, first, span[0])
    if subject is None:
        return inside
    pronoun = subject.last - subject.first == 1 and article.lower[subject.first] in ("it", "he", "she", "they")
    if pronoun and inside is not None:
        return inside
    told = speech.speaker_at[verb + 1] if verb in article.cues.speech else None
    return speaker_of(speech.cast, subject) or told or inside


def _main_speaker(article: Article, speech: Speech, first: int, limit: int) -> Speaker | None:
    """Take the subject of the main clause in "Denying the report, the ministry said ..."."""
    comma = next((index for index in range(first, limit) if article.classes[index] == COMMA), limit)
    verb = next((index for index in range(comma, limit) if article.classes[index] == VERB), None)
    subject = subject_before(article, verb, comma + 1) if verb is not None else None
    return speaker_of(speech.cast, subject) if subject is not None else None


def _named_after(article: Article, speech: Speech, index: int, word: str, limit: int) -> Speaker | None:
    """The speaker whom "by" or "from" right at `index` introduces."""
    if article.lower[index : index + 1] != [word]:
        return None
    subject: Subject | None = subject_after(article, index + 1, limit)
    return speaker_of(speech.cast, subject) if subject is not None else None
