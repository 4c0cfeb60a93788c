"""`lagebild add`: reports into a knowledge base."""

import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lagebild.cli import console, options
from lagebild.cli.comparing import compare
from lagebild.cli.main import DONE, INTERRUPTED, OUR_FAULT, SOME_FAILED
from lagebild.cli.progress import Progress, duration

if TYPE_CHECKING:
    from lagebild.intake.tally import Happened, Tally

_NAMED = 10
"""Failures that the closing words name; `lagebild failures` has all."""
_MEGABYTE = 1024**2
_LEAST_MEMORY = 256
"""Megabytes; with less the tables do not fit."""


@click.command(
    epilog="""\b
Examples:
  lagebild add --sample --db sample.db                      invented reports on two matters, to try things on
  lagebild add reports/                                     a folder with all that is in it
  lagebild add article.html interview.pdf --date 2024-12-04
  lagebild add corpus.jsonl --map text=body,date=published_at
  lagebild add https://www.example.org/feed.xml             a feed: run it every day for what is new
  lagebild add @addresses.txt crawl.warc.gz --db other.db
  lagebild add result/                                      the folder of `lagebild bulk`, without reading again
  curl -s … | lagebild add -
  lagebild add --retry                                      once more what failed

A run that was cut off goes on where it stopped when it is repeated: what is there already is passed over. Exit codes:
0 done, 1 our fault, 2 wrong use, 3 done but some inputs failed (each is kept with its reason), 130 interrupted.
docs/sources.md says what can be a source, docs/add.md all about adding."""
)
@click.argument("sources", metavar="[SOURCE…|-]", nargs=-1, type=click.Path(allow_dash=True))
@options.database
@options.mapping
@options.day
@options.language
@click.option("--publisher", metavar="NAME", help="Who published the reports that do not say so.")
@click.option("--update", is_flag=True, help="Take the new version of a report whose text has changed.")
@click.option("--retry", is_flag=True, help="Try again what failed before.")
@click.option("--sample", is_flag=True, help="Add the invented reports that come with the program.")
@click.option("--offline", is_flag=True, help="Refuse the network.")
@click.option("--fetch", is_flag=True, help="Fetch what feeds and lists inside a folder link to.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and private networks too.")
@click.option(
    "--feed-content",
    type=click.Choice(["auto", "entry", "page"]),
    default="auto",
    show_default=True,
    help="Read a feed's own text, the page that it links to, or the page where its text is a teaser.",
)
@click.option("--contact", metavar="WORDS", help="A mail address or page, told to the sites that are fetched from.")
@click.option("--ignore-robots", is_flag=True, help="Fetch what a site's robots.txt asks programs not to.")
@options.engine
@options.resources
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read.  [default: one fewer than cores]")
@click.option("--seconds", type=click.FloatRange(1), default=30.0, show_default=True, help="What one input may take.")
@click.option(
    "--memory",
    type=click.IntRange(_LEAST_MEMORY),
    default=1024,
    show_default=True,
    metavar="MB",
    help="What each process may take.",
)
@click.option("--jsonl", is_flag=True, help="Print a line for each document once it is safe in the base.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error but what failed.")
def add(
    *,
    sources: tuple[str, ...],
    base: Path,
    mapping: dict[str, str],
    day: date | None,
    language: str,
    publisher: str | None,
    update: bool,
    retry: bool,
    sample: bool,
    offline: bool,
    fetch: bool,
    allow_private: bool,
    feed_content: str,
    contact: str | None,
    ignore_robots: bool,
    engine: str | None,
    resources: Path | None,
    workers: int | None,
    seconds: float,
    memory: int,
    jsonl: bool,
    quiet: bool,
) -> int:
    """Put reports into a knowledge base: everything found in them, searchable, with the exact words.

    SOURCE is a file (text, Markdown, HTML, PDF, Word, mail, JSON, JSON lines, CSV, Parquet, ninjs, NewsML-G2), a
    folder, a web address, a feed, a web archive, @FILE for a list of addresses, or "-" for standard input.

    The same report is never added twice. Whatever cannot be read is kept with its reason (`lagebild failures`), and the
    others go on.
    """
    from lagebild.intake.limits import Limits
    from lagebild.intake.options import Options
    from lagebild.knowledge import KnowledgeBase, adding
    from lagebild.reading.demonstration import demonstration

    console.utf8_output()
    if sample:
        sources = (*sources, str(demonstration()))
    if retry and sources:
        raise click.UsageError("--retry tries what failed before: name no SOURCE with it")
    if not retry and not sources:
        raise click.UsageError("name a SOURCE to add, or try --sample")
    asked = Options(
        mapping=mapping,
        day=day,
        language=None if language == "auto" else language,
        publisher=publisher,
        engine=engine,
        resources=resources,
        offline=offline,
        fetch_inside=fetch,
        allow_private=allow_private,
        robots=not ignore_robots,
        feed_content=feed_content,  # type: ignore[arg-type]
        contact=contact,
    )
    began = time.monotonic()
    progress = Progress()
    remarks = 0

    def watch(happened: "Happened", tally: "Tally") -> None:
        if jsonl and happened.id is not None:
            console.print_line(_told(happened))
        # The demonstration lies in the future on purpose.
        if happened.remark and not quiet and not (sample and happened.origin.startswith(str(demonstration()))):
            nonlocal remarks
            remarks += 1
            if remarks <= _NAMED:
                console.say(f"{happened.origin}: {happened.remark}")
        if not quiet and not (jsonl and sys.stdout.isatty()):
            progress(happened, tally)

    with KnowledgeBase(base, make=not retry) as opened:
        run = partial(adding.retry, opened.store) if retry else partial(adding.add, opened.store, sources)
        tally = run(
            options=asked,
            engine=adding.engine_name(engine),
            update=update,
            workers=workers,
            limits=Limits(seconds=seconds, memory=memory * _MEGABYTE),
            watch=watch,
        )
        console.clear_progress()
        _close(tally, base=base, took=time.monotonic() - began, quiet=quiet, retry=retry, left=len(opened.failures()))
        watched = bool(opened.watches()) and not tally.interrupted
        if watched:
            compare(opened, quiet=quiet)
        if watched and (news := opened.look_for_news()) and not quiet:
            console.say(f"{_many(news, 'news', plural='news')} for your watches: `lagebild watch run` shows them")
    if tally.interrupted:
        return INTERRUPTED
    return OUR_FAULT if tally.broken else SOME_FAILED if tally.failed else DONE


