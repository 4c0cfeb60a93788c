"""Rows as a table for a person."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.report.layout import plain, width_of
from lagebild.report.rows import table


def lines(columns: list[str], rows: list[list[object]], width: int | None = None) -> list[str]:
    return [plain(line) for line in table(columns, rows, width=width)]


def test_columns_are_aligned_numbers_to_the_right() -> None:
    assert lines(["speaker", "said"], [["Ada Kroll", 3], ["Deichbote", 1200]]) == [
        "speaker     said",
        "Ada Kroll      3",
        "Deichbote  1,200",
    ]


def test_unknown_is_blank_and_a_year_is_no_count() -> None:
    assert lines(["day", "who"], [["2031", None], [None, "Kroll"]]) == ["day   who", "2031", "      Kroll"]


def test_long_cells_are_cut_to_the_window_the_widest_first() -> None:
    found = lines(["words", "who"], [["Wir öffnen die Schleuse erst, wenn das Eis weg ist", "Kroll"]], width=30)
    assert found[1] == "Wir öffnen die Schleus…  Kroll"
    assert max(map(width_of, found)) <= 30


def test_no_rows_leave_the_heading() -> None:
    assert lines(["a", "b"], []) == ["a  b"]


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in "".join(lines(["a"], [["\x1b[2Jweg"]]))


CELLS = st.none() | st.text() | st.integers()


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8), st.integers(20, 60))
def test_any_rows_fit_the_window(rows: list[list[object]], width: int) -> None:
    assert all(width_of(line) <= width for line in lines(["a", "b"], rows, width=width))
