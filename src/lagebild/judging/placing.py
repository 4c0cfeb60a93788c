"""Placing: each judgement is brought to the record that it speaks of, whatever that is called by now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from lagebild.judging.fields import FIELDS
from lagebild.judging.finding import IDENTICAL, claim, likeness
from lagebild.judging.sheet import Record, Sheet
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.naming import PLACED, name_on_wire
from lagebild.model.span import Span


@dataclass(slots=True)
class Slot:
    """One record, as the engine found it (`found`, None where it no longer does), and what was said of it, the oldest
    first."""

    kind: str
    name: str
    found: Record | None
    judgements: list[Judgement] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    """Judgements that name a record alike; `before` is the record as the last of them saw it."""

    kind: str
    name: str
    judgements: list[Judgement]
    before: Record | None


def place(sheet: Sheet, judgements: Iterable[Judgement]) -> list[Slot]:
    """A slot for each record that was judged; the judgements must hold and be in order."""
    groups = _groups(judgements)
    slots: dict[tuple[str, str], Slot] = {}
    rest: list[_Group] = []
    records = {kind: {name_on_wire(item): item for item in reversed(items)} for kind, items in sheet.records.items()}
    for group in groups:
        found = records[group.kind].get(group.name)
        if found is None:
            rest.append(group)
        else:
            slots[group.kind, group.name] = Slot(group.kind, group.name, found, group.judgements)
    rest = _moved(rest, slots)
    _rediscovered(rest, slots, sheet)
    for slot in slots.values():
        slot.judgements.sort(key=lambda item: (item.at, item.key))
    return sorted(slots.values(), key=lambda slot: (slot.kind, slot.name))


def _groups(judgements: Iterable[Judgement]) -> list[_Group]:
    """Those that say the most lately come last."""
    groups: dict[tuple[str, str], _Group] = {}
    for item in judgements:
        group = groups.setdefault((item.kind, item.record), _Group(item.kind, item.record, [], None))
        group.judgements.append(item)
        before = before_of(item)
        group.before = before if before is not None else group.before
    return list(groups.values())


def before_of(judgement: Judgement) -> Record | None:
    """The record as it stood when judged; None where the judgement does not carry one that can be read."""
    if judgement.before is None:
        return None
    try:
        before = json.loads(judgement.before)
    except (ValueError, RecursionError):
        return None
    if not isinstance(before, dict) or not _has_spans(judgement.kind, before):
        return None
    return before


def _has_spans(kind: str, before: Record) -> bool:
    """Whether the places of the record can be compared at all; what else it holds is checked where it is used."""
    for name in FIELDS[kind]:
        value = before.get(name)
        if isinstance(value, list) and name in _PLACES:
            pairs = value if value and isinstance(value[0], list) else [value] if value else []
            if not all(
                isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair) for pair in pairs
            ):
                return False
        elif value is not None and name in _PLACES:
            return False
    sides = before.get("sides", [])
    return isinstance(sides, list) and all(isinstance(side, dict) for side in sides)


_PLACES = frozenset({"cue", "content", "trigger", "tie", "forces", "span", "violates", "means"})


def _moved(groups: list[_Group], slots: dict[tuple[str, str], Slot]) -> list[_Group]:
    """Records without a key that somebody gave another span: later judgements name them by that one."""
    while True:
        spans = {
            (slot.kind, "{}-{}".format(*span)): slot
            for slot in slots.values()
            if slot.kind in PLACED
            for item in slot.judgements
            if item.verdict is Verdict.CORRECT and item.field == "span" and (span := _span(item.value))
        }
        here = [group for group in groups if (group.kind, group.name) in spans]
        if not here:
            return groups
        for group in here:
            spans[group.kind, group.name].judgements.extend(group.judgements)
        groups = [group for group in groups if group not in here]


def _span(value: str | None) -> Span | None:
    try:
        pair = json.loads(value or "")
    except (ValueError, RecursionError):
        return None
    is_pair = isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair)
    return Span(*pair) if is_pair else None


def _rediscovered(groups: list[_Group], slots: dict[tuple[str, str], Slot], sheet: Sheet) -> None:
    """Brings each group to the record most like the one that was judged, or to a slot of its own without one.

    A record that judgements found by its key is shared only by what says just the same of the same words: the team's
    copies of one document may name its records differently.
    """
    taken = set(slots)
    offers = []
    for number, group in enumerate(groups):
        for record in sheet.records[group.kind] if group.before is not None else ():
            like = likeness(group.kind, group.before or {}, record)
            if like > 0:
                same = claim(group.kind, group.before or {}) == claim(group.kind, record)
                offers.append((-like, not same, number, name_on_wire(record), record))
    placed: set[int] = set()
    for like, other, number, name, record in sorted(offers, key=lambda offer: offer[:4]):
        group = groups[number]
        alike = -like >= IDENTICAL and not other
        if number in placed or ((group.kind, name) in taken and not alike):
            continue
        placed.add(number)
        taken.add((group.kind, name))
        slots.setdefault((group.kind, name), Slot(group.kind, name, record)).judgements.extend(group.judgements)
    lost: list[tuple[_Group, Slot]] = []
    for number, group in enumerate(groups):
        if number in placed:
            continue
        twin = next((slot for other, slot in lost if _is_twin(group, other)), None)
        if twin is None:
            twin = slots[group.kind, group.name] = Slot(group.kind, group.name, None)
            lost.append((group, twin))
        twin.judgements.extend(group.judgements)


def _is_twin(group: _Group, other: _Group) -> bool:
    """Whether two records that the engine no longer finds were one, found by different engines."""
    if group.kind != other.kind or group.before is None or other.before is None:
        return False
    alike = likeness(group.kind, group.before, other.before) >= IDENTICAL
    return alike and claim(group.kind, group.before) == claim(group.kind, other.before)
