"""The verbs about watches on a base."""

from datetime import datetime
from functools import cache
from pathlib import Path

from lagebild.errors import UsageError
from lagebild.language.load import Language
from lagebild.store import Store
from lagebild.store import watches as kept
from lagebild.store.database import said, transaction
from lagebild.store.identities import Asked
from lagebild.store.search.query import parsed
from lagebild.watching import News, Watch, news_of

LANGUAGE = Language("de")
IN_FEED = 200
"""So many news stay in a feed; readers keep what they have."""


def listed(store: Store) -> list[Watch]:
    """All watches of the base, by name."""
    with said(store.path):
        return kept.every(store.connection)


def the_watch(store: Store, name: str) -> Watch:
    """The watch of that name. Raises UsageError where there is none."""
    known = {watch.name: watch for watch in listed(store)}
    if name not in known:
        there = f"there are {', '.join(known)}" if known else f"`lagebild watch add {name!r} WORDS` makes one"
        raise UsageError(f"no watch is called {name!r}; {there}")
    return known[name]


def saved(store: Store, name: str, words: str) -> Watch:
    """Saves a question under a name. Raises UsageError for a name that is taken and for no words."""
    if not name.strip() or not parsed(words):
        raise UsageError("a watch needs a name and the words to watch for")
    if any(watch.name == name for watch in listed(store)):
        raise UsageError(f"a watch is called {name!r} already; take another name, or remove it first")
    with said(store.path), transaction(store.connection):
        kept.make(store.connection, name, words, at=store.now())
    return the_watch(store, name)


def removed(store: Store, name: str) -> None:
    """Takes a watch out with all its news. Raises UsageError where there is none."""
    the_watch(store, name)
    with said(store.path), transaction(store.connection):
        kept.remove(store.connection, name)


def looked(store: Store) -> int:
    """Looks for news in what came in since the last time, for every watch; returns how many nobody has read yet."""
    for watch in listed(store):
        with said(store.path):
            fresh = kept.fresh(store.connection, watch.name)
        found = _news(store, watch, fresh) if fresh else ()
        with said(store.path), transaction(store.connection):
            kept.looked(store.connection, watch.name, found, at=store.now())
    return sum(watch.unread for watch in listed(store))


def news(store: Store, name: str, *, unread: bool = False) -> list[tuple[datetime, News]]:
    """The news of a watch with when each was found: all, the newest first, or those that nobody has read."""
    the_watch(store, name)
    with said(store.path):
        return list(kept.news(store.connection, name, unread=unread))


def read(store: Store, name: str) -> None:
    """Says that the news of a watch were shown to somebody."""
    with said(store.path), transaction(store.connection):
        kept.read(store.connection, name)


def write_feed(store: Store, name: str, out: Path) -> None:
    """Writes the newest news of a watch as an Atom feed. Raises UsageError where the file cannot be written."""
    from lagebild.watching.feed import feed  # loads lxml

    written = feed(the_watch(store, name), news(store, name)[:IN_FEED])
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(written)
    except OSError as problem:
        raise UsageError(f"{out}: cannot be written: {problem.strerror or problem}") from problem


def _news(store: Store, watch: Watch, fresh: frozenset[str]) -> tuple[News, ...]:
    # These take words apart, which adding alone never does.
    from lagebild.knowledge import claims, ledgers
    from lagebild.store.claims.publications import publications

    told = list(claims.listed(store, watch.words))
    with said(store.path):
        known = publications(store.connection, LANGUAGE)
    accounts = ledgers.ledger(store, watch.words)
    return news_of(told, fresh, known, LANGUAGE, names=_names(store), accounts=accounts)


def _names(store: Store) -> dict[str, str]:
    """What to call sides: states by their usual names, everybody else by the name across documents."""
    return {item.key: item.name for item in store.identities(Asked())} | _bodies()


@cache
def _bodies() -> dict[str, str]:
    rows = (*LANGUAGE.table("organisations"), *LANGUAGE.table("states", key=("code",)))
    return {row["code"]: row["name"] for row in reversed(rows)}
