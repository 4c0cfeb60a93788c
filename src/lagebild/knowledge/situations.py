"""The situation about words, entities and days: which documents are meant, and what they tell together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from lagebild.errors import UsageError
from lagebild.knowledge.claims import of_documents
from lagebild.knowledge.near import likely_among
from lagebild.model.holding import Holding
from lagebild.model.situation import Scope, Situation
from lagebild.situation import situation_of
from lagebild.store import Store
from lagebild.store.search.finding import find
from lagebild.store.search.query import parsed
from lagebild.store.search.wanted import Wanted


def situation(store: Store, scope: Scope) -> Situation:
    """The situation in the documents that hold every word of the scope (or mention whom it names) and one of its
    entities; without either, in all documents. Nothing found is an answer, not an error.

    Raises UsageError where the days leave no time.
    """
    _check(scope)
    keys = _meant(store, scope)
    as_of = date.fromisoformat(scope.as_of) if scope.as_of else None
    holdings = [store.holding(key, as_of=as_of) for key in sorted(keys)]
    dated = [holding for holding in holdings if _is_known(holding, scope)]
    query = parsed(scope.words)
    asked = [*query.words, *(" ".join(phrase) for phrase in query.phrases)]
    claims = of_documents(store, [holding.key for holding in dated], as_of=as_of)
    found = situation_of(holdings, claims, scope=scope, asked=asked)
    if found.documents:
        # What was known on a day is told without what is compared today.
        return found if as_of else replace(found, alike=likely_among(store, found.claims))
    return replace(found, missing=tuple(_unknown(store, scope)))


def _check(scope: Scope) -> None:
    last = min((day for day in (scope.until, scope.as_of) if day), default=None)
    if scope.since and last and scope.since > last:
        raise UsageError(f"no day is since {scope.since} and until {last}; turn the two around")


def _meant(store: Store, scope: Scope) -> set[str]:
    """The keys of the documents, whatever their days: undated ones are counted where days are asked for."""
    query = parsed(scope.words)
    asked = [{word} for word in query.words]
    found = [_about(store, words) for words in asked]
    rest = _rest(scope.words) if query.phrases or query.without or query.without_phrases else ""
    if rest:
        found.append(_keys(store, Wanted(words=rest)))
    if scope.entities:
        found.append(_keys(store, Wanted(entities=scope.entities)))
    return set.intersection(*found) if found else _keys(store, Wanted())


def _about(store: Store, words: Iterable[str]) -> set[str]:
    """The documents that hold the words, or mention somebody of that name: "Nordkorea" is in a report on Pjöngjang."""
    told = " ".join(words)
    return _keys(store, Wanted(words=told)) | _keys(store, Wanted(entities=(told,)))


def _rest(words: str) -> str:
    """The phrases of a query and what must not be there."""
    query = parsed(words)
    return " ".join(
        [
            *(f'"{" ".join(phrase)}"' for phrase in query.phrases),
            *(f"-{word}" for word in query.without),
            *(f'-"{" ".join(phrase)}"' for phrase in query.without_phrases),
        ]
    )


def _keys(store: Store, wanted: Wanted) -> set[str]:
    columns, rows = find(store.connection, "documents", wanted)
    place = columns.index("id")
    return {row[place] for row in rows}


def _is_known(holding: Holding, scope: Scope) -> bool:
    day = holding.findings.document.date
    if day is None:
        return not any((scope.since, scope.until, scope.as_of))
    told = day.isoformat()
    return (scope.since or "") <= told and all(told <= last for last in (scope.until, scope.as_of) if last)


def _unknown(store: Store, scope: Scope) -> Sequence[str]:
    """What of the question no document has at all."""
    words = [word for word in parsed(scope.words).words if not _about(store, [word])]
    return [*words, *(name for name in scope.entities if not _keys(store, Wanted(entities=(name,))))]
