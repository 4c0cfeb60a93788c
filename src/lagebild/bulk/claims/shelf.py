"""Shelf: what the documents of a shard tell, written once, to be looked up by whoever compares them.

00000012.told        for each document that tells something: its matters; what it owes to others, its tellings in words
00000012.index.npy   for each of these where its first telling stands in the shard, where its parts begin, key and day
"""

import io
import json
import mmap
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lagebild.bulk.exchange.numbers import key_of, number_of, of_key, row_of, shard_of
from lagebild.bulk.places import put
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import Told
from lagebild.comparison.origins import Publication
from lagebild.model.claim import Figure, Stance, Telling, Voice, VoiceKind
from lagebild.model.span import Span
from lagebild.store.claims.publications import publication_in, publication_on_wire
from lagebild.store.claims.wire import Packed, packed

_SHARDS, _DOCUMENTS = 32, 2_000
"""So many files and documents are kept open at a time; a document takes some twenty kilobytes."""
BETWEEN = " … "
"""Stands in the words of a telling for what lies between its spans."""
_IN_WORDS = 200
"""The same for documents with their words."""


class Said(NamedTuple):
    """What is told of a telling: what names it, and the values of its rows, those of `tellings` without claim; behind
    them, and behind those of a figure, what no table has."""

    ref: str
    row: list[Any]
    figures: list[list[Any]]


class InWords(NamedTuple):
    """A document as one that came out, and its tellings."""

    publication: Publication
    said: list[Said]


