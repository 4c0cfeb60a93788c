"""Keys and scores travel as whole numbers, and come back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.exchange.numbers import bits_of, key_of, number_of, of_key, row_of, score_in, shard_of
from lagebild.model.keys import content_key


@given(st.text(), st.text())
def test_a_key_comes_back_and_numbers_are_in_the_order_of_keys(one: str, other: str) -> None:
    keys = content_key("d", one), content_key("d", other)
    assert tuple(key_of("d", of_key(key)) for key in keys) == keys
    assert (of_key(keys[0]) < of_key(keys[1])) == (keys[0] < keys[1])
    assert -(2**63) <= of_key(keys[0]) < 2**63


@given(st.floats(0, 1))
def test_a_score_comes_back(score: float) -> None:
    assert score_in(bits_of(score)) == score


@given(st.integers(0, 2**30), st.integers(0, 2**32 - 1))
def test_a_number_tells_shard_and_row(shard: int, row: int) -> None:
    number = number_of(shard, row)
    assert (shard_of(number), row_of(number)) == (shard, row)
    assert number < 2**63
