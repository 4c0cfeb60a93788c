"""Described: what a phrase for a source says besides a name: which kind of body or person, of which state."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.language.search import folded, stem, stems
from lagebild.language.words import word_lists

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HALF = re.compile(r"\b[^\W_]+[-‐‑]\s(?:[a-zäöü]+)\s(?=[A-ZÄÖÜ])")
"""Half a compound: "Industrie- und" of "Industrie- und Handelskammer"."""
_KEPT = 1 << 14
_ENDINGS = ("", "s", "es", "n", "en", "e")
"""What an inflected noun may have behind the form that the tables list."""
BODIES = ("organisation", "medium")
"""Kinds of offices.tsv that somebody may be without a name: there is one of them, as far as the state goes."""


class Described(NamedTuple):
    """`kind` is that of offices.tsv for the noun, `noun` its stem, `code` the state that the phrase names; `indefinite`
    whether it is one of several ("ein Diplomat"); `speaks_for` the words for the body whose spokesman it is;
    `is_certain_office` whether it is the one holder of an office ("der Außenminister")."""

    kind: str | None
    noun: str | None
    code: str | None
    indefinite: bool
    speaks_for: str | None
    is_certain_office: bool = False

    @property
    def is_body(self) -> bool:
        """Whether the phrase means one certain body."""
        return self.kind in BODIES and not self.indefinite


@lru_cache(maxsize=_KEPT)
def described(words: str, language: Language) -> Described:
    """What the words for a source say; all None for what is no phrase with a noun."""
    lists = word_lists(language, "comparing")
    told = _WORD.findall(_HALF.sub("", words))
    small = [folded(word) for word in told]
    end = next((number for number, word in enumerate(told) if number and word in lists["behind_noun"]), len(told))
    heads = [number for number in range(end) if told[number][:1].isupper()]
    head = heads[-1] if heads else None
    owners = [number for number in range(len(told)) if number != head]
    code = next((found for number in owners if (found := state_named(told[number], language))), None)
    noun = told[head] if head is not None else None
    if noun is not None and code is None and "-" in noun:
        first, _, last = noun.rpartition("-")
        code = state_named(first, language)
        noun = last if code else noun  # "US-Regierung"
    seat = seat_of(words, language)
    if seat is not None:
        return Described(BODIES[0], stem(folded(noun or words), language.code), seat, indefinite=False, speaks_for=None)
    indefinite = bool(told) and small[0] in lists["indefinite"] | lists["possessives"]
    speaks_for = None
    if (
        head is not None
        and end < len(told)
        and told[end] in lists["of_whom"]
        and any(small[head].endswith(folded(word)) for word in lists["spokesmen"])
    ):
        speaks_for = " ".join(told[end + 1 :]) or None
    return Described(
        _kind(noun, language) if noun else None,
        stem(folded(noun), language.code) if noun else None,
        code,
        indefinite,
        speaks_for,
        head is not None
        and not indefinite
        and (_is_certain(small[0], small[head], language) or (len(told) == 1 and _ends_as_office(small[0], language))),
    )


def is_named_body(words: str, language: Language) -> bool:
    """Whether the words are a noun for a body with its name behind it: "die Gewerkschaft Schiene und Zug"."""
    told = _WORD.findall(words)
    first = next((at for at, word in enumerate(told) if word[:1].isupper() and folded(word) not in _ones(language)), 0)
    named = told[first + 1 : first + 2]
    return bool(named) and named[0][:1].isupper() and _kind(told[first], language) in BODIES


def _ones(language: Language) -> frozenset[str]:
    return word_lists(language, "comparing")["of_one"]


def is_office(name: str | None, language: Language) -> bool:
    """Whether a name is none but an office of which there is one holder: "nationaler Sicherheitsberater"."""
    told = _WORD.findall(name or "")
    return bool(told) and _ends_as_office(folded(told[-1]), language)


@lru_cache(maxsize=_KEPT)
def is_some_holder(name: str, language: Language) -> bool:
    """Whether a name is that of an office with no more than whose it is: "Sicherheitsberater in Seoul"."""
    told = _WORD.findall(name)
    lists = word_lists(language, "comparing")
    end = next((number for number, word in enumerate(told) if number and word in lists["behind_noun"]), len(told))
    nouns = [word for word in told[:end] if word[:1].isupper()]
    return len(nouns) == 1 and told[end - 1] == nouns[0] and _ends_as_office(folded(nouns[0]), language)


def _ends_as_office(noun: str, language: Language) -> bool:
    return noun.endswith(tuple(folded(word) for word in word_lists(language, "comparing")["certain_offices"]))


def _is_certain(first: str, noun: str, language: Language) -> bool:
    """Whether an article and a noun mean the one holder of an office."""
    lists = word_lists(language, "comparing")
    several = first in lists["of_several"] and not noun.endswith(tuple(lists["female_ends"]))
    return first in lists["of_one"] and not several and _ends_as_office(noun, language)


def is_whole(name: str | None, code: str | None, language: Language) -> bool:
    """Whether the name is that of the state or body of that code itself or of its government, and not of somebody who
    speaks for it."""
    if name is None or code is None:
        return False
    if whole_named(name, language) == code:
        return True
    found = described(name, language)
    return found.code == code and found.noun in _stems_of("governments", language) | _stems_of("hearsay", language)


@lru_cache(maxsize=_KEPT)
def bare_name(name: str, language: Language) -> str:
    """The name of a body in plain form without what only says when or where it speaks, or that its head does:
    "Polizeiführung", "Polizei in Lavonien" and "Polizei" are one where no other is told of."""
    lists = word_lists(language, "comparing")
    told = name.split()
    if not told:
        return ""
    end = next((number for number, word in enumerate(told) if number and word in lists["behind_noun"]), len(told))
    words = [folded(word) for word in told[:end]]
    head = next((words[-1].removesuffix(folded(one)) for one in sorted(lists["of_same_body"])
                 if words[-1].endswith(folded(one)) and words[-1] != folded(one)), words[-1])  # fmt: skip
    return " ".join((*words[:-1], head))


@lru_cache(maxsize=_KEPT)
def whole_named(name: str, language: Language) -> str | None:
    """The code of the state or body that the name is of, by any of its names or by its capital ("Washington"); "das
    flussabwärts gelegene Usbekistan" is one."""
    nouns = [word for word in name.split() if word[:1].isupper()]
    alone = len(nouns) == 1 and name.endswith(nouns[0])
    found = _wholes(language).get(folded(name)) or (state_named(nouns[0], language) if alone else None)
    return found or (_wholes_inflected(language).get(_stems(name, language)) if len(nouns) > 1 else None)


