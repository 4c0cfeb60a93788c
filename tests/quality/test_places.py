"""The measure of places counts what it says."""

from collections import Counter
from typing import Any

from lagebild.model.place import Place, PlaceKind
from lagebild.model.span import Span
from quality.places import figures, judged


def place(start: int, end: int, code: str, latitude: float | None = 1.0) -> Place:
    return Place(Span(start, end), "X", PlaceKind.CITY, code, latitude, latitude, latitude, "", "", 0.9)


def annotated(start: int, end: int, code: str | None, *, optional: bool = False) -> dict[str, Any]:
    return {"start": start, "end": end, "code": code, "kind": "city", "optional": optional}


def test_a_place_is_right_where_words_and_country_agree() -> None:
    gold = [annotated(0, 5, "RUS"), annotated(10, 15, "UKR"), annotated(20, 25, None), annotated(30, 35, "DEU")]
    counts = judged([place(0, 5, "RUS"), place(10, 15, "RUS"), place(20, 25, "DEU")], gold)
    assert counts == Counter(resolved=3, right=2, kind=2, needed=4, found=2)


def test_an_optional_place_is_neither_wrong_nor_missed() -> None:
    gold = [annotated(0, 5, "RUS", optional=True)]
    assert judged([place(0, 5, "RUS")], gold)["right"] == 1
    assert judged([], gold)["needed"] == 0


def test_a_place_without_a_point_is_not_counted_as_resolved() -> None:
    counts = judged([place(0, 5, "RUS", None)], [annotated(0, 5, "RUS")])
    assert (counts["resolved"], counts["found"]) == (0, 1)
    assert figures(Counter()) == {"right of resolved": 0.0, "kind of right": 0.0, "recall": 0.0}
