"""`lagebild copies`: which documents of a knowledge base are one report, and why."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE

if TYPE_CHECKING:
    from lagebild.comparison.copies.groups import Excerpt, Group
    from lagebild.knowledge import KnowledgeBase
    from lagebild.store.origins import Cited

Answer = tuple[Sequence[str], Iterable[Sequence[Any]]]

GROUPS = ("origin", "document", "day", "publisher", "role", "of", "share", "other_share", "words", "agencies", "title")
EXCERPTS = ("document", "within", "share", "other_share", "words")
CITATIONS = ("document", "medium", "statements")
PASSAGES = ("document", "other", "words", "start", "stop", "other_start", "other_stop", "text")


@click.command(
    epilog="""\b
Examples:
  lagebild copies                               all groups of copies, the largest first
  lagebild copies d52cf0a17b                    the group of one document
  lagebild copies d52cf0a17b --passages         the words that it shares with the others, with their places
  lagebild copies --excerpts --format csv       short items that stand in a longer report
  lagebild copies --citations                   which media documents have something from
  lagebild copies --again                       look for copies among all documents anew

\b
Every document gets its group when it is added. Columns: `origin` is the id of the group's first document, `role`
says what a document is there: first (the earliest day, or the agency itself on that day), tie (one of several that
may have been first), copy, or agency (credits the same agency as `of` and shares text). `share` is the part of its
words that stands in the document `of`, `other_share` the part of that one's words, `words` how many. What counts as a
copy is told in docs/copies.md."""
)
@click.argument("id", metavar="[ID]", required=False)
@click.option("--passages", is_flag=True, help="The words that ID shares with the others of its group.")
@click.option("--excerpts", is_flag=True, help="Documents that stand almost whole in another, which has much beside.")
@click.option("--citations", is_flag=True, help="Media that documents have something from.")
@click.option("--again", is_flag=True, help="Compare all documents anew first.")
@options.database
@options.shape
@options.color
def copies(
    *,
    id: str | None,
    passages: bool,
    excerpts: bool,
    citations: bool,
    again: bool,
    base: Path,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """Tell which documents are one report: copies of each other, and reports of one agency.

    ID is that of a document, or its beginning; without it all groups are listed.
    """
    import lagebild

    if passages + excerpts + citations > 1:
        raise click.UsageError("--passages, --excerpts and --citations ask for different things; give one of them.")
    if passages and id is None:
        raise click.UsageError("--passages needs the ID of a document.")
    console.utf8_output()
    with lagebild.open(base, make=False, write=again) as opened:
        if again:
            _compare(opened, base)
        key = opened.address(id).document if id is not None else None
        columns, rows = _answer(opened, key, passages=passages, excerpts=excerpts, citations=citations)
        printed = console.print_rows(columns, rows, shape, console.Page(color=color, many=True))
    if not printed:
        console.say("none found" if id is None else f"none found for {id}")
    return DONE


def _answer(opened: "KnowledgeBase", key: str | None, *, passages: bool, excerpts: bool, citations: bool) -> Answer:
    if passages and key is not None:
        return PASSAGES, _passages(opened, key)
    if excerpts:
        return EXCERPTS, map(_excerpt, opened.excerpts(of=key))
    if citations:
        return CITATIONS, map(_citation, opened.citations(of=key))
    return GROUPS, (row for group in opened.copies(of=key) for row in _members(group))


def _compare(opened: "KnowledgeBase", base: Path) -> None:
    documents = opened.compare_again(progress=lambda done, all: console.progress(done, f"of {all} documents compared"))
    console.say(f"{base}: {documents} documents compared")


def _members(group: "Group") -> Iterator[Sequence[Any]]:
    ties = {tie.document: tie for tie in group.ties}
    for member in group.members:
        tie = ties.get(member.key)
        first = ("first" if len(group.first.keys) == 1 else "tie") if member.key in group.first.keys else None
        found = tie.likeness if tie else None
        shares = (_share(found.left_share), _share(found.right_share), found.common) if found else (None, None, None)
        yield (
            group.key, member.key, member.date.isoformat() if member.date else None, member.publisher,
            first or (tie.relation.value if tie else None), tie.to if tie else None, *shares,
            ", ".join(member.agencies) or None, member.title,
        )  # fmt: skip


def _excerpt(excerpt: "Excerpt") -> Sequence[Any]:
    found = excerpt.likeness
    return excerpt.document, excerpt.within, _share(found.left_share), _share(found.right_share), found.common


def _citation(cited: "Cited") -> Sequence[Any]:
    return cited.document, cited.medium, len(cited.attributions)


def _passages(opened: "KnowledgeBase", key: str) -> Iterator[Sequence[Any]]:
    """The passages of the document with each other of its group, the other's in order of the first's text."""
    text = opened.document(key).findings.document.text
    for group in opened.copies(of=key):
        for member in group.members:
            for passage in opened.shared(key, member.key) if member.key != key else ():
                yield key, member.key, passage.words, *passage.left, *passage.right, passage.left.of(text)


def _share(share: float) -> float:
    return round(share, 3)
