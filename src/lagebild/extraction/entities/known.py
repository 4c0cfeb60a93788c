"""Known: what the tables of a language know of states, organisations, media, offices and given names."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple

from lagebild.analysis.lexicon import Lexicon, lexicon
from lagebild.analysis.person_nouns import person_gender
from lagebild.language.endings import ends_in
from lagebild.language.given_names import GivenNames, given_names
from lagebild.language.load import Language, Row
from lagebild.language.words import word_lists
from lagebild.model.entity import EntityKind
from lagebild.recent import Recent


class Body(NamedTuple):
    """A state, organisation or medium: its usual name, code and kind, and which of its names was read."""

    name: str
    code: str | None
    kind: EntityKind
    form: str
    """name, capital, government, demonym, or synonym."""
    gender: str | None = None
    """Of the noun that reports come back to it with: m, f, n, or p for a plural; None where no table says it."""
    party: bool = False


class Term(NamedTuple):
    """One term of office."""

    name: str
    offices: frozenset[str]
    code: str
    nationality: str
    start: datetime.date
    end: datetime.date | None


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All tables, indexed by the words that are looked up."""

    bodies: dict[str, Body]
    """By each of their names as written, longest names included ("Vereinte Nationen")."""
    names: dict[str, tuple[str, ...]]
    """By the usual name of an organisation or medium all its names."""
    adjectives: dict[str, str]
    """Stem of an adjective to the code of a state: "russisch"."""
    synonyms: dict[str, tuple[Body, ...]]
    """Descriptive nouns to the organisations that reports so call: "Allianz"."""
    terms: dict[str, tuple[Term, ...]]
    """By the holder's surname."""
    given: GivenNames
    """Given names to "m", "f" or "u"."""
    endings: dict[str, tuple[str, str]]
    """Endings of nouns to kind and gender."""
    numbers: dict[str, str]
    """Number words to their digits: "elf" to "11"."""
    words: dict[str, frozenset[str]]
    lexicon: Lexicon
    kind_of: Callable[[str], tuple[str, str] | None] = field(init=False)
    """Kind and gender of what the noun describes: by the longest ending that fits, else a person where the noun has a
    feminine or is one; None for things."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind_of", Recent(partial(_kind_of, self)).__getitem__)

    def as_listed(self, name: str) -> str:
        """The name of a body as the tables have it, without the s of a genitive; any other name as it stands."""
        bare = name.removesuffix("s")
        return bare if name not in self.bodies and bare in self.bodies else name

    def body_called(self, name: str) -> Body | None:
        """The body that the name is of, in the genitive or not; None where no table has it."""
        return self.bodies.get(self.as_listed(name))

    def is_indefinite(self, word: str) -> bool:
        """Whether the word brings in whom nobody knows yet: "ein", "keinem", "mehrere"."""
        return word.lower().startswith(tuple(self.words["indefinite"]))

    def gender_of(self, name: str) -> str | None:
        """Whose the name sounds, by its given name: "m", "f", None where that tells nothing or is all of the name."""
        given, _, surname = name.partition(" ")
        listed = self.given.get(given)
        if listed is not None or not surname or len(given) < SHORTEST_TELLING:
            return listed if listed in ("m", "f") else None
        if ends_in(given, self.words["womens_endings"]):
            return "f"
        return "m" if ends_in(given, self.words["mens_endings"]) else None

    def office_in(self, noun: str) -> str | None:
        """The longest ending in the table of offices that the noun has: "chef" of "Notenbankchef"."""
        lower = noun.lower()
        ends = [lower[start:] for start in range(max(0, len(lower) - LONGEST_ENDING), len(lower) - 1)]
        return None if self.endings.keys().isdisjoint(ends) else next(end for end in ends if end in self.endings)

    def held_by(self, name: str, day: datetime.date | None) -> list[Term]:
        """The terms of office that a person of this name may hold on the day."""
        given, surname = name.split()[0], name.split()[-1]
        terms = self.terms.get(surname, ())
        return [term for term in terms if in_office(term, day) and term.name.split()[0] == given]

    def is_text(self, noun: str) -> bool:
        """Whether the noun is a text that somebody wrote: "Bericht", "Strategiepapier"."""
        if noun in self.words["documents"] or noun in self.words["document_nouns"]:
            return True
        return ends_in(noun.lower(), self.words["document_endings"])

    def is_plain(self, noun: str) -> bool:
        """Whether the noun says of a person no more than age, sex or part in the story: "Mann", "28-Jährige"."""
        return noun in self.words["plain_people"] or ends_in(noun, self.words["age_endings"])

    def is_seated(self, noun: str) -> bool:
        """Whether bodies that the noun means are told apart by a town's name: "Polizei", "Amtsgericht"."""
        return ends_in(noun.lower(), self.words["seated"])


