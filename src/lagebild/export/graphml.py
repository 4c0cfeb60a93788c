"""GraphML: who says what to whom and who does what to whom, as a network."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lagebild.export.cast import Cast, Who
from lagebild.export.characters import for_xml
from lagebild.export.destination import Destination, Text
from lagebild.export.options import Options
from lagebild.export.sorting import Record, grouped
from lagebild.export.ties import Bond, ties
from lagebild.export.told import Told, telling
from lagebild.model.event import Status
from lagebild.model.holding import Holding
from lagebild.model.keys import content_key

NAME = "network.graphml"

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


def _spooled(holdings: Iterable[Holding], edges: Path) -> Iterator[Record]:
    """The rows of nodes, while those of edges go into a file: both come out of one pass over the holdings."""
    with edges.open("w", encoding="ascii") as spool:
        for holding in holdings:
            cast = Cast(holding)
            part: dict[str, tuple[Who, Counter[str]]] = {}
            for tie in ties(holding.findings, cast):
                for who in (tie.one, tie.other):
                    _counts(part, who)
                ends = [node_id(tie.one), node_id(tie.other)]
                # Readers refuse a graph that mixes edges with and without a direction.
                key = json.dumps([*(sorted(ends) if tie.bond is Bond.DEALS_WITH else ends), tie.bond, tie.act])
                spool.write(json.dumps([key, *telling(holding), tie.status, *tie.where]) + "\n")
            for said in holding.findings.attributions:
                _count(part, cast.speaker(said), "statements")
            for event in holding.findings.events:
                _count(part, cast.party(event.actor), "acts")
                _count(part, cast.party(event.recipient), "acted_on")
            for who, counted in part.values():
                yield [node_id(who), *who, counted["statements"], counted["acts"], counted["acted_on"]]


def _count(part: dict[str, tuple[Who, Counter[str]]], who: Who | None, what: str) -> None:
    if who is not None:
        _counts(part, who)[what] += 1


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
