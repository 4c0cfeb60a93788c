"""The verbs about claims on a base."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from lagebild.comparison.claims import claims_of
from lagebild.errors import UsageError
from lagebild.knowledge.referring import NAMED
from lagebild.language.load import Language
from lagebild.language.search import folded, holds_part, parts_of, words_in
from lagebild.model.claim import Claim
from lagebild.store import Store
from lagebild.store.search.query import Query, parsed
from lagebild.store.selection import Selection

LANGUAGE = Language("de")
"""Whose tables take wordings apart."""


def listed(
    store: Store, words: str = "", *, since: date | None = None, until: date | None = None, as_of: date | None = None
) -> Iterator[Claim]:
    """The claims that speak of all the words and were told in that time, those told most often first."""
    query = parsed(words)
    for claim in claims_of(store.holdings(Selection(until=as_of)), LANGUAGE):
        if _is_told(claim, since, until) and speaks_of(claim, query):
            yield claim


def the_claim(store: Store, key: str) -> Claim:
    """The one claim whose key begins so. Raises UsageError where there is none, or several."""
    found = [claim for claim in listed(store) if claim.key.startswith(key)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"{key}: no claim has a key that begins so; `lagebild claims` lists them")
    told = ", ".join(claim.key for claim in found[:NAMED])
    raise UsageError(f"{key}: fits several; say which: {told}{', …' if len(found) > NAMED else ''}")


def speaks_of(claim: Claim, query: Query) -> bool:
    """Whether every word asked for stands in the words of its tellings, in any form or as a part of another, or names a
    side of one; and none that must not."""
    words = {word.folded for telling in claim.tellings for word in words_in(telling.words)}
    sides = {side for telling in claim.tellings for side in telling.sides}
    texts = [" ".join(word.folded for word in words_in(telling.words)) for telling in claim.tellings]
    return (
        all(_holds(words, sides, word) for word in query.words)
        and all(any(" ".join(phrase) in text for text in texts) for phrase in query.phrases)
        and not any(_holds(words, sides, word) for word in query.without)
    )


def _holds(words: Iterable[str], sides: set[str], asked: str) -> bool:
    if _codes().get(folded(asked), asked.upper()) in sides:
        return True
    parts = parts_of(asked)
    return any(holds_part(word, part) for word in words for part in parts)


def _is_told(claim: Claim, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    first, last = (since or date.min).isoformat(), (until or date.max).isoformat()
    return any(telling.day is not None and first <= telling.day <= last for telling in claim.tellings)


@cache
def _codes() -> dict[str, str]:
    """Codes of states by all their names, folded."""
    rows = LANGUAGE.table("states", key=("code",))
    names = ((row["code"], row[column]) for row in rows for column in ("name", "variants", "capitals"))
    return {folded(name): code for code, told in names for name in told.split("|") if name}
