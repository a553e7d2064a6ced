"""Whom a noun phrase means as the subject of saying: by name, by office, or by what was said before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.naming.mentions import Mention
from extraction.speech.affiliations import ARTICLE_AND_NOUN, affiliation_of, body_affiliation, named_body
from extraction.speech.asked_by_paper import lately_asked
from extraction.speech.cast import OWNED, Cast, Speaker, head_end, head_of, spoke_last, wording_of
from extraction.speech.described_bodies import (
    DEFINITE,
    after_dateline,
    body_described,
    company_spoken_of,
    ends_body_name,
    ends_in_short_name,
    force_of_state,
    has_name,
    is_introduced_body,
    named_in_apposition,
    own_company,
    untold_body,
)
from extraction.speech.described_persons import holder_in_office, met_before, speaker_described
from extraction.speech.earlier_speakers import (
    PRONOUN_OF,
    SENTENCES_BACK,
    may_be_called,
    only_person_named,
    person_of_paragraphs_before,
    person_who_spoke,
    several_before,
    some_of_several,
    speaks_here,
    spoke_before,
    whose_turn,
)
from extraction.speech.named_persons import is_subject_of_sentence, person_in, speaker_named
from extraction.speech.own_notes import is_own_note
from extraction.speech.owners import is_of_persons
from extraction.speech.paper_authors import (
    drawn_up_by,
    maker_of,
    record_speaker,
    researcher,
    sent_by,
    titled_paper,
    whoever_owns,
)
from extraction.speech.unlisted_speakers import person_by_ending
from extraction.words.article import Article
from extraction.words.subjects import Subject, after_label, subject_after, subject_before
from extraction.words.told_of import is_told_of
from extraction.words.word_classes import DATE, NAME, NOUN, NUMBER, POSSESSIVE, PREPOSITION, QUOTE, VERB, is_plural

_HE: Final = frozenset(("he", "she", "who", "him", "her"))
_IT: Final = frozenset(("it", "they", "them"))
_TOGETHER: Final = (["both"], ["all"], ["the", "two"], ["the", "three"], ["the", "pair"])
"""Phrases for all who have just spoken."""
_NOBODY: Final = frozenset(["we", "i", "you", "that", "this", "which", "there", "what", "one", "these", "those"])
_PRONOUNS: Final = _HE | _IT | _NOBODY
_PRONOUNS_AND_OWNERS: Final = _HE | _IT | OWNED


def speaker_of(cast: Cast, subject: Subject) -> Speaker | None:
    """Name who a noun phrase speaks of; None where it is nobody who can speak, or the publisher itself."""
    words = cast.article.lower[subject.first : subject.last]
    if not words or _is_nobody(cast.article, subject.first, words):
        return None
    if words in _TOGETHER:
        return several_before(cast, subject.first)
    if words[-2:] == ["of", "them"] and not subject.apposition_last:
        return some_of_several(cast, subject)
    pronoun = words[0].replace("’", "'").split("'")[0] if words[0].replace("’", "'").endswith(_CONTRACTED) else words[0]
    if len(words) == 1 and pronoun in _PRONOUNS:
        return _taken_up(cast, subject, pronoun)
    if words[-3:] == ["year", "-", "old"]:
        return _latest_person(cast, subject.first)
    return _named_or_described(cast, subject)


def _is_nobody(article: Article, first: int, words: list[str]) -> bool:
    """Whether a phrase is of those who are told, or stands behind "not": "not one of them"."""
    unmade = words[0] == "one" and article.lower[first - 1] == "not"
    return unmade or words[-1] in article.speaker_words.audience or words == ["reporter"]


def _taken_up(cast: Cast, subject: Subject, pronoun: str) -> Speaker | None:
    """Name whom a pronoun takes up; None for those that take up nobody."""
    first = subject.first
    if pronoun in _HE:
        named = cast.article.classes[first] == NAME
        return _named_or_described(cast, subject) if named else _latest_person(cast, first)
    if pronoun in _NOBODY:
        return None
    lately = _several_lately(cast, first) if pronoun == "they" else None
    return speaks_here(cast, first) or lately or _body_asked(cast, first, pronoun) or _body_before(cast, first)


def _body_asked(cast: Cast, before: int, pronoun: str) -> Speaker | None:
    """The body that the paper asked just before "it": "We asked Nordhav to come; it sent a note"."""
    asked = lately_asked(cast, before, many=False) if pronoun == "it" else None
    answers = _named_or_described(cast, asked) if asked is not None else None
    return answers if answers is not None and answers.kind != "person" else None


def _several_lately(cast: Cast, before: int) -> Speaker | None:
    """Several whom the paper asked just before, or who spoke in the sentence before."""
    asked = lately_asked(cast, before, many=True)
    return _body(cast, asked) if asked is not None else several_before(cast, before)


def _body_before(cast: Cast, before: int) -> Speaker | None:
    """The body that the sentences before a token are about, else the one that spoke last, whichever is nearer."""
    opened, about = _latest_opening(cast, before) or (0, None)
    one = cast.article.lower[before] == "it"  # which several persons are not
    bodies = [act for act in cast.memory.organisations if not one or act[1].kind != "person"]
    at, spoke = spoke_last(bodies, before) or (0, None)
    return spoke if about is None or cast.article.sentence_of[at] > cast.article.sentence_of[opened] else about


_CONTRACTED: Final = ("'re", "'ve", "'d", "'ll")


def _first_of_both(article: Article, subject: Subject) -> Subject:
    """Leave the government of "both the government and the union"."""
    if article.lower[subject.first] != "both" or subject.last - subject.first == 1:
        return subject
    words = article.lower[subject.first : subject.last]
    return Subject(subject.first + 1, subject.first + words.index("and") if "and" in words else subject.last)


def _who_claims(article: Article, subject: Subject) -> Subject:
    """Leave the mayor of "the mayor of Rena's early figure", which says what he said."""
    head, vocabulary = article.lower[subject.last - 1], article.vocabulary
    if vocabulary.stances.nouns.get(head) != "claim" or head in vocabulary.speaker_nouns:
        return subject
    owners = (index for index in range(subject.first + 1, subject.last) if article.classes[index] == POSSESSIVE)
    owner = next(owners, None)
    return Subject(subject.first, owner) if owner is not None else subject


def _named_or_described(cast: Cast, subject: Subject) -> Speaker | None:
    """Name who a noun phrase speaks of that is no pronoun."""
    if cast.article.lower[subject.first] == "our":
        own = person_in(cast, subject)
        return replace(own, affiliation=cast.article.document.source) if own is not None else None
    if cast.article.lower[subject.first] == "this":
        return None
    subject = _who_claims(cast.article, _first_of_both(cast.article, subject))
    speaker = person_in(cast, subject) or _body(cast, subject)
    if speaker is None or _is_publisher(cast.article, speaker.name):
        return None
    if subject.through is not None:
        return replace(speaker, through=(cast.article.words(*subject.through),))
    return speaker


def _is_publisher(article: Article, name: str) -> bool:
    original = name.removeprefix("the ").removeprefix("The ")
    source, name = article.document.source.lower().removeprefix("the "), original.lower()
    short = original[:1].isupper() and source.split()[-len(name.split()) :] == name.split()
    own_staff = source in name and name.endswith(("reporter", "photographer", "journalist", "staff"))
    return short or own_staff or name.endswith(("newspaper", "newsroom", "correspondent"))


def _latest_person(cast: Cast, before: int) -> Speaker | None:
    """The person who spoke last, or who was named since in the sentence before."""
    sentences, own = cast.article.sentences, cast.article.sentence_of[before]
    pronoun = PRONOUN_OF.get(cast.article.lower[before], "")
    turn = whose_turn(cast, before)
    at, last = person_who_spoke(cast, before, pronoun, turn) or (-1, None)
    opening = _person_opening(cast, before) or _person_asked(cast, before, at)
    if opening is not None:
        return opening
    about = sentences[max(0, own - 1)].paragraph
    for number in range(own, max(-1, own - SENTENCES_BACK - 1), -1):
        if number < own - 1 and sentences[number].paragraph != about:
            break
        if number < own and at >= sentences[number].last:
            break
        for mention in cast.names.within(sentences[number].first, min(before, sentences[number].last)):
            if _is_no_subject(cast.article, mention, before, at):
                continue
            told = number == own or last is None or turn is not None or is_subject_of_sentence(cast.article, mention)
            if mention.kind == "person" and told and may_be_called(cast, mention.name, pronoun, turn):
                return speaker_named(cast, mention)
    return last or person_of_paragraphs_before(cast, before) or only_person_named(cast, before)


def _is_no_subject(article: Article, mention: Mention, before: int, spoke: int) -> bool:
    """Whether a name cannot be whom a pronoun takes up: who did something to its person, or whom a quotation names.

    "Questioned by Ruiz, she said": she is not Ruiz. ""Ruiz is ill," said his aide. He said": it is the aide who spoke.
    """
    agent = article.lower[mention.first - 1] == "by" and article.lower[mention.last] == ","
    first = article.sentence(mention.first).first
    quoted = QUOTE in article.classes[first : mention.first] and first <= mention.first < spoke < before
    return (agent and mention.last + 1 == before) or (
        quoted and article.sentence_of[spoke] < article.sentence_of[before]
    )


def _person_asked(cast: Cast, before: int, spoke: int) -> Speaker | None:
    """The one whom the paper asked just before, and after whom nobody has spoken; `spoke` is where one last did."""
    asked = lately_asked(cast, before, many=False)
    return _named_or_described(cast, asked) if asked is not None and asked.first > spoke else None


def _person_opening(cast: Cast, before: int) -> Speaker | None:
    """The person by office with whom a pronoun's own sentence opens: "The minister waves that away: 40, he says."."""
    article = cast.article
    first = article.sentence(before).first
    subject = subject_after(article, first, before) if article.lower[first] in ("the", "a", "an") else None
    head = head_of(cast, subject) if subject is not None else ""
    one = not is_plural(head) and (head in article.speaker_words.office or head in article.vocabulary.names.titles)
    if subject is None or not one or article.classes[subject.last] != VERB or has_name(cast, subject):
        return None
    return _body(cast, subject)


