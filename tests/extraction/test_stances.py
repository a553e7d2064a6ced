"""Stances: what is denied, left open or maintained without a figure."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claims_in

LEAD = "Two witnesses said 400 French soldiers had crossed the border.\n"

STANCES = [
    # (text after the lead, the phrase that states it, who, polarity)
    ("France denied that any soldier had crossed.", "denied that any soldier had crossed", "France", "denied"),
    ("France dismissed the reports as “a fairy tale”.", "dismissed the reports as “a fairy tale”", "France", "denied"),
    ("France called the account an invention.", "called the account an invention", "France", "denied"),
    ("Luc Morel would neither confirm nor deny it.", "would neither confirm nor deny it", "Luc Morel", "unconfirmed"),
    ("Luc Morel declined to confirm or deny it.", "declined to confirm or deny it", "Luc Morel", "unconfirmed"),
    (
        "Luc Morel refrained from confirming it.",
        "refrained from confirming it",
        "Luc Morel",
        "unconfirmed",
    ),
    ("Spain accused France of breaking the treaty.", "accused France of breaking the treaty", "Spain", "asserted"),
    (
        '"Nothing has happened there," Luc Morel said.',
        "Nothing has happened there",
        "Luc Morel",
        "denied",
    ),
    ("France again rejected the claims.", "again rejected the claims", "France", "denied"),
    (
        "Spain accused France of sending soldiers without a mandate.",
        "accused France of sending soldiers",
        "Spain",
        "asserted",
    ),
    (
        "Spain, Italy, and other nations accused France of sending soldiers.",
        "accused France of sending soldiers",
        "Spain",
        "asserted",
    ),
    ("Luc Morel said the smugglers had nothing to do with it.", "had nothing to do with it", "Luc Morel", "denied"),
    ("Spain says France denies the crossing.", "denies the crossing", "France", "denied"),
    ("France repeated that no soldiers were there.", "repeated that no soldiers were there", "France", "denied"),
]


@pytest.mark.parametrize(("text", "phrase", "claimant", "polarity"), STANCES)
def test_stance(text: str, phrase: str, claimant: str, polarity: str) -> None:
    found = [claim for claim in claims_in(LEAD + text) if claim.kind == "stance"]
    seen = [((LEAD + text)[claim.char_start : claim.char_end], claim.claimant, claim.polarity) for claim in found]
    assert seen == [(phrase, claimant, polarity)]


ANSWERED = "The guild says 40 were hurt. "


@pytest.mark.parametrize(
    "answer", ["Not so, says the council.", "Not true, said the council.", "Nonsense, the council said."]
)
def test_a_bare_label_denies_who_gave_the_figure_before_it(answer: str) -> None:
    denial = next(claim for claim in claims_in(ANSWERED + answer) if claim.kind == "stance")
    assert (denial.polarity, denial.claimant, denial.denies) == ("denied", "the council", "The guild")


WORDINGS = [
    # (text, who, polarity)
    ("The ministry denied that the dam had failed.", "The ministry", "denied"),
    ("The ministry flatly denied the report.", "The ministry", "denied"),
    ("The ministry denies any involvement in the attack.", "The ministry", "denied"),
    ("The ministry has issued a denial.", "The ministry", "denied"),
    ("Denying the report, the ministry said the dam was safe.", "the ministry", "denied"),
    ("The ministry rejected the allegations.", "The ministry", "denied"),
    ("The ministry rejected as false the claim that the dam had failed.", "The ministry", "denied"),
    ("The ministry dismissed the report as propaganda.", "The ministry", "denied"),
    ("The ministry dismissed suggestions that the dam had failed.", "The ministry", "denied"),
    ("The ministry called the report baseless.", "The ministry", "denied"),
    ("The ministry called it a lie.", "The ministry", "denied"),
    ("The ministry described the claims as fabricated.", "The ministry", "denied"),
    ("The ministry branded the story fake news.", "The ministry", "denied"),
    ("The reports are false, the ministry said.", "the ministry", "denied"),
    ("The ministry said the reports were untrue.", "The ministry", "denied"),
    ("The ministry said there was no truth in the reports.", "The ministry", "denied"),
    ("The ministry insisted that no dam had failed.", "The ministry", "denied"),
    ("The ministry said no dam had failed, contradicting residents who blamed it.", "The ministry", "denied"),
    ("The ministry disputed the findings.", "The ministry", "denied"),
    ("The ministry disputes that the dam failed.", "The ministry", "denied"),
    ("The ministry disputed the account given by residents.", "The ministry", "denied"),
    ("The ministry refuted claims of a cover-up.", "The ministry", "denied"),
    ("The ministry ruled out sabotage.", "The ministry", "denied"),
    ("The ministry ruled out any cuts.", "The ministry", "denied"),
    ("“That is not true,” the minister said.", "the minister", "denied"),
    ("“This never happened,” the minister said.", "the minister", "denied"),
    ("“We did not open the gates,” the minister said.", "the minister", "denied"),
    ("“There was no leak,” the minister said.", "the minister", "denied"),
    ("“It's a lie,” the minister said.", "the minister", "denied"),
    ("“These are lies,” the minister said.", "the minister", "denied"),
    ("“Complete nonsense,” said the minister.", "the minister", "denied"),
    ("The minister said the claim was “complete nonsense”.", "The minister", "denied"),
    ("The minister denied wrongdoing.", "The minister", "denied"),
    ("Morel denies all charges.", "Morel", "denied"),
    ("The ministry would not confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry did not confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry could not confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry said it could not confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry was unable to confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry has yet to confirm the report.", "The ministry", "unconfirmed"),
    ("The ministry declined to comment on the report.", "The ministry", "unconfirmed"),
    ("The ministry did not comment on the report.", "The ministry", "unconfirmed"),
    ("The ministry refused to be drawn on the report.", "The ministry", "unconfirmed"),
    ("The ministry neither confirmed nor denied the report.", "The ministry", "unconfirmed"),
    ("The ministry would neither confirm nor deny a failure of the dam.", "The ministry", "unconfirmed"),
    ("The ministry refused to say whether the dam had failed.", "The ministry", "unconfirmed"),
    ("The ministry said it was too early to say whether the dam had failed.", "The ministry", "unconfirmed"),
    ("The report could not be independently verified.", None, "unconfirmed"),
    ("Reuters could not independently verify the report.", "Reuters", "unconfirmed"),
    ("It was not possible to verify the claim.", None, "unconfirmed"),
    ("The ministry accused the rebels of blowing up the dam.", "The ministry", "asserted"),
    ("The ministry blamed the rebels for the explosion.", "The ministry", "asserted"),
    ("The ministry claimed the rebels had blown up the dam. The rebels denied it.", "The ministry", "asserted"),
    ("The ministry alleged that the rebels had blown up the dam.", "The ministry", "asserted"),
    ("The ministry confirmed that the dam had failed.", "The ministry", "asserted"),
    ("The ministry acknowledged that the dam had failed.", "The ministry", "asserted"),
    ("The ministry admitted that the dam had failed.", "The ministry", "asserted"),
    ("The ministry conceded that the dam had failed.", "The ministry", "asserted"),
    ("The ministry stood by its account.", "The ministry", "asserted"),
    ("Residents maintain that the dam failed.", "Residents", "asserted"),
    ("Residents said the gates had been opened. The ministry denied it.", "Residents", "asserted"),
    ("The dam failed because of neglect, engineers allege.", "engineers", "asserted"),
    ("The rebels claimed responsibility for the attack.", "The rebels", "asserted"),
    ("The mayor has accepted blame for the error.", "The mayor", "asserted"),
    ("The mayor admitted hiding the letter.", "The mayor", "asserted"),
    ("The mayor admits, however, that the letter was hidden.", "The mayor", "asserted"),
    ("The mayor abstained from commenting on the letter.", "The mayor", "unconfirmed"),
    ("Was the letter hidden? Oslo: no.", "Oslo", "denied"),
    ("Was the letter hidden? The mayor says yes.", "The mayor", "asserted"),
    ("The mayor said that the fire was caused by a lamp.", "The mayor", "asserted"),
    ("The smell was due to a broken drain, the mayor said.", "the mayor", "asserted"),
    ("The mayor admitted to hiding 20 letters.", "The mayor", "asserted"),
    ("A ferryman has been accused of ramming a yacht.", None, "asserted"),
    ("A ferryman, accused of ramming 2 yachts, left the port.", None, "asserted"),
    ("A ferryman was held on allegations that he had rammed a yacht.", None, "asserted"),
    ("The ministry did not respond to the allegations.", "The ministry", "unconfirmed"),
    ("The ministry said it had not sold the dam.", "The ministry", "denied"),
    ("The ministry said there was no leak.", "The ministry", "denied"),
    ("The ministry said it had no role in the attack.", "The ministry", "denied"),
    ("The ministry said the quarry had been without a permit.", "The ministry", "denied"),
    ("The quarry denied that it had been without a permit.", "The quarry", "asserted"),
    ("The quarry denied that it lacked a permit.", "The quarry", "asserted"),
    ("It is unclear whether the dam has failed.", None, "unconfirmed"),
    ("It is too early to say who opened the gates, the ministry said.", "the ministry", "unconfirmed"),
    ("The ministry has yet to say who opened the gates.", "The ministry", "unconfirmed"),
    ("The mayor refused to concede that the dam had failed.", "The mayor", "denied"),
    ("The mayor swears that the gates were shut.", "The mayor", "asserted"),
    ("The mayor doubts that a gate broke.", "The mayor", "denied"),
    ("The mayor laughed off the reports.", "The mayor", "denied"),
    ("The mayor said the guards had never gone home and accused the quarry of hiding a leak.", "The mayor", "asserted"),
    ("The mayor disagrees with that account.", "The mayor", "denied"),
    ("The mayor does not believe the story.", "The mayor", "denied"),
    ("The mayor called the stories of a leak “poetry”.", "The mayor", "denied"),
    ("The union made an accusation which the mayor rejects.", "the mayor", "denied"),
    ("Brellin denied hiding a letter.", "Brellin", "denied"),
    ("The dairy denied hiding a letter.", "The dairy", "denied"),
    ("The town says no siren was sounded. The mine says it was.", "The mine", "asserted"),
    ("The quarry says it sounded a siren; the hamlet says it did not.", "the hamlet", "denied"),
    ("The quarry says it sounded a siren; the hamlet says it did not.", "The quarry", "asserted"),
    ("Villagers spoke of helicopters. The army said there were none.", "The army", "denied"),
    (
        "Villagers said on Monday that a barge had been burning. The port, which owns it, denied it.",
        "Villagers",
        "asserted",
    ),
    ("Villagers told a court in May that a barge had been burning. The port denied it.", "Villagers", "asserted"),
    ("The mayor said there is no hunger in the town.", "The mayor", "denied"),
    ("“No bribe, period,” the mayor said.", "the mayor", "denied"),
    ("“There will be no layoffs,” the mayor said.", "the mayor", "denied"),
    ("Villagers said the barge, built in Rena, had rammed a pier.", "Villagers", "asserted"),
    ("Nobody at the ministry would comment on the theft.", "the ministry", "unconfirmed"),
    ("The gates were shut, insists the mayor.", "the mayor", "asserted"),
    ("The barge was sunk by divers, villagers said. The port denied it.", "villagers", "asserted"),
    ("The suspicion that the mayor had hidden a letter grew.", None, "asserted"),
]


@pytest.mark.parametrize(("text", "claimant", "polarity"), WORDINGS)
def test_stance_in_other_words(text: str, claimant: str | None, polarity: str) -> None:
    found = [(claim.claimant, claim.polarity) for claim in claims_in(text) if claim.kind == "stance"]
    assert (claimant, polarity) in found


NO_STANCES = [
    "The minister said he did not know the town.",
    "He asked about the charge that the dam had failed.",
    "The company dismissed 40 workers.",
    "Does France still deny it?",
    "The committee rejected a bid for the port.",
    "The committee rejected a 40m euro bid for the port.",
    "The court denied a motion for delay.",
    "The mayor agreed to plead guilty.",
    "The mayor will plead guilty on Monday.",
    "The mayor could not be reached for comment.",
    "The mayor did not immediately comment.",
    "The council told the mayor to establish a panel that meets each week.",
    'Spain accused France of being "slow".',
    "The ferryman faces charges that could send him to prison.",
    "Parking in the square would be banned.",
    "France blamed the delay on the weather.",
    "Spain accused France of stoking confrontation.",
    "To the question whether the dam would hold, the mayor smiled.",
    'The mayor said he was "watching the river". The council said it was "listening".',
    "The mayor called the vote a 'turning point'.",
    '"No doubt," the mayor said.',
    '"Not yet," the mayor said.',
    "The mayor said there were no delays at the moment.",
    "The mayor chose not to run again.",
    "The mayor did not answer calls on Friday.",
    "The number of the drowned remains disputed.",
    "The cause of the leak stayed contested for years.",
]


@pytest.mark.parametrize("text", NO_STANCES)
def test_no_stance(text: str) -> None:
    assert not [claim for claim in claims_in(text) if claim.kind == "stance"]


def test_a_stance_shares_the_measure_and_actor_of_the_figure_on_which_it_bears() -> None:
    figure, stance = claims_in(LEAD + "Paris rejected the claims.")[-2:]
    assert (stance.measure, stance.actor, stance.predicate) == (figure.measure, figure.actor, figure.predicate)


def test_a_denial_of_one_voices_figures_names_the_voice() -> None:
    text = "The charity Harbour Aid said 40 people had died.\nThe mayor rejected the charity's figures."
    assert claims_in(text)[-1].denies == "Harbour Aid"


def test_the_other_side_of_a_denial_is_heard() -> None:
    text = "The mayor denied that the dam had failed. Farmers along the river said they had watched it burst."
    assert [claim.polarity for claim in claims_in(text)] == ["denied", "asserted"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The weavers blamed moths. The guild rejected that account and said that the loom had been broken.", "moth"),
        ("The tannery blamed ice for the collision. The pilots said there had been no ice.", "ice"),
        ("The mill put the blame on a cracked hose, but inspectors denied that the hose was cracked.", "hose"),
        ("The choir blamed the delay on a strike. The porters dismissed that explanation.", "strike"),
    ],
)
def test_what_is_blamed_is_a_stance_where_the_next_voice_denies_it(text: str, measure: str) -> None:
    blame, denial = claims_in(text)[:2]
    assert (blame.polarity, denial.polarity) == ("asserted", "denied")
    assert (blame.measure, denial.measure) == (measure, measure)


@pytest.mark.parametrize(
    "answer", ["The guild denied that it had cut staff.", "Snow fell.", "It denied talk of fraud."]
)
def test_what_is_blamed_is_no_stance_where_something_else_is_denied(answer: str) -> None:
    assert not [claim for claim in claims_in(f"The tannery blamed fog. {answer}") if claim.polarity == "asserted"]


def test_hiding_deaths_is_no_statement_about_their_number() -> None:
    deaths, hidden = claims_in("Some 40 people have died. The minister denied that some deaths had been concealed.")
    assert (deaths.measure, hidden.measure) == ("deaths", "concealed_deaths")


def test_a_bare_answer_goes_on_with_the_stance_before_it() -> None:
    text = 'Luc Morel denied that the dam had failed. "That is not how it was," he said.'
    assert [claim.measure for claim in claims_in(text)] == ["dam", "dam"]


def test_what_may_come_is_no_answer_to_a_denial() -> None:
    text = "The minister denied that the dam had failed. The army said pumps might arrive at the weekend."
    assert [claim.polarity for claim in claims_in(text)] == ["denied"]


def test_a_denied_thing_of_a_state_is_known_without_a_figure() -> None:
    (stance,) = claims_in("The Kremlin neither confirmed nor denied that North Korean troops were in the country.")
    assert (stance.measure, stance.actor) == ("troops", "North Korea")


def test_a_stance_takes_the_place_that_its_own_clause_names() -> None:
    *_, stance = claims_in("Some 40 people died in Lima, Peru. Brazil denied supplying weapons to Chile.")
    assert stance.place == "Chile"


TOPICS = [
    # (what is counted before it, the stance, whether both share their measure)
    (
        "The charity Harbour Aid said 40 people had died and 9 had fled.",
        "The mayor disputed Harbour Aid's figures.",
        True,
    ),
    ("Some 40 people were killed.", "The mayor denied that anybody had been killed.", True),
    ("The port lost 300 barrels of oil.", "The operator said no oil had been lost.", True),
    ("Some 40 people were killed.", "The mayor denied that the dam had failed.", False),
]


@pytest.mark.parametrize(
    ("text", "measure", "predicate"),
    [
        ("The envoy said the ferry had crashed in the bay. The bay is deep.", "ferry", "crashed"),
        ("The union said officers had attacked a driver in the square. The square was full.", "officer", "attacked"),
        ("The navy threatened to stop aid to the island. The island is dry.", "aid", "stopped"),
        ("The envoy denied that the council had promised any loan. The council is old.", "loan", "promised"),
        ("The envoy denied that any siren had been unplugged before the explosion.", "siren", "unplugged"),
        ("The envoy denied that the council had burned a boat. The council is old.", "boat", "burned"),
    ],
)
def test_a_stance_is_about_the_deed_not_about_where_it_was_done(text: str, measure: str, predicate: str) -> None:
    (stance,) = (claim for claim in claims_in(text) if claim.kind == "stance")
    assert (stance.measure, stance.predicate) == (measure, predicate)


@pytest.mark.parametrize(("counted", "denial", "shared"), TOPICS)
def test_a_denial_shares_the_measure_of_the_figures_that_it_takes_back(counted: str, denial: str, shared: bool) -> None:
    *figures, stance = claims_in(f"{counted} {denial}")
    assert (stance.kind, stance.polarity) == ("stance", "denied")
    assert (stance.measure in {figure.measure for figure in figures}) == shared


def test_a_denial_that_points_to_a_count_is_aimed_at_who_gave_it() -> None:
    text = "At least 11 people died, the coastguard said. In Tinos the mayor, Luc Morel, disputed that count."
    denial = claims_in(text)[-1]
    assert (denial.polarity, denial.claimant, denial.denies) == ("denied", "Luc Morel", "the coastguard")


RESPONSIBLE = [
    ("The Red Brigade claimed responsibility for the bombing in Varna.", "The Red Brigade", "asserted"),
    ("The Salt Road group has claimed responsibility for the raid that hurt 9 people.", None, "asserted"),
    ("Maria Sol said on Tuesday that the rebels were behind the bombing.", "the rebels", "asserted"),
    ("Maria Sol said Russia had carried out the attack.", "Russia", "asserted"),
    ("The raid was an act of spite committed by Norway, Maria Sol said.", "Norway", "asserted"),
    ("The minister held Russia responsible for the sinking of the ferry.", "Russia", "asserted"),
    ("The minister blamed Russia for the explosion.", "Russia", "asserted"),
    ("Russia was to blame for the crash, Maria Sol said.", "Russia", "asserted"),
    ("Officials believe the Red Brigade was behind the attack.", "the Red Brigade", "asserted"),
    ("The rebels denied being behind the attack.", "The rebels", "denied"),
    ("The army said its forces were not behind the strike.", "The army", "denied"),
    ('"We did not carry out this attack," a rebel spokesman said.', "a rebel spokesman", "denied"),
]


@pytest.mark.parametrize(("text", "actor", "polarity"), RESPONSIBLE)
def test_who_did_it_is_one_thing(text: str, actor: str | None, polarity: str) -> None:
    stance = next(claim for claim in claims_in(text) if claim.kind == "stance")
    assert (stance.measure, stance.predicate, stance.polarity) == ("responsibility", "responsible", polarity)
    assert actor is None or stance.actor == actor


NOBODY_RESPONSIBLE = [
    "No group has claimed responsibility for the attack.",
    "The Red Brigade has not claimed responsibility for the attack.",
    "The minister said police were looking for those behind the attack.",
    "Police said the woman who carried out the raid was a baker.",
    "Officials said the Red Brigade may be behind the attack.",
    "Maria Sol took responsibility for the children.",
    "The man was held on Monday.",
    "The minister said police would fight organised crime.",
    "The minister said crimes committed in the war would be punished.",
    "The minister said the worst of the crisis was behind it.",
]


@pytest.mark.parametrize("text", NOBODY_RESPONSIBLE)
def test_nobody_is_held_responsible(text: str) -> None:
    assert [claim.quote for claim in claims_in(text) if claim.kind == "stance"] == []


FINDINGS = [
    ("The court ruled on Monday that Peter Dahl was unfit to run a school.", "fit", "denied"),
    ("The court ruled that Peter Dahl was fit to run a school.", "fit", "asserted"),
    ("The judge ruled that Peter Dahl was not fit to run a school.", "fit", "denied"),
    ("The court found the treasurer guilty of fraud.", "guilty", "asserted"),
    ("A jury found the treasurer not guilty of fraud.", "guilty", "denied"),
    ("The treasurer pleaded guilty to forging stamps.", "guilty", "asserted"),
    ("The treasurer has pleaded not guilty to 14 counts of fraud.", "guilty", "denied"),
    ('"I\'m not incompetent," said the pilot, Odd Lien.', "competent", "asserted"),
    ("The tribunal declared the vote invalid.", "invalid", "asserted"),
    ("The board of the guild found that the steward was unable to run a school.", "unable", "asserted"),
    ("Doctors diagnosed the treasurer with pneumonia.", None, "asserted"),
    ("The minister refused to believe the army had opened fire.", "opened", "denied"),
]


@pytest.mark.parametrize(("text", "predicate", "polarity"), FINDINGS)
def test_a_finding_is_for_or_against_one_predicate(text: str, predicate: str | None, polarity: str) -> None:
    found = [(claim.predicate, claim.polarity) for claim in claims_in(text) if claim.kind == "stance"]
    assert found == [(predicate, polarity)]


NO_FINDINGS = [
    "Police found illegal weapons in the flat.",
    "The king ruled the province with fear.",
    "The court refused to rule that the law was invalid.",
    "The court ruled in favour of the company.",
    "The mayor declared a state of emergency.",
    "The court has yet to rule on whether he is fit to run a school.",
]


@pytest.mark.parametrize("text", NO_FINDINGS)
def test_what_is_found_may_be_no_finding(text: str) -> None:
    assert [claim.quote for claim in claims_in(text) if claim.kind == "stance"] == []


def test_two_sides_speak_of_one_deed() -> None:
    told = "Relief workers had said the plane had delivered the food. But the mayor said nothing had been delivered."
    done, undone = [claim for claim in claims_in(told) if claim.kind == "stance"]
    assert (done.polarity, undone.polarity) == ("asserted", "denied")
    assert (done.measure, done.predicate) == (undone.measure, undone.predicate)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Reed Party took 31 percent of the vote. The guild said the vote had been stolen.", "stolen"),
        ("The Reed Party took 31 percent of the vote. The board denied that the vote was rigged.", "rigged"),
    ],
)
def test_a_vote_of_which_no_share_is_told_is_no_share(text: str, predicate: str) -> None:
    stance = claims_in(text)[-1]
    assert (stance.measure, stance.predicate) == ("vote", predicate)


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ('"My client stole nothing," Karl Hesse said.', ["denied"]),
        ("Karl Hesse said that the port had nothing to add to it.", []),
    ],
)
def test_who_did_nothing_denies_the_deed(text: str, polarities: list[str]) -> None:
    assert [claim.polarity for claim in claims_in(text) if claim.polarity == "denied"] == polarities


WRONGS = [
    # (text, predicate)
    (
        "The warden said the scouts had set fire to a hut. Their teacher said they had not started the fire.",
        "started",
    ),
    (
        "The warden said the scouts had set light to a hut. Their teacher said they did not begin the blaze.",
        "started",
    ),
    ("Voss said the guards had opened fire on the boats. The navy said that no guard had opened fire.", "opened"),
]


@pytest.mark.parametrize(("text", "predicate"), WRONGS)
def test_a_wrong_told_in_several_words_is_a_stance_of_both_sides(text: str, predicate: str) -> None:
    accused, denied = [claim for claim in claims_in(text) if claim.kind == "stance"]
    assert (accused.polarity, denied.polarity) == ("asserted", "denied")
    assert accused.predicate == denied.predicate == predicate


def test_what_has_not_begun_is_no_denial_of_a_wrong() -> None:
    text = "The mayor said that the crew had not started the repairs."
    assert [claim for claim in claims_in(text) if claim.kind == "stance"] == []


@pytest.mark.parametrize("denial", ["denied that he had meant to resign", "denied reports that he had meant to resign"])
def test_a_deed_told_behind_that_is_not_what_was_counted_before(denial: str) -> None:
    stance = claims_in(f"The club won 61 percent of the vote. Its head, Marta Lund, was late. Per Voss {denial}.")[-1]
    assert (stance.kind, stance.measure) == ("stance", "unknown")


POINTING = [
    # (what is said before it, a denial that only points back, what it is about)
    ("Some 40 boats sank in May. A pilot said that the beacon was dark.", "The port called that a lie.", "beacon"),
    ("Some 40 boats sank in May. Was a beacon broken?", "The port said no.", "beacon"),
    ("Some 40 boats sank in May. Nobody knows why.", "A broken beacon has been ruled out.", "beacon"),
    ("Some 40 boats sank in May.", "The port denied it.", "ships_sunk"),
]


@pytest.mark.parametrize(("before", "denial", "about"), POINTING)
def test_a_denial_that_points_back_is_about_what_was_said_right_before(before: str, denial: str, about: str) -> None:
    stances = [claim for claim in claims_in(f"{before} {denial}") if claim.kind == "stance"]
    assert (stances[-1].measure, stances[-1].polarity) == (about, "denied")


def test_an_interviewee_denies_without_a_verb_of_saying() -> None:
    text = (
        "Odd Lien, 53, runs the archive. He received us on Monday.\n\nDid you hide the letter?\n\n"
        "I'm sorry that it is lost. But we didn't hide any letter.\n\nWhere do you keep your maps?\n\n"
        "I keep them in the cellar.\n\nWill you stay?\n\nI like my work."
    )
    (stance,) = [claim for claim in claims_in(text) if claim.kind == "stance"]
    assert (stance.claimant, stance.polarity) == ("Odd Lien", "denied")


TURNOUT_FIRST = "The regional council stood by its turnout figure of 57.3 percent. "
DENIED_NEXT = [
    # (text, measure of the denial, what is said to be done, whom it answers)
    (
        "A clerk of the port said 640 crates were missing from the depot. "
        '"That is not true. No crate has gone," said the depot\'s manager, Pero Malic.',
        "crate",
        "missing",
        "A clerk of the port",
    ),
    (
        "A safety officer said two of the six hatches had been welded shut. Selma Lines again denied welding them.",
        "hatch",
        "welding",
        None,
    ),
]


@pytest.mark.parametrize(("text", "measure", "predicate", "denies"), DENIED_NEXT)
def test_a_denial_that_only_points_is_of_what_was_counted_right_before(
    text: str, measure: str, predicate: str, denies: str | None
) -> None:
    denial = next(claim for claim in claims_in(TURNOUT_FIRST + text) if claim.kind == "stance")
    assert (denial.measure, denial.predicate, denial.denies) == (measure, predicate, denies)


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Reports that 27 nuns had fled could not be verified.", 0),
        ("It is unclear whether 27 or 35 nuns had fled.", 0),
        ("The guild's claim that 27 nuns had fled could not be verified.", 1),
        ("It is unclear whether the nuns had fled.", 1),
        ("It is unclear how the 27 nuns had fled.", 1),
    ],
)
def test_no_stance_stands_beside_a_figure_that_is_left_open(text: str, stances: int) -> None:
    assert sum(claim.kind == "stance" for claim in claims_in(text)) == stances


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        # A share alone is no figure that a denial could meet: what is said of it is a statement.
        (
            "Traders alleged that a quarter of the rice was spoiled. The shipper denied it.",
            "alleged that a quarter of the rice was spoiled",
            "denied it",
        ),
        (
            "The pilots said that half of the engines had been tampered with. The maker called this a lie.",
            "said that half of the engines had been tampered with",
            "called this a lie",
        ),
        # A thing that is only named is said to have been.
        ("Drivers spoke of a blockade; the army denied it.", "spoke of a blockade", "denied it"),
        (
            "Villagers complained of beatings. The governor denied any such acts.",
            "complained of beatings",
            "denied any such acts",
        ),
        ("Nurses told of threats. The clinic rejected the claim.", "told of threats", "rejected the claim"),
        # Whose claim is rejected says it.
        (
            "Claims by the guild that guards had fired on a bus were rejected by the general.",
            "guards had fired on a bus",
            "were rejected by the general",
        ),
        # What follows a figure in a clause of its own is what is denied.
        (
            "Ana Ruiz said that two guards had died and that Peru's navy had fired first. Lima denied this.",
            "Peru's navy had fired first",
            "denied this",
        ),
    ],
)
def test_a_denial_has_what_it_denies(text: str, told: str, denied: str) -> None:
    stances = [claim for claim in claims_in(text) if claim.kind == "stance"]
    found = {(text[claim.char_start : claim.char_end], claim.polarity) for claim in stances}
    assert found == {(told, "asserted"), (denied, "denied")}
    assert len({(claim.measure, claim.predicate) for claim in stances}) == 1


@pytest.mark.parametrize(
    ("text", "words", "polarity", "claimant"),
    [
        (
            "The navy says its shells fell only on fuel stores.",
            "says its shells fell only on fuel stores",
            "asserted",
            "The navy",
        ),
        ("The cook, the police say, was not shot in the riot.", "was not shot in the riot", "denied", "the police"),
        ("The bloc does not recognise the outcome.", "does not recognise the outcome", "denied", "The bloc"),
        ("The barge, officials said, comes from Rena.", None, None, None),
        ("The boats could be moved only after dark, the pilot said.", None, None, None),
    ],
)
def test_what_else_states_a_matter(text: str, words: str | None, polarity: str | None, claimant: str | None) -> None:
    stances = [claim for claim in claims_in(text) if claim.kind == "stance"]
    found = [(text[claim.char_start : claim.char_end], claim.polarity, claim.claimant) for claim in stances]
    assert found == ([(words, polarity, claimant)] if words else [])


def test_a_claim_that_is_rejected_is_about_what_it_says() -> None:
    [claim] = claims_in("Claims that the army had shelled the market were rejected by the general.")
    assert (claim.measure, claim.predicate) == ("market", "shelled")


BOTH_SIDES = [
    # (text, the words of who asserts it, who that is, who denies it)
    (
        "The brewers said inspectors had been turned away from 3 of the 8 cellars. The owner rejected the claim.",
        "said inspectors had been turned away from 3 of the 8 cellars",
        "The brewers",
        "The owner",
    ),
    (
        "Prosecutors say Mr Amsel took the jewels in two hats. He insists he never took any jewels.",
        "say Mr Amsel took the jewels in two hats",
        "Prosecutors",
        "Amsel",
    ),
    (
        "The choirmaster said 7 robes had been found and that nobody had locked the vestry. The verger denied this.",
        "nobody had locked the vestry",
        "The choirmaster",
        "The verger",
    ),
    (
        "The beekeepers' union says the hives were sold with mites in them. That, the dealer says, is false.",
        "says the hives were sold with mites in them",
        "The beekeepers' union",
        "the dealer",
    ),
    (
        "The inquest heard that the lamp had been left burning. The hotel's lawyer denied it.",
        "heard that the lamp had been left burning",
        None,
        "The hotel's lawyer",
    ),
    (
        "The inquiry was told that the vestry had been locked. The verger disputed that.",
        "told that the vestry had been locked",
        None,
        "The verger",
    ),
    (
        "According to the weavers, moths were bred in the loft. The guild says it has never bred moths.",
        "moths were bred in the loft",
        "the weavers",
        "The guild",
    ),
    (
        "A leaked memo suggests that the brakes were known to be worn. The tram firm rejected the suggestion.",
        "suggests that the brakes were known to be worn",
        None,
        "The tram firm",
    ),
    (
        "The radio said that the queen would abdicate in May. Her palace dismissed the report as fantasy.",
        "said that the queen would abdicate in May",
        "The radio",
        "Her palace",
    ),
    (
        "A report in a Lisbon paper that the club had paid a dentist for 2 medals was denied by the coach.",
        "the club had paid a dentist for 2 medals",
        "a Lisbon paper",
        "the coach",
    ),
    (
        "The anglers accused the owner, Rena Mills, of pouring dye into the pond. The owner denied pouring any dye.",
        "accused the owner, Rena Mills, of pouring dye into the pond",
        "The anglers",
        "Rena Mills",
    ),
    (
        "The union says Brellin moved the looms to Rena in April. Brellin has denied moving any looms.",
        "says Brellin moved the looms to Rena in April",
        "The union",
        "Brellin",
    ),
    (
        "The orchard has paid all the wages it owed, its manager Igor Amsel said. The pickers disagreed.",
        "The orchard has paid all the wages it owed",
        "Igor Amsel",
        "The pickers",
    ),
]


@pytest.mark.parametrize(("text", "words", "claimant", "denier"), BOTH_SIDES)
def test_what_is_denied_is_a_statement_of_the_same_thing(
    text: str, words: str, claimant: str | None, denier: str
) -> None:
    stances = {claim.claimant: claim for claim in claims_in(text) if claim.kind == "stance"}
    said, denied = stances[claimant], stances[denier]
    assert words.startswith(text[said.char_start : said.char_end])
    assert (said.measure, said.predicate) == (denied.measure, denied.predicate)
    assert {said.polarity, denied.polarity} == {"asserted", "denied"}


NO_SECOND_SIDE = [
    # what stands before a denial and is no statement of its own
    "The bakers' guild said 40 ovens had burned. The city denied it.",
    "That should not happen in a town like ours, a baker said. The mayor rejected her figures.",
    "The drovers put the herd at 90. The pilots disagree: they counted 40.",
]


@pytest.mark.parametrize("text", NO_SECOND_SIDE)
def test_a_bare_figure_or_a_wish_is_no_statement_though_it_is_denied(text: str) -> None:
    assert not [claim for claim in claims_in(text) if claim.kind == "stance" and claim.polarity == "asserted"]


def test_a_denial_of_what_was_negated_says_that_it_was_so() -> None:
    text = "The guild said that no bell had been rung. The sexton called that untrue."
    assert [(claim.claimant, claim.polarity) for claim in claims_in(text)] == [
        ("The guild", "denied"),
        ("The sexton", "asserted"),
    ]
    text = "The guild denied that a bell had been rung. The sexton, too, rejected that."
    assert {claim.polarity for claim in claims_in(text)} == {"denied"}


def test_those_of_whom_something_is_reported_say_nothing() -> None:
    text = (
        "Rena Link denied that its barge was unlit. Two men are sought, the others reported missing having come home."
    )
    assert {claim.claimant for claim in claims_in(text) if claim.kind == "stance"} == {"Rena Link"}


def test_a_spokeswoman_is_no_other_side_of_what_her_body_denies() -> None:
    text = "The Grain Board denied it. The rye had passed, said Nadia Amsel, a spokeswoman for the Grain Board."
    assert [claim.claimant for claim in claims_in(text) if claim.polarity == "asserted"] == []
