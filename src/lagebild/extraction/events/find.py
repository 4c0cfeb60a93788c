"""Events: all rules over one document, joined where they tell the same, with status and who vouches."""

import hashlib
from dataclasses import replace

from lagebild.extraction.events.draft import CIVILIAN, Draft, is_whole
from lagebild.extraction.events.fill import filled
from lagebild.extraction.events.judgements import judgement_drafts
from lagebild.extraction.events.nouns import noun_drafts
from lagebild.extraction.events.participles import participle_drafts
from lagebild.extraction.events.scenes import blast_drafts
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.status import status_of
from lagebild.extraction.events.verbal import addressed, verbal_drafts
from lagebild.extraction.events.verbs import verb_drafts
from lagebild.language.load import Language
from lagebild.model.attribution import Attribution
from lagebild.model.entity import EntityKind
from lagebild.model.event import Event, EventType, Party, Role, Status, code_of
from lagebild.model.findings import Findings
from lagebild.model.span import Span

RULES = (verbal_drafts, judgement_drafts, verb_drafts, participle_drafts, noun_drafts, blast_drafts)
# How many of each rule were right with both sides on two sets of annotated news, 240 events found.
CONFIDENCE = {"attribution": 0.7, "event-verb": 0.55, "event-participle": 0.55, "event-noun": 0.6}
# The same where nobody is named at whom it is aimed.
UNAIMED = 0.5
# Of these one telling as a plan and one as a fact are the same act.
VERBAL = frozenset((EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT))
# The surest status is the one that a reader is told.
ORDER = {Status.FACT: 0, Status.ATTRIBUTED: 1, Status.POSSIBLE: 2, Status.DENIED: 3}


def find_events(findings: Findings, language: Language) -> Findings:
    """The findings with their events, in text order of their triggers."""
    if findings.analysis is None or not findings.analysis.tokens:
        return findings
    stage = Stage(findings, language)
    if stage.is_sport():
        return replace(findings, events=())
    drafts = filled(stage, [draft for rule in RULES for draft in rule(stage)], addressed(stage))
    voices = {attribution.key: attribution.speaker for attribution in findings.attributions}
    events = _joined([_event(stage, draft) for draft in _distinct(stage, drafts) if _is_told(stage, draft)], voices)
    events.sort(key=lambda event: (event.trigger, event.type, str(event.actor), str(event.recipient)))
    return replace(findings, events=tuple(events))


def _is_told(stage: Stage, draft: Draft) -> bool:
    return is_whole(draft) and not _is_everyday(stage, draft)


def _distinct(stage: Stage, drafts: list[Draft]) -> list[Draft]:
    """The drafts without attributions whose very cue is a verb of another type in the lexicon: that row knows better
    what it does. Where both say the same, the attribution knows better at whom it is aimed."""
    told = [draft for draft in drafts if draft.rule == "event-verb" and is_whole(draft)]
    verbs = {draft.token: draft.type for draft in told}
    fixed = [
        draft.trigger for draft in told if draft.type in VERBAL and " " in stage.analysis.text[slice(*draft.trigger)]
    ]
    spoken = {(d.token, d.type) for d in drafts if d.rule == "attribution" and d.recipient is not None}
    return [
        draft
        for draft in drafts
        if not (
            draft.rule == "attribution" and draft.token in verbs and (draft.token, verbs[draft.token]) not in spoken
        )
        and not (draft.rule == "event-verb" and (draft.token, draft.type) in spoken)
        and not (draft.rule == "attribution" and draft.token not in verbs and draft.trigger in fixed)
    ]


def _is_everyday(stage: Stage, draft: Draft) -> bool:
    """The work of police and prosecutors on nobody that the report knows as a side."""
    actor, recipient = draft.actor, draft.recipient
    if actor is None or actor.span not in stage.parties.weak or stage.is_political():
        return False
    return recipient is None or recipient.span in stage.parties.weak or recipient.code.endswith(CIVILIAN)


