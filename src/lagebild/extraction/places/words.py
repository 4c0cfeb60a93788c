"""Words: what places.toml and states.tsv know of the words around a place."""

from functools import cache
from typing import NamedTuple

from lagebild.analysis.lexicon import Lexicon, lexicon
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Token
from lagebild.model.place import PlaceKind


class Preposition(NamedTuple):
    """Which kinds of place may stand behind a preposition."""

    kinds: frozenset[PlaceKind]
    capital: bool
    """Whether a state's capital there is the town and not the government."""


class Words(NamedTuple):
    """The tables, ready for look-ups."""

    prepositions: dict[str, Preposition]
    nouns: dict[str, frozenset[PlaceKind]]
    """Nouns that stand right before a place, with the kinds that they announce."""
    lists: dict[str, frozenset[str]]
    adjectives: dict[str, str]
    """Stem to the code of a state, or to ISO 3166-2: "russisch", "bayerisch"."""
    city_adjectives: dict[str, str]
    city_endings: tuple[tuple[str, tuple[str, ...]], ...]
    capitals: frozenset[str]
    compass: tuple[str, ...]
    """Longest first: "Nordost", "Nord"."""
    city_nouns: tuple[str, ...]
    not_city_nouns: tuple[str, ...]
    strikes: tuple[str, ...]
    disasters: tuple[str, ...]
    lexicon: Lexicon

    def noun(self, token: Token) -> frozenset[PlaceKind] | None:
        """The kinds of place that a noun right before a name announces, None for other words."""
        return self.nouns.get(token.text) or (self.nouns.get(token.lemma) if token.tag == "NN" else None)

    def is_guess(self, word: str) -> bool:
        """Whether no dictionary has the word as it is, so that a tag of a noun says nothing against a name."""
        return self.lexicon.entry(word).source in UNLISTED

    def owner(self, adjective: str) -> str | None:
        """The state or region that an adjective names: "russische", "ostukrainischen", "bayerisches"."""
        word = adjective.lower()
        for cut in (1, 2):
            found = self.adjectives.get(word[:-cut])
            if found:
                return found
        return None


# "Bachmut" is split into "Bach" and "Mut".
UNLISTED = frozenset(("guessed", "split"))
# ISO 3166-2 begins with two letters of these states, the only ones with regions in the tables.
STATES_OF_REGIONS = {"DE": "DEU", "AT": "AUT", "CH": "CHE", "US": "USA", "IT": "ITA"}


def state_of(owner: str) -> str:
    """The state of an owner, which may be a region: "US-TX" lies in "USA"."""
    return STATES_OF_REGIONS.get(owner[:2], owner) if "-" in owner else owner


@cache
def words(language: Language) -> Words:
    """The tables of the language, read once."""
    rules = language.rules("places")
    lists = word_lists(language, "places")
    nouns: dict[str, frozenset[PlaceKind]] = {}
    for kinds, name in (
        ({PlaceKind.CITY}, "towns"),
        ({PlaceKind.REGION, PlaceKind.CITY}, "regions"),
        ({PlaceKind.COUNTRY}, "countries"),
        ({PlaceKind.WATER}, "waters"),
        (set(PlaceKind), "anywhere"),
    ):
        for noun in lists[name]:
            nouns[noun] = nouns.get(noun, frozenset()) | kinds
    adjectives: dict[str, str] = {}
    capitals = set(lists["seats"])
    for row in language.table("states", key=("code",)):
        adjectives.update((stem.lower(), row["code"]) for stem in row["adjectives"].split("|") if stem)
        capitals.update(name for name in row["capitals"].split("|") if name)
    return Words(
        {
            word: Preposition(frozenset(map(PlaceKind, row["kinds"])), row["capital"])
            for row in rules["preposition"]
            for word in row["words"]
        },
        nouns, lists, adjectives | rules["region_adjectives"], rules["city_adjectives"],
        tuple((row["cut"], tuple(row["add"])) for row in rules["city_adjective"]), frozenset(capitals),
        tuple(sorted(lists["compass"], key=lambda word: (-len(word), word))), tuple(sorted(lists["city_nouns"])),
        tuple(sorted(lists["not_city_nouns"])), tuple(sorted(lists["strikes"])),
        tuple(sorted(lists["disasters"])), lexicon(language),
    )  # fmt: skip