def latest_body(cast: Cast, before: int) -> Speaker | None:
    """The body with which this sentence, or one before it in the paragraph, begins."""
    opening = _latest_opening(cast, before)
    return opening[1] if opening is not None else None


def _latest_opening(cast: Cast, before: int) -> tuple[int, Speaker] | None:
    """The body with which this sentence, or one before it in the paragraph, begins, and where that sentence does."""
    article = cast.article
    number = article.sentence_of[before]
    paragraph = article.sentences[number].paragraph
    for sentence in reversed(article.sentences[max(0, number - _PARAGRAPH) : number + 1]):
        if sentence.paragraph != paragraph:
            break
        opening = opening_body(cast, sentence.first, before)
        if opening is not None:
            return sentence.first, opening
    return None


_PARAGRAPH: Final = 30
"""Sentences that a paragraph of news has at most: in a longer one "it" is not looked for further back."""
_CIRCUMSTANCE: Final = 25
"""Tokens that may stand before the comma after which a sentence says whom it is about: "For a firm so small, ..."."""


def _after_circumstance(article: Article, first: int, limit: int) -> int:
    """Step over "In Prague," and the like at the opening of a sentence."""
    if article.classes[first] != PREPOSITION:
        return first
    ahead = range(first, min(limit - 1, first + _CIRCUMSTANCE))
    return next((index + 1 for index in ahead if article.lower[index] == ","), first)


