"""Events in readable pairs: tests/golden/events.txt says what is found in a text, and in which nothing is."""

from pathlib import Path
from typing import NamedTuple

import pytest

import lagebild
from lagebild.model.event import Event, Party

GOLDEN = Path(__file__).parents[2] / "golden" / "events.txt"


class Pair(NamedTuple):
    """A text and the events in it; `gap` where it is not read right yet."""

    text: str
    gap: bool
    expected: list[str]


def pairs() -> list[Pair]:
    found: list[Pair] = []
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith(">"):
            found[-1].expected.append(line[1:].strip())
        elif line and not line.startswith(("#", "==")):
            found.append(Pair(line.removeprefix("? ").replace(" ¶ ", "\n\n"), line.startswith("? "), []))
    return found


def cases() -> list[object]:
    gap = pytest.mark.xfail(strict=True, reason="golden/events.txt marks it as a gap")
    return [pytest.param(pair, id=pair.text[:50], marks=[gap] if pair.gap else []) for pair in pairs()]


def described(text: str, event: Event) -> str:
    actor, recipient = (code_of(party) for party in (event.actor, event.recipient))
    return f"{event.type} {actor} {recipient} {event.status} [{event.trigger.of(text)}]"


def code_of(party: Party | None) -> str:
    return party.code if party is not None else "-"


@pytest.mark.parametrize("pair", cases())
def test_a_text_holds_the_events_that_its_pair_lists_and_no_others(pair: Pair) -> None:
    events = lagebild.read(pair.text, language="de").events
    assert sorted(described(pair.text, event) for event in events) == sorted(pair.expected)
