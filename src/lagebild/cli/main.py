"""The command group and the one place where errors become exit codes."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from lagebild import __version__
from lagebild.errors import LagebildError
from lagebild.version import compiled

DONE, OUR_FAULT, WRONG_USE, SOME_FAILED, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS = {
    "read": ("lagebild.cli.read", "Read news reports and print who says what, when, how many."),
    "explain": ("lagebild.cli.explain", "Say why a record is there: rule, table entry, clause, who vouches."),
    "add": ("lagebild.cli.add", "Put reports, folders, pages, feeds and archives into a knowledge base."),
    "bulk": ("lagebild.cli.bulk", "Read any number of reports into Parquet files, on one machine or many."),
    "failures": ("lagebild.cli.failures", "List the inputs that could not be read, with the reasons."),
    "find": ("lagebild.cli.find", "Find documents, statements, events, deals … by words and filters."),
    "figures": ("lagebild.cli.figures", "List the figures of a knowledge base by what they count."),
    "ledger": ("lagebild.cli.ledger", "Tell how many: all figures for one thing, who gave them, what stands now."),
    "positions": ("lagebild.cli.positions", "Tell what somebody said over time, and where he changed."),
    "watch": ("lagebild.cli.watch", "Keep questions and tell what is new about them: in text, JSON or a feed."),
    "show": ("lagebild.cli.show", "Show a document of a knowledge base, or one record with its words."),
    "entities": ("lagebild.cli.entities", "Who is in many reports; merge, split and rename them."),
    "claims": ("lagebild.cli.claims", "What several reports claim, on whose word, and who denies it."),
    "judge": ("lagebild.cli.judge", "Accept, reject or correct what was found; exchange and count it."),
    "reread": ("lagebild.cli.reread", "Take the documents of a base apart again with this version."),
    "serve": ("lagebild.cli.serve", "Look at a knowledge base in the browser: read, search, correct, add."),
    "sql": ("lagebild.cli.sql", "Ask a knowledge base in SQL; nothing can be changed."),
    "copies": ("lagebild.cli.copies", "Tell which documents are one report, and which media they cite."),
    "check": ("lagebild.cli.check", "Check that a knowledge base is sound: file, texts, evidence."),
    "situation": ("lagebild.cli.situation", "Brief me: everything reports say about a matter, on whose word."),
    "export": ("lagebild.cli.export", "Write a knowledge base to files for other programs: tables, networks, maps."),
    "backup": ("lagebild.cli.backup", "Copy a knowledge base to a new file while it is in use."),
}
"""Each command's module, which holds a function of its name, and its one line in the overview."""


class _Commands(click.Group):
    """A group that imports a command when it is called, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"lagebild {__version__}{', compiled' if compiled() else ''}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Which version this is, and whether it is compiled.",
)  # fmt: skip
def commands() -> None:
    """Lagebild takes German news reports apart into sourced findings.

    \b
    lagebild read --sample                    a report that comes with the program
    lagebild read article.txt --date 2024-12-04
    lagebild read reports/*.txt --jsonl       one JSON object for each report
    lagebild explain article.txt --at 212     why the records at that place are there
    lagebild add reports/                     thousands of reports into a knowledge base …
    lagebild find Drohne --kind statements    … to be searched, corrected and exported

    Findings go to standard output, messages to standard error. Exit codes: 0 done, 1 our fault, 2 wrong use, 3 done
    but some inputs failed (each is named), 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code; never raises for what a user can do wrong."""
    if sys.stdout is None:  # the shell closed it: `lagebild … >&-`
        print("lagebild: standard output is closed", file=sys.stderr)
        return WRONG_USE
    try:
        return _run(arguments)
    except BrokenPipeError:
        _close_output()  # the reader of our output has seen enough
        return DONE
    except OSError as problem:
        _close_output()
        print(f"lagebild: cannot write the output: {problem.strerror or problem}", file=sys.stderr)
        return OUR_FAULT


def _close_output() -> None:
    """Sends what is still to be written nowhere; Python would complain once more when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    # click's own main() would turn a broken pipe into exit code 1 before we see it.
    try:
        words = sys.argv[1:] if arguments is None else list(arguments)
        with commands.make_context("lagebild", words) as context:
            result: Any = commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        print("lagebild: interrupted", file=sys.stderr)
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return WRONG_USE
    except LagebildError as problem:
        print(f"lagebild: {problem}", file=sys.stderr)
        return WRONG_USE
    return result if isinstance(result, int) else DONE


if __name__ == "__main__":
    sys.exit(main())
