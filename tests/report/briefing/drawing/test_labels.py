"""Labels find their room."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.report.briefing.drawing.labels import Box, box_of, cut, placed, width_of


@given(st.text(min_size=1, max_size=200), st.floats(20, 400))
def test_cut_words_are_no_wider_than_asked_for(text: str, width: float) -> None:
    assert width_of(cut(text, width)) <= max(width, width_of("ab…"))


def test_short_words_stay_whole() -> None:
    assert cut("Kursk", 200) == "Kursk"


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200)), max_size=30))
def test_labels_cover_neither_each_other_nor_the_edge(places: list[tuple[int, int]]) -> None:
    taken: list[Box] = []
    inside = Box(0, 0, 300, 200)
    labels = [label for x, y in places if (label := placed("Kursk", x, y, 5, taken, inside)) is not None]
    boxes = [box_of(label) for label in labels]
    for number, box in enumerate(taken):
        assert not any(box.overlaps(other) for other in taken[number + 1 :])
    assert all(box.left >= -0.2 and box.right <= 300.2 for box in boxes)
