"""Desk: what every section of a briefing is written with: words, footnotes, and how much is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lagebild.model.situation import Situation, Support
from lagebild.report.briefing.footnotes import Footnotes
from lagebild.report.briefing.pages import Run
from lagebild.report.briefing.wording import Wording

Item = TypeVar("Item")

_NOT_WORTH_HIDING = 2


@dataclass(frozen=True, slots=True)
class Desk:
    """`most` entries of a list are shown, None shows all; `drawn` says whether pictures are wanted."""

    situation: Situation
    wording: Wording
    notes: Footnotes
    most: int | None
    drawn: bool

    def shown(self, items: Sequence[Item], *, most: int | None = None) -> Sequence[Item]:
        """The items that are shown; a few more than the limit are not worth hiding."""
        limit = self.most if most is None or self.most is None else min(most, self.most)
        return items if limit is None or len(items) <= limit + _NOT_WORTH_HIDING else items[:limit]

    def quote(self, words: str, *, notes: Iterable[int] = ()) -> Run:
        """Words of a report, in quotation marks."""
        return Run(self.wording.quoted(words), "quote", tuple(notes))

    def support(self, support: Support) -> Run:
        """On whose word it stands, with a footnote for each of the first origins."""
        return Run(self.wording.origins(support.origins), "faint", self.notes.of_origins(support.origins))

    def voice(self, ref: str) -> str:
        """On whose word a telling stands."""
        telling = self.wording.telling(ref)
        return self.wording.voice(telling) if telling else ""


def mark(support: Support) -> str:
    """The mark of how sure a thing is."""
    return support.certainty.value


def spaced(runs: Iterable[Run], between: str = " · ") -> tuple[Run, ...]:
    """The runs with something between them; empty ones are left out."""
    kept = [run for run in runs if run.text]
    found: list[Run] = []
    for number, run in enumerate(kept):
        if number:
            found.append(Run(between, "faint"))
        found.append(run)
    return tuple(found)
