"""Index: where one document names whom, looked up by name, so that no question goes through the whole report."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lagebild.extraction.entities.known import Body, Known, Term
from lagebild.extraction.entities.person import Person
from lagebild.model.analysis import Analysis
from lagebild.model.entity import EntityKind


class Run(NamedTuple):
    """The words of one name: tokens `[first, last)`."""

    first: int
    last: int
    text: str


BodyNamed = tuple[int, Body, str]
"""Token, what the table knows, the words."""


class Index:
    """Built once for a document, when all names are known."""

    def __init__(
        self, analysis: Analysis, known: Known, day: date | None, *, runs: list[Run], bodies: list[BodyNamed],
        people: dict[str, Person], full_name: Callable[[str], str | None],
    ) -> None:  # fmt: skip
        """`runs` and `bodies` are in text order; `full_name` gives the fullest name of the person whom words name."""
        # It does not know whom it belongs to: in a ring the two would keep the document until the garbage collector
        # comes.
        self._analysis, self._known, self._day = analysis, known, day
        self._runs, self._bodies, self._people = runs, bodies, people
        self._full_name = full_name
        self._first_places: dict[str, int] = {}

    def first_place(self, words: str) -> int:
        """Where the words first stand in the text, -1 for nowhere."""
        if words not in self._first_places:
            self._first_places[words] = self._analysis.text.find(words)
        return self._first_places[words]

    def bare(self, name: str) -> str:
        """The name without a genitive s that the report writes elsewhere without it."""
        return name.removesuffix("s") if name.removesuffix("s") in self._texts else name

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(run.text for run in self._runs)

    @cached_property
    def times_named(self) -> Counter[str]:
        """How often each name stands there, without the s of a genitive."""
        return Counter(self.bare(run.text) for run in self._runs)

    @cached_property
    def runs_of(self) -> dict[str, list[Run]]:
        """The places where each person of the document is named, by the full name."""
        found: dict[str, list[Run]] = {}
        for run in self._runs:
            name = self._full_name(run.text)
            if name is not None:
                found.setdefault(name, []).append(run)
        return found

    @cached_property
    def finite_of(self) -> dict[int, int]:
        """By the phrase that is its subject, the first finite verb of each."""
        found: dict[int, int] = {}
        for clause in self._analysis.clauses:
            if clause.subject is not None and clause.finite is not None:
                found.setdefault(clause.subject, clause.finite)
        return found

    @cached_property
    def bodies_of(self) -> dict[str, list[BodyNamed]]:
        """The places where each body of the table is named, by its usual name."""
        found: dict[str, list[BodyNamed]] = {}
        for one in self._bodies:
            found.setdefault(one[1].name, []).append(one)
        return found

    def medium_before(self, token: int) -> BodyNamed | None:
        """Where a medium of the table is named last before the token."""
        end = bisect_left(self._media, token, key=lambda place: place[0])
        return self._media[end - 1] if end else None

    @cached_property
    def _media(self) -> list[BodyNamed]:
        return [one for one in self._bodies if one[1].kind is EntityKind.MEDIUM]

    @cached_property
    def holders(self) -> list[tuple[Person, list[Term]]]:
        """The people who hold an office by the table, with their terms."""
        people = self._people.values()
        return [(person, terms) for person in people if (terms := self._known.held_by(person.name, self._day))]

    @cached_property
    def titles_of(self) -> dict[str, list[tuple[str, Person]]]:
        """Titles that are compounds, with the people who bear them, by their first part: "eu" for "EU-Chefin"."""
        found: dict[str, list[tuple[str, Person]]] = {}
        for person in self._people.values():
            for title in sorted(person.titles):
                if "-" in title:
                    found.setdefault(title.split("-")[0], []).append((title, person))
        return found

    @cached_property
    def bearers(self) -> dict[str, set[str]]:
        """The names of the people with an office, by the ending of their titles that the table of offices has."""
        found: dict[str, set[str]] = {}
        for person in self._people.values():
            for title in person.titles:
                office = self._known.office_in(title)
                if office is not None:
                    found.setdefault(office, set()).add(person.name)
        return found

    @cached_property
    def aged(self) -> dict[str, list[Person]]:
        """The people of whom an age is told, by the age."""
        found: dict[str, list[Person]] = {}
        for person in self._people.values():
            if person.age is not None:
                found.setdefault(person.age, []).append(person)
        return found

    def body_near(self, names: Iterable[str], token: int) -> BodyNamed | None:
        """Where one of these bodies is named last before the token, else first behind it."""
        named = [places for name in names if (places := self.bodies_of.get(name))]
        ends = [bisect_left(places, token, key=lambda place: place[0]) for places in named]
        before = [places[end - 1] for places, end in zip(named, ends, strict=True) if end > 0]
        if before:
            return max(before, key=lambda place: place[0])
        return min((places[0] for places in named), key=lambda place: place[0], default=None)
