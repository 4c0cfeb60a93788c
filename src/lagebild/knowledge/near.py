"""The verbs about claims of a base that may be one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

from lagebild.comparison.claims.alike import alike, for_and_against
from lagebild.comparison.claims.decided import apart_from, kept_apart, spot
from lagebild.comparison.claims.deciding import keep_apart
from lagebild.comparison.claims.gather import claims_of
from lagebild.comparison.claims.near import MOST, Nearest, nearest
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.knowledge.author import author_of
from lagebild.knowledge.claims import brought_up_to_date, is_behind, keys_of, the_claim
from lagebild.model.claim import Claim, Near
from lagebild.model.judgement import Judgement
from lagebild.model.situation import Likeness
from lagebild.store import Store
from lagebild.store.claims.nearby import Nearby, Standing
from lagebild.store.claims.shelf import LANGUAGE
from lagebild.store.database import said
from lagebild.store.judgements import of_claims
from lagebild.store.selection import Selection

LIKELY = 0.45
"""From what score on two claims of a situation are told as likely one, where nothing speaks against it: the two pairs
that the demonstration's soldiers have so are of one matter each; with 0.4 one of four is not."""
TOLD_MOST, COMPARED = 12, 150
"""So many claims of a situation, those told in most documents, are compared with so many."""
LOOKED_THROUGH = 200
"""So many claims are looked through for pairs, those that most documents tell first."""


def near(store: Store, key: str, *, most: int = MOST) -> tuple[Near, ...]:
    """The other claims that may be the same as the one whose key begins so, the likeliest first.

    Raises UsageError where no claim has such a key, or several have.
    """
    if store.writable and is_behind(store):
        brought_up_to_date(store)
    with said(store.path):
        vicinity = _vicinity(store)
        known = key if vicinity.has(key) else the_claim(store, key).key
        return tuple(_told(vicinity, known, item) for item in vicinity.of(known, most=most))


def near_pairs(store: Store, words: str = "", *, most: int = MOST, limit: int | None = None) -> tuple[Near, ...]:
    """Pairs of claims that may be one, each once, of those most told that speak of all the words; so many at
    most.

    Those come first of which most is to be expected: by likelihood times the pairs of documents that they would bring
    together.
    """
    keys = list(islice(keys_of(store, words), LOOKED_THROUGH))
    with said(store.path):
        vicinity = _vicinity(store)
        pairs: dict[frozenset[str], tuple[str, Nearest]] = {}
        for key in keys:
            for item in vicinity.of(key, most=most):
                pair = frozenset((key, item.key))
                if pair not in pairs or pairs[pair][1].score < item.score:
                    pairs[pair] = key, item

        def worth(pair: tuple[str, Nearest]) -> float:
            key, item = pair
            return item.score * vicinity.standing(key).documents * vicinity.standing(item.key).documents

        ordered = sorted(pairs.values(), key=lambda pair: (-worth(pair), -pair[1].score, pair[0], pair[1].key))
        return tuple(_told(vicinity, key, item) for key, item in ordered[:limit])


def likely_among(store: Store, claims: Sequence[Claim]) -> tuple[Likeness, ...]:
    """Which of these claims, as the base keeps them, are likely one: those that most documents tell, each with what is
    most likely the same, where nothing speaks against it. None of a base that has yet to be compared."""
    ranked = sorted(claims, key=lambda claim: (-len(claim.documents), claim.key))
    keys = [claim.key for claim in ranked]
    found: dict[frozenset[str], Likeness] = {}
    with said(store.path):
        if is_behind(store):
            return ()
        for key, item in Nearby(store.connection).among(keys[:TOLD_MOST], keys[:COMPARED]):
            if item.score >= LIKELY and not for_and_against(alike(item.one, item.other).reason or "")[1]:
                found.setdefault(frozenset((key, item.key)), Likeness(key, item.key, item.score))
    return tuple(found.values())


