"""JSON-LD: every record as a W3C Web Annotation with its selectors, and PROV-O for who said, found and judged it."""

from collections.abc import Iterable, Iterator
from typing import Any

from lagebild.export.cast import Cast, Who
from lagebild.export.context import CONTEXT
from lagebild.export.destination import Destination
from lagebild.export.graph_file import GraphFile, Object, iri
from lagebild.export.options import Options
from lagebild.export.provenance import judged, program, reading, record_iri
from lagebild.export.selectors import stretch
from lagebild.model.codec import encode
from lagebild.model.entity import EntityKind
from lagebild.model.event import Party
from lagebild.model.holding import Holding, Standing
from lagebild.model.naming import name_on_wire

NAME = "annotations.jsonld"
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
                graph.add(program(holding.engine))
            for item in objects(holding, options):
                annotations += item.get("type") == "oa:Annotation"
                graph.add(item)
        graph.end()
    return {"annotations": annotations, "objects": graph.count}


def objects(holding: Holding, options: Options) -> Iterator[Object]:
    """All objects for one document."""
    cast = Cast(holding)
    yield _document(holding, options)
    yield reading(holding)
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
            "target": stretch(holding, options, mention.span),
            "wasGeneratedBy": iri("reading", holding.key),
            "lb:form": mention.form,
            "lb:reason": mention.reason,
            "lb:confidence": mention.confidence,
        }
    for judgement in holding.judgements:
        yield from judged(holding, judgement)


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
    record = name_on_wire(item)
    name = record_iri(holding, kind, record)
    spans = where if where and isinstance(where[0], list) else [where] if where else []
    yield {
        "id": iri("annotation", holding.key, kind, record),
        "type": "oa:Annotation",
        "motivation": "oa:classifying",
        "body": name,
        "target": [stretch(holding, options, span) for span in spans] or iri("document", holding.key),
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
            found["lb:toName"] = value
        elif field in _SPANS and not (kind == "attribution" and field == "act"):
            spans = value if value and isinstance(value[0], list) else [value] if value else []
            found[f"lb:{_term(field)}"] = [stretch(holding, options, span) for span in spans]
        elif field in _NAMES:
            found[f"lb:{field}Name"] = value
        else:
            found[f"lb:{field}"] = value
    if kind == "exchange":
        found["lb:side"] = [_side(holding, options, side) for side in item["sides"]]
    if kind == "event":
        found["lb:role"] = [
            {"lb:name": role["name"], "lb:words": stretch(holding, options, role["span"])} for role in item["roles"]
        ]
    return found


def _term(field: str) -> str:
    """`actor_span` says where the actor is named: lb:actorWords."""
    return field.removesuffix("_span") + "Words" if field.endswith("_span") else field


def _side(holding: Holding, options: Options, side: Object) -> Object:
    return {
        "lb:partyName": side["party"],
        "lb:gives": [stretch(holding, options, span) for span in side["gives"]],
        "events": [record_iri(holding, "event", key) for key in side["events"]],
    }
