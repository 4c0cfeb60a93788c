"""Whereabouts: where the tokens of a text stand by their tags and words: a rule goes only where it can apply."""

from collections import defaultdict
from collections.abc import Iterable
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


def whereabouts(tokens: Iterable[Word]) -> Whereabouts:
    """Where each of the tokens stands."""
    starts: list[int] = []
    of_tag: dict[str, list[int]] = defaultdict(list)
    of_text: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        starts.append(token.start)
        of_tag[token.tag].append(place)
        of_text[token.text].append(place)
    of_small: dict[str, list[int]] = defaultdict(list)
    for text, places in of_text.items():
        of_small[text.lower()] += places
    return Whereabouts(starts, dict(of_tag), dict(of_text), {text: sorted(found) for text, found in of_small.items()})


def _together(places: dict[str, list[int]], keys: Iterable[str]) -> list[int]:
    return sorted([place for key in keys for place in places.get(key, ())])
