"""Failure: one input that cannot be read, and why."""

from typing import NamedTuple


class Failure(NamedTuple):
    """One input that cannot be read: its name, with the line where it has several, and why and what to do."""

    origin: str
    reason: str
