"""The oracle: the program's tellings grouped as the key says, so that origins, relations and figures answer for
themselves and not for the claims they are told of."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import lagebild
from lagebild.comparison.claims.gather import by_themselves
from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.ledgers import accounts_of, numbers_of
from lagebild.comparison.origins import Publications, publications_of, with_origins
from lagebild.comparison.relations import with_relations
from lagebild.knowledge import KnowledgeBase
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Telling
from lagebild.model.naming import place_name
from quality.situations.found import Found, as_found
from quality.situations.key import Key, folder, key
from quality.situations.meeting import met

LANGUAGE = Language("de")


@cache
def grouped(part: str) -> Found:
    """The same of a part, or of a small matter, whose reports are added to a base of their own."""
    with tempfile.TemporaryDirectory() as place, lagebild.open(Path(place) / "reports.db") as base:
        base.add(folder(part))
        return grouped_as(key(part), base)


def grouped_as(wanted: Key, base: KnowledgeBase) -> Found:
    """What a base would say of a part of the key had it grouped its tellings as the key does; of those that are none of
    the key nothing is said."""
    holdings = list(base.documents())
    ids = {holding.key: holding.findings.document.id for holding in holdings}
    publications = publications_of(holdings, LANGUAGE)
    said = [item.telling for holding in holdings for item in told_in(holding, LANGUAGE)]
    alone = [Claim(telling.ref, telling.words, telling.ref, (telling,)) for telling in said]
    meeting = met(wanted.tellings, as_found(alone, (), ids).claims)
    groups: dict[str, list[Telling]] = {}
    for telling in said:
        if telling.ref in meeting:
            groups.setdefault(meeting[telling.ref][0].claim, []).append(telling)
    claims = [_claim(key, told, publications) for key, told in groups.items()]
    numbers = [number for holding in holdings for number in numbers_of(holding, LANGUAGE)]
    accounts = accounts_of(numbers, publications, LANGUAGE, claims=_told_in(claims))
    return as_found(claims, accounts, ids)


def _claim(key: str, told: Sequence[Telling], publications: Publications) -> Claim:
    claim = Claim(key, told[0].words, told[0].ref, by_themselves(tuple(told)))
    return with_relations(with_origins(claim, publications, LANGUAGE), publications, LANGUAGE)


def _told_in(claims: Iterable[Claim]) -> Mapping[tuple[str, str], str]:
    """The claim in which each figure is told."""
    return {
        (telling.document, place_name(figure.span)): claim.key
        for claim in claims
        for telling in claim.tellings
        for figure in telling.figures
    }
