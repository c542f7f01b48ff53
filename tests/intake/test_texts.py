"""E-mails, web pages, plain text and Markdown are read as text, whatever their encoding."""

from email.message import EmailMessage

import pytest

from archive.intake.eml import read_eml
from archive.intake.forms import form_of
from archive.intake.html import read_html
from archive.intake.plain import read_md, read_txt
from archive.intake.receive import receive_bytes
from archive.intake.received import Attachment, Content, Received
from tests.intake.pdfs import At, pdf
from tests.intake.words import docx, p

LETTER = pdf([At(72, 700, "Dear Andrew,")])


def shown(content: Content) -> list[str]:
    assert content.refusal is None
    return [line.text for page in content.pages for line in page]


def mail(plain: str | None, html: str | None = None, attached: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Mayor <mayor@example.org>", "chair@example.org"
    message["Subject"] = "Réponse to the motion"
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is None:
        message.set_content(html, subtype="html")
    elif html is not None:
        message.add_alternative(html, subtype="html")
    if attached:
        message.add_attachment(
            attached, maintype="application", subtype="octet-stream", filename="letter.pdf"
        )
    return message.as_bytes()


def test_the_plain_text_of_an_email_is_preferred() -> None:
    read = read_eml(mail("Dear Andrew,\n\nThank you.\n", "<p>Dear all,</p>"))
    assert shown(read) == ["Dear Andrew,", "", "Thank you."]
    assert dict(read.headers)["Subject"] == "Réponse to the motion"


def test_html_serves_where_an_email_has_nothing_else() -> None:
    assert shown(read_eml(mail(None, "<p>Dear all,</p>"))) == ["Dear all,"]


def test_an_attached_letter_is_offered() -> None:
    content = mail("See the letter.", attached=LETTER)
    read = read_eml(content)
    assert read.attachments == (Attachment("letter.pdf", "pdf", len(LETTER)),)
    assert read.notes == ("The letter itself may be what is attached: letter.pdf.",)


def test_soft_line_ends_of_an_email_are_none() -> None:
    content = b"MIME-Version: 1.0\nTo: b\nContent-Type: text/plain; format=flowed\n\na \nb\nc\n"
    assert shown(read_eml(content)) == ["a b", "c"]


def test_a_web_page_gives_its_main_part() -> None:
    page = (
        "<html><head><title>T</title></head><body><nav>Menu</nav><main><h2>Motion 1</h2>"
        "<p>Dear <b>Andrew</b>,<br>thank   you<sup>1</sup>.</p>"
        "<ol start=3><li>a</li><li>b</li></ol><ul><li>c</li></ul><script>x()</script></main>"
        "<footer>Contact</footer></body></html>"
    )
    read = read_html(page.encode())
    expected = ["Motion 1", "", "Dear Andrew,", "thank you¹.", "", "3. a", "4. b", "", "• c"]
    assert shown(read) == expected
    assert read.pages[0][0].heading == 2


def test_a_deeply_nested_page_is_read() -> None:
    assert shown(read_html(b"<html><body>" + b"<div>" * 5_000 + b"Dear")) == ["Dear"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_of_a_text_is_told(encoding: str) -> None:
    text = "Dear Andrew,\r\n\r\nthe Mayor’s plan – £3 million for Léonie’s café\r\n" * 3
    assert shown(read_txt(text.encode(encoding)))[2] == text.split("\r\n")[2]


def test_a_broken_letter_does_not_spoil_the_others() -> None:
    text = "Dear Léonie,\n\nthe Mayor’s plan – £3 million"
    assert (
        shown(read_txt(text.encode() + b" for \xe9"))[2]
        == "the Mayor’s plan – £3 million for \ufffd"
    )


def test_a_form_feed_begins_a_page() -> None:
    assert len(read_txt(b"one\n\x0ctwo\n").pages) == 2


def test_the_signs_of_markdown_are_not_words() -> None:
    read = read_md(
        b"# Motion 1\n\n**Dear** *Andrew*, 2 * 3 snake_case_name\n\n1893. The \\# council\n"
        b"> > That\n>\n> - a > b\n"
    )
    assert shown(read) == [
        "Motion 1",
        "",
        "Dear Andrew, 2 * 3 snake_case_name",
        "",
        "1893. The # council",
        "That",
        "",
        "- a > b",
    ]
    assert read.pages[0][0].heading == 1


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("-", LETTER, "pdf"),
        ("-", docx(p("Dear")), "docx"),
        ("-", b"MIME-Version: 1.0\r\nFrom: a@example.org\r\nTo: b\r\n\r\nDear", "eml"),
        ("-", b"From: the Mayor\nDate: 1 May\n\nDear Andrew,", "txt"),
        ("letter.eml", b"From: the Mayor\nDate: 1 May\n\nDear Andrew,", "eml"),
        ("-", b"<!DOCTYPE html><p>Dear", "html"),
        ("a.html", b"<p>Dear</p>", "html"),
        ("-", b"<p>Dear</p>", "txt"),
        ("a.md", b"# Dear", "md"),
        ("-", b"# Dear", "txt"),
    ],
)
def test_the_form_is_told_from_the_bytes(name: str, content: bytes, form: str) -> None:
    assert form_of(content, name) == form


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Dear Andrew, thank you for the letter about the motions of the Assembly. " * 5, None),
        ("Annwyl Andrew, diolch am y llythyr yn yr wythnos ac mae ein tîm wedi " * 5, "Welsh"),
        ("שלום לכולם ותודה על המכתב " * 5, "one in Hebrew script"),
        ("عزيزي أندرو شكرا على رسالتك " * 5, "one in Arabic script"),
    ],
)
def test_a_text_in_another_language_is_read_and_told(text: str, note: str | None) -> None:
    received = receive_bytes("a.txt", text.encode())
    assert isinstance(received, Received)
    assert [one for one in received.notes if "language" in one] == (
        [one for one in received.notes if f"looks like {note}" in one] if note else []
    )
    assert bool(received.notes) == bool(note)
