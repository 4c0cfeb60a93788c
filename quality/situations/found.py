"""What the program says of reports, as records that know these by their ids and nothing of the base."""

import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import lagebild
from lagebild.comparison.ledgers import Account
from lagebild.knowledge import KnowledgeBase
from lagebild.model.claim import Claim, Telling
from lagebild.model.span import Span
from lagebild.store.claims.nearby import Nearby
from lagebild.store.selection import Selection


class FoundTelling(NamedTuple):
    """A telling of the program. `claim` is its claim's key, `voice` the names by which it tells the speaker."""

    claim: str
    ref: str
    report: str
    spans: tuple[Span, ...]
    words: str
    voice: tuple[str, ...]
    day: str | None


class FoundRelation(NamedTuple):
    """`one` and `other` are refs of tellings."""

    kind: str
    one: str
    other: str
    about: str | None


class FoundClaim(NamedTuple):
    """A claim of the program; `first` is the ref of the telling with which its first origin came out, None where it
    tells no origin."""

    key: str
    gloss: str
    tellings: tuple[FoundTelling, ...]
    origins: tuple[str, ...]
    first: str | None
    relations: tuple[FoundRelation, ...]


class FoundValue(NamedTuple):
    """A figure in a ledger of the program."""

    report: str
    span: Span
    low: float | None
    high: float | None
    source: tuple[str, ...]
    day: str | None


class Found(NamedTuple):
    """Everything of one run. `near` has for each claim's key those of others that are shown as perhaps the same."""

    claims: tuple[FoundClaim, ...]
    ledgers: tuple[tuple[FoundValue, ...], ...]
    near: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@cache
def found(reports: Path) -> Found:
    """What the program says of all reports of a folder, added to a base of their own."""
    with tempfile.TemporaryDirectory() as folder, lagebild.open(Path(folder) / "reports.db") as base:
        base.add(reports)
        return found_in(base)


def found_in(base: KnowledgeBase) -> Found:
    """What a base says of the reports that it holds."""
    ids = {holding.key: holding.findings.document.id for holding in base.store.holdings(Selection())}
    said = as_found(base.claims(), base.ledger(""), ids)
    nearby = Nearby(base.store.connection)
    return said._replace(near={claim.key: tuple(item.key for item in nearby.of(claim.key)) for claim in said.claims})


def as_found(claims: Iterable[Claim], accounts: Iterable[Account], ids: Mapping[str, str]) -> Found:
    """Claims and ledgers with the reports' ids (by their keys in the base) in place of these."""
    return Found(
        claims=tuple(_claim(claim, ids) for claim in claims),
        ledgers=tuple(_ledger(account, ids) for account in accounts),
    )


def _claim(claim: Claim, ids: Mapping[str, str]) -> FoundClaim:
    return FoundClaim(
        key=claim.key,
        gloss=claim.gloss,
        tellings=tuple(_telling(claim.key, telling, ids) for telling in claim.tellings),
        origins=tuple(origin.name or "" for origin in claim.origins),
        first=claim.origins[0].first if claim.origins else None,
        relations=tuple(
            FoundRelation(relation.kind.value, relation.one, relation.other, relation.about)
            for relation in claim.relations
        ),
    )


def _telling(claim: str, telling: Telling, ids: Mapping[str, str]) -> FoundTelling:
    return FoundTelling(
        claim=claim,
        ref=telling.ref,
        report=ids[telling.document],
        spans=telling.spans,
        words=telling.words,
        voice=_names(telling),
        day=telling.day,
    )


def _ledger(account: Account, ids: Mapping[str, str]) -> tuple[FoundValue, ...]:
    return tuple(
        FoundValue(
            report=ids[value.telling.document],
            span=value.figure.span,
            low=value.figure.low,
            high=value.figure.high,
            source=tuple(dict.fromkeys((*((value.source,) if value.source else ()), *_names(value.telling)))),
            day=value.day,
        )
        for value in account.values
    )


def _names(telling: Telling) -> tuple[str, ...]:
    return tuple(name for name in (telling.voice.name, telling.voice.code) if name)
