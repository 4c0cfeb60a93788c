"""One document's findings as lines for a terminal: who says what, when, how many.

The lines are the same with and without colour; whoever prints them decides about styles.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lagebild.model.attribution import Attribution, Form
from lagebild.model.document import Document
from lagebild.model.entity import Entity, Mention
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.figures import long_date, quantity_value, time_gloss
from lagebild.report.labels import labels
from lagebild.report.layout import Line, Piece, padded, shown, width_of, wrapped
from lagebild.report.statements import Speaker, Statement, by_speaker

Labels = dict[str, Any]

_MARGIN = 2
_ACT, _FORM = 10, 8
"""Columns of the longest act ("criticises") and form ("indirect")."""
_BODY = _MARGIN + _ACT + 1 + _FORM + 2
"""Where the words of a statement begin."""
_SAID_IN = {"name", "surname", "acronym"}
"""Forms of mention that name the speaker plainly, so that nobody need be told who is meant."""
_MARKS = tuple('"„“”»«')
_UNSURE = 0.6
"""Confidence under which a statement is marked as unsure; chosen so that about half of those marked are wrong."""
_NAMES = 12
"""Names listed for each kind; the rest is counted."""


def report(findings: Findings, *, width: int, interface: str = "en") -> Iterator[Line]:
    """The whole report, section by section, at most `width` columns wide (60 at least)."""
    words = labels(interface)
    width = max(width, 60)
    yield from _head(findings, words, width)
    sections = (_statements, _times, _figures, _names)
    empty = True
    for section in sections:
        lines = list(section(findings, words, width))
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
    yield from wrapped([Piece(_headline(document), "headline")], width=width)
    facts = [
        document.publisher,
        long_date(document.date, words) if document.date else words["words"]["no_date"],
        words["languages"].get(document.language, document.language),
        f"{len(document.text.split()):,} {words['words']['words']}",
        document.id,
    ]
    yield from wrapped([Piece(" · ".join(shown(fact) for fact in facts if fact), "faint")], width=width)


def _headline(document: Document) -> str:
    """The title, or the first line that holds anything, cut where it is a paragraph rather than a headline."""
    first = document.title or next((line for line in document.text.splitlines() if line.strip()), document.id)
    words = first.split()
    return " ".join(words) if len(words) <= 30 else " ".join(words[:24]) + " …"


def _statements(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    speakers = by_speaker(findings)
    if not speakers:
        return
    yield _heading(words["words"]["statements"])
    mentions = {mention.span: mention for mention in findings.mentions}
    for speaker in speakers:
        yield ()
        yield from _speaker(speaker, words, width)
        for statement in speaker.statements:
            yield from _statement(statement, findings, mentions, words, width)


def _speaker(speaker: Speaker, words: Labels, width: int) -> Iterator[Line]:
    count = len(speaker.statements)
    noun = words["words"]["statement" if count == 1 else "statement_many"]
    name = Piece(shown(speaker.name or words["words"]["nobody"]), "speaker")
    about = [part for part in (speaker.entity.office, speaker.entity.code) if part] if speaker.entity else []
    facts = " · ".join([*(shown(part) for part in about), f"{count} {noun}"])
    yield from wrapped([name, Piece(" · " + facts, "faint")], width=width, indent=_MARGIN)


def _statement(
    statement: Statement, findings: Findings, mentions: dict[Span, Mention], words: Labels, width: int
) -> Iterator[Line]:
    said = statement.attribution
    first = (
        Piece(" " * _MARGIN),
        Piece(padded(words["acts"][said.act], _ACT + 1), "act"),
        Piece(padded(words["forms"][said.form], _FORM + 2), "form"),
    )
    yield from wrapped(_content(said, findings.document, words), width=width, first=first, indent=_BODY)
    yield from _remark(said, findings, mentions, width, indent=_BODY)
    for inner in statement.inner:
        yield from _inner(inner, findings, mentions, words, width, indent=_BODY)


def _inner(
    statement: Statement, findings: Findings, mentions: dict[Span, Mention], words: Labels, width: int, *, indent: int
) -> Iterator[Line]:
    said = statement.attribution
    begin = (
        Piece(shown(said.speaker or words["words"]["nobody"]) + " ", "speaker"),
        Piece(words["acts"][said.act], "act"),
        Piece(f" ({words['forms'][said.form]}): ", "form"),
    )
    pieces = (*begin, *_content(said, findings.document, words))
    yield from wrapped(pieces, width=width, first=(Piece(" " * indent + "↳ ", "faint"),), indent=indent + 2)
    yield from _remark(said, findings, mentions, width, indent=indent + 2)
    deeper = min(indent + 2, width // 2)
    for inner in statement.inner:
        yield from _inner(inner, findings, mentions, words, width, indent=deeper)


def _content(said: Attribution, document: Document, words: Labels) -> tuple[Piece, ...]:
    if said.form is not Form.DIRECT:
        return (Piece(" … ".join(_with_marks(document.text, span) for span in said.content)),)
    text = " … ".join(span.of(document.text).strip() for span in said.content)
    marks = words["quotation_marks"]
    opening, closing = marks.get(document.language, marks["en"])
    return (Piece(f"{opening}{text}{closing}", "quote"),)


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


def _remark(
    said: Attribution, findings: Findings, mentions: dict[Span, Mention], width: int, *, indent: int
) -> Iterator[Line]:
    """To whom it is said, how the speaker was found where the sentence does not say, and doubt."""
    remarks = []
    if said.to:
        remarks.append(f"→ {said.to.of(findings.document.text)}")
    resolved = _resolution(said, findings, mentions)
    if resolved:
        remarks.append(resolved)
    if said.confidence < _UNSURE:
        remarks.append(f"unsure ({said.confidence:.2f})")
    if remarks:
        pieces = [Piece(" · ".join(remarks), "faint")]
        yield from wrapped(pieces, width=width, first=(Piece(" " * indent),), indent=indent)


def _resolution(said: Attribution, findings: Findings, mentions: dict[Span, Mention]) -> str | None:
    if said.source is None:
        return said.speaker_reason or None
    source = said.source.of(findings.document.text)
    if said.speaker is None or said.speaker in source:
        return None
    mention = mentions.get(said.source)
    if mention is not None and mention.form in _SAID_IN:
        return None
    return f"{source}: {said.speaker_reason}" if said.speaker_reason else source


def _times(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    text = findings.document.text
    rows = [(shown(timex.span.of(text)), timex.value or "?", time_gloss(timex, words)) for timex in findings.timexes]
    yield from _table(words["words"]["times"], rows, width)


def _figures(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    text = findings.document.text
    rows = []
    for quantity in findings.quantities:
        counted = quantity.counted.of(text) if quantity.counted else ""
        whole = f"{words['words']['part_of']} {quantity.part_of.of(text)}" if quantity.part_of else ""
        about = ", ".join(shown(part) for part in (counted, whole) if part)
        rows.append((shown(quantity.span.of(text)), quantity_value(quantity, words), about))
    yield from _table(words["words"]["figures"], rows, width)


def _table(title: str, rows: list[tuple[str, str, str]], width: int) -> Iterator[Line]:
    """Three columns: the words, the value, what it means. Rows that are the same are shown once, with a count."""
    if not rows:
        return
    yield _heading(title)
    counts = Counter(rows)
    left = min(max(width_of(row[0]) for row in counts), width // 2 - _MARGIN)
    middle = min(max(width_of(row[1]) for row in counts), width // 3)
    last = _MARGIN + left + 2 + middle + 2
    for (said, value, about), count in counts.items():
        times = f" ×{count}" if count > 1 else ""
        wide = width_of(said) > left or width_of(value) > middle
        first = (
            Piece(" " * _MARGIN),
            Piece(said + "  " if wide else padded(said, left + 2)),
            Piece(value + "  " if wide else padded(value, middle + 2), "value"),
        )
        yield from wrapped([Piece(about + times, "faint")], width=width, first=first, indent=last)


def _names(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    counts = Counter(mention.entity for mention in findings.mentions)
    kinds: dict[str, list[Entity]] = {}
    for entity in findings.entities:
        kinds.setdefault(entity.kind, []).append(entity)
    if not kinds:
        return
    yield _heading(words["words"]["names"])
    column = max(width_of(words["kinds"][kind]) for kind in kinds) + 2
    for kind in words["kinds"]:
        if kind not in kinds:
            continue
        first = (Piece(" " * _MARGIN), Piece(padded(words["kinds"][kind], column), "form"))
        listed = _listed(kinds[kind], counts, words)
        yield from wrapped(listed, width=width, first=first, indent=_MARGIN + column)


def _listed(entities: list[Entity], counts: Counter[str], words: Labels) -> Iterator[Piece]:
    ranked = sorted(entities, key=lambda entity: -counts[entity.key])
    for number, entity in enumerate(ranked[:_NAMES]):
        yield Piece(", " if number else "")
        yield Piece(entity.name)
        code = f" {entity.code}" if entity.code and entity.code.casefold() != entity.name.casefold() else ""
        times = f" ×{counts[entity.key]}" if counts[entity.key] > 1 else ""
        if code or times:
            yield Piece(code + times, "faint")
    if len(ranked) > _NAMES:
        yield Piece(f" … {len(ranked) - _NAMES} {words['words']['more']}", "faint")


def _foot(findings: Findings, words: Labels, width: int) -> Iterator[Line]:
    if findings.furniture:
        yield ()
        text = findings.document.text
        pieces = " · ".join(_cut(shown(item.span.of(text).strip()), width - 8) for item in findings.furniture[:5])
        more = len(findings.furniture) - 5
        left_out = f"{words['words']['left_out']} ({len(findings.furniture)}): {pieces}{' …' if more > 0 else ''}"
        yield from wrapped([Piece(left_out, "faint")], width=width, indent=_MARGIN)
    if findings.notes:
        yield ()
        for note in findings.notes:
            yield from wrapped([Piece(f"! {note}", "note")], width=width, indent=_MARGIN)


def _cut(text: str, columns: int) -> str:
    return text if len(text) <= columns else text[: columns - 2] + " …"


def _heading(title: str) -> Line:
    return (Piece(title, "heading"),)
