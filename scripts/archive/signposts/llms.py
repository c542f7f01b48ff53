"""Owns `llms.txt`: what a language model is told of the site, in the form of https://llmstxt.org.

A title, a summary, how to read the archive rightly, then lists of links. It names places, never
all records: it stays one short page however large the archive grows.
"""

from collections.abc import Iterator

from archive.addresses import LEDGER, LETTERS, MEETINGS, MOTIONS, PEOPLE, TOPICS, topic_address
from archive.archive import Archive
from archive.counting import counted
from archive.pages.home import span

_MOST_TOPICS = 40

_RULES = """\
- Letters and motions are verbatim: quote them as they stand, with the address of the paragraph \
(`…/#p3`).
- What is said about them (topics, summaries of asks, responses, what became of an undertaking) is \
the judgement of editors, and is called so; do not give it as the words of the source.
- "No reply found" is a statement about a search on a day, not about a person. Nothing here says \
that anything is overdue.
- Each record is also there as JSON and plain text: `letters/ID/` is the page, `letters/ID.json` \
and `letters/ID.txt` are its data and its words."""

_DATA = (
    ("data/", "Data", "all tables as CSV, JSON Lines and SQLite, with what each column means"),
    ("manifest-sha256.txt", "Manifest", "every file of this site with its SHA-256"),
    ("offline/", "Offline copy", "the whole site in one file"),
)
_ABOUT = (
    ("how-we-judge/", "How we judge", "what each response and state means, and who decides"),
    ("about/", "About", "what is held, what is not, and on what terms"),
    ("search-help/", "Search help", "the language of searches: `search/?q=…`"),
    ("privacy/", "Privacy", "what is left out of texts, and why"),
)


def llms_text(archive: Archive) -> str:
    """The file."""
    settings = archive.site.settings
    parts = (
        f"# {archive.site.site_name}",
        f"> {settings.tagline} {_held(archive)}",
        f"{settings.not_held}\n\n{settings.texts_licence}",
        _RULES,
        "\n".join(("## Records", "", *_records(archive))),
        "\n".join(("## Topics", "", *_topics(archive))),
        "\n".join(("## Data", "", *(_link(archive, *one) for one in _DATA))),
        "\n".join(("## Optional", "", *(_link(archive, *one) for one in _ABOUT))),
    )
    return "\n\n".join(parts) + "\n"


def _held(archive: Archive) -> str:
    letters, motions = len(archive.letters), len(archive.motions)
    dates = span(archive)
    when = f", {dates[0].spoken} to {dates[1].spoken}" if dates else ""
    body, sender = archive.site.settings.body, archive.site.settings.replies_from
    return (
        f"{counted(motions, 'motion')} of the {body} and {counted(letters, 'letter')},"
        f" with the replies from {sender}{when}."
    )


def _records(archive: Archive) -> Iterator[str]:
    for address, title, says in (
        (LETTERS, "Letters", "all letters by year, newest first"),
        (MOTIONS, "Motions", "all motions by year, with what was answered"),
        (LEDGER, "Ledger", "what was asked, answered, undertaken and done"),
        (MEETINGS, "Meetings", "the motions of each meeting"),
        (PEOPLE, "People", "who wrote, received and moved what"),
    ):
        yield _link(archive, address, title, says)


def _topics(archive: Archive) -> Iterator[str]:
    """The topics with the most records; all of them are one link away."""
    counts = {
        topic: len(archive.letters_by_topic[topic]) + len(archive.motions_by_topic[topic])
        for topic in archive.topics
    }
    yield _link(archive, TOPICS, "All topics", "A to Z")
    for topic in sorted(counts, key=lambda one: (-counts[one], one))[:_MOST_TOPICS]:
        noun = archive.topics[topic]
        yield _link(archive, topic_address(topic), noun.label, noun.sentence)


def _link(archive: Archive, address: str, title: str, says: str) -> str:
    for sign in "[]":
        title = title.replace(sign, f"\\{sign}")
    return f"- [{title}]({archive.site.site_url.rstrip('/')}/{address}): {says}"
