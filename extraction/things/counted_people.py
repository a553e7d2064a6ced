"""Figures that count people or their votes, by what they do, undergo or sit in: "killed 17", "room for 300"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.following_nouns import after_figure
from extraction.things.noun_phrases import Found, is_singular_verb, measure_of_phrase, phrase_at
from extraction.things.predicates import framed, governing_verb, verb_before
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    HYPHEN,
    NOUN,
    QUOTE,
    STOP,
    VERB,
    is_plural,
)


def some_of_them(article: Article, figure: Figure) -> Found | None:
    """Read "monks from two cloisters, some 25 of them, sang": the several who open the sentence."""
    start = article.sentences[figure.sentence].first
    pointed = article.lower[figure.last : figure.last + 2] == ["of", "them"] and article.lower[figure.first - 1] == ","
    if not pointed or figure.unit is not None or any(f.first < figure.first for f in article.figures_of(figure.first)):
        return None
    for index in range(start, figure.first - 1):
        if article.classes[index] == NOUN and is_plural(article.lower[index]):
            found = measure_of_phrase(article, index, index + 1)
            return ((index, index + 1), found) if found is not None else None
    return None


def seats_of(article: Article, figure: Figure) -> Found | None:
    """Read "the 38-member house", "a 12-seat council": how many sit there, whatever the body is called."""
    dashed = figure.unit is None and article.classes[figure.last] == HYPHEN
    word = article.lower[figure.last + 1] if dashed else ""
    return ((figure.last, figure.last), Measure("seats", "")) if word in ("member", "seat") else None


def room_for(article: Article, figure: Figure) -> Found | None:
    """Read "room for 300 men" and "beds for 75 refugees": how many there could be, not how many there are."""
    index = figure.first - 2
    opens = index > 0 and article.lower[figure.first - 1] == "for" and figure.unit is None
    if not opens or article.lower[index] not in article.thing_words.room or article.classes[index] != NOUN:
        return None
    return (index, index + 1), Measure("capacity", "")


def members_of(article: Article, figure: Figure) -> Found | None:
    """Read "a team of five", "a crew of 40": people, as nobody else forms one; the noun says which, if it is known."""
    of = figure.first - 1
    bare = figure.unit is None and article.lower[of] == "of" and article.classes[figure.last] not in (NOUN, ADJECTIVE)
    team = bare and article.lower[of - 1] in article.thing_words.team
    known = article.cues.measures.get(of - 1) if team else None
    named = known is not None and article.vocabulary.measures.kinds.get(known[1].name) == "people"
    return ((of - 1, of), known[1] if named and known is not None else Measure("people", "")) if team else None


def living_in(article: Article, figure: Figure) -> Found | None:
    """Read "a nation of 9 million people", "a town of 9,000" and "home to 9,000 people": who lives there."""
    before = article.lower[figure.first - 1]
    place = before == "of" and article.lower[figure.first - 2] in article.thing_words.peopled
    home = before == "to" and article.lower[figure.first - 2] == "home"
    if figure.unit is not None or not (place or home):
        return None
    found = after_figure(article, figure)
    people = found is not None and found[1].name in ("people", "population")
    does = article.classes[figure.last] in (STOP, COMMA, AUXILIARY, VERB) or is_singular_verb(article, figure.last)
    bare = place and does and article.lower[figure.first - 2] != "population"
    return (found[0] if found is not None else (figure.last, figure.last), _POPULATION) if people or bare else None


_POPULATION: Final = Measure("population", "")


def made_for(article: Article, figure: Figure) -> Found | None:
    """Read "built for 720 prisoners", "can hold 300" and "has 90 places": how many there could be."""
    if figure.unit is not None or article.lower[figure.first - 1] == "of":
        return None
    words, index = article.thing_words, figure.first - 1
    start = article.sentences[figure.sentence].first
    verb = governing_verb(article, figure.first, start)
    made = article.lower[index] == "for" and article.lower[index - 1] in words.made and index - 1 > start
    able = verb is not None and article.lower[verb - 1] in _ABLE and article.lower[verb] in words.holds
    able = able or article.lower[index] in words.seating or _is_fit_to_hold(article, figure)
    offered = article.lower[figure.last] in words.room and is_plural(article.lower[figure.last])
    offered = offered and figure.last not in article.cues.measures and article.lower[index] in words.offers
    return ((figure.first, figure.first), Measure("capacity", "")) if made or able or offered else None


def _is_fit_to_hold(article: Article, figure: Figure) -> bool:
    """Read "licensed to carry 160" and "holds up to 90": what something is made for, as "licensed for" is."""
    index = figure.first - 1
    if figure.hedge == "at_most" and article.lower[index] == "holds":
        return True
    fit = article.lower[index - 1] == "to" and article.lower[index - 2] in article.thing_words.made
    return fit and article.lower[index] in article.thing_words.holds


_ABLE: Final = frozenset(("can", "could", "cannot", "may"))


def object_of_verb(article: Article, figure: Figure) -> Found | None:
    """Read "injuring dozens" and "killed 17": people, where the verb says what happens to people."""
    verb = verb_before(article, figure.first, article.sentences[figure.sentence].first)
    if (figure.low or 0) >= _LEAST_SUM:
        return None  # "could save billions"
    if verb is None or figure.unit is not None or article.lower[figure.last : figure.last + 1] == ["of"]:
        return None
    happened = article.cues.predicates.get(verb)
    if happened is None or ("people", happened[1]) not in article.vocabulary.measures.measure_of:
        return None
    return (figure.first, figure.first), Measure("people", "")


_LEAST_SUM: Final = 1_000_000_000
"""From here on a number without a noun is money: there are not so many people anywhere."""


def said_to_be(article: Article, figure: Figure) -> Found | None:
    """Read "15 of whom were firefighters" and "of whom 40 were crew": the part is of what it is said to be."""
    behind = article.lower[figure.last : figure.last + 2] in PART_OF
    verb = figure.last + 2 * behind
    part = behind or article.lower[max(0, figure.first - 2) : figure.first] in PART_OF
    if not part or figure.unit is not None or article.lower[verb] not in ("are", "were"):
        return None
    found = phrase_at(article, verb + 1, article.sentences[figure.sentence].last)
    return found if found is not None and article.classes[found[0][1] - 1] == NOUN else None


PART_OF: Final = (["of", "them"], ["of", "whom"], ["of", "which"])
"""Words beside a figure by which it is a part of what was counted before."""


def object_in_frame(article: Article, figure: Figure) -> Found | None:
    """Read "took 40 to hospital" and "pulled 17 out": people, where verb and particle say what happens to people."""
    fate = framed(article, figure.first, figure.last) if figure.unit is None else None
    named = after_figure(article, figure) if fate is not None else None
    if named is not None and named[1].name in article.vocabulary.measures.settled_fates:
        return None  # "pulled out eleven bodies"
    known = fate is not None and (("people", fate) in article.vocabulary.measures.measure_of or fate == _PRESENT)
    return ((figure.first, figure.first), Measure("people", "")) if known else None


_PRESENT: Final = "present"
"""Who is somewhere: people, whatever else there is in a mill or a bus."""


def told_before(article: Article, figure: Figure) -> Found | None:
    """Read "we are looking for 57" and "Still unaccounted for, he said, are 38": people, by the words before them."""
    if figure.unit is not None:
        return None
    start = article.sentences[figure.sentence].first
    inverted = article.lower[figure.first - 1] in ("are", "were", "is", "was")
    places = (start, start + 1) if inverted else range(max(start, figure.first - _TOLD_REACH), figure.first)
    for index in places:
        told = article.cues.predicates.get(index)
        right_before = told is not None and told[0] > 1 and (inverted or index + told[0] == figure.first)
        if told is not None and right_before and ("people", told[1]) in article.vocabulary.measures.measure_of:
            return (index, index + told[0]), Measure("people", "")
    return None


_TOLD_REACH: Final = 5


def _past_verb_group(article: Article, figure: Figure, limit: int) -> int:
    """Step over "of them" and auxiliaries behind a figure, to what its things do: "31 of them have drowned"."""
    pointed = article.lower[figure.last : figure.last + 2] in PART_OF and figure.relative_to is None
    index = figure.last + 2 * pointed
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    return index


def subject_of_next_verb(article: Article, figure: Figure) -> Found | None:
    """Read "tens of thousands rallied": people, where the verb says what people do or undergo."""
    limit = article.sentences[figure.sentence].last
    index = _past_verb_group(article, figure, limit)
    if index >= limit or article.classes[index] != VERB or figure.unit is not None:
        return None
    return _people_if_told(article, figure, index)


def state_of_people(article: Article, figure: Figure) -> Found | None:
    """Read "about 70 are in hospital" and "no one is missing": people, by what is said of them."""
    limit = article.sentences[figure.sentence].last
    index = _past_verb_group(article, figure, limit)
    if figure.unit is not None:
        return None
    told = (_people_if_told(article, figure, place, longer=place < index) for place in range(figure.last, index))
    whole = next((found for found in told if found is not None), None)
    said = figure.last <= index < limit and article.classes[index] != VERB
    return whole or (_people_if_told(article, figure, index) if said else None)


def _people_if_told(article: Article, figure: Figure, index: int, *, longer: bool = False) -> Found | None:
    """People, where the words at `index`, `longer` ones than one, say what people do or undergo."""
    happened = article.cues.predicates.get(index)
    if (
        happened is None
        or (longer and happened[0] == 1)
        or ("people", happened[1]) not in article.vocabulary.measures.measure_of
    ):
        return None
    return (figure.last, figure.last), Measure("people", "")


def passive_behind(article: Article, figure: Figure) -> Found | None:
    """Read "more than 3,900 were hurt": people, where what befell them stands right behind the figure."""
    right_behind = figure.unit is None and article.classes[figure.last] == AUXILIARY
    part = article.lower[article.sentences[figure.sentence].first] == "of"  # "Of 340 passengers, 12 were killed"
    return subject_of_next_verb(article, figure) if right_behind and not part else None


def share_of_person(article: Article, figure: Figure) -> Found | None:
    """Read "gave Koleva 49.4 percent" and "put Velkov on 50.6 percent": a candidate's share of the vote."""
    if figure.unit != "percent":
        return None
    index = figure.first - 1
    while index > 0 and article.lower[index] in article.thing_words.before_share:
        index -= 1
    given = article.lower[index] in ("him", "her") and article.lower[index - 1] in ("gave", "give", "gives", "giving")
    it = article.lower[index] == "it" and _speaks_of_votes(article)
    given = given or (
        (it or article.lower[index] in ("he", "she")) and article.lower[index + 1] in article.thing_words.polls
    )
    party = article.lower[index] in article.thing_words.party and article.lower[figure.last] != "of"
    if index not in article.persons_at and not given and not party:
        return None
    named = (index, index + 1) if not it else (figure.first, figure.first)
    return named, Measure("vote_share", "")


