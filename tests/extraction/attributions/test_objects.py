"""Content that is only a phrase: what belongs to it, and what is the occasion."""

import pytest

from tests.extraction.attributions.golden import content, found, gap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Ministerin verurteilte den Überfall auf das Dorf am Montag scharf.", "den Überfall auf das Dorf"),
        (
            "Die Ministerin sprach am Montag von einem Fehler, den niemand bemerkt habe.",
            "einem Fehler, den niemand bemerkt habe",
        ),
        ("Die Ministerin bezeichnete den Plan als Fehler.", "den Plan … als Fehler"),
        ("Die Ministerin hält den Plan für einen Fehler.", "den Plan … für einen Fehler"),
        (
            "Die Ministerin forderte einen Stopp der Arbeiten und mehr Geld für die Helfer.",
            "einen Stopp der Arbeiten und mehr Geld für die Helfer",
        ),
        ("Der Plan wurde von der Opposition kritisiert.", "Der Plan"),
        ("Die Ministerin warnte vor dem Hochwasser.", "dem Hochwasser"),
        ("Die Ministerin kündigte neue Regeln an, die im Mai gelten sollen.", "neue Regeln"),
        gap("Holm sprach von „Wahnsinn“.", "Wahnsinn", why="a single quoted noun is taken for a title"),
    ],
)
def test_the_content_is_the_whole_phrase_without_its_occasion(text: str, expected: str) -> None:
    assert [content(text, said) for said in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan wurde kritisiert.",
        "Die Ministerin sprach mit dem Rat.",
        "Die Ministerin lobte ihn.",
        "Es hagelte Kritik.",
    ],
)
def test_without_a_phrase_or_a_source_nothing_is_reported(text: str) -> None:
    assert found(text) == ()
