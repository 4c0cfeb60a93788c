"""Deciding: judgements about entities across documents are made here, checked against the entities as they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lagebild.comparison.identities.group import Group
from lagebild.errors import JudgementError
from lagebild.judging.making import made
from lagebild.judging.sheet import json_text
from lagebild.model.judgement import Judgement, Verdict

REMEMBERED = 50
"""Sightings by which a decision finds its entity again."""


def merge(into: Group, other: Group, *, author: str, at: datetime) -> Judgement:
    """The two are one, which goes by the key and the name of the first. Raises JudgementError if they are so."""
    if into.key == other.key:
        raise JudgementError(f"{into.name} ({into.key}) cannot be merged with itself")
    if into.kind != other.kind:
        raise JudgementError(f"{into.name} is a {into.kind} and {other.name} a {other.kind}: they cannot be one")
    return _decision(Verdict.MERGE, into, other.key, other=other, author=author, at=at)


def split(group: Group, refs: Sequence[str], *, author: str, at: datetime) -> Judgement:
    """The sightings ("document/entity") are somebody else: together they become an entity of their own.

    Raises JudgementError for one that is not of this entity, and where nothing would be left of it.
    """
    there = {sighting.ref for sighting in group.members}
    strange = [ref for ref in refs if ref not in there]
    if strange or not refs:
        told = ", ".join(strange[:3]) or "nothing"
        raise JudgementError(f"{group.name} ({group.key}) is not in {told}; `lagebild entities show` lists where it is")
    if there == set(refs):
        raise JudgementError(f"nothing would be left of {group.name} ({group.key}); rename it instead")
    value = refs[0] if len(refs) == 1 else sorted(refs)
    return _decision(Verdict.SPLIT, group, value, author=author, at=at)


def keep_apart(one: Group, other: Group, *, author: str, at: datetime) -> Judgement:
    """The two are not one, and are not to be suggested again."""
    if one.key == other.key:
        raise JudgementError(f"{one.name} ({one.key}) is one entity; name the documents to split off")
    return _decision(Verdict.SPLIT, one, other.key, other=other, author=author, at=at)


def rename(group: Group, name: str, *, author: str, at: datetime) -> Judgement:
    """The entity is called so from now on."""
    if not name.strip():
        raise JudgementError("a name needs at least one letter")
    return _decision(Verdict.RENAME, group, " ".join(name.split()), author=author, at=at)


def _decision(
    verdict: Verdict, group: Group, value: Any, *, author: str, at: datetime, other: Group | None = None
) -> Judgement:
    before = {"record": _summary(group)} | ({"value": _summary(other)} if other is not None else {})
    return made(
        verdict, document=None, kind="entity", record=group.key, field=None, value=json_text(value),
        before=json_text(before), author=author, at=at,
    )  # fmt: skip


def _summary(group: Group) -> dict[str, Any]:
    """What the entity was when it was decided about."""
    refs = [sighting.ref for sighting in group.members[:REMEMBERED]]
    return {"key": group.key, "kind": group.kind, "name": group.name, "members": refs}
