"""Conditions: the clause under which a threat would come true, "sollte die Stadt fallen", "wenn sie nicht abziehen"."""

from lagebild.extraction.events.stage import Stage
from lagebild.language.words import word_lists

# How many clauses away a condition may stand.
REACH = 3


def is_conditional(stage: Stage, index: int) -> bool:
    """As in "wenn sie nicht abziehen", "für den Fall, dass sie nicht abziehen"."""
    words = word_lists(stage.language, "threats")
    clause = stage.clauses[index]
    if clause.opener is None:
        return False
    if stage.tokens[clause.opener].text.lower() in words["conditions"]:
        return True
    before = stage.analysis.phrase_of[clause.first - 2] if clause.first > 1 else -1
    return before >= 0 and stage.tokens[stage.phrases[before].head].lemma.lower() in words["case_nouns"]


def condition_of(stage: Stage, index: int) -> int | None:
    """The conditional clause that stands next to the clause in its sentence."""
    if index < 0:
        return None
    words = word_lists(stage.language, "threats")
    sentence = stage.clauses[index].sentence
    after = range(index + 1, min(index + 1 + REACH, len(stage.clauses)))
    near: tuple[int, ...] = (*after, *range(index - 1, max(-1, index - 1 - REACH), -1))
    for other in near:
        clause = stage.clauses[other]
        if clause.sentence != sentence or clause.finite is None:
            continue
        if is_conditional(stage, other):
            return other
        if clause.finite == clause.first and stage.tokens[clause.finite].lemma in words["if_verbs"]:
            ends = stage.analysis.sentences[sentence].last - 1
            if stage.tokens[ends].text != "?":
                return other
    return None
