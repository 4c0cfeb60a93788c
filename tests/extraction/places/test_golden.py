"""Places in readable pairs: tests/golden/places.txt."""

from pathlib import Path
from typing import NamedTuple

import pytest

import lagebild
from lagebild.model.place import Place

GOLDEN = Path(__file__).parents[2] / "golden" / "places.txt"


class Pair(NamedTuple):
    """A text and its places in words."""

    text: str
    expected: str
    gap: bool


def pairs() -> list[Pair]:
    found: list[Pair] = []
    text = ""
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith("> "):
            found.append(Pair(text.removeprefix("? "), line[2:], text.startswith("? ")))
        elif line and not line.startswith("#"):
            text = line
    return found


def words(place: Place, text: str) -> str:
    code = place.code or "?"
    if place.latitude is None and place.code:
        code += "?"
    return f"{place.span.of(text)} = {place.name} {place.kind} {code}"


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.text[:40])
def test_the_places_of_the_text_are_those_expected(pair: Pair) -> None:
    places = lagebild.read(pair.text, language="de").places
    found = "; ".join(words(place, pair.text) for place in places) or "-"
    assert (found == pair.expected) is not pair.gap, found


def test_there_are_places_and_names_that_are_none() -> None:
    expected = [pair.expected for pair in pairs()]
    assert len(expected) >= 40
    assert expected.count("-") >= 10
