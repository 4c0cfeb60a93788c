"""A name means one place throughout a report, unless the words beside it say otherwise."""

import lagebild

NEAR = "Sie reiste durch die Ukraine. In Odessa traf sie die Händler. In Odessa blieb sie. "


def codes(text: str) -> list[str | None]:
    return [place.code for place in lagebild.read(text, language="de").places if place.name == "Odessa"]


def test_a_country_named_in_between_does_not_move_the_town() -> None:
    assert codes(NEAR + "Auch die USA zahlten. In Odessa wurde gebaut.") == ["UKR", "UKR", "UKR"]


def test_a_country_beside_the_name_does() -> None:
    assert codes(NEAR + "Auch die USA zahlten. In Odessa (Texas) wurde gebaut.") == ["UKR", "UKR", "USA"]
