"""Marks: laid over a text they lose no letter of it, whatever crosses whatever."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.span import Span
from lagebild.web.views.marks import LAYERS, Mark, marked, paragraphs

TEXTS = st.text(alphabet="ab<&>\"'\n 🚢ß", max_size=60)


@st.composite
def a_text_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    found = []
    for number, (one, other) in enumerate(draw(st.lists(places, max_size=12))):
        start, stop = sorted((one, other))
        if start < stop:
            found.append(Mark(start, stop, LAYERS[number % len(LAYERS)], f"kind:{number}"))
    return text, sorted(found, key=lambda mark: (mark.start, -mark.stop, mark.ref))


@given(a_text_with_marks())
def test_without_the_marks_the_text_is_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, over = given_
    for part in paragraphs(text):
        told = str(marked(text, part, over))
        assert unescape(re.sub(r"<[^>]*>", "", told)) == text[part.start : part.end]


@given(a_text_with_marks())
def test_every_mark_covers_its_words_and_no_others(given_: tuple[str, list[Mark]]) -> None:
    text, over = given_
    whole = Span(0, len(text))
    told = str(marked(text, whole, over))
    covered: dict[str, set[int]] = {}
    open_: list[str] = []
    at = 0
    for piece in re.findall(r"<[^>]*>|&[^;]*;|[^<&]", told):
        if piece.startswith("<span"):
            found = re.search(r'data-ref="([^"]*)"', piece)
            assert found is not None
            open_.append(found[1])
        elif piece.startswith("</"):
            open_.pop()
        else:
            for ref in open_:
                covered.setdefault(ref, set()).add(at)
            at += 1
    assert open_ == []
    assert covered == {mark.ref: set(range(mark.start, mark.stop)) for mark in over}


@given(TEXTS)
def test_between_paragraphs_there_is_only_white_space(text: str) -> None:
    at = 0
    for part in paragraphs(text):
        assert text[at : part.start].strip() == ""
        at = part.end
    assert text[at:].strip() == ""
