"""The passages that two reports share, found word by word."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lagebild.comparison.copies.shingles import shingles

FEW_PLACES = 16
"""A shingle that stands in more places of one text ("sagte er am Montag") is tried at the first ones only."""


class Run(NamedTuple):
    """So many words in a row are the same from index `left` of one text and index `right` of the other on."""

    left: int
    right: int
    words: int


def shared_runs(left: Sequence[str], right: Sequence[str]) -> tuple[Run, ...]:
    """The shared passages of at least four words in the order of the left text, where they do not overlap.

    Each is followed as far as it goes; where a passage stands in the right text several times, the longest way wins.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, shingle in enumerate(shingles(right)):
        if len(places[shingle]) < FEW_PLACES:
            places[shingle].append(index)
    runs: list[Run] = []
    index = 0
    own = shingles(left)
    while index < len(own):
        found = places.get(own[index])
        if not found:
            index += 1
            continue
        words, place = max((_same(left, index, right, place), -place) for place in found)
        runs.append(Run(index, -place, words))
        index += words
    return tuple(runs)


def _same(left: Sequence[str], start: int, right: Sequence[str], place: int) -> int:
    count = 0
    while start + count < len(left) and place + count < len(right) and left[start + count] == right[place + count]:
        count += 1
    return count
