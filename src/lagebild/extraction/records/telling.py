"""Telling: how real the text makes a record, and who vouches for it."""

from typing import NamedTuple

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.status import UNREAL_ACTS
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import Status
from lagebild.model.span import Span


class Telling(NamedTuple):
    """Status, assertion chain and the key of the attribution around the record."""

    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None


def telling(stage: Stage, trigger: Span, *, negated: bool, unreal: bool, own_cue: bool = False) -> Telling:
    """How the record at the trigger is told. With `own_cue` the trigger is itself the cue of a speaker who does it by
    saying it, as with threats; who speaks of it around that counts alone."""
    holders = stage.holding(trigger)
    if own_cue:
        holders = [holder for holder in holders if trigger not in holder.cue]
    status = _status(holders, negated, unreal)
    if not holders and status is Status.FACT and _is_reported(stage, trigger):
        return Telling(Status.ATTRIBUTED, (None,), None)
    return Telling(
        status,
        tuple(holder.speaker for holder in holders),
        holders[0].key if holders else None,
    )


def _is_reported(stage: Stage, trigger: Span) -> bool:
    """Whether the mood alone says that somebody told it: "weil Kuba das Abkommen verletze"."""
    index = stage.analysis.clause_of[stage.token_at(trigger.start)]
    finite = stage.clauses[index].finite if index >= 0 else None
    verb = stage.tokens[finite].verb if finite is not None else None
    return verb is not None and verb.mood == "kon1"


def _status(holders: list[Attribution], negated: bool, unreal: bool) -> Status:
    if negated:
        return Status.DENIED
    if unreal:
        return Status.POSSIBLE
    if holders and holders[0].act in UNREAL_ACTS:
        return Status.POSSIBLE
    if holders and holders[0].act is Act.DENY:
        return Status.DENIED
    return Status.ATTRIBUTED if holders else Status.FACT
