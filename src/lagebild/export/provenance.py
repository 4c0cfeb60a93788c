"""Provenance: which program read a document and which person judged a record, in PROV-O."""

from collections.abc import Iterator

from lagebild.export.graph_file import Object, iri
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement


def record_iri(holding: Holding, kind: str, record: str) -> str:
    """What a record is called."""
    return iri(kind, holding.key, record)


def program(engine: str) -> Object:
    """The version of the program that read something."""
    return {
        "id": iri("engine", engine),
        "type": "prov:SoftwareAgent",
        "schema:name": "Lagebild",
        "schema:softwareVersion": engine,
    }


def reading(holding: Holding) -> Object:
    """The reading of a document, from which its records come."""
    return {
        "id": iri("reading", holding.key),
        "type": "prov:Activity",
        "used": iri("document", holding.key),
        "wasAssociatedWith": iri("engine", holding.engine),
    }


def judged(holding: Holding, judgement: Judgement) -> Iterator[Object]:
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
