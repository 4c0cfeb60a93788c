"""Desk: what every section of a briefing is written with: words, footnotes, and how much is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lagebild.model.claim import Origin, Telling
from lagebild.model.situation import Claim, Situation, Support
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

    def quote(self, words: str, *, notes: Iterable[int] = (), told: Iterable[Telling] = ()) -> Run:
        """Words of a report, in quotation marks, with these footnotes; without any, with that of whichever of `told`
        has the words, so that whoever looks there finds them."""
        return Run(self.wording.quoted(words), "quote", tuple(notes) or self.notes.holding(words, told))

    def gloss(self, claim: Claim) -> Run:
        """What a claim says, in the words of the telling that says it best."""
        return self.quote(claim.gloss, notes=self.notes.of([claim.glossed]), told=claim.tellings)

    def claim(self, key: str | None) -> Claim | None:
        """The claim of the situation with that key."""
        return next((claim for claim in self.situation.claims if claim.key == key), None)

    def support(self, support: Support, *, behind: Iterable[Run] = ()) -> Run:
        """On whose word it stands, with a footnote for each of the first origins, as far as the runs `behind` which it
        stands have them not yet."""
        return self.origins(support.origins, behind=behind)

    def origins(self, origins: Sequence[Origin], *, behind: Iterable[Run] = ()) -> Run:
        """The same of origins."""
        given = {number for run in behind for number in run.notes}
        numbers = self.notes.of_origins(origins)
        return Run(self.wording.origins(origins), "faint", tuple(number for number in numbers if number not in given))

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
