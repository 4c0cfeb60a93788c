"""The verbs about claims on a base."""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from lagebild.comparison.claims.alike import alike
from lagebild.comparison.claims.deciding import merge, split
from lagebild.comparison.claims.gather import claims_of, order_of
from lagebild.comparison.claims.outcome import Outcome
from lagebild.comparison.claims.restricted import told_in_documents
from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.origins import Publications, publications_of, with_origins
from lagebild.comparison.relations import with_relations
from lagebild.errors import UsageError
from lagebild.intake.answers import Crew
from lagebild.intake.grouping import grouped
from lagebild.intake.scoring import scored
from lagebild.intake.telling import told_by_children
from lagebild.knowledge.author import author_of
from lagebild.knowledge.referring import NAMED
from lagebild.language.search import folded, holds_part, parts_of, words_in
from lagebild.model.claim import Claim
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement
from lagebild.store import Store
from lagebild.store.claims.comparing import Comparing, DoneBy
from lagebild.store.claims.publications import publications
from lagebild.store.claims.reading import Meant, Reader
from lagebild.store.claims.shelf import LANGUAGE, Given
from lagebild.store.claims.stale import due, is_stale, made_alike, renew, unclaimed
from lagebild.store.database import said, transaction
from lagebild.store.judgements import of_claims
from lagebild.store.search.matching import Matcher
from lagebild.store.search.query import Query, parsed
from lagebild.store.selection import Selection

AT_ONCE = 1000
"""Documents that are compared in one transaction, some ten seconds: others may write between two. The more, the less
often what was told before is looked up and unpacked."""
FEW = 100
"""Up to so many documents this process makes itself what they tell: it takes children a second to load the tables."""


class Compared(NamedTuple):
    """How far comparing is: documents that are done, of how many; then tellings still to be put together."""

    documents: int
    of: int
    tellings: int = 0


Watch = Callable[[Compared], None]


def brought_up_to_date(
    store: Store, *, everything: bool = False, workers: int | None = None, watch: Watch | None = None
) -> int:
    """Compares what newer documents tell, or everything anew (also what another version of the program compared);
    returns how many documents that took. `watch` hears how far it is. Of many documents processes of their own tell
    what is in them (`workers`, 0 for none).

    Others may write in between. A kill loses nothing: what is not done yet is done the next time.
    """
    with said(store.path):
        if not everything and not is_stale(store.connection):
            return 0
        with transaction(store.connection):
            if everything or not made_alike(store.connection):
                renew(store.connection)
    done = 0
    count = os.cpu_count() or 1 if workers is None else workers  # this process has little to do meanwhile
    tell = watch or (lambda compared: None)
    with said(store.path), closing(Crew(workers=count)) as crew:
        done_by = DoneBy(partial(scored, crew), partial(grouped, crew), count) if count else None
        comparing = Comparing(store.connection, done_by=done_by)
        while rows := due(store.connection):
            for batch in _told(comparing, rows, count, tell):
                with transaction(store.connection):
                    done += comparing.tie(batch)
        while left := unclaimed(store.connection):
            tell(Compared(done, done, left))
            with transaction(store.connection):
                comparing.put_together()
    return done


def _told(comparing: Comparing, rows: Sequence[int], workers: int, tell: Watch) -> Iterator[Mapping[int, Given | None]]:
    """The documents, so many at once, with what children say that they tell; while these are compared, the children are
    at work on the next."""
    if len(rows) <= FEW or not workers:
        for at in range(0, len(rows), AT_ONCE):
            yield dict.fromkeys(rows[at : at + AT_ONCE])
            tell(Compared(min(at + AT_ONCE, len(rows)), len(rows)))
        return
    sources = ((row, comparing.source(row)) for row in rows)
    batch: dict[int, Given | None] = {}
    with closing(told_by_children(sources, workers=workers, ahead=2 * AT_ONCE)) as told:
        for number, (row, given) in enumerate(told, 1):
            batch[row] = given
            tell(Compared(number, len(rows)))
            if len(batch) == AT_ONCE or number == len(rows):
                yield batch
                batch = {}


