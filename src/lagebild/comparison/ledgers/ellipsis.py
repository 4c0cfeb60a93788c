"""Ellipsis: what a number counts that has no noun of its own: "Washington spricht von 3.000, Kiew von 12.000"."""

import re
from collections.abc import Iterator, Sequence

from lagebild.comparison.amounts import LARGE, thing_of
from lagebild.language.load import Language
from lagebild.model.claim import Figure
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

BACK = 10
"""Sentences; who is counted may be told of by pronouns for a while."""
_NOUN = re.compile(r"(?:[^\W\d_]+\s+)?[A-ZÄÖÜ][^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


def meant_before(quantity: Quantity, text: str, sentences: Sequence[Span], language: Language) -> Figure | None:
    """The figure with the last people before it that figures count ("nordkoreanische Soldaten", "Nordkoreaner") as what
    it counts; `sentences` are those up to its own. None for a small number, and where nobody stands there."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if not bounds or max(bounds) < LARGE:
        return None
    return next((meant for meant, _ in _people_before(quantity, text, sentences, language)), None)


def owner_before(quantity: Quantity, text: str, sentences: Sequence[Span], language: Language) -> str | None:
    """Whose the people told of last before the figure are, of those of whom it is told."""
    return next((owner for _, owner in _people_before(quantity, text, sentences, language) if owner), None)


def _people_before(
    quantity: Quantity, text: str, sentences: Sequence[Span], language: Language
) -> Iterator[tuple[Figure, str | None]]:
    """The nouns for people before the figure, the nearest first, each with the state whose they are."""
    for sentence in reversed(sentences[-BACK:]):
        end = min(sentence.end, quantity.span.start)
        for found in reversed(list(_NOUN.finditer(text, sentence.start, end))):
            meant = _counting(quantity, found[0])
            thing = thing_of(meant, "", language)
            if thing.kind is not None and thing.people:
                yield meant, thing.owner


def _counting(quantity: Quantity, words: str) -> Figure:
    return Figure(
        quantity.span, quantity.low, quantity.high, quantity.approximation, quantity.unit, words, quantity.part_of
    )
