"""What voices say over time."""

import random

from lagebild.comparison.origins import Publications
from lagebild.comparison.positions import Position, Turn, positions_of
from lagebild.model.claim import Stance, Telling
from tests.comparison.tellings import GERMAN, claim, figure, telling

DENIES, DOUBTS = Stance.DENIES, Stance.DOUBTS


def positions(*told: Telling, together: bool = False) -> tuple[Position, ...]:
    return positions_of([claim(*told)], Publications(), GERMAN, together=together)


def turns(position: Position) -> list[tuple[str, str, str]]:
    return [(change.turn.value, change.one[0], change.other[0]) for change in position.changes]


def test_who_denied_and_now_admits_has_changed() -> None:
    (kroll,) = positions(
        telling("a", "2031-03-01", "Kroll", stance=DENIES),
        telling("b", "2031-03-04", "Kroll", stance=DOUBTS),
        telling("c", "2031-03-09", "Kroll"),
    )
    assert turns(kroll) == [("retreats", "b", "a"), ("admits", "c", "b")]
    assert kroll.changes[1].reason == ("Kroll now says that it is so, after leaving it open (2031-03-04 to 2031-03-09)")


def test_a_new_figure_is_a_change_and_one_said_before_is_none() -> None:
    (kroll,) = positions(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-04", "Kroll", figures=[figure(14_000)]),
        telling("c", "2031-03-09", "Kroll", figures=[figure(10_000)]),
    )
    assert turns(kroll) == [("figure", "b", "a")]
    assert kroll.changes[0].reason == "Kroll says 14,000, before 10,000 (2031-03-01 to 2031-03-04)"


def test_a_demand_is_dropped() -> None:
    (kroll,) = positions(
        telling("a", "2031-03-01", "Kroll", act="demand"),
        telling("b", "2031-03-04", "Kroll", stance=DENIES),
    )
    assert [change.turn for change in kroll.changes] == [Turn.DROPS]


def test_a_state_may_deny_by_one_mouth_and_admit_by_another() -> None:
    told = (
        telling("a", "2031-03-01", "Kroll", stance=DENIES, code="PER"),
        telling("b", "2031-03-04", "Bonn", code="PER"),
    )
    assert [position.changes for position in positions(*told)] == [(), ()]
    (peru,) = positions(*told, together=True)
    assert (peru.name, turns(peru)) == ("PER", [("admits", "b", "a")])
    assert "Bonn (PER; before: Kroll)" in peru.changes[0].reason


def test_one_statement_in_many_documents_is_one() -> None:
    (kroll,) = positions(*(telling(key, "2031-03-01", "Kroll") for key in "abc"))
    assert [statement.documents for statement in kroll.statements] == [("a", "b", "c")]


def test_a_document_without_a_day_changes_nothing() -> None:
    (kroll,) = positions(telling("a", None, "Kroll", stance=DENIES), telling("b", "2031-03-04", "Kroll"))
    assert kroll.changes == ()


def test_the_order_of_tellings_changes_nothing() -> None:
    told = [
        telling(key, f"2031-03-0{day}", voice, stance=stance)
        for key, day, voice, stance in (
            ("a", 1, "Kroll", DENIES), ("b", 2, "Bonn", DOUBTS), ("c", 3, "Kroll", Stance.ASSERTS),
            ("d", 3, "Bonn", DENIES), ("e", 5, "Kroll", DOUBTS),
        )
    ]  # fmt: skip
    expected = positions(*told)
    random.Random(1).shuffle(told)
    assert positions(*told) == expected
