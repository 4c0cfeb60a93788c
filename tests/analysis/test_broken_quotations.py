"""Quotations that lost their closing mark: they end before their cue; whole ones stay as they are."""

import pytest

from tests.analysis.golden import parsed


def quoted(text: str) -> list[tuple[str, int]]:
    return [(text[q.inner.start : q.inner.end], q.depth) for q in parsed(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Es taut, meint Holm. Dann ging er. Er war "müde" und schlief."', [("Es taut", 0), ("müde", 0)]),
        ('"Es taut, so Holm am Montag. Er war "sehr müde". Er schlief."', [("Es taut", 0), ("sehr müde", 0)]),
        ("„Es taut, teilte Holm mit. Dann ging er heim“", [("Es taut", 0)]),
        ("„Es taut, sagt Holm. Ich glaube ihm nicht“, sagte Tann.", [("Es taut, sagt Holm. Ich glaube ihm nicht", 0)]),
        ("„Es taut, sagt Holm.“ Dann ging er.", [("Es taut, sagt Holm.", 0)]),
        ("„Es taut, sagte er mir. Dann ging er.“", [("Es taut, sagte er mir. Dann ging er.", 0)]),
        ("„Es taut, Holm. Dann geh.“", [("Es taut, Holm. Dann geh.", 0)]),
    ],
)
def test_a_quotation_ends_before_the_cue_that_it_swallowed(text: str, expected: list[tuple[str, int]]) -> None:
    assert quoted(text) == expected
