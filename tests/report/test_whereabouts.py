"""Places on the page."""

from dataclasses import replace

from lagebild.report.layout import plain
from lagebild.report.whereabouts import places
from tests.report.situation import LABELS, situation


def printed(*, times: int = 1, most: int | None = None) -> str:
    found = situation()
    return "\n".join(plain(line) for line in places(replace(found, places=found.places * times), LABELS, 80, most=most))


def test_places_with_their_state_and_those_that_are_not_on_the_map_marked() -> None:
    assert printed() == "Places\n  Malmö (Schweden) · Sund (not located)"


def test_a_place_that_is_told_again_is_counted() -> None:
    assert "Malmö (Schweden) ×2" in printed(times=2)
