"""Wrapping styled text."""

import time

from hypothesis import given
from hypothesis import strategies as st

from lagebild.report.layout import Piece, padded, plain, shown, width_of, wrapped


def lines(text: str, width: int, indent: int = 0, first: str = "") -> list[str]:
    begin = (Piece(first),) if first else ()
    return [plain(line) for line in wrapped([Piece(text)], width=width, first=begin, indent=indent)]


def test_later_lines_hang_under_the_first() -> None:
    assert lines("eins zwei drei", 12, indent=4, first="a = ") == ["a = eins", "    zwei", "    drei"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_pieces_touch_where_neither_has_a_blank() -> None:
    assert [plain(line) for line in wrapped([Piece("Kiew"), Piece(", "), Piece("Bern")], width=40)] == ["Kiew, Bern"]


def test_wide_signs_take_two_columns_and_accents_none() -> None:
    assert width_of("平壌") == 4
    assert width_of("e\u0301") == 1
    assert padded("平", 4) == "平  "


def test_escape_sequences_and_direction_marks_do_not_reach_the_terminal() -> None:
    assert shown("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"
    assert shown("zwei\n\tWorte\u00a0hier") == "zwei Worte hier"


@given(st.text(), st.integers(1, 40))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    found = list(wrapped([Piece(text)], width=width))
    assert all(width_of(plain(line)) <= max(width, 2) for line in found)
    assert "".join(plain(line) for line in found).replace(" ", "") == shown(text).replace(" ", "")


def test_a_word_of_a_million_signs_is_cut_in_time() -> None:
    begun = time.perf_counter()
    assert len(lines("a\u0301" * 300_000, 100)) == 3_000
    assert time.perf_counter() - begun < 10
