"""`lagebild claims`: what the reports of a base claim, each matter with everybody who tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.comparing import compare
from lagebild.cli.entities import author, opened_base
from lagebild.cli.main import DONE

if TYPE_CHECKING:
    from lagebild.knowledge import KnowledgeBase
    from lagebild.model.claim import Claim

KEY = re.compile("c(?=[a-f]*[0-9])[0-9a-f]{3,16}")
"""The key of a claim, or the beginning of one, which is no word."""
COLUMNS = ("key", "tellings", "documents", "origins", "against", "first", "last", "claim")
"""Of the list. `against` counts the tellings that deny or doubt it."""
NEAR_COLUMNS = (
    "score", "one", "documents", "other", "other_documents", "claim", "other_claim", "told", "other_told", "reason",
)  # fmt: skip
"""Of pairs that may be one. `told` are the words of the two that are most alike."""


class _Claims(click.Group):
    """A group whose first word may also be the first of those searched for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in {"--help", "-h"}):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Claims,
    epilog="""\b
Examples:
  lagebild claims                                     what most reports tell
  lagebild claims Nordkorea Soldaten --since 2024-10-01
  lagebild claims --single --documents 2              what goes back to one origin, though several tell it
  lagebild claims --denied --format csv > bestritten.csv
  lagebild claims Kursk --as-of 2024-11-15            what was known by then
  lagebild claims show c81c2                          who says so, who repeats it, and why these are one
  lagebild claims why c81c2 c4f9d                     why two claims are (not) one
  lagebild claims near Nordkorea                      which claims may be one, for you to decide
  lagebild claims merge c81c2 c4f9d                   they are one matter
  lagebild claims apart c81c2 c4f9d                   they are not: the pair is not shown again
  lagebild claims split c81c2 d01234567               what this report tells is another matter
  lagebild claims undo j4f9d9a6                       take a decision back

Without a verb the claims are listed; `lagebild claims list --help` has the filters. CLAIM is a key, cut as short as you
like. A claim is one matter, whatever figures are told: who differs, denies or confirms is one of its tellings.
Decisions are judgements: they outrank what the program finds, hold when documents are added, are exchanged with
`lagebild judge`, and can be undone for ever.""",
)
def claims() -> None:
    """Find what several reports claim, on whose word, and who denies it."""


