"""The forms in which the papers of many bodies ask, number, date and decide: invented examples."""

import pytest

from archive.drafting.motionfacts import motion_facts
from archive.measure.intake_evaluation import NOTHING
from archive.recognition.asking import asks
from archive.recognition.decisions import outcome
from archive.recognition.divisions import divided
from archive.recognition.meetingday import day_of_meeting
from archive.recognition.motionforms import printed
from archive.recognition.motiontitle import titled
from archive.recognition.movers import moved
from archive.recognition.paper import Paper, Paragraph


def paper(*texts: str) -> Paper:
    return Paper(tuple(Paragraph(tuple(text.split("\n"))) for text in texts))


@pytest.mark.parametrize(
    ("paragraphs", "asked"),
    [
        (  # one sentence that asks several, of several
            ["That this House notes a; urges the Ministry to mend roads; and calls on Moe to pay."],
            ["mend roads", "pay"],
        ),
        (  # what notes something asks nothing, whatever list it opens
            ["That the Senedd:", "1. Notes that:", "a) it rains;", "2. Calls on Wardens to:",
             "a) dig drains; and", "b) plant trees."],
            ["dig drains", "plant trees"],
        ),
        (  # what the same sentence notes behind it is not asked
            ["That this House calls on Wardens to dig drains; notes that it rains."],
            ["dig drains"],
        ),
        (["That the Fell Local Board:", "a) invite Ida Moe to sit."], ["invite Ida Moe to sit"]),
        (["The Board asks that the path be lit. It was late."], ["the path be lit"]),
        (  # a list without signs, below its opener
            ["This Council resolves to:-\nLight the path.\nPlant trees.\nPay the band."],
            ["Light the path", "Plant trees", "Pay the band"],
        ),
        (["The Board instructs Clerks to:\n1)Dig drains;\n2)Plant."], ["Dig drains", "Plant"]),
        (  # a resolution in one paragraph
            ["WHEREAS, it rains. NOW, THEREFORE, BE IT RESOLVED that drains be dug. "
             "BE IT FURTHER RESOLVED that trees be planted. PASSED AND ADOPTED BY THE BOARD."],
            ["drains be dug", "trees be planted"],
        ),
        (["The Board voted to dig drains. (Voll - yes)"], ["dig drains"]),
        (["Motion made by Ms Voll to include Article 2. It passed."], ["include Article 2"]),
        (["Roll Call Vote: Voll, yes"], []),
        (["Cllr Moe moved and Cllr Voll seconded a proposal to dig drains."], ["dig drains"]),
        (["Proposed by Cllr Moe AND AGREED To dig drains."], ["dig drains"]),
        (["Question put, That the House do rise.—(Mr. Moe.)"], ["the House do rise"]),
        (["Moved: Cr Moe\nThat drains be dug.\nBackground: rain."], ["drains be dug"]),
        (["It was moved that the rules be suspended. They are:", "1. No rain."],
         ["the rules be suspended"]),
        (["That the minutes of the Ordinary Meeting be confirmed."], ["the minutes of the Ordinary"
          " Meeting be confirmed"]),
    ],
)  # fmt: skip
def test_what_is_asked(paragraphs: list[str], asked: list[str]) -> None:
    assert [one.words for one in asks([part.split("\n") for part in paragraphs])] == asked


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Resolved (Cr Ida Moe / Cr Jon Voll)", "Ida Moe", "Jon Voll"),
        ("On a motion made by Moe and seconded by Voll, the Board voted.", "Moe", "Voll"),
        ("Motion proposed by Cllr Ida Moe and amended by the Greens:", "Ida Moe", None),
        ("a Motion submitted under Rule 6 by Councillor I. Moe, Leader:", "I. Moe", None),
        ("Mr Castle submitted the following resolution", "Castle", None),
        ("Crs Moe/Voll\nThat a report be made.", "Moe", "Voll"),
        ("MOVED BY councillor moe\nSECONDED BY councillor voll", "Moe", "Voll"),
        ("By: Voll S.R. No. 66", "Voll", None),
        ("That this Assembly notes rain.\n[Mr J Voll]\n[Mrs I Moe]", "J Voll", None),
        ("Question proposed, That the House do rise.—(Mr. Jon Voll.)", "Jon Voll", None),
    ],
)
def test_who_moves(text: str, mover: str, seconder: str | None) -> None:
    found = moved([text.split("\n")])
    assert found.mover is not None and found.mover.name == mover
    assert (found.seconder and found.seconder.name) == seconder


