import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.extraction.quantities.find import find_quantities
from lagebild.extraction.quantities.words import words
from lagebild.model import Document, Findings, Furniture, Span, Timex
from tests.extraction.quantities.gold import GERMAN, Expected, found_in, gold, in_words

FLOOR = 0.97
"""F1 with every field right; rises with the stage."""

PIECES = st.sampled_from(
    (
        *("ein", "eine", "zwei", "hundert", "tausend", "Millionen", "Mio.", "Euro", "%", "€", "$", "-", "–", "bis"),
        *(
            "zwischen",
            "und",
            "rund",
            "bis zu",
            "mehr als",
            "darunter",
            "davon",
            "3",
            "17",
            "2015",
            "1.000",
            "50",
            "000",
        ),
        *("0,5", "12:30", "der", "Menschen", "jeder", "vierte", "Hälfte", "die", "plus", "minus", ".", ",", "(", ")"),
        *("\n", "\u00a0"),
    )
)


def examples() -> Iterator[tuple[str, list[str]]]:
    rules: dict[str, Any] = GERMAN.rules("quantities")
    sections = [part for section in rules.values() for part in (section if isinstance(section, list) else [section])]
    for section in sections:
        for example in section.get("examples", ()):
            text, _, expected = example.partition("|")
            yield text.strip(), [span.strip() for span in expected.split(";") if span.strip()]


@pytest.mark.parametrize(("text", "expected"), list(examples()))
def test_every_example_beside_a_rule_holds(text: str, expected: list[str]) -> None:
    assert [item.words for item in in_words(text)] == expected


def test_the_golden_sentences_are_read_with_every_field_right() -> None:
    pairs = [(in_words(text), expected) for text, expected in gold()]
    right = sum(item in expected for found, expected in pairs for item in found)
    f1 = 2 * right / sum(len(found) + len(expected) for found, expected in pairs)
    assert f1 >= FLOOR


def test_a_part_points_at_the_span_of_its_whole() -> None:
    whole, part = found_in("Das Heer verlor rund 900 Pferde, unter ihnen etwa 40 junge Fohlen.")
    assert part.part_of == whole.span
    assert whole.part_of is None


def test_siblings_are_parts_of_the_same_whole() -> None:
    whole, first, second = found_in("Im Bus saßen 20 Leute, darunter drei Kinder und fünf Hunde.")
    assert first.part_of == second.part_of == whole.span


def test_a_range_shares_the_scale_and_the_unit_of_its_end() -> None:
    assert in_words("zwischen 700 und 900 Millionen Euro") == [
        Expected("zwischen 700 und 900 Millionen Euro", 7e8, 9e8, "", "EUR", "", "")
    ]
    assert in_words("900.000 bis 1,2 Millionen Euro")[0][1:3] == (9e5, 1.2e6)


def test_what_the_times_stage_found_is_left_alone() -> None:
    text = "Es dauerte zwölf lange Sitzungen und zwei Pausen."
    timex = Timex(Span(11, 32), "DURATION", None, "vague", True, None, "test", 1.0)
    findings = Findings(Document("d", text, "de"), timexes=(timex,))
    assert [item.span.of(text) for item in find_quantities(findings, GERMAN).quantities] == ["zwei"]


def test_nothing_is_found_in_page_furniture() -> None:
    text = "Lesen Sie auch: 10 Tipps\nDort stehen 30 Bäume."
    findings = Findings(Document("d", text, "de"), furniture=(Furniture(Span(0, 24), "teaser"),))
    assert [item.span.of(text) for item in find_quantities(findings, GERMAN).quantities] == ["30"]


def test_quantities_already_there_are_replaced_not_doubled() -> None:
    findings = Findings(Document("d", "Dort stehen 30 Bäume.", "de"))
    once = find_quantities(findings, GERMAN)
    assert find_quantities(replace(once), GERMAN) == once


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_lie_in_the_text_in_order_whatever_stands_there(text: str) -> None:
    end = 0
    for item in found_in(text):
        assert end <= item.span.start < item.span.end <= len(text)
        assert item.counted is None or item.span.end <= item.counted.start < item.counted.end <= len(text)
        assert item.low is None or item.high is None or item.low <= item.high
        end = item.span.end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(item.span.of(text).strip() for item in found_in(text))


@pytest.mark.parametrize(
    "unit", ["1", "1.", "1 ", "zwei ", "hundert", "ein ", "1-", "rund ", "1,", "zwei und ", "½", "1.000"]
)
def test_a_long_line_takes_time_in_proportion_to_its_length(unit: str) -> None:
    """A quadratic pattern would take minutes here; the bound is generous so that a busy machine does not fail it."""
    words(GERMAN)
    began = time.perf_counter()
    found_in(unit * (60_000 // len(unit)))
    assert time.perf_counter() - began < 20


def test_a_rate_keeps_its_unit_though_the_times_stage_found_its_end() -> None:
    text = "Die Leitung schafft 50 Megabit pro Sekunde."
    timex = Timex(Span(31, 42), "SET", None, "vague", True, None, "test", 1.0)
    findings = Findings(Document("d", text, "de"), timexes=(timex,))
    assert [item.unit for item in find_quantities(findings, GERMAN).quantities] == ["Mbit/s"]
