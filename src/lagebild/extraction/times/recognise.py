"""Recognises time expressions: which rule of times.toml matches where, with what the rule captured.

The text is read once, word by word. Only runs of words that belong to the vocabulary of time and hold at least
one telling word ("Mittwoch", "Jahren", "2014") meet the rules, and only those rules whose words the run has; so
ordinary prose costs a look-up per word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from lagebild.extraction.text_words import TextWords, words_in
from lagebild.extraction.times.forms import Forms
from lagebild.extraction.times.openings import alternatives, opening
from lagebild.extraction.times.pattern import RULES, Rule, compiled, literals, rule_of
from lagebild.extraction.times.words import Words, words_of
from lagebild.language.load import Language
from lagebild.model.span import Span
from lagebild.recent import MANY, Recent

SEPARATORS = frozenset(
    left + mark + right
    for mark in ("", ".", ",", "/", "-", "–", ":", "’", "'", "(", ")", "‐", "—", "…")
    for left in ("", " ", "\u00a0", "\u202f")
    for right in ("", " ", "\u00a0", "\n", "\u202f")
)
OTHER, LEADING = 0, 1
"""Classes of words; a telling word has LEADING and one bit more for each table it is in."""
REMEMBERED = 2 * MANY
"""So many kinds of runs keep their rules."""
LONGEST = 60
"""A longer run is no sentence but a table; it is read in pieces, so that time grows with length only."""
AHEAD = 10
"""No expression has more words than this."""
CONTEXT = 48
"""So many characters on each side of a run are visible to a rule's look-arounds."""


class Match(NamedTuple):
    """Where a rule matched, and what it captured under the names in its pattern."""

    span: Span
    rule: Rule
    captured: dict[str, str]


class Word(NamedTuple):
    """One word of a run, with its class."""

    start: int
    end: int
    text: str
    kind: int


@dataclass(frozen=True, slots=True)
class Recogniser:
    """All rules of one language, ready to run; the dictionaries remember what was worked out before."""

    words: Words
    rules: tuple[Rule, ...]
    needs: tuple[tuple[int, ...], ...]
    """Of each rule, the bits of which a run must have one each."""
    telling: tuple[Forms, ...]
    told: Forms
    """All telling words."""
    others: Forms
    """The rest of the vocabulary."""
    all: Forms
    """Both: most words are in neither."""
    classes: Recent[str, int] = field(init=False)
    candidates: dict[tuple[int, str], tuple[Rule, ...]] = field(default_factory=dict)
    """By what words a run has and how it begins."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "classes", Recent(self._class, times=2))

    def matches(self, text: str) -> Iterator[Match]:
        """The expressions in the text, left to right, never overlapping."""
        for run in self._runs(text):
            yield from self._in_run(text, run)

    def _runs(self, text: str) -> Iterator[list[Word]]:
        """Neighbouring words of the vocabulary with a telling one among them."""
        found = words_in(text)
        kinds = list(map(self.classes.__getitem__, found.words))
        reached = 0
        for telling in [place for place, kind in enumerate(kinds) if kind > LEADING]:
            if telling < reached:
                continue
            first, last = telling, telling + 1
            while first > reached and kinds[first - 1] != OTHER:
                first -= 1
            while last < len(kinds) and kinds[last] != OTHER:
                last += 1
            yield from _cut(found, kinds, first, last)
            reached = last

    def _class(self, word: str) -> int:
        small = lowered(word)
        written = (word,) if small == word else (word, small)
        if word not in self.all and (small == word or small not in self.all):
            return OTHER
        if any(form in self.told for form in written):
            bits = (2 << n for n, table in enumerate(self.telling) if any(form in table for form in written))
            return LEADING | sum(bits)
        return LEADING if any(form in self.others for form in written) else OTHER

    def _in_run(self, text: str, run: list[Word]) -> Iterator[Match]:
        origin = max(0, run[0].start - CONTEXT)
        shadow = self._shadow(text, origin, run)
        reached = -1
        for number, word in enumerate(run):
            if word.start < reached:
                continue
            kinds = OTHER
            for other in run[number : number + AHEAD]:
                kinds |= other.kind
            if kinds == LEADING:
                continue
            at = word.start - origin
            asked = kinds, opening(shadow[at])
            rules = self.candidates.get(asked)
            for rule in self._candidates(*asked) if rules is None else rules:
                found = compiled(rule.pattern).match(shadow, at)
                if found and found.end() > at:
                    reached = origin + found.end()
                    captured = {name: value for name, value in found.groupdict().items() if value is not None}
                    yield Match(Span(word.start, reached), rule, captured)
                    break

    def _candidates(self, kinds: int, letter: str) -> tuple[Rule, ...]:
        """The rules, in their order, that words of these kinds can match, the first of which begins so."""
        if len(self.candidates) > REMEMBERED:
            self.candidates.clear()
        chosen = tuple(
            rule
            for rule, needs in zip(self.rules, self.needs, strict=True)
            if (rule.begins is None or letter in rule.begins) and all(need & kinds for need in needs)
        )
        self.candidates[kinds, letter] = chosen
        return chosen

    def _shadow(self, text: str, origin: int, run: list[Word]) -> str:
        """The run as patterns expect it: a word that is capital only for the sentence's sake is written small, and a
        narrow blank is any other."""
        shadow = text[origin : run[-1].end + CONTEXT].replace("\u202f", "\t")
        for word in run:
            if word.text[0].isupper() and word.text not in self.told and word.text not in self.others:
                small = lowered(word.text)
                shadow = shadow[: word.start - origin] + small + shadow[word.start - origin + len(small) :]
        return shadow


def _cut(found: TextWords, kinds: list[int], first: int, last: int) -> Iterator[list[Word]]:
    """The words from first to last, cut where more than a mark stands between two; without pieces that tell nothing."""
    run: list[Word] = []
    together = OTHER
    for place in range(first, last):
        if run and (len(run) == LONGEST or found.between[place] not in SEPARATORS):
            if together > LEADING:
                yield run
            run, together = [], OTHER
        word, start = found.words[place], found.starts[place]
        run.append(Word(start, start + len(word), word, kinds[place]))
        together |= kinds[place]
    if together > LEADING:
        yield run


def lowered(word: str) -> str:
    """The word with a small first letter; unchanged where that would change its length."""
    small = word[0].lower() + word[1:]
    return small if len(small) == len(word) else word


@cache
def recogniser_of(language: Language) -> Recogniser:
    """The language's recogniser, made once; raises ResourceError for a rule or table that cannot be understood."""
    words = words_of(language)
    loaded = language.rules(RULES)
    leading, telling = sorted(set(loaded["leading"])), sorted(set(loaded["telling"]))
    rules = tuple(rule_of(entry, words, frozenset(telling)) for entry in loaded["rule"])
    bit = {table: 2 << number for number, table in enumerate(telling)}
    needs = tuple(tuple(sum(bit[table] for table in either) for either in rule.needs) for rule in rules)
    tables = {table: alternatives(words.pattern(table)) for table in (*leading, *telling)}
    spare = {word for entry in loaded["rule"] for word in literals(entry["pattern"])}
    spare |= {word for table in leading + telling for word in words.literals(table)}
    told = [form for table in telling for form in tables[table]]
    others = [*(form for table in leading for form in tables[table]), *sorted(spare)]
    kinds = (Forms(tables[table]) for table in telling)
    return Recogniser(words, rules, needs, tuple(kinds), Forms(told), Forms(others), Forms([*told, *others]))
