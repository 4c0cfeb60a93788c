"""The report for a person."""

from dataclasses import replace

import pytest

from lagebild.model.attribution import Form
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.figures import quantity_value
from lagebild.report.labels import labels
from lagebild.report.layout import plain, width_of
from lagebild.report.statements import by_speaker
from lagebild.report.terminal import report


def printed(findings: Findings, width: int = 80) -> str:
    return "\n".join(plain(line) for line in report(findings, width=width))


def test_statements_stand_under_their_speaker_with_act_form_and_exact_words(findings: Findings) -> None:
    page = printed(findings)
    assert "Ada Kroll · Hafenwächterin · 2 statements" in page
    assert "  says       quoted    „Wir öffnen nicht.“" in page
    assert "  says       indirect  Rund 40 Boote warteten … der Bootsmann habe" in page


def test_a_statement_inside_another_is_indented_beneath_it(findings: Findings) -> None:
    assert "                       ↳ Bootsmann warns (indirect): dass Eis komme" in printed(findings)


def test_a_pronoun_is_explained_and_a_name_is_not(findings: Findings) -> None:
    page = printed(findings)
    assert "sie: the last woman named" in page
    assert "full name" not in page


def test_doubt_is_shown(findings: Findings) -> None:
    assert "unsure (0.55)" in printed(findings)


def test_times_figures_furniture_and_notes_follow(findings: Findings) -> None:
    page = printed(findings)
    assert "am Montag  2031-01-06  Monday" in page
    assert "Rund 40 Boote  about 40  Boote" in page
    assert "Left out as page furniture (1): Mehr zum Thema" in page
    assert "! a note" in page


def test_the_headline_is_the_title_or_the_first_line(findings: Findings) -> None:
    assert printed(findings).startswith("Wächter: Schleuse bleibt zu\nDeichbote · Tuesday, 7 January 2031 · German")
    titled = replace(findings, document=replace(findings.document, title="Eis im Hafen"))
    assert printed(titled).startswith("Eis im Hafen\n")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(findings: Findings, width: int) -> None:
    assert all(width_of(plain(line)) <= width for line in report(findings, width=width))


def test_a_text_without_findings_says_so(findings: Findings) -> None:
    assert "Nothing found" in printed(Findings(document=findings.document))


def test_a_half_quoted_statement_keeps_both_quotation_marks(findings: Findings) -> None:
    text = findings.document.text
    start = text.index("sagte am Montag")
    partly = replace(
        findings.attributions[0], form=Form.MIXED, content=(Span(start, text.index("nicht.“") + len("nicht.")),)
    )
    assert "sagte am Montag: „Wir öffnen nicht.“" in printed(replace(findings, attributions=(partly,)))


def test_a_circle_of_statements_does_not_hang(findings: Findings) -> None:
    first, second, third = findings.attributions
    odd = replace(findings, attributions=(first, replace(second, within="a2"), third))
    assert len(by_speaker(odd)) == 1


@pytest.mark.parametrize(
    ("low", "high", "approximation", "unit", "text"),
    [
        (50_000, 50_000, "about", None, "about 50,000"),
        (3e9, 5e9, None, "EUR", "3 billion–5 billion EUR"),
        (150, None, "more_than", None, "more than 150"),
        (None, 20, "at_most", "km", "up to 20 km"),
        (2.5, 2.5, None, "%", "2.5 %"),
        (None, None, "vague", None, "some"),
        (1_234_567, 1_234_567, None, None, "1,234,567"),
    ],
)
def test_quantities_read_like_a_newspaper(
    findings: Findings, low: float | None, high: float | None, approximation: str | None, unit: str | None, text: str
) -> None:
    quantity = replace(findings.quantities[0], low=low, high=high, approximation=approximation, unit=unit)
    assert quantity_value(quantity, labels()) == text
