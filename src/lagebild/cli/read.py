"""`lagebild read`: reports in, findings out."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import click

from lagebild import read_document
from lagebild.cli import console, options
from lagebild.cli.main import DONE, OUR_FAULT, SOME_FAILED
from lagebild.errors import InputError
from lagebild.garbage import tables_spared
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.reading import Failure, read_inputs
from lagebild.reading.documents import with_day

SAMPLE = "drohnenhandel.txt"
"""The report that ships with the program. It is invented, people and deal alike."""
SAMPLE_DATE = date(2031, 3, 13)

FORMATS: dict[str, console.Format] = {
    "text": console.print_reports,
    "json": console.print_json,
    "jsonl": console.print_lines,
}

Read = Callable[[Document], Findings]


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one run."""

    read: int = 0
    failed: int = 0
    broken: int = 0
    undated: int = 0
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)

    def count(self, document: Document) -> None:
        """Counts a document that has been read."""
        self.read += 1
        self.undated += document.date is None
        if document.id in self.ids:
            self.twice.append(document.id)
        self.ids.add(document.id)

    @property
    def exit_code(self) -> int:
        """Our own fault outranks a bad input."""
        if self.broken:
            return OUR_FAULT
        return SOME_FAILED if self.failed else DONE


@click.command(
    epilog="""\b
Examples:
  lagebild read --sample                              see what it does
  lagebild read article.txt --date 2024-12-04         with the day of publication, relative times get dates
  lagebild read reports/*.txt --jsonl > found.jsonl   many reports, one JSON object a line
  lagebild read page.html report.pdf                  title, author and date are found in them
  lagebild read reports.csv --map text=body,date=day  columns with names of your own
  curl -s … | lagebild read - --json | jq '.attributions[] | {speaker, act, words}'
  lagebild read article.txt --resources my-tables/    with office holders or cue verbs of your own

docs/json.md says what each JSON field means, docs/formats.md what is read how."""
)
@click.argument("paths", metavar="[FILE…|-]", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--json", "shape", flag_value="json", help="One JSON object; an array for several reports.")
@click.option("--jsonl", "shape", flag_value="jsonl", help="One JSON object on a line for each report.")
@options.day
@options.language
@options.mapping
@options.engine
@options.resources
@options.color
@click.option("--all", "full", is_flag=True, help="Show every entry on the page for people; else long lists are cut.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error but what failed.")
@click.option("--sample", is_flag=True, help="Read the invented report that comes with the program.")
def read(
    *,
    paths: tuple[str, ...],
    shape: str | None,
    day: date | None,
    language: str,
    mapping: dict[str, str],
    engine: str | None,
    resources: Path | None,
    color: console.Color,
    full: bool,
    quiet: bool,
    sample: bool,
) -> int:
    """Read news reports and print who says what, when, how many.

    FILE is plain text, Markdown, a web page, PDF, Word (.docx), a mail (.eml), or JSON, JSON lines, CSV or Parquet with
    the fields id, text, title, date, url, publisher, author, language; agencies' ninjs and NewsML-G2 too. A folder
    stands for the files in it. "-" is standard input, which is also read when no FILE is named and something is piped
    in.

    Exit codes: 0 done, 1 our fault, 2 wrong use, 3 done but some inputs failed (each is named), 130 interrupted.
    """
    console.utf8_output()
    with ExitStack() as stack:
        if sample:
            paths = (*paths, str(stack.enter_context(as_file(files("lagebild") / "resources" / "samples" / SAMPLE))))
            day = day or SAMPLE_DATE
        if not paths and sys.stdin.isatty():
            raise click.UsageError("name a FILE to read, pipe one in, or try --sample")
        tally = Tally()

        def reader(document: Document) -> Findings:
            asked = document if language == "auto" else replace(document, language=language)
            found = read_document(asked, engine=engine, resources=resources)
            # JSON does not hold the analysis, and that of a long text takes half of the memory.
            return replace(found, analysis=None) if shape else found

        many = len(paths) > 1 or any(Path(path).is_dir() for path in paths)
        inputs = read_inputs(paths or ("-",), mapping=mapping)
        loaded = stack.enter_context(tables_spared())
        found = _findings(inputs, reader, day=day, tally=tally, loud=not quiet, loaded=loaded)
        FORMATS[shape or "text"](found, console.Page(color=color, many=many, full=full))
        console.clear_progress()
    if not quiet:
        _close(tally, shape=shape)
    return tally.exit_code


def _findings(
    inputs: Iterable[Document | Failure],
    reader: Read,
    *,
    day: date | None,
    tally: Tally,
    loud: bool,
    loaded: Callable[[], None],
) -> Iterator[Findings]:
    """The findings of every document that can be read; the others are named on standard error and counted. `loaded` is
    called before the second: by then the tables are there."""
    for item in inputs:
        if isinstance(item, Failure):
            tally.failed += 1
            console.say(_named(item.origin, item.reason))
            continue
        document = with_day(item, day)
        name = document.origin or document.id
        if loud:
            console.progress(tally.read + tally.failed, name)
        if tally.read == 1:
            loaded()
        try:
            findings = reader(document)
        except InputError as problem:
            tally.failed += 1
            console.say(_named(name, str(problem)))
            continue
        except (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            # A defect of ours in one report must not cost the others.
            tally.broken += 1
            console.say(f"{name}: our fault, please report this")
            traceback.print_exc()
            continue
        tally.count(document)
        yield findings


def _named(name: str, problem: str) -> str:
    """The problem with the input's name before it, unless it says the name itself."""
    return problem if name in problem else f"{name}: {problem}"


def _close(tally: Tally, *, shape: str | None) -> None:
    """What a person must know about the run as a whole."""
    if tally.undated and shape:
        reports = "1 report has" if tally.undated == 1 else f"{tally.undated} reports have"
        console.say(f"{reports} no date of publication, so relative times stay unanchored; --date gives one")
    if tally.twice:
        reports = "1 report has" if len(tally.twice) == 1 else f"{len(tally.twice)} reports have"
        console.say(f"{reports} the id of an earlier one, such as {tally.twice[0]!r}; programs cannot tell them apart")
    failed = tally.failed + tally.broken
    if tally.read + failed > 1:
        console.say(f"{tally.read} read, {failed} failed")
