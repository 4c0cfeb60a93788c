"""Pages that ask for consent to cookies instead of showing their report, told by how much of the text asks."""

import re
from functools import cache
from typing import NamedTuple

from lagebild.language.load import Language

_SENTENCE = re.compile(r"(?<=\w\w[.!?])\s+(?=[A-ZÄÖÜ„])|\n+")
_LOOKED_AT = 20_000
"""Signs of a text; no wall is as long, and what is can only be a report."""


class _Wording(NamedTuple):
    """The part of pages.toml on consent, compiled."""

    share: float
    share_described: float
    speaks: re.Pattern[str]
    of_data: re.Pattern[str]
    asks: re.Pattern[str]
    button: re.Pattern[str]
    short_line: int


def asks_for_consent(text: str, *, described: bool = False) -> bool:
    """Whether most of the text asks its reader for consent; `described` where the page says that it is a report."""
    wording = _wording()
    if len(text) > _LOOKED_AT or not wording.asks.search(text):
        return False
    whole = asking = 0
    for sentence in filter(None, map(str.strip, _SENTENCE.split(text))):
        whole += len(sentence)
        asking += len(sentence) if _asks(sentence, wording) else 0
    return asking >= (wording.share_described if described else wording.share) * whole


def _asks(sentence: str, wording: _Wording) -> bool:
    if wording.button.search(sentence):
        return True
    if not wording.of_data.search(sentence):
        return False
    return (len(sentence) <= wording.short_line and sentence[-1].isalnum()) or wording.speaks.search(
        sentence
    ) is not None


@cache
def _wording() -> _Wording:
    rules = Language("de").rules("pages")["consent"]
    patterns = {name: re.compile(rules[name]) for name in ("speaks", "of_data", "asks", "button")}
    return _Wording(
        share=rules["share"], share_described=rules["share_described"], short_line=rules["short_line"], **patterns
    )
