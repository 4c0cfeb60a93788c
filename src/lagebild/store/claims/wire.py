"""What is compared of a document's tellings, packed and unpacked."""

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from lagebild.comparison.claims.matter import Count, Matter, Report


def packed(matters: Iterable[Matter]) -> bytes:
    """All matters of one document, in order, each on a line, behind one with what the report is of and what stands for
    the words of each telling; the document's key and day are not in it, nor the words."""
    told = list(matters)
    rows: list[Any] = [
        [dict(told[0].topic), dict(told[0].recurring), [item.text for item in told]] if told else [{}, {}, []]
    ]
    rows += [
        [
            item.start, sorted(item.sides), sorted(item.lent), sorted(item.acts), sorted(item.things),
            sorted(item.moods), sorted(item.owners), dict(sorted(item.concepts.items())),
            dict(sorted(item.context.items())), sorted(item.deeds), item.actor, item.recipient, sorted(item.places),
            item.counts, item.first_day, item.last_day, sorted(item.named), sorted(item.main), item.is_nominal,
            sorted(item.grounds), item.is_region, item.period, item.passing, item.means, item.is_meant, item.head,
            item.voice, item.stance, dict(sorted(item.units.items())), sorted(item.maybe),
        ]
        for item in told
    ]  # fmt: skip
    lines = "\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return zlib.compress(lines.encode("utf-8"), 6)


class Packed:
    """The matters of one document; each is made when it is asked for, as most are never compared."""

    def __init__(self, data: bytes, document: str, day: str | None) -> None:
        first, *self._lines = zlib.decompress(data).decode("utf-8").split("\n")
        self.document, self.day = document, day
        self.topic: dict[str, float]
        self._recurring: dict[str, int]
        self.topic, self._recurring, self._texts = json.loads(first)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._lines)

    def matter(self, number: int) -> Matter:
        """That of the telling of this number."""
        return _matter(json.loads(self._lines[number]), self, number, self._recurring, self._texts[number])

    def text(self, number: int) -> str | None:
        """What stands for the words of the telling of this number, which two that are copies have in common."""
        text: str | None = self._texts[number]
        return text

    def all(self) -> list[Matter]:
        """All of them, in order."""
        return [self.matter(number) for number in range(len(self))]


def _matter(row: list[Any], report: Report, number: int, recurring: Mapping[str, int], text: str | None) -> Matter:
    return Matter(
        document=report.document,
        number=number,
        start=row[0],
        day=report.day,
        sides=frozenset(row[1]),
        lent=frozenset(row[2]),
        acts=frozenset(row[3]),
        things=frozenset(row[4]),
        moods=frozenset(row[5]),
        owners=frozenset(row[6]),
        concepts=row[7],
        context=row[8],
        deeds=frozenset(row[9]),
        actor=row[10],
        recipient=row[11],
        places=frozenset(row[12]),
        counts=tuple(Count(*count) for count in row[13]),
        first_day=row[14],
        last_day=row[15],
        named=frozenset(row[16]),
        main=frozenset(row[17]),
        is_nominal=row[18],
        grounds=frozenset(row[19]),
        is_region=row[20],
        period=row[21],
        passing=row[22],
        means=row[23],
        is_meant=row[24],
        text=text,
        topic=report.topic,
        recurring=recurring,
        head=row[25],
        voice=row[26],
        stance=row[27],
        units=row[28],
        maybe=frozenset(row[29]),
    )
