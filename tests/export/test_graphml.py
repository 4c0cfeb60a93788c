"""GraphML, read back by networkx."""

import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.export import export
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.event import Event, EventType, Party, Status
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.model.span import Span
from tests.export.holdings import ADDED, any_holding, both, first, second


def _graph(folder: Path, *holdings: Holding) -> Any:
    export(holdings, format="graphml", out=folder / "out.graphml")
    return networkx.read_graphml(folder / "out.graphml", force_multigraph=True)


def _edges(graph: Any) -> dict[tuple[str, str, str, str], dict[str, Any]]:
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    return {
        (labels[one], data["kind"], data["label"], labels[other]): data for one, other, data in graph.edges(data=True)
    }


def test_who_says_and_does_what_to_whom_is_an_edge(tmp_path: Path) -> None:
    edges = _edges(_graph(tmp_path, *both()))
    assert ("Ada Kroll", "says to", "warn", "Norwegen") in edges
    assert ("SWE", "does to", "AID", "DNK") in edges
    assert ("DNK", "threatens", "threat", "Norwegen") in edges
    assert {("DNK", "deals with", "exchange", "SWE"), ("SWE", "deals with", "exchange", "DNK")} & edges.keys()


def test_somebody_is_one_node_in_all_documents(tmp_path: Path) -> None:
    graph = _graph(tmp_path, *both())
    (ada,) = [data for _, data in graph.nodes(data=True) if data["label"] == "Ada Kroll"]
    assert (ada["documents"], ada["statements"], ada["base_entity"]) == (2, 2, "p7")


def test_an_edge_counts_and_names_its_evidence(tmp_path: Path) -> None:
    again = replace(second(), key="d3", origin="g1")
    edges = _edges(_graph(tmp_path, second(), again))
    warned = edges["Ada Kroll", "says to", "warn", "Norwegen"]
    assert (warned["weight"], warned["documents"], warned["origins"]) == (2.0, 2, 1)
    assert (warned["first"], warned["last"]) == ("2031-05-09", "2031-05-09")
    where = warned["evidence"].split()
    assert [place.partition("#")[0] for place in where] == ["d2", "d3"]
    start, end = map(int, where[0].partition("#")[2].split("-"))
    assert second().findings.document.text[start:end] == "Der Sund bleibt offen."


def test_an_edge_says_how_real_the_texts_make_it(tmp_path: Path) -> None:
    given = _edges(_graph(tmp_path, first()))["SWE", "does to", "AID", "DNK"]
    assert (given["fact"], given["attributed"], given["possible"], given["denied"]) == (0, 1, 0, 0)


@pytest.mark.parametrize("name", ["<&>\"'", "a\x00b\x0b\x1f", "half \ud83d", "end\ufffe", "]]>", "e\u0301 \u202e"])
def test_any_name_gives_valid_xml(tmp_path: Path, name: str) -> None:
    text = "x y"
    done = Event(
        "e", Span(0, 1), EventType.AID, None, None, Party(name, None, "n"), Party("SWE", None), (), None, None, (),
        Status.FACT, (), None, "l", "r", 0.5,
    )  # fmt: skip
    entity = Entity("n", EntityKind.PERSON, name)
    findings = Findings(Document("x", text, "de"), entities=(entity,), events=(done,))
    graph = _graph(tmp_path, Holding("d9", findings, ADDED, "0.1.0"))
    assert graph.number_of_edges() == 1


@given(any_holding(), st.text(string.printable))
@settings(max_examples=20)
def test_any_findings_give_a_graph_that_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, holding: Holding, office: str
) -> None:
    entities = tuple(replace(item, office=office or None) for item in holding.findings.entities)
    changed = replace(holding, findings=replace(holding.findings, entities=entities))
    graph = _graph(tmp_path_factory.mktemp("graph"), changed)
    assert all(data["weight"] >= 1 for _, _, data in graph.edges(data=True))
