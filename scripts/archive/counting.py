"""Owns how a number of things is said."""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 letter`, `2 letters`, `1,200 replies`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