def test_votes_that_are_called_by_name_or_said_to_be_unanimous() -> None:
    assert divided("Roll call: Voll - yes, Moe, no Brandt, yes") == [2, 1, 0]
    assert outcome(["VOTE: Unanimous. 5-0."])[0] == "agreed"
    assert (
        outcome(["The motion (amended from the original) was carried."])[0] == "agreed as amended"
    )
    assert divided("Voting in favor were: Voll, Moe. Voting against were; none.") == [2, 0, 0]
    assert divided("For Motion: Crs Voll and Moe Against Motion: Nil") == [2, 0, 0]
    votes = outcome(["The House divided: Ayes, 223; Noes, 109."])[2]
    assert votes is not None and (votes.in_favour, votes.against) == (223, 109)
    said = "It was agreed, with 9 votes being cast in favour and 2 votes being cast against."
    votes = outcome([f"The motion was put. {said}"])[2]
    assert votes is not None and (votes.in_favour, votes.against) == (9, 2)


@pytest.mark.parametrize(
    ("texts", "decided"),
    [
        (["2005 Conference\nCarried as Amended"], "agreed as amended"),
        (["Conference notes rain. A motion to dig drains was defeated in May."], "not recorded"),
        (["Cllr Moe said motion 12.3 had been withdrawn.", "This was agreed."], "agreed"),
        (["It was proposed by Cllr I. Moe, seconded by Cllr J. Voll, and RESOLVED"], "agreed"),
    ],
)
def test_what_was_decided_is_no_clause_and_of_no_other_motion(
    texts: list[str], decided: str
) -> None:
    assert outcome(texts)[0] == decided


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("HOUSE CONCURRENT RESOLUTION 4401", "4401", ""),
        ("Notice of Motion No 2 05/06", "2", ""),
        ("NDM8814 - Member Debates", "NDM8814", ""),
        ("By: Voll S.R. No. 66", "66", ""),
        ("SR 1742", "SR 1742", ""),
        ("931 Senator Voll : To move—That the Senate—", "931", ""),
    ],
)
def test_numbers_as_papers_print_them(line: str, number: str, title: str) -> None:
    found = printed(line)
    assert found is not None and (found.number, found.title) == (number, title)


@pytest.mark.parametrize(
    ("above", "mover", "title", "number"),
    [
        ("PART ONE\n21.4 ELECTION OF A CHAIR OF THE COUNCIL", "Proposed by: Cllr Moe",
         "ELECTION OF A CHAIR OF THE COUNCIL", "21.4"),
        ("C/152\n\nConfirmation of Drains\n\nMatters arising", "Proposed by: Cllr Moe",
         "Confirmation of Drains", "C/152"),
        ("Meeting: 1/2/2011 - Council (Item 62)\n\nDrains", "Moved by Cllr Moe", "Drains", "62"),
        ("2. MINUTES OF THE MEETING HELD ON 3RD MAY 2012:", "Proposed by Cllr Moe\nAND AGREED",
         "MINUTES OF THE MEETING HELD ON 3RD MAY 2012", "2"),
        ("Fell\nN3A 1A1", "Moved by Cllr Moe", "Fell", ""),
        ("SENATE RESOLUTION", "By: Voll S.R. No. 66", "", "66"),
        ("Crs Moe/Voll\n\nA)", "The Chair declared the motion CARRIED", "", ""),
        ("PROCEEDINGS OF\nMaine", "Moved by Cllr Moe", "", ""),
        ("Article 2 To Pay Unpaid Bills:", "Motion made by Ms Voll to pay.",
         "To Pay Unpaid Bills", "2"),
    ],
)  # fmt: skip
def test_the_title_is_no_part_of_the_paper_around_it(
    above: str, mover: str, title: str, number: str
) -> None:
    found = titled(paper(*f"{above}\n{mover}".split("\n\n")))
    assert (found.title, found.number) == (title, number)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published: 7 June 2023\nTabled on 6 June 2023", "2023-06-06"),
        ("This Council notes the report of 3 May 2020.", None),
        ("That, in respect of the report dated 5 May 2018, the House agrees.", None),
        ("THAT the Meeting held on 27 May 2024 be opened.", "2024-05-27"),
        ("Minutes of a Meeting of the Board held on 4 May 2013\nMinutes of 3 April", "2013-05-04"),
        ("List correct as of 6 May 2014", None),
        ("MINUTES 3-2-2020\nMarch 2, 2020", "2020-03-02"),
        ("MINUTES\nMonday, 2018 December 03", "2018-12-03"),
    ],
)
def test_the_day_of_a_meeting(text: str, day: str | None) -> None:
    found = day_of_meeting(text)
    assert (str(found.date.iso) if found else None) == day


def test_a_motion_that_is_only_moved_is_one() -> None:
    facts = motion_facts(
        paper("Report on Rain: Motion", "I move:", "That, on rain, it be measured."), NOTHING
    )
    assert facts.fields["asks"]