class Writer:
    """Takes what the documents of a shard tell, one after the other."""

    def __init__(self, folder: Path, shard: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{shard:08}.told"
        self._draft = folder / f".{shard:08}.told.part"
        self._file = self._draft.open("wb")
        self._index: list[tuple[int, int, int, int, int]] = []
        self._tellings = 0

    def add(self, told: Sequence[Told], text: str, publication: Publication) -> int:
        """A document's tellings; returns the place of the first in the shard."""
        first = self._tellings
        document, day = told[0].telling.document, told[0].telling.day
        matters = packed(item.matter for item in told)
        said = [_said(item.telling, text) for item in told]
        owed = [publication.outlet, publication.group, publication_on_wire(publication)]
        words = json.dumps([owed, said], separators=(",", ":"), ensure_ascii=True).encode("ascii")
        begins = self._file.tell()
        self._file.write(matters)
        self._file.write(zlib.compress(words, 6))
        known = (of_key(document), date.fromisoformat(day).toordinal() if day else 0)
        self._index.append((first, begins, begins + len(matters), *known))
        self._tellings += len(told)
        return first

    def close(self, *, whole: bool) -> None:
        """They count when both files are there."""
        ends = self._file.tell()
        self._file.close()
        if not whole:
            self._draft.unlink(missing_ok=True)
            return
        self._draft.replace(self._path)
        rows = np.array([*self._index, (self._tellings, ends, ends, 0, 0)], dtype=np.int64)
        put(self._path.with_suffix(".index.npy"), _npy(rows))


class Shelf:
    """What all shards tell, looked up by the numbers of tellings (`numbers.number_of`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: OrderedDict[int, _Shard] = OrderedDict()
        self._matters: OrderedDict[tuple[int, int], Packed] = OrderedDict()
        self._in_words = lru_cache(_IN_WORDS)(self._read)

    def matter(self, telling: int) -> Matter:
        """What is compared of it."""
        shard = self._shard(shard_of(telling))
        place, number = shard.found(row_of(telling))
        held = self._matters.get((shard.number, place))
        if held is None:
            held = self._matters[shard.number, place] = shard.matters(place)
            if len(self._matters) > _DOCUMENTS:
                self._matters.popitem(last=False)
        else:
            self._matters.move_to_end((shard.number, place))
        return held.matter(number)

    def said(self, telling: int) -> Said:
        """What is told of it."""
        place, number = self._shard(shard_of(telling)).found(row_of(telling))
        return self._in_words(shard_of(telling), place).said[number]

    def publication(self, telling: int) -> Publication:
        """Its document as one that came out."""
        place, _ = self._shard(shard_of(telling)).found(row_of(telling))
        return self._in_words(shard_of(telling), place).publication

    def all_said(self, shard: int) -> Iterator[tuple[int, Said]]:
        """Number and words of each telling of a shard, in their order."""
        held = self._shard(shard)
        for place in range(held.documents):
            first = held.first(place)
            for number, said in enumerate(held.in_words(place).said):
                yield number_of(shard, first + number), said

    def _read(self, shard: int, place: int) -> InWords:
        return self._shard(shard).in_words(place)

    def _shard(self, number: int) -> "_Shard":
        held = self._shards.get(number)
        if held is None:
            held = self._shards[number] = _Shard(self._folder, number)
            if len(self._shards) > _SHARDS:
                _, oldest = self._shards.popitem(last=False)
                oldest.close()
        self._shards.move_to_end(number)
        return held


class _Shard:
    """The two files of a shard."""

    def __init__(self, folder: Path, number: int) -> None:
        self.number = number
        self._index = np.load(folder / f"{number:08}.index.npy")
        self.documents = len(self._index) - 1
        with (folder / f"{number:08}.told").open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.documents else None

    def found(self, row: int) -> tuple[int, int]:
        """The document of a telling, and the telling's number in it."""
        place = int(np.searchsorted(self._index[:, 0], row, side="right")) - 1
        return place, row - self.first(place)

    def first(self, place: int) -> int:
        """The first telling of a document."""
        return int(self._index[place, 0])

    def matters(self, place: int) -> Packed:
        """Those of a document."""
        _, start, end, key, day = self._index[place].tolist()
        return Packed(self._bytes(start, end), key_of("d", key), _day(day))

    def in_words(self, place: int) -> InWords:
        """The document in words."""
        _, _, start, key, day = self._index[place].tolist()
        data = self._bytes(start, int(self._index[place + 1, 1]))
        (outlet, group, owed), said = json.loads(zlib.decompress(data))
        publication = publication_in(key_of("d", key), _day(day), outlet, group, owed)
        return InWords(publication, [Said(*item) for item in said])

    def close(self) -> None:
        """Lets go of the file."""
        if self._data is not None:
            self._data.close()

    def _bytes(self, start: int, end: int) -> bytes:
        assert self._data is not None, "a shard without documents has no tellings to be looked up"
        return self._data[start:end]


def telling_of(said: Said) -> Telling:
    """The telling again."""
    document, kind, record, spans, day, stance, act, *more = said.row
    voice, voice_kind, code, identity, via, sides, type, actor, recipient, first, last, place, country, *behind = more
    records, body, at = behind
    return Telling(
        document=document,
        kind=kind,
        record=record,
        spans=tuple(Span(start, end) for start, end, _ in spans),
        words=BETWEEN.join(words for _, _, words in spans),
        day=day,
        voice=Voice(VoiceKind(voice_kind), voice, identity, code, tuple(via), body),
        stance=Stance(stance),
        type=type,
        actor=actor,
        recipient=recipient,
        first_day=first,
        last_day=last,
        place=place,
        country=country,
        figures=tuple(_figure(*item) for item in said.figures),
        sides=tuple(sides),
        act=act,
        records=tuple(records),
        at=at,
    )


def _said(telling: Telling, text: str) -> list[Any]:
    voice = telling.voice
    spans = [[span.start, span.end, span.of(text)] for span in telling.spans]
    row = [
        telling.document, telling.kind, telling.record, spans, telling.day, telling.stance.value, telling.act,
        voice.name, voice.kind.value, voice.code, voice.identity, list(voice.via), list(telling.sides), telling.type,
        telling.actor, telling.recipient, telling.first_day, telling.last_day, telling.place, telling.country,
        list(telling.records), voice.body, telling.at,
    ]  # fmt: skip
    figures = [[item.span.start, item.span.end, item.span.of(text), *_of_figure(item)] for item in telling.figures]
    return [telling.ref, row, figures]


def _of_figure(item: Figure) -> tuple[Any, ...]:
    return item.low, item.high, item.approximation, item.unit, item.counted, item.part_of


def _figure(start: int, end: int, words: str, *told: Any) -> Figure:
    del words
    low, high, approximation, unit, counted, part_of = told
    return Figure(
        Span(start, end), low, high, approximation, unit, counted, Span(*part_of) if part_of is not None else None
    )


def _day(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def _npy(rows: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, rows, allow_pickle=False)
    return file.getvalue()
