"""`lagebild bulk`: any number of reports into Parquet files, on this machine or on a cluster."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lagebild.cli import console, options
from lagebild.cli.bulk_progress import BulkProgress
from lagebild.cli.main import DONE, INTERRUPTED, OUR_FAULT, SOME_FAILED
from lagebild.cli.progress import duration

if TYPE_CHECKING:
    from lagebild.bulk.run import Run, Sums

Command = Callable[..., int]
_NAMED = 10
_MEGABYTE = 1024**2
_LEAST_MEMORY = 256
_READ = "read"
_ENGINE = (
    click.option("--engine", default="local", show_default=True, metavar="local|ray", help="Who reads."),
    click.option("--address", metavar="ADDRESS", help="A Ray cluster that runs: `auto`, or HOST:6379."),
    click.option("--workers", type=click.IntRange(1, 100_000), help="Processes.  [default: one for each core]"),
    click.option(
        "--memory",
        type=click.IntRange(_LEAST_MEMORY),
        default=1024,
        show_default=True,
        metavar="MB",
        help="What each process may take.",
    ),
)
STATE = ("what", "number")
_MOST_TELLING = {"copies": "groups", "claims": "claims"}
"""What of the sums of copies and claims the state has a line for."""


def engine_options(command: Command) -> Command:
    """Who works, on how many cores, with how much memory."""
    for option in reversed(_ENGINE):
        command = option(command)
    return command


class _Bulk(click.Group):
    """A group whose own arguments are those of the command that reads, unless another one is named first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in self.commands:
            args = [_READ, *args]
        return super().parse_args(ctx, args)


class _Read(click.Command):
    """The command that needs no name."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("lagebild bulk", "[OPTIONS] INPUT… --out DIR")
        formatter.write_usage("lagebild bulk", "status DIR", prefix="       ")
        formatter.write_usage("lagebild bulk", "copies DIR", prefix="       ")
        formatter.write_usage("lagebild bulk", "claims DIR", prefix="       ")


@click.group(cls=_Bulk)
def bulk() -> None:
    """Read any number of reports into Parquet files."""


@bulk.command(
    _READ,
    cls=_Read,
    epilog="""\b
Examples:
  lagebild bulk corpus.jsonl --out result                  one process for each core
  lagebild bulk reports/ 'crawl-*.warc.gz' --out result    folders, patterns, web archives
  lagebild bulk s3://bucket/news/ --out result             where fsspec reaches: pip install 'lagebild[s3]'
  lagebild bulk corpus.jsonl --out /shared/result --engine ray --address auto
  lagebild bulk status result                              how far it is, or what came out
  lagebild bulk copies result                              which documents are one report
  lagebild bulk claims result                              what several of them tell, and who denies it
  lagebild add result --db base.db                         the result into a knowledge base, without reading again
  duckdb -c "select speaker, count(*) from 'result/attributions/*.parquet' group by all"

