"""The words of a report in comparable form, and where each of them stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from lagebild.model.span import Span

# Combining marks and soft hyphens belong to the word: texts out of PDF files have both.
_WORD = re.compile(r"[\w\u0300-\u036f\u00ad]+")
LONGEST = 1_000_000
"""Code points of a text that are looked at: a book of 150,000 words; what stands behind makes and breaks no copy."""
_SPELT_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("\u00ad", ""))
"""Wire services once sent "Muenchen", and some papers left it so."""


def report_words(text: str, *, without: Sequence[Span] = (), title: str | None = None) -> tuple[str, ...]:
    """The words of the text in folded form: small letters, umlauts and ß spelt out, no accents composed otherwise.

    Left out are the stretches `without` (the page's furniture) and the title where the text begins with it: a headline
    is the first thing that an editor changes. Punctuation, and with it every kind of quotation mark, does not count.
    """
    body = _after_title(text, title)
    kept = _kept(min(len(text), LONGEST), without, body)
    return folded(" ".join(text[piece.start : piece.end] for piece in kept))


def word_spans(text: str, *, without: Sequence[Span] = (), title: str | None = None) -> tuple[Span, ...]:
    """Where the words of `report_words` stand in the text, one span for each, in the same order."""
    kept = _kept(min(len(text), LONGEST), without, _after_title(text, title))
    found = (match for piece in kept for match in _WORD.finditer(text, piece.start, piece.end))
    return tuple(Span(*match.span()) for match in found if _fold(match.group()))


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without furniture, a headline for instance, in comparable form."""
    return tuple(_fold(" ".join(_WORD.findall(text))).split())


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text).casefold()
    for letter, plain in _SPELT_OUT:  # ten times as fast as str.translate
        text = text.replace(letter, plain)
    return text


def _after_title(text: str, title: str | None) -> int:
    """Where the report begins behind its own headline."""
    if not title:
        return 0
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    head = title.strip("\ufeff \t\r\n")
    end = start + len(head)
    goes_on = text[end : end + 1].isalnum()
    return end if head and text.startswith(head, start) and not goes_on and text[end:].strip() else 0


def _kept(length: int, without: Sequence[Span], start: int) -> Iterator[Span]:
    """What remains of the text from `start` on between the spans left out, which may overlap."""
    for span in sorted(without):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < length:
        yield Span(start, length)
