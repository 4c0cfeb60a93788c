"""The section of statements: under each speaker what they say, with act, form, the exact words and remarks.

Remarks stand in square brackets behind the words, as editors set them: the cue where only a phrase is told, "→" and the
addressee, how the speaker was found, and doubt.
"""

from collections.abc import Iterator
from typing import Any

from lagebild.model.attribution import Attribution, Form
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.layout import Line, Piece, padded, shown, wrapped
from lagebild.report.listing import cut, more
from lagebild.report.resolution import resolution
from lagebild.report.statements import Speaker, Statement, by_speaker

Labels = dict[str, Any]

_MARGIN = 2
_ACT, _FORM = 10, 8
"""Columns of the longest act ("criticises") and form ("indirect")."""
_BODY = _MARGIN + _ACT + 1 + _FORM + 2
"""Where the words of a statement begin."""
_MARKS = tuple('"„“”»«')
_UNSURE = 0.6
"""Confidence under which a statement is marked as unsure; chosen so that about half of those marked are wrong."""


def statements(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """The statements by speaker, a blank line before each speaker; nothing where nobody says anything."""
    speakers = by_speaker(findings)
    if not speakers:
        return
    yield (Piece(labels["words"]["statements"], "heading"),)
    first = cut(len(speakers), most)
    for speaker in speakers[:first]:
        yield ()
        yield from _speaker(speaker, labels, width)
        told = cut(len(speaker.statements), most)
        for statement in speaker.statements[:told]:
            yield from _statement(statement, findings.document, labels, width)
        yield from more(len(speaker.statements) - told, labels)
    if first < len(speakers):
        yield ()
        yield from more(sum(len(speaker.statements) for speaker in speakers[first:]), labels)


def _speaker(speaker: Speaker, labels: Labels, width: int) -> Iterator[Line]:
    name = speaker.name or labels["words"]["nobody"]
    about = [speaker.entity.office, speaker.entity.code] if speaker.entity else []
    facts = [shown(fact) for fact in about if fact and fact.casefold() != name.casefold()]
    if len(speaker.statements) > 1:
        facts.append(f"{len(speaker.statements)} {labels['words']['statement_many']}")
    pieces = [Piece(shown(name), "speaker"), *(Piece(f" · {fact}", "faint") for fact in facts)]
    yield from wrapped(pieces, width=width, indent=_MARGIN)


def _statement(statement: Statement, document: Document, labels: Labels, width: int) -> Iterator[Line]:
    said = statement.attribution
    first = (
        Piece(" " * _MARGIN),
        Piece(padded(labels["acts"][said.act], _ACT + 1), "act"),
        Piece(padded(labels["forms"][said.form], _FORM + 2), "form"),
    )
    yield from wrapped(_told(said, document, labels), width=width, first=first, indent=_BODY)
    for inner in statement.inner:
        yield from _inner(inner, document, labels, width, indent=_BODY)


def _inner(statement: Statement, document: Document, labels: Labels, width: int, *, indent: int) -> Iterator[Line]:
    said = statement.attribution
    begin = (
        Piece(shown(said.speaker or labels["words"]["nobody"]) + " ", "speaker"),
        Piece(labels["acts"][said.act], "act"),
        Piece(f" ({labels['forms'][said.form]}): ", "form"),
    )
    pieces = (*begin, *_told(said, document, labels))
    yield from wrapped(pieces, width=width, first=(Piece(" " * indent + "↳ ", "faint"),), indent=indent + 2)
    deeper = min(indent + 2, width // 2)
    for inner in statement.inner:
        yield from _inner(inner, document, labels, width, indent=deeper)


def _told(said: Attribution, document: Document, labels: Labels) -> tuple[Piece, ...]:
    """The exact words, and the remarks on them."""
    remarks = " · ".join(_remarks(said, document.text, labels))
    words = _words(said, document, labels)
    return (words, Piece(f" [{remarks}]", "faint")) if remarks else (words,)


def _words(said: Attribution, document: Document, labels: Labels) -> Piece:
    if said.form is not Form.DIRECT:
        return Piece(" … ".join(_with_marks(document.text, span) for span in said.content))
    text = " … ".join(span.of(document.text).strip() for span in said.content)
    marks = labels["quotation_marks"]
    opening, closing = marks.get(document.language, marks["en"])
    return Piece(f"{opening}{text}{closing}", "quote")


def _with_marks(text: str, span: Span) -> str:
    """The words, with the quotation mark at their edge that a mark inside them belongs to."""
    words = span.of(text).strip()
    if sum(map(words.count, _MARKS)) % 2 == 0:
        return words
    if text[span.end : span.end + 1] in _MARKS:
        return words + text[span.end]
    if text[max(span.start - 1, 0) : span.start] in _MARKS:
        return text[span.start - 1] + words
    return words


def _remarks(said: Attribution, text: str, labels: Labels) -> Iterator[str]:
    """The cue of a bare phrase, to whom it is said, how the speaker was found, doubt."""
    cue = " … ".join(span.of(text) for span in said.cue)
    if said.form is Form.REPORTED and cue.strip(" …:"):
        yield shown(cue)
    if said.to:
        yield f"→ {shown(said.to.of(text))}"
    found = resolution(said, text, labels)
    if found:
        yield shown(found)
    if said.confidence < _UNSURE:
        yield f"{labels['words']['unsure']} ({said.confidence:.2f})"