A run that was cut off goes on where it stopped when the command is repeated; finished shards are not read again. The
same inputs give the same bytes, whatever the engine and the number of workers. Exit codes: 0 done, 1 our fault, 2 wrong
use, 3 done but some inputs failed (the table `failures` has each), 130 interrupted. docs/bulk.md tells all about it,
docs/scale.md what it costs.""",
)
@click.argument("inputs", metavar="INPUT…", nargs=-1, type=click.Path())
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", required=True, help="The folder of the result.")
@engine_options
@click.option("--retry", is_flag=True, help="Read the shards again in which something failed.")
@options.mapping
@options.day
@options.language
@click.option("--publisher", metavar="NAME", help="Who published the reports that do not say so.")
@click.option("--pipeline", metavar="NAME|PATH", help="A spaCy pipeline to tag with instead of our own tagger.")
@options.resources
@click.option("--seconds", type=click.FloatRange(1), default=30.0, show_default=True, help="What one input may take.")
@click.option(
    "--shard-size",
    type=click.FloatRange(0.001, 10_000),
    default=8.0,
    show_default=True,
    metavar="MB",
    help="About how much of the inputs is read as one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what came out as one JSON object.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error but what failed.")
def read(
    *,
    inputs: tuple[str, ...],
    out: Path,
    engine: str,
    address: str | None,
    workers: int | None,
    retry: bool,
    mapping: dict[str, str],
    day: date | None,
    language: str,
    publisher: str | None,
    pipeline: str | None,
    resources: Path | None,
    seconds: float,
    memory: int,
    shard_size: float,
    as_json: bool,
    quiet: bool,
) -> int:
    """Read any number of reports into Parquet files, one set for each shard of the inputs.

    INPUT is a file, a folder or a pattern of what `lagebild add` reads: JSON lines, Parquet, web archives, CSV, pages,
    PDF … Large files of lines, tables and archives are cut. Without INPUT the run in DIR goes on as it was begun.

    An input that cannot be read, takes too long or too much memory costs only itself.
    """
    from lagebild.bulk.beginning import begun
    from lagebild.bulk.carrying import carry_out
    from lagebild.bulk.engines import engine_named
    from lagebild.bulk.plan import MEGABYTE, Cutting
    from lagebild.bulk.run import opened
    from lagebild.intake.limits import Limits
    from lagebild.intake.options import Options

    console.utf8_output()
    began = time.monotonic()
    asked = Options(
        mapping=mapping,
        day=day,
        language=None if language == "auto" else language,
        publisher=publisher,
        engine=pipeline,
        resources=resources,
        offline=True,
    )
    limits = Limits(seconds=seconds, memory=memory * _MEGABYTE)
    # Whether there is such an engine should be known before a plan of a thousand files is made.
    at_work = engine_named(engine, workers=workers, limits=limits, address=address)
    try:
        cutting = Cutting(bytes=round(shard_size * MEGABYTE))
        run = begun(out, inputs, options=asked, cutting=cutting) if inputs else opened(out)
        progress = BulkProgress()

        def watch(sums: "Sums") -> None:
            if not quiet:
                progress(sums)

        sums = carry_out(run, at_work, limits=limits, watch=watch, retry=retry)
    finally:
        at_work.close()
    console.clear_progress()
    _close(run, sums, took=time.monotonic() - began, quiet=quiet)
    if as_json:
        console.print_object(_told(run, sums))
    if sums.interrupted:
        return INTERRUPTED
    return OUR_FAULT if sums.counts["broken"] else SOME_FAILED if sums.failed else DONE


@bulk.command(epilog="\b\nExample:\n  lagebild bulk status result")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@options.color
def status(*, folder: Path, as_json: bool, color: console.Color) -> int:
    """Say how far the run in DIR is, what it has found, and what failed."""
    from lagebild.bulk.claims.purpose import FIND as CLAIMS
    from lagebild.bulk.copies.purpose import FIND as COPIES
    from lagebild.bulk.exchange.stepping import state_of
    from lagebild.bulk.run import opened

    console.utf8_output()
    run = opened(folder)
    sums = run.sums()
    sought = {purpose.name: purpose.found_in(run.folder) for purpose in (COPIES, CLAIMS)}
    under_way = {purpose.name: state_of(run.folder, purpose) for purpose in (COPIES, CLAIMS)}
    if as_json:
        states = {name: state._asdict() for name, state in under_way.items() if state}
        more = {name: found for name, found in sought.items() if found}
        console.print_object({**_told(run, sums), **more, **({"under_way": states} if states else {})})
        return DONE
    rows = [("shards done", sums.shards), ("shards in all", sums.all_shards)]
    rows += [(name, sums.counts[name]) for name in ("documents", "repeated", "undated", "failed", "broken")]
    rows += [(f"rows of {name}", number) for name, number in sums.rows.items()]
    rows += [(name, found[_MOST_TELLING[name]]) for name, found in sought.items() if found]
    console.print_rows(STATE, rows, "table", console.Page(color=color, many=True))
    for failure in sums.failures[:_NAMED]:
        console.say(f"{failure['origin']}: {failure['reason']}")
    if sums.failed > _NAMED:
        console.say(f"and {sums.failed - _NAMED:,} more; {folder}/failures/*.parquet has all")
    if not sums.complete:
        console.say(f"not finished; `lagebild bulk --out {folder}` goes on")
    for name, state in under_way.items():
        if state is not None:
            told = f"step `{state.step}`, {state.done:,} of {state.of:,}"
            console.say(f"{name} are being looked for ({told}); `lagebild bulk {name} {folder}` goes on")
    return DONE


@bulk.command(
    epilog="""\b
Examples:
  lagebild bulk copies result
  duckdb -c "select role, count(*) from 'result/copies/*.parquet' group by all"

docs/bulk.md describes the tables that this writes: `copies`, `copy_pairs`, `repeats`."""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print what was found as one JSON object.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error.")
def copies(
    *, folder: Path, engine: str, address: str | None, workers: int | None, memory: int, as_json: bool, quiet: bool
) -> int:
    """Tell which documents of the finished run in DIR are one report.

    What `lagebild copies` tells of a knowledge base, found by the same rules among all documents, with the same engine.
    A search that was cut off goes on where it stopped when the command is repeated.
    """
    from lagebild.bulk.copies.finding import find_copies

    console.utf8_output()
    began = time.monotonic()
    at_work = engine, address, workers, memory
    found = _sought(find_copies, folder, at_work, as_json=as_json, quiet=quiet)
    if found is None:
        return INTERRUPTED
    if not quiet:
        took = duration(time.monotonic() - began)
        told = f"{found['members']:,} of {found['documents']:,} documents are in {found['groups']:,} groups"
        console.say(f"{told} of copies; {took}")
        if found["repeats"]:
            console.say(f"{found['repeats']:,} documents stand in several shards; the table `repeats` has them")
    return DONE


@bulk.command(
    epilog="""\b
