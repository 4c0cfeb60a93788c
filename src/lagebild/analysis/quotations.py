"""Quotation marks: pairs them, in every style, nested, over paragraphs; one stray mark costs only itself."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.model.analysis import Quotation
from lagebild.model.span import Span

# A quotation that has not closed after this many code points is a stray mark: the longest quotation of the
# annotated articles has 1,900.
LONGEST = 4000

# No report has quotations so deep in one another; of more open marks the first are stray.
DEEPEST = 12

STRAIGHT = '"'
# Every mark that may open or close a quotation, and the apostrophe that does for one.
QUOTES = frozenset("„“”\"»«‚‘’›‹'")


class Marks(NamedTuple):
    """The marks of a language: what closes each opening mark, and a pattern that finds any of them."""

    closers: dict[str, str]
    pattern: re.Pattern[str]
    only_open: frozenset[str]
    """Marks that never close, so that a blank behind them does not matter: "„ Ja “"."""


@cache
def _marks(language: Language) -> Marks:
    closers = {row["open"]: row["close"] for row in language.table("quotation_marks", key=("open",))}
    every = "".join(sorted({*closers, *"".join(closers.values())}))
    only_open = frozenset(closers) - set("".join(closers.values()))
    return Marks(closers, re.compile(f"''|``|[{re.escape(every)}]|\n\\s*\n"), only_open)


def quotations_in(text: str, language: Language) -> tuple[Quotation, ...]:
    """The quotations of the text in the order of their beginnings, `depth` 0 outermost.

    A mark opens where it stands at the beginning of a word and closes where it stands at the end of one; a
    paragraph's end closes nothing, but an opening mark that repeats at its beginning goes on with the same
    quotation. Marks that find no partner are left out.
    """
    marks = _marks(language)
    found: list[Quotation] = []
    open_marks: list[tuple[int, int, str]] = []
    for match in marks.pattern.finditer(text):
        start, end = match.span()
        mark = match.group()
        if mark.startswith("\n"):
            # A stray mark must not swallow what follows: only a quotation taken up again stays open.
            open_marks = [one for one in open_marks if _goes_on(text, end, one[2])]
            continue
        if mark in ("''", "``"):
            mark = STRAIGHT
        closes = _can_close(text, start, end)
        partner = next((k for k in range(len(open_marks) - 1, -1, -1) if mark in marks.closers[open_marks[k][2]]), None)
        if (
            partner is not None
            and closes
            and (not _can_open(text, start, end) or mark not in marks.closers or mark != STRAIGHT)
        ):
            if mark in marks.closers and mark != STRAIGHT and not closes:
                partner = None
        else:
            partner = partner if closes else None
        if partner is not None:
            begin, inner, _ = open_marks[partner]
            if start > inner and start - begin <= LONGEST:
                found.append(Quotation(Span(begin, end), Span(inner, start), partner))
            del open_marks[partner:]
        elif mark in marks.closers and (_can_open(text, start, end) or _opens_apart(text, start, mark, marks)):
            if open_marks and start - open_marks[-1][0] > LONGEST:
                open_marks.clear()
            if not (open_marks and open_marks[-1][2] == mark and _begins_paragraph(text, start)):
                open_marks.append((start, end, mark))
                del open_marks[:-DEEPEST]
    return _nested(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _nested(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Each with the number of those around it: an opening mark that never closed holds nothing."""
    around: list[int] = []
    nested: list[Quotation] = []
    for quotation in found:
        while around and around[-1] <= quotation.outer.start:
            around.pop()
        nested.append(quotation._replace(depth=len(around)))
        around.append(quotation.outer.end)
    return tuple(nested)


def _can_open(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isalnum() and not after.isspace() and after not in ",.;:!?)"


def _opens_apart(text: str, start: int, mark: str, marks: Marks) -> bool:
    """Whether a mark with a blank behind it opens all the same: it can do nothing else, and stands behind no letter."""
    return mark in marks.only_open and not (start and text[start - 1].isalnum())


def _can_close(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace():
        # "halten. " he said: a mark between two blanks closes when a mark of punctuation follows.
        return after in ",.;:!?)" or after.isspace()
    return not after.isalnum() or before in ".!?,…"


def _begins_paragraph(text: str, start: int) -> bool:
    return not text[max(0, start - 2) : start].strip(" \t") or text[start - 1] == "\n"


def _goes_on(text: str, at: int, mark: str) -> bool:
    """Whether the quotation is taken up again at the paragraph that begins at `at`."""
    return text[at : at + 1] == mark
