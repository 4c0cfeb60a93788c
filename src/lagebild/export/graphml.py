"""GraphML: who says what to whom and who does what to whom, as a network."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from lagebild.export.cast import Cast, Who
from lagebild.export.characters import for_xml
from lagebild.export.destination import Destination, Text
from lagebild.export.options import Options
from lagebild.export.sorting import Record, grouped
from lagebild.export.told import Told, telling
from lagebild.model.event import Status
from lagebild.model.holding import Holding
from lagebild.model.keys import content_key
from lagebild.model.span import Span

NAME = "network.graphml"
SAYS_TO, SAYS_ABOUT, DOES_TO, THREATENS, DEALS_WITH = "says to", "says about", "does to", "threatens", "deals with"

NODE = {
    "label": "string", "kind": "string", "code": "string", "office": "string", "base_entity": "string",
    "documents": "int", "statements": "int", "acts": "int", "acted_on": "int",
}  # fmt: skip
EDGE = {
    "kind": "string", "label": "string", "weight": "double", "documents": "int", "origins": "int", "fact": "int",
    "attributed": "int", "possible": "int", "denied": "int", "first": "string", "last": "string", "evidence": "string",
}  # fmt: skip
"""The attributes of nodes and edges with their types; docs/export.md says what each means."""


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """A node for everybody who says or does something or is its object, an edge for each pair and act."""
    del options
    edges_folder, nodes_folder = to.scratch / "edges", to.scratch / "nodes"
    edges_folder.mkdir()
    nodes_folder.mkdir()
    nodes = _spooled(holdings, edges_folder / "all")
    counts = {"nodes": 0, "edges": 0}
    with to.text(NAME) as file:
        _begin(file)
        for key, rows in grouped(nodes, scratch=nodes_folder):
            _node(file, key, rows)
            counts["nodes"] += 1
        with (edges_folder / "all").open(encoding="ascii") as spooled:
            for key, rows in grouped(map(json.loads, spooled), scratch=edges_folder):
                _edge(file, key, rows)
                counts["edges"] += 1
        file.write("  </graph>\n</graphml>\n")
    return counts


def node_id(who: Who) -> str:
    """The id of somebody's node: the same in every export."""
    return content_key("n", who.id)


def ties(holding: Holding, cast: Cast) -> Iterator[tuple[Who, str, str, Who, str, Span]]:
    """Who, how (SAYS_TO …), by which act, to whom, how real, and where the text tells it."""
    findings = holding.findings
    for said in findings.attributions:
        speaker = cast.speaker(said)
        if speaker is None:
            continue
        addressed = cast.named_in(said.to)
        told = {who.id: who for span in said.content for who in cast.named_in(span)}
        for who in addressed:
            yield speaker, SAYS_TO, said.act.value, who, Status.FACT.value, said.content[0]
        for who in told.values():
            if who not in addressed:
                yield speaker, SAYS_ABOUT, said.act.value, who, Status.FACT.value, said.content[0]
    for event in findings.events:
        actor, recipient = cast.party(event.actor), cast.party(event.recipient)
        if actor is not None and recipient is not None:
            yield actor, DOES_TO, event.type.value, recipient, event.status.value, event.trigger
    for threat in findings.threats:
        source = cast.party(threat.source)
        for party in threat.to:
            target = cast.party(party)
            if source is not None and target is not None:
                yield source, THREATENS, "threat", target, threat.status.value, threat.trigger
    for deal in findings.exchanges:
        sides = [cast.party(side.party) for side in deal.sides]
        where = deal.tie[0] if deal.tie else next((span for side in deal.sides for span in side.gives), None)
        for number, one in enumerate(sides):
            for other in sides[number + 1 :]:
                if one is not None and other is not None and where is not None:
                    yield one, DEALS_WITH, "exchange", other, deal.status.value, where


