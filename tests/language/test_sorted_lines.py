"""SortedLines: a look-up finds what a look at every line would find."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.sorted_lines import STRETCH, SortedLines

WORDS = st.text("abä", max_size=3)


@given(st.sets(WORDS.filter(bool)), WORDS.filter(bool))
def test_the_lines_that_begin_so_are_found_in_order(names: set[str], beginning: str) -> None:
    # Lines so long that the index has many stretches.
    lines = sorted(f"{name}\t{'x' * (STRETCH // 3)}".encode() for name in names)
    expected = [line for line in lines if line.startswith(beginning.encode())]
    table = SortedLines(b"\n".join(lines))
    assert list(table.beginning(beginning.encode())) == expected
    assert (table.find(beginning.encode()) >= 0) == bool(expected)


def test_nothing_begins_with_what_no_line_has() -> None:
    table = SortedLines(b"Aachen\t1\nBonn\t2\nZwolle\t3\n")
    assert list(table.beginning(b"Bonn\t")) == [b"Bonn\t2"]
    assert [list(table.beginning(word)) for word in (b"A\t", b"C", b"Zz", b"#")] == [[], [], [], []]
    assert list(SortedLines(b"").beginning(b"A")) == []
