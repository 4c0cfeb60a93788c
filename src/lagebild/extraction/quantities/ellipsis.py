"""A number that leaves its noun to the next one: "180.000 auf 203.000 Soldaten", "34 von 42 Drohnen"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from lagebild.extraction.quantities.words import Words
from lagebild.model.quantity import Quantity

REACH = 40
"""How many characters at most lie between the two numbers."""


def with_shared_nouns(text: str, quantities: Sequence[Quantity], words: Words) -> Iterator[Quantity]:
    """The quantities, where a bare number that a word such as "auf" ties to the next counts the same thing."""
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if following is not None and _leaves_noun(text, quantity, following, words):
            yield replace(quantity, counted=following.counted)
        else:
            yield quantity


def _leaves_noun(text: str, quantity: Quantity, following: Quantity, words: Words) -> bool:
    if quantity.counted is not None or quantity.unit is not None:
        return False
    if following.counted is None or following.unit is not None or following.span.start - quantity.span.end > REACH:
        return False
    between = text[quantity.span.end : following.span.start].split()
    return bool(between) and between[0] in words.shared_noun and all(word[:1].islower() for word in between[:3])
