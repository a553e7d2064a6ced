"""As of when a figure is told: what words before publication date, and what they leave without a date."""

import csv
from pathlib import Path

import pytest

from extraction.model import Document
from extraction.rules import RuleExtractor
from tests.extraction.reading import claim_at

EXTRACTOR = RuleExtractor()


@pytest.mark.parametrize(
    ("text", "when", "basis"),
    [
        ("The flood destroyed 340 houses.", "2025-10-10", "published"),
        ("The flood destroyed 340 houses earlier this year.", "2025", "text"),
        ("Earlier this month the flood destroyed 340 houses.", "2025-10", "text"),
        ("The flood destroyed 340 houses last year.", "2024", "text"),
        ("The flood destroyed 340 houses last month.", "2025-09", "text"),
        ("The flood destroyed 340 houses two days ago.", "2025-10-08", "text"),
        ("The flood destroyed 340 houses two years ago.", "2023", "text"),
        ("By 1979 the flood had destroyed 340 houses.", "1979", "text"),
        ("On Feb. 7 the flood destroyed 340 houses.", "2025-02-07", "text"),
        ("On 5 Dec. 2023 the flood destroyed 340 houses.", "2023-12-05", "text"),
        ("It lost 340 houses in the second quarter ended June 28.", "2025-06-28", "text"),
        ("After dozens of floods came Monday's 340 fires, and on Wednesday it rained.", "2025-10-06", "text"),
        ("Floods fell to 8 a day last week, from 340 at the turn of the year.", "2025-01", "text"),
        ("It lost 12 houses, up from 340.", None, None),
        ("The mill on the lake stop burned on Friday morning, with 340 sacks.", "2025-10-10", "text"),
        # Weeks and decades have no date as rough as they are: it is neither that day nor the day of publication.
        ("The flood destroyed 340 houses three weeks ago.", None, None),
        ("A decade ago the flood destroyed 340 houses.", None, None),
        # "By" a day tells of the past where the verb does, of the future else.
        ("The flood had destroyed 340 houses by Wednesday.", "2025-10-08", "text"),
        ("By Wednesday the flood had destroyed 340 houses.", "2025-10-08", "text"),
        ("The flood destroyed 340 houses by September.", "2025-09", "text"),
        ("The town must repair 340 houses by Wednesday.", "2025-10-15", "text"),
        ("The owners agreed to repair 340 houses by Wednesday.", "2025-10-15", "text"),
        ("The letters must be sent by Wednesday to 340 houses.", "2025-10-15", "text"),
        ("It had been tried before. In March a flood destroyed 340 houses.", "2025-03", "text"),
        # Where a firm or a life has begun is no date of what is told of it.
        ("The mill, founded in 1987, lost 340 houses.", "2025-10-10", "published"),
        ("Born in 1950, the builder owns 340 houses.", "2025-10-10", "published"),
        ("The flood destroyed more than the 340 houses that the town had expected in November.", "2024-11", "text"),
        # A date of another clause: since when, or before what has happened by now. Who said so on a day has it.
        ("The flood destroyed 340 houses since the river rose on Monday.", "2025-10-10", "published"),
        ("The crack that stood at 2 cm on Wednesday has grown, and 340 houses are empty.", "2025-10-10", "published"),
        ("The mayor said on Wednesday that the flood has destroyed 340 houses.", "2025-10-08", "text"),
        ("Nine houses fell, six more than on Monday, and 340 houses are empty.", "2025-10-10", "published"),
        ("It is the worst flood since 2008, when 340 houses fell.", "2008", "text"),
        # What goes back to a day is that day; without one before it, it is none.
        ("Rain fell on Monday. The flood destroyed 340 houses that night.", "2025-10-06", "text"),
        ("Rain fell on Monday. The count was 340 houses for the same day.", "2025-10-06", "text"),
        ("Rain fell on Monday. Some 340 houses had gone by then.", "2025-10-06", "text"),
        ("The flood destroyed 340 houses that night.", "2025-10-10", "published"),
        # "By" leads to a share and not to the month behind it; what is demanded by a day has not come.
        ("Thatching fell by 340 percent in October.", "2025-10", "text"),
        ("Thatching fell by 340 percent in January.", "2025-01", "text"),
        ("The pirates demanded 340 euros by Monday, the harbour said on Thursday.", "2025-10-13", "text"),
        ("The pirates demanded 340 euros by November.", "2025-11", "text"),
        # What opens or starts on a day is to come.
        ("The mill with 340 houses, which opens on Tuesday, is new.", "2025-10-14", "text"),
        # "Earlier" alone dates nothing.
        ("The flood destroyed 340 houses, earlier counts said.", "2025-10-10", "published"),
    ],
)
def test_the_date_of_a_figure(text: str, when: str | None, basis: str | None) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10")])
    [claim] = [claim for claim in claims if claim.value == 340]
    assert (claim.as_of, claim.as_of_basis) == (when, basis)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # Who took part on a day is counted as of that day; a toll is as of when it is told.
        ("Saturday's march was the largest yet. Police counted 340 protesters.", "2025-10-04"),
        ("Teachers marched through Porto on Wednesday. Police counted 340 protesters.", "2025-10-08"),
        ("A storm struck Porto on Wednesday. Police counted 340 deaths.", "2025-10-10"),
        ("The union said on Wednesday that it was content. Police counted 340 protesters.", "2025-10-10"),
        ("Rents rose. The mayor was silent. On Monday crowds met. Police counted 340 protesters.", "2025-10-06"),
        # The dateline's day is the report's, however late the clock says it was published.
        ("LIMA, Oct 9 (Meridian) - Rain fell on the coast. Police counted 340 deaths.", "2025-10-09"),
        ("LIMA, Sept 9 (Meridian) - Rain fell on the coast. Police counted 340 deaths.", "2025-10-10"),
    ],
)
def test_the_day_of_the_event_and_of_the_report(text: str, when: str) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10T02:00:00Z")])
    [claim] = [claim for claim in claims if claim.value == 340]
    assert claim.as_of == when


