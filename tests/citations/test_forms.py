"""The forms that programs read, read back by other libraries than those that wrote them."""

import json
from io import StringIO

import mwparserfromhell
import pytest
import rispy
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from archive.archive import Archive
from archive.citations.bibtex import MONTHS, bibtex
from archive.citations.cited import Cited
from archive.citations.csl import csl_json
from archive.citations.every import Citations
from archive.citations.names import person_name
from archive.citations.plain import plain
from archive.citations.ris import ris
from archive.citations.wikipedia import wikipedia
from archive.model.vocabulary import Person
from archive.outputs import Output
from tests.citations.cases import citations_of, everything

LETTERS_FIELDS = {"last", "first", "recipient", "subject", "date", "publisher", "id", "url"}
WEB_FIELDS = {"last", "first", "author", "title", "type", "date", "website", "id", "url"}


def untex(text: str) -> str:
    """LaTeX as plain words."""
    words: str = LatexNodes2Text(keep_braced_groups=False).latex_to_text(text)
    return words


def test_the_plain_form_says_the_offices_of_the_day(real: Archive) -> None:
    letter = next(iter(real.letters.values()))
    assert plain(citations_of(real).letter(letter)) == (
        "Sadiq Khan, Mayor of London, letter to Andrew Boff AM, Chair of the London Assembly,"
        " “London Assembly (Plenary) Meeting 10 June 2021 – Motions”, 22 September 2021,"
        " reference MGLA150621-5878. London Assembly motions and the Mayor’s letters."
        " https://motions.example.org/letters/2021-09-22-mgla150621-5878/"
    )


def test_an_office_is_that_of_the_letters_date(corpus: Archive) -> None:
    citations, letters = citations_of(corpus), corpus.letters
    then = plain(citations.letter(letters["2018-03-09-chair-to-provost"]))
    later = plain(citations.letter(letters["2023-03-30-pm-2023-0097"]))
    assert then.startswith("Dr Léonie Abara MMA, Chair of the Marlbeck Assembly, letter to")
    assert later.startswith("Dr Léonie Abara MMA, Provost of Marlbeck, letter to")


def test_a_motion_that_was_not_agreed_is_its_movers(corpus: Archive) -> None:
    citations, motions = citations_of(corpus), corpus.motions
    agreed = citations.motion(motions["2023-03-16-1-benches"])
    deferred = citations.motion(motions["2019-06-13-2-trams"])
    assert [name.family for name in agreed.authors] == ["Marlbeck Assembly"]
    assert [name.family for name in deferred.authors] == ["Hartlock"]
    assert ", deferred. " in plain(deferred)


def test_bibtex_is_read_back(corpus: Archive) -> None:
    for cited in everything(corpus):
        entry = parse_string(bibtex(cited), "bibtex").entries[cited.id]
        assert entry.type == "misc"
        assert untex(entry.fields["title"]) == cited.title
        assert entry.fields["url"] == cited.url
        [author] = entry.persons["author"]
        names = (author.prelast_names + author.last_names, author.first_names)
        assert untex(" ".join(names[0])) == cited.authors[0].family
        assert untex(" ".join(names[1])) == cited.authors[0].given
        assert cited.said in untex(entry.fields["note"])
        check_bibtex_date(cited, entry.fields)


def check_bibtex_date(cited: Cited, fields: dict[str, str]) -> None:
    """No more of a date than is known for certain, beside its year."""
    date = cited.date
    assert fields.get("year") == (f"{date.year:04}" if date else None)
    sure = date if date and not date.doubtful else None
    month = MONTHS[sure.month - 1] if sure and sure.month else None
    found = fields.get("month")
    assert (found or "")[:3].lower() == (month or "")
    assert fields.get("day") == (str(sure.day) if sure and sure.day else None)
    assert not (date and date.doubtful) or "(doubtful)" in fields["note"]


def test_ris_is_read_back(corpus: Archive) -> None:
    kinds = {"letter": "PCOMM", "motion": "GOVDOC", "list": "ELEC"}
    for cited in everything(corpus):
        text = ris(cited)
        assert text.startswith("TY  - ") and "\nER  -" in text
        [record] = rispy.load(StringIO(text))
        assert record["type_of_reference"] == kinds[cited.kind]
        assert record["title"] == cited.title
        assert record["authors"] == [name.turned for name in cited.authors]
        assert record.get("secondary_authors", []) == [name.turned for name in cited.recipients]
        assert record["urls"] == [cited.url]
        assert record["notes"][0] == cited.said
        assert record.get("number") == cited.number


@pytest.mark.parametrize(
    ("letter", "date"),
    [
        ("2018-05-22-pm-2018-0417", "2018/05/22"),
        ("2018-06-fund", "2018/06/"),
        ("2021-shelters", "2021//"),
        ("2018-12-14-reading-rooms", "2018/12/14/doubtful"),
    ],
)
def test_ris_leaves_empty_what_is_not_known_of_a_date(
    letter: str, date: str, corpus: Archive
) -> None:
    assert f"\nDA  - {date}\n" in ris(citations_of(corpus).letter(corpus.letters[letter]))


def test_the_wikipedia_template_is_read_back(corpus: Archive) -> None:
    for cited in everything(corpus):
        [template] = mwparserfromhell.parse(wikipedia(cited)).filter_templates(recursive=False)
        names = {str(one.name) for one in template.params}
        fields = {str(one.name): str(one.value.strip_code()).strip() for one in template.params}
        if cited.kind == "letter":
            assert str(template.name).strip() == "Cite letter"
            assert names <= LETTERS_FIELDS
            assert fields["subject"] == cited.title
            assert fields["last"] == cited.authors[0].family
        else:
            assert str(template.name).strip() == "Cite web"
            assert names <= WEB_FIELDS
            assert fields["title"] == cited.title
        assert str(template.get("url").value) == cited.url


def test_csl_json_is_read_back(corpus: Archive) -> None:
    for cited in everything(corpus):
        [item] = json.loads(csl_json(cited))
        assert item["title"] == cited.title
        assert item["URL"] == cited.url
        assert cited.said in item["note"]
        assert all(item.values())
        parts = item["issued"]["date-parts"][0] if cited.date else []
        assert parts == [p for p in date_parts(cited) if p]


def date_parts(cited: Cited) -> list[int | None]:
    """Year, month and day, as far as they are known."""
    return [cited.date.year, cited.date.month, cited.date.day] if cited.date else []


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Sadiq Khan", "Khan", "Sadiq"),
        ("Desmond Okafor-Wray", "Okafor-Wray", "Desmond"),
        ("Ludo van der Dyke", "van der Dyke", "Ludo"),
        ("Mary Ann Quill", "Quill", "Mary Ann"),
        ("Sabrina", "Sabrina", ""),
    ],
)
def test_a_name_is_split_before_its_last_word_or_its_particle(
    name: str, family: str, given: str
) -> None:
    found = person_name(Person(name=name))
    assert (found.family, found.given) == (family, given)


def test_the_forms_that_programs_read_are_files_beside_the_page(corpus: Archive) -> None:
    citations: Citations = citations_of(corpus)
    made = (output for sheet in citations.sheets() for output in sheet.make())
    outputs = {one.path: one.content.decode() for one in made if isinstance(one, Output)}
    for cited in everything(corpus):
        for form in citations.forms(cited):
            if form.file:
                assert outputs.pop(form.file).strip() == form.text.unescape()
    assert outputs == {}
