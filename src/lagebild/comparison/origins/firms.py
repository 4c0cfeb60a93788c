"""Firms: the names that a report calls so, which "der Konzern" means further down."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.comparison.origins.described import described
from lagebild.language.load import Language
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists

_CASES = ("", "s", "es", "n")
"""What an inflected noun may have behind the form that is listed."""


class Firm(NamedTuple):
    """A name of a firm and where a text has it."""

    start: int
    name: str


def may_be_firm(name: str, language: Language) -> bool:
    """Whether a name may be that of a firm: not one of an authority, a union or a party."""
    noun = described(name, language).noun or ""
    ends = word_lists(language, "comparing")["no_firms"]
    return not any(noun.endswith(stem(folded(end), language.code)) for end in ends)


def is_firm_noun(word: str, language: Language) -> bool:
    """Whether a word means a firm without naming it: "Konzern", "US-Konzern", "Flugzeughersteller"."""
    small = folded(word)
    bare = (small.removesuffix(case) for case in _CASES if small.endswith(case))
    return any(one.endswith(_nouns(language)) for one in bare)


@lru_cache(maxsize=256)
def firms_in(text: str, language: Language) -> tuple[Firm, ...]:
    """The firms that a text names behind a noun for one ("der Hersteller Norrvik"), or whose name has one at its end
    ("Handelsbank"), in text order."""
    named = [Firm(found.start("name"), found["name"]) for found in _behind_noun(language).finditer(text)]
    named += [Firm(found.start(), found[0]) for found in _with_noun(language).finditer(text)]
    return tuple(sorted(named))


def firm_before(place: int, firms: Sequence[Firm]) -> str | None:
    """The firm named last before a place, else the only one of the text."""
    before = [firm.name for firm in firms if firm.start < place]
    names = {firm.name for firm in firms}
    return before[-1] if before else min(names) if len(names) == 1 else None


@cache
def _nouns(language: Language) -> tuple[str, ...]:
    return tuple(sorted(map(folded, word_lists(language, "comparing")["firms"])))


@cache
def _behind_noun(language: Language) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, word_lists(language, "comparing")["firms"])))
    name = r"[A-ZÄÖÜ][\w&-]*[a-zäöüß]\w*(?:\s[A-ZÄÖÜ][\w&-]*[a-zäöüß]\w*)?"
    return re.compile(rf"(?i:\b[\w-]*(?:{nouns}))(?:s|es|n)?\s[„\"»]?(?P<name>{name})")


@cache
def _with_noun(language: Language) -> re.Pattern[str]:
    ends = "|".join(sorted(map(re.escape, word_lists(language, "comparing")["firm_ends"])))
    return re.compile(rf"\b[A-ZÄÖÜ][a-zäöüß]{{2,}}(?:{ends})\b")