def listed(
    store: Store,
    words: str = "",
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    tellings: int = 1,
    documents: int = 1,
    decided: bool = False,
) -> Iterator[Claim]:
    """The claims that speak of all the words and were told in that time, at least so often and in so many documents,
    those that most documents tell first; each whole, with origins and relations. With `as_of` they are
    those of the documents published by then, as if the base held no others. The claims come as they are asked for.

    Raises UsageError where the days leave no time.
    """
    last = min((day for day in (until, as_of) if day), default=None)
    if since and last and since > last:
        raise UsageError(f"no day is since {since} and until {last}; turn the two around")
    query = parsed(words)
    wanted = Meant(tellings=tellings, documents=documents, since=since, until=until, decided=decided)
    known, found = _known(store, wanted, query, as_of)
    for claim in found:
        if _is_meant(claim, wanted) and speaks_of(claim, query):
            yield _whole(claim, known)


def keys_of(store: Store, words: str = "") -> Iterator[str]:
    """The keys of the claims that speak of all the words, those that most documents tell first."""
    query = parsed(words)
    if store.writable and is_behind(store):
        brought_up_to_date(store)
    with said(store.path):
        if not query.words and not query.phrases and not is_behind(store):
            yield from Reader(store.connection).keys(Meant())
            return
    yield from (claim.key for claim in _known(store, Meant(), query, None)[1] if speaks_of(claim, query))


def of_documents(store: Store, keys: Collection[str], *, as_of: date | None = None) -> tuple[Claim, ...]:
    """What these documents tell, as claims under the keys that they have in the base, with people's decisions; only the
    tellings of these documents, without origins and relations. Those that most documents tell first. With `as_of`, by
    which all of the documents had been published, as if the base held no later ones."""
    if store.writable and is_behind(store):
        brought_up_to_date(store)
    with said(store.path):
        if is_behind(store):
            holdings = store.holdings(Selection(keys=tuple(sorted(keys)))) if keys else ()
            return claims_of(holdings, LANGUAGE, judgements=of_claims(store.connection))
        reader = Reader(store.connection, as_of=as_of, inside=_rows_of(store, keys) if as_of else None)
        found = (told_in_documents(claim, keys) for claim in reader.claims(reader.keys_in(keys)))
        return tuple(sorted((claim for claim in found if claim is not None), key=order_of))


def the_claim(store: Store, key: str) -> Claim:
    """The one claim whose key begins so. Raises UsageError where there is none, or several."""
    known, found = _known(store, Meant(key=key), Query(), None)
    first = list(islice((claim for claim in found if claim.key.startswith(key)), NAMED + 1))
    if len(first) == 1 or (first and first[0].key == key):
        return _whole(first[0], known)
    if not first:
        raise UsageError(f"{key}: no claim has a key that begins so; `lagebild claims` lists them")
    told = ", ".join(claim.key for claim in first[:NAMED])
    raise UsageError(f"{key}: fits several; say which: {told}{', …' if len(first) > NAMED else ''}")


def merged(store: Store, into: str, others: Sequence[str], *, author: str | None) -> list[Judgement]:
    """All of them are one, which goes by the key of the first."""
    name = author_of(author)
    head = the_claim(store, into)
    claims = [the_claim(store, key) for key in others]
    made = [merge(head, claim, author=name, at=datetime.now(UTC)) for claim in claims]
    store.judge_all(made)
    return made


def split_off(store: Store, key: str, refs: Sequence[str], *, author: str | None) -> list[Judgement]:
    """The tellings ("DOCUMENT/RECORD", or the document alone) are of another matter."""
    claim = the_claim(store, key)
    made = [split(claim, _full(claim, refs), author=author_of(author), at=datetime.now(UTC))]
    store.judge_all(made)
    return made


def likeness(store: Store, one: str, other: str) -> Outcome:
    """How surely two claims are one, and why or why not: that of their two tellings that are most alike."""
    left, right = the_claim(store, one), the_claim(store, other)
    documents = sorted(left.documents | right.documents)
    holdings = map(store.holding, documents)
    matters = {item.telling.ref: item.matter for holding in holdings for item in told_in(holding, LANGUAGE)}
    pairs = ((a.ref, b.ref) for a in left.tellings for b in right.tellings)
    return max((alike(matters[a], matters[b]) for a, b in pairs), key=lambda outcome: outcome.score)


def speaks_of(claim: Claim, query: Query) -> bool:
    """Whether every word asked for stands in the words of its tellings, in any form or as a part of another, or names a
    side of one; and none that must not."""
    texts = [[word.folded for word in words_in(telling.words)] for telling in claim.tellings]
    words = {word for text in texts for word in text}
    sides = {side for telling in claim.tellings for side in telling.sides}
    lines = [f" {' '.join(text)} " for text in texts]
    return (
        all(_holds(words, sides, word) for word in query.words)
        and all(any(f" {' '.join(phrase)} " in line for line in lines) for phrase in query.phrases)
        and not any(_holds(words, sides, word) for word in query.without)
        and not any(f" {' '.join(phrase)} " in line for phrase in query.without_phrases for line in lines)
    )


