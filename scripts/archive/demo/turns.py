"""Owns taking turns: which of many invented things have what only some have."""


def one_in(period: int, number: int, at: int = 0) -> bool:
    """Whether it is the turn of a number: of those from 0, one in each period has it, from `at`."""
    return number % period == at
