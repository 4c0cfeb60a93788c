"""What somebody has said over time, as a base tells it, and where he changed."""

from collections.abc import Collection
from datetime import date

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins import Publications, publications_of
from lagebild.comparison.origins.described import whole_named
from lagebild.comparison.positions import Position, positions_of
from lagebild.knowledge.claims import of_documents, speaks_of
from lagebild.knowledge.ledgers import names_of
from lagebild.knowledge.meant import keys_meant
from lagebild.language.load import Language
from lagebild.store import Store
from lagebild.store.claims.publications import publications
from lagebild.store.search.query import parsed
from lagebild.store.search.wanted import Wanted
from lagebild.store.selection import Selection

LANGUAGE = Language("de")
"""Whose tables tell who speaks for whom."""


def positions(
    store: Store,
    name: str,
    words: str = "",
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> tuple[Position, ...]:
    """What somebody of that name, or whoever speaks for the state or body of that name or code, said of each matter:
    where he changed first, then where he said most. `words` as in a search of claims. With `as_of` only what was
    published by then counts."""
    code = _code(name)
    last = min(until, as_of) if until and as_of else until or as_of
    keys = _documents(store, name, code, since, last)
    told = of_documents(store, keys, as_of=as_of)
    claims = [claim for claim in told if not words or speaks_of(claim, parsed(words))]
    known = _publications(store, keys, as_of)
    found = positions_of(claims, known, LANGUAGE, together=code is not None)
    mine = [item for item in found if (item.name == code if code else _is_called(item, name))]
    return tuple(sorted(mine, key=lambda item: (not item.changes, -len(item.statements), item.claim, item.name)))


def _code(name: str) -> str | None:
    """The code of a state or body that a name is of; a code is one by itself."""
    codes = {row["code"] for table in ("states", "organisations") for row in LANGUAGE.table(table, key=_KEYS[table])}
    return name.upper() if name.upper() in codes and name.isupper() else whole_named(name, LANGUAGE)


_KEYS = {"states": ("code",), "organisations": ("code", "name")}


def _documents(store: Store, name: str, code: str | None, since: date | None, until: date | None) -> set[str]:
    """The documents in which he may speak."""
    if code is None:
        return keys_meant(store, Wanted(about=name.split()[-1], since=since, until=until), "documents")
    keys = keys_meant(store, Wanted(entities=(code,), since=since, until=until), "documents")
    for word in names_of(code):
        keys |= keys_meant(store, Wanted(about=word, since=since, until=until), "documents")
    return keys


def _publications(store: Store, keys: Collection[str], as_of: date | None) -> Publications:
    """All documents that were compared; these alone where that has not been done and cannot be."""
    known = publications(store.connection, LANGUAGE, as_of=as_of)
    if set(keys) <= set(known.by_document):
        return known
    return publications_of(store.holdings(Selection(keys=tuple(sorted(keys)))), LANGUAGE)


def _is_called(position: Position, name: str) -> bool:
    """Whether all words of the name are in the name of the voice, or of whoever spoke, or of whom he spoke for."""
    wanted = set(plain(name).split())
    voices = [statement.telling.voice for statement in position.statements]
    names = {position.name, *(told for voice in voices for told in (voice.name, voice.body) if told)}
    return any(wanted <= set(plain(told).split()) for told in names)
