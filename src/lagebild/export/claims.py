"""schema.org Claim: what somebody said, with the reports that have these words."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lagebild.export.cast import Cast
from lagebild.export.destination import Destination
from lagebild.export.graph_file import GraphFile, Object, iri
from lagebild.export.options import Options
from lagebild.export.sorting import Record, grouped
from lagebild.model.entity import EntityKind
from lagebild.model.holding import Holding
from lagebild.model.keys import content_key

NAME = "claims.jsonld"
CONTEXT: Object = {
    "@vocab": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "lb": "urn:lagebild:term:",
    "id": "@id",
    "type": "@type",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "xsd:date"},
    "appearance": {"@type": "@id"},
    "firstAppearance": {"@type": "@id"},
}
_TYPES = {
    EntityKind.PERSON.value: "Person",
    EntityKind.STATE.value: "Country",
    EntityKind.ORGANISATION.value: "Organization",
    EntityKind.MEDIUM.value: "NewsMediaOrganization",
    EntityKind.GROUP.value: "Organization",
}


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """One Claim for each statement; the same words of the same speaker in several reports are one."""
    del options
    claims = 0
    with to.text(NAME) as file:
        graph = GraphFile(file, CONTEXT)
        for key, rows in grouped(_statements(holdings, graph), scratch=to.scratch):
            graph.add(_claim(key, rows))
            claims += 1
        graph.end()
    return {"claims": claims, "articles": graph.count - claims}


def _statements(holdings: Iterable[Holding], graph: GraphFile) -> Iterator[Record]:
    """Adds the articles to the graph, and gives a row for each statement."""
    for holding in holdings:
        cast, document = Cast(holding), holding.findings.document
        day = document.date.isoformat() if document.date else None
        if holding.findings.attributions:
            graph.add(_article(holding))
        for said in holding.findings.attributions:
            who = cast.speaker(said)
            words = " … ".join(span.of(document.text) for span in said.content)
            # Whose words they are is not known, so the same words elsewhere may be somebody else's.
            speaker = who.id if who else f"{holding.key}/{said.key}"
            key = json.dumps([speaker, said.act.value, words])
            told = list(who) if who else None
            yield [key, told, holding.key, day, document.language, said.form.value]


def _article(holding: Holding) -> Object:
    document = holding.findings.document
    return {
        "id": iri("document", holding.key),
        "type": "NewsArticle",
        "headline": document.title,
        "datePublished": document.date.isoformat() if document.date else None,
        "publisher": {"type": "Organization", "name": document.publisher} if document.publisher else None,
        "author": {"type": "Person", "name": document.author} if document.author else None,
        "inLanguage": document.language,
        "identifier": document.id,
        "sameAs": document.url,
    }


def _claim(key: str, rows: Iterable[Record]) -> Object:
    speaker, act, words = json.loads(key)
    author = language = None
    days: dict[str, str | None] = {}
    forms: set[str] = set()
    for number, (_, who, document, day, its_language, form) in enumerate(rows):
        if number == 0:
            author, language = who, its_language
        days[document] = day
        forms.add(form)
    return {
        "id": iri("claim", content_key("c", speaker, act, words)),
        "type": "Claim",
        "text": words,
        "inLanguage": language,
        "author": _author(author),
        "appearance": [iri("document", document) for document in days],
        "firstAppearance": _first(days),
        "lb:act": act,
        "lb:form": sorted(forms),
    }


def _author(who: list[Any] | None) -> Object | None:
    if who is None:
        return None
    id, kind, name, _, office, *_ = who
    return {"id": iri("agent", id), "type": _TYPES.get(kind, "Thing"), "name": name, "jobTitle": office}


def _first(days: dict[str, str | None]) -> str | None:
    """The earliest of several reports, where each is dated and no other is of the same day."""
    dated = [(day, document) for document, day in days.items() if day is not None]
    if len(days) < 2 or len(dated) < len(days):
        return None
    (earliest, document), following = sorted(dated)[:2]
    return iri("document", document) if earliest < following[0] else None
