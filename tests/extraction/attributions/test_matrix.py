"""Source, cue and content are found whatever the verb, the order of words, the kind of source and the quotation marks.

tests/golden/matrix_gaps.txt holds the sentences that are not read right yet; the list may only shrink.
"""

from pathlib import Path

import lagebild
from lagebild.model.span import Span
from tests.extraction.attributions.matrix import Case, cases

GAPS = Path(__file__).parents[2] / "golden" / "matrix_gaps.txt"
MOST_GAPS = 20


def is_read(case: Case) -> bool:
    """Whether an attribution has exactly the source, the cue and the content that the sentence marks."""
    shift = len(case.before) + 1 if case.before else 0
    text = f"{case.before} {case.example.text}" if case.before else case.example.text

    def at(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start + shift, end + shift) for start, end in spans)

    source = at((case.example.source,) if case.example.source else ())
    wanted = (source, at(case.example.cue), at(case.example.content))
    return any(
        ((a.source,) if a.source else (), a.cue, a.content) == wanted
        for a in lagebild.read(text, language="de").attributions
    )


def test_every_sentence_is_read_right_but_those_that_are_listed() -> None:
    failing = {case.marked for case in cases() if not is_read(case)}
    known = {line for line in GAPS.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    assert sorted(failing - known) == [], "these sentences are no longer read right"
    assert sorted(known - failing) == [], f"these are read right now: strike them from {GAPS.name}"


def test_the_list_of_gaps_only_shrinks() -> None:
    lines = [line for line in GAPS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(set(lines)) <= MOST_GAPS
