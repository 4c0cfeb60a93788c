"""Pieces of styled text wrapped into lines of a given width, with hanging indents."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_BLANK = re.compile(r"\s+")


class Piece(NamedTuple):
    """Text in one style. Styles: "", headline, heading, speaker, act, form, quote, value, faint, note."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def shown(text: str) -> str:
    """The text as it may go to a terminal: white space folded, control and direction characters made visible.

    A page can hold escape sequences; printing them as they are would let it write over the reader's screen.
    """
    folded = _BLANK.sub(" ", text)
    if folded.isprintable():
        return folded
    return "".join(sign if _harmless(sign) else "\ufffd" for sign in folded)


def width_of(text: str) -> int:
    """The columns that the text takes on a terminal: wide signs two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def wrapped(pieces: Iterable[Piece], *, width: int, first: Sequence[Piece] = (), indent: int = 0) -> Iterator[Line]:
    """Lines at most `width` wide: the first begins with `first`, every later one with `indent` blanks.

    Words longer than a line are cut. A piece's own blanks at its ends separate it from its neighbours.
    """
    line = list(first)
    used = sum(width_of(piece.text) for piece in line)
    begun = False
    for spaced, word in _words(pieces):
        gap = 1 if spaced and begun else 0
        if begun and used + gap + sum(width_of(text) for text, _ in word) > width:
            yield tuple(line)
            line, used, gap = [Piece(" " * indent)], indent, 0
        for text, style in word:
            at, columns = 0, width_of(text)
            while columns > max(width - used, 1):
                cut, taken = _reach(text, at, max(width - used, 1))
                yield (*line, Piece(text[at:cut], style))
                at, columns = cut, columns - taken
                line, used, gap = [Piece(" " * indent)], indent, 0
            line.append(Piece(" " * gap + text[at:], style))
            used += gap + columns
            begun, gap = True, 0
    if begun or first:
        yield tuple(line)


def padded(text: str, columns: int) -> str:
    """The text filled up with blanks to that many columns."""
    return text + " " * max(0, columns - width_of(text))


def plain(line: Line) -> str:
    """The line without any style, without blanks at its end."""
    return "".join(piece.text for piece in line).rstrip()


def _words(pieces: Iterable[Piece]) -> Iterator[tuple[bool, list[tuple[str, str]]]]:
    """Each word with whether a blank goes before it; one of several styles is a list of its parts with theirs."""
    word: list[tuple[str, str]] = []
    before = spaced = False
    for piece in pieces:
        text = shown(piece.text)
        spaced = spaced or text.startswith(" ")
        for number, part in enumerate(text.split()):
            if word and (spaced or number > 0):
                yield before, word
                word = []
            if not word:
                before = spaced or number > 0
            word.append((part, piece.style))
            spaced = False
        spaced = spaced or text.endswith(" ")
    if word:
        yield before, word


def _reach(word: str, at: int, columns: int) -> tuple[int, int]:
    """Where the longest piece from `at` that fits ends, at least one sign on, and the columns that it takes."""
    used = 0
    for index in range(at, len(word)):
        wide = _columns(word[index])
        if used + wide > columns and index > at:
            return index, used
        used += wide
    return len(word), used


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _harmless(sign: str) -> bool:
    # Soft hyphens and joiners belong to ordinary text; direction overrides and controls do not.
    return sign.isprintable() or sign in "\u00ad\u200c\u200d" or unicodedata.category(sign) in {"Zs", "Mn"}
