"""Recognises time expressions: which rule of times.toml matches where, with what the rule captured.

The text is read once, word by word. Only runs of words that belong to the vocabulary of time and hold at least
one telling word ("Mittwoch", "Jahren", "2014") meet the one big expression made of all rules, so ordinary prose
costs a look-up per word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.extraction.times.words import Words, words_of
from lagebild.language.load import Language
from lagebild.model.span import Span

RULES = "times"
WORD = re.compile(r"\w+")
LITERAL = re.compile(r"(?<![\\<{?:])\b[^\W\d_]{2,}\b(?![>}])")
PLACE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
GROUP = re.compile(r"(?<!\\)\((?!\?)")
NAMED = re.compile(r"\(\?P<\w+>")
BLANK = re.compile(r"(\(\?<[=!](?:\\.|[^()\\])*\))|\[[^\]]*\]|\\.|( )")
GAP = r"(?:[ \t\u00a0\u202f]{1,3}\n?|\n)"
OPEN, CLOSE = r"(?<![\w$€£])", r"(?!\w)(?![-‐–]\s?\w*[^\W\d_])"
SEPARATORS = frozenset(
    left + mark + right
    for mark in ("", ".", ",", "/", "-", "–", ":", "’", "'", "(", ")", "‐", "—", "…")
    for left in ("", " ", "\u00a0", "\u202f")
    for right in ("", " ", "\u00a0", "\n", "\u202f")
)
OTHER, LEADING, TELLING = 0, 1, 2
REMEMBERED = 200_000
"""So many words keep their class; news has about 100,000 forms in a million words."""
LONGEST = 60
"""A longer run is no sentence but a table; it is read in pieces, so that time grows with length only."""
CONTEXT = 48
"""So many characters on each side of a run are visible to a rule's look-arounds."""


class Rule(NamedTuple):
    """One rule as written in times.toml, its pattern as a regular expression."""

    name: str
    type: str
    pattern: str
    tables: dict[str, str]
    at: str
    value: str
    mod: str
    begin: str
    end: str
    confidence: float


class Match(NamedTuple):
    """Where a rule matched, and what it captured under the names in its pattern."""

    span: Span
    rule: Rule
    captured: dict[str, str]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """All rules of one language, ready to run; `classes` remembers the class of words met before."""

    words: Words
    rules: tuple[Rule, ...]
    every: re.Pattern[str]
    telling: re.Pattern[str]
    vocabulary: re.Pattern[str]
    classes: dict[str, int]

    def matches(self, text: str) -> Iterator[Match]:
        """The expressions in the text, left to right, never overlapping."""
        for starts in self._runs(text):
            yield from self._in_run(text, starts)

    def _runs(self, text: str) -> Iterator[list[tuple[int, int, str]]]:
        """Neighbouring words of the vocabulary with a telling one among them."""
        classes = self.classes
        if len(classes) > REMEMBERED:
            classes.clear()
        run: list[tuple[int, int, str]] = []
        telling = False
        for found in WORD.finditer(text):
            word = found.group()
            kind = classes.get(word)
            if kind is None:
                kind = classes[word] = self._class(word)
            if kind == OTHER:
                if run:
                    if telling:
                        yield run
                    run, telling = [], False
                continue
            start, end = found.span()
            if run and (len(run) == LONGEST or text[run[-1][1] : start] not in SEPARATORS):
                if telling:
                    yield run
                run, telling = [], False
            run.append((start, end, word))
            telling = telling or kind == TELLING
        if telling:
            yield run

    def _class(self, word: str) -> int:
        forms = {word, _lowered(word)}
        if any(self.telling.fullmatch(form) for form in forms):
            return TELLING
        return LEADING if any(self.vocabulary.fullmatch(form) for form in forms) else OTHER

    def _in_run(self, text: str, run: list[tuple[int, int, str]]) -> Iterator[Match]:
        origin = max(0, run[0][0] - CONTEXT)
        shadow = self._shadow(text, origin, run)
        reached = -1
        for start, _, _ in run:
            if start < reached:
                continue
            found = self.every.match(shadow, start - origin)
            if not found or found.end() == found.start():
                continue
            rule = self.rules[int(str(found.lastgroup)[1:])]
            again = _compiled(rule.pattern).match(shadow, start - origin)
            assert again is not None, rule.name
            reached = origin + again.end()
            captured = {name: value for name, value in again.groupdict().items() if value is not None}
            yield Match(Span(start, reached), rule, captured)

    def _shadow(self, text: str, origin: int, run: list[tuple[int, int, str]]) -> str:
        """The run as patterns expect it: a word that is capital only for the sentence's sake is written small."""
        shadow = text[origin : run[-1][1] + CONTEXT]
        for start, _, word in run:
            if word[0].isupper() and not self.vocabulary.fullmatch(word):
                small = _lowered(word)
                shadow = shadow[: start - origin] + small + shadow[start - origin + len(small) :]
        return shadow


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """One rule alone, which tells what it captured; compiled when it first matches."""
    return re.compile(pattern)


