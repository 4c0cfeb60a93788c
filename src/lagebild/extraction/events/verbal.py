"""Verbal events: an accusation, demand, refusal, threat or praise that is an attribution already."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extraction.events.demanded import doers_of_demanded
from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.nouns import noun_sides, row_of
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_unreal, looms
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbs import MOVES
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

TYPES: dict[Act, EventType] = {
    Act.ACCUSE: EventType.ACCUSE,
    Act.CRITICISE: EventType.ACCUSE,
    Act.DEMAND: EventType.REQUEST,
    Act.DENY: EventType.REJECT,
    Act.THREATEN: EventType.THREATEN,
    Act.PRAISE: EventType.SUPPORT,
    Act.WARN: EventType.THREATEN,
}
# Acts that are an event without anybody at whom they are aimed.
FREE = frozenset((Act.DEMAND,))
# Acts that are an event only where the clause itself names at whom they are aimed.
ADDRESSED = frozenset((Act.WARN,))
# What the accused, criticised or praised did stands in the content; its doer is meant.
DONE = frozenset((Act.ACCUSE, Act.CRITICISE, Act.PRAISE, Act.DENY))
# What a state does to its own people.
DOMESTIC = frozenset((EventType.COERCE,))
PRIVATE = ("-CVL", "-MED", "-JUD")


def verbal_drafts(stage: Stage) -> Iterator[Draft]:
    """The events that attributions are, in their order."""
    for attribution in stage.findings.attributions:
        type_ = TYPES.get(attribution.act)
        if type_ is not None and attribution.cue and not (_is_mild(stage, attribution) or _looms(stage, attribution)):
            yield from _drafts(stage, attribution, type_)


def _is_mild(stage: Stage, attribution: Attribution) -> bool:
    """As in "bedauerte den Schritt": a regret or a doubt that accuses nobody."""
    return stage.tokens[stage.token_at(attribution.cue[0].start)].lemma in stage.words["mild"]


def _looms(stage: Stage, attribution: Attribution) -> bool:
    """As in "wegen des Streits mit Brüssel droht dem Land eine Strafe": nobody threatens."""
    index = stage.analysis.clause_of[stage.token_at(attribution.cue[0].start)]
    return attribution.act is Act.THREATEN and index >= 0 and looms(stage, stage.clauses[index])


def addressed(stage: Stage) -> dict[str, tuple[Party, Party | None]]:
    """For the key of each attribution by a side who speaks and at whom it is aimed."""
    found: dict[str, tuple[Party, Party | None]] = {}
    for attribution in stage.findings.attributions:
        speakers = source_sides(stage, attribution)
        if speakers:
            target = _addressee(stage, attribution)
            found[attribution.key] = (speakers[0], target[0] if target else None)
    return found


def _drafts(stage: Stage, attribution: Attribution, type_: EventType) -> Iterator[Draft]:
    actors: Sequence[Party | None] = source_sides(stage, attribution)
    if not actors and _is_unnamed(stage, attribution):
        actors = (None,)
    targets: Sequence[Party | None] = _targets(stage, attribution, {p.code for p in actors if p is not None})
    if attribution.act is Act.DEMAND:
        targets = [target for target in targets if target is None or not target.code.endswith(PRIVATE)]
    if not targets and (_addressee(stage, attribution) or not _is_free(stage, attribution)):
        return
    cue = _cue(stage, attribution)
    token = stage.token_at(cue.start)
    content = Span(attribution.content[0].start, attribution.content[-1].end)
    for actor in actors:
        for target in targets or (None,):
            private = actor is not None and actor.code.endswith(PRIVATE)
            if attribution.act is Act.DEMAND and _is_free(stage, attribution):
                private = False
            if private and (target is None or target.code.endswith(PRIVATE)):
                continue
            yield Draft(
                "attribution", attribution.act.value, type_, None, None, cue, token, stage.analysis.clause_of[token],
                actor, target, content, attribution=attribution.key, unreal=_is_open(stage, token),
                needs="actor" if attribution.act in FREE else "both",
            )  # fmt: skip


def _is_unnamed(stage: Stage, attribution: Attribution) -> bool:
    """As in "den Behörden wird vorgeworfen": whoever accuses a side that stands there."""
    if attribution.act is not Act.ACCUSE or attribution.source is not None:
        return False
    if any(stage.tokens[stage.token_at(span.start)].lemma in stage.words["ascribing"] for span in attribution.cue):
        return False  # What is ascribed to somebody is an act of his own, which its noun tells.
    return any(not party.code.endswith(PRIVATE) for party in _addressee(stage, attribution))


def _is_open(stage: Stage, token: int) -> bool:
    """As in "ob sie dafür plädieren wird", "könnte fordern": the cue itself tells of what may be."""
    index = stage.analysis.clause_of[token]
    return index >= 0 and token in stage.clauses[index].predicate and is_unreal(stage, stage.clauses[index])


def _is_free(stage: Stage, attribution: Attribution) -> bool:
    """Whether it is an event though nobody is named at whom it is aimed: a demand in so many words; a denial answers
    whoever accuses."""
    if attribution.act is not Act.DEMAND:
        return True
    words = stage.words["demands"]
    return any(stage.tokens[stage.token_at(span.start)].lemma in words for span in attribution.cue)


def _cue(stage: Stage, attribution: Attribution) -> Span:
    """The word that says what is done: the last participle ("hat angerufen und aufgefordert"), else the first word."""
    participles = [span for span in attribution.cue if stage.tokens[stage.token_at(span.start)].tag == "VVPP"]
    return participles[-1] if participles else attribution.cue[0]


def source_sides(stage: Stage, attribution: Attribution) -> tuple[Party, ...]:
    """The sides that speak: those that the source names, else the speaker who goes on."""
    known = stage.speaking.get(attribution.key)
    if known is None:
        known = stage.speaking[attribution.key] = _source_sides(stage, attribution)
    return known


def _source_sides(stage: Stage, attribution: Attribution) -> tuple[Party, ...]:
    if attribution.speaker in stage.cast.people:
        party = stage.parties.named(attribution.speaker, attribution.source)
        if party is not None or attribution.source is None:
            return (party,) if party is not None else ()
    if attribution.source is not None:
        found = stage.whole_of(attribution.source)
        if found or attribution.speaker in stage.cast.people:
            return found
    if attribution.speaker is None:
        return ()
    party = stage.parties.named(attribution.speaker, attribution.source)
    return (party,) if party is not None else ()


def _addressee(stage: Stage, attribution: Attribution) -> tuple[Party, ...]:
    if attribution.to is None or (attribution.source is not None and attribution.source.overlaps(attribution.to)):
        return ()
    first, last = stage.range_of(attribution.to)
    k = next((stage.analysis.phrase_of[i] for i in range(first, last) if stage.analysis.phrase_of[i] >= 0), -1)
    return (stage.parties.of_full(k) or owners(stage, k)) if k >= 0 else ()


def _asked(stage: Stage, attribution: Attribution) -> tuple[Party, ...]:
    """As in "hat den Senator aufgefordert": of whom it is demanded, as the object of the cue."""
    index = stage.analysis.clause_of[stage.token_at(attribution.cue[0].start)]
    if attribution.act is not Act.DEMAND or index < 0 or stage.clauses[index].lemma not in stage.words["asking"]:
        return ()
    clause = stage.clauses[index]
    source = attribution.source
    for k in stage.standing(clause, "akk"):
        apart = source is None or not source.overlaps(stage.parties.span_of(stage.phrases[k]))
        if apart and (found := stage.sides(clause, k)):
            return found
    return ()


def _targets(stage: Stage, attribution: Attribution, speaking: set[str]) -> tuple[Party, ...]:
    """At whom it is aimed: the addressee; else who did what the content tells."""
    found = _addressee(stage, attribution) or _asked(stage, attribution)
    if found:
        others = tuple(p for p in found if p.code not in speaking or _is_official(stage, p))
        return others or _last_other(stage, found[0].span, speaking)
    if attribution.act in ADDRESSED:
        return ()
    if attribution.act is Act.THREATEN:
        return _threatened(stage, attribution, speaking)
    for span in attribution.content:
        first, last = stage.range_of(span)
        clauses = _clauses(stage, first, last)
        if clauses:
            subject = _subject(stage, clauses, speaking)
            if subject or attribution.form is not Form.REPORTED:
                return subject
        if attribution.act is Act.DEMAND:
            doers = tuple(party for party in doers_of_demanded(stage, first, last) if party.code not in speaking)
            if doers:
                return doers[:1]
            continue
        named = _first_side(stage, attribution, first, last, speaking)
        if named:
            return named
    return ()


def _last_other(stage: Stage, span: Span | None, speaking: set[str]) -> tuple[Party, ...]:
    """As in "er habe Putin angerufen und ihn aufgefordert": no pronoun beside the cue means who speaks himself."""
    at = stage.token_at(span.start) if span is not None else 0
    if stage.tokens[at].tag != "PPER":
        return ()
    first = stage.analysis.sentences[stage.analysis.sentence_of[at]].first
    for i in range(at - 1, first - 1, -1):
        k = stage.analysis.phrase_of[i]
        if k >= 0 and stage.phrases[k].first == i:
            aimed = tuple(party for party in stage.parties.of_phrase(k) if party.code not in speaking)
            if aimed:
                return aimed
    return ()


def _is_official(stage: Stage, party: Party) -> bool:
    """Whether an office of a state and not the state is named: one minister may ask another, but no state itself."""
    if party.span is None or not stage.parties.sides.is_state(party.code):
        return False
    k = stage.analysis.phrase_of[stage.token_at(party.span.start)]
    return (
        k >= 0 and stage.tokens[stage.phrases[k].head].tag == "NN" and stage.parties.bodies.of(stage.phrases[k]) is None
    )


def _threatened(stage: Stage, attribution: Attribution, speaking: set[str]) -> tuple[Party, ...]:
    """The first state or organisation that the threat names beside the speaker."""
    for span in attribution.content:
        first, last = stage.range_of(span)
        for i in range(first, last):
            k = stage.analysis.phrase_of[i]
            if k >= 0 and stage.phrases[k].first == i:
                found = stage.parties.of_full(k)
                aimed = tuple(party for party in found if party.code not in speaking and party.code.isupper())
                if aimed:
                    return aimed
    return ()


def _first_side(stage: Stage, attribution: Attribution, first: int, last: int, speaking: set[str]) -> tuple[Party, ...]:
    """The doer of the act that the content names, else the first other side in it."""
    for i in range(first, last):
        k = stage.analysis.phrase_of[i]
        if k < 0 or stage.phrases[k].first != i:
            continue
        row = row_of(stage, k) if attribution.act in DONE else None
        if row is not None:
            sides = noun_sides(stage, k, row)
            done = (*sides.actor, *sides.recipient) if "both" in row.recipient else sides.actor
            if not done and row.type in DOMESTIC:
                done = tuple(_state_of(stage, side) for side in sides.recipient)
            if not done:
                return ()
            return tuple(party for party in done if party.code not in speaking)
        found = stage.parties.of_full(k) or owners(stage, k)
        aimed = tuple(party for party in found if party.code not in speaking)
        if aimed:
            return aimed
    return ()


def _state_of(stage: Stage, party: Party) -> Party:
    """As in "verurteilte die Festnahme des Oppositionellen": it is their own state that arrests its people."""
    state = party.code.partition("-")[0]
    return replace(party, code=state) if stage.parties.sides.is_state(state) else party


def _subject(stage: Stage, clauses: Sequence[int], speaking: set[str]) -> tuple[Party, ...]:
    aimed: dict[str, Party] = {}
    for index in clauses:
        clause = stage.clauses[index]
        opener = stage.tokens[clause.opener].text.lower() if clause.opener is not None else ""
        if aimed and opener not in stage.words["parallel"]:
            continue
        subject = stage.subject(clause)
        if clause.passive:
            found = stage.actor_of(index) or _mover(stage, index)
        elif subject is not None:
            found = stage.sides(clause, subject) or owners(stage, subject)
        else:
            continue
        aimed.update((party.code, party) for party in found if party.code not in speaking)
    return tuple(aimed.values())


def _mover(stage: Stage, index: int) -> tuple[Party, ...]:
    """As in "Schiffe der USA wurden entsandt": whose the things are that were moved."""
    clause = stage.clauses[index]
    moved = any(row.type in MOVES for row in stage.lexicon.verbs.get(clause.lemma, ()))
    return owners(stage, clause.subject) if moved and clause.subject is not None else ()


def _clauses(stage: Stage, first: int, last: int) -> Sequence[int]:
    """The clauses with a finite verb that begin in the content."""
    seen: list[int] = []
    for i in range(first, last):
        index = stage.analysis.clause_of[i]
        if index < 0 or index in seen or stage.clauses[index].first < first:
            continue
        if stage.clauses[index].finite is not None:
            seen.append(index)
    return seen
