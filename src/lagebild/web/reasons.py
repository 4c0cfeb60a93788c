"""Reasons: why somebody or something was found, which records tell in English, in the visitor's language."""

import re
from functools import cache

from lagebild.web.words import Tongue, tongue

_HOLE = "{}"


def reason_in(reason: str, spoken: Tongue) -> str:
    """The reason in the language, piece by piece; a piece that the table does not know stays as it is."""
    if not spoken.words["reasons"]:
        return reason
    return "; ".join(": ".join(_piece(part, spoken.code) for part in told.split(": ")) for told in reason.split("; "))


def _piece(words: str, code: str) -> str:
    for pattern, told in _patterns(code):
        found = pattern.fullmatch(words)
        if found:
            return told.format(*found.groups())
    return words


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each pattern with what it says, those without holes first."""
    table: dict[str, str] = dict(tongue(code).words["reasons"])
    return tuple(
        (re.compile("(.+)".join(map(re.escape, english.split(_HOLE)))), told)
        for english, told in sorted(table.items(), key=lambda pair: (_HOLE in pair[0], -len(pair[0])))
    )
