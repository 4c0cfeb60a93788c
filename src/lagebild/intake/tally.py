"""Tally: what became of the inputs of one run, and the words for each."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_REASONS = 5
_SHOWN = 100
"""So many failures are kept for the closing words; all of them are in the base."""


class Outcome(StrEnum):
    """What became of one document or input."""

    ADDED = "added"
    REPLACED = "replaced"
    """It is the new version of a document that was there."""
    THERE = "there"
    """The base had it already."""
    CHANGED = "changed"
    """The base has the same report with another text, and nobody asked to take the new one."""
    PASSED = "passed"
    """No report, or nothing new: passed over on purpose."""
    FAILED = "failed"
    BROKEN = "broken"
    """It failed by our fault."""


class Happened(NamedTuple):
    """One document or input, and what became of it; by now it is in the base. `key` is that of a document there."""

    outcome: Outcome
    origin: str
    key: str | None = None
    id: str | None = None
    reason: str | None = None
    attributions: int = 0
    events: int = 0
    number: int = 1
    trace: str | None = None
    """Where in our program it broke."""
    remark: str | None = None
    """What a person should know of a document that is no failure."""


@dataclass(slots=True)
class Tally:
    """Counts of one run. `sources` are the files and addresses that are through, of `total` where that is known."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    attributions: int = 0
    events: int = 0
    undated: int = 0
    """Documents added without a date of publication."""
    failures: list[Happened] = field(default_factory=list)
    """The first of those that failed."""
    passed: dict[str, int] = field(default_factory=dict)
    """How many were passed over, for each of the first reasons."""
    sources: int = 0
    total: int | None = None
    interrupted: bool = False

    def count(self, happened: Happened) -> None:
        """One more."""
        self.counts[happened.outcome] += happened.number
        self.attributions += happened.attributions
        self.events += happened.events
        reason = happened.reason
        if happened.outcome is Outcome.PASSED and reason and (reason in self.passed or len(self.passed) < _REASONS):
            self.passed[reason] = self.passed.get(reason, 0) + happened.number
        if happened.outcome in (Outcome.FAILED, Outcome.BROKEN) and len(self.failures) < _SHOWN:
            self.failures.append(happened)

    def with_all(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            counts={outcome: count + other.counts[outcome] for outcome, count in self.counts.items()},
            attributions=self.attributions + other.attributions,
            events=self.events + other.events,
            undated=self.undated + other.undated,
            failures=[*self.failures, *other.failures][:_SHOWN],
            passed={**other.passed, **self.passed},
            sources=self.sources + other.sources,
            total=(self.total or 0) + (other.total or 0),
            interrupted=self.interrupted or other.interrupted,
        )

    @property
    def added(self) -> int:
        """Documents that are in the base because of this run."""
        return self.counts[Outcome.ADDED] + self.counts[Outcome.REPLACED]

    @property
    def broken(self) -> int:
        """Inputs that could not be read by our fault."""
        return self.counts[Outcome.BROKEN]

    @property
    def failed(self) -> int:
        """Inputs that could not be read, by whose fault ever."""
        return self.counts[Outcome.FAILED] + self.counts[Outcome.BROKEN]

    @property
    def documents(self) -> int:
        """All documents that were looked at."""
        return self.added + self.counts[Outcome.THERE] + self.counts[Outcome.CHANGED]
