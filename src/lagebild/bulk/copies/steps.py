"""The steps by which copies are found, each a job on one shard of the result or on one part of what was exchanged.

keys      shard  the key of each document                          -> by key
repeats   part   documents that are there several times            -> back to their shards
samples   shard  the sample of each report's shingles              -> by outlet and sample
common    part   samples in many reports of an outlet              -> back to their shards
marks     shard  bands and samples without boilerplate             -> by mark
pairs     part   pairs of documents that share a mark              -> by pair
worth     part   pairs that share enough                           -> to the shard of the first
compare   shard  what the two are to each other: the table `pairs` -> by document, for copies
stars     part   who belongs together, a round                     -> by document
members   part   which group each document is in                   -> back to their shards
dates     shard  when each member came out                         -> by group
groups    part   who was first: the table `copies`
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import numpy as np

from lagebild.bulk.copies import shuffle
from lagebild.bulk.copies.shuffle import Rows, columns, part_of
from lagebild.bulk.copies.tables import COPIES, PAIRS, REPEATS, written
from lagebild.bulk.copies.texts import BITS, Held, keys, reports, shard_of
from lagebild.bulk.folder import Folder
from lagebild.bulk.places import writing
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
    """Does the step of that name, and yields what the next one wants to know."""
    del payload
    at = _At(header)
    with writing(at.folder.path):
        told = STEPS[header["step"]](at)
    yield Frame({"kind": "result", "result": told})


class _At:
    """One step under way: on which shard or part, and between which folders."""

    def __init__(self, header: dict[str, Any]) -> None:
        self.folder = Folder(Path(header["out"]))
        self.number: int = header["number"]
        self.parts: int = header["parts"]
        self._step: str = header["step"]
        self._round: str = header.get("round", "")
        self._before: str = header.get("before", "")

    def taken(self, step: str, *, width: int, part: int | None = None) -> Rows:
        """What came here from an earlier step."""
        return shuffle.read(self._work(step), self.number if part is None else part, width=width)

    def taken_here(self, step: str, *, width: int) -> Rows:
        """What came back to this shard; others' rows come by the same part."""
        return self.of_shard(step, self.number, width=width)

    def of_shard(self, step: str, shard: int, *, width: int) -> Rows:
        """What went back to a shard, the documents' numbers first."""
        rows = self.taken(step, width=width, part=shard % self.parts)
        ours: Rows = rows[(rows[:, 0] >> BITS) == shard]
        return ours

    def give(self, rows: Rows, part: Rows) -> None:
        """Hands rows on to the next step."""
        shuffle.write(self._work(self._step + self._round), self.number, rows, part, self.parts)

    def home(self, documents: Rows) -> Rows:
        """The parts by which rows go back to their shards."""
        parts: Rows = (documents >> BITS) % self.parts
        return parts

    @property
    def before(self) -> str:
        """The step whose rows a round goes on with."""
        return self._before

    def _work(self, step: str) -> Path:
        return self.folder.path / "copies-work" / step


def _keys(at: _At) -> dict[str, Any]:
    found = [(int(key[1:], 16) - (1 << 63), number) for number, key in keys(at.folder, at.number)]
    rows = columns([key for key, _ in found], [number for _, number in found])
    at.give(rows, part_of(rows[:, 0], at.parts))
    return {"documents": len(found)}


def _repeats(at: _At) -> dict[str, Any]:
    rows = at.taken("keys", width=2)
    again = np.zeros(len(rows), dtype=bool)
    again[1:] = rows[1:, 0] == rows[:-1, 0]
    first = rows[np.maximum.accumulate(np.where(again, 0, np.arange(len(rows)))), 1]
    at.give(rows[again][:, 1:], at.home(rows[again][:, 1]))
    told = [
        (f"d{int(key) + (1 << 63):016x}", shard_of(int(number)), shard_of(int(one)))
        for (key, number), one in zip(rows[again], first[again], strict=True)
    ]
    written(REPEATS, at.folder, at.number, told)
    return {"repeats": len(told)}


def _samples(at: _At) -> dict[str, Any]:
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


def _common(at: _At) -> dict[str, Any]:
    rows = at.taken("samples", width=3)
    many = _group_sizes(rows[:, :2]) > MANY
    back = rows[many][:, [2, 1]]
    at.give(back, at.home(back[:, 0]))
    return {}


def _marks(at: _At) -> dict[str, Any]:
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


def _pairs(at: _At) -> dict[str, Any]:
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


