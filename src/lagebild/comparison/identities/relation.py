"""Relation: how two names may be names of one person or body, and how much that alone is worth."""

from difflib import SequenceMatcher
from typing import NamedTuple

from lagebild.comparison.identities.naming import Name, body_words, initials, name_of, skeleton
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists


class Relation(NamedTuple):
    """`kind` names it, `worth` is what it counts before anything else is known, `words` say it to a reader."""

    kind: str
    worth: float
    words: str


# Worths were set so that what may stand alone reaches `camps.ENOUGH`, and all else needs so much in common besides as
# the examples in same_names.toml and the reading of joins in 900 reports asked for.
SAME = 0.9
LONGER = 0.75
INITIAL_MORE = 0.8
SPELLING = 0.65
DOUBLE = 0.5
INITIAL = 0.5
GENITIVE = 0.82
SIMILAR = 0.45
SURNAME = 0.35
SINGLE = 0.35
SHORT_FORM = 0.6

SHORTEST = 4
"""Shorter names than this have no spellings that could be told from other names."""
NEAR = 0.75
"""Given names that share so much of their letters may be one in two spellings: "Panagiotis", "Panayiotis"."""
_TWO = "/"
"""Between two people who play or speak as one."""


def related(kind: str, one: str, other: str, language: Language) -> Relation | None:
    """How the two names are related; None where they are names of two."""
    if kind == "person":
        return _people(one, other, language)
    if body_words(one, language) == body_words(other, language):
        return Relation("same", SAME, "the same name")
    short = {one.isupper() and one, other.isupper() and other} - {False}
    if len(short) == 1 and initials(one, language) == initials(other, language) != "":
        return Relation("short form", SHORT_FORM, f"{short.pop()} is the short form of the name")
    return None


def _people(one: str, other: str, language: Language) -> Relation | None:
    left, right = name_of(one, language), name_of(other, language)
    if left.mark != right.mark or any(_TWO in name for name in (one, other) if one != other):
        return None
    if left.words == right.words:
        worth = SAME if left.is_full else SINGLE
        return Relation("same" if left.is_full else "single", worth, "the same name")
    spelling = f"“{one}” and “{other}” may be two spellings of one name"
    if left.given == right.given and _is_genitive(left.surname, right.surname):
        return Relation("genitive", GENITIVE, "the same name with the s of a genitive")
    same_surname = left.surname == right.surname
    if not same_surname and skeleton(left.surname, language) != skeleton(right.surname, language):
        return None
    if not left.given and not right.given:
        return Relation("single", SINGLE, spelling) if min(len(left.surname), len(right.surname)) >= SHORTEST else None
    if not left.given or not right.given:
        return Relation("surname", SURNAME, "the surname alone" if same_surname else f"the surname alone; {spelling}")
    relation = _given(left, right, language)
    if relation is None or same_surname:
        return relation and relation._replace(words=relation.words or spelling)
    return Relation("spelling", min(relation.worth, SPELLING), spelling)


def _given(left: Name, right: Name, language: Language) -> Relation | None:
    """How the names before the surname go together."""
    short, long = sorted((left, right), key=lambda name: len(name.given))
    if len(short.given) == len(long.given):
        pairs = list(zip(short.given, long.given, strict=True))
        if all(skeleton(a, language) == skeleton(b, language) for a, b in pairs):
            return Relation("spelling", SPELLING, "")
        if all(_abbreviates(a, b) or skeleton(a, language) == skeleton(b, language) for a, b in pairs):
            return Relation("initial", INITIAL, "an initial for the given name")
        if len(pairs) == 1 and _are_near(*pairs[0], language):
            return Relation("similar", SIMILAR, "given names that differ by few letters")
        return None
    rest = list(long.given)
    for word in short.given:
        match = next((other for other in rest if skeleton(word, language) == skeleton(other, language)), None)
        if match is None:
            return None
        rest.remove(match)
    if any(word in long.joined for word in rest):
        return Relation("double", DOUBLE, "one of two names that a hyphen joins")
    if short.given[0] != long.given[0] or any(len(word) == 1 for word in short.given):
        return None
    if all(len(word) == 1 for word in rest):
        return Relation("longer", INITIAL_MORE, "the same name with an initial more")
    if all(ends_in(word, word_lists(language, "same_names")["patronymics"]) for word in rest):
        return Relation("longer", INITIAL_MORE, "the same name with the father's name")
    return Relation("longer", LONGER, "the same name with a given name more")


def _is_genitive(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == f"{short}s" and len(short) >= SHORTEST


def _are_near(one: str, other: str, language: Language) -> bool:
    left, right = skeleton(one, language), skeleton(other, language)
    if left[:1] != right[:1] or min(len(left), len(right)) < SHORTEST:
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= NEAR


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)
