"""Pointing: sentences that only say of what stands before them that it is so, is not so, or is open."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from lagebild.comparison.claims.stances import is_negated
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.claim import Stance
from lagebild.recent import Recent

_ANY_ENDING, _AT_THE_END = "*", "."


class At(StrEnum):
    """What such a sentence is of: what was just told, what all is told, what the news is of, what somebody said, what
    there is or is no proof of, which reports or reproaches were named, what is reproached or demanded."""

    THAT = "that"
    ALL = "all"
    REPORTS = "reports"
    STATEMENT = "statement"
    PROOF = "proof"
    THEM = "them"
    REPROACH = "reproach"
    DEMAND = "demand"


class Pointing(NamedTuple):
    """What it is of, the words by which it says so, as they stand there, and what it does with it."""

    at: At
    words: tuple[str, ...]
    stance: Stance


class _Words(NamedTuple):
    """Words, and beginnings of words that may have any ending; `last` where they have to end the clause."""

    whole: frozenset[str]
    stems: tuple[str, ...]
    last: bool = False

    def has(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.stems)


class _Row(NamedTuple):
    """What a sentence needs, what it is of then, and its stance, without a negation and with one."""

    at: At
    needs: tuple[_Words, ...]
    stance: Stance
    negated: Stance


def pointing_in(words: Iterable[str], language: Language) -> tuple[Pointing, ...]:
    """All ways in which the clause with these words may point back, those that need most words first; whether it says
    anything of its own besides is not asked."""
    told = tuple(words)
    small = [*map(_small, told[:1]), *told[1:]]
    if not any(map(_begun_by(language).__getitem__, (*told[:1], *small))):
        return ()
    used = [
        word for word, behind in zip(small, (*small[1:], ""), strict=False)
        if not (behind[:1].isupper() and is_of("articles", word, language))
    ]  # fmt: skip
    return _ways(used, language) or (_ways([told[0], *used[1:]], language) if used[:1] == small[:1] else ())


def _ways(small: Sequence[str], language: Language) -> tuple[Pointing, ...]:
    rows = _rows(language)
    begun = sorted({number for word in small for number in _begun_by(language)[word]})
    ways = [(rows[number], met) for number in begun if (met := _met(small, rows[number].needs)) is not None]
    if not ways:
        return ()
    negated = is_negated(small, language)
    found = [Pointing(row.at, met, row.negated if negated else row.stance) for row, met in ways]
    return tuple(sorted(found, key=lambda item: -len(item.words)))


@cache
def is_idle(word: str, language: Language) -> bool:
    """Whether the word says nothing of the matter where somebody takes a stand on it."""
    return is_of("idle", word, language)


def is_of(name: str, word: str, language: Language) -> bool:
    """Whether the word stands in that list of pointing.toml, if only because it begins a sentence with a capital."""
    return listed_in((name,), language)[word]


def has_any_of(name: str, words: Iterable[str], language: Language) -> bool:
    """Whether any of the words does."""
    return any(map(listed_in((name,), language).__getitem__, words))


@cache
def listed_in(names: tuple[str, ...], language: Language) -> Recent[str, bool]:
    """For each word whether it stands in one of these lists, for who asks of many."""
    lists = word_lists(language, "pointing")
    listed = _words(tuple(sorted({word for name in names for word in lists[name]})))
    return Recent(lambda word: listed.has(word) or listed.has(_small(word)))


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _met(small: Sequence[str], needs: Sequence[_Words]) -> tuple[str, ...] | None:
    """The words that meet what is needed, each another one."""
    left = list(small)
    met: list[str] = []
    for need in needs:
        word = next((word for word in (small[-1:] if need.last else left) if need.has(word)), None)
        if word is None:
            return None
        left.remove(word)
        met.append(word)
    return tuple(met)


@cache
def _begun_by(language: Language) -> Recent[str, tuple[int, ...]]:
    """For each word the numbers of the rows of which it meets the first need."""
    rows = _rows(language)
    return Recent(lambda word: tuple(number for number, row in enumerate(rows) if row.needs[0].has(word)))


@cache
def _rows(language: Language) -> tuple[_Row, ...]:
    return tuple(
        _Row(
            At(row["at"]),
            tuple(_need(part, language) for part in row["needs"].split()),
            Stance(row["stance"]),
            Stance(row["negated"] or row["stance"]),
        )
        for row in language.table("pointing", key=("needs",))
    )


def _need(part: str, language: Language) -> _Words:
    """One of what a row needs: words, or lists of them in braces."""
    lists = word_lists(language, "pointing")
    if part.endswith(_AT_THE_END):
        return _need(part.removesuffix(_AT_THE_END), language)._replace(last=True)
    if not part.startswith("{"):
        return _words(tuple(part.split("|")))
    return _words(tuple(sorted(word for name in part.strip("{}").split("|") for word in lists[name])))


@cache
def _words(told: tuple[str, ...]) -> _Words:
    stems = tuple(word.removesuffix(_ANY_ENDING) for word in told if word.endswith(_ANY_ENDING))
    return _Words(frozenset(told) - {stem + _ANY_ENDING for stem in stems}, stems)
