"""Thing: what a figure counts, so that only figures for the same thing are held against each other."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.comparison.amounts.sums import MONEY, SHARE, is_of_sum, measure_of
from lagebild.language.load import Language
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists
from lagebild.model.claim import Figure

FATES = ("killed", "wounded", "captured", "missing", "ill", "rescued", "fled", "aboard", "released")
"""Lists of comparing.toml; whoever is counted as one of these is another crowd than before."""
_PEOPLE = "people"
_PERSONS = ("person", "group")
"""Kinds of offices.tsv."""
LARGE = 100
"""A number without a noun counts people where it is at least so large; a smaller one may be an age or a rank."""
_DEAD = {
    "dead": "killed", "wounded": "wounded", "ill": "ill", "arrested": "captured", "missing": "missing",
    "survivors": "rescued",
}  # fmt: skip
"""Things that tell the fate by themselves."""
_LAST = (
    ("released", "captured"), ("killed", "ill"), ("killed", "missing"),
    *((fate, "aboard") for fate in FATES if fate != "aboard"),
)  # fmt: skip
"""Whoever is set free was a prisoner, and who died of an illness was ill: the last of it counts."""
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_KEPT = 1 << 14


class Thing(NamedTuple):
    """`kind` is a name from comparing.toml or the stem of the noun, None where nothing is named; `owner` the code of
    the state that the words name ("nordkoreanische Soldaten"); `part` whether it is told as a part of a larger figure;
    `fate` what became of those counted ("killed or wounded" where the words say both); `people` whether the words may
    stand for any people ("Belgier")."""

    unit: str | None
    kind: str | None
    owner: str | None = None
    part: bool = False
    fate: str | None = None
    people: bool = False


def thing_of(figure: Figure, words: str, language: Language) -> Thing:
    """What a figure counts; `words` are those of its telling, which say what became of them."""
    kind, owner, people = _counted(figure.counted or "", language)
    measure = measure_of(figure.unit, language)
    if measure == MONEY or (measure == SHARE and is_of_sum(figure.counted or "", language)):
        kind = None  # "2,3 Milliarden Euro zweifelhafter Herkunft" counts no origins
    if kind is None and figure.unit is None and max(figure.low or 0, figure.high or 0) >= LARGE:
        people = True
    may_be_people = people or (figure.unit is None and _is_of_persons(figure.counted or "", language))
    fate = _fate(words, _DEAD.get(kind or ""), language) if may_be_people else None
    people = people or fate is not None
    return Thing(figure.unit, kind, owner, figure.part_of is not None, fate, people)


def comparable(one: Thing, other: Thing) -> bool:
    """Whether figures for the two may be held against each other: same unit, same thing, same owner as far as both tell
    it, same fate; a part only with a part, or with a whole that has the same owner."""
    if one.unit != other.unit or one.fate != other.fate:
        return False
    if one.owner is not None and other.owner is not None and one.owner != other.owner:
        return False
    if one.part != other.part and (one.owner is None or one.owner != other.owner):
        return False
    if one.kind == other.kind:
        return one.kind is not None or one.unit is not None or one.people
    if one.people and other.people and (None in (one.kind, other.kind) or one.fate is not None):
        return True
    # "10.000 Nordkoreaner" are "10.000 nordkoreanische Soldaten" as far as one matter goes.
    return one.people and other.people and _PEOPLE in (one.kind, other.kind) and one.owner == other.owner is not None


def kind_named(word: str, language: Language) -> str | None:
    """The thing of comparing.toml that a single word names: "soldiers" for "Kämpfer"; None for any other word."""
    return _tables(language).kind(folded(word))


def is_of_people(kind: str, language: Language) -> bool:
    """Whether a thing of comparing.toml is people."""
    return kind in _tables(language).of_people


def is_usual_word(words: str, language: Language) -> bool:
    """Whether the words for what is counted end in the one by which a thing usually goes: "Soldaten", not "Mann"."""
    parts = [folded(word) for word in _WORD.findall(words)]
    return bool(parts) and parts[-1] in _tables(language).usual


@lru_cache(maxsize=_KEPT)
def _counted(words: str, language: Language) -> tuple[str | None, str | None, bool]:
    """The kind, the owner, and whether people are counted."""
    parts = [folded(word) for word in _WORD.findall(words)]
    if not parts:
        return None, None, False
    tables = _tables(language)
    owner = next((code for part in parts if (code := tables.owner(part))), None)
    head = parts[-1]
    if head in tables.people:
        return _PEOPLE, owner, True
    kind = tables.kind(" ".join(parts[-2:])) or tables.kind(head)
    if kind is None:
        return stem(head, language.code), owner, False
    return kind, owner, kind in tables.of_people


def fate_told(words: str, language: Language) -> str | None:
    """What became of people by the words of a clause that does not name them: "neun gelten als vermisst"."""
    return _fate(words, None, language)


@lru_cache(maxsize=_KEPT)
def _is_of_persons(words: str, language: Language) -> bool:
    """Whether the words for what is counted end in a noun for people, as "Kollegen" and "Patienten" are."""
    parts = [folded(word) for word in _WORD.findall(words)]
    return bool(parts) and _tables(language).is_person(parts[-1])


@lru_cache(maxsize=_KEPT)
def _fate(words: str, counted: str | None, language: Language) -> str | None:
    """What the words say became of those counted, and `counted` by itself."""
    lists = word_lists(language, "comparing")
    told = f" {folded(words)}"
    fates = [fate for fate in FATES if fate == counted or any(f" {folded(word)}" in told for word in lists[fate])]
    for later, before in _LAST:
        fates = [fate for fate in fates if fate != before or later not in fates]
    return " or ".join(fates) or None


class _Tables(NamedTuple):
    """`kinds` is the name of a thing by each of its words, `usual` the words by which things usually go, `ends` the
    names by the ends of compounds, `of_people` those that count people, `people` the nouns for people of a state with
    its code, `adjectives` the stems with it, `genitives` names ("Nordkoreas"), `persons` the ends of other nouns for
    people; all folded."""

    kinds: Mapping[str, str]
    usual: frozenset[str]
    ends: Mapping[str, str]
    of_people: frozenset[str]
    people: Mapping[str, str]
    adjectives: Mapping[str, str]
    genitives: Mapping[str, str]
    persons: frozenset[str]

    def is_person(self, word: str) -> bool:
        """Whether a noun is one for people: "Kollegen", "Patienten"."""
        return any(word[at : -cut or None] in self.persons for at in range(len(word)) for cut in range(3))

    def kind(self, word: str) -> str | None:
        """The thing that a word names, whole or as the end of a compound."""
        found = self.kinds.get(word)
        return found or next((self.ends[word[at:]] for at in range(1, len(word)) if word[at:] in self.ends), None)

    def owner(self, word: str) -> str | None:
        """The state that a word names as an owner."""
        if word in self.people:
            return self.people[word]
        if word in self.genitives:
            return self.genitives[word]
        return next((self.adjectives[word[:-cut]] for cut in (1, 2) if word[:-cut] in self.adjectives), None)


@cache
def _tables(language: Language) -> _Tables:
    things = language.rules("comparing").get("counted", [])
    people: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    genitives: dict[str, str] = {}
    for row in language.table("states", key=("code",)):
        people.update((folded(word), row["code"]) for word in row["demonyms"].split("|") if word)
        genitives.update(
            (folded(f"{name}s"), row["code"]) for name in (row["name"], *row["capitals"].split("|")) if name
        )
        adjectives.update((folded(word), row["code"]) for word in row["adjectives"].split("|") if word)
    words = [(word, thing["name"]) for thing in things for word in thing["words"]]
    return _Tables(
        {folded(word.removeprefix("-")): name for word, name in words},
        frozenset(folded(word) for thing in things for word in thing.get("usual", ())),
        {folded(word.removeprefix("-")): name for word, name in words if word.startswith("-")},
        frozenset(thing["name"] for thing in things if thing.get("people")),
        people,
        adjectives,
        genitives,
        frozenset(
            folded(row["ending"]) for row in language.table("offices", key=("ending",)) if row["kind"] in _PERSONS
        ),
    )
