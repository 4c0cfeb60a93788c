"""Events in readable pairs: tests/golden/events.txt says what is found in a text, and in which nothing is."""

import pytest

import lagebild
from lagebild.model.event import Event, Party
from tests.golden_pairs import Pair, cases


def described(text: str, event: Event) -> str:
    actor, recipient = (code_of(party) for party in (event.actor, event.recipient))
    return f"{event.type} {actor} {recipient} {event.status} [{event.trigger.of(text)}]"


def code_of(party: Party | None) -> str:
    return party.code if party is not None else "-"


@pytest.mark.parametrize("pair", cases("events.txt"))
def test_a_text_holds_the_events_that_its_pair_lists_and_no_others(pair: Pair) -> None:
    events = lagebild.read(pair.text, language="de").events
    assert sorted(described(pair.text, event) for event in events) == sorted(pair.expected)
