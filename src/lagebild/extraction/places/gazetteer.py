"""Gazetteer: the places that a name may stand for, of places.tsv and cities.txt."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row
from lagebild.language.sorted_lines import SortedLines
from lagebild.language.words import word_lists
from lagebild.model.place import PlaceKind
from lagebild.recent import Recent

# About how far a city reaches from its middle, by thousands of people: the radius of its built-up land, rounded up.
REACH = ((20, 4.0), (100, 6.0), (500, 10.0), (2_000, 15.0), (5_000, 25.0))
LARGEST_REACH = 35.0

# More words than this no name has ("Vereinigte Staaten von Amerika").
MOST_WORDS = 5


class Candidate(NamedTuple):
    """One place that a name may stand for."""

    name: str
    kind: PlaceKind
    code: str | None
    region: str | None
    """ISO 3166-2, where the tables have it."""
    latitude: float
    longitude: float
    precision_km: float
    thousands: int | None
    """Of people, for cities of GeoNames; None for a place written down by hand."""
    known: bool = True
    """Whether its name was written down by hand, as one of those in the news."""


class Gazetteer:
    """Answers which places a name may stand for. The cities are searched as they lie in the file, never read whole."""

    def __init__(self, language: Language) -> None:
        self._found: Recent[str, tuple[Candidate, ...]] = Recent(self._look_up)
        self._begun: Recent[str, bool] = Recent(self._is_first)
        self._by_hand: dict[str, list[Candidate]] = {}
        endings = sorted(word_lists(language, "places")["adjective_endings"])
        for row in language.table("places", key=("kind", "code", "name")):
            candidate = _place(row)
            for form in dict.fromkeys(_forms(row, endings)):
                self._by_hand.setdefault(form, []).append(candidate)
        self._first_words = {name.split(" ", 1)[0] for name in self._by_hand if " " in name}
        self._cities = SortedLines(_without_comments(language.bytes("cities.txt")))

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places of exactly this name, those written by hand first; a country's name means no city too."""
        return self._found[name]

    def has_by_hand(self, name: str) -> bool:
        """Whether a place of exactly this name was written down by hand."""
        return name in self._by_hand

    def begins(self, word: str) -> bool:
        """Whether the word is the first of a name of several words."""
        return self._begun[word]

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        by_hand = self._by_hand.get(name, [])
        country = any(candidate.kind is PlaceKind.COUNTRY for candidate in by_hand)
        cities = () if country else map(_city, self._cities.beginning(f"{name}\t".encode()))
        return (*by_hand, *cities)

    def _is_first(self, word: str) -> bool:
        return word in self._first_words or self._cities.find(f"{word} ".encode()) >= 0


def _without_comments(content: bytes) -> bytes:
    start = 0
    while content.startswith(b"#", start):
        start = content.find(b"\n", start) + 1
    return content[start:]


def _forms(row: Row, endings: Sequence[str]) -> Iterator[str]:
    own = row["name"]
    for form in (*(() if own.startswith("=") else (own,)), *(form for form in row["forms"].split("|") if form)):
        yield from _inflected(form, endings)


def _inflected(form: str, endings: Sequence[str]) -> Iterator[str]:
    before, mark, after = form.partition("~")
    if not mark:
        yield form
        return
    for ending in endings:
        for rest in _inflected(after, endings):
            yield before + ending + rest


def _place(row: Row) -> Candidate:
    if row["kind"] not in list(PlaceKind):
        raise ResourceError(f"{row.where}: {row['kind']!r} is no kind of place; there are {', '.join(PlaceKind)}")
    return Candidate(
        row["name"].lstrip("="), PlaceKind(row["kind"]), row["code"] or None, row["region"] or None,
        row.number("latitude"), row.number("longitude"), row.number("km"), None,
    )  # fmt: skip


def _city(line: bytes) -> Candidate:
    name, code, region, latitude, longitude, thousands, *rest = line.decode().split("\t")
    usual, listed = (*rest, "", "")[:2]
    people = int(thousands)
    reach = next((km for limit, km in REACH if people < limit), LARGEST_REACH)
    point = float(latitude), float(longitude)
    return Candidate(usual or name, PlaceKind.CITY, code, region or None, *point, reach, people, bool(listed))


@cache
def gazetteer(language: Language) -> Gazetteer:
    """The gazetteer of the language, read once."""
    return Gazetteer(language)
