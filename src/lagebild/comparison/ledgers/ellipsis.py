"""Ellipsis: what a number counts that has no noun of its own: "Washington spricht von 3.000, Kiew von 12.000"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lagebild.comparison.amounts import LARGE, thing_of
from lagebild.language.load import Language
from lagebild.model.claim import Figure
from lagebild.model.near import Near
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

BACK = 10
"""Sentences; who is counted may be told of by pronouns for a while."""
MONEY = 1e6
CLOSE = 200
"""Code points back in which money is named of which a mere amount of millions is."""
_NOUN = re.compile(r"(?:[^\W\d_]+\s+)?[A-ZÄÖÜ][^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


def meant_before(quantity: Quantity, text: str, sentences: Sequence[Span], language: Language) -> Figure | None:
    """The figure with the last people before it that figures count ("nordkoreanische Soldaten", "Nordkoreaner") as what
    it counts; `sentences` are those up to its own. None for a small number but for "zwei von ihnen", and where nobody
    stands there."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    of_them = _of_them(language).match(text, quantity.span.end) is not None
    if not of_them and bounds and max(bounds) < LARGE:
        return None
    return next((meant for meant, _ in _people_before(quantity, text, sentences, language)), None)


def meant_in_sentence(
    quantity: Quantity, text: str, sentence: Span, quantities: Near[Quantity], language: Language
) -> Figure | None:
    """The figure with what its own sentence says it counts: "zehn der Maschinen", "die Zahl der Fälle stieg auf
    17", "statt der 40.000 Dosen kamen 12.000"; an amount of millions without a noun is of the money named last."""
    some = _some_of(language).match(text, quantity.span.end) if quantity.counted is None else None
    if some is not None:
        return _counting(quantity, some["of"])
    before = [item for item in quantities.within(sentence) if item.span.start < quantity.span.start]
    number_of = list(_number_of(language).finditer(text, sentence.start, quantity.span.start))
    if number_of:
        nouns = [found[0] for found in _NOUN.finditer(text, number_of[-1].end(), quantity.span.start)]
        counted = [_counting(quantity, noun) for noun in nouns]
        return next((item for item in counted if thing_of(item, "", language).people), next(iter(counted), None))
    size = quantity.low if quantity.low is not None else quantity.high
    for item in reversed(before):
        if item.counted is not None and item.unit is None and (size or 0) >= LARGE:
            return _counting(quantity, item.counted.of(text))
    if (size or 0) >= MONEY and quantity.counted is None:
        near = list(quantities.within(Span(max(0, quantity.span.start - CLOSE), quantity.span.start)))
        unit = next((item.unit for item in reversed(near) if item.unit and item.low and item.low >= MONEY), None)
        if unit is not None:
            return replace(_counting(quantity, ""), unit=unit)
    return None


@cache
def _of_them(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["of_them"])


@cache
def _some_of(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["some_of"])


@cache
def _number_of(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["number_of"])


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
