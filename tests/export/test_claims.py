"""schema.org Claims, read back by rdflib."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib

from lagebild.export import export
from lagebild.model.holding import Holding
from tests.export.holdings import both, second

# rdflib warns of what its own parser uses.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

PREFIX = "prefix schema: <https://schema.org/>\n"


def _rows(folder: Path, holdings: tuple[Holding, ...], query: str) -> list[tuple[Any, ...]]:
    export(holdings, format="claims", out=folder / "out.jsonld", force=True)
    graph = rdflib.Graph()
    graph.parse(folder / "out.jsonld", format="json-ld")
    return sorted(tuple(value.toPython() for value in row) for row in graph.query(PREFIX + query))  # type: ignore[union-attr]


def _on(day: date, key: str) -> Holding:
    findings = second().findings
    return replace(second(), key=key, findings=replace(findings, document=replace(findings.document, date=day)))


def test_a_claim_has_its_words_its_author_and_the_report_where_it_appears(tmp_path: Path) -> None:
    found = _rows(
        tmp_path,
        both(),
        """select ?text ?name ?headline where {
            ?claim a schema:Claim; schema:text ?text; schema:author/schema:name ?name;
                schema:appearance [ a schema:NewsArticle; schema:headline ?headline ] }""",
    )
    assert found == [("Der Sund bleibt offen.", "Ada Kroll", "=Sund")]


def test_the_same_words_of_the_same_person_are_one_claim_that_appeared_first_somewhere(tmp_path: Path) -> None:
    reports = (_on(date(2031, 5, 10), "d4"), _on(date(2031, 5, 9), "d5"))
    query = "select ?claim ?day where { ?claim a schema:Claim; schema:firstAppearance/schema:datePublished ?day }"
    ((_, day),) = _rows(tmp_path, reports, query)
    assert day == date(2031, 5, 9)


def test_which_report_was_first_is_not_told_where_days_are_missing_or_equal(tmp_path: Path) -> None:
    query = "select ?claim ?first where { ?claim schema:firstAppearance ?first }"
    equal = (_on(date(2031, 5, 9), "d4"), _on(date(2031, 5, 9), "d5"))
    assert _rows(tmp_path, equal, query) == []
    assert _rows(tmp_path, (second(),), query) == []
