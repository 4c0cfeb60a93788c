"""Notation of marked examples: "[Die Behörde] <teilte> <mit>, {der Damm halte}" names source, cue and content.

[ ] the source, < > a piece of the cue, { } a piece of the content, ( ) or ⟨ ⟩ the addressee or target. Marks may
hold other marks; the text is what remains when the marks are taken out.
"""

from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.model.span import Span

_CLOSED_BY = {"[": "]", "<": ">", "{": "}", "(": ")", "⟨": "⟩"}
_CLOSING = frozenset(_CLOSED_BY.values())


class MarkedExample(NamedTuple):
    """An example without its marks, and what they marked, each in text order."""

    text: str
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    to: Span | None


class Marks(NamedTuple):
    """A text without its marks, and the spans under each kind of mark, by its opening character."""

    text: str
    spans: dict[str, tuple[Span, ...]]


def parse_marks(marked: str) -> Marks:
    """The text and its marks; raises ResourceError for marks that are unbalanced or mark nothing."""
    text: list[str] = []
    open_marks: list[tuple[str, int]] = []
    found: dict[str, list[Span]] = {mark: [] for mark in _CLOSED_BY}
    for character in marked:
        if character in _CLOSED_BY:
            open_marks.append((character, len(text)))
        elif character in _CLOSING:
            if not open_marks or _CLOSED_BY[open_marks[-1][0]] != character:
                raise ResourceError(f"{character!r} closes nothing in {marked!r}")
            mark, start = open_marks.pop()
            if start == len(text):
                raise ResourceError(f"{mark}{character} marks nothing in {marked!r}")
            found[mark].append(Span(start, len(text)))
        else:
            text.append(character)
    if open_marks:
        raise ResourceError(f"{open_marks[-1][0]!r} is not closed in {marked!r}")
    return Marks("".join(text), {mark: tuple(sorted(spans)) for mark, spans in found.items()})


def parse_example(marked: str) -> MarkedExample:
    """The marked example; raises ResourceError for unbalanced marks, no cue, no content, or two sources or targets."""
    text, found = parse_marks(marked)
    if not found["<"] or not found["{"]:
        raise ResourceError(f"a cue < > and a content {{ }} must be marked in {marked!r}")
    return MarkedExample(
        text,
        _at_most_one(found["["], "source", marked),
        found["<"],
        found["{"],
        _at_most_one(found["("] + found["⟨"], "target", marked),
    )


def _at_most_one(spans: tuple[Span, ...], what: str, marked: str) -> Span | None:
    if len(spans) > 1:
        raise ResourceError(f"more than one {what} in {marked!r}")
    return spans[0] if spans else None
