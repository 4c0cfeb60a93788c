"""JSON-LD: every record as a W3C Web Annotation with its selectors, and PROV-O for who said, found and judged it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lagebild.export.cast import Cast, Who
from lagebild.export.destination import Destination
from lagebild.export.graph_file import GraphFile, Object, iri
from lagebild.export.options import Options
from lagebild.model.codec import encode
from lagebild.model.entity import EntityKind
from lagebild.model.event import Party
from lagebild.model.holding import Holding, Standing
from lagebild.model.judgement import Judgement

NAME = "annotations.jsonld"
CONTEXT: Object = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "lb": "urn:lagebild:term:",
    "id": "@id",
    "type": "@type",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "wasInfluencedBy": {"@id": "prov:wasInfluencedBy", "@type": "@id"},
    "plan": {"@id": "lb:plan", "@type": "@id"},
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    "published": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "added": {"@id": "dcterms:dateAccepted", "@type": "xsd:dateTime"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "chain": {"@id": "lb:chain", "@container": "@list"},
    "who": {"@id": "lb:who", "@type": "@id"},
    "actor": {"@id": "lb:actor", "@type": "@id"},
    "recipient": {"@id": "lb:recipient", "@type": "@id"},
    "party": {"@id": "lb:party", "@type": "@id"},
    "threatens": {"@id": "lb:threatens", "@type": "@id"},
    "within": {"@id": "lb:within", "@type": "@id"},
    "attribution": {"@id": "lb:attribution", "@type": "@id"},
    "events": {"@id": "lb:events", "@type": "@id"},
}
"""The names of the W3C's own context (http://www.w3.org/ns/anno.jsonld), spelled out so that nothing is fetched."""
AROUND = 32
"""Characters before and after the quoted words, by which they can be found again in a page that has changed."""

_KINDS = {
    "attributions": ("attribution", "content"), "events": ("event", "trigger"), "exchanges": ("exchange", "tie"),
    "breaches": ("breach", "trigger"), "threats": ("threat", "trigger"), "deployments": ("deployment", "trigger"),
    "timexes": ("timex", "span"), "quantities": ("quantity", "span"), "places": ("place", "span"),
}  # fmt: skip
"""The lists of the wire form, what judgements call a record of each, and the field whose words are the target."""
_SPANS = frozenset({
    "source", "cue", "to", "actor_span", "recipient_span", "place", "time", "quantities", "also", "act", "violates",
    "who_span", "from_span", "means", "condition", "whose_span", "forces", "strength", "part_of", "where", "since",
    "purpose", "trigger", "counted",
})  # fmt: skip
_NAMES = frozenset({"speaker", "actor", "recipient", "who", "from", "whose"})
"""Fields that say who by a name or code; the agents themselves are linked beside."""
_APART = frozenset({
    "key", "words", "content", "tie", "span", "sides", "roles", "to_spans", "to_entities", "entity", "within",
    "attribution", "chain", "actor_entity", "recipient_entity", "who_entity", "from_entity", "whose_entity",
})  # fmt: skip
_CLASSES = {
    EntityKind.PERSON.value: ["prov:Person", "schema:Person"],
    EntityKind.STATE.value: ["prov:Organization", "schema:Country"],
    EntityKind.ORGANISATION.value: ["prov:Organization", "schema:Organization"],
    EntityKind.MEDIUM.value: ["prov:Organization", "schema:NewsMediaOrganization"],
    EntityKind.GROUP.value: ["prov:Agent"],
    EntityKind.PLACE.value: ["schema:Place"],
}


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """One graph: documents, who is spoken of, annotations, and how each came to be."""
    annotations = 0
    engines: set[str] = set()
    with to.text(NAME) as file:
        graph = GraphFile(file, CONTEXT)
        for holding in holdings:
            if holding.engine not in engines:
                engines.add(holding.engine)
                graph.add(_engine(holding.engine))
            for item in objects(holding, options):
                annotations += item.get("type") == "oa:Annotation"
                graph.add(item)
        graph.end()
    return {"annotations": annotations, "objects": graph.count}


