"""The clause that a record stands in, in words: its kind, verb, subject and objects."""

from typing import Any, NamedTuple

from lagebild.model.analysis import Clause
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.explained.places import clause_at
from lagebild.report.extracts import extract

Labels = dict[str, Any]


class ClauseTold(NamedTuple):
    """`kind` in plain words, `verb` the full verb with its particle, `form` what is special of it; None: unknown."""

    kind: str
    words: str
    opener: str | None
    verb: str | None
    form: str | None
    subject: str | None
    objects: tuple[str, ...]
    within: str | None


def clause_told(findings: Findings, offset: int, labels: Labels) -> ClauseTold | None:
    """The clause of the word at the offset; None between clauses and without an analysis."""
    clause, analysis = clause_at(findings, offset), findings.analysis
    if clause is None or analysis is None:
        return None
    parent = analysis.clauses[clause.parent] if clause.parent is not None else None
    return ClauseTold(
        kind=labels["clauses"][clause.kind],
        words=_words(findings, clause),
        opener=analysis.tokens[clause.opener].text if clause.opener is not None else None,
        verb=clause.lemma or None,
        form=_form(findings, clause, labels),
        subject=_phrase(findings, clause.subject),
        objects=tuple(words for index in clause.objects if (words := _phrase(findings, index))),
        within=_words(findings, parent) if parent is not None else None,
    )


def _words(findings: Findings, clause: Clause) -> str:
    analysis = findings.analysis
    spans = [analysis.span(first, last) for first, last in clause.parts] if analysis else []
    return extract(findings.document.text, spans)


def _phrase(findings: Findings, index: int | None) -> str | None:
    if index is None or findings.analysis is None:
        return None
    phrase = findings.analysis.phrases[index]
    span: Span = findings.analysis.span(phrase.first, phrase.last)
    return extract(findings.document.text, [span])


def _form(findings: Findings, clause: Clause, labels: Labels) -> str | None:
    """Mood, modal and passive, where they are not the ordinary ones."""
    verb = findings.analysis.tokens[clause.finite].verb if findings.analysis and clause.finite is not None else None
    told = [
        labels["moods"].get(verb.mood, "") if verb else "",
        f"{labels['words']['modal']} “{clause.modal}”" if clause.modal else "",
        labels["words"]["passive"] if clause.passive else "",
    ]
    return ", ".join(part for part in told if part) or None
