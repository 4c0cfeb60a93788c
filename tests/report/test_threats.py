"""Threats on the page."""

from dataclasses import replace

from lagebild.model.event import Status
from lagebild.report.layout import plain
from lagebild.report.threats import threats
from tests.report.situation import LABELS, THREAT, situation


def test_who_threatens_whom_with_what_under_which_condition() -> None:
    assert [plain(line) for line in threats(situation(), LABELS, 120)] == [
        "Threats",
        "  Dänemark → Norwegen: droht … mit einer Sperre des Sunds · condition: falls Oslo nicht zahlt [possible]",
    ]


def test_a_threat_to_nobody_named_has_no_arrow() -> None:
    bare = replace(THREAT, to=(), means=None, condition=None, status=Status.FACT)
    found = replace(situation(), threats=(bare,))
    assert [plain(line) for line in threats(found, LABELS, 120)][1] == "  Dänemark: droht"
