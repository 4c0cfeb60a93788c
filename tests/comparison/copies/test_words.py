"""Words in comparable form, and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.copies.words import folded, report_words, word_spans
from lagebild.model.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Größe, „Über“!", ("groesse", "ueber")),
        ("Muenchen MÜNCHEN Mu\u0308nchen", ("muenchen", "muenchen", "muenchen")),
        ("Atom\u00adpro\u00adgramm", ("atomprogramm",)),
        ("Élysée-Palast 1.500", ("élysée", "palast", "1", "500")),
        ("\u00ad – …", ()),
        ("", ()),
    ],
)
def test_words_are_compared_without_case_marks_and_spelling_of_umlauts(text: str, words: tuple[str, ...]) -> None:
    assert report_words(text) == words


def test_furniture_and_the_headline_at_the_top_are_no_words_of_the_report() -> None:
    text = "Schleuse zu\n\nDas Tor klemmt. Mehr: Boote im Eis Es bleibt zu."
    teaser = Span(text.index("Mehr"), text.index("Es bleibt"))
    assert report_words(text, without=[teaser], title="Schleuse zu") == folded("Das Tor klemmt. Es bleibt zu.")
    assert report_words(text, title="Schleuse")[0] == "zu"
    assert report_words("Schleuse zu", title="Schleuse zu") == ("schleuse", "zu")
    assert report_words("Schleusen auf", title="Schleuse") == ("schleusen", "auf")


@given(
    st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("äÖß\u0308\u00ad \n„“ab1")),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*sorted(pair))), max_size=3),
    st.none() | st.text(max_size=5),
)
def test_each_word_has_its_place_in_the_text(text: str, without: list[Span], title: str | None) -> None:
    words = report_words(text, without=without, title=title)
    spans = word_spans(text, without=without, title=title)
    assert len(words) == len(spans)
    assert tuple(folded(span.of(text)) for span in spans) == tuple((word,) for word in words)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert not any(span.overlaps(piece) for span in spans for piece in without if piece.start < piece.end)