SENTENCES = Path(__file__).with_name("date_sentences.csv")
"""Sentences of an article of Friday 10 October 2025, and as of when each figure is told; one half was not looked at
while the rules were made."""


def test_periods_and_earlier_figures() -> None:
    """Quarters, fiscal years and weekends have their end; what a figure is compared with has its own date or none."""
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        claims = EXTRACTOR.extract([Document("d", "The Gazette", row["text"], published_at="2025-10-10")])
        found = [
            claim.as_of or "" for claim in claims if row["text"][claim.char_start : claim.char_end] in row["figure"]
        ]
        wrong += [] if row["as_of"] in found else [(row["text"], row["figure"], found)]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # The tense tells whether a day is to come.
        ("Flooded houses rose to 340 until Thursday.", "2025-10-09"),
        ("Repairs are to begin on Thursday in 340 houses.", "2025-10-16"),
        ("Some 340 houses will be repaired in November.", "2025-11"),
        ("Lessons resume on Thursday for 340 pupils.", "2025-10-16"),
        # A day that tells which event is meant dates no figure, nor does an aside about something else.
        ("The toll from the flood of April 2 has reached 340.", "2025-10-10"),
        ("The war, which began in March 2022, has killed 340 people.", "2025-10-10"),
        ("Fighting on the night of October 2 killed 340 people.", "2025-10-02"),
        # In reported speech "had" only follows "said".
        ("The purser said that sailors had reported 340 people aboard.", "2025-10-10"),
        ("The purser had reported 340 people aboard.", None),
    ],
)
def test_the_tense_and_what_a_date_belongs_to(text: str, when: str | None) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10")])
    assert [claim.as_of for claim in claims if claim.value == 340] == [when]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout in Wednesday's ballot was 34 percent, the board in Rena said on Friday.",
        "Wednesday's march drew 34 people, police said on Friday.",
        "The board met. Turnout was 34 percent in Wednesday's ballot, it said on Friday.",
    ],
)
def test_what_is_counted_once_is_of_the_day_of_its_event_whenever_it_is_told(text: str) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10")])
    assert [claim.as_of for claim in claims if claim.value == 34] == ["2025-10-08"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Light is back in all but 34 homes, the port said; it had failed in 900 on Wednesday.", "2025-10-10"),
        ("The navy has sent 34 boats, twice as many as on Wednesday.", "2025-10-10"),
        ("The club admitted on Wednesday that 41 boats had sunk, not 34 as it first said.", None),
    ],
)
def test_a_day_of_another_clause_or_comparison_is_not_of_the_figure(text: str, when: str | None) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10")])
    assert [claim.as_of for claim in claims if claim.value == 34] == [when]


