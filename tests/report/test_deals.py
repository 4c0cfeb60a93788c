"""Deals on the page."""

from dataclasses import replace

from lagebild.model.exchange import Exchange, Side
from lagebild.report.deals import deals
from lagebild.report.layout import plain
from tests.report.situation import DEAL, DENMARK, LABELS, at, situation


def printed(*items: Exchange) -> str:
    return "\n".join(plain(line) for line in deals(replace(situation(), exchanges=items), LABELS, 80))


def test_each_direction_has_its_line_and_the_last_one_says_what_ties_them_and_who_vouches() -> None:
    assert printed(DEAL) == (
        "Deals\n  Dänemark → Schweden: zwölf Boote\n  Schweden → Dänemark: Holz\n  [“dafür” · says Ada Kroll]"
    )


def test_a_side_that_nobody_names_is_said_to_be_so() -> None:
    half = replace(DEAL, sides=(Side(DENMARK, (at("zwölf Boote"),)), Side(None, (at("Holz"),))))
    assert "  Dänemark: zwölf Boote\n  not named → Dänemark: Holz" in printed(half)


def test_no_deal_no_section() -> None:
    assert printed() == ""
