"""The steps by which copies are found, each a job on one shard of the result or on one part of what was exchanged.

keys, repeats    each document once, as `exchange.once` has it; the table `repeats`
samples   shard  the sample of each report's shingles              -> by outlet and sample
common    part   samples in many reports of an outlet              -> back to their shards
marks     shard  bands and samples without boilerplate             -> by mark
pairs     part   pairs of documents that share a mark              -> by pair
worth     part   pairs that share enough                           -> to the shard of the first
compare   shard  what the two are to each other: the table `pairs` -> by document, for copies
stars, members   who belongs together, as `exchange.stars` has it   -> back to their shards
dates     shard  when each member came out                         -> by group
groups    part   who was first: the table `copies`
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from itertools import combinations, groupby
from typing import Any

import numpy as np

from lagebild.bulk.copies.tables import COPIES, PAIRS, REPEATS
from lagebild.bulk.copies.texts import Held, reports
from lagebild.bulk.exchange.at import At, Does, Told, taken_step
from lagebild.bulk.exchange.numbers import key_of, of_key, shard_of
from lagebild.bulk.exchange.once import give_keys, give_repeats, repeated
from lagebild.bulk.exchange.shuffle import Rows, columns, part_of
from lagebild.bulk.exchange.stars import members, round_of_stars
from lagebild.bulk.sheets import written
from lagebild.comparison.copies.boilerplate import MANY, Own
from lagebild.comparison.copies.likeness import Relation
from lagebild.comparison.copies.marking import cut_of, enough_shared, marked_by
from lagebild.comparison.copies.place import compared
from lagebild.comparison.copies.precedence import Because, Release, first_of
from lagebild.comparison.copies.report import Report
from lagebild.intake.frames import Frame

CROWD = 200
"""Of so many documents with the same mark each is compared with all others; of more with the next ones only."""
NEAR = 24
_MERGES = (Relation.COPY, Relation.AGENCY)
_BAND, _SAMPLE = 0, 1


def step(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """Does the step of that name, and yields what it counted."""
    del payload
    return taken_step(header, STEPS)


def _repeats(at: At) -> Told:
    rows = give_repeats(at)
    told = [(key_of("d", key), shard_of(number), shard_of(first)) for key, number, first in rows.tolist()]
    written(REPEATS, at.folder, at.number, told)
    return {"repeats": len(told)}


def _samples(at: At) -> Told:
    outlets: list[int] = []
    found: list[int] = []
    documents: list[int] = []
    for held in _once(at, at.number):
        numbers = sorted(cut_of(held.report).numbers)
        found += numbers
        outlets += [_outlet(held.report)] * len(numbers)
        documents += [held.number] * len(numbers)
    rows = columns(outlets, found, documents)
    at.give(rows, part_of(rows[:, 0] ^ rows[:, 1], at.parts))
    return {}


def _common(at: At) -> Told:
    rows = at.taken("samples", width=3)
    many = _group_sizes(rows[:, :2]) > MANY
    back = rows[many][:, [2, 1]]
    at.give(back, at.home(back[:, 0]))
    return {}


def _marks(at: At) -> Told:
    common = _common_of(at, at.number)
    kinds: list[int] = []
    values: list[int] = []
    documents: list[int] = []
    sizes: list[int] = []
    for held in _once(at, at.number):
        marks = marked_by(cut_of(held.report), common[held.number]).marks
        bands = sorted(set(marks.bands))
        values += [*bands, *marks.samples]
        kinds += [_BAND] * len(bands) + [_SAMPLE] * len(marks.samples)
        documents += [held.number] * (len(bands) + len(marks.samples))
        sizes += [len(marks.samples)] * (len(bands) + len(marks.samples))
    rows = columns(kinds, values, documents, sizes)
    at.give(rows, part_of(rows[:, 0] ^ rows[:, 1], at.parts))
    return {}


def _pairs(at: At) -> Told:
    rows = at.taken("marks", width=4)
    rows = rows[_group_sizes(rows[:, :2]) > 1]
    shared: dict[tuple[int, int], list[int]] = {}
    crowds = 0
    for (kind, _), group in groupby(rows.tolist(), key=lambda row: (row[0], row[1])):
        members = [(row[2], row[3]) for row in group]
        crowds += len(members) > CROWD
        for (left, fewer), (right, other) in _together(members):
            told = shared.setdefault((left, right), [0, 0, min(fewer, other)])
            told[kind] += 1
    found = np.array([[*pair, *told] for pair, told in sorted(shared.items())], dtype=np.int64).reshape(-1, 5)
    at.give(found, part_of(found[:, 0] ^ (found[:, 1] << 1), at.parts))
    return {"crowds": crowds}


def _worth(at: At) -> Told:
    rows = at.taken("pairs", width=5).tolist()
    worth: list[tuple[int, int]] = []
    for pair, group in groupby(rows, key=lambda row: (row[0], row[1])):
        told = list(group)
        if any(row[2] for row in told) or enough_shared(sum(row[3] for row in told), told[0][4]):
            worth.append(pair)
    found = np.array(worth, dtype=np.int64).reshape(-1, 2)
    at.give(found, at.home(found[:, 0]))
    return {"candidates": len(worth)}


def _compare(at: At) -> Told:
    rows = at.taken_here("worth", width=2)
    rows = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
    ours = _read(at, at.number, set(rows[:, 0].tolist()))
    merges: list[tuple[int, int]] = []
    told: list[tuple[Any, ...]] = []
    for shard, group in groupby(rows.tolist(), key=lambda row: shard_of(row[1])):
        pairs = list(group)
        theirs = _read(at, shard, {right for _, right in pairs})
        for left, right in pairs:
            (one, own), (other, others) = ours[left], theirs[right]
            likeness, relation = compared(one.report, own, other.report, others)
            if relation is None:
                continue
            if (other.key, right) < (one.key, left):
                (one, other), likeness = (other, one), likeness.turned()
            told.append(
                (one.key, other.key, relation.value, likeness.left_share, likeness.right_share, likeness.common)
            )
            if relation in _MERGES:
                merges += [(left, right), (right, left)]
    written(PAIRS, at.folder, at.number, sorted(told))
    found = np.array(merges, dtype=np.int64).reshape(-1, 2)
    at.give(found, part_of(found[:, 0], at.parts))
    return {"compared": len(rows), "tied": len(told)}


def _dates(at: At) -> Told:
    rows = at.taken_here("members", width=2)
    groups = dict(rows.tolist())
    found = [
        (
            groups[held.number],
            of_key(held.key),
            held.number,
            held.date.toordinal() if held.date else 0,
            held.by_agency,
        )
        for held in reports(at.folder, at.number, groups)
    ]
    given = np.array(found, dtype=np.int64).reshape(-1, 5)
    at.give(given, part_of(given[:, 0], at.parts))
    return {}


def _groups(at: At) -> Told:
    told: list[tuple[Any, ...]] = []
    number = 0
    for _, group in groupby(at.taken("dates", width=5).tolist(), key=lambda row: row[0]):
        number += 1
        inside = {key_of("d", key): (document, day, agency) for _, key, document, day, agency in group}
        first = first_of(
            Release(key, date.fromordinal(day) if day else None, bool(agency))
            for key, (_, day, agency) in inside.items()
        )
        role = "tie" if first.because is Because.TIE else "first"
        for key, (document, day, _) in sorted(inside.items()):
            published = date.fromordinal(day) if day else None
            told.append((first.keys[0], key, shard_of(document), published, role if key in first.keys else "copy"))
    written(COPIES, at.folder, at.number, sorted(told, key=lambda row: row[:2]))
    return {"groups": number, "members": len(told)}


STEPS: dict[str, Does] = {
    "keys": give_keys, "repeats": _repeats, "samples": _samples, "common": _common, "marks": _marks, "pairs": _pairs,
    "worth": _worth, "compare": _compare, "stars": round_of_stars, "members": members, "dates": _dates,
    "groups": _groups,
}  # fmt: skip


def _once(at: At, shard: int) -> Iterator[Held]:
    """The reports of a shard without those that came before."""
    repeats = repeated(at, shard)
    for held in reports(at.folder, shard):
        if held.number not in repeats:
            yield held


def _read(at: At, shard: int, wanted: set[int]) -> dict[int, tuple[Held, Own]]:
    """Reports of a shard with the words that count."""
    if not wanted:
        return {}
    common = _common_of(at, shard)
    return {
        held.number: (held, marked_by(cut_of(held.report), common[held.number]).own)
        for held in reports(at.folder, shard, wanted)
    }


def _common_of(at: At, shard: int) -> defaultdict[int, frozenset[int]]:
    """The boilerplate in each document of a shard that has some."""
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for number, group in groupby(at.of_shard("common", shard, width=2).tolist(), key=lambda row: row[0]):
        found[number] = frozenset(sample for _, sample in group)
    return found


def _together(members: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The pairs of those that share a mark."""
    if len(members) <= CROWD:
        yield from combinations(members, 2)
        return
    for place, member in enumerate(members):
        for other in members[place + 1 : place + 1 + NEAR]:
            yield member, other


def _group_sizes(rows: Rows) -> Rows:
    """For each of the sorted rows how many are equal to it."""
    if not len(rows):
        return np.empty(0, dtype=np.int64)
    _, places, counts = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    sizes: Rows = counts[places.reshape(-1)]
    return sizes


def _outlet(report: Report) -> int:
    digest = blake2b(report.outlet.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
