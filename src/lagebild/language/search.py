"""Words as a search compares them: folded, in other spellings, and their stems."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from lagebild.language.load import Language, languages

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HYPHEN = re.compile("[-‐‑]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LEAST_STEM = 5
"""A stem of fewer letters stands in too many words that have nothing to do with it."""
LEAST_PART = 3
"""A part of a word has at least so many letters to be looked for inside others."""


class Word(NamedTuple):
    """A word of a text, folded, with the code points where it stands; `joined` where hyphens were taken out."""

    folded: str
    start: int
    stop: int
    joined: bool = False


def folded(text: str) -> str:
    """The text without case, accents, umlauts and soft hyphens; "ß" is "ss"."""
    plain = text.translate(_INVISIBLE).casefold()
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign)).casefold()


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in order: each part of a hyphenated one, and the whole without its hyphens."""
    for found in _WORD.finditer(text):
        whole = found[0]
        if whole.isalnum():
            yield Word(_plain(whole), found.start(), found.end())
            continue
        parts = _HYPHEN.split(whole)
        at = found.start()
        for part in parts:
            yield Word(_plain(part), at, at + len(part))
            at += len(part) + 1
        yield Word(_plain("".join(parts)), found.start(), found.end(), joined=True)


def spellings(word: str) -> tuple[str, ...]:
    """The folded word and how it is written with or without umlauts: "suedkorea" and "Südkorea" share one."""
    found = {folded(word)}
    composed = unicodedata.normalize("NFC", word).casefold()
    for digraph, letter in _digraphs().items():
        marked = unicodedata.normalize("NFC", f"{letter}\u0308")
        found |= {folded(composed.replace(marked, digraph)), *(known.replace(digraph, letter) for known in found)}
    return tuple(sorted(found))


def stem(word: str, language: str = "de") -> str:
    """The stem of a folded word (Snowball); the word itself for a language without a stemmer."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


def part_of(word: str) -> str | None:
    """What is looked for inside other words: the stem where it is long enough to mean something, else the word."""
    root = stem(word)
    part = root if len(root) >= _LEAST_STEM and word.startswith(root) else word
    return part if len(part) >= LEAST_PART else None


def parts_of(word: str) -> tuple[str, ...]:
    """What is looked for inside other words, for every spelling of the word."""
    return tuple(part for part in map(part_of, spellings(word)) if part)


def holds_part(word: str, part: str) -> bool:
    """Whether the part may be one of a compound's: at its head, or behind enough letters to be a word themselves.

    "uranatome" holds "atom", "anatomisch" does not.
    """
    at = word.find(part)
    return at == 0 or word.find(part, LEAST_PART) >= 0


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    return folded(word)


@cache
def _digraphs() -> dict[str, str]:
    rules = (Language(code).rules("search")["digraphs"] for code in languages())
    return {digraph: letter for digraphs in rules for digraph, letter in digraphs.items()}


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(language) if language in Stemmer.algorithms() or language in _CODES else None


_CODES = frozenset({"de", "en", "fr", "es", "it", "nl", "pt", "sv", "da", "no", "fi", "ru", "hu", "ro", "tr"})
"""Codes that Snowball takes for its languages."""
