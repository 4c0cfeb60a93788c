"""Breaches on the page."""

from dataclasses import replace

from lagebild.report.breaches import breaches
from lagebild.report.layout import plain
from tests.report.situation import BREACH, DENMARK, LABELS, situation


def test_where_nobody_is_named_the_act_is_what_violates() -> None:
    assert [plain(line) for line in breaches(situation(), LABELS, 120)] == [
        "Breaches of rules",
        "  einer Sperre des Sunds: verstoße … das Seerecht [source not named]",
    ]


def test_who_violates_which_rule_by_what() -> None:
    found = replace(situation(), breaches=(replace(BREACH, who=DENMARK),))
    assert [plain(line) for line in breaches(found, LABELS, 120)][1] == (
        "  Dänemark: verstoße … das Seerecht · by einer Sperre des Sunds [source not named]"
    )
