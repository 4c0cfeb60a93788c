"""Whose own act a clause tells."""

import pytest

from lagebild.comparison.voices.own_acts import subjects_of_acts, wishers
from lagebild.model.span import Span
from tests.comparison.tellings import GERMAN

EXAMPLES = [row["example"] for row in GERMAN.table("own_acts", key=("verb", "with"))]


def subjects(text: str) -> list[str]:
    return [span.of(text) for span in subjects_of_acts(text, Span(0, len(text)), GERMAN)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_table_names_its_subject(example: str) -> None:
    assert example.partition("[")[2].partition("]")[0] in subjects(example.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Die Gewerkschaft hatte neun Prozent verlangt",  # looks back
        "Die Reederei erhöhte den Druck",  # raises nothing that somebody offers
        "Am Hafen brennt ein Lager",
        "",
    ],
)
def test_what_is_no_act_of_the_matter_has_no_subject(text: str) -> None:
    assert subjects(text) == []


def test_who_wants_something_is_told_apart() -> None:
    text = "Am Freitag will Bürgermeisterin Holm die Brücke sperren"
    assert subjects(text) == []
    assert [span.of(text) for span in wishers(text, Span(0, len(text)), GERMAN)] == ["Bürgermeisterin Holm"]
