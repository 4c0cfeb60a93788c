"""Titles: whether two nouns mean the same office."""

from functools import lru_cache


def tail_of(noun: str) -> str:
    """The last part of a hyphenated compound, lower case: "AfD-Chefin" is "chefin"."""
    return noun.lower().rsplit("-", 1)[-1]


@lru_cache(maxsize=10_000)
def akin(left: str, right: str) -> bool:
    """Whether two nouns mean the same office: equal but for the feminine ending, or one the head of the other."""
    right = right.rsplit("-", 1)[-1]
    left, right = left.removesuffix("in"), right.removesuffix("in")
    return left == right or (len(right) >= 4 and left.endswith(right)) or (len(left) >= 4 and right.endswith(left))
