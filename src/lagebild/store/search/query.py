"""What a person types into a search, taken apart; nothing that can be typed is an error."""

import re
from dataclasses import dataclass

from lagebild.language.search import folded, words_in

_PIECE = re.compile(r'(?P<no>(?<!\S)[-−])?(?:["„“”»«](?P<phrase>[^"„“”»«]*)["“”„«»]?|(?P<word>[^\s"„“”»«]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """`words` have to be there, in any form or as a part of another; `phrases` exactly, word for word; `without` and
    `without_phrases` must not."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.without or self.without_phrases)


def parsed(raw: str) -> Query:
    """The query of raw input: words are joined by "and", "-word" excludes, quotation marks of any kind make a phrase.

    Every other sign only parts words. A phrase that is not closed reaches to the end.
    """
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[str] = []
    without_phrases: list[tuple[str, ...]] = []
    for piece in _PIECE.finditer(raw):
        if piece["phrase"] is not None:
            phrase = tuple(word.folded for word in words_in(piece["phrase"]) if not word.joined)
            if phrase:
                (without_phrases if piece["no"] else phrases).append(phrase)
        else:
            (without if piece["no"] else words).extend(_asked(piece["word"]))
    return Query(tuple(words), tuple(phrases), tuple(without), tuple(without_phrases))


def _asked(word: str) -> list[str]:
    """The words between the signs, as they are written; a hyphenated one counts as a whole."""
    found: list[str] = []
    reach = 0
    for item in sorted(words_in(word), key=lambda item: (item.start, -item.stop)):
        if item.start >= reach:
            found.append(word[item.start : item.stop].replace("-", "").replace("‐", "").replace("‑", ""))
            reach = item.stop
    return [word for word in found if folded(word)]
