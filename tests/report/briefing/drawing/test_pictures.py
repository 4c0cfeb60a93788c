"""Every picture is well-formed, says what it shows, is the same each time, and lets no markup through."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from lagebild.model.situation import Balance, Certainty, Gift
from lagebild.report.briefing.drawing import (
    deals_picture,
    figures_picture,
    map_picture,
    network_picture,
    outlines,
    pictures_css,
    timeline_picture,
)
from tests.report.briefing.drawing.pieces import HOSTILE, SAID, SUPPORT, edge, happening, site, value, wording

WORDS = wording()
BALANCE = Balance(
    "b1",
    ("PRK", "RUS"),
    ((Gift("g1", "PRK", "RUS", HOSTILE, True, SUPPORT),), (Gift("g2", "RUS", "PRK", "Öl", False, SAID),)),
    ("dafür",),
    SUPPORT,
)
EVENTS = (
    happening("2031-03-01", "2031-03-01", words=HOSTILE), happening("2031-02-01", "2031-02-28"), happening(None, None),
    happening("1990-01-01", "1990-12-31"),
)  # fmt: skip
EDGES = (edge("PRK", "RUS", "supplies"), edge("RUS", "PRK", "supports", SAID), edge("NATO", HOSTILE, "accuses"))
VALUES = (
    value(10_000, 10_000, voice=HOSTILE), value(8_000, 12_000, "2031-03-05"),
    value(3_000, None, "2031-03-07", approximation="at_least"), value(None, 50, "2031-03-07", approximation="at_most"),
    value(11_000, 11_000, "2031-03-08", approximation="about", standing="outlier", part_of="12.000"),
    value(7, 7, None),
)  # fmt: skip
SITES = (site(HOSTILE, 51.7, 36.2), site("Sibirien", 60.0, 100.0, reach=1500.0), site("Nirgends", None, None))
PICTURES: dict[str, Callable[[], str | None]] = {
    "deals": lambda: deals_picture(BALANCE, WORDS),
    "figures": lambda: figures_picture(VALUES, WORDS, title=HOSTILE, low=3_000, high=12_000),
    "map": lambda: map_picture(SITES, WORDS, title=HOSTILE),
    "network": lambda: network_picture(EDGES, WORDS, title=HOSTILE),
    "timeline": lambda: timeline_picture(EVENTS, WORDS, title=HOSTILE),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_says_what_it_shows(name: str) -> None:
    drawn = PICTURES[name]()
    assert drawn is not None
    root = etree.fromstring(drawn)
    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert root.findtext("s:title", namespaces=space)
    assert root.findtext("s:desc", namespaces=space)


@pytest.mark.parametrize("name", PICTURES)
def test_no_markup_no_style_and_no_address_comes_into_a_picture(name: str) -> None:
    drawn = PICTURES[name]() or ""
    assert "<script" not in drawn
    assert "style" not in drawn.replace("font-style", "")
    assert re.findall(r'https?://(?!www\.w3\.org/2000/svg")', drawn) == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_each_time(name: str) -> None:
    assert PICTURES[name]() == PICTURES[name]()


def test_the_network_does_not_depend_on_the_order_in_which_equal_relations_come() -> None:
    assert network_picture(EDGES, WORDS, title="x") == network_picture(tuple(EDGES), WORDS, title="x")


def test_what_is_uncertain_is_dashed() -> None:
    sure = replace(BALANCE, gifts=(BALANCE.gifts[0], ()))
    assert "lb-unsure" not in deals_picture(sure, WORDS)
    assert "stroke-dasharray" in deals_picture(BALANCE, WORDS)


def test_what_only_may_be_is_not_drawn_as_a_relation() -> None:
    possible = replace(SUPPORT, certainty=Certainty.POSSIBLE)
    assert network_picture([edge("PRK", "RUS", "attacks", possible)], WORDS, title="x") is None


def test_open_figures_have_arrows_and_rough_ones_are_hollow() -> None:
    drawn = figures_picture([value(3_000, None, approximation="at_least")], WORDS, title="x") or ""
    assert "lb-open" in drawn
    rough = figures_picture([value(3_000, 3_000, approximation="about")], WORDS, title="x") or ""
    assert "lb-hollow" in rough
    assert "lb-open" not in rough


def test_an_event_before_the_picture_stands_at_its_edge_with_an_arrow() -> None:
    assert "lb-open" in (timeline_picture(EVENTS, WORDS, title="x") or "")


def test_without_anything_to_draw_there_is_no_picture() -> None:
    assert figures_picture([value(7, 7, None)], WORDS, title="x") is None
    assert timeline_picture([happening(None, None, told=None)], WORDS, title="x") is None
    assert network_picture([], WORDS, title="x") is None
    assert map_picture([site("Nirgends", None, None)], WORDS, title="x") is None


def test_a_map_without_outlines_has_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.report.briefing.drawing.map.countries", lambda: ())
    drawn = map_picture(SITES, WORDS, title="x") or ""
    assert "lb-land" not in drawn
    assert drawn.count("lb-spot") == 2


def test_a_map_with_outlines_draws_the_countries_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    square = ((30.0, 45.0), (60.0, 45.0), (60.0, 60.0), (30.0, 60.0))
    far = tuple((x - 120, y - 80) for x, y in square)
    made = tuple(
        outlines.Country("RUS", (ring,), ring[0][0], ring[0][1], ring[2][0], ring[2][1]) for ring in (square, far)
    )
    monkeypatch.setattr("lagebild.report.briefing.drawing.map.countries", lambda: made)
    drawn = map_picture([site("Kursk", 51.7, 36.2)], WORDS, title="x") or ""
    assert drawn.count('class="lb-land"') == 1


def test_an_outline_across_the_date_line_becomes_two() -> None:
    country = outlines._country("FJI", [[(179.0, -16.0), (-179.0, -16.0), (-179.0, -17.0), (179.0, -17.0)]])
    assert len(country.rings) == 2
    assert all(abs(x - y) <= 2 for ring in country.rings for (x, _), (y, _) in pairwise(ring))


def test_the_colours_have_a_dark_and_a_printed_form() -> None:
    css = pictures_css()
    assert "prefers-color-scheme: dark" in css
    assert "@media print" in css
