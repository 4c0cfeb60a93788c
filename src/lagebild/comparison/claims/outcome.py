"""Outcome: how far a feature of two tellings agrees, and why, in words."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """`score` is 0 to 1; `reason` completes a sentence on the two tellings, None where the feature says nothing."""

    score: float
    reason: str | None