def _spooled(holdings: Iterable[Holding], path: object) -> Iterator[Record]:
    """The rows of nodes, while those of edges go into a file: both come out of one pass over the holdings."""
    with open(str(path), "w", encoding="ascii") as spool:  # noqa: PTH123
        for holding in holdings:
            cast = Cast(holding)
            part: dict[str, tuple[Who, Counter[str]]] = {}
            for one, kind, act, other, status, span in ties(holding, cast):
                if one.id == other.id:
                    continue
                _counts(part, one)
                _counts(part, other)
                ends = [node_id(one), node_id(other)]
                # A deal has no direction, and readers refuse a graph that mixes edges with and without one.
                key = json.dumps([*(sorted(ends) if kind == DEALS_WITH else ends), kind, act])
                spool.write(json.dumps([key, *telling(holding), status, *span]) + "\n")
            for said in holding.findings.attributions:
                speaker = cast.speaker(said)
                if speaker is not None:
                    _counts(part, speaker)["statements"] += 1
            for event in holding.findings.events:
                for party, count in ((event.actor, "acts"), (event.recipient, "acted_on")):
                    who = cast.party(party)
                    if who is not None:
                        _counts(part, who)[count] += 1
            for who, counted in part.values():
                yield [node_id(who), *who, counted["statements"], counted["acts"], counted["acted_on"]]


def _counts(part: dict[str, tuple[Who, Counter[str]]], who: Who) -> Counter[str]:
    return part.setdefault(who.id, (who, Counter()))[1]


def _node(file: Text, key: str, rows: Iterable[Record]) -> None:
    names: Counter[str] = Counter()
    offices: Counter[str] = Counter()
    code = base = None
    kinds: Counter[str] = Counter()
    documents = statements = acts = acted_on = 0
    for row in rows:
        _, _, kind, name, its_code, office, its_base, _, said, did, got = row
        # A side known by its code alone lends its name only where nobody names it better.
        names[name] += 1 if name != its_code else 0
        kinds[kind] += 1
        offices.update([office] if office else [])
        code, base = code or its_code, base or its_base
        documents, statements, acts, acted_on = documents + 1, statements + said, acts + did, acted_on + got
    values = (
        _commonest(names), _commonest(kinds), code, _commonest(offices), base, documents, statements, acts, acted_on,
    )  # fmt: skip
    file.write(f"    <node id={quoteattr(key)}>\n{_data('n', NODE, values)}    </node>\n")


def _edge(file: Text, key: str, rows: Iterable[Record]) -> None:
    source, target, kind, act = json.loads(key)
    told, statuses = Told(), Counter[str]()
    file.write(f'    <edge id="{content_key("e", key)}" source="{source}" target="{target}">\n')
    # Written as it comes: an edge between two states may have a hundred thousand places that tell it.
    file.write('      <data key="e_evidence">')
    for _, document, origin, day, status, start, end in rows:
        told.seen(document, origin, day)
        file.write(f"{' ' if statuses else ''}{document}#{start}-{end}")
        statuses[status] += 1
    file.write("</data>\n")
    values = (
        kind, act, float(statuses.total()), told.documents, told.origins,
        *(statuses[status.value] for status in Status), told.first, told.last, None,
    )  # fmt: skip
    file.write(f"{_data('e', EDGE, values)}    </edge>\n")


def _commonest(counted: Counter[str]) -> str | None:
    """The most frequent; of equals the first in the alphabet, so that the order of documents does not matter."""
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def _data(prefix: str, attributes: dict[str, str], values: Iterable[object]) -> str:
    return "".join(
        f'      <data key="{prefix}_{name}">{escape(for_xml(str(value)))}</data>\n'
        for name, value in zip(attributes, values, strict=True)
        if value is not None
    )


def _begin(file: Text) -> None:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for domain, attributes in (("node", NODE), ("edge", EDGE)):
        for name, type_ in attributes.items():
            key = f'id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{type_}"'
            file.write(f"  <key {key}/>\n")
    file.write('  <graph edgedefault="directed">\n')
