"""Finds the time expressions of a report: recognised by rules, anchored by its date, kept where they make sense."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lagebild.extraction.times.anchor import Anchor, Direction
from lagebild.extraction.times.normalise import Value, normalise, rule_gives
from lagebild.extraction.times.recognise import Match, recogniser_of
from lagebild.extraction.times.tense import Tenses
from lagebild.extraction.times.words import Words
from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.model.timex import Timex

DAILY = ("weekday", "shift D")
"""Places of rules that a report uses and an essay does not: "am Mittwoch", "gestern"."""
ENOUGH = 2
"""So many of them: one alone also stands in columns and interviews that mean our times by "heute"."""
NEAR = 300
"""So many characters after a day was named a time of the day still belongs to it."""
BEFORE = re.compile(r"(\w+)\s(?:\w{3}\s)?\Z")


def find_times(findings: Findings, language: Language) -> Findings:
    """The findings with the time expressions of the text, in text order, none inside furniture."""
    recogniser = recogniser_of(language)
    analysis = findings.analysis
    tenses = None if analysis is None or not analysis.clauses else Tenses(analysis, language)
    borders = _sentence_borders(findings)
    text = findings.document.text
    timexes: list[Timex] = []
    mentioned: date | None = None
    place = 0
    matches = list(_kept(recogniser.matches(text), findings, borders))
    daily = sum(match.rule.at.startswith(DAILY) for match in matches) >= ENOUGH
    for match in matches:
        direction = Direction.UNKNOWN
        if match.rule.at:
            direction = _lean(text, match.span, recogniser.words)
            if direction is Direction.UNKNOWN and tenses is not None:
                direction = tenses.direction(match.span)
        near = mentioned if match.span.start - place < NEAR else None
        anchor = Anchor(findings.document.date, direction, mentioned, near, daily)
        value = normalise(match, recogniser.words, anchor)
        timexes.append(_timex(match, value))
        if day := _day(value.value):
            mentioned, place = day, match.span.end
    return replace(findings, timexes=tuple(timexes))


def _kept(matches: Iterator[Match], findings: Findings, borders: list[int]) -> Iterator[Match]:
    """Those that are a time, inside one sentence and outside page furniture."""
    furniture = sorted(item.span for item in findings.furniture)
    starts = [span.start for span in furniture]
    for match in matches:
        if not rule_gives(match.rule) or _crosses(match.span, borders):
            continue
        before = bisect_right(starts, match.span.end - 1) - 1
        if before >= 0 and furniture[before].overlaps(match.span):
            continue
        yield match


def _lean(text: str, span: Span, words: Words) -> Direction:
    """What the word before says: "seit August" has begun, "bis August" is still to come."""
    before = BEFORE.search(text, max(0, span.start - 12), span.start)
    leaning = words.look_up("lean", before[1]) if before else None
    return Direction.UNKNOWN if leaning is None else Direction(leaning)


def _sentence_borders(findings: Findings) -> list[int]:
    """Where sentences begin."""
    analysis = findings.analysis
    if analysis is None:
        return []
    return [analysis.tokens[sentence.first].start for sentence in analysis.sentences if sentence.first < sentence.last]


def _crosses(span: Span, borders: list[int]) -> bool:
    place = bisect_right(borders, span.start)
    return place < len(borders) and borders[place] < span.end


def _timex(match: Match, value: Value) -> Timex:
    rule = match.rule
    return Timex(
        span=match.span,
        type=rule.type,
        value=value.value,
        precision=value.precision,
        anchored=value.anchored,
        mod=value.mod,
        rule=rule.name,
        confidence=rule.confidence,
        begin=value.begin,
        end=value.end,
    )


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None
