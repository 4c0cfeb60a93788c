"""A film, a show or a song in quotation marks is a title, whether or not it holds a verb."""

import pytest

import lagebild
from lagebild.extraction.attributions.quoted_titles import quoted_titles


def titles(text: str) -> list[str]:
    analysis = lagebild.read(text, language="de").analysis
    assert analysis is not None
    starts = [token.start for token in analysis.tokens]
    return sorted(text[span.start : span.end] for span in quoted_titles(analysis, starts))


def test_what_a_compound_goes_on_behind_is_a_title() -> None:
    assert titles("Die „Hafen ruft“-Fans warten.") == ["Hafen ruft"]


def test_what_a_preposition_governs_and_comes_again_is_a_title() -> None:
    text = "Die Zahlen für „Ute sucht das Glück“ sinken. „Ute sucht das Glück“ endet."
    assert titles(text) == ["Ute sucht das Glück", "Ute sucht das Glück"]


@pytest.mark.parametrize(
    "text",
    [
        "„Der Damm hält“, sagte Holm. Später sagte sie noch einmal: „Der Damm hält“.",
        "Holm sprach von „schweren Fehlern“. Tann nannte es „schweren Fehlern“ gleich.",
        "Er sang im „Hafen am Morgen“.",
    ],
    ids=["said twice", "words that are no title", "named once"],
)
def test_other_quotations_are_none(text: str) -> None:
    assert titles(text) == []
