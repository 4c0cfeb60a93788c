"""What people decided about entities across documents: merged, split, renamed; above all that we find."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lagebild.comparison.identities.context import traits_of
from lagebild.comparison.identities.group import Group, Join, Suggestion, in_order, name_among
from lagebild.comparison.identities.sighting import Sighting
from lagebild.judging.active import active
from lagebild.judging.apply import Outcome, State
from lagebild.language.load import Language
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.keys import content_key

KIND = "entity"
DECISIONS = (Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME)


@dataclass(frozen=True, slots=True)
class Decided:
    """The entities as people left them; what became of each decision, by its key; which entities somebody touched; the
    pairs that somebody said are two; and the names that people gave, by the key of the entity."""

    groups: tuple[Group, ...]
    outcomes: Mapping[str, Outcome]
    touched: frozenset[str]
    apart: frozenset[tuple[str, str]]
    names: Mapping[str, str]


def decided(groups: Iterable[Group], judgements: Iterable[Judgement], language: Language) -> Decided:
    """The groups after the decisions that hold, the oldest first.

    A decision finds its entity by the sightings that this had when it was made, so it holds whatever a newer engine or
    more documents make of the rest; by the key where none of them is left. Groups that no decision concerns come out as
    they are, so it is enough to give those that one does (`concerned`).
    """
    work = _Work(groups, language)
    for item in decisions(judgements):
        work.decide(item)
    return Decided(
        tuple(sorted(work.groups.values(), key=lambda group: group.key)), work.outcomes, frozenset(work.touched),
        frozenset(work.apart), {key: name for key, name in work.names.items() if key in work.groups},
    )  # fmt: skip


def decisions(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those about entities across documents that hold, the oldest first."""
    return [
        item for item in active(judgements) if item.verdict in DECISIONS and item.document is None and item.kind == KIND
    ]


def concerned(judgements: Iterable[Judgement]) -> tuple[frozenset[str], frozenset[str]]:
    """The sightings and the keys of the entities that the decisions speak of."""
    refs: set[str] = set()
    keys: set[str] = set()
    for item in decisions(judgements):
        before = _before(item)
        for side in ("record", "value"):
            refs.update(_members(before, side))
        keys.add(item.record)
        for told in _listed(_value(item)):
            (refs if "/" in told else keys).add(told)
    return frozenset(refs), frozenset(keys)


