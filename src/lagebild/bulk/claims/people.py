"""People: who of one document is who of another, each name decided by itself.

sight     shard  whom each document names, with what tells them apart       -> by name
identify  part   who is one across documents, as a knowledge base has it    -> back to their shards
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

import numpy as np

from lagebild.bulk.exchange.at import At, Told
from lagebild.bulk.exchange.lines import Line
from lagebild.bulk.exchange.numbers import key_of, number_of, of_key
from lagebild.bulk.exchange.once import repeated
from lagebild.bulk.results import documents_of
from lagebild.comparison.identities import Sighting, identified_block, sightings_of
from lagebild.model.codec import decode
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings
from lagebild.model.keys import content_key
from lagebild.store.claims.shelf import LANGUAGE

MOST = 20_000
"""So many sightings of one surname, or of bodies of one first word, are compared with each other; then it begins anew,
since what that takes grows faster than their number. Who has one name has one key all the same."""
_NOBODY = -1
"""The number of sightings that stand for several of a shard, and ask for no answer."""


def sight(at: At) -> Told:
    """The step `sight`."""
    repeats = repeated(at, at.number)
    part = lru_cache(None)(at.part)
    given: list[Line] = []
    settled: defaultdict[tuple[str | None, ...], list[date | None]] = defaultdict(list)
    for row, read in enumerate(documents_of(at.folder, at.number)):
        number = number_of(at.number, row)
        if number in repeats:
            continue
        try:
            seen = sightings_of(read.key, decode({**read.found, "text": read.document.text}), LANGUAGE)
        except Exception:  # noqa: BLE001 - a defect of ours, which `tell` counts; it must not cost the others
            continue
        for place, item in enumerate(seen):
            if is_settled(item.kind, item.known):
                settled[item.block, item.kind, item.name, item.known, item.code].append(item.day)
            else:
                given.append((part(item.block), [number, place, item.block, _wire(item)]))
    for (block, *told), days in sorted(settled.items(), key=lambda pair: tuple(map(str, pair[0]))):
        dated = sorted(day.isoformat() for day in days if day is not None)
        given.append((part(str(block)), [_NOBODY, len(days), block, [*told, *dated[:1], *dated[-1:]]]))
    at.tell(given)
    return {}


def identify(at: At) -> Told:
    """The step `identify`."""
    blocks: defaultdict[str, list[_Asking]] = defaultdict(list)
    found: list[tuple[int, int, int]] = []
    for number, place, block, told in at.told("sight"):
        held = blocks[block]
        if number == _NOBODY:
            held += [_Asking(number, 0, item) for item in _several(block, place, *told)]
        else:
            held.append(_Asking(number, place, _read(block, *told)))
        if len(held) >= MOST:
            found += _identified(held)
            held.clear()
    for _, held in sorted(blocks.items()):
        found += _identified(held)
    rows = np.array(found, dtype=np.int64).reshape(-1, 3)
    at.give(rows, at.home(rows[:, 0]))
    return {}


def people_of(at: At) -> Callable[[int, Findings], dict[str, str]]:
    """Tells for the documents of the shard, by number and findings, who their entities are across documents."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, place, identity in at.taken_here("identify", width=3).tolist():
        found[number].append((place, identity))

    def told(number: int, findings: Findings) -> dict[str, str]:
        people = {
            item.key: _settled_key(item.kind, item.known)
            for item in findings.entities if item.known is not None and is_settled(item.kind, item.known)
        }  # fmt: skip
        people.update((findings.entities[place].key, key_of("n", identity)) for place, identity in found[number])
        return people

    return told


def is_settled(kind: str, known: str | None) -> bool:
    """Whether a table knows the state or body, so that its name alone says which it is."""
    return known is not None and kind != EntityKind.PERSON


def _settled_key(kind: str, known: str) -> str:
    return content_key("n", f"{kind} {known}")


class _Asking(NamedTuple):
    """A sighting with its document's number, and which of the document's entities it is."""

    number: int
    place: int
    seen: Sighting


def _identified(held: Iterable[_Asking]) -> Iterator[tuple[int, int, int]]:
    """Document, entity and entity across documents of each that asks."""
    asking = {item.seen.ref: item for item in held if item.number != _NOBODY}
    if not asking:
        return
    groups, _ = identified_block([item.seen for item in held], LANGUAGE)
    for group in groups:
        for seen in group.members:
            if seen.ref in asking:
                yield asking[seen.ref].number, asking[seen.ref].place, of_key(group.key)


def _wire(item: Sighting) -> list[Any]:
    day = item.day.isoformat() if item.day else None
    return [
        item.document, item.entity, item.kind, item.name, item.known, item.code, item.office, item.gender, day,
        sorted(item.company),
    ]  # fmt: skip


def _read(block: str, *told: Any) -> Sighting:
    document, entity, kind, name, known, code, office, gender, day, company = told
    return Sighting(
        document, entity, kind, name, known, code, office, gender, date.fromisoformat(day) if day else None, block,
        company=frozenset(map(intern, company)),
    )  # fmt: skip


def _several(block: str, count: int, kind: str, name: str, known: str, code: str | None, *days: str) -> list[Sighting]:
    """As many as a shard has of what a table knows; when tells nothing but the first and the last day."""
    ends: list[date | None] = [date.fromisoformat(day) for day in days] or [None]
    seen = [Sighting("", "", kind, name, known, code, None, None, day, block) for day in ends]
    return [*[seen[0]] * min(count - 1, MOST), seen[-1]]