@pytest.mark.parametrize(
    ("text", "figure", "day"),
    [
        ("The count stood at 34 as of 27 February.", "34", "2025-02-27"),
        ("The fair drew twice as many as on 27 February.", "twice", "2025-03-04"),
        ("During the 1970s the valley lost 34 mills.", "34", None),
        ("The 2025 fund of $9 million is three times the 2017 one.", "three times", "2025"),
        ("The fund is three times the 2017 fund.", "three times", "2025-03-04"),
        ("The guild sold 34 barges on 6 May.", "34", "2024-05-06"),
        ("Some 34 barges were sold on 6 May.", "34", "2024-05-06"),
        ("The guild will sell 34 barges on 6 May.", "34", "2025-05-06"),
        ("The guild sells 34 barges on 6 May.", "34", "2025-05-06"),
        ("The guild sold 34 barges on 5 March.", "34", "2025-03-05"),
        ("The guild announced that 34 barges would be sold on 6 May.", "34", "2025-05-06"),
    ],
)
def test_whose_date_it_is_and_which_year(text: str, figure: str, day: str | None) -> None:
    assert claim_at(text, figure).as_of == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # "By" leads to a month only where nothing but parts of it stand between, and no past tense tells of it.
        ("The walkout by cabin staff in December cost 34 flights.", "2024-12"),
        ("The bank cut its rate by 34 points in December.", "2024-12"),
        ("A count by the union in December found 34 empty houses.", "2024-12"),
        ("The mayor had reported 34 dead by late December.", "2024-12"),
        ("It must repair 34 houses by late December.", "2025-12"),
        ("The yard should build 34 boats by the middle of May.", "2025-05"),
        # Who will do something does it in the month to come, however much stands between.
        ("It will close the last of its old furnaces on the estuary in December, with the loss of 34 jobs.", "2025-12"),
        ("The bank, expected to wait, cut rates by 34 points in December.", "2024-12"),
        ("It pays 12 crowns now and the rest of the 34 crowns in December.", "2025-12"),
        ("Traders still offer 34 cargoes for December.", "2025-12"),
        ("They sold 34 tonnes of rice for December delivery.", "2025-12"),
        ("The office put sales for December at 34 cars.", "2024-12"),
        # Days told together are as of the last of them.
        ("The line cancelled 34 trains on Sunday and Monday.", "2025-03-03"),
        # What has happened up to now has no past day: that is of the deed.
        ("Some 34 people are known to have died in the sinking of a ferry on Sunday.", "2025-03-04"),
        ("Some 34 people have died in a fire at a mill on Sunday.", "2025-03-04"),
        ("Some 34 people died in a fire at a mill on Sunday.", "2025-03-02"),
        # A given name that is short for a month is none.
        ('"We have 34 coats," said Jun Abella.', "2025-03-04"),
        ("The nurse said the road was shut. She had counted 34 bodies.", "2025-03-04"),
    ],
)
def test_which_dates_are_to_come(text: str, when: str) -> None:
    assert claim_at(text, "34").as_of == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The mayor said the permit had run out in November. The company denied it.", "2025-03-04"),
        ("On Monday the mayor said the permit had run out in November. The company denied it.", "2025-03-03"),
        ("The mayor said the permit ran out on Sunday. The company denied it.", "2025-03-02"),
    ],
)
def test_a_statement_is_of_the_day_it_is_made(text: str, when: str) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-03-04")])
    assert next(claim.as_of for claim in claims if claim.polarity == "asserted") == when
