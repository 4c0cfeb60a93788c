"""Name: what of a name tells somebody from others, however it is spelt."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from lagebild.language.load import Language
from lagebild.language.words import word_lists

KEPT = 1 << 15
"""Names that are kept taken apart: the same ones come again and again."""

_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "Œ": "Oe", "’": "", "'": "", "ʼ": "", "`": "", "´": "", "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ",
})  # fmt: skip
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Written out in the two letters that stand for them where a keyboard has none."""
_ROMAN = re.compile("x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2}")
"""Numbers of kings and popes."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name taken apart; all words are plain (`plain`), without titles and particles.

    `given` are the words before the last, `surname` the last, `mark` a generation or number ("jr", "xvi") that tells
    two of one name apart, `joined` the words that a hyphen ties to a neighbour.
    """

    given: tuple[str, ...]
    surname: str
    mark: str | None
    joined: frozenset[str]

    @property
    def words(self) -> str:
        """All that counts, as one string: equal for spellings of one name that differ by hyphens and accents only."""
        return " ".join((*self.given, self.surname, *((self.mark,) if self.mark else ())))

    @property
    def is_full(self) -> bool:
        """Whether there is more than a surname, or than the only name somebody goes by. "Ada K." is none either, as it
        hides who it is, nor "Albert II.", of whom there are several."""
        return bool(self.given) and len(self.surname) > 1


def plain(words: str) -> str:
    """Small letters without accents, hyphens as blanks, umlauts as the letter they stand on."""
    bare = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    small = "".join(mark for mark in bare if not unicodedata.combining(mark)).lower()
    for pair, letter in _UMLAUTS:
        small = small.replace(pair, letter)
    return " ".join(small.split())


@lru_cache(maxsize=KEPT)
def name_of(words: str, language: Language) -> Name:
    """The name taken apart; a name of nothing but titles and particles keeps them."""
    lists = word_lists(language, "same_names")
    *first, last = words.split() or [words]
    told = [*(word for word in first if word not in lists["titles"]), last]
    mark = None
    if len(told) > 1 and told[-1] in lists["generations"]:
        mark = plain(told.pop()).strip(".")
    parts: list[str] = []
    joined: set[str] = set()
    for word in told:
        pieces = plain(word).replace(".", " ").split()
        parts.extend(pieces)
        if len(pieces) > 1 and "." not in word:
            joined.update(pieces)
    if len(parts) > 1 and _ROMAN.fullmatch(parts[-1]):
        mark = parts.pop()
    half = len(parts) // 2
    if half > 1 and parts[:half] == parts[half:]:  # a headline's name runs into the caption's
        parts = parts[:half]
    kept = [part for part in parts if part not in lists["particles"]]
    if not kept or (len(parts) > 1 and len(kept) == 1 and parts[0] == kept[0]):
        kept = parts or [plain(words)]
    return Name(tuple(kept[:-1]), kept[-1], mark, frozenset(joined & set(kept)))


@lru_cache(maxsize=KEPT)
def skeleton(word: str, language: Language) -> str:
    """What a plain word comes down to across transliterations (spellings.tsv); doubled letters count once."""
    for letters, becomes in _rules(language):
        word = word.replace(letters, becomes)
    return "".join(mark for mark, before in zip(word, " " + word, strict=False) if mark != before)


@lru_cache(maxsize=KEPT)
def body_words(words: str, language: Language) -> str:
    """A body's name as it tells it from others: plain, without its legal form."""
    return plain(" ".join(_without_form(words, language))) or plain(words) or words


@lru_cache(maxsize=KEPT)
def initials(words: str, language: Language) -> str:
    """The short form that a body's name of several words has, the parts of compounds with a hyphen counted; a name of
    one word in capitals is one itself; "" where there is neither."""
    small = word_lists(language, "same_names")["small_words"]
    if words.isupper() and words.isalnum() and len(words) > 1:
        return words.lower()
    told = " ".join(_without_form(words, language)).replace("-", " ").split()
    parts = [part for part in told if part not in small]
    return "".join(part[0] for part in parts).lower() if len(parts) > 2 else ""


def block_of(kind: str, words: str, language: Language) -> str:
    """What all have in common who could be the same: nobody is ever compared outside his block."""
    if kind == "person":
        name = name_of(words, language)
        last = skeleton(name.surname, language)
        return f"person {last.removesuffix('s') or last}"
    return f"{kind} {initials(words, language) or body_words(words, language)}"


def _without_form(words: str, language: Language) -> list[str]:
    """The words of a body's name without its legal form."""
    forms = word_lists(language, "same_names")["legal_forms"]
    told = [word.strip(",()") for word in words.split()]
    while len(told) > 1 and told[-1] in forms:
        told.pop()
    return told


@cache
def _rules(language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((row["letters"], row["becomes"]) for row in language.table("spellings", key=("letters",)))
