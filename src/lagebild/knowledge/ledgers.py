"""The ledger of figures of a base."""

from datetime import date
from functools import cache

from lagebild.comparison.amounts import kind_named
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.ledgers import Account, Number, accounts_of, is_wanted, numbers_of
from lagebild.comparison.origins import publications_of
from lagebild.comparison.origins.described import state_named
from lagebild.knowledge.claims import of_documents
from lagebild.knowledge.meant import meant
from lagebild.language.load import Language
from lagebild.model.holding import Holding
from lagebild.model.naming import place_name
from lagebild.store import Store
from lagebild.store.search.query import Query, parsed
from lagebild.store.search.wanted import Wanted

LANGUAGE = Language("de")
"""Whose tables tell what is counted."""


def ledger(
    store: Store,
    words: str = "",
    *,
    places: tuple[str, ...] = (),
    entities: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> tuple[Account, ...]:
    """The accounts of the figures that all the words mean, those with most values first."""
    query = parsed(words)
    asked = (*query.words, *(word for phrase in query.phrases for word in phrase))
    holdings = list(_documents(store, query, places, entities, since, _earlier(until, as_of)))
    numbers = [
        number
        for holding in holdings
        for number in numbers_of(holding, LANGUAGE)
        if is_wanted(number, asked, LANGUAGE)
        and not any(is_wanted(number, (word,), LANGUAGE) for word in query.without)
        and (not places or _is_there(number, places))
    ]
    return accounts_of(numbers, publications_of(holdings, LANGUAGE), LANGUAGE, claims=_claims(store, holdings, numbers))


def _documents(
    store: Store,
    query: Query,
    places: tuple[str, ...],
    entities: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> tuple[Holding, ...]:
    """The documents that may have such figures, as far as a search can tell beforehand."""
    states = [code for word in query.words if (code := state_named(word, LANGUAGE))]
    others = [word for word in query.words if not state_named(word, LANGUAGE) and not kind_named(word, LANGUAGE)]
    asked = [
        [Wanted(about=" ".join((*others, *places)), since=since, until=until)],
        *([Wanted(about=name, since=since, until=until) for name in names_of(code)] for code in states),
        *([Wanted(entities=(name,), since=since, until=until)] for name in entities),
    ]
    found: dict[str, Holding] | None = None
    for alternatives in asked:
        here = {item.key: item for one in alternatives for item in meant(store, one, "documents").documents}
        found = here if found is None else {key: item for key, item in found.items() if key in here}
    return tuple((found or {}).values())


@cache
def names_of(code: str) -> tuple[str, ...]:
    """Words by which a report speaks of a state; none for any other code."""
    row = next((row for row in LANGUAGE.table("states", key=("code",)) if row["code"] == code), None)
    if row is None:
        return ()
    columns = ("name", "variants", "capitals", "demonyms", "adjectives")
    return tuple(dict.fromkeys(name for column in columns for name in row[column].split("|") if name))


def _claims(store: Store, holdings: list[Holding], numbers: list[Number]) -> dict[tuple[str, str], str]:
    """The claim in which each figure is told, where some figure needs it to say what it is of."""
    if not any(number.thing.kind is None for number in numbers):
        return {}
    return {
        (telling.document, place_name(figure.span)): claim.key
        for claim in of_documents(store, [holding.key for holding in holdings])
        for telling in claim.tellings
        for figure in telling.figures
    }


def _is_there(number: Number, places: tuple[str, ...]) -> bool:
    told = {*plain(number.where or "").split(), *plain(number.telling.place or "").split()}
    return any(set(plain(place).split()) <= told for place in places)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other
