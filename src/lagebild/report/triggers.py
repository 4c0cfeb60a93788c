"""The words that tell an event, with what a verb has apart from itself: "wirft … vor", "sagte … ab"."""

from collections.abc import Sequence

from lagebild.model.event import Event
from lagebild.model.findings import Findings
from lagebild.model.span import Span

_PARTICLE = "PTKVZ"
"""The tag of a verb's particle that stands apart from it."""


def trigger_words(event: Event, findings: Findings) -> Sequence[Span]:
    """The trigger with its particle; of a verbal event the whole cue of the statement that it is."""
    said = next((item for item in findings.attributions if item.key == event.attribution), None)
    if said is not None and event.trigger in said.cue:
        return said.cue
    return (event.trigger, *_particles(event.trigger, findings))


def _particles(trigger: Span, findings: Findings) -> list[Span]:
    analysis = findings.analysis
    if analysis is None:
        return []
    for clause in analysis.clauses:
        tokens = [analysis.tokens[index] for index in clause.predicate]
        if any(trigger.contains(token.span) for token in tokens):
            return [token.span for token in tokens if token.tag == _PARTICLE and not trigger.contains(token.span)]
    return []
