"""The interface is complete in each of its languages."""

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.alike import for_and_against
from lagebild.web.reasons import reason_in
from lagebild.web.words import LANGUAGES, chosen, tongue

TEMPLATES = Path(__file__).parents[2] / "src" / "lagebild" / "web" / "templates"
FREE = ("reasons.",)
"""Tables that need not have the same keys: what is English already needs no translation."""


def flat(table: Any, before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in table.items():
        found |= flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return found


def holes(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    return sorted(
        str(name)
        for part in parts
        if isinstance(part, str)
        for _, name, _, _ in Formatter().parse(part)
        if name is not None
    )


@pytest.mark.parametrize("table", ["words", "labels"])
def test_every_language_has_the_same_words_with_the_same_holes(table: str) -> None:
    first, *others = [flat(getattr(tongue(code), table)) for code in LANGUAGES]
    for other in others:
        same = {name for name in first | other if not name.startswith(FREE)}
        assert {name for name in same if name not in first or name not in other} == set()
        assert {name for name in same if holes(first[name]) != holes(other[name])} == set()


def test_nothing_on_a_page_is_left_untranslated() -> None:
    """Words between tags stand in the tables, not in the templates."""
    allowed = {"Lagebild", "JSON", "DE", "EN"}
    for path in sorted(TEMPLATES.rglob("*.html")):
        page = re.sub(r"\{% block kind %\}.*?\{% endblock %\}", " ", path.read_text("utf-8"))
        plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", page, flags=re.S)
        plain = re.sub(r"<code>.*?</code>|<kbd>.*?</kbd>", " ", plain, flags=re.S)
        plain = re.sub(r"<[^>]*>", " ", plain, flags=re.S)
        assert set(re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", plain)) - allowed == set(), path.name


def test_numbers_and_days_are_written_as_each_language_does() -> None:
    german, english = tongue("de"), tongue("en")
    assert (german.number(12345.5), english.number(12345.5)) == ("12.345,5", "12,345.5")
    assert (german.day("2031-03-13"), english.day("2031-03-13")) == ("13. März 2031", "13 March 2031")
    assert german.count("documents", 1) == "1 Bericht"
    assert german.count("documents", 2000) == "2.000 Berichte"


def test_the_language_is_the_one_asked_for_then_the_one_kept_then_the_one_read() -> None:
    assert chosen("en", "de", "de") == "en"
    assert chosen("fr", "en", "de") == "en"
    assert chosen(None, None, "fr-FR, en-GB;q=0.8, de;q=0.9") == "de"
    assert chosen(None, None, "") == "de"


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_browser_says_there_is_a_language(kept: str, accepted: str) -> None:
    assert chosen(None, kept, accepted) in LANGUAGES


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Ada Kroll and Bo Lind: 11,000 is not 8,000", "Ada Kroll und Bo Lind: 11.000 steht gegen 8.000"),
        ("Bo Lind: 1,250.5 is not 2.5", "Bo Lind: 1.250,5 steht gegen 2,5"),
        ("Bo Lind: “11,000” is not 800", "Bo Lind: „11,000“ steht gegen 800"),
    ],
)
def test_numerals_in_reasons_have_the_marks_of_the_language_but_not_in_words_of_reports(reason: str, told: str) -> None:
    assert reason_in(reason, tongue("de")) == told
    assert reason_in(reason, tongue("en")) == reason


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("of other deeds of which they find it", "sie finden es von anderen Taten"),
        ("but perhaps of other deeds", "aber vielleicht handeln sie von anderen Taten"),
        (
            "it has the word of an unnamed source (“ein Diplomat”) from Bergbote, whom its report cites",
            "hat das Wort einer ungenannten Quelle („ein Diplomat“) von Bergbote, auf die ihr Bericht sich beruft",
        ),
    ],
)
def test_reasons_are_told_in_german_to_the_last_word(reason: str, told: str) -> None:
    assert reason_in(reason, tongue("de")) == told


def test_states_and_bodies_in_reasons_have_names_but_not_in_words_of_reports() -> None:
    reason = "both speak of “RUS” and name UKR-CVL, UN and RUS"
    assert (
        reason_in(reason, tongue("de")) == "beide sprechen von „RUS“ und nennen Bevölkerung (Ukraine), UN und Russland"
    )
    assert reason_in(reason, tongue("en")) == "both speak of “RUS” and name civilians (Ukraine), UN and Russia"


def test_a_reason_says_what_speaks_for_a_pair_and_what_against_it() -> None:
    reason = "both name RUS; but of other people; their reports have much in common; but only one says where"
    assert for_and_against(reason) == (
        "both name RUS; their reports have much in common", "of other people; only one says where",
    )  # fmt: skip
    assert for_and_against("both tell it in the same words") == ("both tell it in the same words", "")


def test_reasons_are_told_in_german_and_names_in_them_stay() -> None:
    german = tongue("de")
    told = reason_in("goes on with who spoke before: “der Belgier”: the last subject that agrees", german)
    assert told == "spricht weiter, wer vorher sprach: „der Belgier“: das letzte Subjekt, das passt"
    assert reason_in("the surname of Ada Kroll", german) == "der Nachname von Ada Kroll"
    assert reason_in("something new", german) == "something new"
    assert reason_in("the surname of Ada Kroll", tongue("en")) == "the surname of Ada Kroll"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            "NIS and Kreml: about 10,000 is not at least 3,000",
            "NIS und Kreml: etwa 10.000 steht gegen mindestens 3.000",
        ),
        (
            "Ada (HAF; before: Bo) now denies it, after leaving it open (2031-03-01 to 2031-03-04)",
            "Ada (HAF; zuvor: Bo) bestreitet es nun und hatte es offengelassen (2031-03-01 bis 2031-03-04)",
        ),
        (
            "both speak of “Tag and Nacht” and “Eis” and name RUS; but only one says where",
            "beide sprechen von „Tag and Nacht“ und „Eis“ und nennen Russland; aber nur eine sagt, wo",
        ),
    ],
)
def test_what_stands_in_the_holes_of_a_reason_is_told_too_but_no_quoted_word(reason: str, told: str) -> None:
    assert reason_in(reason, tongue("de")) == told
