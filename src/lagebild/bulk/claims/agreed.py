"""Agreed: what only all documents together say of outlets, of the names of bodies and of who holds which office.

tell      shard  what each document says of it                              -> by name
agree     part   what they agree on, to be looked up by name                -> names of bodies to one part
bodies    part   the names of bodies, of which there are few, in one list
"""

import json
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.bulk.exchange.at import At, Told
from lagebild.bulk.places import put
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins import Called, Publication, Publications
from lagebild.comparison.origins.outlets import outlet_key
from lagebild.comparison.origins.posts import Post, agreed_posts
from lagebild.comparison.origins.publication import agreed_names, codes_by_name
from lagebild.language.load import Language

AGREED, BODIES, SAID = "agreed", "bodies", "said"
"""Folders of what is looked up, and of what documents say."""
_OUTLET, _POST, _NAME = "outlet", "post", "name"
_PARTS, _ANSWERS = 32, 1 << 15
"""So many parts are kept open, and so many names with what is known of them."""


class Saying:
    """Counts what the documents of a shard say, so that each thing goes on its way once."""

    def __init__(self, at: At, language: Language) -> None:
        self._at, self._language = at, language
        self._said: Counter[tuple[str | None, ...]] = Counter()

    def add(self, publication: Publication) -> None:
        """One document more."""
        if publication.outlet:
            self._said[_OUTLET, outlet_key(publication.outlet, self._language)] = 1
        self._said.update((_POST, *post) for post in publication.posts)
        self._said.update((_NAME, *called) for called in publication.called if called.code is not None)

    def give(self) -> None:
        """Hands on what was said and how often, each to the part where all meet who say something of it."""
        part = lru_cache(None)(self._at.part)
        said = sorted(self._said.items(), key=lambda item: tuple(map(str, item[0])))
        lines = ((part(_met(str(kind), told)), [kind, times, told]) for (kind, *told), times in said)
        self._at.tell(lines, to=SAID)


def agree(at: At) -> Told:
    """The step `agree`."""
    outlets: set[str] = set()
    called: list[Called] = []
    posts: Counter[Post] = Counter()
    for kind, times, told in at.told(SAID):
        if kind == _OUTLET:
            outlets.add(told[0])
        elif kind == _POST:
            posts[Post(*told)] += times
        else:
            called.append(Called(*told))
    found = agreed_posts(chain.from_iterable(repeat(post, times) for post, times in sorted(posts.items(), key=str)))
    _put(at, AGREED, {"outlets": sorted(outlets), "posts": dict(sorted(found.items()))})
    at.tell((0, [*body, name]) for body, name in sorted(agreed_names(called).items()))
    return {}


def bodies(at: At) -> Told:
    """The step `bodies`."""
    _put(at, BODIES, sorted(at.told("agree")))
    return {}


class _Part(NamedTuple):
    outlets: frozenset[str]
    posts: Mapping[str, Post]


class Agreed:
    """Looks up what all documents agree on."""

    def __init__(self, at: At, language: Language) -> None:
        self._at, self._language = at, language
        self._open: OrderedDict[int, _Part] = OrderedDict()
        self._names = {(noun, code): name for noun, code, name in json.loads(_place(at, BODIES, 0).read_bytes())}
        self._codes = codes_by_name(self._names)
        self._post = lru_cache(_ANSWERS)(self._post_of)
        self._has = lru_cache(_ANSWERS)(self._has_outlet)

    def publications(self, documents: Iterable[Publication], names: Iterable[str]) -> Publications:
        """These documents with what all say of whoever is called by one of the names."""
        asked = sorted(set(names))
        posts = {name: post for name in map(plain, asked) if name and (post := self._post(name)) is not None}
        outlets = frozenset(key for key in (outlet_key(name, self._language) for name in asked) if self._has(key))
        return Publications({item.document: item for item in documents}, outlets, self._names, self._codes, posts)

    def _post_of(self, name: str) -> Post | None:
        return self._part(_met(_POST, [name])).posts.get(name)

    def _has_outlet(self, key: str) -> bool:
        return key in self._part(_met(_OUTLET, [key])).outlets

    def _part(self, meeting: str) -> _Part:
        number = self._at.part(meeting)
        held = self._open.get(number)
        if held is None:
            told: dict[str, Any] = json.loads(_place(self._at, AGREED, number).read_bytes())
            posts = {name: Post(*post) for name, post in told["posts"].items()}
            held = self._open[number] = _Part(frozenset(told["outlets"]), posts)
            if len(self._open) > _PARTS:
                self._open.popitem(last=False)
        self._open.move_to_end(number)
        return held


def _met(kind: str, told: Sequence[str | None]) -> str:
    """What all have in common who have a word in it: people the surname, since that may stand for the whole name, and
    names of bodies noun and state."""
    if kind == _POST:
        return f"{kind} {plain(told[0] or '').rpartition(' ')[2]}"
    return " ".join((kind, *(word or "" for word in told[:2])))


def _put(at: At, name: str, told: Any) -> None:
    at.work(name).mkdir(exist_ok=True)
    put(_place(at, name, at.number), json.dumps(told, separators=(",", ":")).encode("ascii"))


def _place(at: At, name: str, number: int) -> Path:
    return at.work(name) / f"{number:08}.known"
