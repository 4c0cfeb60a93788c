"""Ground: what a document tells of sides before anybody asks for one: bodies, people, groups, the states in focus."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from lagebild.analysis.coordination import enumerated
from lagebild.extraction.entities.cast import Cast, cast_of
from lagebild.extraction.events.bodies import NAMES, Bodies
from lagebild.extraction.events.focus import Focus
from lagebild.extraction.events.groups import Groups
from lagebild.extraction.events.people import People
from lagebild.extraction.events.sides import Sides, sides
from lagebild.extraction.once import Once
from lagebild.language.load import Language
from lagebild.model.analysis import Token
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings
from lagebild.model.place import Place

NOUNS = ("NN", *NAMES)
# One word alone shows no home: "Wiener Würstchen".
ONCE = 1


class Ground:
    """Built once for a document and shared by the stages of events and records, for none of it depends on what they
    find."""

    def __init__(self, cast: Cast, places: Sequence[Place], language: Language) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.analysis = cast.analysis
        self.sides = _told_here(sides(language), cast, places)
        self.words = self.sides.words
        self.bodies = Bodies(cast, places, self.sides)
        self.focus = Focus(self._states_named(), self.sides.home, self.analysis.sentence_of)
        self.people = People(cast, self.bodies, self.focus)
        self.groups = Groups(cast, self.bodies, self.words["named_by"], language)
        self.heads = self._enumeration_heads()
        """For a phrase that is joined to an earlier one, that one: "mit Polen und Norwegen"."""

    def _states_named(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = [
            (token, body.code)
            for token, body, _ in self.cast.bodies
            if body.kind is EntityKind.STATE and body.code and body.form != "demonym"
        ]
        bodies = {token for token, _, _ in self.cast.bodies}
        where, placed = self.analysis.where, self.bodies.places
        telling = {i for i in (bisect_left(where.starts, start) for start in placed) if i < len(self.tokens)}
        for i in sorted(telling.union(where.tagged("ADJA", "NN"))):
            token = self.tokens[i]
            code = self._state_inside(token) if token.tag in ("ADJA", "NN") else None
            if token.start in self.bodies.places and i not in bodies:
                code = self.bodies.places[token.start]
            if code:
                found.append((i, code))
        return found

    def _state_inside(self, token: Token) -> str | None:
        """The state that an adjective or a noun with a state in it names: "russisch", "Bundestag", "US-Truppen"."""
        if token.tag == "ADJA":
            return self.bodies.adjective(token)
        if token.tag != "NN":
            return None
        code = self.bodies.front(token)
        if code is None and token.lemma.lower() in self.words["home_nouns"]:
            return self.sides.home
        return code if code is not None and self.sides.is_state(code) else None

    def _enumeration_heads(self) -> dict[int, int]:
        found: dict[int, int] = {}
        # Where no conjunction follows in the sentence nothing is joined.
        joined = {self.analysis.sentence_of[i]: i for i in self.analysis.where.tagged("KON")}
        for k, phrase in enumerate(self.analysis.phrases):
            if phrase.last > joined.get(self.analysis.sentence_of[phrase.first], -1):
                continue
            if k not in found and self.tokens[phrase.head].tag in NOUNS:
                found.update((member, k) for member in enumerated(self.analysis, k)[1:] if member not in found)
        return found


def _told_here(tables: Sides, cast: Cast, places: Sequence[Place]) -> Sides:
    """The tables, with the names that mean a side in a report that names certain bodies ("die Union" beside the CDU),
    and with the state in which the report is at home."""
    named = {body.name for _, body, _ in cast.bodies}
    here = {name: name for name, bodies in tables.beside.items() if named & set(bodies)}
    return tables._replace(names=tables.names | here if here else tables.names, home=_home(tables, cast, places))


def _home(tables: Sides, cast: Cast, places: Sequence[Place]) -> str:
    """The state for which most words speak that only its own reports use, beside its name and its places."""
    spoken = cast.analysis.where.of_text
    at_home = tables.at_home
    told = Counter(code for text in spoken.keys() & at_home for code in at_home[text] for _ in spoken[text])
    shown = set(told)
    told.update(body.code for _, body, _ in cast.bodies if body.code in shown)
    told.update(place.code for place in places if place.code in shown)
    best = max(told, key=lambda code: (told[code], code), default=tables.home)
    return best if told[best] > max(told[tables.home], ONCE) else tables.home


def _ground(findings: Findings, language: Language) -> Ground:
    return Ground(cast_of(findings, language), findings.places, language)


ground_of = Once(_ground, by=lambda findings: (findings.document, findings.analysis, findings.places))
