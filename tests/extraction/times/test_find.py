"""Time expressions of whole reports: anchoring, furniture, what goes without a date."""

from datetime import date

import pytest

from lagebild.extraction.times.find import find_times
from lagebild.language.load import Language
from lagebild.model.analysis import Furniture
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.model.timex import Timex

GERMAN = Language("de")
WEDNESDAY = date(2024, 12, 4)


def times(text: str, published: date | None = WEDNESDAY, furniture: tuple[Furniture, ...] = ()) -> tuple[Timex, ...]:
    return find_times(Findings(Document("a", text, date=published), furniture=furniture), GERMAN).timexes


def test_nothing_is_found_in_furniture() -> None:
    text = "Gestern begann der Gipfel. Mehr vom 3. Mai 2020"
    found = times(text, furniture=(Furniture(Span(27, len(text)), "teaser"),))
    assert [timex.span.of(text) for timex in found] == ["Gestern"]


def test_without_a_date_relative_expressions_stay_unanchored_and_explicit_ones_do_not() -> None:
    found = times("Am Mittwoch begann, was am 3. Mai 2020 beschlossen wurde.", None)
    assert [(timex.value, timex.anchored) for timex in found] == [("XXXX-WXX-3", False), ("2020-05-03", True)]


def test_a_clock_time_belongs_to_the_day_named_just_before() -> None:
    assert [timex.value for timex in times("Am Montag fiel gegen 14.30 Uhr der Strom aus.")] == [
        "2024-12-02",
        "2024-12-02T14:30",
    ]


def test_a_length_of_time_says_where_it_begins() -> None:
    (found,) = times("Vor zwei Jahren war das anders.")
    assert (found.type, found.value, found.begin, found.precision) == ("DURATION", "P2Y", "2022", "year")


def test_a_first_letter_that_is_capital_for_the_sentence_only_does_not_matter() -> None:
    assert [timex.value for timex in times("Seit Wochen wird gestreikt. Drei Tage später war Schluss.")] == [
        "PXW",
        "P3D",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin May sagte nichts.",
        "Der 42-jährige Mann starb.",
        "Er ist 42 Jahre alt.",
        "Es kamen 2000 Menschen.",
        "Das Spiel endete 3:1.",
        "Sie kostete 1999 Euro.",
        "Das schrieb die Welt am Sonntag.",
    ],
)
def test_numbers_ages_and_names_are_no_times(text: str) -> None:
    assert times(text) == ()
