"""Every row of the cue tables does in a whole reading what its example shows; what does not yet is listed.

tests/golden/cue_gaps.txt holds the examples that fail today, one a line. The list may only shrink: a row that is
not on it must pass, and one that passes must be struck from it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lagebild
from lagebild.language.cues import cues
from lagebild.language.load import Language
from lagebild.language.notation import MarkedExample, parse_example
from lagebild.model.attribution import Act, Attribution
from lagebild.model.span import Span

GAPS = Path(__file__).parents[2] / "golden" / "cue_gaps.txt"
MOST_GAPS = 60
# Examples of verbs whose addressee is missed or made up; may only shrink.
MOST_AIMED_AMISS = 15
CUES = cues(Language("de"))


class Row(NamedTuple):
    """A row of a cue table: what it is called in the list of gaps, its act, its example."""

    table: str
    act: Act
    example: str


def rows() -> Iterator[Row]:
    """Every row that reports."""
    yield from (Row("verb", v.act, v.example) for ways in CUES.verbs.values() for v in ways if v.act is not None)
    yield from (Row("noun", n.act, n.example) for n in CUES.nouns.values())
    yield from (Row("frame", f.act, f.example) for f in CUES.frames)


def gaps() -> list[str]:
    """The examples that are known to fail."""
    return [line for line in GAPS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def overlap(left: tuple[Span, ...], right: tuple[Span, ...]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)


def shows(marked: MarkedExample, act: Act, found: Attribution) -> bool:
    """Whether the attribution is the one that the example marks: its cue and act, and some of its content."""
    return found.act is act and overlap(found.cue, marked.cue) and overlap(found.content, marked.content)


def works(row: Row) -> bool:
    marked = parse_example(row.example)
    found = lagebild.read(marked.text, language="de").attributions
    return any(shows(marked, row.act, attribution) for attribution in found)


def test_every_example_is_found_but_those_that_are_listed() -> None:
    failing = {f"{row.table}: {row.example}" for row in rows() if not works(row)}
    known = set(gaps())
    assert sorted(failing - known) == [], "these rows no longer do what their examples show"
    assert sorted(known - failing) == [], f"these work now (or changed): strike them from {GAPS.name}"


def test_the_list_of_gaps_only_shrinks_and_names_each_row_once() -> None:
    listed = gaps()
    assert len(listed) == len(set(listed)) <= MOST_GAPS


def test_a_row_that_does_not_report_finds_nothing() -> None:
    examples = [v.example for ways in CUES.verbs.values() for v in ways if v.act is None]
    assert examples
    assert [example for example in examples if lagebild.read(example, language="de").attributions] == []


def aims(row: Row) -> bool:
    """Whether the addressee is the one that the example marks, or none as there; True where the row is a gap anyway."""
    marked = parse_example(row.example)
    found = [a for a in lagebild.read(marked.text, language="de").attributions if shows(marked, row.act, a)]
    if not found:
        return True
    to = found[0].to
    return to is None if marked.to is None else to is not None and to.overlaps(marked.to)


def test_the_addressee_is_the_one_that_the_example_marks() -> None:
    verbs = [row for row in rows() if row.table == "verb"]
    failing = [row.example for row in verbs if not aims(row)]
    assert len(failing) <= MOST_AIMED_AMISS, "\n".join(failing)
