"""Things that are alike become one, in whatever order they come."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.situation.clusters import blocked, clustered


@given(st.lists(st.integers(0, 60), max_size=25, unique=True), st.randoms())
def test_groups_do_not_depend_on_the_order_of_things(numbers: list[int], chance: object) -> None:
    shuffled = list(numbers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    def near(one: int, other: int) -> bool:
        return abs(one - other) <= 2

    groups = {frozenset(group) for group in clustered(numbers, near)}
    assert groups == {frozenset(group) for group in clustered(shuffled, near)}


def test_what_is_like_one_of_a_group_belongs_to_it() -> None:
    assert clustered([1, 5, 3], lambda one, other: abs(one - other) == 2) == [[1, 5, 3]]


def test_blocks_keep_the_order_of_their_first_things() -> None:
    assert blocked(["b1", "a1", "b2"], lambda name: name[0]) == [["b1", "b2"], ["a1"]]
