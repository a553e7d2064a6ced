"""Acts of saying: each verb or phrase by which somebody is quoted, and who that is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.speech.captions import bracketed, captioned
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.chains import pass_on, quoted_as_saying
from extraction.speech.gapped_credits import is_bare
from extraction.speech.paper_authors import whoever_owns
from extraction.speech.said_clauses import BE, is_negation
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import author_of, ends_as_person, speaker_of, whoever_is_meant, whoever_says
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before, subject_after, subject_before
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HAVE,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_GIVEN_WITHIN: Final = 9


def sayings_in(cast: Cast, quoted: list[bool], span: tuple[int, int]) -> list[Saying]:
    """Find the acts of saying of a sentence, in order; whoever speaks is remembered for the words that follow."""
    found: list[Saying] = []
    lower, speech, passed = cast.article.lower, cast.article.cues.speech, span[0]
    for index in [
        index
        for index in range(*span)
        if index in speech
        or lower[index] in _OPENERS
        or lower[index] in _RESUMES
        or _speaks(cast, index)
        or _closes_quotation(cast.article, index)
    ]:
        saying = _saying_at(cast, index, span, found) if index >= passed and not quoted[index] else None
        if saying is not None:
            found.append(saying)
            if saying.speaker is not None and saying.subject.last > saying.subject.first:
                cast.memory.remember(cast.article, saying.subject, saying.speaker)
            passed = saying.verb_end
    pass_on(cast, found, span)
    return found


def _speaks(cast: Cast, index: int) -> bool:
    form, speaker_words = cast.article.vocabulary.verbs.get(cast.article.lower[index]), cast.article.speaker_words
    return form is not None and (form.lemma in speaker_words.speaks or form.lemma in speaker_words.moves)


_OPENERS: Final = frozenset(["according", "based", "by", "on", "in", "if", ":", "("])
"""What besides a verb may credit somebody: "according to X", "based on X's data", "by X's own count", "X: ..."."""


def _saying_at(cast: Cast, index: int, span: tuple[int, int], earlier: list[Saying]) -> Saying | None:
    article = cast.article
    if article.lower[index] in _OPENERS:
        return _without_verb(cast, index, span)
    match = _cue(article, index, span[1])
    if match is None:
        return None
    length, kind = match
    if earlier and article.classes[index] == GERUND and article.classes[index - 1] == COMMA and kind != "count":
        return Saying(index, index + length, kind, earlier[-1].speaker, Subject(index, index))
    if kind == "from":
        return _heard_from(cast, index, length, span)
    if _is_passive(article, index, span[0]):
        return _passive(cast, index, span)
    active = _active(cast, index, length, kind, span)
    return _in_own_words(article, active, earlier) or _of_publisher(article, index, length, kind, span, earlier)


def _cue(article: Article, index: int, limit: int) -> tuple[int, str] | None:
    """The length and kind of the wording of saying at a token; None where it is used in another sense."""
    match = article.cues.speech.get(index) or _speaks_of(article, index, limit) or _moves_to(article, index, limit)
    match = _with_bare_figure(article, index, match) or _goes_on(article, index) or _takes_floor(article, index)
    if match is None and _closes_quotation(article, index):
        match = (1, "say")
    if match is None:
        return None
    length, kind = match
    is_verb = article.classes[index] in (VERB, GERUND) or (length > 1 and article.classes[index] == AUXILIARY)
    verb = article.vocabulary.verbs.get(article.lower[index])
    hopes = (
        verb is not None
        and verb.lemma in article.speaker_words.hopes
        and article.lower[index + length : index + length + 1] == ["to"]
    )
    counts = verb is not None and verb.lemma == "admit" and _takes_in(article, index + 1, limit)
    apart = counts or (kind == "count" and length == 1 and article.lower[index + 1] in _PARTICLES)
    apart = apart or _is_passed_on(article, index) or (kind == "count" and length == 1 and _is_negated(article, index))
    gives = kind != "give" or _gives_figure(article, index + 1)
    after_words = index > 0 and (article.classes[index - 1] == QUOTE or _stands_inverted(article, index, limit))
    noted_by = article.lower[index + length : index + length + 1] == ["by"]
    opens = kind != "clause" or after_words or noted_by or _opens_clause(article, index + length, limit)
    told = is_verb and not hopes and not apart and gives and opens
    return match if told and not _only_judges(article, index, limit) else None


def _only_judges(article: Article, index: int, limit: int) -> bool:
    """Whether a verb tells what somebody thinks of a thing and not what he says: "slammed the £640,000 bonus".

    What follows "that", stands between quotation marks or is called a claim is said, and so is a bare figure.
    """
    form = article.vocabulary.verbs.get(article.lower[index])
    if form is None or form.lemma not in article.speaker_words.judges or article.classes[index - 1] == QUOTE:
        return False
    end = next((place for place in range(index + 1, limit) if article.classes[place] in _ENDS_OBJECT), limit)
    nouns = article.vocabulary.stance_nouns
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


_RESUMES: Final = {"went": 2, "goes": 2, "continued": 1, "continues": 1}
"""Verbs of going on, and how many tokens they are: "went on", "continued"."""


def _goes_on(article: Article, index: int) -> tuple[int, str] | None:
    """Read "..., she went on, ..." and "..., Ruiz continued.": a verb of going on behind a comma and its subject."""
    length = _RESUMES.get(article.lower[index])
    if length is None or length != 1 + (article.lower[index + 1] == "on"):
        return None
    closes = article.classes[index + length] in (COMMA, STOP, QUOTE)
    subject = article.classes[index - 1] in (NAME, PRONOUN)
    return (length, "say") if closes and subject and _follows_comma(article, index - 1) else None


def _follows_comma(article: Article, index: int) -> bool:
    """Whether a name or pronoun that ends at `index` stands right behind a comma or a quotation mark."""
    while article.classes[index] == NAME:
        index -= 1
    index -= article.classes[index] == PRONOUN
    return article.classes[index] in (COMMA, QUOTE)


def _of_publisher(
    article: Article, index: int, length: int, kind: str, span: tuple[int, int], earlier: list[Saying]
) -> Saying | None:
    """Take "our own doctors counted 23" back from who spoke before in the sentence: the publisher's they are."""
    subject = subject_before(article, index, span[0]) if earlier and earlier[0].kind != "caption" else None
    own = subject is not None and article.lower[subject.first] in ("our", "we") and _is_apart(article, subject)
    return Saying(index, index + length, kind, None, subject) if own and subject is not None else None


