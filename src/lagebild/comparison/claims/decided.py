"""What people decided about claims: merged, split; above all that we find."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from lagebild.comparison.claims.group import Group
from lagebild.judging.active import active
from lagebild.judging.apply import Outcome, State
from lagebild.model.claim import Tie
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.keys import content_key

KIND = "claim"
DECISIONS = (Verdict.MERGE, Verdict.SPLIT)


@dataclass(frozen=True, slots=True)
class Decided:
    """The claims as people left them, by key, and what became of each decision, by its key."""

    groups: tuple[Group, ...]
    outcomes: Mapping[str, Outcome]


def decided(groups: Iterable[Group], judgements: Iterable[Judgement]) -> Decided:
    """The claims after the decisions that hold, the oldest first.

    A decision finds its claim by the tellings that this had when it was made, so it holds whatever more documents make
    of the rest. Claims that no decision concerns come out as they are, so it is enough to give those that one does.
    """
    work = _Work(groups)
    for item in decisions(judgements):
        work.decide(item)
    return Decided(tuple(sorted(work.groups.values(), key=lambda group: group.key)), work.outcomes)


def decisions(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those about claims that hold, the oldest first."""
    return [item for item in active(judgements) if item.kind == KIND and item.verdict in DECISIONS]


def concerned(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The places of the tellings that the decisions speak of (`spot`)."""
    refs: set[str] = set()
    for item in decisions(judgements):
        before = _before(item)
        for side in ("record", "value"):
            refs.update(_members(before, side))
        refs.update(told for told in _listed(_value(item)) if "@" in told)
    return frozenset(spot(ref) for ref in refs)


class Sides(NamedTuple):
    """The places of the tellings (`spot`) of two claims, or two parts of one, that somebody said are not the same."""

    one: frozenset[str]
    other: frozenset[str]


def kept_apart(judgements: Iterable[Judgement]) -> list[Sides]:
    """What people said is not the same, by the decisions that hold: two claims, or what was split off one and what
    stayed."""
    found = []
    for item in decisions(judgements):
        if item.verdict is Verdict.SPLIT:
            before = _before(item)
            other = _members(before, "value") or _listed(_value(item))
            leaving = frozenset(map(spot, other))
            found.append(Sides(frozenset(map(spot, _members(before, "record"))) - leaving, leaving))
    return found


def apart_from(key: str, homes: Iterable[tuple[Set[str], Set[str]]]) -> set[str]:
    """The claims that are not this one, by those in which the tellings of the sides kept apart are now."""
    found: set[str] = set()
    for one, other in homes:
        found |= other if key in one else one if key in other else frozenset()
    return found - {key}


def spot(ref: str) -> str:
    """The document of a telling and where it begins there: what stays of it when a newer engine calls it otherwise."""
    document, _, rest = ref.partition("/")
    return f"{document}@{rest.rpartition('@')[2]}"


class _Work:
    """The claims by key while they are decided."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups = {group.key: group for group in groups}
        self.outcomes: dict[str, Outcome] = {}
        self._home = {spot(ref): key for key, group in self.groups.items() for ref in group.members}
        self._order = {ref: at for group in self.groups.values() for at, ref in enumerate(group.members)}

    def decide(self, item: Judgement) -> None:
        """Applies one decision, or says why it cannot be."""
        key = self._find(item.record, _members(_before(item), "record"))
        problem: str | None = "the claim is in no document of this base"
        if key is not None:
            problem = self._merge(key, item) if item.verdict is Verdict.MERGE else self._split(key, item)
        self.outcomes[item.key] = Outcome(State.ADRIFT if problem else State.HOLDS, problem)

    def _find(self, key: Any, refs: Sequence[str]) -> str | None:
        """The claim that has most of the tellings; of equals the one of that key."""
        count: dict[str, int] = {}
        for ref in refs:
            home = self._home.get(spot(ref))
            if home is not None:
                count[home] = count.get(home, 0) + 1
        if count:
            return min(count, key=lambda home: (-count[home], home != key, home))
        return key if isinstance(key, str) and key in self.groups else None

    def _merge(self, key: str, item: Judgement) -> str | None:
        other = self._find(_value(item), _members(_before(item), "value"))
        if other is None:
            return "the claim to be merged into it is in no document of this base"
        one = self.groups[key] = replace(self.groups[key], decided=True)
        if other == key:
            return None
        two = self.groups.pop(other)
        join = Tie(one.members[0], two.members[0], 1.0, f"merged by {item.author}", item.key)
        self.groups[key] = replace(
            one, members=(*one.members, *two.members), joins=(*one.joins, *two.joins, join), decided=True
        )
        self._home.update(dict.fromkeys(map(spot, two.members), key))
        return None

    def _split(self, key: str, item: Judgement) -> str | None:
        refs = _listed(_value(item))
        members = _members(_before(item), "value")
        if members:
            other = self._find(_value(item), members)
            if other is None:
                return "the other claim is in no document of this base"
            if other != key:
                return None  # they are two, as somebody said
            refs = members
        spots = {spot(ref) for ref in refs}
        group = self.groups[key]
        leaving = tuple(ref for ref in group.members if spot(ref) in spots)
        staying = tuple(ref for ref in group.members if spot(ref) not in spots)
        if not leaving:
            return None if spots & self._home.keys() else "what is to be split off is in no document of this base"
        if not staying:
            return "nothing would be left of the claim"
        own = content_key("c", "split", *sorted(spots))
        if own in self.groups:  # split off before, and merged again under that key
            own = content_key("c", "split", item.key)
        inside = set(staying)
        self.groups[key] = replace(
            group, members=staying, decided=True,
            joins=tuple(tie for tie in group.joins if {tie.one, tie.other} <= inside),
        )  # fmt: skip
        self.groups[own] = Group(own, leaving, decided=True)
        self._home.update(dict.fromkeys(map(spot, leaving), own))
        return None


def _value(item: Judgement) -> Any:
    return _read(item.value)


def _before(item: Judgement) -> Mapping[str, Any]:
    told = _read(item.before)
    return told if isinstance(told, dict) else {}


def _read(text: str | None) -> Any:
    try:
        return json.loads(text or "null")
    except (ValueError, RecursionError):
        return None


def _listed(value: Any) -> list[str]:
    """One text or several."""
    if isinstance(value, str):
        return [value]
    return [told for told in value if isinstance(told, str)] if isinstance(value, list) else []


def _members(before: Mapping[str, Any], side: str) -> list[str]:
    told = before.get(side)
    return _listed(told.get("members")) if isinstance(told, dict) else []
