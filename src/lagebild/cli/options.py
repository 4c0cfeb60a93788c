"""What several commands take the same way."""

import calendar
import re
from datetime import date
from pathlib import Path

import click

from lagebild.errors import UsageError
from lagebild.reading.formats.columns import checked_mapping


class Day(click.ParamType[date]):
    """A day written like 2024-12-04, and nothing else that Python would take for one."""

    name = "YYYY-MM-DD"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; ends the command with what is wrong where it is none."""
        if isinstance(value, date):
            return value
        problem = f"{value!r} is not a day; write it like 2024-12-04"
        # fromisoformat alone would also take "20241204" and weeks.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
            self.fail(problem, param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(problem, param, ctx)


class Time(click.ParamType[date]):
    """A day, a month or a year; of the last two the first or the last day."""

    name = "YYYY[-MM[-DD]]"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; ends the command with what is wrong where it is none."""
        if isinstance(value, date):
            return value
        found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", value)
        try:
            if found is None:
                raise ValueError(value)
            year = int(found[1])
            month = int(found[2]) if found[2] else 12 if self.last else 1
            if found[3]:
                return date(year, month, int(found[3]))
            return date(year, month, calendar.monthrange(year, month)[1] if self.last else 1)
        except ValueError:  # a month 13 among them
            self.fail(f"{value!r} is no day, month or year; write it like 2024-11-15, 2024-11 or 2024", param, ctx)


class Mapping(click.ParamType[dict[str, str]]):
    """Pairs such as text=body,date=published_at: which column or JSON field holds which of ours."""

    name = "FIELD=COLUMN,…"

    def convert(
        self, value: str | dict[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, str]:
        """The columns by field; ends the command with what is wrong in a pair."""
        if isinstance(value, dict):
            return value
        pairs = [pair.partition("=") for pair in value.split(",")]
        for field, _, column in pairs:
            if not field.strip() or not column.strip():
                self.fail(f"{value!r} is not a list of pairs; write it like text=body,date=published_at", param, ctx)
        try:
            return checked_mapping((field.strip(), column.strip()) for field, _, column in pairs)
        except UsageError as problem:
            self.fail(str(problem), param, ctx)


mapping = click.option(
    "--map",
    "mapping",
    type=Mapping(),
    default=dict,
    metavar="FIELD=COLUMN,…",
    help="Where CSV, Parquet or JSON have other names than id, text, title, date, url, publisher, author, language.",
)

engine = click.option("--engine", metavar="NAME|PATH", help="A spaCy pipeline to tag with instead of our own tagger.")

resources = click.option(
    "--resources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Your own tables; they extend ours.",
)

color = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colour or not."
)

database = click.option(
    "--db",
    "base",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    envvar="LAGEBILD_DB",
    default="lagebild.db",
    show_default=True,
    show_envvar=True,
    help="The knowledge base.",
)

shape = click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How rows are printed.",
)

limit = click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="So many rows at most.")

every = click.option("--all", "every", is_flag=True, help="All rows.")

day = click.option("--date", "day", type=Day(), help="Day of publication of reports that do not carry one.")

language = click.option(
    "--language",
    type=click.Choice(["de", "en", "auto"]),
    default="auto",
    show_default=True,
    help="What the reports are written in.",
)