def opening_body(cast: Cast, first: int, before: int) -> Speaker | None:
    """The body that a sentence has as its first noun phrase, where that ends before the token `before`."""
    article = cast.article
    first = after_label(article, after_dateline(article, first, before))
    first = _after_speaker_label(cast, first)
    first += article.lower[first] in ("but", "and", '"', "“")
    first = _after_circumstance(article, first, before)
    subject = subject_after(article, first, before)
    if subject is None or article.lower[first] in _PRONOUNS_AND_OWNERS:
        return None
    end = head_end(article, subject)
    mention = cast.names.at.get(end - 1) or cast.names.at.get(first)
    noun = article.vocabulary.speaker_nouns.get(article.lower[end - 1])
    named = mention is not None and _is_proper_name(article, mention)
    if _is_corpse(article, first, end):
        return None
    if article.lower[before] == "it" and is_plural(article.lower[end - 1]) and noun is not None:
        return None  # "Officers tested it," it added
    many = article.lower[before] == "they" and noun == "person" and is_plural(article.lower[end - 1])
    if noun not in ("organisation", "state", "document") and not named and not many:
        return None
    owns = mention is not None and article.classes[mention.last] == POSSESSIVE
    if named and mention is not None and mention.last <= end and (owns or mention.last == end or noun is None):
        if mention.kind == "state" and owns:
            return Speaker(article.words(subject.first, end), body_affiliation(cast, mention), "organisation")
        return named_body(cast, Subject(mention.first, mention.last), mention.last)
    return _body(cast, subject)


