"""Text words: the runs of letters and digits of a text with their places, cut once for all who look for some."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_APART = re.compile(r"(\W+)")


class TextWords(NamedTuple):
    """All words in order, where each starts, and what stands between each and the word before it."""

    words: list[str]
    starts: list[int]
    between: list[str]


@lru_cache(maxsize=1)
def words_in(text: str) -> TextWords:
    """The words of the text; kept until another text is asked for. Nobody may change the lists."""
    parts = _APART.split(text)
    starts = list(accumulate(map(len, parts), initial=0))
    first = 0 if parts[0] else 2
    last = len(parts) if parts[-1] else len(parts) - 1
    words = parts[first:last:2]
    return TextWords(words, starts[first:last:2], ["", *parts[1::2]][first // 2 :][: len(words)])
