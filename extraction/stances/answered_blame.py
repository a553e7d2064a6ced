"""What somebody blames for a thing, where no culprit is named: a stance only where the next voice denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.speech.speakers import Speech
from extraction.stances.refusals import passive
from extraction.stances.stance import Stance, clause_end, is_question, phrase_end, told_figures, verb_start
from extraction.stances.stance_matters import own_noun
from extraction.stances.stance_speakers import stance_speaker
from extraction.stances.stance_topics import points_back
from extraction.things.noun_phrases import lemma
from extraction.words.article import Article
from extraction.words.word_classes import VERB


def answered_blame(article: Article, speech: Speech, found: Sequence[Stance]) -> list[Stance]:
    """Find what is blamed right before a denial of it: "The mill blamed frost. The council rejected that account."."""
    denials = [stance for stance in found if stance.polarity == "denied" and stance.speaker is not None]
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    return [
        blame
        for blame in (_blame(article, speech) if denials else ())
        if taken.isdisjoint(range(blame.first, blame.last))
        and any(_is_answered_by(article, blame, denial) for denial in denials)
    ]


def _blame(article: Article, speech: Speech) -> Iterator[Stance]:
    """Yield what speakers blame without a figure, questions and furniture left out."""
    for index, (length, kind) in article.cues.stances.items():
        sentence, first = article.sentence(index), index + length
        last = clause_end(article, first, sentence.last)
        told = kind == "blamed" and article.classes[index] == VERB and not passive(article, index) and first < last
        if not told or sentence.furniture or is_question(article, index, sentence.last):
            continue
        start, span = verb_start(article, index, sentence.first), (sentence.first, sentence.last)
        speaker = stance_speaker(article, speech, start, first - 1, kind, span)
        if speaker is not None and not told_figures(article, first, last):
            stance = Stance(start, phrase_end(article, first, last), first, speaker, "asserted", last)
            yield stance._replace(matter=_what_is_blamed(article, first, last))


def _what_is_blamed(article: Article, first: int, last: int) -> tuple[int, int]:
    """The tokens of a cause: "blamed | fog | for the crash", "blamed the crash on | fog"."""
    on = next((index for index in range(first, last) if article.lower[index] in ("on", "for")), last)
    return (on + 1, last) if article.lower[on] == "on" else (first, on)


def _is_answered_by(article: Article, blame: Stance, denial: Stance) -> bool:
    """Whether another denies right behind it what is blamed: by a word that points back, or by its name."""
    apart = article.sentence_of[denial.first] - article.sentence_of[blame.first]
    own = blame.speaker is not None and denial.speaker is not None and blame.speaker.name == denial.speaker.name
    if own or denial.first < blame.last or apart > 1 or denial.figure is not None:
        return False
    noun = own_noun(article, denial)
    if noun is None or blame.matter is None:
        return points_back(article, denial)
    return lemma(article.lower[noun]) in {lemma(word) for word in article.lower[slice(*blame.matter)]}
