"""Reading: the sides and places of a document as the event stage asks for them, made once for all kinds of record."""

from functools import lru_cache

from lagebild.extraction.events.stage import Stage
from lagebild.language.load import Language
from lagebild.model.findings import Findings


class _Same:
    """Findings that agree in all that a Stage reads: the parsed text, what is said in it, and its events."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def __hash__(self) -> int:
        return id(self.findings.analysis)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return NotImplemented
        mine, theirs = self.findings, other.findings
        return (
            mine.analysis is theirs.analysis
            and mine.events is theirs.events
            and mine.attributions is theirs.attributions
            and mine.document is theirs.document
        )


def stage_of(findings: Findings, language: Language) -> Stage:
    """The Stage of these findings; four stages in a row share one, because to make it takes as long as to use it."""
    return _made(_Same(findings), language)


@lru_cache(maxsize=1)
def _made(same: _Same, language: Language) -> Stage:
    return Stage(same.findings, language)
