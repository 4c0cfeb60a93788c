"""Values that voices give over time, and how each new one stands to those before: the walk that figures, times and
places share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from lagebild.comparison.amounts import Verdict
from lagebild.comparison.claims.times import days_between
from lagebild.comparison.relations.voices import Said
from lagebild.model.claim import Relation, RelationKind

Value = TypeVar("Value")


class Judged(NamedTuple):
    """How a value stands to an earlier one, and the sentence for it."""

    verdict: Verdict
    reason: str


@dataclass(slots=True)
class _Held(Generic[Value]):
    """A value with who gave it first; `given_up` once he says something else."""

    said: Said
    value: Value
    given_up: bool = False


FIGURE = "figure"
LONGEST = 8
"""Days; numbers of soldiers and of dead grow, so what was told earlier is held against nobody who speaks later."""

_KINDS = {
    Verdict.SAME: RelationKind.SAME,
    Verdict.LESS_PRECISE: RelationKind.SAME,
    Verdict.MORE_PRECISE: RelationKind.MORE_PRECISE,
    Verdict.DIFFERS: RelationKind.DIFFERS,
}


def stand_to_each_other(
    given: Sequence[tuple[Said, Value]], judge: Callable[[Value, Value], Judged | None], about: str
) -> Iterator[Relation]:
    """Relations of each new value to the values before, `given` in order; `judge` takes the later value first.

    A voice that says something else on a later day revises itself, unless it said that before too. Another voice is
    held against whoever first gave each value that still stands: it differs from all that it does not go with, and is
    the same as, or more precise than, the first that it goes with.
    """
    held: list[_Held[Value]] = []
    beside: list[_Held[Value]] = []
    for said, value in given:
        mine = [old for old in held if old.said.house == said.house]
        judged = [(old, found) for old in mine if (found := judge(value, old.value))]
        if any(found.verdict is not Verdict.DIFFERS for _, found in judged):
            yield from _sharper(said, judged, about)
            held.extend([_Held(said, value)] if _is_sharper(judged) else [])
            continue
        if any(old.said.house == said.house and _goes_with(judge, value, old.value) for old in beside):
            continue
        new = _Held(said, value)
        last = next((pair for pair in reversed(judged) if not pair[0].given_up), None)
        if last is not None and not _later(said, last[0].said):
            # One day, two figures by one voice: of two things, or a slip of one of the reports, but no change of mind,
            # neither now nor when that day's figure is printed again on the next.
            beside.append(new)
            continue
        if last is not None:
            last[0].given_up = True
            yield _relation(
                RelationKind.REVISES, said, last[0].said, about, f"{said.name} revises it: {last[1].reason}"
            )
        yield from _against_others(new, [old for old in held if old.said.house != said.house], judge, about)
        held.append(new)


def _against_others(
    new: _Held[Value], others: Sequence[_Held[Value]], judge: Callable[[Value, Value], Judged | None], about: str
) -> Iterator[Relation]:
    agreed = False
    for old in others:
        found = judge(new.value, old.value) if not old.given_up else None
        if found is None:
            continue
        differs = found.verdict is Verdict.DIFFERS
        if differs and _apart(new.said, old.said) > LONGEST:
            continue
        if differs and any(
            other is not old and _agree(judge, old.value, other.value) for other in others[: others.index(old)]
        ):
            continue  # whoever said that value first stands for all who repeat it
        if differs or not agreed:
            agreed = agreed or not differs
            if found.verdict is Verdict.SAME and about != FIGURE:
                continue  # that two name the same day or country is no news
            sentence = f"{new.said.name} and {old.said.name}: {found.reason}"
            yield _relation(_KINDS[found.verdict], new.said, old.said, about, sentence)


def _sharper(said: Said, judged: Sequence[tuple[_Held[Value], Judged]], about: str) -> Iterator[Relation]:
    """A voice that is more precise later than it was."""
    if _is_sharper(judged):
        old, found = judged[-1]
        if _later(said, old.said):
            yield _relation(RelationKind.MORE_PRECISE, said, old.said, about, f"{said.name}: {found.reason}")


def _is_sharper(judged: Sequence[tuple[_Held[Value], Judged]]) -> bool:
    return bool(judged) and judged[-1][1].verdict is Verdict.MORE_PRECISE


def _agree(judge: Callable[[Value, Value], Judged | None], one: Value, other: Value) -> bool:
    found = judge(one, other)
    return found is not None and found.verdict is Verdict.SAME


def _goes_with(judge: Callable[[Value, Value], Judged | None], later: Value, earlier: Value) -> bool:
    found = judge(later, earlier)
    return found is not None and found.verdict is not Verdict.DIFFERS


def _later(one: Said, other: Said) -> bool:
    return one.telling.day is not None and other.telling.day is not None and one.telling.day > other.telling.day


def _apart(one: Said, other: Said) -> int:
    """Days between the two; none where a day is unknown."""
    return days_between(one.telling.day, other.telling.day) or 0


def _relation(kind: RelationKind, one: Said, other: Said, about: str, reason: str) -> Relation:
    return Relation(kind, one.telling.ref, other.telling.ref, about, reason)