def _known(store: Store, meant: Meant, query: Query, as_of: date | None) -> tuple[Publications, Iterator[Claim]]:
    """All documents as publications, and claims that may be meant, in their order; with `as_of` those known by then.

    A base that cannot be written, and has documents that nobody has compared, is compared in memory.
    """
    if store.writable and is_behind(store):
        brought_up_to_date(store)
    with said(store.path):
        if is_behind(store):
            holdings = [item for item in store.holdings(Selection()) if _is_out(item, as_of)]
            found = claims_of(holdings, LANGUAGE, judgements=of_claims(store.connection))
            return publications_of(holdings, LANGUAGE), iter(found)
        inside = tuple(_with_word(store, word) for word in query.words)
        reader = Reader(store.connection, as_of=as_of, inside=min(inside, key=len, default=None))
        keys: Iterable[str] = reader.keys(replace(meant, inside=inside))
        plain = [word for word in query.words if not _documents_with_code(store, word)]
        if plain:  # most of what a document with the word tells does not hold it, and need not be taken apart
            keys = (key for key in keys if _holds_all(reader.texts(key), plain))
        return publications(store.connection, LANGUAGE, as_of=as_of), reader.claims(keys)


def _holds_all(texts: Iterable[str], asked: Sequence[str]) -> bool:
    words = {word.folded for text in texts for word in words_in(text)}
    return all(_holds(words, set(), word) for word in asked)


def is_behind(store: Store) -> bool:
    """Whether something has to be compared before claims are told."""
    if store.as_compared and made_alike(store.connection):
        return False
    return is_stale(store.connection)


def _is_out(holding: Holding, as_of: date | None) -> bool:
    day = holding.findings.document.date
    return as_of is None or (day is not None and day <= as_of)


def _rows_of(store: Store, keys: Collection[str]) -> frozenset[int]:
    query = "select id from documents where key in (select value from json_each(?))"
    return frozenset(row for (row,) in store.connection.execute(query, (json.dumps(sorted(keys)),)))


def _with_word(store: Store, word: str) -> frozenset[int]:
    """The documents that have the word in any form, or name the state that it names."""
    found = Matcher(store.connection, Query(words=(word,))).documents() or set()
    return frozenset(found | _documents_with_code(store, word))


def _documents_with_code(store: Store, word: str) -> set[int]:
    """The documents that name the state or body of which the word is a name or the code."""
    code = _codes().get(folded(word), word.upper())
    query = "select distinct document from entities where code = ?"
    return {row for (row,) in store.connection.execute(query, (code,))}


def _whole(claim: Claim, known: Publications) -> Claim:
    return with_relations(with_origins(claim, known, LANGUAGE), known, LANGUAGE)


def _full(claim: Claim, given: Sequence[str]) -> list[str]:
    """The refs of the claim's tellings that begin so."""
    found: list[str] = []
    for ref in given:
        fitting = [telling.ref for telling in claim.tellings if telling.ref.startswith(ref)]
        if not fitting:
            raise UsageError(
                f"{ref}: nothing of {claim.key} is told there; `lagebild claims show {claim.key}` lists where"
            )
        found.extend(item for item in fitting if item not in found)
    return found


def _holds(words: Iterable[str], sides: set[str], asked: str) -> bool:
    if _codes().get(folded(asked), asked.upper()) in sides:
        return True
    parts = parts_of(asked)
    return any(holds_part(word, part) for word in words for part in parts)


def _is_meant(claim: Claim, meant: Meant) -> bool:
    """Whether a claim is meant that was made in memory; one that was read from the base always is."""
    if len(claim.tellings) < meant.tellings or len(claim.documents) < meant.documents:
        return False
    if meant.decided and not claim.decided:
        return False
    if meant.since is None and meant.until is None:
        return True
    first, last = (meant.since or date.min).isoformat(), (meant.until or date.max).isoformat()
    return any(telling.day is not None and first <= telling.day <= last for telling in claim.tellings)


@cache
def _codes() -> dict[str, str]:
    """Codes of states by all their names, folded."""
    rows = LANGUAGE.table("states", key=("code",))
    names = ((row["code"], row[column]) for row in rows for column in ("name", "variants", "capitals"))
    return {folded(name): code for code, told in names for name in told.split("|") if name}