def _kind_of(tables: Known, noun: str) -> tuple[str, str] | None:
    office = tables.office_in(noun)
    if office is not None:
        return tables.endings[office] if tables.endings[office][0] != THING else None
    gender = person_gender(tables.lexicon, noun) if noun else None
    return ("person", gender) if gender else None


# Shorter given names tell nothing by their ending: "Bo".
SHORTEST_TELLING = 4
# Longer endings than this do not stand in offices.tsv.
LONGEST_ENDING = 24
# What offices.tsv says of nouns that only end like a body: "Einführung", "Autobahn".
THING = "thing"


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


@cache
def known(language: Language) -> Known:
    """The tables of the language, read once; the user's rows win."""
    bodies: dict[str, Body] = {}
    theirs: set[str] = set()

    def claim(word: str, body: Body, row: Row, *, over: bool = False) -> None:
        """The word is the body's: where a user says so, or nobody else has it and no user does."""
        if row.users or (word not in theirs and (over or word not in bodies)):
            bodies[word] = body
        if row.users:
            theirs.add(word)

    adjectives: dict[str, str] = {}
    for row in sorted(language.table("states", key=("code",)), key=lambda row: row.users):
        code, name = row["code"], row["name"]
        for form, cell in (
            ("name", f"{name}|{row['variants']}"),
            ("capital", row["capitals"]),
            ("government", row["seats"]),
        ):
            for word in _parts(cell):
                claim(word, Body(name, code, EntityKind.STATE, form), row)
        for word in _parts(row["demonyms"]):
            claim(word, Body(name, code, EntityKind.STATE, "demonym"), row)
        adjectives.update((stem.lower(), code) for stem in _parts(row["adjectives"]))
    synonyms: dict[str, list[Body]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for row in language.table("organisations", key=("code", "name")):
        gender, party = row["gender"] or None, row["kind"] == "party"
        body = Body(row["name"], row["code"], EntityKind.ORGANISATION, "name", gender, party)
        for word in _parts(f"{row['name']}|{row['variants']}"):
            claim(word, body, row, over=True)
        names[row["name"]] = (row["name"], *_parts(row["variants"]))
        for word in _parts(row["synonyms"]):
            synonyms.setdefault(word, []).append(body)
    for row in language.table("media", key=("name",)):
        names.setdefault(row["name"], (row["name"], *_parts(row["variants"])))
        for word in _parts(f"{row['name']}|{row['variants']}"):
            claim(word, Body(row["name"], None, EntityKind.MEDIUM, "name"), row)
    terms: dict[str, list[Term]] = {}
    for row in language.table("office_holders", key=("name", "code", "from")):
        term = Term(
            row["name"], frozenset(_parts(row["office"])), row["code"], row["nationality"],
            row.day("from") or datetime.date.min, row.day("to"),
        )  # fmt: skip
        terms.setdefault(row["name"].split()[-1], []).append(term)
    given = given_names(language)
    endings = {row["ending"]: (row["kind"], row["gender"]) for row in language.table("offices", key=("ending",))}
    numbers = {row["word"]: row["value"] for row in language.table("numbers") if row["value"].isdigit()}
    return Known(
        bodies, names, adjectives, {word: tuple(found) for word, found in synonyms.items()},
        {name: tuple(found) for name, found in terms.items()}, given, endings, numbers,
        word_lists(language, "entities"), lexicon(language),
    )  # fmt: skip


def in_office(term: Term, day: datetime.date | None) -> bool:
    """Whether the term covers the day; an unknown day covers every term."""
    return day is None or (term.start <= day and (term.end is None or day <= term.end))
