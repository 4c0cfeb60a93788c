"""Enclosed: participles between article and noun that have the form of a finite verb."""

from lagebild.extraction.events.stage import Stage


def is_enclosed(stage: Stage, i: int) -> bool:
    """As in "die von Peru unterstützten Rebellen": what looks like a finite verb stands between article and noun."""
    if stage.tokens[i].tag != "VVFIN" or i + 1 >= len(stage.tokens) or i < 2:
        return False
    before = stage.analysis.phrase_of[i - 1]
    if before < 0 or stage.preposition(before) not in stage.words["agents"]:
        return False
    at = stage.phrases[before].preposition
    noun = stage.analysis.phrase_of[i + 1]
    return at is not None and at > 0 and stage.tokens[at - 1].tag == "ART" and noun >= 0
