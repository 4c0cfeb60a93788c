"""Pages that ask for consent are told from reports on such pages."""

from typing import Any

import pytest

from lagebild.language.load import Language
from lagebild.reading.formats.consent import asks_for_consent

RULES: dict[str, Any] = Language("de").rules("pages")["consent"]
PURPOSE = (
    "Informationen über Ihre Aktivitäten auf diesem Dienst, z. B. ausgefüllte Formulare, können auf Ihrem Gerät "
    "gespeichert und mit anderen Daten über Sie verbunden werden. "
)


@pytest.mark.parametrize("text", RULES["examples"])
def test_a_wall_is_told_however_it_is_worded(text: str) -> None:
    assert asks_for_consent(text)


@pytest.mark.parametrize("text", RULES["not"])
def test_a_report_that_tells_of_consent_is_none(text: str) -> None:
    assert not asks_for_consent(text)


def test_a_long_list_of_purposes_is_a_wall_too_and_a_report_under_a_banner_is_none() -> None:
    wall = "Mit Ihrer Zustimmung geht es weiter. " + PURPOSE * 40
    assert asks_for_consent(wall)
    assert not asks_for_consent("Ada Kroll hält die Schleuse zu, sagte sie am Montag. " * 100 + wall)


def test_of_a_page_that_says_it_is_a_report_more_has_to_ask() -> None:
    text = "Wir brauchen Ihre Zustimmung zu Cookies, sonst geht es hier nicht weiter. Der Deich hält, sagte Ada Kroll."
    assert asks_for_consent(text)
    assert not asks_for_consent(text, described=True)


def test_nothing_asks_for_nothing() -> None:
    assert not asks_for_consent("")
    assert not asks_for_consent("\n \n")
