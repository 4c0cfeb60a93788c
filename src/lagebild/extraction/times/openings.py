"""Openings: with which letters what an expression matches can begin, so that it is tried nowhere else."""

import re
from collections.abc import Mapping

DIGIT = "0"
"""Stands for all digits."""
LOOK = re.compile(r"\(\?<?[=!]")
MARK = re.compile(r"\((?:\?P<\w+>|\?:|(?!\?))")
QUANTIFIER = re.compile(r"([?*]|\{0?,\d*\}|\{0\}|)(?:\+|\{\d+(?:,\d*)?\}|)[?+]?")
TABLE = re.compile(r"\w+")

Letters = frozenset[str] | None
"""None where nothing is known."""
NO_TABLES: Mapping[str, Letters] = {}


def opening(letter: str) -> str:
    """What the letter counts as."""
    return DIGIT if letter.isdecimal() else letter


def openings(expression: str, tables: Mapping[str, Letters] = NO_TABLES) -> Letters:
    """Those letters, and maybe more; None where they cannot be told. A "{table}" of a rule begins as its words do."""
    letters, empty = _of_ways(expression, tables)
    return None if empty else letters


def _of_ways(expression: str, tables: Mapping[str, Letters]) -> tuple[Letters, bool]:
    """The letters of all alternatives, and whether one may match nothing."""
    found: frozenset[str] = frozenset()
    nothing = False
    for way in alternatives(expression):
        letters, empty = _of_way(way, tables)
        if letters is None:
            return None, False
        found |= letters
        nothing = nothing or empty
    return found, nothing


def _of_way(way: str, tables: Mapping[str, Letters]) -> tuple[Letters, bool]:
    found: frozenset[str] = frozenset()
    at = 0
    while at < len(way):
        end = part_end(way, at)
        part = way[at:end]
        quantifier = QUANTIFIER.match(way, end)
        optional = quantifier is not None and quantifier[1] != ""
        at = end if quantifier is None else quantifier.end()
        if LOOK.match(part) or part == r"\b":
            continue
        letters, empty = _of_part(part, tables)
        if letters is None:
            return None, False
        found |= letters
        if not optional and not empty:
            return found, False
    return found, True


def _of_part(part: str, tables: Mapping[str, Letters]) -> tuple[Letters, bool]:
    if part[0] == "(":
        mark = MARK.match(part)
        return (None, False) if mark is None else _of_ways(part[mark.end() : -1], tables)
    if part[0] == "{":
        table = TABLE.search(part)
        return None if table is None else tables.get(table[0]), False
    if part[0] == "[":
        return _of_set(part[1:-1]), False
    if part == r"\d":
        return frozenset(DIGIT), False
    if part in (".", "^", "$") or (part[0] == "\\" and part[1].isalnum()):
        return None, False
    return frozenset(opening(part[-1])), False


def _of_set(letters: str) -> Letters:
    """As in "[Ss]", "[1-9]"."""
    if letters[0] == "^" or "\\" in letters:
        return None
    ranges = [range(ord(first), ord(last) + 1) for first, last in re.findall("(.)-(.)", letters)]
    return frozenset(map(opening, (*letters, *(chr(code) for codes in ranges for code in codes))))


def alternatives(expression: str) -> list[str]:
    """The alternatives at the top level of the expression."""
    if "|" not in expression:
        return [expression]
    found, start, at = [], 0, 0
    while at < len(expression):
        if expression[at] == "|":
            found.append(expression[start:at])
            start = at = at + 1
        else:
            at = part_end(expression, at)
    return [*found, expression[start:]]


def part_end(expression: str, at: int) -> int:
    """Where the letter, escape, set, group or table ends that begins here."""
    mark = expression[at]
    if mark == "\\":
        return at + 2
    if mark == "{":
        return expression.index("}", at) + 1
    end = at + 1
    if mark == "[":
        while expression[end] != "]":
            end += 1 + (expression[end] == "\\")
        return end + 1
    if mark == "(":
        while expression[end] != ")":
            end = part_end(expression, end)
        return end + 1
    return end
