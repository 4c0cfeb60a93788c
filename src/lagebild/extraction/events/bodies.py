"""Bodies: which state or organisation the words of a phrase name, as a code."""

from bisect import bisect_left
from collections.abc import Sequence

from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.known import Body
from lagebild.extraction.events.sides import NAMED, SUFFIXES, Sides
from lagebild.language.endings import without_ending
from lagebild.model.analysis import Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.place import Place, PlaceKind
from lagebild.model.span import Span

NAMES = ("NE", "FM")
GENITIVE_ENDS = ("s", "'", "’")
# Fewer letters are no short name of an association: "G-Regierung".
SHORTEST_ACRONYM = 3
# What belongs to no side.
NOBODY = frozenset(("company",))


class Bodies:
    """Built once for a document."""

    def __init__(self, cast: Cast, places: Sequence[Place], tables: Sides) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.analysis = cast.analysis
        self.known = cast.known
        self.sides = tables
        self.places = {
            place.span.start: place.code
            for place in places
            if place.code is not None
            and place.kind in (PlaceKind.CITY, PlaceKind.REGION)
            and not self._is_street(place.span)
        }
        """Where a town or region is named, and the code of the state in which it lies."""
        self._media: dict[str, str] = {}

    def _is_street(self, span: Span) -> bool:
        """As in "die Rigaer Straße": the name of a street says nothing of the town that it is called after."""
        i = bisect_left(self.cast.starts, span.end)
        words = [self.tokens[j].lemma.lower() for j in (i - 1, i) if 0 <= j < len(self.tokens)]
        return any(word in self.sides.words["streets"] for word in words)

    def at(self, i: int) -> Body | None:
        """The body that the one word names, in the genitive or not."""
        return self.known.body_called(self.tokens[i].text)

    def of(self, phrase: Phrase) -> Body | None:
        """The state or organisation whose name is the head of the phrase."""
        bodies = self.known.bodies
        for size in (3, 2, 1):
            for start in range(phrase.first, phrase.last - size + 1):
                end = start + size
                apposed = False
                if not start <= phrase.head < end and self.tokens[phrase.head].tag == "NN":
                    apposed = start > phrase.head and end == phrase.last
                    if not apposed or self.is_person_noun(phrase):
                        continue
                words = self.analysis.text[self.tokens[start].start : self.tokens[end - 1].end]
                body = bodies.get(words)
                if body is None and words.endswith("s") and not apposed:
                    body = bodies.get(words[:-1])
                if body is not None:
                    return body
        return None

    def is_person_noun(self, phrase: Phrase) -> bool:
        """Whether the head of the phrase describes a person."""
        found = self.known.kind_of(self.tokens[phrase.head].lemma)
        return found is not None and found[0] == "person"

    def code(self, body: Body) -> str | None:
        """The code by which events know a body; None for a company."""
        if body.kind is EntityKind.STATE:
            return body.code
        if body.kind is EntityKind.MEDIUM:
            return self._medium(body)
        kind, code = self.sides.organisations.get(body.name, ("organisation", body.code or ""))
        return self._organisation(body.name, kind, code)

    def of_code(self, code: str) -> str | None:
        """The same for a state's or an organisation's own code."""
        known = self.sides.by_code.get(code)
        return self._organisation(*known, code) if known is not None else code

    def _medium(self, body: Body) -> str:
        """As in "die nordkoreanische Nachrichtenagentur KCNA": of the state that an adjective beside its name says."""
        if body.name not in self._media:
            found = (self.cast.traits.phrase(token) for token, _, _ in self.cast.index.bodies_of.get(body.name, ()))
            codes = (self.before_noun(phrase) for phrase in found if phrase is not None)
            self._media[body.name] = next(
                (code for code in codes if code is not None), self.sides.media_states.get(body.name, self.sides.home)
            )
        return self._media[body.name] + SUFFIXES["media"]

    def _organisation(self, name: str, kind: str, code: str) -> str | None:
        if kind in NOBODY:
            return None
        if code in self.sides.codes:
            return self.sides.codes[code]
        if kind in NAMED:
            return next((v for v in self.sides.acronyms.get(name, ()) if self.cast.index.first_place(v) >= 0), name)
        return code

    # ---- states beside a noun ----------------------------------------------------------------------------------

    def adjective(self, token: Token) -> str | None:
        """The state or the people that an adjective names: "russisch", "kurdisch"."""
        word = token.text.lower()
        for cut in (2, 1, 0):
            code = self.known.adjectives.get(word[: len(word) - cut])
            if code:
                return code
        return self.sides.peoples.get(without_ending(word))

    def before_noun(self, phrase: Phrase) -> str | None:
        """The side that an adjective, a name before the noun or the first part of a compound names."""
        for i in range(phrase.first, phrase.last):
            token = self.tokens[i]
            if i > phrase.first and self.tokens[i - 1].tag in ("APPR", "APPRART"):
                continue  # "die von Russland besetzten ukrainischen Städte"
            if token.tag == "ADJA":
                code = self.adjective(token) or self._of_town(token)
            elif token.tag in ("NE", "NN", "TRUNC"):
                code = self.front(token) or (self._of_name(i) if i < phrase.head and token.tag == "NE" else None)
            else:
                code = None
            if code:
                return code
        return None

    def beside_noun(self, phrase: Phrase) -> str | None:
        """The same, or a name in the genitive behind the noun: "die Regierung Syriens"."""
        found = self.before_noun(phrase)
        if found is not None:
            return found
        for i in range(phrase.head + 1, phrase.last):
            if self.tokens[i].tag in NAMES and self.tokens[i].text.endswith(GENITIVE_ENDS):
                code = self._of_name(i)
                if code:
                    return code
        return None

    def _of_name(self, i: int) -> str | None:
        body = self.at(i)
        name = self.tokens[i].text.removesuffix("s")
        if body is None or body.kind is EntityKind.MEDIUM:
            return self.sides.names.get(name)
        return self.sides.names.get(name) or self.code(body)

    def _of_town(self, token: Token) -> str | None:
        """As in "die Prager Regierung"."""
        if self._is_street(token.span):
            return None
        body = self.known.bodies.get(token.text.removesuffix("er"))
        if body is None or not token.text.endswith("er") or body.form != "capital":
            return None
        return body.code

    def front(self, token: Token) -> str | None:
        """The side that the first part of a compound names: "US-Armee", "Bundesregierung"."""
        head, hyphen, _ = token.text.partition("-")
        if hyphen:
            if head in self.sides.names:
                return self.sides.names[head]
            body = self.known.bodies.get(head) or self.known.bodies.get(f"{head}s")
            return self.code(body) if body is not None and body.kind is not EntityKind.MEDIUM else None
        lower = token.text.lower()
        if not lower.startswith(self.sides.all_fronts):
            return None
        if any(lower.startswith(front) and lower != front for front in self.sides.home_fronts):
            return self.sides.home
        return next(
            (code for start, code in self.sides.fronts.items() if lower.startswith(start) and lower != start), None
        )

    def is_of_association(self, noun: str) -> bool:
        """As in "DVB-Präsident": an office of a body whose short name nobody knows, which is no state."""
        if "-" not in noun:
            return False
        head = noun[: noun.index("-")]
        if not head.isupper() or len(head) < SHORTEST_ACRONYM:
            return False
        return head not in self.sides.names and head not in self.known.bodies

    def place(self, phrase: Phrase) -> str | None:
        """The state in which the town or region lies that the phrase names."""
        starts = (self.tokens[i].start for i in range(phrase.first, phrase.last))
        return next((self.places[start] for start in starts if start in self.places), None)
