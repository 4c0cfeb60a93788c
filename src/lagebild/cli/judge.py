"""`lagebild judge`: what people say of what was found."""

from pathlib import Path
from typing import Any

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE, SOME_FAILED

author = click.option("--author", metavar="NAME", help="Who decides; else LAGEBILD_AUTHOR, else your user name.")


@click.group(
    epilog="""\b
Examples:
  lagebild judge accept 4f9d9a67                          this record is right
  lagebild judge reject 4f9d9a67                          this one is wrong: it is in no answer any more
  lagebild judge correct 4f9d9a67 speaker "Mark Rutte"    its speaker is somebody else
  lagebild judge correct 4f9d9a67 act warn
  lagebild judge correct 4f9d9a67 content "die Lage sei ernst"
  lagebild judge reject d0123456/timex:38-47              a time, by its document and place
  lagebild judge undo j81c2                               take a judgement back
  lagebild judge list --author ada
  lagebild judge export > ada.jsonl
  lagebild judge import ole.jsonl
  lagebild judge statistics                               how often was each rule right

Judgements are appended to the base and never rewritten. They outrank what the program finds, and hold when a newer
version has read the documents again. docs/judgements.md tells more."""
)
def judge() -> None:
    """Say what is right and wrong in what was found.

    Accept, reject, correct or annotate a record; take that back; exchange judgements with others; and count from them
    how often each rule was right.
    """


