"""Pairs that are tied have their score, found with less than it takes to score all."""

from itertools import combinations

import pytest

from lagebild.comparison.claims import tying as module
from lagebild.comparison.claims.alike import LOOSE, by_firm, by_rules, score_of
from lagebild.comparison.claims.joining import TIED
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.claims.tying import Tying
from tests.comparison.claims.reports import GERMAN, REPORTS, held, holding

AGAIN = {
    "e": ("2031-03-05", "Kasachstan will 800 Soldaten nach Tadschikistan schicken. Usbekistan verlangt ihren Abzug."),
    "f": ("2033-03-05", "Kasachstan hat 800 Soldaten nach Tadschikistan geschickt, sagte der Präsident Usbekistans."),
    "g": (None, "Tadschikistan baut am Pandsch einen Staudamm, der Strom für Kasachstan liefern soll."),
}


@pytest.fixture(scope="module")
def told() -> list[Matter]:
    reports = [holding(name) for name in REPORTS] + [
        held(name, day, "Bote", text) for name, (day, text) in AGAIN.items()
    ]
    return [item.matter for report in reports for item in told_in(report, GERMAN)]


@pytest.mark.parametrize("remembered", [1, module.MANY])
def test_what_ties_has_its_score_and_all_else_none(
    remembered: int, told: list[Matter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", remembered)
    tying, tied = Tying(), 0
    for one, other in combinations(told, 2):
        score = score_of(one, other)
        assert tying.tie(one, other) == (score if score >= TIED else 0.0)
        if one.text is None or one.text != other.text:
            assert not (score and tying.cannot_tie(one, other))
        tied += score >= TIED
    assert tied


def test_of_a_pair_that_nothing_firm_keeps_apart_only_loose_differences_take_anything(told: list[Matter]) -> None:
    kinds = {by_firm(one, other) == 1 for one, other in combinations(told, 2)}
    assert kinds == {True, False}
    for one, other in combinations(told, 2):
        if by_firm(one, other) == 1:
            assert by_rules(one, other, differences=LOOSE) == by_rules(one, other)
