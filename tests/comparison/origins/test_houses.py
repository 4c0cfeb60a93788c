"""Which part of a government an office or a body belongs to."""

import pytest

from lagebild.comparison.origins.houses import house_of
from tests.comparison.tellings import GERMAN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verteidigungsminister", "das Pentagon"),
        ("US-Verteidigungsminister", "Verteidigungsministerium in Lima"),
        ("Vizeaußenminister", "ein Sprecher des Auswärtigen Amtes"),
        ("Kremlsprecher", "der Präsident"),
        ("des Weißen Hauses", "US-Präsident"),
        ("Regierungssprecherin", "Bundeskanzler"),
        ("Bundesfinanzministerin Ada Kroll", "Finanzministerium"),
    ],
)
def test_an_office_and_the_body_behind_it_are_one_house(one: str, other: str) -> None:
    assert house_of(one, GERMAN) == house_of(other, GERMAN) is not None


@pytest.mark.parametrize(
    "words", ["Geheimdienst", "Minister", "Präsident des Bundesamtes für Statistik", "Ada Kroll", ""]
)
def test_what_belongs_to_no_house_has_none(words: str) -> None:
    assert house_of(words, GERMAN) is None


def test_ministries_are_houses_of_their_own() -> None:
    assert house_of("Energieminister", GERMAN) != house_of("Außenminister", GERMAN)
