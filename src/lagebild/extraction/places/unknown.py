"""Places that no table knows, where a noun says that they are some: "im ukrainischen Dorf Nowe", "die Ortschaft X"."""

from collections.abc import Iterator

from lagebild.extraction.places.names import NAMES, Name
from lagebild.extraction.places.scene import Scene
from lagebild.extraction.places.signs import Sign
from lagebild.extraction.places.words import state_of
from lagebild.model.place import Place, PlaceKind
from lagebild.model.span import Span

CONFIDENCE = 0.8
RULE = "apposition"


def unknown_names(scene: Scene, signs: dict[Name, Sign]) -> Iterator[Place]:
    """A record without a point for each; with the country where an adjective before the noun names it."""
    tokens, words = scene.tokens, scene.words
    placed = {token for name in signs for token in range(name.first, name.last)}
    for before in scene.analysis.where.written(words.lists["settlements"]):
        noun, i = tokens[before].text, before + 1
        if i in scene.at or i in placed:
            continue
        last = i
        while last < len(tokens) and tokens[last].tag in NAMES and tokens[last].text[:1].isupper():
            last += 1
        if last == i or not scene.same_sentence(i - 1, last - 1):
            continue
        span = Span(tokens[i].start, tokens[last - 1].end)
        owner = next((code for j in _adjectives(scene, i - 1) if (code := words.owner(tokens[j].text))), None)
        code = None if owner is None else state_of(owner)
        reason = f"“{noun}” stands before it; no table knows a place of this name"
        yield Place(
            span, span.of(scene.analysis.text), PlaceKind.CITY, code, None, None, None, reason, RULE, CONFIDENCE
        )


def _adjectives(scene: Scene, noun: int) -> Iterator[int]:
    j = noun - 1
    while j >= 0 and scene.tokens[j].tag == "ADJA" and scene.same_sentence(j, noun):
        yield j
        j -= 1
