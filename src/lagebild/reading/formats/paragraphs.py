"""Paragraphs into the text of a document: the one rule on blanks, soft hyphens and invisible characters.

Where a format has markup, its text is ours to make, and we make it like this: NFC; no soft hyphens, zero-width blanks
and control characters; every run of blanks, no-break ones and tabs included, is one blank; paragraphs are parted by an
empty line.
Plain text and the text of a record stay as they are, to the character: somebody else's offsets may point into them.
"""

import re
import unicodedata
from collections.abc import Iterable

BETWEEN = "\n\n"
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\ufffe\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
"""Signs that nobody sees. Joiners (U+200C, U+200D) stay: emoji and some scripts are built with them."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The words of a paragraph or a title in one line."""
    visible = _SURROGATES.sub("\ufffd", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", visible)).strip()


def text_of(paragraphs: Iterable[str]) -> str:
    """The text of a document from its paragraphs; empty ones are left out."""
    return BETWEEN.join(line for line in map(one_line, paragraphs) if line)
