"""Reading: the sides and places of a document as the event stage asks for them, made once for all kinds of record."""

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.once import Once

# The four stages of records differ in what they add, and a Stage reads nothing of that.
stage_of = Once(
    Stage, by=lambda findings: (findings.document, findings.analysis, findings.attributions, findings.events)
)
