"""Normalises what a rule captured: fills the rule's templates and works out precision and modifier.

A template names captured tables in braces: "{month}" is the month's number, "{count+1}" one more, "{unit}" a
unit's letter; "{ordinal:2}" has two digits, names that captured nothing are empty. "{at}" is the anchored
place in the calendar.
"""

import re
from typing import NamedTuple

from lagebild.extraction.times.anchor import Anchor, anchored
from lagebild.extraction.times.pattern import Rule
from lagebild.extraction.times.recognise import Match
from lagebild.extraction.times.words import Words

FIELD = re.compile(r"\{(\w+)([+-]\d+)?(:2)?\}")
MILLIONS = re.compile(r"^P(\d+(?:\.\d+)?)(0{6}|0{9})(?=[A-Z])")
UNIT_PRECISION = {
    "TS": "minute", "TM": "minute", "TH": "hour", "D": "day", "WE": "day", "W": "week", "M": "month", "Q": "quarter",
    "H": "quarter", "Y": "year", "DE": "decade", "CE": "century", "L": "century",
}  # fmt: skip
DAYPARTS = frozenset(("MO", "MI", "AF", "EV", "NI", "DT"))
SEASONS = frozenset(("SP", "SU", "FA", "WI"))
WELL_FORMED = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:T?[\dX]+(?:\.\d+)?(?:[HMS]|DE|CE|WE|[DWMQYL]|MO|MI|AF|EV|NI|DT|SP|SU|FA|WI))"
    r"|[\dX]{1,4}"
    r"|[\dX]{4}-(?:[\dX]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI|W[\dX]{2}(?:-(?:WE|[1-7]))?|[\dX]{2}-[\dX]{2})"
    r"(?:T(?:[\dX]{2}(?::[\dX]{2})?(?::\d\d)?|MO|MI|AF|EV|NI|DT))?"
)


class Value(NamedTuple):
    """A TIMEX3 value with its precision; `begin` and `end` where the expression names a stretch."""

    value: str
    precision: str
    anchored: bool
    mod: str | None
    begin: str | None
    end: str | None


def normalise(match: Match, words: Words, anchor: Anchor) -> Value:
    """What the expression means, counted from the anchor."""
    rule = match.rule
    fields = captured_values(match, words)
    sure = True
    if rule.at:
        place = anchored(_filled(rule.at, fields), anchor)
        fields["at"], sure = place
    value = _duration(_filled(rule.value, fields))
    return Value(
        value,
        precision(value),
        sure,
        _filled(rule.mod, fields) or None,
        _edge(rule.begin, fields, anchor),
        _edge(rule.end, fields, anchor),
    )


def captured_values(match: Match, words: Words) -> dict[str, str]:
    """The worth of each captured name; a group that names no table is worth its text."""
    tables = match.rule.tables
    return {name: words.value(tables[name], text) if name in tables else text for name, text in match.captured.items()}


def _edge(template: str, fields: dict[str, str], anchor: Anchor) -> str | None:
    """Where a stretch begins or ends, if that can be told."""
    if not template:
        return None
    steps = _filled(template, fields)
    if re.search(r" -?X|\.", steps):
        return None
    place = anchored(steps, anchor)
    return place.value if place.sure else None


def _filled(template: str, fields: dict[str, str]) -> str:
    def field(found: re.Match[str]) -> str:
        value = fields.get(found[1], "")
        if found[2] and value:
            value = str(int(value) + int(found[2])).zfill(len(value))
        return value.zfill(2) if found[3] and value else value

    return FIELD.sub(field, template)


def _duration(value: str) -> str:
    """Lengths as ISO 8601 has them: hours, minutes and seconds behind a T."""
    value = MILLIONS.sub(lambda found: f"P{round(float(found[1]) * int('1' + found[2]))}", value)
    return re.sub(r"^P([\dX.]+)T([HMS])$", r"PT\1\2", value)


def precision(value: str) -> str:
    """The smallest thing that the value tells."""
    if value.endswith("_REF"):
        return "vague"
    if value.startswith("P"):
        number, unit = re.fullmatch(r"PT?([\dX.]+)(\w+)", value).groups()  # type: ignore[union-attr]
        if "X" in number:
            return "vague"
        if unit in DAYPARTS:
            return "daypart"
        if unit in SEASONS:
            return "season"
        return UNIT_PRECISION["T" + unit if value.startswith("PT") else unit]
    day, _, clock = value.partition("T")
    if clock:
        if clock in DAYPARTS:
            return "daypart"
        return "minute" if ":" in clock else "hour"
    last = day.split("-")[-1]
    if "-" not in day:
        return {4: "year", 3: "decade", 2: "century"}.get(len(day), "century")
    if last in SEASONS:
        return "season"
    if last[0] in "QH":
        return "quarter"
    if last[0] == "W" and last != "WE":
        return "week"
    return "month" if day.count("-") == 1 else "day"


def well_formed(value: str) -> bool:
    """Whether the value is one that TIMEX3 knows."""
    return WELL_FORMED.fullmatch(value) is not None


def rule_gives(rule: Rule) -> bool:
    """Whether the rule stands for an expression; a rule without a type only keeps others from matching."""
    return rule.type != "NONE"