def apart(store: Store, one: str, other: str, *, author: str | None) -> list[Judgement]:
    """The two are not one, and are not told as near any more."""
    first, second = the_claim(store, one), the_claim(store, other)
    made = [keep_apart(first, second, author=author_of(author), at=datetime.now(UTC))]
    store.judge_all(made)
    return made


class _Vicinity(Protocol):
    """Where the claims around one are found."""

    def has(self, key: str) -> bool:
        """Whether a claim has this very key."""

    def of(self, key: str, *, most: int) -> list[Nearest]:
        """The claims that may be the same."""

    def standing(self, key: str) -> Standing:
        """What stands for a claim."""

    def told(self, document: str) -> tuple[Told, ...]:
        """What a document tells."""


def _vicinity(store: Store) -> _Vicinity:
    return _Made(store) if is_behind(store) else _Kept(store)


def _told(vicinity: _Vicinity, key: str, item: Nearest) -> Near:
    mine, theirs = vicinity.standing(key), vicinity.standing(item.key)
    one = vicinity.told(item.one.document)[item.one.number]
    other = vicinity.told(item.other.document)[item.other.number]
    return Near(
        claim=key,
        other=item.key,
        gloss=vicinity.told(mine.document)[mine.number].telling.words,
        other_gloss=vicinity.told(theirs.document)[theirs.number].telling.words,
        documents=mine.documents,
        other_documents=theirs.documents,
        score=item.score,
        average=item.average,
        telling=one.telling,
        other_telling=other.telling,
        reason=alike(one.matter, other.matter).reason or "",
    )


class _Kept:
    """Claims as the base keeps them."""

    def __init__(self, store: Store) -> None:
        self._store, self._nearby = store, Nearby(store.connection)
        self._tellings: dict[str, tuple[Told, ...]] = {}

    def has(self, key: str) -> bool:
        """Whether a claim has this very key."""
        return self._nearby.has(key)

    def of(self, key: str, *, most: int) -> list[Nearest]:
        """The claims that may be the same."""
        return self._nearby.of(key, most=most)

    def standing(self, key: str) -> Standing:
        """What stands for a claim."""
        return self._nearby.standing(key)

    def told(self, document: str) -> tuple[Told, ...]:
        """What a document tells."""
        if document not in self._tellings:
            self._tellings[document] = told_in(self._store.holding(document), LANGUAGE)
        return self._tellings[document]


class _Made:
    """Claims of a base that cannot be written and has not been compared, made in memory."""

    def __init__(self, store: Store) -> None:
        holdings = list(store.holdings(Selection()))
        judgements = list(of_claims(store.connection))
        self._tellings = {holding.key: told_in(holding, LANGUAGE) for holding in holdings}
        told = {item.telling.ref: item for items in self._tellings.values() for item in items}
        claims = claims_of(holdings, LANGUAGE, judgements=judgements)
        self._claims = {claim.key: [told[telling.ref] for telling in claim.tellings] for claim in claims}
        self._glossed = {claim.key: told[claim.glossed] for claim in claims}
        homes = {spot(item.telling.ref): key for key, items in self._claims.items() for item in items}
        self._apart = [
            (frozenset(homes[place] for place in sides.one if place in homes),
             frozenset(homes[place] for place in sides.other if place in homes))
            for sides in kept_apart(judgements)
        ]  # fmt: skip

    def has(self, key: str) -> bool:
        """Whether a claim has this very key."""
        return key in self._claims

    def of(self, key: str, *, most: int) -> list[Nearest]:
        """The claims that may be the same."""
        apart = apart_from(key, self._apart)
        others = {
            other: [item.matter for item in items]
            for other, items in self._claims.items()
            if other != key and other not in apart
        }
        return nearest([item.matter for item in self._claims[key]], others, most=most)

    def standing(self, key: str) -> Standing:
        """What stands for a claim."""
        documents = {item.telling.document for item in self._claims[key]}
        matter = self._glossed[key].matter
        return Standing(matter.document, matter.number, len(documents))

    def told(self, document: str) -> tuple[Told, ...]:
        """What a document tells."""
        return self._tellings[document]