def _after_speaker_label(cast: Cast, first: int) -> int:
    """Step over the name and colon with which a turn of a talk opens: "MOE: We asked Nordhav ..."."""
    label = cast.names.at.get(first)
    opens = label is not None and cast.article.lower[label.last] == ":" and cast.article.tokens[first].text.isupper()
    return label.last + 1 if label is not None and opens else first


def _is_proper_name(article: Article, mention: Mention) -> bool:
    """Whether a name is no person's, and no plain word that has its capital from the opening of its sentence."""
    called = mention.name.lower()
    plain = called in article.vocabulary.word_classes or called in article.vocabulary.speaker_nouns
    return mention.kind in ("organisation", "state", "thing") and not plain


def _is_corpse(article: Article, first: int, end: int) -> bool:
    """Whether a body is no organisation: "the body of the sailor", "The bodies were found"."""
    called = article.lower[end - 1] in ("body", "bodies")
    return called and (article.lower[end] == "of" or end - first <= ARTICLE_AND_NOUN)


def _body(cast: Cast, subject: Subject) -> Speaker | None:
    """A body, an office or unnamed people: by the wording, or by the fuller one that was met before."""
    article = cast.article
    end = head_end(article, subject)
    kind = article.vocabulary.speaker_nouns.get(article.lower[end - 1])
    if ends_body_name(cast, end) and (kind == "person" or is_introduced_body(cast, subject, end)):
        kind = None
    if ends_in_short_name(cast, end):
        return named_body(cast, subject, end)
    length = end - subject.first
    same = length == len(("the", "same", "ministry")) and article.lower[subject.first + 1] == "same"
    short = article.lower[subject.first] in DEFINITE and (same or length == len(("the", "ministry")))
    short = short and not is_told_of(article, subject.last)  # "the man accused of it" is not who spoke before
    force = force_of_state(cast, subject, kind) if short or length == 1 else None
    if force is not None:
        return force
    maker = maker_of(cast, subject, end, kind)
    if maker is not None:
        return speaker_of(cast, maker)
    owned = kind == "record" and _is_owned(cast, subject, end)
    if (kind == "document" or owned) and not same:
        apposed = named_in_apposition(cast, subject)
        return _described_body(cast, subject, "organisation") if apposed is not None else author_of(cast, subject, end)
    met = _spoken_of_before(cast, subject, end, kind, short)
    if met is not None:
        return met
    if kind is None:
        return named_body(cast, subject, end) or person_by_ending(cast, subject, end)
    return _described_body(cast, subject, kind)


def _spoken_of_before(cast: Cast, subject: Subject, end: int, kind: str | None, short: bool) -> Speaker | None:
    """Whom the article has spoken of that a description means; a `short` one is a definite noun alone."""
    if named_in_apposition(cast, subject) is not None:
        return None  # "the gang, which calls itself Redbox," is not the one that spoke before
    return (
        own_company(cast, subject, end)
        or company_spoken_of(cast, subject, end)
        or (body_described(cast, subject, end, kind) if kind is not None else None)
        or (met_before(cast, subject, end) if short else holder_in_office(cast, subject, end))
        or (untold_body(cast, subject, end) if short else speaker_described(cast, subject, end))
    )


