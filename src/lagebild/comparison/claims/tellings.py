"""Tellings: what one document tells, piece by piece, each with the features by which it is compared."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import count
from typing import NamedTuple

from lagebild.comparison.amounts import with_bounds
from lagebild.comparison.claims.antecedents import (
    Whole,
    antecedent,
    in_sentence,
    just_before,
    named_before,
    says_something,
    told_by,
)
from lagebild.comparison.claims.concepts import Concept, is_speech, thing
from lagebild.comparison.claims.deeds import UNDERTAKING, USE
from lagebild.comparison.claims.drafts import FORCES, Draft, Drafting
from lagebild.comparison.claims.matter import Count, Matter
from lagebild.comparison.claims.pieces import Piece, pieces_of
from lagebild.comparison.claims.pointing import At, Pointing, is_of
from lagebild.comparison.claims.stances import BY_OBJECT, asks_what, counters, stance_of
from lagebild.comparison.claims.topics import Topic, topic_of
from lagebild.comparison.voices import Voices
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.claim import Stance, Telling, VoiceKind
from lagebild.model.holding import Holding
from lagebild.model.naming import place_name
from lagebild.model.span import Span

_CLAUSE = re.compile(r"[;…]\s|\sund\s")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
LEAST, LEAST_WITHOUT_VERB = 0.6, 1.1
"""Weight of the words of a piece that is worth comparing though it tells no deed and no number: a clause says something
that may be so or not, a mere name of things ("Spiele, Spiele, Spiele") has to say more."""
EMPTY = 1.0
"""Weight of the words of a piece that tells no deed, up to which it may only speak of what stands before it."""
EMPTY_COUNT, COUNTING = 1.3, 2.2
"""The same for a piece that gives a number, and one that says that it does."""
STANDING, SAID = ("untrue", "doubtful", "proof"), ("matters", "reports")
"""The lists of words that say that something is so or not, and of those for what others said."""
NEAR, FAR = 4, 12
"""So many pieces back is what "they" or "that" mean, and what a mere number counts."""
CLOSE = 2
"""So many pieces back is what "that" means; the report as a whole otherwise."""
FIRST, LATER = 6, 0.8
"""So many of the pieces that tell a deed may be what a document is of, each later one less than the one before."""
PRESENCE = "send"
"""What is told of forces that are somewhere: a row of same_matter."""
TELLING = 100
"""From this size on the same number within a report counts the same."""
ESTIMATING = frozenset({"RISE", "SINK", "PAY"})
"""Deeds that are none where a number is estimated: "erhöhte seine Schätzung"."""
LESSENED = 0.5
"""What a word of the piece before counts for one that speaks of "them"."""
_KINDS = ("deployment", "exchange", "breach", "threat", "event")
"""The order in which the record of a piece without a speaker is chosen: the more telling first."""
HEAD = 2
"""So many pieces are the head of a report: headline and lead."""


class Told(NamedTuple):
    """A telling and its matter."""

    telling: Telling
    matter: Matter


def told_in(holding: Holding, language: Language) -> tuple[Told, ...]:
    """What the document tells, in text order.

    A statement gives a telling for each sentence and each verb of it that tells something else; the author's own
    sentences too. Records that the same words tell are one telling, which has the features of all.
    """
    findings = holding.findings
    drafting = Drafting(findings, language)
    voices = Voices(findings, holding.people, language)
    drafts = [drafting.draft(piece) for piece in pieces_of(findings, language)]
    topic = topic_of(drafts, language)
    whole = [
        _fuller(item, drafting, language)
        for item in _all_in_context(drafts, _lead([_there(draft, language) for draft in drafts]), language)
    ]
    lists = word_lists(language, "claims")
    kept = [
        number for number, draft in enumerate(drafts)
        if (_is_enough(whole[number].draft) or asks_what(draft.all_words, language))
        and not _waits(draft, drafts[number + 1 : number + 2], lists)
        and not _is_for_readers(draft, lists)
    ]  # fmt: skip
    places = {number: at for at, number in enumerate(kept)}
    meant = {whole[number].means for number in kept}
    found: list[Told] = []
    begun: set[int] = set()
    for at, number in enumerate(kept):
        full, means = whole[number]
        telling = _telling(holding, full, voices, language, takes_up=means is not None)
        means = places.get(-1 if means is None else means)
        matter = _matter(telling, full, at, means=means, is_meant=number in meant, topic=topic)
        if telling.start in begun:
            telling = replace(telling, at=free_place(full.piece.spans[0].start, begun))
        begun.add(telling.start)
        found.append(Told(telling, matter))
    return tuple(found)


def free_place(start: int, begun: Set[int]) -> int:
    """Where a telling is said to begin that shows a subject of others too: its own first place that none has taken."""
    return next(place for place in count(start) if place not in begun)


def _fuller(item: Whole, drafting: Drafting, language: Language) -> Whole:
    """What by its own words says too little, with those of its verb and speaker: "Die Bank räumt die Freigabe ein"."""
    piece = item.draft.piece
    if _is_enough(item.draft) or piece.clause in ((), piece.spans):
        return item
    return Whole(_there(drafting.draft(replace(piece, spans=piece.clause)), language), None)


def _all_in_context(drafts: Sequence[Draft], lead: int | None, language: Language) -> list[Whole]:
    whole: list[Whole] = []
    topic = _there(drafts[lead], language) if lead is not None else None
    first = next((draft.named | draft.owners for draft in drafts if draft.named or draft.owners), frozenset[str]())
    told: list[int] = []
    for number, draft in enumerate(drafts):
        item = _in_context(draft, whole, told, lead, language)
        if topic is not None and lead is not None and lead > len(whole) and _points_ahead(draft, language):
            item = Whole(_lent_all(draft, topic), lead)
        if not item.draft.sides and not item.draft.lent:
            item = item._replace(draft=item.draft._replace(lent=first))
        whole.append(item)
        if says_something(item.draft):
            told.append(number)
    return whole


def _points_ahead(draft: Draft, language: Language) -> bool:
    """Whether it takes a stand on what only comes: "Nordkorea bestätigt nichts", a headline."""
    small, lists = {word.casefold() for word in draft.all_words}, word_lists(language, "claims")
    return (
        draft.piece.about is None
        and _takes_a_stand(draft, small, lists)
        and _is_empty(draft, _saying(draft, lists, language))
    )


def _lead(drafts: Sequence[Draft]) -> int | None:
    """What the document is of: of the first pieces that tell a deed the one with most in common with all others."""
    telling = [number for number, draft in enumerate(drafts) if draft.main and (draft.sides or draft.grounds)]

    def central(number: int) -> float:
        one = drafts[number]
        common = sum(2 * len(one.main & other.acts) + len(one.things & other.things) for other in drafts)
        return common * LATER ** telling.index(number) * (LATER if one.moods else 1)

    return min(telling[:FIRST], key=lambda number: (-central(number), number), default=None)


def _waits(draft: Draft, following: Sequence[Draft], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether the rest of the sentence says what it is of: "Angaben aus Seoul, wonach …"."""
    if draft.piece.about is not None or draft.points is not None or not _is_empty(draft):
        return False
    if any(word.casefold() in lists[name] for word in draft.all_words for name in STANDING):
        return False
    return any(item.piece.sentence == draft.piece.sentence for item in following)


