"""Tokens: what stays whole and what stands alone; together they cover all that is not white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.tokens import tokenise
from lagebild.language.load import Language
from lagebild.model.span import Span

GERMAN = Language("de")


def tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text, Span(0, len(text)), GERMAN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam z. B. am 4. Dezember.", "Er|kam|z. B.|am|4.|Dezember|."),
        ("Der US-Präsident sprach zur Ein- und Ausfuhr.", "Der|US-Präsident|sprach|zur|Ein-|und|Ausfuhr|."),
        ("Nord-/Südkorea", "Nord-|/|Südkorea"),
        ("Das kostet 1.000,50 Euro (3,5 %).", "Das|kostet|1.000,50|Euro|(|3,5|%|)|."),
        ("Am 3.10.2014 um 8:30 Uhr.", "Am|3.10.2014|um|8:30|Uhr|."),
        ("Der 24-Stunden-Dienst wuchs 2,5-fach.", "Der|24-Stunden-Dienst|wuchs|2,5-fach|."),
        ("Hans' Haus und Grass’ Buch", "Hans'|Haus|und|Grass’|Buch"),
        ("Mail an info@holm.de, siehe https://holm.de/a?b=c.", "Mail|an|info@holm.de|,|siehe|https://holm.de/a?b=c|."),
        ("Dr. Holm, G. W. Tann", "Dr.|Holm|,|G.|W.|Tann"),
        ("Die „SPD-Linke“: (nein)!", "Die|„|SPD-Linke|“|:|(|nein|)|!"),
        ("Siehe http://a-b.de: Bürger:innen sagen: ja", "Siehe|http://a-b.de|:|Bürger:innen|sagen|:|ja"),
        ("Stephan E. hatte geschwiegen.", "Stephan|E.|hatte|geschwiegen|."),
        ("Was… Wie... So", "Was|…|Wie|...|So"),
        ("Die „Zeit“-Redaktion", "Die|„|Zeit|“|-|Redaktion"),
        ("Bürger:innen, Leser*innen", "Bürger:innen|,|Leser*innen"),
        ("Im Jahr 2014.", "Im|Jahr|2014|."),
        ("u\u0308ber", "u\u0308ber"),
    ],
)
def test_a_text_has_the_tokens_of_its_pair(text: str, expected: str) -> None:
    assert tokens(text) == expected.split("|")


@given(st.text(max_size=80), st.integers(0, 20))
def test_tokens_cover_all_but_white_space_of_the_span_and_nothing_outside(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = tokenise(text, span, GERMAN)
    assert "".join(text[a:b] for a, b in found) == "".join(text[span.start : span.end].split()) or any(
        char.isspace() for a, b in found for char in text[a:b]
    )
    assert all(span.start <= a < b <= span.end for a, b in found)
    assert [a for a, _ in found] == sorted({a for a, _ in found})
