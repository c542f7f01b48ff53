"""What minutes and bulletins say of a motion: its number, its votes by name, what it asks."""

import pytest

from archive.drafting.motionfacts import motion_facts
from archive.measure.intake_evaluation import NOTHING
from archive.recognition.asking import asks
from archive.recognition.decisions import outcome
from archive.recognition.divisions import divided
from archive.recognition.motiontitle import titled
from archive.recognition.movers import moved
from archive.recognition.paper import Paper, Paragraph


def paper(*texts: str) -> Paper:
    return Paper(tuple(Paragraph(tuple(text.split("\n"))) for text in texts))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("For: Cllrs Voll, Quill, and Moe Against: Cllr Brandt Abstained: none", [3, 1, 0]),
        ("For the motion: Voll, Quill (9) Against the motion: Brandt (4)", [9, 4, 0]),
        ("AYES (2): Voll, Quill NOES (1): Brandt Absent: Moe", [2, 1, 0]),
        ("Member For Against Abstain Voll X Brandt X Total 6 4 1", [6, 4, 1]),
        ("For Against Abstain 22 3 10", [22, 3, 10]),
        (
            "For the Motion were Crs Voll and Quill (Total 2). Against the Motion was Nil.",
            [2, 0, 0],
        ),
        ("Voting For: Cr Voll, Cr Moe Voting Against: Cr Brandt Majority Vote: 2:1", [2, 1, 0]),
        ("AYES: Voll, Quill NAYS: None A COPY TESTE: Ida Moe", [2, 0, 0]),
        ("For further details ring the office. Against this stands the cost.", None),
    ],
)
def test_a_vote_that_is_listed_or_in_a_table_is_counted(text: str, sides: list[int] | None) -> None:
    assert divided(text) == sides


def test_the_votes_on_an_amendment_are_not_those_on_the_motion() -> None:
    said = (
        "The amendment was lost (4 for, 11 against).",
        "The motion was carried: 9 for, 5 against.",
    )
    decided, _, votes = outcome(said)
    assert decided == "agreed"
    assert votes is not None and (votes.in_favour, votes.against) == (9, 5)


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("The mover sought leave to withdraw the motion. Leave was given.", "withdrawn"),
        ("Leave to withdraw the motion was refused. The motion was lost.", "rejected"),
        ("The motion, having financial implications, stands referred to the Board.", "deferred"),
        ("Moved by Ms Voll, second by Mr Quill. So voted.", "agreed"),
        ("The question being put, the Noes had it.", "rejected"),
        ("Motion to table carried, 3-0.", "deferred"),
        ("To approve the motion by Councillor Voll.", "agreed"),
    ],
)
def test_other_words_for_what_became_of_a_motion(said: str, decided: str) -> None:
    assert outcome([said])[0] == decided


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Contents 121; Not-Contents 159.", "rejected"),
        ("YES – 157 NO – 8", "agreed"),
        ("A two-thirds vote is needed. Yes 157, No 98.", "not recorded"),
        ("For: 12. Against: 12.", "not recorded"),
    ],
)
def test_a_bare_count_decides_where_more_than_half_is_enough(text: str, decided: str) -> None:
    assert outcome([text])[0] == decided


@pytest.mark.parametrize(
    ("lines", "title", "number", "place"),
    [
        (
            ("94/107  Lamps on the Quay", "Proposed by Ida Voll."),
            "Lamps on the Quay",
            "94/107",
            None,
        ),
        (("Item 7b: Lamps on the Quay", "Proposer: Ida Voll"), "Lamps on the Quay", "7b", None),
        (("Motion 3 – Lamps on the Quay", "Moved by Ida Voll"), "Lamps on the Quay", "3", 3),
        (
            ("7.3 Motion in the name of Ida Voll AM - Lamps", "Ida Voll AM spoke."),
            "Lamps",
            "7.3",
            None,
        ),
        (("NOTICE OF MOTION - CR IDA VOLL - LAMPS", "MOVED Cr Voll"), "LAMPS", "", None),
        (("9.3 By Councillor Voll – Lamps", "“Council:"), "Lamps", "9.3", None),
        (
            ("H. RES. 460", "RESOLUTION", "Urging the Congress to light lamps.", "Whereas, it is"),
            *("Urging the Congress to light lamps.", "460", 460),
        ),
        (("835Lamps", "Tabled: 6/02/23 Signatories: 1", "That this House"), "Lamps", "835", 835),
        (("Resolution # 2021-112", "Moved by: Cr Voll"), "", "2021-112", None),
        (("EDM #1072\nLamps", "Tabled on 4 March 2021", "That this House"), "Lamps", "1072", 1072),
        (
            ("2.1 2nd Report of the Lamp Committee", "Moved by I. Voll"),
            *("2nd Report of the Lamp Committee", "2.1", None),
        ),
        (("Article 3: I move that the Town\nYES – 157", "NO – 8"), "", "3", 3),
        (("S7M-01833 Ida Voll: Lamps—That the Parliament notes it.",), "Lamps", "S7M-01833", None),
        (("Lamps: Ida Voll, seconded by Moe Brandt, moved S7M-1833—",), "Lamps", "S7M-1833", None),
    ],
)
def test_a_number_is_as_printed_and_a_place_only_where_it_is_one(
    lines: tuple[str, ...], title: str, number: str, place: int | None
) -> None:
    found = titled(paper(*lines))
    assert (found.title, found.number, found.place) == (title, number, place)


