"""Statistics: how often a rule was right, counted from what people judged."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from lagebild.judging.active import active
from lagebild.judging.fields import FIELDS as _KINDS
from lagebild.judging.placing import before_of
from lagebild.model.judgement import Judgement, Verdict

CONFIDENCE = 1.959964
"""Standard deviations on each side of a 95 % interval."""
FEW = 30
"""With fewer judgements than this the interval is wider than 0.17 on each side at one half, and says little."""
BANDS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))
"""Bands of confidence `[low, high)`, the last one with its end."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How records with something in common were judged.

    `corrected` counts records of which a field had to be changed, `fields` how often each; a record that was rejected
    counts as rejected alone, one that was corrected never as accepted. `low` and `high` are the ends of the 95 % Wilson
    interval around `share`, the part that was right as it stood.
    """

    name: str
    accepted: int
    corrected: int
    rejected: int
    fields: Mapping[str, int]

    @property
    def judged(self) -> int:
        """All of them."""
        return self.accepted + self.corrected + self.rejected

    @property
    def share(self) -> float:
        """The part of the judged records that was right as it stood."""
        return self.accepted / self.judged

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return wilson(self.accepted, self.judged)[0]

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return wilson(self.accepted, self.judged)[1]

    @property
    def is_few(self) -> bool:
        """Whether so few were judged that the share tells little."""
        return self.judged < FEW


@dataclass(slots=True)
class _Verdict:
    """What people say of one record now."""

    rule: str
    confidence: float | None
    kind: str
    accepted: bool = False
    rejected: bool = False
    fields: frozenset[str] = frozenset()


def by_rule(judgements: Iterable[Judgement]) -> list[Tally]:
    """For each kind of record and rule ("attribution verb"), those with most judgements first."""
    return _tallies(judgements, lambda item: f"{item.kind} {item.rule}")


def by_kind(judgements: Iterable[Judgement]) -> list[Tally]:
    """For each kind of record."""
    return _tallies(judgements, lambda item: item.kind)


def by_confidence(judgements: Iterable[Judgement]) -> list[Tally]:
    """For each band of confidence ("0.80–0.90"), the lowest first: how far the numbers keep what they promise."""
    return sorted(_tallies(judgements, lambda item: _band(item.confidence)), key=lambda tally: tally.name)


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), which stays inside 0 and 1 and holds for small counts too."""
    if not count:
        return 0.0, 1.0
    share, z = right / count, CONFIDENCE
    middle = share + z * z / (2 * count)
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def _tallies(judgements: Iterable[Judgement], name: Callable[[_Verdict], str | None]) -> list[Tally]:
    groups: dict[str, list[_Verdict]] = {}
    for item in _verdicts(judgements):
        called = name(item)
        if called is not None:
            groups.setdefault(called, []).append(item)
    tallies = [_tally(called, items) for called, items in groups.items()]
    return sorted(tallies, key=lambda tally: (-tally.judged, tally.name))


def _tally(name: str, items: list[_Verdict]) -> Tally:
    rejected = sum(item.rejected for item in items)
    corrected = sum(bool(item.fields) and not item.rejected for item in items)
    fields: dict[str, int] = {}
    for item in items:
        for field in () if item.rejected else sorted(item.fields):
            fields[field] = fields.get(field, 0) + 1
    return Tally(name, len(items) - rejected - corrected, corrected, rejected, dict(sorted(fields.items())))


def _verdicts(judgements: Iterable[Judgement]) -> list[_Verdict]:
    """One for each record that was accepted, corrected or rejected, as the judgements that still hold leave it."""
    records: dict[tuple[str | None, str, str], _Verdict] = {}
    for item in active(judgements):
        if item.verdict not in (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT) or item.document is None:
            continue
        before: dict[str, Any] = before_of(item) or {} if item.kind in _KINDS else {}
        place = item.document, item.kind, item.record
        record = records.setdefault(place, _Verdict(_rule(before), _confidence(before), item.kind))
        record.rejected = item.verdict is Verdict.REJECT
        if item.verdict is Verdict.CORRECT and not _as_it_was(item, before):
            record.fields |= {item.field or ""}
    return list(records.values())


def _as_it_was(item: Judgement, before: dict[str, Any]) -> bool:
    """Whether the correction changes nothing."""
    try:
        return item.field in before and bool(json.loads(item.value or "") == before[item.field])
    except (ValueError, RecursionError):
        return False


def _rule(before: dict[str, Any]) -> str:
    """The rule that found the record; of a mention, its form."""
    for field in ("rule", "form"):
        if isinstance(before.get(field), str):
            return str(before[field])
    return "(no rule)"


def _confidence(before: dict[str, Any]) -> float | None:
    told = before.get("confidence")
    return float(told) if isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told <= 1 else None


def _band(confidence: float | None) -> str | None:
    if confidence is None:
        return None
    low, high = next((band for band in BANDS if confidence < band[1]), BANDS[-1])
    return f"{low:.2f}–{high:.2f}"
