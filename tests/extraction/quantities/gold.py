"""Reads tests/golden/quantities.tsv and scores what the stage finds against it."""

from pathlib import Path
from typing import NamedTuple

from lagebild.extraction.quantities.find import find_quantities
from lagebild.language.load import Language
from lagebild.model import Document, Findings, Quantity

GOLD = Path(__file__).parents[2] / "golden" / "quantities.tsv"
GERMAN = Language("de")


class Expected(NamedTuple):
    """One quantity in words: what the gold file says, what a found one comes down to."""

    words: str
    low: float | None
    high: float | None
    approximation: str
    unit: str
    counted: str
    whole: str


def found_in(text: str) -> tuple[Quantity, ...]:
    """What the stage finds in a text that nothing else has read."""
    return find_quantities(Findings(Document("test", text, "de")), GERMAN).quantities


def in_words(text: str) -> list[Expected]:
    """The same in the terms of the gold file."""
    return [
        Expected(
            item.span.of(text),
            _rounded(item.low),
            _rounded(item.high),
            item.approximation or "",
            item.unit or "",
            item.counted.of(text) if item.counted else "",
            item.part_of.of(text) if item.part_of else "",
        )
        for item in found_in(text)
    ]


def gold() -> list[tuple[str, list[Expected]]]:
    """Every sentence with what it holds."""
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
    return [(text, _expected(cell)) for text, _, cell in (line.partition("\t") for line in lines)]


def _expected(cell: str) -> list[Expected]:
    return [_one(item) for item in cell.split("; ") if item.strip()]


def _one(item: str) -> Expected:
    words, _, rest = item.partition(" = ")
    fields = [field.strip() for field in rest.split(", ")]
    value, approximation, unit, counted, whole = (fields + [""] * 5)[:5]
    low, dots, high = value.partition("..")
    if value == "?":
        low = high = ""
    elif not dots:
        high = low
    return Expected(words.strip(), _number(low), _number(high), approximation, unit, counted, whole)


def _number(written: str) -> float | None:
    return _rounded(float(written)) if written else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
