"""What has been made one."""

import random

from hypothesis import given
from hypothesis import strategies as st

from lagebild.union import Union

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))


def test_what_nobody_has_joined_stands_for_itself() -> None:
    assert [Union().root(number) for number in (0, 7)] == [0, 7]


@given(PAIRS)
def test_the_least_of_all_that_hang_together_stands_for_them(pairs: list[tuple[int, int]]) -> None:
    union = Union()
    for one, other in pairs:
        union.join(one, other)
    for number in range(31):
        whole = {number}
        while more := {n for pair in pairs if not whole.isdisjoint(pair) for n in pair} - whole:
            whole |= more
        assert union.root(number) == min(whole)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_joining_does_not_matter(pairs: list[tuple[int, int]], lot: random.Random) -> None:
    one, other = Union(), Union()
    for pair in pairs:
        one.join(*pair)
    for pair in lot.sample(pairs, len(pairs)):
        other.join(*pair)
    assert [one.root(number) for number in range(31)] == [other.root(number) for number in range(31)]
