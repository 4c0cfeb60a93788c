"""`lagebild explain`: why a record is there."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from lagebild import read_document
from lagebild.cli import console, options
from lagebild.cli.main import DONE
from lagebild.cli.read import SAMPLE, SAMPLE_DATE
from lagebild.errors import InputError, UsageError
from lagebild.language.load import Language, language_of
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.reading import Failure, read_inputs
from lagebild.report.explained.absence import missing
from lagebild.report.explained.explain import explain as explanation_of
from lagebild.report.explained.page import explained, listing
from lagebild.report.explained.places import token_at
from lagebild.report.explained.records import Record, at, keys_like, records, with_key
from lagebild.report.explained.wire import wire
from lagebild.report.labels import labels
from lagebild.report.layout import Line, Piece, wrapped

_NAMED = 5
"""Reports of a file that are named when one has to be chosen."""


@click.command(
    epilog="""\b
Examples:
  lagebild explain article.txt                         the records, with their offsets and keys
  lagebild explain article.txt --at 212                every record at that place, the innermost first
  lagebild explain article.txt --id 4f9d9a67           one record; the beginning of its key will do
  lagebild explain article.txt --at 212 --json         the same for programs
  lagebild explain --sample --at 500                   try it on the report that comes with the program

Offsets count code points from 0, as the spans in the output of `lagebild read --json` do; keys stand there too. Give
the same --date as for reading: without it times have no values. docs/explain.md says what each line means."""
)
@click.argument("path", metavar="[FILE|-]", required=False, type=click.Path(allow_dash=True))
@click.option("--at", "offset", type=int, metavar="OFFSET", help="Explain what stands at that place of the text.")
@click.option("--id", "key", metavar="KEY", help="Explain the record with that key.")
@click.option("--report", metavar="ID", help="Which report of a file that holds several.")
@click.option("--date", "day", type=options.Day(), help="Day of publication, where the report does not carry one.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@options.engine
@options.resources
@options.color
@click.option("--sample", is_flag=True, help="Explain the invented report that comes with the program.")
def explain(
    *,
    path: str | None,
    offset: int | None,
    key: str | None,
    report: str | None,
    day: date | None,
    as_json: bool,
    engine: str | None,
    resources: Path | None,
    color: console.Color,
    sample: bool,
) -> int:
    """Say why a record is there.

    That is: its words, the rule and the table entry that found it, the clause it stands in, how the speaker or the
    sides were found, who vouches, why it has its status, and what its confidence means.

    At a place without a statement or an event it says why there is none, as far as that can be told. Without --at and
    --id it lists the records.
    """
    console.utf8_output()
    if offset is not None and key is not None:
        raise click.UsageError("--at and --id are two ways to ask; give one of them")
    with ExitStack() as stack:
        if sample:
            path = str(stack.enter_context(as_file(files("lagebild") / "resources" / "samples" / SAMPLE)))
            day = day or SAMPLE_DATE
        if path is None:
            raise click.UsageError("name a FILE, - for standard input, or try --sample")
        document = _chosen(path, report)
    findings = read_document(
        document if document.date else replace(document, date=day), engine=engine, resources=resources
    )
    language = language_of(findings.document.language, resources)
    here = _asked(findings, offset=offset, key=key)
    page = console.Page(color=color, many=False)
    if as_json:
        console.print_object(_wire(here, findings, language, offset=offset))
    elif offset is None and key is None:
        console.print_page(listing(here, findings, labels(), page.width), page)
    else:
        console.print_page(_lines(here, findings, language, offset=offset, width=page.width), page)
    return DONE


def _chosen(path: str, report: str | None) -> Document:
    """The one report that is asked about; raises where it cannot be read or told."""
    documents: list[Document] = []
    for item in read_inputs((path,)):
        if isinstance(item, Failure):
            raise InputError(item.reason if item.origin in item.reason else f"{item.origin}: {item.reason}")
        documents.append(item)
    named = [item for item in documents if report is None or item.id == report]
    if len(named) == 1:
        return named[0]
    ids = ", ".join(item.id for item in documents[:_NAMED]) + (", …" if len(documents) > _NAMED else "")
    if report is not None:
        raise UsageError(f"{path}: {'no report has' if not named else 'several reports have'} the id {report!r}: {ids}")
    raise UsageError(f"{path}: holds {len(documents)} reports; choose one with --report ID: {ids}")


def _asked(findings: Findings, *, offset: int | None, key: str | None) -> list[Record]:
    """The records that are asked about: at the place, with the key, or all that have a key."""
    size = len(findings.document.text)
    if offset is not None:
        if not 0 <= offset < size:
            raise UsageError(f"--at {offset}: outside the text, whose code points are 0 to {size - 1}")
        return at(findings, offset)
    if key is None:
        return list(records(findings))
    found = with_key(findings, key)
    if not found:
        near = keys_like(findings, key)
        hint = f"near it: {', '.join(near)}" if near else "without --id the records are listed with their keys"
        raise UsageError(f"--id {key}: no record of this report has that key; {hint}")
    return found


def _lines(
    here: list[Record], findings: Findings, language: Language, *, offset: int | None, width: int
) -> Iterator[Line]:
    """Where we are, each record, and what is missing there."""
    if offset is not None:
        yield from _place(findings, offset, width)
    for record in here:
        yield ()
        yield from explained(explanation_of(record, findings, language, labels()), findings, labels(), width)
    if offset is not None:
        for reason in missing(here, offset, findings, language, labels()):
            yield ()
            yield from wrapped([Piece(reason, "note")], width=width, indent=2)


def _place(findings: Findings, offset: int, width: int) -> Iterator[Line]:
    """The words around the place, the place itself marked."""
    text, around = findings.document.text, 30
    word = token_at(findings, offset)
    start, end = word[1].span if word else (offset, offset + 1)
    before, behind = text[max(start - around, 0) : start], text[end : end + around]
    pieces = [
        Piece(f"{offset}: …{before}", "faint"),
        Piece(f"[{text[start:end]}]", "value"),
        Piece(f"{behind}…", "faint"),
    ]
    yield from wrapped(pieces, width=width, indent=2)


def _wire(here: list[Record], findings: Findings, language: Language, *, offset: int | None) -> dict[str, Any]:
    """As docs/explain.md describes it."""
    told = [wire(explanation_of(record, findings, language, labels()), findings.document.text) for record in here]
    absent = missing(here, offset, findings, language, labels()) if offset is not None else []
    return {"id": findings.document.id, "at": offset, "records": told, "missing": absent}
