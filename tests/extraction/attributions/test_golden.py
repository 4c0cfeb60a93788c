"""Attributions in readable pairs: what tests/golden/attributions.txt says is found, and nothing else."""

from pathlib import Path

import pytest

import lagebild
from tests.extraction.attributions.golden import described

GOLDEN = Path(__file__).parents[2] / "golden" / "attributions.txt"


def _pairs() -> list[tuple[str, list[str]]]:
    pairs: list[tuple[str, list[str]]] = []
    for block in GOLDEN.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        text = "\n".join(line for line in lines if not line.startswith(">"))
        if text:
            pairs.append((text, [line[1:].strip() for line in lines if line.startswith(">")]))
    return pairs


@pytest.mark.parametrize(("text", "expected"), _pairs(), ids=lambda value: value[:50] if isinstance(value, str) else "")
def test_the_attributions_of_a_text_are_those_that_its_pair_lists(text: str, expected: list[str]) -> None:
    found = lagebild.read(text, language="de").attributions
    assert sorted(described(text, attribution) for attribution in found) == sorted(expected)
