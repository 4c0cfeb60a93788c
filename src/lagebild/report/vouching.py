"""How real a record is and who vouches for it, in words: "possible · says Mark Rutte, 4 Dec 2024"."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from lagebild.model.attribution import Attribution
from lagebild.model.event import Status
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.extracts import Sentences
from lagebild.report.layout import shown
from lagebild.report.times import short_date

Labels = dict[str, Any]


class Told(Protocol):
    """What events, deals, breaches, threats and deployments have in common."""

    @property
    def status(self) -> Status:
        """How real the text makes it."""

    @property
    def chain(self) -> tuple[str | None, ...]:
        """Who vouches, the nearest first."""

    @property
    def attribution(self) -> str | None:
        """The key of the statement around it."""


class Vouching:
    """Answers for the records of one document."""

    def __init__(self, findings: Findings, labels: Labels) -> None:
        self._labels = labels
        self._said = {said.key: said for said in findings.attributions}
        self._days = tuple(_days(findings))
        self._sentences = Sentences(findings)

    def remarks(self, record: Told) -> Iterator[str]:
        """The status where it is not fact, and each who vouches; nothing for what the author tells as a fact."""
        if record.status in {Status.POSSIBLE, Status.DENIED}:
            yield str(self._labels["statuses"][record.status])
        if record.chain:
            yield self.source(record)

    def source(self, record: Told) -> str:
        """Who vouches, the nearest first: "says Mark Rutte, 4 Dec 2024, according to Tagesblick"."""
        words = self._labels["words"]
        nearest, *further = record.chain
        said = self._telling(record)
        act = self._labels["acts"][said.act] if said else self._labels["acts"]["say"]
        told = f"{act} {shown(nearest)}" if nearest else str(words["nobody_says"])
        day = self._day(said) if said else None
        if day:
            told = f"{told}, {short_date(day, self._labels)}"
        outer = [f"{words['according']} {shown(name)}" for name in dict.fromkeys(further) if name and name != nearest]
        return ", ".join((told, *outer))

    def _telling(self, record: Told) -> Attribution | None:
        """The innermost statement around it whose speaker vouches first; an accusation is not told by itself."""
        said = self._said.get(record.attribution or "")
        for _ in range(len(self._said)):
            if said is None or said.speaker == record.chain[0]:
                return said
            said = self._said.get(said.within or "")
        return None

    def _day(self, said: Attribution) -> date | None:
        """The day on which it was said, where one stands beside the cue and outside what is said."""
        sentence = self._sentences.at(said.cue[0].start) if said.cue else None
        if sentence is None:
            return None
        beside = [
            day for span, day in self._days
            if sentence.contains(span) and not any(part.overlaps(span) for part in said.content)
        ]  # fmt: skip
        return beside[0] if len(beside) == 1 else None


def _days(findings: Findings) -> Iterator[tuple[Span, date]]:
    for timex in findings.timexes:
        if timex.type in {"DATE", "TIME"} and timex.anchored and timex.mod is None and timex.value:
            try:
                yield timex.span, date.fromisoformat(timex.value.partition("T")[0])
            except ValueError:
                continue
