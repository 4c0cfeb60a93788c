"""Tellings that hang together are parted into claims, each telling in one at most, in whatever order they come."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.claims import wholes
from lagebild.bulk.claims.wholes import Hanging, Member, Tied, claims_in
from lagebild.comparison.claims.matter import Matter
from lagebild.model.claim import Stance


def matter(telling: int) -> Matter:
    """All of the same deed, so that every group fits every other."""
    return Matter(
        f"d{telling:016x}", 0, 0, None, frozenset({"RU"}), {"SEND": 2.0}, acts=frozenset({"SEND"}),
        main=frozenset({"SEND"}),
    )  # fmt: skip


def hanging(size: int, pairs: list[tuple[int, int]]) -> Hanging:
    """So many tellings, with their numbers in another order than their places."""
    members = tuple(Member(number, size - number, Stance.ASSERTS, True) for number in range(size))
    ties = {tuple(sorted(pair, reverse=True)) for pair in pairs if pair[0] != pair[1] and max(pair) < size}
    return Hanging(members, tuple(Tied(one, other, 1.0) for one, other in sorted(ties)))


@given(
    st.integers(2, 12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20),
    st.integers(2, 12),
    st.integers(),
)
def test_each_telling_is_in_one_claim_whatever_the_order_and_the_bound(
    size: int, pairs: list[tuple[int, int]], largest: int, seed: int
) -> None:
    whole = hanging(size, pairs)
    members, ties = list(whole.members), list(whole.ties)
    Random(seed).shuffle(members)
    Random(seed).shuffle(ties)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wholes, "LARGEST", largest)
        found = claims_in(whole, matter)
        assert claims_in(Hanging(tuple(members), tuple(ties)), matter) == found
    told = [member.telling for claim in found.claims for member in claim.members]
    assert len(told) == len(set(told))
    assert found.cut == (size if size > largest else 0)
    for claim in found.claims:
        inside = {member.telling for member in claim.members}
        assert 2 <= len(inside) <= largest
        assert claim.glossed in inside
        assert all({tie.one, tie.other} <= inside for tie in claim.ties)
        assert [member.place for member in claim.members] == sorted(member.place for member in claim.members)


def test_what_is_tied_in_a_row_is_one_claim_and_above_the_bound_one_for_each_stretch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = hanging(9, [(number, number + 1) for number in range(8)])
    (claim,) = claims_in(row, matter).claims
    assert [member.telling for member in claim.members] == [8, 7, 6, 5, 4, 3, 2, 1, 0]
    monkeypatch.setattr(wholes, "LARGEST", 4)
    found = claims_in(row, matter).claims
    assert [[member.telling for member in claim.members] for claim in found] == [[8, 7, 6, 5], [4, 3, 2, 1]]
