"""Body kinds: what kind of body a noun or a word of a name shows: a firm, an authority, a court."""

from functools import cache
from typing import NamedTuple

from lagebild.extraction.entities.titles import tail_of
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists

FIRM, PARTY, AUTHORITY, COURT, CLUB = "firm", "party", "authority", "court", "club"


class BodyKinds(NamedTuple):
    """The nouns that tell the kinds of bodies."""

    called: dict[str, str]
    """Ends of nouns by which a report takes up a body, to its kind."""
    shown: dict[str, str]
    """The same, and more ends that show the kind of a body where they stand beside its name."""
    parts: dict[str, str]
    """Words of names to the kind of body that has them in its name."""
    words: dict[str, frozenset[str]]
    members: dict[str, tuple[str, ...]]
    """Nouns for the people of a body to ends of the nouns for it: "Beamte" to "polizei"."""
    together: dict[str, int]
    """Words that take up so many who were named together: "beide"."""
    related: dict[str, frozenset[str]]
    """By noun the other kinds whose bodies it takes up as well."""
    seats: dict[str, str]
    """By town the usual name of the firm that reports mean by it."""

    def called_by(self, noun: str) -> str | None:
        """The kind of body that the noun takes up: "Autokonzern" is "firm"; None for other nouns."""
        whole = noun.lower()
        if self.is_own_name(whole):
            return None
        shown = _end(self.shown, whole)
        called = _end(self.called, whole)
        return self.called[called] if called is not None and called == shown else None

    def is_own_name(self, noun: str) -> bool:
        """As in "die Bundesbank": one body's name, however many nouns for bodies end so."""
        return ends_in(noun, self.words["own_names"])

    def shown_by(self, noun: str) -> str | None:
        """The kind of body that the noun shows beside a name or as one."""
        end = _end(self.shown, noun.lower())
        return self.shown[end] if end is not None else None

    def compound(self, noun: str) -> str:
        """What stands in front of the end that tells the kind: "umwelt" of "US-Umweltbehörde"."""
        tail = tail_of(noun)
        end = _end(self.shown, tail)
        return tail[: len(tail) - len(end)].rstrip("s") if end is not None else ""

    def told_as(self, noun: str) -> str:
        """The compound's first part; of a noun that only shows the kind, itself: "polizei", but "" of "Behörde"."""
        front = self.compound(noun)
        end = _end(self.shown, tail_of(noun))
        return front if front or end is None or end in self.called else end


def _end(ends: dict[str, str], noun: str) -> str | None:
    return next((noun[start:] for start in range(len(noun) - 1) if noun[start:] in ends), None)


@cache
def body_kinds(language: Language) -> BodyKinds:
    """The kinds of the language, read once."""
    called: dict[str, str] = {}
    shown: dict[str, str] = {}
    parts: dict[str, str] = {}
    for kind, rows in language.rules("bodies")["kinds"].items():
        called |= dict.fromkeys(rows["called"], kind)
        shown |= dict.fromkeys((*rows["called"], *rows["shown"]), kind)
        parts |= dict.fromkeys(rows["parts"], kind)
    members = {noun: tuple(ends) for noun, ends in language.rules("bodies")["members"].items()}
    together = dict(language.rules("bodies")["together"])
    related = {noun: frozenset(kinds) for noun, kinds in language.rules("bodies")["related"].items()}
    seats = dict(language.rules("bodies")["seats"])
    return BodyKinds(called, shown, parts, word_lists(language, "bodies"), members, together, related, seats)
