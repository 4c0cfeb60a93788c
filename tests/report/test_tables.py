"""The tables of times and figures."""

import time
from dataclasses import replace

from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex
from lagebild.report.labels import labels
from lagebild.report.layout import plain, width_of
from lagebild.report.tables import figures, times

TEXT = "Am 5. Mai kamen 300 Boote, im März keines, seit Wochen und Wochen. Zwei der alten, langsamen Boote sanken."


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def date(words: str, value: str | None, type: str = "DATE", nth: int = 0) -> Timex:
    return Timex(at(words, nth), type, value, "day", True, None, "rule", 0.9)


def count(words: str, value: float, counted: Span | None, part_of: Span | None = None) -> Quantity:
    return Quantity(at(words), value, value, None, None, counted, part_of, "rule", 0.9)


FOUND = Findings(
    document=Document(id="boote", text=TEXT, language="de"),
    timexes=(
        date("5. Mai", "2031-05-05"),
        date("März", "2031-03"),
        date("Wochen", "PXW", "DURATION"),
        date("Wochen", "PXW", "DURATION", 1),
    ),
    quantities=(count("300", 300, at("Boote")), count("Zwei", 2, at("Boote", 1), at("300"))),
)


def lines(section: object, found: Findings, width: int = 80) -> list[str]:
    return [plain(line) for line in section(found, labels(), width)]  # type: ignore[operator]


def test_times_are_in_the_order_of_the_calendar_and_vague_ones_last() -> None:
    assert lines(times, FOUND) == [
        "Times",
        "  March 2031          März",
        "  Monday, 5 May 2031  5. Mai",
        "  vague: Wochen ×2",
    ]


def test_two_expressions_for_one_day_share_a_line() -> None:
    twice = (*FOUND.timexes[:2], replace(FOUND.timexes[2], type="DATE", value="2031-03"))
    assert "  March 2031          März, Wochen" in lines(times, replace(FOUND, timexes=twice))


def test_a_figure_stands_with_what_it_counts_and_its_whole() -> None:
    assert lines(figures, FOUND) == [
        "Figures",
        "  300 Boote",
        "  Zwei der alten, langsamen Boote  2  of 300",
    ]


def test_a_figure_far_from_what_it_counts_leaves_out_what_stands_between() -> None:
    far = replace(FOUND, quantities=(count("300", 300, at("Boote", 1)),))
    assert lines(figures, far)[1] == "  300 … Boote"


def test_the_innermost_statement_that_holds_a_figure_gives_it(findings: Findings) -> None:
    outer, inner = findings.attributions[1], findings.attributions[2]
    text = findings.document.text
    eis = Span(text.index("Eis"), text.index("Eis") + 3)
    told = replace(findings.quantities[0], span=eis, counted=None)
    both = replace(findings, quantities=(findings.quantities[0], told), attributions=(outer, inner))
    assert [line.split("  ")[-1] for line in lines(figures, both)[1:]] == ["says Ada Kroll", "warns Bootsmann"]


def test_figures_in_a_long_report_find_their_sources_in_time(findings: Findings) -> None:
    said, number = findings.attributions[0], findings.quantities[0]
    many = [Span(at, at + 1) for at in range(20_000)]
    long = replace(
        findings,
        document=replace(findings.document, text="7" * 20_000),
        attributions=tuple(replace(said, content=(span,)) for span in many),
        quantities=tuple(replace(number, span=span, counted=None, low=at, high=at) for at, span in enumerate(many)),
    )
    begun = time.perf_counter()
    assert len(lines(figures, long)) == 20_001
    assert time.perf_counter() - begun < 20


def test_nothing_gives_no_section() -> None:
    nothing = Findings(document=FOUND.document)
    assert lines(times, nothing) == lines(figures, nothing) == []


def test_long_rows_stay_in_the_page() -> None:
    long = replace(FOUND, quantities=(Quantity(Span(0, 70), 1, 2, "about", "EUR", Span(75, 90), at("300"), "r", 0.9),))
    assert all(width_of(line) <= 60 for line in lines(figures, long, 60))
