"""Owns writing small Word files part by part."""

import zipfile
from io import BytesIO

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; other parts by their names, as `numbering`."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def part(name: str, content: str) -> str:
    """A part of a Word file."""
    return f'<w:{name} xmlns:w="{SPACE}">{content}</w:{name}>'


def p(*runs: str, style: str = "", inside: str = "") -> str:
    """A paragraph; runs are texts or XML."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    texts = "".join(run if run.startswith("<w:") else r(run) for run in runs)
    return f"<w:p><w:pPr>{styled}{inside}</w:pPr>{texts}</w:p>"


def r(text: str, inside: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{inside}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item_parts() -> str:
    """A numbering whose parts contradict each other."""
    level = '<w:lvl w:ilvl="99999"><w:start w:val="-1"/><w:numFmt w:val="lowerRoman"/></w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
    return part("numbering", f'{kind}<w:num w:numId="1"/>')
