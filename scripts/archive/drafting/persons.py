"""Owns naming people in a draft: by our id, or by the id that a new entry would have."""

from dataclasses import dataclass, field

from archive.drafting.draft import Entry, Understood
from archive.drafting.yamlwriter import Value
from archive.recognition.correspondents import Correspondent
from archive.recognition.knowledge import Knowledge
from archive.recognition.names import Name, plain
from archive.recognition.ours import matching

FILE = "letters/people.yml"


@dataclass
class Persons:
    """The people whom a draft names, and the entries that those unknown would have."""

    known: Knowledge
    entries: dict[str, Entry] = field(default_factory=dict)

    def of(self, one: Correspondent) -> str | None:
        """The id of a correspondent; None where only an office is known."""
        if one.id:
            return one.id
        return self._proposed(one.name, one.office) if one.name else None

    def named(self, name: Name) -> str:
        """The id of someone known by name."""
        ids = matching(name, self.known.people)
        return ids[0] if len(ids) == 1 else self._proposed(name, None)

    def said(self, label: str, one: Correspondent) -> Understood:
        """What is said of a correspondent."""
        called = self.of(one) or one.office or "nobody"
        new = called in self.entries
        return Understood(label, called, one.words, one.sure and not new)

    def _proposed(self, name: Name, office: str | None) -> str:
        words = plain(name.name)
        wanted = "-".join(w for w in words if w.isascii()) or "somebody"
        same = [key for key, entry in self.entries.items() if entry.fields["name"] == name.name]
        if same:
            return same[0]
        chosen, count = wanted, 2
        while chosen in self.known.people or chosen in self.entries:
            chosen, count = f"{wanted}-{count}", count + 1
        fields: dict[str, Value] = {"name": name.name}
        fields |= {"before_name": name.before} if name.before else {}
        fields |= {"after_name": name.after} if name.after else {}
        fields |= {"offices": [{"office": office}]} if office else {}
        self.entries[chosen] = Entry(FILE, chosen, fields)
        return chosen
