"""Why at some place there is no statement and no event, as far as that can be told."""

from collections.abc import Iterator
from typing import Any

from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.report.explained.entries import rows_of
from lagebild.report.explained.places import clause_at, token_at
from lagebild.report.explained.records import Record

Labels = dict[str, Any]

CLAIMS = frozenset(("attribution", "event", "exchange", "breach", "threat", "deployment"))
"""Kinds of records that claim something."""
_CUES = ("cue_verbs", "cue_nouns")
_EVENTS = ("event_verbs", "event_nouns")


def missing(here: list[Record], offset: int, findings: Findings, language: Language, labels: Labels) -> list[str]:
    """Sentences for a reader who wonders; none where a statement, an event or the like stands there."""
    kinds = {record.kind for record in here}
    if kinds & CLAIMS:
        return []
    if "furniture" in kinds:
        return [labels["missing"]["furniture"]]
    if token_at(findings, offset) is None:
        return [labels["missing"]["no_word"]]
    return list(_reasons(offset, findings, language, labels["missing"]))


def _reasons(offset: int, findings: Findings, language: Language, words: Labels) -> Iterator[str]:
    clause, analysis = clause_at(findings, offset), findings.analysis
    if clause is None or analysis is None:
        yield str(words["no_clause"])
        return
    listed = dict.fromkeys((clause.lemma,) if clause.lemma else ())
    for first, last in clause.parts:
        tokens = (analysis.tokens[index] for index in range(first, last))
        listed.update((token.lemma, None) for token in tokens if token.tag == "NN")
    cues = [name for name in listed if any(rows_of(name, _CUES, language))]
    tellers = [(name, row) for name in listed for _, row in rows_of(name, _EVENTS, language)]
    told = f"“{clause.lemma}”" if clause.lemma else str(words["no_verb"])
    if not cues:
        yield str(words["no_cue"]).format(told)
    else:
        yield str(words["cue_unused"]).format(", ".join(f"“{name}”" for name in cues))
    if not tellers:
        yield str(words["no_event"]).format(told)
    for name, row in dict(tellers).items():
        needs = words["needs"].get(row["needs"], words["needs"]["either"])
        yield str(words["event_unused"]).format(f"“{name}”", row["type"], needs)
