"""Whereabouts: where the tokens of a text stand by their tags and words: a rule goes only where it can apply."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol


class Word(Protocol):
    """What of a token is asked here."""

    @property
    def start(self) -> int:
        """Where it starts in the text."""

    @property
    def text(self) -> str:
        """As it stands."""

    @property
    def tag(self) -> str:
        """Its part of speech."""


class Whereabouts(NamedTuple):
    """The tokens by number. Nobody may change what is in it."""

    starts: list[int]
    """Where each token starts in the text."""
    of_tag: dict[str, list[int]]
    of_text: dict[str, list[int]]
    of_small: dict[str, list[int]]
    """By the text in small letters."""

    def tagged(self, *tags: str) -> list[int]:
        """The tokens with one of the tags, in text order."""
        return _together(self.of_tag, tags)

    def written(self, words: AbstractSet[str]) -> list[int]:
        """The tokens whose text is one of the words, in text order."""
        return _together(self.of_text, self.of_text.keys() & words)

    def spoken(self, words: AbstractSet[str]) -> list[int]:
        """The tokens whose text in small letters is one of the words, in text order."""
        return _together(self.of_small, self.of_small.keys() & words)

    def with_capital(self) -> list[int]:
        """The tokens that begin with a capital, in text order."""
        return _together(self.of_text, [text for text in self.of_text if text[:1].isupper()])


def whereabouts(tokens: Sequence[Word]) -> Whereabouts:
    """Where each of the tokens stands."""
    starts = [token.start for token in tokens]
    of_tag = _places([token.tag for token in tokens])
    of_text = _places([token.text for token in tokens])
    of_small: dict[str, list[int]] = {}
    for text, places in of_text.items():
        small = text.lower()
        of_small[small] = sorted(of_small[small] + places) if small in of_small else places
    return Whereabouts(starts, of_tag, of_text, of_small)


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        found[word].append(place)
    return dict(found)


def _together(places: dict[str, list[int]], keys: Iterable[str]) -> list[int]:
    return sorted([place for key in keys for place in places.get(key, ())])
