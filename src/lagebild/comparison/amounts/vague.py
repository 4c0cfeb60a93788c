"""Vague figures: from which number on words give an amount ("Dutzende", "mehrere Hundert")."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.model.claim import Figure


def with_bounds(figure: Figure, words: str, language: Language) -> Figure:
    """The figure with the least number that its `words` can mean, where they give none: "mehrere Hundert" are at least
    two hundred; how many at most nobody knows. "Viele" stays without."""
    if figure.low is not None or figure.high is not None:
        return figure
    least = next((low for word in words.split()[::-1] if (low := _least(language).get(folded(word)))), None)
    return figure if least is None else replace(figure, low=least)


@cache
def _least(language: Language) -> Mapping[str, float]:
    rows = language.rules("comparing").get("vague", [])
    return {folded(word): float(row["least"]) for row in rows for word in row["words"]}
