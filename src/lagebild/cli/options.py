"""What several commands take the same way."""

import re
from datetime import date
from pathlib import Path

import click


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
