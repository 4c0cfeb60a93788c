"""The briefing's own words in either language."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from lagebild.errors import UsageError
from lagebild.model.claim import Claim, Origin, Voice, VoiceKind
from lagebild.model.situation import Counts, Scope, Situation, Source
from lagebild.report.briefing.wording import LANGUAGES, Wording, labels, names_in, number_words, span_words
from tests.report.briefing.drawing.pieces import TELLING, value, wording


def _keys(table: dict[str, Any], before: str = "") -> set[str]:
    found = set()
    for name, entry in table.items():
        found |= _keys(entry, f"{before}{name}.") if isinstance(entry, dict) else {before + name}
    return found


def test_every_language_has_the_same_words() -> None:
    folder = files("lagebild") / "resources" / "labels" / "briefing"
    tables = [tomllib.loads((folder / f"{code}.toml").read_text("utf-8")) for code in LANGUAGES]
    assert _keys(tables[0]) == _keys(tables[1])


def test_a_language_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="de, en"):
        labels("fr")


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (1_500, "1.500", "1,500"), (0.5, "0,5", "0.5"), (1_000_000, "1 Million", "1 million"),
        (2_500_000, "2,5 Millionen", "2.5 million"), (10_900, "10.900", "10,900"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_in_the_language(number: float, german: str, english: str) -> None:
    assert number_words(number, labels("de")) == german
    assert number_words(number, labels("en")) == english


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-10-01", "2024-10-31", "Oktober 2024"), ("2024-01-01", "2024-12-31", "2024"),
        ("2024-10-08", "2024-10-13", "8. Okt. 2024 bis 13. Okt. 2024"), ("9999-12-01", "9999-12-31", None),
    ],
)  # fmt: skip
def test_whole_months_and_years_go_by_their_names(first: str, last: str, told: str | None) -> None:
    assert told is None or span_words(first, last, labels("de")) == told
    span_words(first, last, labels("de"))


def test_values_have_their_approximation_and_range() -> None:
    words = wording()
    assert words.value(value(10_000, 10_000, approximation="about")) == "rund 10.000"
    assert words.value(value(8_000, 12_000)) == "8.000–12.000"
    assert words.value(value(3_000, None, approximation="more_than")) == "mehr als 3.000"
    assert words.value(value(None, None)) == ""


def test_sides_have_names_in_the_readers_language() -> None:
    assert wording("de").side("PRK") == "Nordkorea"
    assert wording("en").side("PRK") == "North Korea"
    assert wording("de").side("PRK-CVL") == "Zivilisten (Nordkorea)"
    assert wording("de").side("Rebellen") == "Rebellen"
    assert wording("de").side(None) == "nicht genannt"
    assert names_in("en")["DEU"] == "Germany"


def test_a_state_that_speaks_is_called_as_in_the_readers_language() -> None:
    assert (wording("de").called("Nordkorea"), wording("en").called("Nordkorea")) == ("Nordkorea", "North Korea")
    assert wording("en").called("Ada Kroll") == "Ada Kroll"
    origin = Origin("Russland", "state RUS", "nowhere", (), "")
    assert wording("en").origins([origin]) == "one origin only: Russia"


def test_only_a_house_that_speaks_itself_is_called_a_newsroom() -> None:
    told = replace(TELLING, voice=Voice(VoiceKind.OUTLET, "Tagesblick"))
    claim = Claim("c1", told.words, told.ref, (told,))
    source = Source("d1", None, "Tagesblick", None, "2031-03-03", None, "de", None)
    words = Wording(
        Situation(Scope(), None, None, Counts(1, 1, 1, 0, 1, 0), documents=(source,), claims=(claim,)), "de"
    )
    own = Origin("Tagesblick", "outlet tagesblick", told.ref, (told.ref,), "")
    ministry = Origin("Verteidigungsministerium", "m", told.ref, (told.ref,), "")
    assert words.origins([own]) == "nur eine Redaktion: Tagesblick, 3. März 2031"
    assert words.origins([ministry]) == "nur ein Ursprung: Verteidigungsministerium, 3. März 2031"