@claims.command(
    "list",
    epilog="""\b
Examples:
  lagebild claims Nordkorea Russland Soldaten
  lagebild claims list '"in Kursk"' -Selenskyj --speaker Rutte --documents 2""",
)
@click.argument("words", nargs=-1)
@options.database
@click.option("--since", type=options.Time(last=False), help="Told on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Told on that day or before.")
@click.option("--as-of", type=options.Time(last=True), help="As known on that day: later reports do not count.")
@click.option("--documents", type=click.IntRange(min=1), default=1, help="Told in so many documents at least.")
@click.option("--origins", type=click.IntRange(min=1), default=1, help="On the word of so many at least.")
@click.option("--single", is_flag=True, help="On the word of one origin only.")
@click.option("--denied", is_flag=True, help="Only what somebody denies or doubts.")
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Told by them, or a part of the name.")
@click.option("--publisher", "publishers", multiple=True, metavar="NAME", help="Told in a report of that house.")
@click.option("--decided", is_flag=True, help="Only those that people decided about.")
@options.limit
@options.every
@options.shape
@options.color
def list_(
    *,
    words: tuple[str, ...],
    base: Path,
    since: date | None,
    until: date | None,
    as_of: date | None,
    documents: int,
    origins: int,
    single: bool,
    denied: bool,
    speakers: tuple[str, ...],
    publishers: tuple[str, ...],
    decided: bool,
    limit: int,
    every: bool,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """List claims, those that most reports tell first.

    Found is what speaks of all WORDS, in any form or as parts of others; states by any of their names. `against` counts
    who denies or doubts it.
    """
    console.utf8_output()
    with opened_base(base) as opened:
        compare(opened)
        found = (
            claim
            for claim in opened.claims(
                " ".join(words), since=since, until=until, as_of=as_of, documents=documents, decided=decided
            )
            if len(claim.origins) >= origins and (not single or len(claim.origins) == 1)
            and (not denied or _against(claim))
            and _is_told_by(claim, speakers, publishers)
        )  # fmt: skip
        rows = map(_row, found if every else islice(found, limit))
        printed = console.print_rows(COLUMNS, rows, shape, console.Page(color=color, many=True))
        more = not every and next(found, None) is not None
        undated = opened.overview().undated if as_of or since or until else 0
    if undated:
        console.say(f"{undated} report{'s' if undated > 1 else ''} without a day of publication: on none of these days")
    if not printed:
        console.say("nothing found")
    if more:
        console.say(f"there are more than {limit}; --limit N or --all shows them")
    return DONE


@claims.command(epilog="\b\nExamples:\n  lagebild claims show c81c2\n  lagebild claims show c81c2 --json")
@click.argument("claim")
@options.database
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.option("--all", "full", is_flag=True, help="Every entry; else long lists are cut.")
@options.color
def show(*, claim: str, base: Path, as_json: bool, full: bool, color: console.Color) -> int:
    """Show one claim: on whose word it stands, every place, why these are one, and what may be besides."""
    console.utf8_output()
    with opened_base(base) as opened:
        compare(opened)
        show_claim(opened, claim, as_json=as_json, page=console.Page(color=color, many=False, full=full))
    return DONE


@claims.command(epilog="\b\nExample:\n  lagebild claims why c81c2 c4f9d")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@options.database
def why(*, one: str, other: str, base: Path) -> int:
    """Say how much speaks for two claims being one, by their tellings that are most alike."""
    from lagebild.report.codes import with_names

    console.utf8_output()
    with opened_base(base) as opened:
        compare(opened)
        score, reason = opened.claims_alike(one, other)
    console.print_words(f"{score:.2f}  {with_names(reason, 'en')}")
    return DONE


@claims.command(
    epilog="""\b
Examples:
  lagebild claims near                         of what most reports tell
  lagebild claims near Nordkorea Soldaten      of what speaks of these words
  lagebild claims near c81c2                   of one claim
  lagebild claims merge c81c2 c4f9d            if they are one
  lagebild claims apart c81c2 c4f9d            if they are not: the pair is not shown again"""
)
@click.argument("words", nargs=-1, metavar="[CLAIM | WORDS…]")
@options.database
@click.option("--each", type=click.IntRange(1, 50), default=3, show_default=True, help="So many of each claim at most.")
@options.limit
@options.every
@options.shape
@options.color
def near(
    *,
    words: tuple[str, ...],
    base: Path,
    each: int,
    limit: int,
    every: bool,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """List pairs of claims that may be one, for people to decide: those first that would join most reports.

    Of one CLAIM (its key), of the 200 claims most told that speak of all WORDS, or of all claims. `score` is how
    likely they are one: of pairs with 0.2 about one in five is.
    """
    from lagebild.report.codes import with_names

    console.utf8_output()
    with opened_base(base) as opened:
        compare(opened)
        asked = " ".join(words)
        if KEY.fullmatch(asked):
            found = opened.claims_near(asked, most=each)
        else:
            found = opened.claims_near_pairs(asked, most=each, limit=None if every else limit + 1)
        rows = [
            (
                item.score, item.claim, item.documents, item.other, item.other_documents, item.gloss, item.other_gloss,
                item.telling.words, item.other_telling.words, with_names(item.reason, "en"),
            )
            for item in (found if every else found[:limit])
        ]  # fmt: skip
        printed = console.print_rows(NEAR_COLUMNS, rows, shape, console.Page(color=color, many=True))
    if not printed:
        console.say("nothing is near enough to ask about")
    if printed < len(found):
        console.say(f"there are more than {limit}; --limit N or --all shows them")
    return DONE


@claims.command(epilog="\b\nExample:\n  lagebild claims merge c81c2 c4f9d")
@click.argument("into", metavar="CLAIM")
@click.argument("others", nargs=-1, required=True, metavar="CLAIM…")
@options.database
@author
def merge(*, into: str, others: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that claims are of one matter. It goes by the key of the first."""
    return _decided(base, "merge_claims", into, *others, author=author)


@claims.command(epilog="\b\nExample:\n  lagebild claims apart c81c2 c4f9d")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@options.database
@author
def apart(*, one: str, other: str, base: Path, author: str | None) -> int:
    """Say that two claims are not one. They are not shown as perhaps the same any more."""
    return _decided(base, "keep_claims_apart", one, other, author=author)


@claims.command(
    epilog="""\b
Examples:
  lagebild claims split c81c2 d01234567 d89abcdef          in these reports it is another matter
  lagebild claims split c81c2 d01234567/54e1a8             … or in this place of one
\b
`lagebild claims show` lists the places, which may be cut short."""
)
@click.argument("claim")
@click.argument("tellings", nargs=-1, required=True, metavar="DOCUMENT[/RECORD]…")
@options.database
@author
def split(*, claim: str, tellings: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that what is told in these places is another matter. Together they become a claim of their own."""
    return _decided(base, "split_claim", claim, *tellings, author=author)


@claims.command(epilog="\b\nExample:\n  lagebild claims undo j4f9d9a6")
@click.argument("judgement")
@options.database
@author
def undo(*, judgement: str, base: Path, author: str | None) -> int:
    """Take a decision back; the undo can be taken back too."""
    import lagebild

    with lagebild.open(base, make=False) as opened:
        made = opened.undo(judgement, author=author)
    console.say(f"{made.key}: {made.verdict.value} {made.value}; `lagebild judge undo` takes it back")
    return DONE


@claims.command()
@options.database
def renew(*, base: Path) -> int:
    """Compare everything anew: after an update of the program, or where `lagebild check` says so."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        documents = compare(opened, everything=True)
    console.say(f"{base}: compared anew, {documents} documents")
    return DONE


def show_claim(opened: "KnowledgeBase", key: str, *, as_json: bool, page: console.Page) -> None:
    """Prints one claim, with those that may be the same."""
    from lagebild.report.claims import claim_page

    claim = opened.claim(key)
    near = opened.claims_near(claim.key)
    if as_json:
        console.print_object(asdict(claim) | {"near": [asdict(item) for item in near]})
    else:
        console.print_page(claim_page(claim, near, width=page.width, full=page.full), page)


def _row(claim: "Claim") -> Sequence[Any]:
    days = [telling.day for telling in claim.tellings if telling.day]
    return (
        claim.key, len(claim.tellings), len(claim.documents), len(claim.origins),
        _against(claim), min(days, default=None), max(days, default=None), claim.gloss,
    )  # fmt: skip


def _against(claim: "Claim") -> int:
    return sum(telling.stance in ("denies", "doubts") for telling in claim.tellings)


def _is_told_by(claim: "Claim", speakers: Sequence[str], publishers: Sequence[str]) -> bool:
    said = [telling.voice.name or "" for telling in claim.tellings if telling.voice.kind != "outlet"]
    houses = [(telling.voice.via or (telling.voice.name,))[-1] or "" for telling in claim.tellings]
    return _named(said, speakers) and _named(houses, publishers)


def _named(names: Sequence[str], given: Sequence[str]) -> bool:
    return not given or any(part.casefold() in name.casefold() for part in given for name in names)


def _decided(base: Path, verb: str, *words: str, author: str | None) -> int:
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        compare(opened)
        made: Iterator[Any] = getattr(opened, verb)(*words, author=author)
    for item in made:
        console.say(
            f"{item.key}: {item.verdict.value} {item.record} {item.value}; `lagebild claims undo` takes it back"
        )
    return DONE