def _is_for_readers(draft: Draft, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether the outlet speaks to its readers: "Klicke hier", "Hol dir deinen Gratismonat"."""
    return draft.piece.said is None and any(word.casefold() in lists["addressing"] for word in draft.all_words)


def _is_enough(draft: Draft) -> bool:
    """Whether there is something to compare: a deed, something counted, or words enough. Nobody has to be named whom we
    know: "Der Brand ist gelöscht" may be so or not as well."""
    if draft.main or (draft.figures and (draft.concepts or draft.context)):
        return True
    return sum(draft.concepts.values()) >= (LEAST if draft.is_clause else LEAST_WITHOUT_VERB)


def _in_context(
    draft: Draft, before: Sequence[Whole], told: Sequence[int], lead_number: int | None, language: Language
) -> Whole:
    """The piece with what stands before it, as far as it speaks of that; `told` are the places before it of what says
    something.

    What says only that reports are wrong, or gives no more than a figure, is of the matter of the piece before ("das",
    "dafür") or, without such a word, of what the document is of. "Sie" and "dort" lend less.
    """
    lists = word_lists(language, "claims")
    small = {word.casefold() for word in draft.all_words}
    near = told[-1] if told and told[-1] >= len(before) - NEAR else None
    if lead_number is not None and lead_number >= len(before):
        lead_number = near
    if draft.piece.about is not None:
        about = draft.piece.about
        meant = just_before(draft, [n for n, item in enumerate(before) if _overlaps(item, about)], before)
        if meant is not None:
            return Whole(_pointing(draft, before[meant].draft), meant)
    if draft.points is None and draft.piece.about is not None and draft.piece.about.start > draft.piece.start:
        return Whole(draft, in_sentence(draft, before))  # what it is of only comes
    points = draft.points or (Pointing(At.THAT, (), Stance.ASSERTS) if draft.piece.about is not None else None)
    if points is not None:
        number = antecedent(draft, points, before, lead_number, language)
        if number is not None:
            return Whole(_pointing(draft, before[number].draft), number)
    gapped = _gapped(draft, before)
    if gapped is not None:
        return Whole(_pointing(draft, before[gapped].draft), gapped)
    if draft.figures and not lists["numbers"].isdisjoint(small):
        same = [number for number in told if before[number].draft.main and _same_number(draft, before[number].draft)]
        if same:
            return _taking_up(draft, before, same[-1])
    if _only_counts(draft, small, lists) and lists["there"].isdisjoint(draft.around):
        counted = [
            number for number in told[-FAR:] if before[number].draft.main and _counts_people(before[number].draft)
        ]
        same = [
            number for number in told[-FAR:]
            if before[number].means is None and _tells_of_same_people(draft, before[number].draft, lists)
        ]  # fmt: skip
        return _taking_up(draft, before, counted[-1] if counted else same[-1] if same else lead_number)
    named = named_before(draft, before) if _says_yes_or_no(draft, lists, language) else None
    if named is not None:
        return _taking_up(draft, before, named)
    stands = _takes_a_stand(draft, small, lists) and not draft.tells_of_what
    if stands and _is_empty(draft, _saying(draft, lists, language)):
        means_all = not small.isdisjoint(lists["matters"])
        close = near if near is not None and near >= len(before) - CLOSE else None
        return _taking_up(draft, before, close if means_all and close is not None else lead_number)
    full = _lent_some(_of_whom(draft, before[-NEAR:]), before[near].draft if near is not None else None, lists)
    return Whole(_there(full, language), None)


def _overlaps(item: Whole, about: Span) -> bool:
    return any(span.overlaps(about) for span in item.draft.piece.spans)


def _gapped(draft: Draft, before: Sequence[Whole]) -> int | None:
    """What it is of that only gives another number by the verb before: "Rom spricht von 80, Bern von 90"."""
    if not before or draft.is_clause or not draft.figures or not _is_empty(draft):
        return None
    last = before[-1]
    same = last.draft.piece.sentence == draft.piece.sentence and bool(last.draft.figures)
    return last.means if same else None


def _tells_of_same_people(draft: Draft, other: Draft, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is the other that speaks of these people first, and tells what they do."""
    speaks_first = lists["anaphors"].isdisjoint(word.casefold() for word in other.all_words)
    return bool(draft.people & other.people and other.main) and speaks_first


def _says_yes_or_no(draft: Draft, lists: Mapping[str, frozenset[str]], language: Language) -> bool:
    """Whether somebody denies, confirms or makes known what he hardly names: "bestätigte die Durchsuchung"."""
    said = draft.piece.said
    if said is None or said.rule != BY_OBJECT or draft.sides or draft.owners or draft.places or draft.grounds:
        return False
    if any(word.casefold() in lists["requests"] or is_of("none", word, language) for word in draft.all_words):
        return False
    named = any(is_of("naming", word, language) for word in draft.all_words[:1])
    if not named or not lists["refusing"].isdisjoint(draft.cue):
        return False
    return any(is_of(name, word, language) for word in draft.cue for name in ("deny", "confirm", "announce"))


def _taking_up(draft: Draft, before: Sequence[Whole], number: int | None) -> Whole:
    if number is None:
        return Whole(draft, None)
    source = before[number]
    elsewhere = bool(draft.places or draft.grounds or draft.moods - source.draft.moods)
    return Whole(_lent_all(draft, source.draft), None if elsewhere else number)


def _pointing(draft: Draft, source: Draft) -> Draft:
    """The piece as one that has nothing of its own but who says it, when, and what number."""
    return source._replace(
        piece=draft.piece, all_words=draft.all_words, cue=draft.cue, figures=draft.figures, days=draft.days,
        text=draft.text, around=draft.around, beside=draft.beside, event=draft.event, where=draft.where,
        is_clause=draft.is_clause, points=draft.points, source=draft.source, paragraph=draft.paragraph,
        counts_people=draft.counts_people,
    )  # fmt: skip


def _behind(units: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """The words of another piece, behind these."""
    last = max(others.values(), default=-1) + 1
    return {name: last + number for name, number in units.items()}


def _counts_people(draft: Draft) -> bool:
    return bool(draft.people) and draft.counts_people


def _same_number(one: Draft, other: Draft) -> bool:
    """Whether they give the same number, of a size that is no chance."""
    numbers = {(item.low, item.high) for item in other.figures if item.unit is None}
    return any((item.low, item.high) in numbers and (item.low or 0) >= TELLING for item in one.figures)


def _lent_all(draft: Draft, source: Draft) -> Draft:
    """The piece as one that is of the very matter of another."""
    return draft._replace(
        sides=draft.sides | source.sides,
        named=source.named,
        owners=draft.owners or source.owners,
        lent=source.lent,
        concepts={**source.concepts, **draft.concepts},
        units={**_behind(source.units, draft.units), **draft.units},
        context=source.context,
        words={**source.words, **draft.words},
        deeds=draft.deeds or source.deeds,
        acts=source.acts,
        maybe=draft.maybe | source.maybe,
        main=source.main,
        is_nominal=source.is_nominal,
        passing=source.passing,
        things=draft.things | source.things,
        people=draft.people | source.people,
        moods=draft.moods | source.moods,
        actor=draft.actor or source.actor,
        recipient=draft.recipient or source.recipient,
        places=draft.places if draft.places or draft.grounds else source.places,
        grounds=draft.grounds or source.grounds,
        is_region=draft.is_region or source.is_region,
        period=draft.period or source.period,
    )


def _of_whom(draft: Draft, before: Sequence[Whole]) -> Draft:
    """The piece with whose people it is about, where it only says "the soldiers", or only gives their number."""
    counts = draft.counts_people and bool(draft.acts)
    if draft.owners or draft.named or not (draft.people or counts):
        return draft
    beside = [item for item in reversed(before) if item.draft.piece.sentence == draft.piece.sentence]
    told = [(item, item.draft.owners or item.draft.named) for item in beside]  # "12.000 Mann, darunter 500 Offiziere"
    told += [(item, item.draft.owners) for item in reversed(before)]
    told += [(item, item.draft.named) for item in reversed(before) if item.draft.own_people]
    for item, owners in told:
        if owners and (draft.people & item.draft.people or (counts and not draft.people and item.draft.people)):
            people = draft.people or item.draft.people
            return draft._replace(owners=owners, people=people, things=draft.things | people)
    return draft


def _lent_some(draft: Draft, near: Draft | None, lists: Mapping[str, frozenset[str]]) -> Draft:
    """The piece with whom and what "they" and "there" mean."""
    if not draft.sides and not lists["persons"].isdisjoint(word.casefold() for word in draft.all_words):
        draft = draft._replace(lent=draft.beside)
    if near is None:
        return draft
    small = draft.around if draft.figures and not draft.acts else {word.casefold() for word in draft.all_words}
    refers = not lists["anaphors"].isdisjoint(small)
    if not lists["persons"].isdisjoint(small) and near.owners and not draft.named:
        draft = draft._replace(owners=draft.owners | near.owners)
    lent = near.sides | near.lent if refers or not draft.sides - draft.grounds else frozenset[str]()
    full = draft._replace(lent=(lent | draft.lent) - draft.sides)
    if not refers:
        return full
    context = {
        name: weight * LESSENED for name, weight in {**near.context, **near.concepts}.items()
        if name not in draft.concepts
    }  # fmt: skip
    people = draft.people or near.people
    units = {**_behind(near.units, draft.units), **draft.units}
    there = not lists["there"].isdisjoint(small) and not draft.places
    return full._replace(
        context=context,
        units=units,
        words={**near.words, **draft.words},
        people=people,
        things=draft.things | people,
        places=near.places if there else draft.places,
        grounds=near.grounds if there else draft.grounds,
        is_region=near.is_region if there else draft.is_region,
        owners=draft.owners or (near.owners if people and not draft.people and not draft.named else frozenset()),
    )


def _there(draft: Draft, language: Language) -> Draft:
    """Forces of which is only told where they are have been sent there; those that are only made ready are to be."""
    forces, sending = (thing(name, language) for name in (FORCES, PRESENCE))
    lists = word_lists(language, "claims")
    small = {word.casefold() for word in draft.all_words}
    arrived = not small.isdisjoint(lists["arriving"]) and not small.isdisjoint(lists["persons"])
    made_ready = draft.main & UNDERTAKING and draft.main <= UNDERTAKING | USE
    if made_ready and draft.own_people and forces.name in draft.things:
        return _sent(draft, sending)
    if draft.main or forces.name not in draft.things or not (draft.places or draft.grounds or arrived):
        return draft
    counted = any(one.unit is None for one in draft.figures)
    if not draft.is_clause and draft.people - {forces.name}:
        return draft  # "darunter 500 Offiziere"
    is_there = draft.own_people or counted or draft.own_places or arrived
    if not is_there or not draft.is_presence:
        return draft
    return _sent(draft, sending)


def _sent(draft: Draft, sending: Concept) -> Draft:
    """The piece as one that tells, in other words, that forces are sent."""
    return draft._replace(
        acts=draft.acts | {sending.name}, main=draft.main | {sending.name}, is_nominal=False,
        concepts={**draft.concepts, sending.name: sending.weight},
        units={sending.name: max(draft.units.values(), default=-1) + 1, **draft.units},
        words={sending.name: "", **draft.words},
    )  # fmt: skip


def _only_counts(draft: Draft, small: Set[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether it gives a number for what stands before: "Kiew spricht von 12.000"."""
    if not draft.figures or any(one.unit is not None for one in draft.figures):
        return False
    if draft.places or draft.grounds or draft.named:
        return False
    own = sum(weight for name, weight in draft.concepts.items() if name not in draft.people | ESTIMATING)
    says = not lists["numbers"].isdisjoint(small)
    return own <= (COUNTING if says else EMPTY_COUNT) and not draft.main - (ESTIMATING if says else frozenset())


def _takes_a_stand(draft: Draft, small: Set[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether it says of what others said that it is so or not."""
    said = draft.piece.said
    small = {*small, *draft.cue}
    if lists["silent"].intersection(small):
        return False
    stands = said is not None and said.act in {Act.DENY, Act.CONFIRM}
    stands = stands or any(not lists[name].isdisjoint(small) for name in STANDING)
    return stands and any(not lists[name].isdisjoint(small) for name in SAID)


def _is_empty(draft: Draft, saying: Set[str] = frozenset()) -> bool:
    """Whether it may only speak of what stands before it; `saying` are names that tell nothing of it themselves."""
    where = draft.places or draft.grounds
    things = draft.things - saying
    if draft.acts - saying or (things and (where or draft.figures)) or (where and draft.figures):
        return False
    return told_by(draft, draft.concepts.keys() - saying) <= EMPTY


def _saying(draft: Draft, lists: Mapping[str, frozenset[str]], language: Language) -> frozenset[str]:
    """What the words for the stand, and for what others said, may mean besides."""
    standing = frozenset().union(draft.cue, *(lists[name] for name in (*STANDING, *SAID)))
    return frozenset(
        name for name, word in draft.words.items() if word.casefold() in standing or is_speech(word, language)
    )


def _matter(telling: Telling, draft: Draft, number: int, *, means: int | None, is_meant: bool, topic: Topic) -> Matter:
    voice = telling.voice
    return Matter(
        document=telling.document,
        number=number,
        start=draft.piece.start,
        day=telling.day,
        voice=voice.name.split()[-1] if voice.name and voice.kind is not VoiceKind.OUTLET else None,
        stance=telling.stance if telling.stance is not Stance.ASSERTS else None,
        sides=draft.sides,
        lent=draft.lent,
        named=draft.named,
        acts=draft.acts,
        maybe=draft.maybe,
        main=draft.main,
        is_nominal=draft.is_nominal and bool(draft.acts),
        things=draft.things,
        moods=draft.moods,
        owners=draft.owners,
        concepts=draft.concepts,
        units={name: draft.units[name] for name in (*draft.concepts, *draft.context)},
        context=draft.context,
        deeds=draft.deeds,
        actor=draft.actor,
        recipient=draft.recipient,
        places=draft.places,
        grounds=draft.grounds,
        period=draft.period,
        passing=draft.passing,
        is_region=draft.is_region,
        means=means,
        is_meant=is_meant,
        text=draft.text,
        topic=topic.names,
        recurring=topic.recurring,
        head=number <= HEAD,
        counts=tuple(Count(item.low, item.high, item.unit, item.counted) for item in draft.figures),
        first_day=draft.days[0],
        last_day=draft.days[1],
        words=draft.words,
    )


def _telling(holding: Holding, draft: Draft, voices: Voices, language: Language, *, takes_up: bool) -> Telling:
    piece, event = draft.piece, draft.event
    day = holding.findings.document.date
    text = holding.findings.document.text
    kind, record = _record(piece, draft)
    statuses = [event.status] if event is not None else []
    heard = voices.heard(piece.said)
    main = _main_words(draft, text, language)
    voice = voices.of(piece.said, piece.spans[0])
    voiced = heard is None and voice.kind is VoiceKind.SPEAKER
    stance = stance_of(heard, draft.all_words, statuses, language, cue=_cue(heard, text), main=main, voiced=voiced)
    if draft.points is not None and takes_up:
        stance = draft.points.stance
    return Telling(
        document=holding.key,
        kind=kind,
        record=record,
        spans=piece.shown,
        words=" … ".join(span.of(text) for span in piece.shown),
        day=day.isoformat() if day else None,
        voice=voice,
        stance=Stance.DOUBTS if (stance is Stance.ASSERTS or takes_up) and _is_asked(piece, text) else stance,
        type=event.type.value if event else None,
        actor=draft.actor,
        recipient=draft.recipient,
        first_day=draft.days[0],
        last_day=draft.days[1],
        place=draft.where[0],
        country=draft.where[1],
        figures=tuple(with_bounds(item, item.span.of(text), language) for item in draft.figures),
        sides=tuple(sorted(draft.sides | draft.grounds)),
        act=_act(piece.said, text, language),
        records=tuple(dict.fromkeys(item.record.key for item in piece.placed)),
    )


def _act(said: Attribution | None, text: str, language: Language) -> str | None:
    if said is None:
        return None
    return Act.SAY.value if counters(said, _cue(said, text), language) else said.act.value


def _is_asked(piece: Piece, text: str) -> bool:
    """Whether a question mark follows."""
    end = piece.shown[-1].end
    return text[end : end + 1] == "?"


def _main_words(draft: Draft, text: str, language: Language) -> list[str] | None:
    """The words of the clauses that tell the main deed, else of the first before "but"; None where that is all."""
    told = [part for span in draft.piece.spans for part in _but(language).split(span.of(text))]
    deeds = {draft.words[name] for name in draft.main if draft.words.get(name)}
    words = [_WORD.findall(clause) for part in told for clause in _CLAUSE.split(part)]
    telling = [word for clause in words if not deeds.isdisjoint(clause) for word in clause]
    return telling or (_WORD.findall(told[0]) if len(told) > len(draft.piece.spans) else None)


@cache
def _but(language: Language) -> re.Pattern[str]:
    return re.compile(rf",\s(?=(?:{'|'.join(sorted(word_lists(language, 'comparing')['but']))})\s)")


def _cue(said: Attribution | None, text: str) -> list[str]:
    """The words by which it is said, with what negates who says it ("weder Moskau noch Pjöngjang")."""
    if said is None:
        return []
    before = text[: said.source.start].split()[-1:] if said.source is not None else []
    return [*before, *(word for span in said.cue for word in span.of(text).split())]


def _record(piece: Piece, draft: Draft) -> tuple[str, str]:
    if piece.said is not None:
        return "attribution", piece.said.key
    for kind in _KINDS:
        for item in piece.placed:
            if item.kind == kind and (kind != "event" or item.record is draft.event):
                return kind, item.record.key
    return "sentence", place_name(Span(piece.spans[0].start, piece.spans[-1].end))
