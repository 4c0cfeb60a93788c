"""Which noun phrases are joined into one enumeration."""

import pytest

import lagebild
from lagebild.analysis.coordination import enumerated


def members(text: str, first: str) -> list[str]:
    analysis = lagebild.read(text, language="de").analysis
    assert analysis is not None
    k = next(i for i, p in enumerate(analysis.phrases) if analysis.words(p.first, p.last) == first)
    return [analysis.words(analysis.phrases[m].first, analysis.phrases[m].last) for m in enumerated(analysis, k)]


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("Der Hafen liegt zwischen Chile und Peru.", "Chile", ["Chile", "Peru"]),
        ("Er sah Chile, Peru und Kuba.", "Chile", ["Chile", "Peru", "Kuba"]),
        ("Er zielte auf Chile und auf Peru.", "Chile", ["Chile", "Peru"]),
        ("Er traf Ada Holm, die Ministerin.", "Ada Holm", ["Ada Holm"]),
        ("Er sah Chile und ging.", "Chile", ["Chile"]),
        ("Die Ministerin besuchte Chile und Peru sagte ab.", "Chile", ["Chile"]),
    ],
)
def test_an_enumeration_ends_where_another_clause_or_an_apposition_begins(
    text: str, first: str, expected: list[str]
) -> None:
    assert members(text, first) == expected
