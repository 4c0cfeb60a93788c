"""Golden files of texts and what is found in them.

A text on a line, "> " before each thing that it holds, "? " before a text that is not read right yet, "==" before a
heading, "¶" for a new paragraph.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parent / "golden"


class Pair(NamedTuple):
    """A text and what is found in it; `gap` where it is not read right yet."""

    text: str
    gap: bool
    expected: list[str]


def pairs(name: str) -> list[Pair]:
    """The pairs of the golden file of this name."""
    found: list[Pair] = []
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line.startswith(">"):
            found[-1].expected.append(line[1:].strip())
        elif line and not line.startswith(("#", "==")):
            found.append(Pair(line.removeprefix("? ").replace(" ¶ ", "\n\n"), line.startswith("? "), []))
    return found


def cases(name: str) -> list[object]:
    """The pairs as cases of a test; a gap must fail, so that a mended one is noticed."""
    gap = pytest.mark.xfail(strict=True, reason=f"golden/{name} marks it as a gap")
    return [pytest.param(pair, id=pair.text[:50], marks=[gap] if pair.gap else []) for pair in pairs(name)]
