"""Owns checking what is said of those who moved something, and of how it was decided."""

from collections.abc import Iterator

from archive.model.motion import Motion
from archive.model.version import Version
from archive.nodes import Node
from archive.problems import Problem, quoted

Voted = Motion | Version

UNDECIDED = (None, "withdrawn", "not recorded")
"""Outcomes on which nobody voted, or of which nobody wrote down how."""


def vote_problems(path: str, fields: Node, noun: Voted) -> Iterator[Problem]:
    """Votes without their numbers or the other way round, and one person in two parts."""
    if (noun.vote == "by the votes counted") != (noun.votes is not None):
        here = fields.at(("votes",) if noun.votes else ("vote",))
        found = "votes without their vote" if noun.votes else '"by the votes counted" alone'
        allowed = "vote: by the votes counted, and votes with the numbers; or neither"
        yield _problem(path, here, found, "vote and votes together", allowed)
    if unlikely := _unlikely(noun):
        wanted = "numbers that fit the outcome"
        allowed = "more votes for than against what was agreed, and at least one vote"
        yield _problem(path, fields.at(("votes",)), unlikely, wanted, allowed)
    if noun.moved_by and noun.moved_by == noun.seconded_by:
        here = fields.at(("seconded_by",))
        found, wanted = f"{quoted(noun.seconded_by)}, who moved it", "another person"
        yield _problem(path, here, found, wanted, "a seconder who did not move it")
    if noun.vote and noun.outcome in UNDECIDED and not _tabled(noun):
        here, outcome = fields.at(("vote",)), noun.outcome
        found = f"a vote, and the outcome {quoted(outcome)}" if outcome else "a vote alone"
        allowed = "agreed, agreed as amended, rejected, deferred; or no vote"
        yield _problem(path, here, found, "an outcome that was voted on", allowed)


def _unlikely(noun: Voted) -> str | None:
    """What cannot be of the numbers of a vote; a tie may be decided by a casting vote."""
    votes, outcome = noun.votes, noun.outcome or ""
    if votes is None or (votes.in_favour == votes.against == 0):
        return "no votes" if votes else None
    lost = outcome.startswith("agreed") and votes.in_favour < votes.against
    won = outcome == "rejected" and votes.in_favour > votes.against
    found = f"{votes.in_favour} votes to {votes.against}, and the outcome {quoted(outcome)}"
    return found if lost or won else None


def _tabled(noun: Voted) -> bool:
    return isinstance(noun, Version) and noun.stage == "as tabled"


def amendment_problems(path: str, fields: Node, motion: Motion) -> Iterator[Problem]:
    """An outcome and its amenders that contradict one another."""
    if motion.outcome == "agreed" and motion.amended_by:
        here = fields.at(("outcome",))
        wanted = "agreed as amended, since amended_by names who amended it"
        allowed = "outcome: agreed as amended; or no amended_by"
        yield _problem(path, here, quoted(motion.outcome), wanted, allowed)


def _problem(path: str, here: Node, found: str, wanted: str, allowed: str) -> Problem:
    return Problem(path, here.line, here.column, found, wanted, allowed)