@judge.command(epilog="\b\nExample:\n  lagebild judge accept 4f9d9a67 9c01be77")
@click.argument("records", nargs=-1, required=True, metavar="RECORD…")
@options.database
@author
def accept(*, records: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that records are right as they stand.

    They stay so, and stay there, whatever a newer version of the program finds. RECORD is a record's key, cut as short
    as you like, or DOCUMENT/KEY; for records without a key DOCUMENT/KIND:START-END.
    """
    return _judged("accept", records, base, author)


@judge.command(epilog="\b\nExample:\n  lagebild judge reject 4f9d9a67")
@click.argument("records", nargs=-1, required=True, metavar="RECORD…")
@options.database
@author
def reject(*, records: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that records are wrong.

    They are in no answer and no export any more, also when a newer version finds them again.
    """
    return _judged("reject", records, base, author)


@judge.command(
    epilog="""\b
Examples:
  lagebild judge correct 4f9d9a67 speaker "Mark Rutte"
  lagebild judge correct 4f9d9a67 speaker none            the text does not say who
  lagebild judge correct 4f9d9a67 content 120-260         code points of the text …
  lagebild judge correct 4f9d9a67 content "die Lage sei ernst"      … or the words that stand there
  lagebild judge correct 9c01be77 actor RUS
  lagebild judge correct 9c01be77 status denied
  lagebild judge correct d0123456/quantity:48-58 low 40
  lagebild judge correct d0123456/mention:11-20 entity "Ada Kroll"

\b
FIELD is a field of docs/json.md; a wrong one is answered with those there are. VALUE is a word, a number, "none",
a place in the text (START-END, or words: of several places the one nearest to the record), the name or key of an
entity, or JSON. A value that begins with "-" stands behind "--"."""
)
@click.argument("record")
@click.argument("field")
@click.argument("value")
@options.database
@author
def correct(*, record: str, field: str, value: str, base: Path, author: str | None) -> int:
    """Give a field of a record the right value.

    What goes with the field follows: the entity of a corrected speaker, the words and entity of a corrected side, and
    who vouches for the events that a statement tells.
    """
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        made = opened.correct(record, field, value, author=author)
    console.say(f"{made.key}: {made.kind} {made.record}, {made.field} = {made.value}")
    return DONE


@judge.command(epilog='\b\nExample:\n  lagebild judge note 4f9d9a67 "Rückfrage beim Sprecher läuft"')
@click.argument("record")
@click.argument("text")
@options.database
@author
def note(*, record: str, text: str, base: Path, author: str | None) -> int:
    """Add a remark to a record, which stays as it is."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        made = opened.note(record, text, author=author)
    console.say(f"{made.key}: note on {made.kind} {made.record}")
    return DONE


@judge.command(epilog="\b\nExample:\n  lagebild judge undo j81c2        keys are in `lagebild judge list`")
@click.argument("judgement")
@options.database
@author
def undo(*, judgement: str, base: Path, author: str | None) -> int:
    """Take a judgement back. An undo can be taken back too; nothing is ever deleted."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        made = opened.undo(judgement, author=author)
    console.say(f"{made.key}: undoes {made.value}")
    return DONE


_COLUMNS = ("key", "at", "author", "verdict", "document", "kind", "record", "field", "value", "state", "reason")


@judge.command(
    name="list",
    epilog="""\b
Examples:
  lagebild judge list
  lagebild judge list --state adrift --format csv      what found its record no more, and why

\b
States: holds; kept (the program no longer finds the record, it stays because of the judgement); agreed (a rejection
of what the program no longer finds); adrift (it cannot be placed or applied, and is tried again); undone.""",
)
@options.database
@click.option("--author", metavar="NAME", help="Those of one person.")
@click.option("--document", metavar="KEY", help="Those on one document.")
@click.option("--state", type=click.Choice(["holds", "kept", "agreed", "adrift", "undone"]), help="Those in one state.")
@options.shape
@options.color
def list_(
    *,
    base: Path,
    author: str | None,
    document: str | None,
    state: str | None,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """List the judgements, oldest first, with what became of each."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        told = opened.judgements(author=author, document=opened.document_key(document) if document else None)
        rows: list[tuple[Any, ...]] = [
            (
                item.key, item.at.isoformat(timespec="seconds"), item.author, item.verdict.value, item.document,
                item.kind, item.record, item.field, item.value, outcome.state.value, outcome.reason,
            )
            for item, outcome in told
            if state is None or outcome.state == state
        ]  # fmt: skip
        console.print_rows(_COLUMNS, rows, shape, console.Page(color=color, many=True))
    return DONE


@judge.command(epilog="\b\nExample:\n  lagebild judge export > ada.jsonl")
@options.database
def export(*, base: Path) -> int:
    """Print all judgements, one JSON object on each line, for others of your team.

    They import them with `lagebild judge import`. docs/judgements.md says what the fields mean.
    """
    import lagebild

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        for line in opened.judgement_lines():
            console.print_words(line)
    return DONE


@judge.command(
    name="import",
    epilog="""\b
Examples:
  lagebild judge import ole.jsonl una.jsonl
  ssh archive lagebild judge export | lagebild judge import -

\b
Those that are there already change nothing. Lines that are no judgements are named with what is wrong, the others are
taken, and the exit code is 3. In whatever order two people's judgements come, the outcome is the same.""",
)
@click.argument("files", nargs=-1, required=True, type=click.File("r", encoding="utf-8"), metavar="FILE…")
@options.database
def import_(*, files: tuple[Any, ...], base: Path) -> int:
    """Take judgements that others have exported."""
    import lagebild

    console.utf8_output()
    failed = False
    with lagebild.open(base, make=False) as opened:
        for file in files:
            try:
                taken = opened.import_judgements(file)
            except UnicodeDecodeError as problem:
                console.say(f"{file.name}: is not UTF-8 text ({problem.reason}); nothing was taken from it")
                failed = True
                continue
            for line in taken.bad:
                console.say(f"{file.name}:{line.number}: {line.reason}")
            failed = failed or bool(taken.bad)
            bad = f", {len(taken.bad)} lines are none" if taken.bad else ""
            console.say(f"{file.name}: {taken.new} new, {taken.known} known already{bad}")
    return SOME_FAILED if failed else DONE


@judge.command(
    epilog="""\b
Examples:
  lagebild judge statistics
  lagebild judge statistics --by confidence            do confidences keep what they promise
  lagebild judge statistics --format csv > rules.csv

\b
right is the share that was right as it stood, low and high the ends of its 95 % interval (Wilson). With fewer than 30
judgements the share says little; such rows are marked "few". People judge what strikes them: these shares are those of
all records only where somebody judged a fair sample."""
)
@click.option(
    "--by",
    type=click.Choice(["rule", "kind", "confidence"]),
    default="rule",
    show_default=True,
    help="What is told apart.",
)
@options.database
@options.shape
@options.color
def statistics(*, by: str, base: Path, shape: console.Shape, color: console.Color) -> int:
    """Count from the judgements how often each rule was right."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        tallies = opened.judgement_statistics(by)
    columns = (by, "judged", "accepted", "corrected", "rejected", "right", "low", "high", "few", "fields")
    rows = [
        (
            item.name, item.judged, item.accepted, item.corrected, item.rejected, round(item.share, 3),
            round(item.low, 3), round(item.high, 3), "few" if item.is_few else None,
            ", ".join(f"{field} {count}" for field, count in item.fields.items()) or None,
        )
        for item in tallies
    ]  # fmt: skip
    console.print_rows(columns, rows, shape, console.Page(color=color, many=True))
    if not rows:
        console.say("nobody has judged anything yet; `lagebild judge --help` says how")
    return DONE


def _judged(verb: str, records: tuple[str, ...], base: Path, author: str | None) -> int:
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        for record in records:
            made = getattr(opened, verb)(record, author=author)
            console.say(f"{made.key}: {made.verdict.value} {made.kind} {made.record} of {made.document}")
    return DONE