def _is_apart(article: Article, subject: Subject) -> bool:
    """Whether a new main clause begins with a subject."""
    return article.lower[subject.first - 1] in (";", "but", "while", "whereas")


def _closes_quotation(article: Article, index: int) -> bool:
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
    stated = {figure.first: figure.last for figure in article.figures_of(index)}
    for place in range(index + 1, min(limit - 2, index + _MOVED_WITHIN)):
        if article.lower[place] == "to" and place + 1 in stated:
            ahead = article.lower[stated[place + 1] : min(limit, stated[place + 1] + _MOVED_WITHIN)]
            counts = (article.vocabulary.stance_nouns.get(word) == "claim" for word in ahead)
            return (1, "count") if "the" in ahead and any(counts) else None
        if article.classes[place] in (VERB, AUXILIARY, COMMA, STOP, QUOTE):
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


def _without_verb(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "according to X", "by X's own count" and the colon of a headline or a list: "Police: 43 arrested"."""
    article = cast.article
    if article.lower[index] == ":":
        return captioned(cast, index, span)
    if article.lower[index] == "(":
        return bracketed(cast, index, span)
    if article.lower[index] == "if":
        return _if_believed(cast, index, span)
    if article.lower[index] == "based":
        return _based_on(cast, index, span)
    if article.lower[index] != "according":
        return _by_own_count(cast, index, span)
    subject = subject_after(article, index + 2, span[1]) if article.lower[index + 1 : index + 2] == ["to"] else None
    if subject is None:
        return None
    speaker = speaker_of(cast, subject) or whoever_is_meant(cast, subject)
    return Saying(index, subject.last, "according", speaker, subject)


def _based_on(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "Based on data from the coastguard, ..." and "..., based on the ministry's figures"."""
    article = cast.article
    opens = index == span[0] or article.classes[index - 1] == COMMA
    paper = subject_after(article, index + 2, span[1]) if opens and article.lower[index + 1] == "on" else None
    if paper is None:
        return None
    end = head_end(article, paper)
    record = article.vocabulary.speaker_nouns.get(article.lower[end - 1]) in ("document", "record")
    speaker = author_of(cast, paper, end) if record else None
    return Saying(index, paper.last, "according", speaker, paper) if speaker is not None else None


_IF_BELIEVED: Final = (["you", "believe"], ["you", "ask"], ["one", "believes"], ["we", "believe"])


def _if_believed(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "if the union is to be believed", "if the union is right" and "if you believe the union"."""
    article = cast.article
    ahead = article.lower[index + 1 : min(span[1], index + _RECKONING_REACH)]
    if ahead[:2] in _IF_BELIEVED:
        subject = subject_after(article, index + 3, span[1])
        end = subject.last if subject is not None else index
    else:
        subject = subject_after(article, index + 1, span[1])
        closes = next((place for place, word in enumerate(ahead) if word in article.speaker_words.borne_out), None)
        told = closes is not None and subject is not None and article.classes[subject.last] == AUXILIARY
        end = index + 2 + closes if told and closes is not None else index
    if subject is None or end == index:
        return None
    return Saying(index, end, "according", speaker_of(cast, subject), subject)


def _by_own_count(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "by the company's own count", "on its latest figures", "in the view of the bank": who reckons so speaks."""
    article = cast.article
    phrase = subject_after(article, index + 1, min(span[1], index + _RECKONING_REACH))
    if phrase is None:
        return None
    words = article.lower[phrase.first : phrase.last]
    end = next(
        (phrase.first + place + 1 for place, word in enumerate(words) if word in article.speaker_words.reckoning),
        None,
    )
    if end is None:
        return None
    if words[0] == "the" and article.lower[end] == "of" and end < phrase.last:
        speaker = speaker_of(cast, Subject(end + 1, phrase.last))
        return Saying(index, phrase.last, "according", speaker, phrase) if speaker is not None else None
    if POSSESSIVE not in article.classes[phrase.first : end] and words[0] not in OWNED:
        return None
    if words[0] in OWNED:
        owner = _owner_beside(article, index, end, span)
        if owner is not None:
            speaker = speaker_of(cast, owner) or whoever_owns(cast, owner)
            return Saying(index, end, "according", speaker, owner)
    reckoning = Subject(phrase.first, end)
    return Saying(index, end, "according", author_of(cast, reckoning, end), reckoning)


def _owner_beside(article: Article, index: int, end: int, span: tuple[int, int]) -> Subject | None:
    """Whose "by their own count" is: "growers, by their own count, lost 40", "By its own count, the port lost 40"."""
    if index > span[0] and article.classes[index - 1] == COMMA:
        return phrase_before(article, index - 1, span[0])
    opens = index == span[0] and article.classes[end] == COMMA
    return subject_after(article, end + 1, span[1]) if opens else None


_RECKONING_REACH: Final = 10


def _heard_from(cast: Cast, index: int, length: int, span: tuple[int, int]) -> Saying | None:
    """Read "we're hearing from the union that 340 are off sick"."""
    source = subject_after(cast.article, index + length, span[1])
    if source is None or cast.article.lower[source.last : source.last + 1] != ["that"]:
        return None
    return Saying(index, source.last, "say", speaker_of(cast, source), source)


def _gives_figure(article: Article, index: int) -> bool:
    """Whether "gave" is followed by somebody's share or a bare number, not by what is handed out."""
    if index >= len(article.tokens):
        return False
    named = article.classes[index] == DETERMINER and article.classes[index + 1 : index + 2] == [NAME]
    if named or article.classes[index] == NAME or article.tokens[index].kind == "number":
        return True
    stated = {figure.first for figure in article.figures_of(index)}
    ahead = range(index, min(index + _GIVEN_WITHIN, len(article.tokens)))
    return any(article.lower[position] in ("as", ":") and position + 1 in stated for position in ahead)


def _is_passed_on(article: Article, index: int) -> bool:
    """Whether a participle only tells what is said of somebody: "a clerk said to have lied"."""
    return article.lower[index] in article.speaker_words.hearsay and article.lower[index + 1 : index + 3] in (
        ["to", "have"],
        ["to", "be"],
    )


def _is_negated(article: Article, index: int) -> bool:
    """Whether nobody counts: "has never counted the sheep"."""
    return any(is_negation(word) for word in article.lower[max(0, index - 2) : index])


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
    return article.classes[index] in (QUOTE, STOP, GERUND) or article.tokens[index].text in (",", ":", ";")


_PARTICLES: Final = frozenset(("down", "up", "out", "off", "aside", "away", "forward", "back", "together", "in"))
"""After a verb of counting these make another verb of it: "put down €58,000", "tracked down 40 men"."""
_LISTENERS: Final = 6
"""Tokens after "informed" that may name who is told before "that"."""


def _up_to_verb(article: Article, index: int, limit: int) -> list[str]:
    """Give the words after a verb up to the next one or the next comma: "(informed) lawmakers on Monday that"."""
    end = index
    while end < min(limit, index + _LISTENERS) and article.classes[end] not in (VERB, COMMA, STOP, AUXILIARY, QUOTE):
        end += 1
    return article.lower[index:end]


def _active(cast: Cast, index: int, length: int, kind: str, span: tuple[int, int]) -> Saying | None:
    """Read the subject before the verb or, where that is nobody, after an inverted one."""
    article = cast.article
    absolute = article.classes[index] == GERUND and article.classes[index - 1] == COMMA
    if absolute and kind == "count" and article.lower[index] != "putting":
        return None
    passed_on = quoted_as_saying(cast, index, span)
    if passed_on is not None:
        return passed_on
    purpose = article.lower[index - 1] == "to" and index - 1 > span[0]
    if purpose and (_is_bidden(article, index - 1, span[0]) or _is_duty(article, index - 1, span[0])):
        return None
    owner = _whose(cast, index, span[0]) if kind == "count" else None
    of_main = _main_subject(article, index, span) if absolute or purpose else None
    subject = owner or of_main or subject_before(article, index, span[0])
    if subject is not None and _is_counted(cast, subject, kind):
        return None
    if subject is not None and kind == "count" and _only_describes(article, index, subject):
        return None
    if subject is not None and _is_bound(article, index, subject):
        return None
    act = (index, index + length, kind)
    if subject is not None and article.lower[subject.last : subject.last + 2][-1:] == ["which"]:
        subject = _nearest(article, subject)
    joined = kind != "count" and article.classes[index - 1] == CONJUNCTION
    return (
        _told_by(cast, act, _opening_subject(article, subject, span))
        or _told_by(cast, act, subject)
        or (_told_by(cast, act, _main_subject(article, index, span)) if joined else None)
        or _inverted(cast, act, span)
        or _told_by_whoever(cast, act, subject)
    )


def _is_bidden(article: Article, to: int, first: int) -> bool:
    """Whether somebody else is to say it: "ordered the reporter to disclose who gave him 40"."""
    verb = next((place for place in range(to - 1, first, -1) if article.classes[place] == VERB), first)
    form = article.vocabulary.verbs.get(article.lower[verb])
    return form is not None and form.lemma in article.speaker_words.bids and to - verb > 1


def _is_bound(article: Article, index: int, subject: Subject) -> bool:
    """Whether a rule says what all of a sort have to tell: "banks must report", "banks are required to disclose"."""
    all_of_sort = subject.last - subject.first == 1 and article.classes[subject.first] == NOUN
    if not all_of_sort or not is_plural(article.lower[subject.first]):
        return False
    form = article.vocabulary.verbs.get(article.lower[index - 2])
    bidden = form is not None and form.lemma in article.speaker_words.bids and article.lower[index - 1] == "to"
    return bidden or article.lower[index - 1] in article.speaker_words.duty


def _is_duty(article: Article, to: int, first: int) -> bool:
    """Whether somebody only has a time to say something in: "firms have 72 hours to report a breach"."""
    has = next((place for place in range(to - 1, first, -1) if article.classes[place] in (VERB, AUXILIARY)), first)
    timed = any(has < one.first < to and one.unit is not None for one in article.figures_of(to))
    return timed and article.lower[has] in HAVE


def _opening_subject(article: Article, subject: Subject | None, span: tuple[int, int]) -> Subject | None:
    """Take who opens the sentence where a preposition parts that phrase from the verb: "Critics of a tax on X say"."""
    if subject is None or subject.first - 1 <= span[0]:
        return None
    if article.classes[subject.first - 1] == VERB:
        return _before_participle(article, subject, span[0])
    if article.classes[subject.first - 1] != PREPOSITION:
        return None
    before = article.classes[span[0] : subject.first]
    if before[0] not in (NOUN, DETERMINER, NAME) or not _NO_PHRASE.isdisjoint(before):
        return None
    return Subject(span[0], subject.last)


def _before_participle(article: Article, subject: Subject, first: int) -> Subject | None:
    """Take "Growers" of "Growers hoping to keep the mill have said": a participle and what it governs."""
    end = first
    while article.classes[end] in (NOUN, NAME, DETERMINER) and end < subject.first and not _is_acting(article, end):
        end += 1
    between = article.classes[end + 1 : subject.first - 1]
    infinitive = article.lower[subject.first - 2] == "to"
    plain = {VERB, AUXILIARY, COMMA, SUBORDINATOR, STOP, QUOTE}.isdisjoint(between)
    acts = first < end and _is_acting(article, end)
    return Subject(first, end) if acts and infinitive and plain else None


def _is_acting(article: Article, index: int) -> bool:
    """Whether the participle of a verb stands here, also where it might be a noun: "growers hoping to keep"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return form is not None and form.form == "ing"


_NO_PHRASE: Final = frozenset((VERB, AUXILIARY, COMMA, QUOTE, SUBORDINATOR, STOP, GERUND, BRACKET))
"""Classes of the words that stand in no plain noun phrase."""


def _told_by(cast: Cast, act: tuple[int, int, str], subject: Subject | None) -> Saying | None:
    """Give an act, as its verb's tokens and its kind, to a subject; None where that is nobody."""
    speaker = speaker_of(cast, subject) if subject is not None else None
    if subject is None or speaker is None:
        return None
    return Saying(*act, _body_there(cast, subject, act[0]) or speaker, subject)


def _inverted(cast: Cast, act: tuple[int, int, str], span: tuple[int, int]) -> Saying | None:
    """Read the subject behind the verb: "..., said Ana Ruiz"."""
    article, (index, end, kind) = cast.article, act
    if article.lower[index] not in article.speaker_words.inverted and not _follows_words(article, index, kind, span[0]):
        return None
    subject = subject_after(article, end, span[1])
    opens = subject is not None and article.classes[subject.last] in (VERB, AUXILIARY)
    speaker = speaker_of(cast, subject) if subject is not None and not opens else None
    if speaker is None and subject is not None and not opens and article.classes[index - 1] in (COMMA, QUOTE):
        speaker = _somebody(article, subject) or whoever_is_meant(cast, subject)
    return Saying(*act, speaker, subject) if subject is not None and speaker is not None else None


def _somebody(article: Article, subject: Subject) -> Speaker | None:
    """Take one whom no table holds by his own words, for only a person confides: "..., confided a barman"."""
    words = article.lower[subject.first : subject.last]
    person = words[0] in ("a", "an", "one", "another") and ends_as_person(article, words[-1])
    return Speaker(article.words(subject.first, subject.last), None, "person") if person else None


def _told_by_whoever(cast: Cast, act: tuple[int, int, str], subject: Subject | None) -> Saying | None:
    """Take a noun of no table for a speaker: "the port said"."""
    speaker = whoever_says(cast, subject, act[0]) if subject is not None and act[2] != "count" else None
    return Saying(*act, speaker, subject) if subject is not None and speaker is not None else None


_FAR: Final = frozenset(("to", "from", "with", "against", "than", "by"))
"""Prepositions that tie a phrase to a verb before it, so that "which" means the phrase alone."""


def _in_own_words(article: Article, saying: Saying | None, earlier: list[Saying]) -> Saying | None:
    """Give what somebody says of his own to him: "it" in "the guild tells us it has sold 75", "its list has 75"."""
    if saying is None or not earlier:
        return saying
    outer, clause = earlier[-1], article.classes[earlier[-1].verb_end : saying.subject.first]
    leads = outer.kind == "say" and outer.subject.first < outer.verb < saying.subject.first
    if outer.speaker is None or not leads or {COMMA, VERB}.intersection(clause):
        return saying
    words = article.lower[saying.subject.first : saying.subject.last]
    itself = words in (["it"], ["they"]) and outer.speaker.kind != "person"
    if itself or _is_own(article, saying):
        saying.speaker = outer.speaker
    return saying


def _is_own(article: Article, saying: Saying) -> bool:
    """Whether a speaker counts through what is his: "(said) its manifest lists", "(said) his members had counted"."""
    if article.lower[saying.subject.first] not in OWNED:
        return False
    head = article.lower[head_end(article, saying.subject) - 1]
    kind = article.vocabulary.speaker_nouns.get(head)
    one = kind == "person" and not is_plural(head)
    return kind in ("document", "record") or (saying.kind == "count" and not one)


def _nearest(article: Article, subject: Subject) -> Subject:
    """Leave the last noun phrase of an antecedent: "(closer to) the guild, which says"."""
    places = [index for index in range(subject.first, subject.last) if article.lower[index] in _FAR]
    return Subject(places[-1] + 1 if places else subject.first, subject.last)


def _body_there(cast: Cast, subject: Subject, verb: int) -> Speaker | None:
    """Take the hospital for "an official there" where the sentence opens with it."""
    article = cast.article
    there = article.lower[subject.last : verb][:1] == ["there"] and article.lower[subject.first] in ("a", "an")
    first = article.sentence(verb).first
    opening = subject_after(article, first, subject.first) if there and first < subject.first else None
    speaker = speaker_of(cast, opening) if opening is not None else None
    return speaker if speaker is not None and speaker.kind == "organisation" else None


def _whose(cast: Cast, verb: int, limit: int) -> Subject | None:
    """Find the guild in "the guild, whose wardens had counted 75": who counts through what is theirs."""
    article = cast.article
    lowest = max(limit + 1, verb - _OWN_SYSTEM)
    whose = next((index for index in range(verb - 1, lowest, -1) if article.lower[index] == "whose"), None)
    if whose is None or COMMA in article.classes[whose:verb] or article.lower[whose - 1] != ",":
        return None
    if article.persons_at.intersection(range(whose, verb)):
        return None
    return phrase_before(article, whose - 1, limit)


_OWN_SYSTEM: Final = 7
"""Tokens of "whose own warning system had" before the verb."""


def _follows_words(article: Article, index: int, kind: str, first: int) -> bool:
    """Whether a verb of saying stands behind the comma or mark that closes what is said: "..., say organisers"."""
    if kind not in ("say", "clause", "count") or index <= first or article.classes[index] != VERB:
        return False
    if kind == "count" and (article.lower[index][-1] != "s" or article.lower[index - 1] != ","):
        return False
    return article.classes[index - 1] == QUOTE or article.lower[index - 1] in (",", "!", "?")


def _only_describes(article: Article, index: int, subject: Subject) -> bool:
    """Whether a participle only describes its noun: "mills recording a loss of 40"; not "with Norway citing 40"."""
    attribute = article.classes[index] == GERUND and article.classes[index - 1] in (NOUN, NAME)
    return attribute and article.lower[subject.first - 1] != "with"


def _is_counted(cast: Cast, subject: Subject, kind: str) -> bool:
    """Whether a subject is what is counted, not who counts: "34 bodies never found", but not the union 3K.

    In "Of the nine traders accused of it, two are abroad" the traders accuse nobody.
    """
    first = cast.article.sentence(subject.first).first
    if cast.article.lower[subject.first - 1] == "of" and subject.first - 1 == first:
        return True
    return kind == "count" and cast.article.classes[subject.first] == NUMBER and subject.first not in cast.names.at


def _main_subject(article: Article, index: int, span: tuple[int, int]) -> Subject | None:
    """Find whose telling it is in "Arrieta gave a count, telling reporters ...": the subject of the first verb."""
    for verb in range(span[0], index):
        if article.classes[verb] in (VERB, AUXILIARY):
            return subject_before(article, verb, span[0])
    return None


def _is_passive(article: Article, index: int, limit: int) -> bool:
    position = index - 1
    while position > limit and article.classes[position] == ADVERB:
        position -= 1
    return position >= limit and article.lower[position] in BE and article.classes[index] == VERB


def _passive(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "was quoted by R as saying" (the speaker is the subject); other passives credit single figures."""
    article = cast.article
    by = subject_after(article, index + 2, span[1]) if article.lower[index + 1 : index + 2] == ["by"] else None
    if by is not None and article.lower[index] == "told":
        teller = Subject(by.first, by.last - (article.lower[by.last - 1] == "to"))
        return Saying(index, teller.last, "say", speaker_of(cast, teller), teller)
    if by is not None and article.lower[index - 2] == "it":
        return Saying(index - 2, by.last, "say", speaker_of(cast, by), by)
    if by is not None and article.lower[index - 2] == "as":
        end = max(by.last, by.apposition_last)
        return Saying(index - 2, end, "according", speaker_of(cast, by), by)
    if by is not None and article.lower[by.last : by.last + 1] in (["that"], ["at"]):
        return Saying(index, by.last, "say", speaker_of(cast, by), by)
    if article.lower[index] not in ("quoted", "cited", "reported"):
        return None
    saying = next((i for i in range(index + 1, span[1]) if article.lower[i] == "saying"), None)
    subject = subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None and saying is not None else None
    if subject is None or speaker is None or saying is None:
        return None
    chain = (article.words(by.first, by.last),) if by else ()
    return Saying(index, saying + 1, "say", replace(speaker, through=chain), subject)
