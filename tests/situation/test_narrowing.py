"""A situation is narrowed to actors, places and kinds of events in every section alike, and by nothing to itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.situation import Situation
from lagebild.report.briefing import briefing_of
from lagebild.situation.narrowing import Focus, choices, narrowed
from tests.situation.reports import situation

SECTIONS = (
    "key_points", "exchanges", "deployments", "threats", "breaches", "events", "positions", "figures", "network",
    "places", "contradictions", "single_origin", "interested", "claims",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Situation:
    return situation()


def test_nothing_narrows_nothing(whole: Situation) -> None:
    assert narrowed(whole, Focus()) is whole


def test_an_actor_leaves_what_that_actor_does_or_suffers(whole: Situation) -> None:
    code = "UZB"
    assert code in choices(whole).actors
    found = narrowed(whole, Focus(actors=(code,)))
    assert found.network
    assert all(code in (edge.actor, edge.recipient) for edge in found.network)
    assert all(code in (event.actor, event.recipient) for event in found.events)
    assert len(found.events) < len(whole.events)


def test_a_kind_of_event_leaves_no_other(whole: Situation) -> None:
    kind = choices(whole).types[-1]
    found = narrowed(whole, Focus(types=(kind,)))
    assert found.events
    assert all(kind in {telling.type for telling in event.support.tellings} for event in found.events)


def test_a_place_leaves_what_was_there(whole: Situation) -> None:
    for place in choices(whole).places:
        found = narrowed(whole, Focus(places=(place,)))
        assert place in {site.name for site in found.places}


@given(st.data())
def test_what_is_left_is_a_part_in_the_same_order_and_can_be_told(data: st.DataObject) -> None:
    everything = situation()
    offered = choices(everything)
    lists = [
        data.draw(st.lists(st.sampled_from((*names, "NOWHERE")), max_size=2)) for names in (
            offered.actors, offered.places, offered.types
        )
    ]  # fmt: skip
    focus = Focus(*map(tuple, lists))
    found = narrowed(everything, focus)
    for name in SECTIONS:
        there = list(getattr(everything, name))
        assert [item for item in there if item in getattr(found, name)] == list(getattr(found, name))
    assert narrowed(found, focus) == found or not focus
    briefing_of(found, language="de", drawn=True)