def _speaks_of_votes(article: Article) -> bool:
    """Whether an article tells of an election, where "it got 12 percent" is a party's share."""
    return any(measure.name in _OF_VOTES for _, measure in article.cues.measures.values())


_OF_VOTES: Final = frozenset(("votes", "vote_share", "turnout", "voters", "seats", "votes_cast"))


def won_by(article: Article, figure: Figure) -> Found | None:
    """Read "won by nearly 700", "won the rerun by a mere 74 votes": a margin; "approved by 88 votes" is none."""
    start, by = article.sentences[figure.sentence].first, figure.first - 1
    while by > start and article.classes[by] in (DETERMINER, ADVERB, ADJECTIVE, QUOTE):
        by -= 1
    if figure.unit is not None or article.lower[by] != "by":
        return None
    if article.lower[by - 1] in article.thing_words.votes:
        return (figure.first, figure.first), Measure("votes", "")
    of_votes = article.lower[figure.last] in ("votes", "ballots")
    other = article.classes[figure.last] == NOUN and not of_votes
    before = article.lower[max(start, by - (_WON_REACH if of_votes else _WON_BY)) : by]
    won = not other and not article.thing_words.wins.isdisjoint(before)
    return ((figure.first, figure.first), Measure("vote_margin", "")) if won else None


_WON_BY: Final = 3
_WON_REACH: Final = 7
"""Tokens before "by" in which somebody won or lost."""