def _worth(at: _At) -> dict[str, Any]:
    rows = at.taken("pairs", width=5).tolist()
    worth: list[tuple[int, int]] = []
    for pair, group in groupby(rows, key=lambda row: (row[0], row[1])):
        told = list(group)
        if any(row[2] for row in told) or enough_shared(sum(row[3] for row in told), told[0][4]):
            worth.append(pair)
    found = np.array(worth, dtype=np.int64).reshape(-1, 2)
    at.give(found, at.home(found[:, 0]))
    return {"candidates": len(worth)}


def _compare(at: _At) -> dict[str, Any]:
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


def _stars(at: _At) -> dict[str, Any]:
    """A round of "large star" and "small star" (Kiveris et al. 2014) in turn: every document ends at the smallest."""
    rows = np.unique(at.taken(at.before, width=2), axis=0)
    large = at.before == "compare" or at.before.endswith("small")
    given: list[tuple[int, int]] = []
    for document, group in groupby(rows.tolist(), key=lambda row: row[0]):
        near = [row[1] for row in group]
        smallest = min(document, *near)
        moved = [other for other in near if (other > document) == large]
        moved += [] if large else [document]
        for other in moved:
            if other != smallest:
                given += [(other, smallest), (smallest, other)]
    found = np.unique(np.array(given, dtype=np.int64).reshape(-1, 2), axis=0)
    at.give(found, part_of(found[:, 0], at.parts))
    # Sums over all parts stay the same from one pair of rounds to the next when nothing moves any more.
    with np.errstate(over="ignore"):
        mixed = (rows[:, 0].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) ^ rows[:, 1].astype(np.uint64)
        mixed = mixed * np.uint64(0xD1B54A32D192ED03)
        return {"rows": len(rows), "sum": int(np.bitwise_xor.reduce(mixed)) if len(rows) else 0}


def _members(at: _At) -> dict[str, Any]:
    rows = at.taken(at.before, width=2)
    told = [
        (document, min(document, *(row[1] for row in group)))
        for document, group in groupby(rows.tolist(), key=lambda row: row[0])
    ]
    found = np.array(told, dtype=np.int64).reshape(-1, 2)
    at.give(found, at.home(found[:, 0]))
    return {"members": len(told)}


def _dates(at: _At) -> dict[str, Any]:
    rows = at.taken_here("members", width=2)
    groups = dict(rows.tolist())
    found = [
        (
            groups[held.number],
            int(held.key[1:], 16) - (1 << 63),
            held.number,
            held.date.toordinal() if held.date else 0,
            held.by_agency,
        )
        for held in reports(at.folder, at.number, groups)
    ]
    given = np.array(found, dtype=np.int64).reshape(-1, 5)
    at.give(given, part_of(given[:, 0], at.parts))
    return {}


def _groups(at: _At) -> dict[str, Any]:
    told: list[tuple[Any, ...]] = []
    number = 0
    for _, group in groupby(at.taken("dates", width=5).tolist(), key=lambda row: row[0]):
        number += 1
        members = {f"d{key + (1 << 63):016x}": (document, day, agency) for _, key, document, day, agency in group}
        first = first_of(
            Release(key, date.fromordinal(day) if day else None, bool(agency))
            for key, (_, day, agency) in members.items()
        )
        role = "tie" if first.because is Because.TIE else "first"
        for key, (document, day, _) in sorted(members.items()):
            published = date.fromordinal(day) if day else None
            told.append((first.keys[0], key, shard_of(document), published, role if key in first.keys else "copy"))
    written(COPIES, at.folder, at.number, sorted(told, key=lambda row: row[:2]))
    return {"groups": number, "members": len(told)}


STEPS: dict[str, Callable[[_At], dict[str, Any]]] = {
    "keys": _keys, "repeats": _repeats, "samples": _samples, "common": _common, "marks": _marks, "pairs": _pairs,
    "worth": _worth, "compare": _compare, "stars": _stars, "members": _members, "dates": _dates, "groups": _groups,
}  # fmt: skip


def _once(at: _At, shard: int) -> Iterator[Held]:
    """The reports of a shard without those that came before."""
    repeats = set(at.of_shard("repeats", shard, width=1)[:, 0].tolist())
    for held in reports(at.folder, shard):
        if held.number not in repeats:
            yield held


def _read(at: _At, shard: int, wanted: set[int]) -> dict[int, tuple[Held, Own]]:
    """Reports of a shard with the words that count."""
    if not wanted:
        return {}
    common = _common_of(at, shard)
    return {
        held.number: (held, marked_by(cut_of(held.report), common[held.number]).own)
        for held in reports(at.folder, shard, wanted)
    }


def _common_of(at: _At, shard: int) -> defaultdict[int, frozenset[int]]:
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
