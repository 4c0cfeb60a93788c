"""Wanted: what the subject of a clause gets or wants, "verlangt Reformen", "hofft auf Reformen", "will Reformen"."""

from lagebild.extraction.events.stage import Stage
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause


def gained(stage: Stage, clause: Clause) -> list[int]:
    """The phrases for it: the object, or what stands behind the preposition of the verb."""
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["getting"] or (clause.modal is None and clause.lemma in words["wishing"]):
        return stage.standing(clause, "akk")
    wanted = (pair.partition("=") for pair in sorted(words["hoping_for"]))
    places = (place for verb, _, place in wanted if verb == clause.lemma)
    return next((found for place in places if (found := stage.standing(clause, f"p:{place}"))), [])


def is_wanting(stage: Stage, clause: Clause) -> bool:
    """Whether the clause tells what somebody wants and does not have yet."""
    words = word_lists(stage.language, "exchanges")
    hoping = {pair.partition("=")[0] for pair in words["hoping_for"]}
    return clause.lemma in words["wanting"] | words["wishing"] | hoping
