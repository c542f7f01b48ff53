"""Owns the facts of a record by which lists are made: its fields need not be read for them."""

from abc import ABC, abstractmethod

from archive.gist import Gist, Said, Undertaken
from archive.model.dates import PartialDate


class Facts(ABC):
    """The facts of a letter or a motion; a motion has none of those of a letter alone.

    Who sees one has looked at all of them, and at no other field of the record.
    """

    @property
    @abstractmethod
    def _gist(self) -> Gist:
        """What is asked of all records at once; who sees it has looked at the facts."""

    @property
    def lead(self) -> str:
        """Who wrote the letter or moved the motion; empty where that is not known."""
        return self._gist.lead

    @property
    def recipient(self) -> str:
        """To whom a letter is; only a letter may be asked."""
        return self._gist.people[1]

    @property
    def topics(self) -> tuple[str, ...]:
        """Its own topics."""
        return self._gist.topics

    @property
    def date(self) -> PartialDate:
        """The date of a letter."""
        return PartialDate.parse(self._gist.date)

    @property
    def kind(self) -> str:
        """The kind of a letter."""
        return self._gist.kind

    @property
    def replies_to(self) -> str:
        """The letter that a letter replies to; empty where it does to none that is held."""
        return self._gist.replies_to

    @property
    def unheld(self) -> tuple[str, PartialDate] | None:
        """Who wrote the letter that a letter replies to, and when, where that is not held."""
        if unheld := self._gist.unheld:
            sender, date = unheld
            return sender, PartialDate.parse(date)
        return None

    @property
    def answers(self) -> tuple[str, ...]:
        """The motions that a letter answers."""
        return self._gist.answers

    @property
    def said(self) -> tuple[Said, ...]:
        """What a letter says to asks."""
        return self._gist.said

    @property
    def undertaken(self) -> tuple[Undertaken, ...]:
        """The commitments of a letter."""
        return self._gist.undertaken

    @property
    def meeting(self) -> str:
        """The meeting of a motion."""
        return self._gist.within

    @property
    def number(self) -> int:
        """The number of a motion at its meeting; 0 where it has none."""
        return self._gist.number

    @property
    def asks(self) -> tuple[int, ...]:
        """The numbers of the asks of a motion."""
        return self._gist.asks

    @property
    def complete(self) -> bool:
        """Whether all asks of a motion are known."""
        return self._gist.complete

    @property
    def checked(self) -> bool:
        """Whether somebody looked for replies to a motion and found none."""
        return bool(self._gist.checked)
