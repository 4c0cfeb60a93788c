"""Claims that may be one, as pages show them: both wordings side by side, with why."""

from collections.abc import Callable
from typing import Any

from lagebild.comparison.claims.alike import for_and_against
from lagebild.knowledge import KnowledgeBase
from lagebild.model.claim import Near, Telling
from lagebild.web.views.claims import telling_in_short

Values = dict[str, Any]
EACH, PAGE = 3, 30
"""So many pairs of one claim are in the list of pairs, and so many in all: those judged make room for others."""


def pair(item: Near, reason: Callable[[str], str] = str) -> Values:
    """Two claims that may be one; `reason` puts the reason into the visitor's language: whole, and what of it speaks
    for the pair and against it."""
    speaks_for, against = for_and_against(item.reason)
    return {
        "score": item.score,
        "average": item.average,
        "reason": reason(item.reason),
        "for": reason(speaks_for),
        "against": reason(against),
        "one": _side(item.claim, item.gloss, item.documents, item.telling),
        "other": _side(item.other, item.other_gloss, item.other_documents, item.other_telling),
    }


def in_language(told: Values, reason: Callable[[str], str]) -> Values:
    """A pair whose reasons are as records tell them, with its reasons in the visitor's language."""
    return {**told, **{part: reason(told[part]) for part in ("reason", "for", "against")}}


def pairs(base: KnowledgeBase, words: str) -> list[Values]:
    """The first pairs of a base, or of what speaks of the words, and one more where there are more than on a page."""
    return [pair(item) for item in base.claims_near_pairs(words, most=EACH, limit=PAGE + 1)]


def _side(key: str, gloss: str, documents: int, telling: Telling) -> Values:
    return {"key": key, "gloss": gloss, "documents": documents, "telling": telling_in_short(telling)}
