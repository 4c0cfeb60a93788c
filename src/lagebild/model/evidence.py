"""Evidence: the exact words, the rule that found them, and how surely."""

from dataclasses import dataclass

from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a record is there. `words` are the text under `spans`; `confidence` is the share of records of this
    kind that are right when checked against annotated articles (see docs/confidence.md)."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    rule: str
    confidence: float


def evidence(text: str, spans: tuple[Span, ...], *, rule: str, confidence: float) -> Evidence:
    """Evidence quoting the text under the spans, so that the words are verbatim by construction."""
    return Evidence(spans, tuple(span.of(text) for span in spans), rule, confidence)
