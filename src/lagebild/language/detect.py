"""Which language a text is in, and how sure that is."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

UNKNOWN = "und"
_LOOKED_AT = 20_000
"""Characters from the beginning; more do not change the answer."""
_FEWEST = 2
"""Little words that a text must hold at least, so that a name or a number is not taken for a language."""
_WORD = re.compile(r"[^\W\d_]+")


class Detected(NamedTuple):
    """A language code, "und" where nothing tells; `confidence` is its share of the little words that were known."""

    language: str
    confidence: float


def detect(text: str) -> Detected:
    """The language most of whose little words the text holds; the same text always gives the same answer."""
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    counts = {code: sum(map(known.__contains__, words)) for code, known in _little_words().items()}
    total = sum(counts.values())
    best = max(counts, key=lambda code: counts[code])
    if counts[best] < min(_FEWEST, max(len(words) // 10, 1)):
        return Detected(UNKNOWN, 0.0)
    return Detected(best, round(counts[best] / total, 3))


@cache
def _little_words() -> dict[str, frozenset[str]]:
    tables = tomllib.loads(files("lagebild").joinpath("resources", "languages.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in tables.items()}
