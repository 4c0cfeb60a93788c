"""Origins: on whose word each claim stands, and how its voices stand to each other, as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.bulk.claims.agreed import Agreed
from lagebild.comparison.claims.gather import by_themselves
from lagebild.comparison.origins import Publication, with_origins
from lagebild.comparison.relations import with_relations
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Telling
from lagebild.tables import Row

MOST = 10_000
"""Of a claim that is told more often only the earliest so many tellings are asked on whose word they stand: what that
takes grows with their square."""


def with_voices(
    key: str, tellings: Sequence[Telling], published: Sequence[Publication], agreed: Agreed, language: Language
) -> Claim:
    """The claim with origins and relations; its tellings are in order, each with the publication of its document."""
    claim = Claim(key, "", "", by_themselves(tuple(tellings)))
    told = replace(claim, tellings=claim.tellings[:MOST])
    names = (name for telling in told.tellings for name in (telling.voice.name, *telling.voice.via) if name)
    known = agreed.publications(published[:MOST], names)
    found = with_relations(with_origins(told, known, language), known, language)
    return replace(found, tellings=claim.tellings)


def origin_rows(claim: Claim) -> Iterator[Row]:
    """A row for each origin, the earliest first."""
    documents = {telling.ref: telling.document for telling in claim.tellings}
    for number, origin in enumerate(claim.origins, 1):
        inside = len({documents[ref] for ref in origin.tellings})
        yield (
            claim.key, number, origin.name, origin.identity, origin.first, len(origin.tellings), inside, origin.reason,
            origin.interested,
        )  # fmt: skip


def repeat_rows(claim: Claim) -> Iterator[Row]:
    """A row for each telling that goes back to an origin."""
    for number, origin in enumerate(claim.origins, 1):
        for item in origin.repeats:
            yield claim.key, number, item.telling, item.of, item.reason


def relation_rows(claim: Claim) -> Iterator[Row]:
    """A row for each relation, in the order in which the later of the two came out."""
    for number, item in enumerate(claim.relations, 1):
        yield claim.key, number, item.kind.value, item.one, item.other, item.about, item.reason