def _lowered(word: str) -> str:
    """The word with a small first letter; unchanged where that would change its length."""
    small = word[0].lower() + word[1:]
    return small if len(small) == len(word) else word


@cache
def recogniser_of(language: Language) -> Recogniser:
    """The language's recogniser, compiled once; raises ResourceError for a rule that cannot be understood."""
    words = words_of(language)
    loaded = language.rules(RULES)
    entries: list[dict[str, str]] = loaded["rule"]
    rules = tuple(_rule(entry, words) for entry in entries)
    every = "|".join(
        f"(?P<r{number}>{_regex(entry['pattern'], words, named=False)})" for number, entry in enumerate(entries)
    )
    leading, telling = sorted(set(loaded["leading"])), sorted(set(loaded["telling"]))
    literals = {word for entry in entries for word in LITERAL.findall(PLACE.sub(" ", entry["pattern"]))}
    literals |= {word for table in leading + telling for word in words.literals(table)}
    told = "|".join(words.pattern(table) for table in telling)
    vocabulary = "|".join([told, *(words.pattern(table) for table in leading), *sorted(literals)])
    try:
        return Recogniser(words, rules, re.compile(f"{OPEN}(?:{every})"), re.compile(told), re.compile(vocabulary), {})
    except re.error as problem:
        raise ResourceError(f"{RULES}.toml: {_culprit(rules)}: {problem}") from problem


def _culprit(rules: Iterable[Rule]) -> str:
    """The rule whose pattern is no regular expression."""
    for rule in rules:
        try:
            re.compile(rule.pattern)
        except re.error:
            return f"rule {rule.name!r}"
    return "the rules together"


def _rule(entry: dict[str, str], words: Words) -> Rule:
    tables = {alias or table: table for table, alias in PLACE.findall(entry["pattern"])}
    return Rule(
        entry["name"],
        entry["type"],
        _regex(entry["pattern"], words, named=True),
        tables,
        entry.get("at", ""),
        entry.get("value", "{at}"),
        entry.get("mod", ""),
        entry.get("begin", ""),
        entry.get("end", ""),
        float(entry.get("confidence", 0.9)),
    )


def _regex(pattern: str, words: Words, *, named: bool) -> str:
    """The rule's pattern as a regular expression: groups do not capture, blanks stand for any gap."""
    expression = _with_gaps(GROUP.sub("(?:", pattern))
    if not named:
        expression = NAMED.sub("(?:", expression)

    def place(found: re.Match[str]) -> str:
        table, alias = found[1], found[2]
        forms = _with_gaps(words.pattern(table))
        return f"(?P<{alias or table}>{forms})" if named else f"(?:{forms})"

    return f"(?:{PLACE.sub(place, expression)}){CLOSE}"


def _with_gaps(pattern: str) -> str:
    """The pattern with every blank standing for a gap, but for one character in a look-behind."""

    def gap(found: re.Match[str]) -> str:
        if found[1]:
            return found[1].replace(" ", r"\s")
        return GAP if found[2] else found[0]

    return BLANK.sub(gap, pattern)
