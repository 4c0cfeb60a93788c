"""Every row of the event lexicon does in a whole reading what its example shows; what does not yet is listed.

tests/golden/event_gaps.txt holds the examples that fail today, one a line: "+" an example that is not found, "-" a
sentence in which the row finds what it must not. The list may only shrink: a row that is not on it must pass, and one
that passes must be struck from it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import lagebild
from lagebild.language.happenings import happenings
from lagebild.language.load import Language
from lagebild.language.notation import parse_marks
from lagebild.model.event import Event, EventType, Party
from lagebild.model.span import Span

GAPS = Path(__file__).parents[2] / "golden" / "event_gaps.txt"
MOST_GAPS = 18
"""How many there are; lower it with the list."""
LEXICON = happenings(Language("de"))


class Row(NamedTuple):
    """What a row of the lexicon shows."""

    type: EventType | None
    example: str
    misfires: tuple[str, ...]


def rows() -> Iterator[Row]:
    for ways in LEXICON.verbs.values():
        yield from (Row(row.type, row.example, row.misfires) for row in ways)
    for noun in (*LEXICON.nouns.values(), *LEXICON.endings.values()):
        yield Row(noun.type, noun.example, noun.misfires)


@cache
def events_of(text: str) -> tuple[Event, ...]:
    return lagebild.read(text, language="de").events


def names(party: Party | None, marked: tuple[Span, ...]) -> bool:
    """Whether the side stands under the marks; anybody does where nobody is marked."""
    if not marked:
        return True
    return party is not None and party.span is not None and any(party.span.overlaps(span) for span in marked)


def works(row: Row) -> bool:
    text, marks = parse_marks(row.example)
    return any(
        event.type is row.type
        and any(event.trigger.overlaps(span) for span in marks["<"])
        and names(event.actor, marks["["])
        and names(event.recipient, marks["("])
        for event in events_of(text)
    )


def misfires(row: Row, text: str) -> bool:
    return any(row.type in (None, event.type) for event in events_of(text))


def failing() -> set[str]:
    found = {f"+ {row.example}" for row in rows() if row.example and not works(row)}
    return found | {f"- {text}" for row in rows() for text in row.misfires if misfires(row, text)}


def gaps() -> list[str]:
    return [line for line in GAPS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_every_example_is_found_but_those_that_are_listed() -> None:
    now, known = failing(), set(gaps())
    assert sorted(now - known) == [], "these rows no longer do what their examples show"
    assert sorted(known - now) == [], f"these work now (or changed): strike them from {GAPS.name}"


def test_the_list_of_gaps_only_shrinks_and_names_each_row_once() -> None:
    listed = gaps()
    assert len(listed) == len(set(listed)) <= MOST_GAPS
