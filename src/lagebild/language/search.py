"""Words as a search compares them: folded, in other spellings, and their stems."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from lagebild.language.load import Language, languages
from lagebild.recent import Recent

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HYPHEN = re.compile("[-‐‑]")
_UMLAUTS = (("ä", "a"), ("ö", "o"), ("ü", "u"))
"""All that most German words have beside ASCII: replaced for themselves, in a fifth of the time."""
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LEAST_STEM = 5
"""A stem of fewer letters stands in too many words that have nothing to do with it."""
_AROUND = '.,:;!?()"„“”»«–…'
"""Signs around most words that have any."""
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
    if text.isascii():
        return text.lower()
    plain = text.translate(_INVISIBLE).casefold()
    for letter, base in _UMLAUTS:
        plain = plain.replace(letter, base)
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


def running_words(text: str) -> tuple[str, str]:
    """What `words_in` finds, folded, with blanks between: the words, and those whose hyphens were taken out. It takes a
    tenth of the time, as it does not tell where they stand."""
    pieces = text.replace("‐", "-").replace("‑", "-").split()
    words = " ".join(map(_PIECES.__getitem__, pieces))
    return words, " ".join([_JOINED[piece] for piece in pieces if "-" in piece])


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


def stems(words: Sequence[str], language: str = "de") -> Sequence[str]:
    """The stem of each of the folded words."""
    stemmer = _stemmer(language)
    return stemmer.stemWords(words) if stemmer else words


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


def _piece(text: str) -> str:
    word = text.strip(_AROUND)
    return folded(word) if word.isalnum() else " ".join([word.folded for word in words_in(word) if not word.joined])


def _joined(text: str) -> str:
    return " ".join([word.folded for word in words_in(text) if word.joined])


_PIECES: Recent[str, str] = Recent(_piece)
_JOINED: Recent[str, str] = Recent(_joined)
"""What stands between blanks with the words in it, and with those whose hyphens were taken out."""


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

    # Its own cache costs more than it saves, for a word is hardly ever asked for twice.
    return Stemmer.Stemmer(language, 0) if language in Stemmer.algorithms() or language in _CODES else None


_CODES = frozenset({"de", "en", "fr", "es", "it", "nl", "pt", "sv", "da", "no", "fi", "ru", "hu", "ro", "tr"})
"""Codes that Snowball takes for its languages."""