Examples:
  lagebild bulk claims result
  duckdb -c "select gloss, documents, against from 'result/claims/*.parquet' order by documents desc limit 20"
  duckdb -c "select voice, stance, words from 'result/tellings/*.parquet' where claim = 'c0123456789abcdef'"
  duckdb -c "select kind, reason from 'result/claim_relations/*.parquet'"

docs/bulk.md describes the tables that this writes: `claims`, `tellings`, `telling_figures`, `claim_ties`,
`claim_origins`, `claim_repeats`, `claim_relations`."""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print what was found as one JSON object.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error.")
def claims(
    *, folder: Path, engine: str, address: str | None, workers: int | None, memory: int, as_json: bool, quiet: bool
) -> int:
    """Tell what the documents of the finished run in DIR claim, who confirms or denies it, and on whose word it stands.

    The claims that `lagebild claims` would tell of a knowledge base of these documents, found with the same engine;
    copies are looked for first, where nobody has done it. A search that was cut off goes on where it stopped when the
    command is repeated.
    """
    from lagebild.bulk.claims.finding import find_claims

    console.utf8_output()
    began = time.monotonic()
    at_work = engine, address, workers, memory
    found = _sought(find_claims, folder, at_work, as_json=as_json, quiet=quiet)
    if found is None:
        return INTERRUPTED
    if not quiet:
        took = duration(time.monotonic() - began)
        told = f"{found['joined']:,} of {found['tellings']:,} tellings in {found['documents']:,} documents"
        console.say(f"{found['claims']:,} claims are told more than once, by {told}; {took}")
        console.say(f"they go back to {found['origins']:,} origins; {found['relations']:,} relations between voices")
    if found["broken"]:
        console.say(f"our fault, please report this: {found['broken']:,} documents could not be compared")
        return OUR_FAULT
    return DONE


Find = Callable[..., dict[str, int]]


def _sought(
    find: Find, folder: Path, at_work: tuple[str, str | None, int | None, int], *, as_json: bool, quiet: bool
) -> dict[str, int] | None:
    """What is found among all documents of the run; None where it was interrupted."""
    from lagebild.bulk.engines import engine_named
    from lagebild.bulk.run import opened
    from lagebild.intake.limits import Limits

    name, address, workers, memory = at_work
    run = opened(folder)
    engine = engine_named(name, workers=workers, limits=Limits(memory=memory * _MEGABYTE), address=address)

    def watch(step: str, done: int, of: int) -> None:
        if not quiet and console.replaces_lines():
            console.status(f"{step}: {done:,} of {of:,}")

    try:
        found = find(run, engine, watch=watch)
    except KeyboardInterrupt:
        console.clear_progress()
        console.say("interrupted; the same command goes on")
        return None
    finally:
        engine.close()
    console.clear_progress()
    if as_json:
        console.print_object(dict(found))
    return found


def _told(run: "Run", sums: "Sums") -> dict[str, object]:
    """The sums for a program."""
    return {
        "run": run.about["run"],
        "version": run.about["asked"]["version"],
        "complete": sums.complete,
        "shards": {"done": sums.shards, "all": sums.all_shards},
        "bytes": {"done": sums.bytes, "all": sums.all_bytes},
        **{name: sums.counts[name] for name in ("documents", "repeated", "undated", "characters", "failed", "broken")},
        "passed": dict(sums.passed),
        "rows": dict(sums.rows),
        "failures": list(sums.failures),
    }


def _close(run: "Run", sums: "Sums", *, took: float, quiet: bool) -> None:
    """What a person wants to know in the end, and what to do next."""
    out = run.folder.path
    if quiet and not sums.failed:
        return
    for failure in sums.failures[:_NAMED]:
        console.say(f"{failure['origin']}: {failure['reason']}")
    if sums.failed > _NAMED:
        console.say(f"and {sums.failed - _NAMED:,} more that could not be read; {out}/failures/*.parquet has all")
    if quiet:
        return
    counts = sums.counts
    if sums.interrupted:
        console.say(f"interrupted: {sums.shards:,} of {sums.all_shards:,} shards are done; the same command goes on")
        return
    new = counts["documents"] - sums.before
    rate = f", {new / took:,.0f} a second" if new and took > 1 else ""
    console.say(
        f"{counts['documents']:,} documents in {out}: {sums.rows['attributions']:,} statements,"
        f" {sums.rows['events']:,} events; {duration(took)}{rate}"
    )
    if counts["repeated"]:
        console.say(f"{counts['repeated']:,} came again in the same shard and were left out")
    if sums.passed:
        console.say("passed over: " + ", ".join(f"{number:,} {reason}" for reason, number in sums.passed.items()))
    if counts["undated"]:
        console.say(f"{counts['undated']:,} carry no date of publication; --date gives one to reports without")
