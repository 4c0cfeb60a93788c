"""Harms: which clauses tell a harm that one side does to another, and whom they name as the harmed."""

from lagebild.extraction.events.clause_words import Spoken
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbs import matching
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.threats.targets import aimed_at, of_phrases, together
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

# Acts of conflict: whoever announces one threatens with it.
HOSTILE = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.SANCTION))


def verb_of(stage: Stage, clause: Clause) -> Span:
    """The full verb of the clause."""
    verbs = [i for i in clause.predicate if stage.tokens[i].tag.startswith("VV")]
    return stage.tokens[verbs[-1] if verbs else clause.predicate[-1]].span


def span_of(stage: Stage, index: int | None) -> Span | None:
    """The words of a clause, None for no clause."""
    return stage.clause_span(index) if index is not None else None


def is_harm(stage: Stage, clause: Clause) -> bool:
    """Whether the verb tells an act of war, by the list of such verbs."""
    words = word_lists(stage.language, "threats")
    if clause.lemma not in words["harm_verbs"]:
        return False
    # "sich sperren", "sich treffen" harm nobody.
    reflexive = any(stage.tokens[stage.phrases[k].head].tag == "PRF" for k in clause.objects)
    return not reflexive or clause.lemma in words["revenge"]


def is_hostile(stage: Stage, clause: Clause) -> bool:
    """Whether the verb tells any act of conflict: an attack, a coercion, a sanction."""
    if is_harm(stage, clause):
        return True
    words = word_lists(stage.language, "threats")
    if clause.lemma in stage.words["carriers"] or clause.lemma in words["using"]:
        held = (stage.tokens[stage.phrases[k].head] for k in stage.standing(clause, "akk"))
        if any(head.tag == "NN" and is_listed(head.lemma, words["harm"]) for head in held):
            return True
    row, _ = matching(stage, clause, Spoken(clause.lemma, clause.predicate[-1])) if clause.predicate else (None, ())
    return row is not None and row.type in HOSTILE


def weapon_of(stage: Stage, clause: Clause) -> int | None:
    """The weapon that the clause tells to be aimed or fired."""
    words = word_lists(stage.language, "threats")
    if clause.lemma not in words["aiming"]:
        return None
    for k in stage.standing(clause, "akk"):
        head = stage.tokens[stage.phrases[k].head]
        if head.tag == "NN" and is_listed(head.lemma, words["weapons"]):
            return k
    return None


def targets_of(stage: Stage, index: int, source: Party | None) -> tuple[Party, ...]:
    """Whom the clause names as the harmed: its objects, at whom a weapon is aimed, else the recipient of its event."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "threats")
    if weapon_of(stage, clause) is not None:
        end = stage.analysis.sentences[clause.sentence].last
        after = next(
            (o.first for o in stage.clauses[index + 1 :] if o.sentence == clause.sentence and o.finite is not None), end
        )
        return aimed_at(stage, clause.first, after, words["aimed"], source)
    harmed = [clause.subject] if clause.passive and clause.subject is not None else stage.standing(clause, "akk")
    found = of_phrases(stage, harmed, source) or aimed_at(stage, clause.first, clause.last, words["struck"], source)
    if found:
        return found
    told = [event.recipient for event in stage.told_in(stage.clause_span(index)) if event.type in HOSTILE]
    found = together([(party,) for party in told if party is not None], other_than=source)
    if not found and clause.passive and clause.subject is None and clause.parent is not None:
        found = together((stage.actor_of(clause.parent),), other_than=source)  # "fürchtet, angegriffen zu werden"
    return found or of_phrases(stage, stage.standing(clause, "dat"), source)