def objects(holding: Holding, options: Options) -> Iterator[Object]:
    """All objects for one document."""
    cast = Cast(holding)
    yield _document(holding, options)
    yield {
        "id": iri("reading", holding.key),
        "type": "prov:Activity",
        "used": iri("document", holding.key),
        "wasAssociatedWith": iri("engine", holding.engine),
    }
    for who in cast.everybody():
        yield _agent(who)
    wire, outsiders = encode(holding.findings), dict[str, Who]()
    for name, (kind, target) in _KINDS.items():
        for record, item in zip(getattr(holding.findings, name), wire[name], strict=True):
            parties = _parties(kind, record, cast)
            outsiders.update((who.id, who) for _, who in parties)
            yield from _annotation(holding, options, kind, target, item, parties)
    known = {who.id for who in cast.everybody()}
    for id, who in outsiders.items():
        if id not in known:
            yield _agent(who)
    for number, mention in enumerate(holding.findings.mentions, 1):
        named = cast.entity(mention.entity)
        yield {
            "id": iri("mention", holding.key, str(number)),
            "type": "oa:Annotation",
            "motivation": "oa:identifying",
            "body": _agent_id(named) if named else None,
            "target": _place(holding, options, mention.span),
            "wasGeneratedBy": iri("reading", holding.key),
            "lb:form": mention.form,
            "lb:reason": mention.reason,
            "lb:confidence": mention.confidence,
        }
    for judgement in holding.judgements:
        yield from _judgement(holding, judgement)


def record_iri(holding: Holding, kind: str, record: str) -> str:
    """What a record is called."""
    return iri(kind, holding.key, record)


def _document(holding: Holding, options: Options) -> Object:
    document = holding.findings.document
    return {
        "id": iri("document", holding.key),
        "type": ["prov:Entity", "schema:NewsArticle"],
        "schema:identifier": document.id,
        "schema:headline": document.title,
        "published": document.date.isoformat() if document.date else None,
        "added": holding.added.isoformat(),
        "schema:inLanguage": document.language,
        "schema:publisher": document.publisher,
        "schema:author": document.author,
        "url": document.url if _address(document.url) else None,
        "lb:origin": holding.origin,
        "schema:articleBody": document.text if options.text else None,
    }


def _address(url: str | None) -> bool:
    """Whether it may stand where an address is expected: parsers refuse a whole file over one that may not."""
    return url is not None and url.startswith(("http://", "https://")) and not set(url) & set(' <>"{}|\\^`\n\t\r')


def _engine(engine: str) -> Object:
    return {
        "id": iri("engine", engine),
        "type": "prov:SoftwareAgent",
        "schema:name": "Lagebild",
        "schema:softwareVersion": engine,
    }


def _agent_id(who: Who) -> str:
    return iri("agent", who.id)


def _agent(who: Who) -> Object:
    return {
        "id": _agent_id(who),
        "type": _CLASSES.get(who.kind, ["schema:Thing"]),
        "schema:name": who.name,
        "lb:kind": who.kind,
        "lb:code": who.code,
        "lb:office": who.office,
    }


def _parties(kind: str, record: Any, cast: Cast) -> list[tuple[str, Who]]:
    """The agents that a record links, each with the name of the link."""
    named: list[tuple[str, Party | None]] = []
    if kind == "attribution":
        speaker = cast.speaker(record)
        return [("wasAttributedTo", speaker)] if speaker else []
    if kind == "event":
        named = [("actor", record.actor), ("recipient", record.recipient)]
    elif kind == "breach":
        named = [("who", record.who)]
    elif kind == "threat":
        named = [("who", record.source), *(("threatens", party) for party in record.to)]
    elif kind == "deployment":
        named = [("who", record.whose)]
    elif kind == "exchange":
        named = [("party", side.party) for side in record.sides]
    return [(link, who) for link, party in named if (who := cast.party(party)) is not None]


