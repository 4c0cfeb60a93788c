"""Houses: the part of a government that an office or a body belongs to: a minister and his ministry are one house."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lagebild.comparison.origins.described import state_named
from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.language.words import word_lists

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_KEPT = 1 << 14
_CASES = ("", "s", "es", "en", "n", "e")
"""What an inflected name may have behind the form that the table lists."""


@lru_cache(maxsize=_KEPT)
def house_of(words: str, language: Language) -> str | None:
    """The house of an office ("Vizeaußenminister", "der Präsident", "Kremlsprecher") or a body ("Außenministerium in
    Seoul", "Kreml"), by a name that is the same for all of one house; None where the words name none.

    Whoever is of something else ("Präsident des Bundesamtes") is of its house.
    """
    lists = word_lists(language, "comparing")
    told = _WORD.findall(words)
    end = next((number for number, word in enumerate(told) if number and word in lists["behind_noun"]), len(told))
    if end + 1 < len(told) and told[end] in lists["of_whom"] and state_named(told[-1], language) is None:
        return house_of(" ".join(told[end + 1 :]), language)
    small = [folded(word) for word in told[:end] if folded(word) not in lists["outlet_words"]]
    whole = _named(" ".join(small), language)
    nouns = [folded(word) for word in told[:end] if word[:1].isupper()]
    # An office stands before the name of its holder.
    return whole or next((found for noun in nouns if (found := _of_noun(noun, language))), None)


@lru_cache(maxsize=_KEPT)
def is_ministry(words: str, language: Language) -> bool:
    """Whether the words are for a ministry, or an office in one."""
    ends = tuple(map(folded, word_lists(language, "comparing")["of_ministry"]))
    nouns = [folded(word) for word in _WORD.findall(words) if word[:1].isupper()]
    return any(noun.endswith(ends) for noun in nouns)


@lru_cache(maxsize=_KEPT)
def is_some_ministry(words: str, language: Language) -> bool:
    """Whether the words are for a ministry, or an office in one, and do not tell which: "Ministerium", "der
    Minister"."""
    nouns = [folded(word) for word in _WORD.findall(words) if word[:1].isupper()]
    return bool(nouns) and nouns[0] in map(folded, word_lists(language, "comparing")["of_ministry"])


def _named(words: str, language: Language) -> str | None:
    names = _names(language)
    return next((names[name] for ending in _CASES if (name := words.removesuffix(ending)) in names), None)


def _of_noun(noun: str, language: Language) -> str | None:
    for word in _stripped(noun, language):
        found = _named(word, language)
        ministry = _ministries(language).fullmatch(word)
        if found is not None or ministry is not None:
            return found or (ministry[1].rstrip("-‐‑") if ministry else None)
    return None


def _stripped(noun: str, language: Language) -> Iterator[str]:
    """The noun without what tells of which state it is, a deputy, or who speaks for whom; then as it is."""
    bare = noun.rpartition("-")[2]
    lists = word_lists(language, "comparing")
    for ending in sorted(map(folded, lists["spokesmen"]), key=lambda word: (-len(word), word)):
        bare = bare.removesuffix(ending)
    for before in sorted(map(folded, lists["before_office"])):
        if bare.startswith(before):
            yield bare.removeprefix(before)
    yield bare
    yield noun


@cache
def _ministries(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted(map(folded, word_lists(language, "comparing")["of_ministry"])))
    return re.compile(rf"(\w[\w-]+?)(?:{words})")


@cache
def _names(language: Language) -> Mapping[str, str]:
    houses = language.rules("comparing").get("house", [])
    return {" ".join(map(folded, _WORD.findall(word))): house["name"] for house in houses for word in house["words"]}
