"""Status: whether an event is told as fact, on somebody's word, as a possibility, or as not so."""

from collections.abc import Sequence

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.stage import Stage
from lagebild.model.analysis import ClauseKind
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import EventType, Status

# What is demanded, threatened or announced has not happened.
# The mode of aid that is only pledged.
PROMISED = "promise"
# Acts that are done by speaking.
SPOKEN = frozenset((EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT))
UNREAL_ACTS = frozenset((Act.DEMAND, Act.THREATEN, Act.ANNOUNCE, Act.ASK, Act.WARN))


def status_of(stage: Stage, draft: Draft, holders: Sequence[Attribution]) -> Status:
    """The status of a draft; `holders` are the attributions whose content holds its trigger, innermost first."""
    if draft.negated:
        return Status.DENIED
    if draft.unreal or draft.mode == PROMISED or _is_wanted(stage, draft, holders):
        return Status.POSSIBLE
    if any(holder.act is Act.DENY for holder in holders[:1]) and draft.attribution is None:
        return Status.DENIED
    if [holder.act for holder in holders] == [Act.CONFIRM] or _is_spoken_here(stage, draft, holders):
        return Status.FACT
    if holders:
        return Status.ATTRIBUTED
    return Status.FACT


def _is_spoken_here(stage: Stage, draft: Draft, holders: Sequence[Attribution]) -> bool:
    """As in "Das weise ich zurück", said by somebody: the report itself vouches that he does what the words do."""
    if len(holders) != 1 or draft.type not in SPOKEN or draft.actor is None or draft.actor.span is None:
        return False
    finite = stage.tokens[draft.token]
    now = finite.verb is not None and finite.verb.tense == "pres" and finite.tag == "VVFIN"
    return now and stage.analysis.text[slice(*draft.actor.span)].lower() in stage.parties.first_person


def _is_wanted(stage: Stage, draft: Draft, holders: Sequence[Attribution]) -> bool:
    """Whether the innermost content that holds it is a demand, a threat or an announcement of what is to come."""
    if not holders or draft.clause < 0:
        return False
    inner = holders[0]
    if inner.act not in UNREAL_ACTS:
        return False
    clause = stage.clauses[draft.clause]
    inside = any(span.start <= stage.tokens[clause.first].start for span in inner.content)
    return clause.kind is ClauseKind.INF or inside or draft.rule == "event-noun"
