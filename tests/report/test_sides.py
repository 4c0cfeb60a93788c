"""What sides are called."""

import pytest

from lagebild.model.event import Party
from lagebild.report.sides import Sides
from tests.report.situation import LABELS, at, situation

SIDES = Sides(situation(), LABELS)


@pytest.mark.parametrize(
    ("party", "name"),
    [
        (Party("DNK", at("Kopenhagen")), "Dänemark"),
        (Party("DNK", at("Ada Kroll")), "Ada Kroll (Dänemark)"),
        (Party("SWE", at("Ada Kroll")), "Schweden"),
        (Party("UKR-CVL", None), "civilians (Ukraine)"),
        (Party("Taliban", None), "Taliban"),
        (Party("Al-Nusra", None), "Al-Nusra"),
        (None, "not named"),
    ],
)
def test_a_side_is_called_by_its_usual_name_and_a_person_by_hers(party: Party | None, name: str) -> None:
    assert SIDES.name(party) == name


def test_a_part_of_the_own_state_goes_without_its_name() -> None:
    assert SIDES.direction(Party("DNK", None), [Party("DNK-CVL", None)]) == "Dänemark → civilians"


def test_takers_stand_in_the_order_of_the_text_and_once() -> None:
    takers = [Party("NOR", at("Norwegen")), Party("SWE", at("Schweden")), Party("SWE", None)]
    assert SIDES.direction(Party("DNK", None), takers) == "Dänemark → Schweden, Norwegen"