class _Work:
    """The groups by key while they are decided."""

    def __init__(self, groups: Iterable[Group], language: Language) -> None:
        self.groups = {group.key: group for group in groups}
        self.language = language
        self.outcomes: dict[str, Outcome] = {}
        self.touched: set[str] = set()
        self.apart: set[tuple[str, str]] = set()
        self.names: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._home = {item.ref: key for key, group in self.groups.items() for item in group.members}

    def decide(self, item: Judgement) -> None:
        """Applies one decision, or says why it cannot be."""
        key = self._find(item.record, _members(_before(item), "record"))
        value = _value(item)
        problem: str | None = "the entity is in no document of this base" if key is None else None
        if key is not None and item.verdict is Verdict.MERGE:
            problem = self._merge(key, value, item)
        elif key is not None and item.verdict is Verdict.RENAME:
            problem = self._rename(key, value)
        elif key is not None:
            problem = self._split(key, value, item)
        self.outcomes[item.key] = Outcome(State.ADRIFT if problem else State.HOLDS, problem)

    def _find(self, key: Any, refs: Sequence[str]) -> str | None:
        """The entity that has most of the sightings; of equals the one of that key."""
        called = self._aliases.get(key, key) if isinstance(key, str) else None
        count: dict[str, int] = {}
        for ref in refs:
            home = self._home.get(ref)
            if home is not None:
                count[home] = count.get(home, 0) + 1
        if count:
            return min(count, key=lambda home: (-count[home], home != called, home))
        return called if called in self.groups else None

    def _merge(self, key: str, value: Any, item: Judgement) -> str | None:
        other = self._find(value, _members(_before(item), "value"))
        if other is None:
            return "the entity to be merged into it is in no document of this base"
        self.touched.add(key)
        self.apart.discard(_pair(key, other))
        if other == key:
            return None
        one, two = self.groups[key], self.groups.pop(other)
        join = Join(one.name, two.name, 1.0, f"merged by {item.author}")
        self.groups[key] = replace(
            one, known=one.known or two.known, traits=one.traits.with_(two.traits),
            members=tuple(in_order([*one.members, *two.members])), joins=(*one.joins, *two.joins, join),
        )  # fmt: skip
        self._aliases = {old: key if new == other else new for old, new in self._aliases.items()} | {other: key}
        self._home.update(dict.fromkeys((sighting.ref for sighting in two.members), key))
        self.apart = {(pair if other not in pair else _pair(key, *(set(pair) - {other}))) for pair in self.apart}
        self.touched.discard(other)
        return None

    def _rename(self, key: str, value: Any) -> str | None:
        if not isinstance(value, str) or not value.strip():
            return "the new name is no text"
        self.groups[key] = replace(self.groups[key], name=value)
        self.names[key] = value
        self.touched.add(key)
        return None

    def _split(self, key: str, value: Any, item: Judgement) -> str | None:
        refs = _listed(value)
        if not refs:
            return "it does not say what is to be split off"
        if len(refs) == 1 and "/" not in refs[0]:
            members = _members(_before(item), "value")
            other = self._find(refs[0], members)
            if other is None:
                return "the other entity is in no document of this base"
            self.touched.add(key)
            if other != key:
                self.apart.add(_pair(key, other))
                return None
            refs = list(members)
        leaving = [sighting for sighting in self.groups[key].members if sighting.ref in refs]
        self.touched.add(key)
        if not leaving:
            return None if all(ref in self._home for ref in refs) else "what is to be split off is in no document here"
        return self._part(key, leaving, item)

    def _part(self, key: str, leaving: list[Sighting], item: Judgement) -> str | None:
        """Those who leave are an entity of their own; the others keep the key."""
        group = self.groups[key]
        gone = {sighting.ref for sighting in leaving}
        staying = tuple(sighting for sighting in group.members if sighting.ref not in gone)
        if not staying:
            return "nothing would be left of the entity"
        name = name_among(staying) if group.name == name_among(group.members) else group.name
        self.groups[key] = replace(group, name=name, traits=traits_of(staying, self.language), members=staying)
        own = content_key("n", "split", *sorted(gone))
        if own in self.groups:  # split off before, and merged again under that key
            own = content_key("n", "split", item.key)
        self.groups[own] = Group(
            own, group.kind, name_among(leaving), None, traits_of(leaving, self.language), tuple(in_order(leaving))
        )
        self._home.update(dict.fromkeys(gone, own))
        self.touched.add(own)
        self.apart.add(_pair(key, own))
        return None


def current(suggestions: Iterable[Suggestion], homes: Mapping[str, str], told: Decided) -> list[Suggestion]:
    """The suggestions that people have not settled; `homes` says which entity a found one is part of now."""
    left: dict[tuple[str, str], Suggestion] = {}
    for item in suggestions:
        one, other = _pair(homes.get(item.one, item.one), homes.get(item.other, item.other))
        if one != other and (one, other) not in told.apart:
            left.setdefault((one, other), Suggestion(one, other, item.score, item.reason))
    return sorted(left.values(), key=lambda item: (-item.score, item.one, item.other))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _value(item: Judgement) -> Any:
    try:
        return json.loads(item.value or "null")
    except (ValueError, RecursionError):
        return None


def _listed(value: Any) -> list[str]:
    """One text or several."""
    if isinstance(value, str):
        return [value]
    return [told for told in value if isinstance(told, str)] if isinstance(value, list) else []


def _before(item: Judgement) -> Mapping[str, Any]:
    try:
        told = json.loads(item.before or "{}")
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _members(before: Mapping[str, Any], side: str) -> list[str]:
    told = before.get(side)
    return _listed(told.get("members")) if isinstance(told, dict) else []
