"""Sides: what the tables say of nouns and names that stand for a party to an event."""

import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from lagebild.extraction.entities.known import Term, in_office, known
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.recent import Recent

# What stands behind a state's code for those in it who are not the state.
SUFFIXES = {"state": "", "police": "", "opposition": "-OPP", "civilians": "-CVL", "media": "-MED", "courts": "-JUD"}
# Kinds of organisations that go by their name and not by a code.
NAMED = frozenset(("party", "armed_group"))
LONGEST_NOUN = 24


class Sides(NamedTuple):
    """The tables. `classes` and `endings` lead from a noun in lower case to one of SUFFIXES or "groups"."""

    classes: dict[str, str]
    endings: dict[str, str]
    groups: dict[str, str]
    """Noun in lower case to the word by which the group is known."""
    home: str
    home_fronts: tuple[str, ...]
    organisations: dict[str, tuple[str, str]]
    """Usual name to kind and code."""
    acronyms: dict[str, tuple[str, ...]]
    """Usual name to the names in capitals."""
    names: dict[str, str]
    codes: dict[str, str]
    words: dict[str, frozenset[str]]
    states: frozenset[str]
    """The codes of states."""
    fronts: dict[str, str]
    """First part of a compound to the side that it names: "Unionspolitiker"."""
    all_fronts: tuple[str, ...]
    """The home state's and these together: few nouns begin with any."""
    beside: dict[str, tuple[str, ...]]
    """Name to the bodies of which a report must name one for the name to mean its side there."""
    holders: dict[str, tuple[Term, ...]]
    """Each word of the names of office holders, without accents, to their terms."""
    media_states: dict[str, str]
    """Name of a medium to its state, where that is not the home state."""

    at_home: dict[str, tuple[str, ...]]
    """Word to the states in which a report is at home that uses it."""
    peoples: dict[str, str]
    """Adjective of a people without a state to the word by which it is known."""
    by_code: dict[str, tuple[str, str]]
    """Code of an organisation to its usual name and kind, the first of several."""
    class_of: Callable[[str], str | None]
    """The class of a noun: by itself, by what stands behind its hyphen, by its longest listed end."""

    def holder_code(self, word: str, day: date | None) -> str | None:
        """The code of the only state or organisation in which somebody of that name is in office on the day."""
        found = {term.code for term in self.holders.get(plain(word), ()) if in_office(term, day)}
        return min(found) if len(found) == 1 else None

    def is_state(self, code: str) -> bool:
        """Whether the code is that of a state itself and not of an organisation or of people in it."""
        return code in self.states

    def is_civil(self, noun: str) -> bool:
        """Whether a noun names a place where only civilians are."""
        lower = noun.lower()
        places = self.words["civil_places"]
        return lower in places or any(f"-{lower[start:]}" in places for start in range(len(lower) - 3))

    def group(self, noun: str) -> str:
        """The word by which a noun of the class "groups" is known."""
        lower = noun.lower()
        found = self.groups.get(lower) or self.groups.get(lower.rsplit("-", 1)[-1])
        if found is None:
            found = next((known for end, known in self.groups.items() if lower.endswith(end)), noun)
        return found


@cache
def sides(language: Language) -> Sides:
    """The tables, read once; the user's rows win."""
    words = word_lists(language, "event_parties")
    rules = language.rules("event_parties")
    classes: dict[str, str] = {}
    endings: dict[str, str] = {}
    groups: dict[str, str] = {}
    for name in (*SUFFIXES, "groups", "members"):
        for entry in sorted(words[name]):
            noun, _, known = entry.partition(":")
            end = noun.removeprefix("-")
            classes.setdefault(end, name)
            if noun.startswith("-"):
                endings.setdefault(end, name)
            if name == "groups":
                groups[end] = known or end[:1].upper() + end[1:]
    organisations: dict[str, tuple[str, str]] = {}
    acronyms: dict[str, tuple[str, ...]] = {}
    for row in language.table("organisations", key=("code", "name")):
        organisations[row["name"]] = (row["kind"], row["code"])
        acronyms[row["name"]] = tuple(v for v in row["variants"].split("|") if v.isupper() and len(v) <= 6)
    peoples = [entry.partition(":") for entry in words["peoples"]]
    return Sides(
        classes, endings, groups, min(words["home"]), tuple(sorted(words["home_fronts"])), organisations, acronyms,
        dict(rules["names"]), dict(rules["codes"]), words,
        frozenset(row["code"] for row in language.table("states", key=("code",))),
        dict(rules["fronts"]), (*sorted(words["home_fronts"]), *rules["fronts"]),
        {name: tuple(bodies) for name, bodies in rules["beside"].items()}, _holders(language),
        dict(rules["media_states"]), _at_home(rules["at_home"]), {adjective: known for adjective, _, known in peoples},
        {code: (name, kind) for name, (kind, code) in reversed(organisations.items())},
        Recent(partial(_class_of, classes, endings)).__getitem__,
    )  # fmt: skip


def _class_of(classes: dict[str, str], endings: dict[str, str], noun: str) -> str | None:
    lower = noun.lower()
    found = classes.get(lower) or classes.get(lower.rsplit("-", 1)[-1])
    starts = range(max(0, len(lower) - LONGEST_NOUN), len(lower) - 3) if found is None else ()
    return found or next((endings[lower[start:]] for start in starts if lower[start:] in endings), None)


def _at_home(rows: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in rows.items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


def plain(word: str) -> str:
    """The word without accents, as reports often write foreign names."""
    decomposed = unicodedata.normalize("NFD", word.replace("ı", "i"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _holders(language: Language) -> dict[str, tuple[Term, ...]]:
    tables = known(language)
    found: dict[str, list[Term]] = {}
    for terms in tables.terms.values():
        for term in terms:
            words = term.name.split()
            foreign = all(word in tables.given for word in words)
            for word in words:
                if (foreign or word not in tables.given) and len(word) > 1:
                    found.setdefault(plain(word), []).append(term)
    return {word: tuple(terms) for word, terms in found.items()}
