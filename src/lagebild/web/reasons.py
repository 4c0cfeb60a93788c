"""Reasons: why somebody or something was found, which records tell in English, in the visitor's language."""

import re
from functools import cache

from lagebild.report.codes import outside_quotations, with_names
from lagebild.web.words import Tongue, tongue

_HOLE = "{}"
_NUMERAL = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w-]|[.,]\d)")
_ENGLISH = re.compile("“([^“”„]*)”")


def reason_in(reason: str, spoken: Tongue) -> str:
    """The reason in the language, piece by piece; a piece that the table does not know stays as it is. States and
    bodies are told by name, and words are quoted as the language does.

    What stands in the holes of a piece is told in the language too, except for words in quotation marks.
    """
    told = _told(reason, spoken.code) if spoken.words["reasons"] else reason
    return _quoted(with_names(told, spoken.code), spoken)


def _quoted(told: str, spoken: Tongue) -> str:
    opening, closing = spoken.labels["quotation_marks"][spoken.code]
    return _ENGLISH.sub(lambda found: f"{opening}{found[1]}{closing}", told)


def _told(reason: str, code: str) -> str:
    whole = _piece(reason, code)
    if whole is not None:
        return whole
    for mark in ("; ", ": "):
        parts = reason.split(mark)
        if len(parts) > 1:
            return mark.join(_told(part, code) for part in parts)
    return _words(reason, code)


def _piece(words: str, code: str) -> str | None:
    for pattern, told in _patterns(code):
        found = pattern.fullmatch(words)
        if found:
            return told.format(*(_told(part, code) for part in found.groups()))
    return None


def _words(told: str, code: str) -> str:
    """Single words and numerals between names, as they are in the language."""
    return outside_quotations(told, lambda piece: _plain_words(piece, code))


def _plain_words(told: str, code: str) -> str:
    told = _word_pattern(code).sub(lambda found: _table(code)[found[0]], told)
    return _NUMERAL.sub(lambda found: tongue(code).numeral(found[0]), told)


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each pattern with what it says, those without holes first, longer ones before shorter ones. A hole does not reach
    beyond a semicolon, unless that stands in brackets."""
    table: dict[str, str] = dict(tongue(code).words["reasons"])
    hole = r"((?:[^;()]|\([^()]*\))+)"
    return tuple(
        (re.compile(hole.join(map(re.escape, english.split(_HOLE)))), told)
        for english, told in sorted(table.items(), key=lambda pair: (_HOLE in pair[0], -len(pair[0])))
    )


@cache
def _table(code: str) -> dict[str, str]:
    return dict(tongue(code).words["reason_words"])


@cache
def _word_pattern(code: str) -> re.Pattern[str]:
    words = sorted(_table(code), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
