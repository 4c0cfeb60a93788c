"""What people decided, applied to what was found: judgements are made, exchanged, counted and outrank the engine."""

from lagebild.judging.apply import Applied, Outcome, State, applied, judged
from lagebild.judging.making import accept, correct, note, reject, undo
from lagebild.judging.wire import judgement_line, read_judgements

__all__ = [
    "Applied", "Outcome", "State", "accept", "applied", "correct", "judged", "judgement_line", "note",
    "read_judgements", "reject", "undo",
]  # fmt: skip
