"""What a said clause does with its matter: whether it denies it ("no shots were fired", "the reports are untrue")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extraction.words.article import Article, once_a_clause
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

_NOT: Final = frozenset(("not", "never", "n't"))
_NOBODY: Final = frozenset(("no", "nobody", "none", "nothing", "neither"))
BE: Final = frozenset(("is", "are", "was", "were", "been", "being", "be", "'s", "'re", "'m", "am"))
_FORMS_OF_BE: Final = BE | {f"{word}n't" for word in BE}
"""The forms of "be" and their negations: "isn't"."""
_LINKING: Final = _FORMS_OF_BE | {"remains", "remain"}
_PAST: Final = frozenset(("was", "were", "did", "had", "been", "has", "have", "'ve", "never"))
_POINTING: Final = frozenset(("that", "this", "it", "these", "those", "they", "all", "which"))
_LABEL_REACH: Final = 5
_FRAGMENT: Final = 5
"""Words that a bare label may have: "Complete and utter nonsense"."""


def whose_claim(article: Article, first: int, last: int) -> tuple[int, int] | None:
    """Find whose claim is told of: the tokens of X in "X's claim that ..." or "a claim by X that ..."; else None."""
    nouns = article.vocabulary.stances.nouns
    for index in range(first + 1, last):
        if nouns.get(article.lower[index]) != "claim":
            continue
        if article.classes[index - 1] == POSSESSIVE:
            return _phrase_start(article, first, index - 1), index - 1
        if article.classes[index] == NOUN and _may_claim(article, index - 1):
            return index - 1, index
        that = article.lower.index("that", index, last) if "that" in article.lower[index:last] else 0
        return (index + 2, that) if article.lower[index + 1] in _FROM and that > index + 2 else None
    return None


def _may_claim(article: Article, index: int) -> bool:
    """Whether a noun is for somebody, and no paper: "a rebel claim", not "reports that"."""
    kind = article.vocabulary.speaker_nouns.get(article.lower[index])
    return article.classes[index] == NOUN and kind not in (None, "document", "record")


_FROM: Final = frozenset(("by", "in", "from"))
"""Words between a claim and who makes it: "a claim by the union that", "reports in local media that"."""


def _phrase_start(article: Article, first: int, last: int) -> int:
    """Where the noun phrase that ends at `last` begins, its article included, no further back than `first`."""
    start = last
    while start > first and article.classes[start - 1] in (NAME, NOUN, ADJECTIVE, DETERMINER):
        start -= 1
        if article.classes[start] == DETERMINER:
            break
    return start


def looks_ahead(article: Article, first: int, last: int) -> bool:
    """Whether a clause tells of what may come, not of what is: "said pumps might arrive at the weekend"."""
    for index in range(first, last):
        found = article.cues.moods.get(index)
        if found is not None and found[1] in ("expected", "possible"):
            return True
        if article.classes[index] == VERB:
            return False
    return False


def denies_subject(article: Article, first: int, last: int) -> bool:
    """Whether the clause is about nobody and nothing: "Nothing is being hidden", "Not a page was lost"."""
    group = verb_group(article, first, last)
    return group is not None and _denied_subject(article, first, group[0])


def is_opinion(article: Article, first: int, last: int) -> bool:
    """Whether the clause only says how something is: "the rope was too old"."""
    group = verb_group(article, past_opening(article, first, last), last)
    if group is None or BE.isdisjoint(article.lower[group[0] : group[1]]):
        return False
    main = group[1] - 1
    if article.vocabulary.stances.nouns.get(article.lower[main]) == "feeling":
        return True
    plain = article.classes[main] not in (VERB, GERUND, AUXILIARY, DETERMINER, PREPOSITION, NAME)
    done = article.lower[main].endswith("ed")  # a participle that no table knows: "was tilted towards"
    return plain and not done and not _is_checkable(article, main)


def _is_checkable(article: Article, index: int) -> bool:
    """Whether a word tells of a state that is so or is not: infected, insured, open."""
    word = article.lower[index]
    return article.vocabulary.stances.nouns.get(word) == "fact" or word in article.vocabulary.stances.senses["state"]


@once_a_clause
def is_negated(article: Article, first: int, last: int) -> bool:
    """Whether the clause says that something did not happen or is not there.

    A modal ("would not reopen"; but "could not have known" and "no jobs will go" do), an attitude ("does not know"),
    an opinion ("is not cheap") or a weakened negation ("not only", "not yet") denies nothing that can be checked.
    """
    first = past_opening(article, first, last)
    group = verb_group(article, first, last)
    if group is None:
        return False
    words = [_stripped(word) for word in article.lower[group[0] : group[1]]]
    if "should" in words or not _has_subject(article, first, group):
        return False
    perhaps = _is_modal(article, *group) and not (article.lower[first] == "there" and words[0] in ("will", "would"))
    if perhaps and "have" in words and "if" in article.lower[first:last]:
        return False  # "would not have come if he had known"
    if perhaps and "have" not in words:
        return _denied_subject(article, first, group[0]) and words[0] in ("will", "would")
    if _has_attitude(article, group, last) or _stays_level(article, first, group):
        return _nobody_knew(article, first, group)
    if _denied_subject(article, first, group[0]):
        return True
    return _denied_verb(article, first, group, last) or _denied_object(article, first, group, last)


def _has_subject(article: Article, first: int, group: tuple[int, int]) -> bool:
    """Whether the clause is more than a remark: it has a subject or a helping verb ("but not satisfied" has none)."""
    if AUXILIARY in article.classes[group[0] : group[1]]:
        return True
    return any(article.classes[index] not in (CONJUNCTION, ADVERB, QUOTE, COMMA) for index in range(first, group[0]))


@once_a_clause
def past_opening(article: Article, first: int, last: int) -> int:
    """Step over what opens a clause and is no part of it: "parliament that", a quotation mark."""
    for index in range(first, min(last, first + _ADDRESSEE)):
        if article.lower[index] == "that" and article.classes[index] == SUBORDINATOR:
            pointing = index == first and article.classes[index + 1] in (AUXILIARY, VERB, ADVERB)
            return index if pointing else index + 1
        if article.classes[index] in (VERB, AUXILIARY):
            break
    while first < last and article.classes[first] in (QUOTE, COMMA):
        first += 1
    return first


_ADDRESSEE: Final = 6
"""Tokens within which "that" opens what is said: "told a committee of parliament that"."""


def _stripped(word: str) -> str:
    """A contracted auxiliary without its "n't": "didn't" is "did"."""
    return word.removesuffix("n't")


@once_a_clause
def verb_group(article: Article, first: int, last: int) -> tuple[int, int] | None:
    """The auxiliaries, adverbs and verb with which the clause says what its subject does."""
    start = next((i for i in range(first, last) if article.classes[i] in (AUXILIARY, VERB)), None)
    if start is None:
        return None
    while start > first and (article.lower[start - 1] in _NOT or article.classes[start - 1] == ADVERB):
        start -= 1
    end = start
    while end < last and article.classes[end] in (AUXILIARY, ADVERB):
        end += 1
    return start, min(end + 1, last)


def is_negation(word: str) -> bool:
    """Whether a word negates its verb: "not", "never", "didn't"."""
    return word in _NOT or word.endswith("n't")


def negates(words: Iterable[str]) -> bool:
    """Whether any of some words negates its verb."""
    return any(word in _NOT or word.endswith("n't") for word in words)


def _has_attitude(article: Article, group: tuple[int, int], last: int) -> bool:
    """Whether the verb tells what somebody knows, thinks or wants, or the negation is a weak one."""
    nouns = article.vocabulary.stances.nouns
    if _tells_wrong(article, group[1] - 1):
        return False  # "did not start the fire"
    if any(nouns.get(article.lemma(index)) in _UNSETTLED for index in range(*group)):
        return True
    if "have" in article.lower[group[0] : group[1]] and _has_idle(article, group[1] - 1, last):
        return True  # "do not have the room"
    weak = article.mood_words.weakens_not
    return any(word in weak for word in article.lower[group[0] : min(group[1] + 1, last)])


def _tells_wrong(article: Article, index: int) -> bool:
    """Whether a wording of several words begins there that tells a wrong: "set fire to", "broke into"."""
    return article.cues.stances.get(index, (0, ""))[1] == "wrong"


def _has_idle(article: Article, first: int, last: int) -> bool:
    nouns = article.vocabulary.stances.nouns
    return any(nouns.get(word) == "idle" for word in article.lower[first : min(last, first + _IDLE_REACH)])


_IDLE_REACH: Final = 3
"""Tokens behind "have" among which the thing that nobody has stands."""


_UNSETTLED: Final = frozenset(("attitude", "progress"))
"""Kinds of verbs whose negation denies no deed: "does not know", "have not finished searching"."""


def _nobody_knew(article: Article, first: int, group: tuple[int, int]) -> bool:
    """Whether a clause denies that anybody was in the know: "nobody on board had known of it"."""
    knew = article.lower[group[1] - 1] in ("knew", "known")
    return knew and _denied_subject(article, first, group[0])


def _stays_level(article: Article, first: int, group: tuple[int, int]) -> bool:
    """Whether a clause says that a figure is what it was: "the number of dead had not changed"."""
    word, nouns = article.lower[group[1] - 1], article.vocabulary.stances.nouns
    moves = word in article.vocabulary.measures.value_verbs or nouns.get(article.lemma(group[1] - 1)) == "change"
    return moves and any(nouns.get(article.lower[index]) == "claim" for index in range(first, group[0]))


def _denied_subject(article: Article, first: int, verb: int) -> bool:
    """Read "no shots (had been fired)", "neither he nor his staff", "not one boot", "at no time (was)"."""
    words = article.lower[first:verb]
    if words[:1] in (["at"], ["in"], ["on"]) and words[1:2] == ["no"]:
        return True
    return bool(words) and (
        (words[0] in _NOBODY and words[1:2] not in (["longer"], ["matter"], ["doubt"], ["wonder"]))
        or words[:2] in (["not", "one"], ["not", "a"], ["not", "an"], ["not", "any"])
    )


def _denied_verb(article: Article, first: int, group: tuple[int, int], last: int) -> bool:
    """Read "had not been beaten", "never happened", "did no such thing"."""
    words = article.lower[group[0] : group[1]]
    if not negates(words):
        return False
    main = group[1] - 1
    if article.classes[main] in (VERB, AUXILIARY, GERUND):
        return True
    if article.lower[first] == "there":
        return True  # "there has never been a soldier in it"
    copula = article.lower[main - 1] in BE or (is_negation(article.lower[main - 1]) and _after_be(words))
    if not copula:
        return True
    return _is_checkable(article, main)


def _after_be(words: list[str]) -> bool:
    return any(word in _FORMS_OF_BE for word in words)


def _denied_object(article: Article, first: int, group: tuple[int, int], last: int) -> bool:
    """Read "there was no leak", "had no contact with", "took no money"; "it is no secret" denies nothing."""
    if article.lower[first] == "there" and article.lower[group[1] - 1] == "none":
        return True
    if _does_nothing(article, group, last) or _lacks(article, group, last):
        return True
    at = next((i for i in range(group[0], min(group[1] + 2, last)) if article.lower[i] == "no"), None)
    if at is None or at + 1 >= last:
        return False
    nouns = article.vocabulary.stances.nouns
    thing = next((i for i in range(at + 1, min(at + 4, last)) if article.classes[i] == NOUN), None)
    if thing is None or nouns.get(article.lower[thing]) in _IDLE:
        return False
    if article.lower[at + 1] in article.mood_words.weakens_not:
        return False
    before = article.lower[at - 1]
    if before in BE:
        return article.lower[first : first + 1] == ["there"]
    return True


def _lacks(article: Article, group: tuple[int, int], last: int) -> bool:
    """Read "had been without a licence", "lacked a licence", and neither "was without doubt" nor "left without one"."""
    ahead = range(group[0], min(group[1] + 1, last))
    at = next((i for i in ahead if article.lemma(i) in article.mood_words.lacks), None)
    if at is None or (article.classes[at] == PREPOSITION and _stripped(article.lower[at - 1]) not in BE):
        return False
    return article.vocabulary.stances.nouns.get(article.lower[min(at + 1, last - 1)]) not in _IDLE


def _does_nothing(article: Article, group: tuple[int, int], last: int) -> bool:
    """Whether the object of a verb is "nothing" and closes its clause: "stole nothing"; not "had nothing to say"."""
    verb, at = group[1] - 1, group[1]
    if at >= last or article.lower[at] != "nothing" or article.classes[verb] != VERB:
        return False
    told = verb in article.cues.speech or article.lemma(verb) in article.thing_words.deedless
    return not told and (at + 1 >= last or article.classes[at + 1] in (PREPOSITION, STOP, COMMA, QUOTE))


_IDLE: Final = frozenset(("idle", "change"))
"""Kinds of nouns of which none being there denies nothing: "there is no doubt", "no change"."""


@once_a_clause
def is_in_past(article: Article, first: int, last: int) -> bool:
    """Whether the clause tells of what was or has been done: its verb is perfect or past."""
    group = verb_group(article, past_opening(article, first, last), last)
    if group is None:
        return False
    if any(_stripped(word) in _PAST for word in article.lower[group[0] : group[1]]):
        return True
    if any(_stripped(word) in ("is", "are", "'s", "'re", "'m", "am") for word in article.lower[group[0] : group[1]]):
        return False
    form = article.vocabulary.verbs.get(article.lower[group[1] - 1])
    past = form is not None and form.form in ("past", "participle")
    return past or (form is None and article.lower[group[1] - 1].endswith("ed"))


def denies(article: Article, first: int, last: int) -> bool:
    """Whether the clause denies its matter, by a negation or by a label."""
    return is_negated(article, first, last) or is_labelled(article, first, last)


def is_charge(article: Article, first: int, last: int) -> bool:
    """Whether the clause tells of a fault or a wrong that was done and can be checked: "the crew ignored the alarm"."""
    if not is_in_past(article, first, last) or denies(article, first, last):
        return False
    if denies_subject(article, past_opening(article, first, last), last):
        return False  # "nobody on board knew of it"
    nouns = article.vocabulary.stances.nouns
    charges = (index for index in range(first, last) if nouns.get(article.lower[index]) in _CHARGES)
    told = any(_tells_wrong(article, index) for index in range(first, last))
    return told or any(not _is_attribute(article, index) for index in charges)


def _is_attribute(article: Article, index: int) -> bool:
    """Whether a word only describes a thing: "towards a locked gate" charges nobody."""
    return article.classes[index - 1] == DETERMINER and article.classes[index + 1] == NOUN


_CHARGES: Final = frozenset(("charge", "concealment", "fact"))


@once_a_clause
def is_labelled(article: Article, first: int, last: int) -> bool:
    """Whether the clause calls what was said untrue: "The reports were false"."""
    verb = label_after(article, first, last)
    return verb is not None and _speaks_of_claim(article, first, verb)


def label_after(article: Article, first: int, last: int) -> int | None:
    """Find the verb behind which the clause `[first, last)` calls its subject untrue: the "is" of "is nonsense"."""
    for index in range(first, last):
        if article.lower[index] in _LINKING and _is_label(article, index + 1, min(last, index + 1 + _LABEL_REACH)):
            return index
    return None


def _is_label(article: Article, first: int, last: int) -> bool:
    """Whether the words `[first, last)` call something untrue: "is a fantasy", "are false"."""
    nouns = article.vocabulary.stances.nouns
    for index in range(first, last):
        found = article.cues.stances.get(index)
        if found is not None and found[1] == "label":
            return True
        if article.classes[index] in (COMMA, STOP, AUXILIARY):
            return False
        if nouns.get(article.lower[index]) == "denial":
            return article.lower[index + 1 : index + 2] not in (["to"], ["for"], ["about"])
    return False


def _speaks_of_claim(article: Article, first: int, verb: int) -> bool:
    nouns = article.vocabulary.stances.nouns
    if verb > first and article.lower[verb - 1] in _POINTING:
        return True
    return any(nouns.get(article.lower[index]) == "claim" for index in range(first, verb))


def is_called_untrue(article: Article, first: int, last: int, lowest: int, limit: int) -> bool:
    """Whether the words `[first, last)` stand in what a label calls untrue, within the tokens `[lowest, limit)`.

    "Reports that 40 had died were false", "it is not true that 40 had died" and "Forty is a fantasy".
    """
    bare = article.classes[first - 1] in (QUOTE, STOP) or first == lowest
    if bare and article.lower[last] in _FORMS_OF_BE and _is_label(article, last + 1, min(limit, last + _LABEL_REACH)):
        return True
    lowest = max(lowest, first - _CLAIM_REACH)
    return _is_in_false_claim(article, first, last, lowest, limit) or _follows_untrue(article, first, lowest)


def _is_in_false_claim(article: Article, first: int, last: int, lowest: int, limit: int) -> bool:
    """Read "reports that 40 had died were false" and "the story that 40 had died, which spread, proved untrue"."""
    if not in_claim(article, first, lowest):
        return False
    for index in range(last, min(limit, last + _PREDICATE_REACH)):
        leaves_out = article.lower[index] in ("...", "…")
        if article.classes[index] in (COMMA, STOP) and not leaves_out and not _is_of_aside(article, last, index):
            return False
        copula = article.lower[index] in _FORMS_OF_BE or article.lemma(index) == "prove"
        if copula and _is_label(article, index + 1, min(limit, index + 1 + _LABEL_REACH)):
            return True
    return False


def in_claim(article: Article, first: int, lowest: int) -> bool:
    """Whether a token `first` stands in what a noun for a claim before it says: "reports that 40 had died"."""
    nouns = article.vocabulary.stances.nouns
    claim = next((i for i in range(first - 1, lowest - 1, -1) if nouns.get(article.lower[i]) == "claim"), None)
    return claim is not None and not _is_cut(article, claim, first)


def _follows_untrue(article: Article, first: int, lowest: int) -> bool:
    """Read "it is not true that 40 had died"."""
    that = next((i for i in range(first - 1, lowest, -1) if article.lower[i] == "that"), None)
    if that is None or _is_cut(article, that, first):
        return False
    verb = next((i for i in range(that - 1, lowest, -1) if article.lower[i] in _FORMS_OF_BE), None)
    if verb is None or article.lower[verb - 1] != "it" or article.lower[that - 1] == "and":
        return False
    return _is_label(article, verb + 1, that) or article.cues.stances.get(verb, (0, ""))[1] == "label"


def _is_of_aside(article: Article, first: int, index: int) -> bool:
    """Whether a comma opens or closes an aside: "the story that 40 had died, which spread online, was untrue"."""
    commas = [place for place in range(first, index + 1) if article.classes[place] == COMMA]
    opens = bool(commas) and article.lower[commas[0] + 1] in ("which", "who", "first", "widely", "long")
    return article.classes[index] == COMMA and opens and len(commas) <= _ASIDE


_ASIDE: Final = 2
"""Commas around an aside."""
_PREDICATE_REACH: Final = 20
_CLAIM_REACH: Final = 18


def _is_cut(article: Article, first: int, last: int) -> bool:
    return any(article.classes[index] in (COMMA, STOP) for index in range(first, last))


def is_negative_group(article: Article, first: int, last: int) -> bool:
    """Whether the auxiliaries, adverbs and verb `[first, last)` say that something was not done; modals do not."""
    words = article.lower[first:last]
    if _is_modal(article, first, last) or _has_attitude(article, (first, last), last):
        return False
    return negates(words)


def _is_modal(article: Article, first: int, last: int) -> bool:
    """Whether an auxiliary among the tokens `[first, last)` says that something may, must or will be."""
    modal = article.vocabulary.mood_words.modal
    return any(word in modal or _stripped(word) in modal for word in article.lower[first:last])


_UNDONE: Final = 2
"""Words of "Never received"."""


def is_bare_label(article: Article, first: int, last: int) -> bool:
    """Whether words without a subject deny by themselves: "Fake news", "Utter nonsense", "Not so", "Never received"."""
    length = last - first
    undone = length == _UNDONE and article.lower[first] == "never" and article.classes[first + 1] == VERB
    if undone or " ".join(article.lower[first:last]) in article.mood_words.bare_denial:
        return True
    if _is_verbless_denial(article, first, last):
        return True
    nouns = article.vocabulary.stances.nouns
    return 0 < length <= _FRAGMENT and any(nouns.get(article.lower[i]) == "denial" for i in range(first, last))


def _is_verbless_denial(article: Article, first: int, last: int) -> bool:
    """Whether a few words without a verb say that something is not so: "No bribe", "Not one cent", "Nothing costly"."""
    words = article.lower[first:last]
    if not 1 < last - first <= _FRAGMENT or words[0] not in _VERBLESS or article.has_verb(first, last):
        return False
    weak = article.mood_words.weakens_not.union(article.mood_words.modal)
    if not weak.isdisjoint(words) or any(index in article.cues.stances for index in range(first, last)):
        return False
    nouns = article.vocabulary.stances.nouns
    told = [index for index in range(first + 1, last) if article.classes[index] in (NOUN, NAME, ADJECTIVE)]
    return bool(told) and all(nouns.get(article.lower[index]) not in _UNDISPUTED for index in told)


_VERBLESS: Final = frozenset(("no", "not", "never", "nothing", "none", "nobody"))
_UNDISPUTED: Final = frozenset(("idle", "change", "feeling", "attitude"))
