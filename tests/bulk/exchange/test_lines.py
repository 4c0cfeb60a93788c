"""What has words comes to the part that it belongs to, all of it and in order, from whatever job."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.exchange import lines
from lagebild.bulk.exchange.at import part_named

words = st.text(max_size=8)


@given(st.lists(st.lists(st.tuples(st.integers(0, 3), words), max_size=12), max_size=4))
def test_no_line_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory, jobs: list[list[tuple[int, str]]]
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    for number, given_lines in enumerate(jobs):
        lines.write(folder, number, [(part, [number, text]) for part, text in given_lines], 4)
    for part in range(4):
        expected = [[number, text] for number, job in enumerate(jobs) for to, text in job if to == part]
        assert list(lines.read(folder, part)) == expected


@given(st.text(st.characters(categories=["Lu", "Cs"]), max_size=5), st.integers(1, 9))
def test_a_name_always_has_the_same_part(name: str, parts: int) -> None:
    assert part_named(name, parts) == part_named(name, parts)
    assert 0 <= part_named(name, parts) < parts