def _told(happened: "Happened") -> dict[str, object]:
    """The line of a document that is in the base."""
    from lagebild.intake.tally import Outcome

    told: dict[str, object] = {"key": happened.key, "id": happened.id, "origin": happened.origin}
    told["outcome"] = happened.outcome.value
    if happened.outcome in (Outcome.ADDED, Outcome.REPLACED):
        return {**told, "attributions": happened.attributions, "events": happened.events}
    return told


def _close(tally: "Tally", *, base: Path, took: float, quiet: bool, retry: bool, left: int) -> None:
    """What a person wants to know about the run as a whole, and what to do next."""
    for happened in tally.failures[:_NAMED]:
        console.say(f"{happened.origin}: {happened.reason}")
        if happened.trace:
            console.say_trace(happened.trace)
    if tally.failed > _NAMED:
        console.say(f"and {tally.failed - _NAMED:,} more that could not be read")
    if quiet:
        return
    for line in _summary(tally, base=base, took=took, retry=retry, left=left):
        console.say(line)


def _summary(tally: "Tally", *, base: Path, took: float, retry: bool, left: int) -> list[str]:
    """The closing words."""
    from lagebild.intake.tally import Outcome

    counts, lines = tally.counts, []
    found = f": {_many(tally.attributions, 'statement')}, {_many(tally.events, 'event')}" if tally.added else ""
    added = _many(tally.added, "report") if tally.added else "nothing new"
    lines.append(f"{added} added to {base} in {duration(took)}{found}")
    if counts[Outcome.REPLACED]:
        lines.append(f"{counts[Outcome.REPLACED]:,} of them took the place of an older version")
    if counts[Outcome.THERE]:
        lines.append(f"{counts[Outcome.THERE]:,} {_were(counts[Outcome.THERE])} there already")
    if counts[Outcome.CHANGED]:
        number = counts[Outcome.CHANGED]
        lines.append(f"{number:,} {_were(number)} there with another text; --update takes the new version")
    if counts[Outcome.PASSED]:
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in tally.passed.items())
        lines.append(f"{counts[Outcome.PASSED]:,} passed over: {reasons}")
    if tally.undated:
        has = "1 has" if tally.undated == 1 else f"{tally.undated:,} have"
        lines.append(f"{has} no date of publication, so their relative times stay unanchored; --date gives one")
    if tally.interrupted:
        again = "lagebild add --retry" if retry else "the same command"
        lines.append(f"stopped before the end; all that was added is safe, and {again} goes on from here")
    if left:
        kept = _many(left, "input") + (" has" if left == 1 else " have")
        lines.append(f"{kept} failed: `lagebild failures` lists them, `lagebild add --retry` tries them again")
    elif retry:
        lines.append("nothing is left that failed")
    return lines


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _many(number: int, thing: str, *, plural: str | None = None) -> str:
    return f"1 {thing}" if number == 1 else f"{number:,} {plural or thing + 's'}"
