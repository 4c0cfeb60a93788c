"""Verbal events: an accusation, demand, refusal, threat or praise of one side toward another is an attribution already."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbs import owners
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

TYPES: dict[Act, EventType] = {
    Act.ACCUSE: EventType.ACCUSE,
    Act.CRITICISE: EventType.ACCUSE,
    Act.DEMAND: EventType.REQUEST,
    Act.DENY: EventType.REJECT,
    Act.THREATEN: EventType.THREATEN,
    Act.PRAISE: EventType.SUPPORT,
}
# Acts that are an event without anybody at whom they are aimed.
FREE = frozenset((Act.DEMAND,))
# What these acts are aimed at is told by the words of the content where the clause names no addressee.
AIMED = frozenset((Act.ACCUSE, Act.CRITICISE, Act.DENY, Act.THREATEN, Act.PRAISE, Act.DEMAND))


def verbal_drafts(stage: Stage) -> Iterator[Draft]:
    """The events that attributions are, in their order."""
    for attribution in stage.findings.attributions:
        type_ = TYPES.get(attribution.act)
        if type_ is None or not attribution.cue:
            continue
        yield from _draft(stage, attribution, type_)


def _draft(stage: Stage, attribution: Attribution, type_: EventType) -> Iterator[Draft]:
    actors = source_sides(stage, attribution)
    if not actors:
        return
    targets = _targets(stage, attribution, {party.code for party in actors})
    if not targets and attribution.act not in FREE:
        return
    cue = attribution.cue[0]
    token = stage.token_at(cue.start)
    content = Span(attribution.content[0].start, attribution.content[-1].end)
    for actor in actors:
        for target in targets or (None,):
            yield Draft(
                "attribution", attribution.act.value, type_, None, None, cue, token, stage.analysis.clause_of[token],
                actor, target, content, attribution=attribution.key,
            )  # fmt: skip


def source_sides(stage: Stage, attribution: Attribution) -> tuple[Party, ...]:
    """The sides that speak: those that the source names, else the speaker who goes on."""
    if attribution.source is not None:
        found = stage.parties.of_range(*stage.range_of(attribution.source))
        if found:
            return found
    if attribution.speaker is None:
        return ()
    party = stage.parties.named(attribution.speaker, attribution.source)
    return (party,) if party is not None else ()


def _targets(stage: Stage, attribution: Attribution, speaking: set[str]) -> tuple[Party, ...]:
    """At whom it is aimed: the addressee, else the subject of the content, else the first other side in it."""
    if attribution.to is not None:
        found = stage.parties.of_range(*stage.range_of(attribution.to))
        if not found:
            found = _owner_in(stage, attribution.to)
        if found:
            return tuple(party for party in found if party.code not in speaking) or found[:1]
    if attribution.act not in AIMED:
        return ()
    for span in attribution.content:
        first, last = stage.range_of(span)
        subject = _subject(stage, first, last, speaking)
        if subject:
            return subject
        for i in range(first, last):
            k = stage.analysis.phrase_of[i]
            if k < 0 or stage.phrases[k].first != i:
                continue
            found = stage.parties.of_full(k) or owners(stage, k)
            aimed = tuple(party for party in found if party.code not in speaking)
            if aimed:
                return aimed
    return ()


def _owner_in(stage: Stage, span: Span) -> tuple[Party, ...]:
    first, last = stage.range_of(span)
    k = next((stage.analysis.phrase_of[i] for i in range(first, last) if stage.analysis.phrase_of[i] >= 0), -1)
    return owners(stage, k) if k >= 0 else ()


def _subject(stage: Stage, first: int, last: int, speaking: set[str]) -> tuple[Party, ...]:
    for index in _clauses(stage, first, last):
        clause = stage.clauses[index]
        if clause.subject is None:
            continue
        found = stage.sides(clause, clause.subject)
        aimed = tuple(party for party in found if party.code not in speaking)
        if aimed:
            return aimed
    return ()


def _clauses(stage: Stage, first: int, last: int) -> Sequence[int]:
    seen: list[int] = []
    for i in range(first, last):
        index = stage.analysis.clause_of[i]
        if index >= 0 and index not in seen and first <= stage.clauses[index].first:
            seen.append(index)
    return seen
