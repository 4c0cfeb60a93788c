"""Parts of tied tellings are shared out evenly, and what a job finds is read as it was found."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.joining import Pair
from lagebild.store.claims.grouping import Grouped, Part, read, shared_out
from lagebild.store.claims.scoring import NUMBERS

PARTS = st.lists(st.integers(2, 6), max_size=12).map(
    lambda sizes: [Part(list(range(size)), [Pair(0, other, 0.7) for other in range(1, size)]) for size in sizes]
)


@given(PARTS, st.integers(1, 4))
def test_every_part_is_in_one_job_and_none_has_much_more_than_its_share(parts: list[Part], jobs: int) -> None:
    shares = shared_out(parts, jobs=jobs)
    assert sorted(number for share in shares for number in share) == list(range(len(parts)))
    most = max((len(part.ties) for part in parts), default=0)
    whole = sum(len(part.ties) for part in parts)
    assert all(sum(len(parts[number].ties) for number in share) <= whole / jobs + most for share in shares)


def test_what_a_job_finds_says_who_is_together_and_who_says_the_matter() -> None:
    one, other = Part([7, 8, 9], []), Part([4, 5], [])
    found = array(NUMBERS, [1, 2, 0, 0, 1]).tobytes()
    assert read(found, [one, other]) == [
        Grouped([[0, 2], [1]], frozenset({0})),
        Grouped([[0, 1]], frozenset({1})),
    ]
