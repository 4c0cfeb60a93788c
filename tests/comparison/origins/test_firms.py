"""Firms that a report names."""

import pytest

from lagebild.comparison.origins.firms import firm_before, firms_in, is_firm_noun, may_be_firm
from tests.comparison.tellings import GERMAN

TEXT = "Der Flugzeughersteller Bluma Aero liefert. Die Holmbank prüft die Klage, der US-Konzern Renz nicht."


def test_a_firm_is_named_behind_a_noun_for_one_or_by_the_end_of_its_name() -> None:
    assert [firm.name for firm in firms_in(TEXT, GERMAN)] == ["Bluma Aero", "Holmbank", "Renz"]
    assert all(TEXT[firm.start :].startswith(firm.name) for firm in firms_in(TEXT, GERMAN))


def test_the_firm_meant_is_the_one_named_last() -> None:
    firms = firms_in(TEXT, GERMAN)
    assert firm_before(TEXT.index("prüft"), firms) == "Holmbank"
    assert firm_before(0, firms) is None
    assert firm_before(0, firms[:1]) == "Bluma Aero"


@pytest.mark.parametrize(
    ("word", "means"), [("Konzern", True), ("US-Konzerns", True), ("Netzbetreiber", True), ("Bank", False)]
)
def test_a_noun_for_a_firm_names_none(word: str, means: bool) -> None:
    assert is_firm_noun(word, GERMAN) is means


@pytest.mark.parametrize(("name", "may"), [("Bluma", True), ("Staatsanwaltschaft", False), ("Betriebsrat", False)])
def test_an_authority_is_no_firm(name: str, may: bool) -> None:
    assert may_be_firm(name, GERMAN) is may