def _is_owned(cast: Cast, subject: Subject, end: int) -> bool:
    """Whether a record is somebody's: "its data", "the guild's register", "data from the Port Board", "new data"."""
    article = cast.article
    marks, head = article.classes[subject.first : end], article.lower[end - 1]
    plain = head in article.speaker_words.data and NOUN not in marks[:-1]  # "turnstile data" speak for themselves
    if article.lower[subject.first] in OWNED or POSSESSIVE in marks or plain:
        return True
    if _published_by(cast, subject.first) is not None:
        return True  # "the port filed a suit that says"
    tie = _author_tie(article, end, subject.last)
    keeper = tie is not None and any(one.kind == "organisation" for one in cast.names.within(tie, subject.last))
    office = tie is not None and article.vocabulary.speaker_nouns.get(article.lower[subject.last - 1]) == "state"
    return keeper or office


def _described_body(cast: Cast, subject: Subject, kind: str) -> Speaker:
    """Take the name in an apposition, the body behind "its volunteers", else the wording."""
    apposed = named_in_apposition(cast, subject)
    if apposed is not None:
        own = apposed.name if kind == "organisation" else None
        return Speaker(apposed.name, own or affiliation_of(cast, subject, kind) or apposed.name, kind)
    words = cast.article.speaker_words
    personal = cast.article.lower[subject.first] in ("his", "her")
    if personal and (head_of(cast, subject) in words.hand or head_of(cast, subject) in words.seat):
        leader = _latest_person(cast, subject.first)
        if leader is not None:
            return leader
    of_thing = head_of(cast, subject) in words.of_thing
    owned_by_body = cast.article.lower[subject.first] in ("its", "their") and not is_of_persons(cast, subject)
    if owned_by_body and not of_thing and (kind == "person" or _is_head(cast, subject)):
        owner = _body_before(cast, subject.first)
        if owner is not None:
            return owner
    whose = affiliation_of(cast, subject, kind) if kind == "organisation" else _owners(cast, subject)
    return Speaker(wording_of(cast, subject), whose or affiliation_of(cast, subject, kind), kind)


def _owners(cast: Cast, subject: Subject) -> str | None:
    """Whom the owner of an office speaks for: "the depot's night clerk", where no name says so."""
    end = head_end(cast.article, subject)
    marks = cast.article.classes[subject.first : end]
    owner = Subject(subject.first, subject.first + marks.index(POSSESSIVE)) if POSSESSIVE in marks[1:] else None
    speaker = speaker_of(cast, owner) if owner is not None and not cast.names.within(owner.first, end) else None
    return speaker.affiliation if speaker is not None else None


def _is_head(cast: Cast, subject: Subject) -> bool:
    """Whether a phrase is of one who leads a body or speaks for it: "their president", "its spokeswoman"."""
    head, vocabulary = head_of(cast, subject), cast.article.vocabulary
    return head in vocabulary.names.titles or vocabulary.speaker_roles.get(head) == "spokesperson"


