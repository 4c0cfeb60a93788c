"""JSON-LD, read back by rdflib without any network."""

from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings

from lagebild.export import Options, export
from lagebild.export.selectors import AROUND
from lagebild.model.holding import Holding
from tests.export.holdings import any_holding, both, second

# rdflib warns of what its own parser uses.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

PREFIXES = """
prefix oa: <http://www.w3.org/ns/oa#>
prefix prov: <http://www.w3.org/ns/prov#>
prefix schema: <https://schema.org/>
prefix lb: <urn:lagebild:term:>
"""


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object, **kwargs: object) -> None:
        raise AssertionError("something is fetched")

    monkeypatch.setattr("socket.socket.connect", refused)


def _graph(folder: Path, *holdings: Holding, options: Options | None = None) -> rdflib.Graph:
    export(holdings, format="jsonld", out=folder / "out.jsonld", options=options)
    graph = rdflib.Graph()
    graph.parse(folder / "out.jsonld", format="json-ld")
    return graph


def _rows(graph: rdflib.Graph, query: str) -> list[tuple[Any, ...]]:
    return sorted(tuple(value.toPython() if value is not None else None for value in row) for row in graph.query(query))  # type: ignore[union-attr]


def test_a_query_finds_a_quotation_with_its_speaker_and_offsets(tmp_path: Path) -> None:
    graph = _graph(tmp_path, *both())
    found = _rows(
        graph,
        PREFIXES
        + """select ?name ?exact ?start ?end ?text where {
            ?annotation a oa:Annotation; oa:hasBody ?said; oa:hasTarget ?where .
            ?said lb:act "warn"; prov:wasAttributedTo/schema:name ?name .
            ?where oa:hasSource/schema:articleBody ?text;
                oa:hasSelector [ a oa:TextQuoteSelector; oa:exact ?exact ];
                oa:hasSelector [ a oa:TextPositionSelector; oa:start ?start; oa:end ?end ] }""",
    )
    ((name, exact, start, end, text),) = found
    assert (name, exact) == ("Ada Kroll", "Der Sund bleibt offen.")
    assert text[start:end] == exact


def test_every_selector_points_at_its_words_with_what_stands_around_them(tmp_path: Path) -> None:
    graph = _graph(tmp_path, *both())
    found = _rows(
        graph,
        PREFIXES
        + """select ?text ?start ?end ?exact ?prefix ?suffix where {
            ?where oa:hasSource/schema:articleBody ?text; oa:hasSelector ?quote, ?position .
            ?quote oa:exact ?exact; oa:prefix ?prefix; oa:suffix ?suffix . ?position oa:start ?start; oa:end ?end }""",
    )
    assert len(found) > 30
    for text, start, end, exact, prefix, suffix in found:
        assert text[start:end] == exact
        assert prefix == text[max(0, start - AROUND) : start]
        assert suffix == text[end : end + AROUND]


def test_it_tells_which_program_and_rule_found_a_record_and_which_person_accepted_it(tmp_path: Path) -> None:
    graph = _graph(tmp_path, *both())
    found = _rows(
        graph,
        PREFIXES
        + """select ?version ?rule ?person ?verdict where {
            ?annotation oa:hasBody ?said; lb:plan ?plan;
                prov:wasGeneratedBy/prov:wasAssociatedWith/schema:softwareVersion ?version .
            ?said lb:rule ?rule; prov:wasInfluencedBy ?judgement .
            ?judgement prov:wasAssociatedWith/schema:name ?person; lb:verdict ?verdict }""",
    )
    assert found == [("0.1.0", "verb-content", "Mira Lund", "accept")]


def test_who_vouches_is_a_list_in_its_order(tmp_path: Path) -> None:
    graph = _graph(tmp_path, *both())
    query = PREFIXES + "select ?first where { ?event a lb:Event; lb:chain/rdf:first ?first }"
    assert _rows(graph, query) == [("Ada Kroll",)]


def test_without_text_a_quotation_has_no_surroundings(tmp_path: Path) -> None:
    graph = _graph(tmp_path, second(), options=Options(text=False))
    assert _rows(graph, PREFIXES + "select ?p where { ?s oa:prefix ?p }") == []
    assert ("Der Sund bleibt offen.",) in _rows(graph, PREFIXES + "select ?e where { ?s oa:exact ?e }")


@given(any_holding())
@settings(max_examples=10)
def test_any_findings_give_a_graph_that_can_be_read(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    graph = _graph(tmp_path_factory.mktemp("rdf"), holding)
    query = PREFIXES + "select (count(?a) as ?n) where { ?a a oa:Annotation }"
    assert _rows(graph, query)[0][0] <= sum(1 for _ in graph)
