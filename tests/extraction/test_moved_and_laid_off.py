"""People who lose their jobs, have to leave, are saved or lie in hospital: one measure for all wordings of one fate."""

import pytest

from extraction.model import Document
from extraction.rules import RuleExtractor


def measures_of(text: str) -> str:
    document = Document("article", "source", text, published_at="2025-10-10T09:00:00+00:00")
    return " ".join(claim.measure for claim in RuleExtractor().extract([document]) if claim.kind == "quantity")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The mill let 180 people go on Friday.", "job_cuts"),
        ("The bakery will let go of 45 workers.", "job_cuts"),
        ("The dairy is letting 62 employees go.", "job_cuts"),
        ("The brewery let 18 go on Monday.", "job_cuts"),
        ("In all, 185 people will be let go.", "job_cuts"),
        ("The printer is laying off 240 of the 655 people who work there.", "job_cuts workforce"),
        ("The plant laid off 90 of its 300 workers.", "job_cuts workforce"),
        ("The plant's 185 employees will be laid off.", "job_cuts"),
        ("The closure will put 312 people out of work.", "job_cuts"),
        ("The fire threw 58 cannery workers out of work.", "job_cuts"),
        ("The closing of the tannery leaves 312 employees without a job.", "job_cuts"),
        ("Some 312 here are out of a job.", "job_cuts"),
        ("The brewery will close in May with the loss of 240 jobs.", "job_cuts"),
        ("The shutdown cost 77 people their jobs.", "job_cuts"),
        ("About 75 people lost their jobs when the foundry closed.", "job_cuts"),
        ("Forty people are losing their jobs at the quarry.", "job_cuts"),
        ("Another 40 will lose their jobs in June.", "job_cuts"),
        ("The firm said 26 staff would be made redundant.", "job_cuts"),
        ("Some 150 positions will be eliminated at the plant.", "job_cuts"),
        ("The hospital is eliminating 64 jobs.", "job_cuts"),
        ("Three hundred twelve jobs are gone.", "job_cuts"),
        ("The yard dismissed 44 people.", "job_cuts"),
        ("The company will cut its workforce by 320.", "job_cuts"),
        ("The layoffs affect 210 people.", "job_cuts"),
        ("Pink slips went to 85 teachers.", "job_cuts"),
        ("Ninety welders were given their notice on Tuesday.", "job_cuts"),
        # Who works somewhere is not yet laid off.
        ("Severance will be paid to the 400 former employees.", "workforce"),
        ("Some 240 worked there until last week.", "workforce"),
        ("There was silence in the hall on Monday. Some 240 worked there.", "workforce"),
        ("The mill, which employs 410 people, will close.", "workforce"),
        ("The sawmill, which closed in May, had 95 workers.", "workforce"),
        # The verb of another clause says nothing of those who are counted.
        ("The factory built up stock before it let 70 people go.", "job_cuts"),
        ("The chain shut 14 stores and 350 people lost their jobs.", "stores_closed job_cuts"),
        ("The chain let 350 people go as it shut 14 stores.", "job_cuts stores_closed"),
        ("The retailer dismissed 130 people after it built a new warehouse.", "job_cuts"),
        ("The dairy hired 60 people to build up stock.", "jobs_created"),
        ("Two people were hurt as the plant was evacuated.", "injuries"),
        ("About 60 people were evacuated before the roof killed a guard.", "displaced_people"),
        ("The plant will close, putting 90 people out of work, to cut costs.", "job_cuts"),
        ("When the roof fell, 40 people were evacuated and two were hurt.", "displaced_people injuries"),
        # Who has to leave a home or a building.
        ("The fire displaced 31 people.", "displaced_people"),
        ("A fire left 22 people without homes.", "homeless_people"),
        ("The blaze left 31 people homeless.", "homeless_people"),
        ("Twenty-eight people have no home to go back to after the fire.", "homeless_people"),
        ("The fire drove 35 residents from their homes.", "displaced_people"),
        ("The Red Cross is helping 19 people who lost their apartments.", "homeless_people"),
        ("Nine people were put up in a hotel.", "displaced_people"),
        ("About 60 people were evacuated from the tower.", "displaced_people"),
        ("Firefighters evacuated 40 people from the hotel.", "displaced_people"),
        ("Some 210 workers had to leave the plant because of the smell of gas.", "displaced_people"),
        ("Around 80 guests had to leave their rooms.", "displaced_people"),
        ("Police told 300 people to leave their homes.", "displaced_people"),
        ("Staff led 40 people out of the cinema.", "displaced_people"),
        ("Two dozen neighbours were told to get out.", "displaced_people"),
        ("Thirty guests fled into the street.", "displaced_people"),
        # Who is saved, and who lies in hospital.
        ("Fire crews rescued seven people from the roof.", "rescued_people"),
        ("Seven people were rescued from the roof.", "rescued_people"),
        ("Six people were pulled from the wreckage.", "rescued_people"),
        ("Twelve miners were brought to the surface.", "rescued_people"),
        ("Two persons were hospitalised.", "hospitalised_people"),
        ("Six people are in hospital with burns.", "hospitalised_people"),
        ("Three firefighters were taken to hospital.", "hospitalised_people"),
        ("Ambulances took 11 people to hospitals.", "hospitalised_people"),
        ("Two firefighters were hurt.", "injuries"),
        ("Two folks were hurt.", "injuries"),
        ("Forty folks came to the hall.", "people"),
        ("Two sisters were found dead.", "deaths"),
        # An aside between those who are counted and what befell them.
        ("The fire left 31 people, 13 of them children, without a place to live.", "homeless_people homeless_people"),
        ("The closure puts 90 people, half of them women, out of work.", "job_cuts job_cuts"),
        ("Four members of a family, including a baby, were evacuated.", "displaced_people"),
        ("Six people, two of them children, are in hospital.", "hospitalised_people hospitalised_people"),
        ("They forgot 250 people who work beside us on the night shift.", "workforce"),
        # Households are not people, and what is called by a short word in news of fires.
        ("Seven families in all are displaced.", "displaced_households"),
        ("The fire displaced 12 households.", "displaced_households"),
        ("The blaze left 14 families homeless.", "homeless_households"),
        ("Flames ran through the building. Twelve units were destroyed by the fire.", "homes_destroyed"),
        ("Six engines and about 35 firefighters attended.", "fire_engines firefighters"),
        ("Sixteen fire tenders were rushed to the spot.", "fire_engines"),
        ("A total of 65 fire personnel responded.", "firefighters"),
        ("This is the 52nd homicide of the year in the city.", "murders"),
        ("The judge held him for trial in a jury court. His bond is $60,000.", "bail"),
    ],
)
def test_one_measure_for_one_fate(text: str, measures: str) -> None:
    assert measures_of(text) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # Where a street's house numbers stand for a place, nothing is counted.
        ("The shooting happened in the 2400 block of Lamar Avenue.", ""),
        ("Police were called to the 900 block of Oak Street at noon.", ""),
        ("The 500 block of Pine Street was closed.", ""),
        ("It began near the 1500 and 1600 blocks of Mill Road.", ""),
        ("The flood closed three blocks of Pine Street.", "neighbourhoods"),
        # A calibre names a gun.
        ("Officers found a 9mm pistol.", ""),
        ("A .38-caliber revolver lay beside him.", ""),
        ("He carried a .22 rifle and a 12-gauge shotgun.", ""),
        ("She owned a 10 mm handgun.", ""),
        ("A .45 was in the car.", ""),
        ("A .45 and two 9mm pistols were seized.", "weapons"),
        ("He walked to his car and returned with a 9mm that had a long magazine.", ""),
        ("Police collected 31 casings, all of them 5.56mm.", "casings"),
        ("Some 9mm of rain fell.", "rainfall"),
        # One more person is no share.
        ("A fourth, who has not been named, is in a critical condition.", ""),
        # What somebody is accused of is counted by the charge.
        ("He faces two counts of murder and three of assault.", "charges charges"),
        ("A grand jury returned a 31-count indictment.", "charges"),
        ("He faces four counts of aggravated battery.", "charges"),
        ("She was charged with two counts of murder and four counts of arson.", "charges charges"),
        ("Seven counts of theft were dropped.", "charges"),
        ("A jury found him guilty on three counts.", "charges"),
    ],
)
def test_what_is_no_thing_is_not_counted(text: str, measures: str) -> None:
    assert measures_of(text) == measures