def _event(stage: Stage, draft: Draft) -> Event:
    holders = stage.holding(draft.trigger)
    if draft.attribution is not None:
        holders = [holder for holder in holders if holder.key != draft.attribution]
    status = status_of(stage, draft, holders)
    span = _reach(stage, draft)
    return Event(
        key=_key(stage, draft),
        trigger=draft.trigger,
        type=draft.type,
        mode=draft.mode,
        context=draft.context,
        actor=_linked(stage, draft.actor),
        recipient=_linked(stage, draft.recipient),
        roles=(Role("object", draft.object),) if draft.object is not None else (),
        place=_place(stage, draft, span),
        time=_time(stage, draft, span),
        quantities=tuple(quantity.span for quantity in stage.quantities.within(span)),
        status=status,
        chain=_chain(holders),
        attribution=draft.attribution or (holders[0].key if holders else None),
        lexeme=draft.lexeme,
        rule=draft.rule,
        confidence=CONFIDENCE[draft.rule] if draft.recipient is not None else UNAIMED,
    )


def _linked(stage: Stage, party: Party | None) -> Party | None:
    """The party with the key of the entity that its words mention: a person before a state or organisation."""
    if party is None or party.span is None:
        return party
    inside = stage.mentions.within(party.span)
    people = [mention for mention in inside if stage.entities[mention.entity].kind is EntityKind.PERSON]
    named = [m for m in inside if (stage.entities[m.entity].code or "\0") in (party.code, party.code[:3])]
    found = (people or named)[:1]
    return replace(party, entity=found[0].entity) if found else party


def _key(stage: Stage, draft: Draft) -> str:
    codes = "|".join(party.code if party else "" for party in (draft.actor, draft.recipient))
    raw = f"{stage.findings.document.id}|{draft.type}|{tuple(draft.trigger)}|{codes}"
    return hashlib.blake2b(raw.encode(), digest_size=8).hexdigest()


def _chain(holders: list[Attribution]) -> tuple[str | None, ...]:
    """Who vouches, the nearest first; the author stands behind them all."""
    return tuple(holder.speaker for holder in holders)


def _reach(stage: Stage, draft: Draft) -> Span:
    """The stretch in which time and quantities of the event stand: its clause."""
    if draft.clause < 0:
        return draft.trigger
    return stage.clause_span(draft.clause)


def _place(stage: Stage, draft: Draft, span: Span) -> Span | None:
    """The place named nearest to the trigger in its clause, unless it only names a side."""
    sides = [party.span for party in (draft.actor, draft.recipient) if party is not None and party.span is not None]
    near = [place.span for place in stage.places.within(span) if not any(side.contains(place.span) for side in sides)]
    return min(near, key=lambda s: abs(s.start - draft.trigger.start), default=None)


def _time(stage: Stage, draft: Draft, span: Span) -> Span | None:
    near = [timex.span for timex in stage.timexes.within(span)]
    return min(near, key=lambda s: abs(s.start - draft.trigger.start), default=None)


def _joined(events: list[Event], voices: dict[str, str | None]) -> list[Event]:
    """One event for each act between the same sides: the surest telling, with the other places beside it. What two
    people say to somebody is two events, though both speak for the same side; `voices` says who speaks in each.

    A telling without recipient joins one of the same type and actor that has one.
    """
    groups: dict[tuple[EventType, str | None, str | None, str | None], list[Event]] = {}
    for event in events:
        voice = _strand(event, voices)
        groups.setdefault((event.type, code_of(event.actor), code_of(event.recipient), voice), []).append(event)
    voiced: dict[tuple[EventType, str | None, str | None], tuple[EventType, str | None, str | None, str | None]] = {}
    for group in groups:
        if group[3] is not None:
            voiced.setdefault(group[:3], group)
    for group, tellings in list(groups.items()):
        spoken = voiced.get(group[:3])
        if group[3] is None and spoken is not None and spoken[3] != Status.POSSIBLE:
            groups[spoken] += tellings
            del groups[group]
    whole = {(kind, actor) for kind, actor, recipient, _ in groups if recipient is not None}
    sided = {(kind, recipient) for kind, actor, recipient, _ in groups if actor is not None}
    joined = []
    for (kind, actor, recipient, _), tellings in groups.items():
        if recipient is None and (kind, actor) in whole:
            continue
        if actor is None and (kind, recipient) in sided:
            continue
        first = min(tellings, key=lambda event: (ORDER[event.status], event.trigger))
        also = tuple(sorted({event.trigger for event in tellings} - {first.trigger}))
        joined.append(replace(first, also=also))
    return joined


def _strand(event: Event, voices: dict[str, str | None]) -> str | None:
    """What keeps two tellings apart though type and sides agree: who speaks, or that it is only planned."""
    if event.rule == "attribution" and event.recipient is not None:
        return voices.get(event.attribution or "")
    return Status.POSSIBLE if event.status is Status.POSSIBLE and event.type not in VERBAL else None
