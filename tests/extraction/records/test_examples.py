"""Every row of the tables of deals, breaches, threats and deployments is run by its example and its misfires."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import lagebild
from lagebild.language.load import Language
from lagebild.language.notation import Marks, parse_marks
from lagebild.language.ties import ties
from lagebild.language.wordings import Wording, wordings
from lagebild.model import Findings, Span

GAPS = Path(__file__).parents[2] / "golden" / "record_gaps.txt"
DE = Language("de")


class Told(NamedTuple):
    """What a record has under each kind of mark: trigger or tie, what is named, and the codes of its sides."""

    trigger: tuple[Span, ...]
    named: tuple[Span, ...]


def exchanges(found: Findings) -> Iterator[Told]:
    for record in found.exchanges:
        yield Told(record.tie, tuple(span for side in record.sides for span in side.gives))


def breaches(found: Findings) -> Iterator[Told]:
    for record in found.breaches:
        yield Told((record.trigger,), (record.violates,))


def threats(found: Findings) -> Iterator[Told]:
    for record in found.threats:
        yield Told((record.trigger,), (record.means,) if record.means else ())


def deployments(found: Findings) -> Iterator[Told]:
    for record in found.deployments:
        yield Told((record.trigger,), (record.forces,))


Records = Callable[[Findings], Iterator[Told]]
TABLES: dict[str, Records] = {
    "breach_words": breaches,
    "threat_words": threats,
    "deployment_words": deployments,
    "exchange_words": exchanges,
}


def rows(name: str) -> Iterator[Wording]:
    table = wordings(DE, name)
    for group in (table.verbs, table.nouns, table.endings, table.adjectives):
        for found in group.values():
            yield from found


def examples() -> Iterable[tuple[Records, str]]:
    for name, records in TABLES.items():
        yield from ((records, row.example) for row in rows(name))
    yield from ((exchanges, tie.example) for found in ties(DE).values() for tie in found)


def misfires() -> Iterable[tuple[Records, str]]:
    for name, records in TABLES.items():
        yield from ((records, text) for row in rows(name) for text in row.misfires)
    yield from ((exchanges, text) for found in ties(DE).values() for tie in found for text in tie.misfires)


def gaps() -> frozenset[str]:
    return frozenset(line for line in GAPS.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def cases(pairs: Iterable[tuple[Records, str]]) -> list[object]:
    known = gaps()
    missing = pytest.mark.xfail(strict=True, reason="golden/record_gaps.txt lists it")
    return [pytest.param(*pair, id=pair[1][:60], marks=[missing] if pair[1] in known else []) for pair in pairs]


def is_met(marks: Marks, told: Told) -> bool:
    """Whether the record has the marked trigger, and something of each marked part."""
    met = any(mark.overlaps(span) for mark in marks.spans["<"] for span in told.trigger)
    return met and all(any(mark.overlaps(span) for span in told.named) for mark in marks.spans["{"])


@pytest.mark.parametrize(("records", "example"), cases(examples()))
def test_an_example_is_read_as_its_marks_say(records: Records, example: str) -> None:
    marks = parse_marks(example)
    found = lagebild.read(marks.text, language="de")
    assert any(is_met(marks, told) for told in records(found)), list(records(found))


@pytest.mark.parametrize(("records", "text"), cases(misfires()))
def test_a_misfire_holds_no_record(records: Records, text: str) -> None:
    assert list(records(lagebild.read(text, language="de"))) == []