def author_of(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whose document it is: "a calculation by X", "X's survey", "a United Nations bulletin"; `end` ends its head."""
    article = cast.article
    titled = titled_paper(cast, subject, end)
    if titled is not None:
        return titled
    tie = _author_tie(article, end, subject.last)
    owner = _owner_before(cast, subject, end) if tie is not None and article.lower[tie] == "of" else None
    if owner is not None:
        return owner
    if tie is not None:
        return _author_behind(cast, tie, subject)
    by = drawn_up_by(cast, end) or sent_by(cast, end)
    if by is not None and article.lower[by.first] in _IT:
        return cast.memory.organisation(subject.first)  # not whom the paper's own sentence is about: that is the paper
    if by is not None:
        return speaker_of(cast, by)
    if POSSESSIVE in article.classes[subject.first + 1 : end]:
        return _owner_before(cast, subject, end)
    if article.lower[subject.first] in OWNED:
        return _owner_of_paper(cast, subject.first)
    return (
        record_speaker(cast, subject, end)
        or _published_by(cast, subject.first)
        or _author_before(cast, subject, end)
        or researcher(cast, subject, end)
    )


def _owner_before(cast: Cast, paper: Subject, end: int) -> Speaker | None:
    """Who owns a paper by the words before its head, and so gives it: "Ruiz's audit of the fleet"."""
    marks = cast.article.classes
    last = next((index for index in range(end - 1, paper.first, -1) if marks[index] == POSSESSIVE), None)
    if last is None:
        return None
    owner = Subject(paper.first, last)
    return speaker_of(cast, owner) or whoever_owns(cast, owner)


def _author_behind(cast: Cast, tie: int, paper: Subject) -> Speaker | None:
    """Who stands behind the "by" or "of" of a paper; None for the nobody of "a study by 's said"."""
    article = cast.article
    last = next((index for index in range(tie + 1, paper.last) if article.lower[index] == "to"), paper.last)
    last -= article.classes[last - 1] == POSSESSIVE
    return _author_named(cast, Subject(tie + 1, last)) if tie + 1 < last else None


def _author_named(cast: Cast, author: Subject) -> Speaker | None:
    """Who a paper is by, or whose meeting or the like it is of: "minutes of the council's meeting"."""
    marks = cast.article.classes[author.first : author.last]
    owner = Subject(author.first, author.first + marks.index(POSSESSIVE)) if POSSESSIVE in marks[1:] else None
    return speaker_of(cast, author) or (speaker_of(cast, owner) if owner is not None else None)


def _author_tie(article: Article, end: int, last: int) -> int | None:
    """Where "by" or "from" stands behind the head of a paper that ends at `end`, or "of" right behind it.

    "A note to members from the guild", "the survey of the guild", but not "its bulletin of Monday".
    """
    if end < last and article.lower[end] == "of":
        asked = article.lower[end - 1].removesuffix("s") in article.speaker_words.research  # "a survey of guests"
        asked = asked and article.vocabulary.speaker_nouns.get(article.lower[last - 1]) == "person"
        return end if article.classes[end + 1] not in (DATE, NUMBER) and not asked else None
    return next((index for index in range(end, last) if article.lower[index] in ("by", "from")), None)


def _owner_of_paper(cast: Cast, first: int) -> Speaker | None:
    """Whom "its" or "his" before a paper or a reckoning means; `first` is the token of that word."""
    if cast.article.lower[first] in ("his", "her"):
        return _latest_person(cast, first)
    owner = _body_before(cast, first)
    return _published_by(cast, first) or _reviser(cast, first) or owner


def _reviser(cast: Cast, first: int) -> Speaker | None:
    """Read "the guild raised its estimate" and "stood by its count": the subject of the verb right before "its"."""
    article = cast.article
    verb = first - 1 - (article.classes[first - 1] == PREPOSITION)
    form = article.vocabulary.verbs.get(article.lower[verb]) if verb > 0 else None
    own = article.lower[first + 1] == "own"
    if form is None or not (own or form.lemma in article.speaker_words.revises):
        return None
    if "which" in article.lower[verb - 2 : verb]:
        return None  # "closer to the guild, which has lowered its claim"
    subject = subject_before(article, verb, article.sentence(first).first)
    return speaker_of(cast, subject) if subject is not None else None


def _author_before(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whose "the report" is by what was said before: who spoke by that noun, or stands behind the last paper."""
    article = cast.article
    if is_own_note(article, subject.first):
        return None  # "An earlier version of this article"
    known = cast.memory.by_noun.get(article.lower[end - 1])
    pointed = article.lower[subject.first] in DEFINITE and article.vocabulary.speaker_roles.get(article.lower[end - 1])
    if known is not None or pointed != "paper":
        return known
    whose = spoke_before(cast, subject.first) if article.lower[end - 1] in article.speaker_words.released else None
    return _newspaper(cast, subject, end) or cast.memory.paper or whose


def _newspaper(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """The newspaper of the article that "the paper" means; None for papers that are none."""
    if cast.article.lower[end - 1] not in cast.article.speaker_words.agency:
        return None
    other = spoke_before(cast, subject.first) if cast.article.lower[subject.first] == "that" else None
    return body_described(cast, subject, end, "organisation") or untold_body(cast, subject, end) or other


def _published_by(cast: Cast, first: int) -> Speaker | None:
    """Read "the commission published a full count": the subject of the verb right before the paper."""
    article = cast.article
    verb = article.vocabulary.verbs.get(article.lower[first - 1]) if first else None
    if verb is None or verb.lemma not in article.speaker_words.publishes or article.classes[first - 1] != VERB:
        return None
    subject = subject_before(article, first - 1, article.sentence(first).first)
    return speaker_of(cast, subject) if subject is not None else None
