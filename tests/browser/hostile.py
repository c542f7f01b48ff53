"""Makes an archive whose every name, title and sentence has signs that mean something elsewhere."""

from dataclasses import replace
from typing import Any

from archive.archive import Archive
from archive.body import parse_body
from archive.held import Held
from archive.model.noun import Noun
from tests.altered import altered

SIGNS = (
    "Tom & \"Jerry\" 'n' {{ 7*7 }} {% if %} {# no #} [x](y) ![i](j) *z* **b** _u_ `c` "
    "<b>bold</b> <!-- x --> &amp; &lt; </script> </title> ]]> \\ $1 %s :smile: ~~s~~"
)
"""Text of an editor who means every sign of it; read as Jinja, Markdown or HTML it would change."""

PARAGRAPHS = f"""

1893. The council
1894. Another year

    four spaces before it, and {SIGNS}

- - -

***

| a | b |
|---|---|

```
not code
```

[a]: https://elsewhere.example/ "b"

\\## no heading

Term
: no definition

*[VRU]: no abbreviation
"""


def hostile(archive: Archive) -> Archive:
    """The archive with the signs after every title and name, and in every body."""
    return replace(
        archive,
        letters={name: _held(held) for name, held in archive.letters.items()},
        motions={name: _held(held) for name, held in archive.motions.items()},
        people={name: _signed(noun, "name") for name, noun in archive.people.items()},
        topics={name: _signed(n, "label", "sentence") for name, n in archive.topics.items()},
        meetings={name: _signed(noun, "title") for name, noun in archive.meetings.items()},
        abbreviations={n: _signed(noun, "stands_for") for n, noun in archive.abbreviations.items()},
    )


def _signed(noun: Any, *fields: str) -> Any:
    assert isinstance(noun, Noun)
    return noun.model_copy(update={name: f"{getattr(noun, name)} {SIGNS}" for name in fields})


def _held(held: Any) -> Any:
    assert isinstance(held, Held)
    body = (
        parse_body(held.body.raw + PARAGRAPHS, held.body.first_line) if held.body.raw else held.body
    )
    return altered(held, _signed(held.noun, "title"), body)