def test_a_number_that_is_no_place_is_told_and_not_written() -> None:
    facts = motion_facts(paper("94/107  Lamps on the Quay", "Proposed by Ida Voll."), NOTHING)
    assert "number" not in facts.fields
    assert (
        "number",
        "number: the paper has 94/107, which is no place in a meeting",
    ) in facts.doubts


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Ayo Redfern MYP proposed, Ida Voll MYP seconded:", "Ayo Redfern", "Ida Voll"),
        ("Lamps: Ida Voll, seconded by Moe Brandt, moved S7M-1833—", "Ida Voll", "Moe Brandt"),
        ("S7M-01833 Ida Voll: Lamps—That the Parliament notes it.", "Ida Voll", None),
        ("Primary sponsor: Ida Voll", "Ida Voll", None),
        ("Ms. Voll (Quay), seconded by Mr. Moe (North Quay), moved, — That", "Voll", "Moe"),
        ("Ms Voll, pursuant to notice, moved—That this Assembly:", "Voll", None),
        ("Motion No. 14 in the name of Councillor Ida Voll", "Ida Voll", None),
        ("RESOLVED on the motion of Crs Voll and Brandt", "Voll", "Brandt"),
        ("Moved by Voll, Seconded by Brandt", "Voll", "Brandt"),
        ("On motion of Supervisor Voll to adopt it, seconded by Supervisor Moe", "Voll", "Moe"),
        ("(proposed by Cllr Voll, seconded by Cllrs Moe and Brandt)", "Voll", "Moe"),
        ("Signatories: Voll, Ida R (Labour, Hull) - Proposed on 12 June 2008", "Ida R Voll", None),
        ("MOVED Cr Ida Voll   SECONDED Cr Brandt", "Ida Voll", "Brandt"),
        ("MOTION BY SUPERVISORS IDA VOLL AND MOE BRANDT July 21, 2020", "Ida Voll", "Moe Brandt"),
        ("Commissioner Voll moved to adopt Resolution 97-88.", "Voll", None),
        ("Seconder: Moe Brandt Status: Carried Proposer: Ida Voll", "Ida Voll", "Moe Brandt"),
    ],
)
def test_movers_in_other_forms(text: str, mover: str, seconder: str | None) -> None:
    found = moved([[text]])
    assert found.mover and found.mover.name == mover
    assert (found.seconder.name if found.seconder else None) == seconder


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (
            ("Proposed by Ida Voll, seconded by Mr. K. Moe, that the Green be let.",),
            ["the Green be let"],
        ),
        (
            (
                "WHEREAS it is dark; be it",
                "ORDERED: That lamps be lit; and be it further",
                "ORDERED: That it be told.",
            ),
            ["lamps be lit", "it be told"],
        ),
        (
            ("THAT Council ask the Minister for oil; and", "THAT the Clerk write to the Premier."),
            ["Council ask the Minister for oil", "the Clerk write to the Premier"],
        ),
        (
            ("This Council notes that:", "1. That it is dark.\n2. That it is cold."),
            [],
        ),
        (("RESOLVED on the motion of Crs Voll and Moe", "That lamps be lit."), ["lamps be lit"]),
        (
            ("“Council:", "1) Notes that it is dark.\n2) Agrees to buy oil.\n3) Agrees to wait."),
            ["Agrees to buy oil", "Agrees to wait"],
        ),
        (
            ("(2) calls on the Government to:", "(a) light lamps; and", "(b) report in May."),
            ["light lamps", "report in May"],
        ),
        (("It calls upon the Member for Lamps:", "(i) to buy oil;"), ["to buy oil"]),
        (("This Council asks for:", "1. lamps; and", "2. oil.”"), ["lamps", "oil"]),
        (
            (
                '"This House believes that:',
                '(1) it is dark; and\n(2) it should be light." The House divided.',
            ),
            ["it is dark", "it should be light"],
        ),
        (
            ("This Council calls on the Mayor to light lamps and calls on boroughs to buy oil.",),
            ["light lamps", "buy oil"],
        ),
    ],
)
def test_asks_in_other_forms(texts: tuple[str, ...], asked: list[str]) -> None:
    assert [one.words for one in asks([text.split("\n") for text in texts])] == asked
