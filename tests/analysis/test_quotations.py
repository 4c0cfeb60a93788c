"""Quotations: every style of marks, nested, over paragraphs; a stray mark costs only itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.quotations import LONGEST, quotations_in
from lagebild.language.load import Language

GERMAN = Language("de")


def quoted(text: str) -> list[tuple[str, int]]:
    return [(text[q.inner.start : q.inner.end], q.depth) for q in quotations_in(text, GERMAN)]


@pytest.mark.parametrize(
    "text", ["„Ja“", "„Ja”", '„Ja"', '"Ja"', "“Ja”", "»Ja«", "«Ja»", "‚Ja‘", "‚Ja’", "›Ja‹", "‹Ja›", "''Ja''", "``Ja''"]
)
def test_every_style_is_read(text: str) -> None:
    assert quoted(f"Er sagte: {text}.") == [("Ja", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Er sagte ‚ja‘.“", [("Er sagte ‚ja‘.", 0), ("ja", 1)]),
        ('"Er sagte „ja“."', [("Er sagte „ja“.", 0), ("ja", 1)]),
        ("„Das ist „nicht“ wahr“", [("Das ist „nicht“ wahr", 0), ("nicht", 1)]),
        ("„Wort“, sagte er, „mehr“", [("Wort", 0), ("mehr", 0)]),
        ("„A“„B“", [("A", 0), ("B", 0)]),
        ("„ Ja “ sagte er", [(" Ja ", 0)]),
        ('Die "Bild"-Zeitung "sagt" es', [("Bild", 0), ("sagt", 0)]),
    ],
)
def test_quotations_nest_and_follow_each_other(text: str, expected: list[tuple[str, int]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    ['Ein 5" Rohr und „Ja“.', "Er sagte „offen. Nichts.\n\nNeu: „Ja“.", "Rock 'n' Roll und ‚Ja‘", "“ Das “ „Ja“"],
)
def test_a_stray_mark_costs_only_itself(text: str) -> None:
    assert ("Ja", 0) in quoted(text)


def test_a_quotation_that_each_paragraph_takes_up_again_is_one() -> None:
    assert quoted("„Absatz eins.\n\n„Absatz zwei.“ Ende") == [("Absatz eins.\n\n„Absatz zwei.", 0)]


def test_a_mark_that_never_closes_swallows_no_page() -> None:
    assert quoted("„" + "wort " * LONGEST + "“") == []


@given(st.text(alphabet="„“”\"»«‚‘’›‹' \nab.,:", max_size=60))
def test_marks_in_any_order_pair_up_without_crossing(text: str) -> None:
    found = quotations_in(text, GERMAN)
    for one in found:
        assert 0 <= one.outer.start < one.inner.start <= one.inner.end < one.outer.end <= len(text)
        for other in found:
            inside = one.outer.start <= other.outer.start and other.outer.end <= one.outer.end
            around = other.outer.start <= one.outer.start and one.outer.end <= other.outer.end
            assert inside or around or one.outer.end <= other.outer.start or other.outer.end <= one.outer.start


def test_a_mark_that_never_closes_holds_nothing() -> None:
    assert quoted('Er sagt, "es taut. Sie sagt: "Nein." Und: "Bald."') == [("Nein.", 0), ("Bald.", 0)]
