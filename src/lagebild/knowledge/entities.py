"""The verbs about entities across documents on a base."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from lagebild.comparison.identities import Group, keep_apart, merge, rename, split
from lagebild.errors import UsageError
from lagebild.knowledge.author import author_of
from lagebild.knowledge.referring import NAMED
from lagebild.model.judgement import Judgement
from lagebild.store import Store
from lagebild.store.identities import Asked, Identity


def listed(store: Store, asked: Asked, *, limit: int | None = None) -> Iterator[Identity]:
    """The entities meant, as the newest documents have them."""
    _current(store)
    return store.identities(asked, limit=limit)


def the_entity(store: Store, words: str) -> Group:
    """The one entity whose key begins so, or that has this name. Raises UsageError where there is none, or several."""
    _current(store)
    found = store.identities_named(words)
    if len(found) == 1:
        return store.identity(found[0].key)
    if not found:
        raise UsageError(f"{words}: no entity has this key or name; `lagebild entities --name` finds parts of names")
    told = ", ".join(f"{item.key} ({item.name}, {item.kind}, {item.documents} documents)" for item in found[:NAMED])
    raise UsageError(f"{words}: fits several; name one by its key: {told}{', …' if len(found) > NAMED else ''}")


def page(store: Store, words: str) -> dict[str, Any]:
    """All that is known of one entity, as plain values."""
    group = the_entity(store, words)
    members = group.members
    return {
        "key": group.key,
        "kind": group.kind,
        "name": group.name,
        "known": group.known,
        "names": _counted(item.name for item in members),
        "offices": _counted(item.office for item in members),
        "codes": _counted(item.code for item in members),
        "joins": [join._asdict() for join in group.joins],
        "suggestions": [
            {"key": item.key, "name": item.name, "score": score, "reason": reason}
            for one, other, score, reason in store.identity_suggestions(group.key)
            for item in (one, other)
            if item.key != group.key
        ],
        "documents": [place._asdict() for place in store.identity_places(group.key)],
    }


def _counted(words: Iterable[str | None]) -> dict[str, int]:
    """How often each stands there, the most frequent first."""
    count = Counter(word for word in words if word)
    return dict(sorted(count.items(), key=lambda item: (-item[1], item[0])))


def merged(store: Store, into: str, others: Sequence[str], *, author: str | None) -> list[Judgement]:
    """All of them are one, which goes by the key and the name of the first."""
    name = author_of(author)
    head = the_entity(store, into)
    groups = [the_entity(store, words) for words in others]
    return _kept(store, [merge(head, group, author=name, at=datetime.now(UTC)) for group in groups])


def split_off(store: Store, entity: str, refs: Sequence[str], *, author: str | None) -> list[Judgement]:
    """Where it is in these documents ("DOCUMENT/ENTITY", or the document alone) it is somebody else."""
    group = the_entity(store, entity)
    return _kept(store, [split(group, _full(group, refs), author=author_of(author), at=datetime.now(UTC))])


def renamed(store: Store, entity: str, name: str, *, author: str | None) -> list[Judgement]:
    """The entity is called so."""
    return _kept(store, [rename(the_entity(store, entity), name, author=author_of(author), at=datetime.now(UTC))])


def kept_apart(store: Store, one: str, other: str, *, author: str | None) -> list[Judgement]:
    """The two are not one, and not suggested again."""
    first, second = the_entity(store, one), the_entity(store, other)
    return _kept(store, [keep_apart(first, second, author=author_of(author), at=datetime.now(UTC))])


def suggestions(store: Store, entity: str | None = None) -> list[tuple[Identity, Identity, float, str]]:
    """Pairs that may be one, the likeliest first."""
    _current(store)
    return store.identity_suggestions(the_entity(store, entity).key if entity else None)


def _full(group: Group, refs: Sequence[str]) -> list[str]:
    """The sightings of the entity that begin so."""
    found: list[str] = []
    for ref in refs:
        fitting = [item.ref for item in group.members if item.ref.startswith(ref)]
        if not fitting:
            raise UsageError(f"{ref}: {group.name} is in no document whose key begins so")
        found.extend(item for item in fitting if item not in found)
    return found


def _kept(store: Store, made: list[Judgement]) -> list[Judgement]:
    store.judge_all(made)
    store.refresh_identities()
    return made


def _current(store: Store) -> None:
    """Compares first whom newer documents concern; a base that cannot be written answers as it is."""
    if store.writable and store.identities_are_stale():
        store.refresh_identities()
