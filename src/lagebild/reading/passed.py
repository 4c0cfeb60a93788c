"""Passed: input that is left out on purpose, which is no failure but must not go unsaid."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passed:
    """`count` things at `origin` that are no reports, or none that are new, and why they were passed over."""

    origin: str
    reason: str
    count: int = 1
