"""Owns reading e-mails: their text, their headers apart from it, and what is attached."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from archive.intake.forms import form_of
from archive.intake.html import html_lines
from archive.intake.plain import UNREADABLE, decoded, lines_of
from archive.intake.received import Attachment, Content, Line, Page

_WROTE = re.compile(r"\s*On .{6,120} wrote:\s*$")
_ORIGINAL = re.compile(r"\s*-{2,}\s*(?:original message|forwarded message)\s*-{2,}", re.IGNORECASE)
_HEADERS = ("From", "To", "Cc", "Date", "Subject")
EMPTY = ("is an e-mail without a text", "save what is attached to it, then add that")


def read_eml(content: bytes) -> Content:
    """The lines of an e-mail: its plain text, or that of its HTML where it has none."""
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    headers = tuple((name, value) for name in _HEADERS if (value := _header(message, name)))
    attached = tuple(_attachment(part) for part in _attachments(message))
    body = message.get_body(("plain", "html"))
    lines = _lines(body) if isinstance(body, EmailMessage) else ()
    notes = tuple(_offer(one) for one in attached)
    if lines is None:
        return Content(refusal=UNREADABLE)
    if not any(line.text.strip() for line in lines):
        names = ", ".join(one.name for one in attached)
        remedy = f"what is attached is {names}: save and add that" if names else EMPTY[1]
        return Content(refusal=(EMPTY[0], remedy))
    return Content((lines,), notes, headers, attached)


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    """The parts that are files, wherever they stand."""
    parts = (part for part in message.walk() if not part.is_multipart())
    return [part for part in parts if part.get_filename()]


def _attachment(part: EmailMessage) -> Attachment:
    payload, name = _payload(part), part.get_filename() or ""
    form = form_of(payload, name)
    return Attachment(name, form if isinstance(form, str) else None, len(payload))


def _offer(attachment: Attachment) -> str:
    if attachment.form in ("pdf", "docx"):
        return f"The letter itself may be what is attached: {attachment.name}."
    return f"Attached and not read: {attachment.name}."


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """A header on one line; a broken one as far as it can be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _lines(body: EmailMessage) -> Page | None:
    text = decoded(_payload(body), body.get_content_charset())
    if text is None:
        return None
    if body.get_content_subtype() == "html":
        return html_lines(text)
    lines = lines_of(_unflowed(text) if body.get_param("format") == "flowed" else text)
    return tuple(_without_earlier(lines))


def _without_earlier(lines: Page) -> Iterator[Line]:
    """The lines with those of an earlier e-mail marked: quoted at the end, or below its heads.

    A quotation with own words below it is a part of the letter.
    """
    end = len(lines)
    while end and (not lines[end - 1].text.strip() or lines[end - 1].text.startswith(">")):
        end -= 1
    if end and _WROTE.match(lines[end - 1].text) and end < len(lines):
        end -= 1
    begin = next((i for i in range(1, end) if _is_earlier(lines, i)), end)
    for index, line in enumerate(lines):
        yield replace(line, part="earlier") if index >= begin and line.text.strip() else line


def _is_earlier(lines: Page, index: int) -> bool:
    """Whether the heads of an earlier e-mail begin on a line, as mail programs write them."""
    text = lines[index].text
    heads = [line.text for line in lines[index : index + 5]]
    return bool(_ORIGINAL.match(text)) or (
        text.startswith("From:") and any(h.startswith(("Sent:", "Date:")) for h in heads[1:])
    )


def _unflowed(text: str) -> str:
    """A text whose soft line ends are spaces (RFC 3676, 4.1 and 4.2)."""
    lines = text.replace("\r\n", "\n").split("\n")
    out = ""
    for line in lines:
        soft = line.endswith(" ") and line != "-- " and line.strip()
        out += line if soft else line + "\n"
    return out
