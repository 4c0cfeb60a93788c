"""Sums: what a sum of money or a share is of, which has no noun to tell it: "ein Bußgeld von 38 Millionen Euro"."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.language.search import folded

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
MONEY, SHARE = "money", "share"


class Sum(NamedTuple):
    """A row of the table of sums; `personal` where each person has one of his own, as of votes."""

    name: str
    personal: bool = False


@cache
def measure_of(unit: str | None, language: Language) -> str | None:
    """Whether a unit is one of money or of shares; None for any other."""
    return _measures(language).get(unit or "")


def sum_of(before: str, behind: str, measure: str, language: Language) -> Sum | None:
    """What a sum is of, by the word nearest to it in its sentence of those that tell that; of two as near the one
    before; what is told for each day is of another kind than the whole. None where no word does."""
    rows = _rows(language)[measure]
    if measure == MONEY and _per_day(language).search(f"{before} {behind}"):
        return Sum("per day")
    places = [
        *((number, 0, word) for number, word in enumerate(reversed(_WORD.findall(before)))),
        *((number, 1, word) for number, word in enumerate(_WORD.findall(behind))),
    ]
    return next((found for _, _, word in sorted(places) if (found := _named(folded(word), rows)) is not None), None)


@lru_cache(maxsize=1 << 14)
def tells_measure(word: str, language: Language) -> bool:
    """Whether a word is no more than part of a sum or tells what it is of: "Millionen", "Euro", "Schaden"."""
    small = folded(word)
    of_sum = any(_named(small, _rows(language)[measure]) is not None for measure in (MONEY, SHARE))
    return of_sum or small in _units(language)


@cache
def _units(language: Language) -> frozenset[str]:
    vague = (word for row in language.rules("comparing").get("vague", []) for word in row["words"])
    return frozenset(folded(word) for word in (*(row["form"] for row in language.table("units")), *vague))


def is_of_sum(counted: str, language: Language) -> bool:
    """Whether the words behind a share count nothing, but tell what it is of: "der Stimmen", "mehr Lohn"."""
    words = counted.split()
    more = bool(words) and words[0] in language.rules("comparing")["words"]["more_of"]
    return more or any(_named(folded(word), _rows(language)[SHARE]) for word in words)


@cache
def _per_day(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["per_day"])


def _named(word: str, rows: "_Rows") -> Sum | None:
    found = rows.words.get(word)
    return found or next((rows.ends[word[at:]] for at in range(1, len(word)) if word[at:] in rows.ends), None)


class _Rows(NamedTuple):
    """By whole words, and by the ends of compounds."""

    words: Mapping[str, Sum]
    ends: Mapping[str, Sum]


@cache
def _rows(language: Language) -> Mapping[str, _Rows]:
    found: dict[str, _Rows] = {}
    for measure in (MONEY, SHARE):
        rows = [row for row in language.rules("comparing").get("sums", []) if row["of"] == measure]
        named = [(word, Sum(row["name"], bool(row.get("personal")))) for row in rows for word in row["words"]]
        found[measure] = _Rows(
            {folded(word.removeprefix("-")): of for word, of in named},
            {folded(word.removeprefix("-")): of for word, of in named if word.startswith("-")},
        )
    return found


@cache
def _measures(language: Language) -> Mapping[str, str]:
    kinds = {"currency": MONEY, "share": SHARE}
    return {row["code"]: kinds[row["kind"]] for row in language.table("units") if row["kind"] in kinds}
