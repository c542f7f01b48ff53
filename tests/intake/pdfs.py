"""Owns writing small PDFs with words at given places, so that a test says what stands where."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True)
class At:
    """Words that begin at a place, in points from the page's lower left corner."""

    x: float
    y: float
    words: str
    size: float = 11
    bold: bool = False


def pdf(*pages: list[At]) -> bytes:
    """A PDF with these pages (A4, Helvetica)."""
    fonts = "<< /F0 3 0 R /F1 4 0 R >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [_font("Helvetica"), _font("Helvetica-Bold")]
    kids = []
    for page in pages:
        stream = "\n".join(_shown(at) for at in page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        resources = f"/Resources << /Font {fonts} >> /MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _file(objects)


def encrypted(content: bytes) -> bytes:
    """The PDF with a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _font(name: str) -> str:
    kind = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    return f"<< {kind} /BaseFont /{name} >>"


def _shown(at: At) -> str:
    words = at.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F{int(at.bold)} {at.size} Tf {at.x} {at.y} Td ({words}) Tj ET"


def _file(objects: list[str]) -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    size = f"<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return out + f"{head}{table}trailer\n{size}\nstartxref\n{len(out)}\n%%EOF\n".encode()