def body_of_members(noun: str | None, language: Language) -> str | None:
    """What to call the body that is meant by those who belong to it ("Spione"); `noun` is a stem."""
    return _members(language).get(noun or "")


@cache
def _members(language: Language) -> dict[str, str]:
    rows = language.rules("comparing").get("members", [])
    return {stem(folded(word), language.code): row["body"] for row in rows for word in row["words"]}


def is_hearsay(words: str, language: Language, *, of_somebody: bool = False) -> bool:
    """Whether the words for a source only say that it is told: "Berichten zufolge", "die Medien"; "westliche Angaben"
    say a little more, which counts as well where it is asked whose word it is (`of_somebody`)."""
    lists = word_lists(language, "comparing")
    directions = tuple(folded(word) for word in lists["hearsay_of_some"])
    some = not of_somebody and any(folded(word).startswith(directions) for word in _WORD.findall(words)[:-1])
    return not some and described(words, language).noun in _stems_of("hearsay", language)


@cache
def _stems_of(name: str, language: Language) -> frozenset[str]:
    return frozenset(stem(folded(word), language.code) for word in word_lists(language, "comparing")[name])


@cache
def _wholes_inflected(language: Language) -> dict[str, str]:
    """The same by the stems of names of several words: "Europäischen Union"."""
    return {_stems(name, language): code for name, code in _wholes(language).items() if " " in name}


def _stems(name: str, language: Language) -> str:
    return " ".join(stems([folded(word) for word in name.split()], language.code))


@cache
def _wholes(language: Language) -> dict[str, str]:
    rows = (*language.table("organisations"), *language.table("states", key=("code",)))
    return {
        folded(name): row["code"]
        for row in rows
        for column in ("name", "variants")
        for name in row[column].split("|")
        if name
    }


def seat_of(words: str, language: Language) -> str | None:
    """The state whose government is meant by the house in which it sits ("das Pentagon", "der Kreml")."""
    told = [folded(word) for word in _WORD.findall(words)]
    if told and told[0] in word_lists(language, "comparing")["outlet_words"]:
        told = told[1:]
    seats = _seats(language)
    return next((seats[name] for cut in ("", "s", "es") if (name := " ".join(told).removesuffix(cut)) in seats), None)


@cache
def _seats(language: Language) -> dict[str, str]:
    rows = language.table("states", key=("code",))
    return {
        " ".join(folded(word) for word in _WORD.findall(seat)): row["code"]
        for row in rows
        for seat in row["seats"].split("|")
        if seat
    }


def _kind(noun: str, language: Language) -> str | None:
    """By the longest ending of the noun that the table has."""
    kinds = _kinds(language)
    small = noun.lower()
    for start in range(len(small)):
        for cut in _ENDINGS:
            if small.endswith(cut) and (found := kinds.get(small[start : len(small) - len(cut)])):
                return found
    return None


@cache
def _kinds(language: Language) -> dict[str, str]:
    return {row["ending"]: row["kind"] for row in language.table("offices", key=("ending",))}


def state_named(word: str, language: Language) -> str | None:
    """The code of the state that a word names as an adjective, in the genitive, or by its capital."""
    word = folded(word)
    adjectives, names = _states(language)
    for cut in range(3):
        found = adjectives.get(word[: len(word) - cut])
        if found:
            return found
    return names.get(word) or names.get(word.removesuffix("s"))


@cache
def _states(language: Language) -> tuple[dict[str, str], dict[str, str]]:
    adjectives: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in language.table("states", key=("code",)):
        adjectives.update((folded(word), row["code"]) for word in row["adjectives"].split("|") if word)
        told = (row[column].split("|") for column in ("name", "variants", "capitals"))
        names.update((folded(name), row["code"]) for alternatives in told for name in alternatives if name)
    return adjectives, names
