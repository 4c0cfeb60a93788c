"""The rules of times.toml as regular expressions, with the words that a text must have for them to be worth trying."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from lagebild.errors import ResourceError
from lagebild.extraction.times.openings import Letters, alternatives, openings, part_end
from lagebild.extraction.times.words import Words

RULES = "times"
PLACE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
LITERAL = re.compile(r"(?<![\\<{?:])\b[^\W\d_]{2,}\b(?![>}])")
LOOK = re.compile(r"\(\?<?[=!](?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*\)")
CLASS = re.compile(r"\[[^\]]*\]")
MARK = re.compile(r"^\?(?:P<\w+>|:)")
GROUP = re.compile(r"(?<!\\)\((?!\?)")
BLANK = re.compile(r"(\(\?<[=!](?:\\.|[^()\\])*\))|\[[^\]]*\]|\\.|( )")
# A set of letters of which some are beyond Latin-1 takes Python half a millisecond to compile, each time that it stands
# in a rule: so these three do without. What is matched has no narrow blanks any more (`recognise.py`).
GAP = r"(?:[ \t\u00a0]{1,3}\n?|\n)"
ORDINARY = 0.8
"""Confidence of a rule that gives none: of 479 expressions of Die Zeit, 0.77 had the right span and value."""
OPEN = r"(?<!\w)(?<!\$)(?<!€)(?<!£)"
CLOSE = r"(?!\w)" + "".join(rf"(?!{dash}\s?\w*[^\W\d_])" for dash in "-‐–")


class Rule(NamedTuple):
    """One rule as written in times.toml, its pattern as a regular expression.

    `needs` are sets of tables: a run of words can only match when it has, for each, a word of one of them; and what
    matches begins with one of the letters of `begins`.
    """

    name: str
    type: str
    pattern: str
    tables: dict[str, str]
    needs: tuple[frozenset[str], ...]
    begins: Letters
    at: str
    value: str
    mod: str
    begin: str
    end: str
    confidence: float


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's expression, compiled when it is first tried."""
    return re.compile(pattern)


def rule_of(entry: dict[str, Any], words: Words, telling: frozenset[str]) -> Rule:
    """The rule that an entry of the file describes; raises ResourceError for an unknown table."""
    pattern: str = entry["pattern"]
    try:
        return Rule(
            entry["name"],
            entry["type"],
            _expression(pattern, words),
            {alias or table: table for table, alias in PLACE.findall(pattern)},
            _needs(pattern, words, telling),
            openings(pattern, words.openings),
            entry.get("at", ""),
            entry.get("value", "{at}"),
            entry.get("mod", ""),
            entry.get("begin", ""),
            entry.get("end", ""),
            float(entry.get("confidence", ORDINARY)),
        )
    except KeyError as missing:
        raise ResourceError(f"{RULES}.toml: rule {entry.get('name', pattern)!r} has no {missing}") from missing


def literals(pattern: str) -> list[str]:
    """The words that a pattern has outside its tables."""
    return LITERAL.findall(PLACE.sub(" ", pattern))


def _needs(pattern: str, words: Words, telling: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The telling tables that every way of matching uses.

    Tables with forms of several words are no condition, since their single words do not belong to the table.
    """
    known = frozenset(table for table in telling if not words.literals(table))
    ways = alternatives(CLASS.sub("x", LOOK.sub("", pattern)))
    if len(ways) == 1:
        return tuple(_must(ways[0], known))
    either = _either(ways, known)
    return (either,) if either else ()


def _either(ways: Sequence[str], known: frozenset[str]) -> frozenset[str]:
    """Tables of which one is used whichever way is taken; empty when a way does without."""
    least = [min(_must(way, known), key=lambda tables: (len(tables), sorted(tables)), default=None) for way in ways]
    return frozenset().union(*(tables for tables in least if tables)) if all(least) else frozenset()


def _must(way: str, known: frozenset[str]) -> list[frozenset[str]]:
    """For each part of a way that cannot be left out, the tables of which it uses one."""
    found: list[frozenset[str]] = []
    place = 0
    while place < len(way):
        end = part_end(way, place)
        part, optional = way[place:end], way[end : end + 1] in ("?", "*")
        if not optional and part[0] == "(":
            if either := _either(alternatives(MARK.sub("", part[1:-1])), known):
                found.append(either)
        elif not optional and (table := PLACE.fullmatch(part)) and table[1] in known:
            found.append(frozenset((table[1],)))
        place = end
    return found


def _expression(pattern: str, words: Words) -> str:
    """The pattern as a regular expression: groups do not capture, blanks stand for any gap."""

    def place(found: re.Match[str]) -> str:
        return f"(?P<{found[2] or found[1]}>{_with_gaps(words.pattern(found[1]))})"

    return f"{OPEN}(?:{PLACE.sub(place, _with_gaps(GROUP.sub('(?:', pattern)))}){CLOSE}"


def _with_gaps(pattern: str) -> str:
    """The pattern with every blank standing for a gap, but for one character in a look-behind."""

    def gap(found: re.Match[str]) -> str:
        if found[1]:
            return found[1].replace(" ", r"\s")
        return GAP if found[2] else found[0]

    return BLANK.sub(gap, pattern)