def _annotation(
    holding: Holding, options: Options, kind: str, target: str, item: Object, parties: list[tuple[str, Who]]
) -> Iterator[Object]:
    """The annotation, and the record that is its body."""
    where = item[target]
    record = item.get("key") or f"{item['span'][0]}-{item['span'][1]}"
    name = record_iri(holding, kind, record)
    spans = where if where and isinstance(where[0], list) else [where] if where else []
    yield {
        "id": iri("annotation", holding.key, kind, record),
        "type": "oa:Annotation",
        "motivation": "oa:classifying",
        "body": name,
        "target": [_place(holding, options, span) for span in spans] or iri("document", holding.key),
        "wasGeneratedBy": iri("reading", holding.key),
        "plan": iri("rule", item["rule"]),
    }
    links: dict[str, list[str]] = {}
    for link, who in parties:
        links.setdefault(link, []).append(_agent_id(who))
    yield {
        "id": name,
        "type": ["prov:Entity", f"lb:{kind.capitalize()}"],
        **links,
        **_fields(holding, options, kind, target, item),
        "within": record_iri(holding, "attribution", item["within"]) if item.get("within") else None,
        "attribution": record_iri(holding, "attribution", item["attribution"]) if item.get("attribution") else None,
        "chain": [{"id": "lb:unnamed"} if name is None else name for name in item.get("chain", [])],
        "lb:standing": holding.standing.get((kind, record), Standing.FOUND).value,
        "wasInfluencedBy": [
            iri("judgement", judgement.key)
            for judgement in holding.judgements
            if (judgement.kind, judgement.record) == (kind, record)
        ],
    }


def _fields(holding: Holding, options: Options, kind: str, target: str, item: Object) -> Object:
    """What the record says: stretches of the text as places in it, anything else as it is."""
    found: Object = {}
    for field, value in item.items():
        if field in _APART or field == target or value is None:
            continue
        if kind == "threat" and field == "to":
            found["lb:to"] = value
        elif field in _SPANS and not (kind == "attribution" and field == "act"):
            spans = value if value and isinstance(value[0], list) else [value] if value else []
            found[f"lb:{_term(field)}"] = [_place(holding, options, span) for span in spans]
        elif field in _NAMES:
            found[f"lb:{field}Name"] = value
        else:
            found[f"lb:{field}"] = value
    if kind == "exchange":
        found["lb:side"] = [_side(holding, options, side) for side in item["sides"]]
    if kind == "event":
        found["lb:role"] = [
            {"lb:name": role["name"], "lb:words": _place(holding, options, role["span"])} for role in item["roles"]
        ]
    return found


def _term(field: str) -> str:
    """`actor_span` says where the actor is named: lb:actorWords."""
    return field.removesuffix("_span") + "Words" if field.endswith("_span") else field


def _side(holding: Holding, options: Options, side: Object) -> Object:
    return {
        "lb:partyName": side["party"],
        "lb:gives": [_place(holding, options, span) for span in side["gives"]],
        "events": [record_iri(holding, "event", key) for key in side["events"]],
    }


def _place(holding: Holding, options: Options, span: Sequence[int]) -> Object:
    """A stretch of the document's text, by position in code points and by its words."""
    text, (start, end) = holding.findings.document.text, span
    return {
        "type": "oa:SpecificResource",
        "source": iri("document", holding.key),
        "selector": [
            {
                "type": "oa:TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start] if options.text else None,
                "suffix": text[end : end + AROUND] if options.text else None,
            },
            {"type": "oa:TextPositionSelector", "start": start, "end": end},
        ],
    }


def _judgement(holding: Holding, judgement: Judgement) -> Iterator[Object]:
    """What a person decided, and the person."""
    person = iri("person", judgement.author)
    yield {"id": person, "type": ["prov:Person", "schema:Person"], "schema:name": judgement.author}
    yield {
        "id": iri("judgement", judgement.key),
        "type": "prov:Activity",
        "used": record_iri(holding, judgement.kind, judgement.record),
        "wasAssociatedWith": person,
        "endedAtTime": judgement.at.isoformat(),
        "lb:verdict": judgement.verdict.value,
        "lb:field": judgement.field,
        "lb:value": judgement.value,
    }
