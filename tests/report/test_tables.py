"""The tables of times and figures."""

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


def test_nothing_gives_no_section() -> None:
    nothing = Findings(document=FOUND.document)
    assert lines(times, nothing) == lines(figures, nothing) == []


def test_long_rows_stay_in_the_page() -> None:
    long = replace(FOUND, quantities=(Quantity(Span(0, 70), 1, 2, "about", "EUR", Span(75, 90), at("300"), "r", 0.9),))
    assert all(width_of(line) <= 60 for line in lines(figures, long, 60))
