"""The forms of letters of many offices: who signs, who reads, what about; invented examples."""

import pytest

from archive.drafting.letterfacts import letter_facts
from archive.drafting.understanding import kind_of_document
from archive.measure.intake_evaluation import NOTHING
from archive.measure.intake_scores import found_fields
from archive.recognition.paper import Paper, Paragraph

TEXT = "I refer to your request of last week, and say that the path will be lit in the autumn."


def paper(*texts: str) -> Paper:
    return Paper(tuple(Paragraph(tuple(text.split("\n"))) for text in texts))


@pytest.mark.parametrize(
    ("paragraphs", "field", "value"),
    [
        (("Dear Posty,", TEXT, "Yours sincerely", "Sally\nDelegated Decision Maker"),
         "from", "Sally"),
        (("Dear Posty,", TEXT, "Yours sincerely", "Sally\nSally Rowland\nClerk"),
         "from", "Sally Rowland"),
        (("5 May 1969", "Excellency,", TEXT, "Yours truly,", "Dr. Ida Moe",
          "His Excellency\nJon Voll\nMinister of Rivers"), "to", "Jon Voll"),
        (("TO SECRETARY VOLL.", "Upper House,\nOctober 6, 1863.", f"My dear sir:—{TEXT}",
          "Yours truly,", "I. Moe."), "to", "Voll"),
        (("Rt. Hon Jon Voll MP\nLord Chancellor\nMinistry of Rivers", "1 May 2020",
          "Dear Lord Chancellor,", TEXT), "to", "Jon Voll"),
        (("1 May 2020", "Honorable Jon Voll\nSpeaker", "Honorable Ida Moe\nLeader",
          "Dear Mr. Speaker, Madam Leader, Mr. Majority Leader, and Mr. Minority Leader:", TEXT),
         "to", "Jon Voll"),
        (("Dear Posty,", f"Your Request\n{TEXT}"), "subject", "Your Request"),
        (("DM: 823330\n1 May 2020", "Dear Posty,", TEXT), "reference", "DM: 823330"),
    ],
)  # fmt: skip
def test_a_field_of_a_letter(paragraphs: tuple[str, ...], field: str, value: str) -> None:
    assert found_fields(letter_facts(paper(*paragraphs), NOTHING), {}).get(field) == value


def test_a_sentence_is_a_heading_beside_others() -> None:
    lines = ("Lights", "Lamps", "You can ask for a review", "Paths")
    texts = (part for line in lines for part in (line, TEXT))
    assert letter_facts(paper("Dear Posty,", *texts), NOTHING).sections == lines[1:]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("Letter from Ida Moe MP to Jon Voll MP, dated 5 May 2020", "It asks him to come."),
         "letter"),
        (("Fell, 7 May 1863.", "Yours of the 4th asks the board to come. You need not.", "I. Moe."),
         "letter"),
        (("This Council notes that you and I get wet, and asks the Mayor to come.",), "motion"),
    ],
)  # fmt: skip
def test_a_letter_that_asks_is_no_motion(texts: tuple[str, ...], kind: str) -> None:
    assert kind_of_document(paper(*texts)) == kind
