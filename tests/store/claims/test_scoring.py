"""Jobs of scoring: what is compared often goes together, and nothing is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lagebild.store.claims.scoring import together

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=60)


def test_documents_that_are_often_compared_go_to_one_job() -> None:
    often, seldom = [(1, 3)] * 4 + [(2, 4)] * 4, [(1, 2), (3, 4)]
    job = together([*often, *seldom], size=6)
    assert job[1] == job[3] != job[2]


@given(PAIRS, st.integers(1, 20))
def test_every_first_document_has_a_job_and_no_job_is_larger_than_one_document_makes_it(
    met: list[tuple[int, int]], size: int
) -> None:
    job = together(met, size=size)
    assert job.keys() == {one for one, _ in met}
    of_one = Counter(one for one, _ in met)
    load = Counter(job[one] for one, _ in met)
    assert all(count <= max(size, *of_one.values()) for count in load.values())


@given(PAIRS)
def test_jobs_do_not_depend_on_the_order_of_pairs(met: list[tuple[int, int]]) -> None:
    assert together(met, size=10) == together(met[::-1], size=10)
