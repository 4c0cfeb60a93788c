"""One document's findings as lines for a terminal: who says what, when, how many.

The lines are the same with and without colour; whoever prints them decides about styles.
"""

from collections.abc import Iterator
from typing import Any

from lagebild.model.findings import Findings
from lagebild.report.breaches import breaches
from lagebild.report.deals import deals
from lagebild.report.deployments import deployments
from lagebild.report.happenings import events
from lagebild.report.labels import labels
from lagebild.report.layout import Line, Piece, shown, wrapped
from lagebild.report.names import names
from lagebild.report.tables import figures, times
from lagebild.report.telling import statements
from lagebild.report.threats import threats
from lagebild.report.times import long_date
from lagebild.report.whereabouts import places

Labels = dict[str, Any]

SECTIONS = (statements, deals, deployments, threats, breaches, events, places, times, figures, names)
"""The page from top to bottom, between its head and its foot."""

_MOST = 12
"""Entries of each section that are shown unless all are asked for."""

_NARROWEST = 60
_LONG_HEADLINE = 30
"""Words from which on a first line is a paragraph rather than a headline."""
_SHOWN_FURNITURE = 5


def report(findings: Findings, *, width: int, full: bool = False, interface: str = "en") -> Iterator[Line]:
    """The whole report, section by section, at most `width` columns wide (60 at least); `full` cuts no list."""
    words = labels(interface)
    width = max(width, _NARROWEST)
    yield from _head(findings, words, width)
    empty = True
    for section in SECTIONS:
        lines = list(section(findings, words, width, most=None if full else _MOST))
        if lines:
            empty = False
            yield ()
            yield from lines
    if empty:
        yield ()
        yield (Piece(words["words"]["nothing"], "faint"),)
    yield from _foot(findings, words, width)


def _head(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    document = findings.document
    yield from wrapped([Piece(_headline(findings), "headline")], width=width)
    facts = [
        document.publisher,
        long_date(document.date, words) if document.date else words["words"]["no_date"],
        words["languages"].get(document.language, document.language),
        f"{len(document.text.split()):,} {words['words']['words']}",
        document.id,
    ]
    yield from wrapped([Piece(" · ".join(shown(fact) for fact in facts if fact), "faint")], width=width)


def _headline(findings: Findings) -> str:
    """The title or the first line; where that is a whole paragraph, its first sentence, cut where it is long too."""
    document = findings.document
    first = document.title or next((line for line in document.text.splitlines() if line.strip()), document.id)
    if len(first.split()) > _LONG_HEADLINE and not document.title and findings.analysis:
        first = _first_sentence(findings) or first
    words = first.split()
    return " ".join(words) if len(words) <= _LONG_HEADLINE else " ".join(words[: _LONG_HEADLINE - 6]) + " …"


def _first_sentence(findings: Findings) -> str | None:
    analysis = findings.analysis
    if analysis is None or not analysis.sentences:
        return None
    sentence = analysis.sentences[0]
    first, last = analysis.tokens[sentence.first], analysis.tokens[sentence.last - 1]
    return findings.document.text[first.start : last.end]


def _foot(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    if findings.furniture:
        yield ()
        text = findings.document.text
        listed = [_cut(shown(item.span.of(text).strip()), width - 8) for item in findings.furniture[:_SHOWN_FURNITURE]]
        more = " …" if len(findings.furniture) > _SHOWN_FURNITURE else ""
        left_out = f"{words['words']['left_out']} ({len(findings.furniture)}): {' · '.join(listed)}{more}"
        yield from wrapped([Piece(left_out, "faint")], width=width, indent=2)
    if findings.notes:
        yield ()
        for note in findings.notes:
            yield from wrapped([Piece(f"! {note}", "note")], width=width, indent=2)


def _cut(text: str, columns: int) -> str:
    return text if len(text) <= columns else text[: columns - 2] + " …"
