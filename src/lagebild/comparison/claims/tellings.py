"""Tellings: what one document tells, piece by piece, with the features by which it is compared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from lagebild.comparison.claims.concepts import concepts_of
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.pieces import Piece, Placed, pieces_of
from lagebild.comparison.claims.stances import is_negated, stance_of
from lagebild.comparison.claims.voices import Voices
from lagebild.language.load import Language
from lagebild.model.attribution import Attribution
from lagebild.model.claim import Figure, Telling
from lagebild.model.days import days_of
from lagebild.model.entity import EntityKind
from lagebild.model.event import Event, Party
from lagebild.model.holding import Holding
from lagebild.model.naming import place_name
from lagebild.model.near import Near
from lagebild.model.place import PlaceKind
from lagebild.model.span import Span

LEAST = 1.2
"""Weight of the words of a piece that is worth comparing, besides whom it names."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_NAMES = frozenset({"name", "surname", "acronym", "demonym", "capital", "government"})
"""Forms of mentions whose words say whom, and nothing of the matter."""
_KINDS = ("deployment", "exchange", "breach", "threat", "event")
"""The order in which the record of a piece without a speaker is chosen: the more telling first."""


def matters_of(holding: Holding, language: Language) -> tuple[Matter, ...]:
    """What the document tells, in text order.

    A statement gives a telling for each sentence and each verb of it that tells something else; the author's own
    sentences too. Records that the same words tell are one telling, which has the features of all.
    """
    reader = _Reader(holding, language)
    made = [reader.matter(piece) for piece in pieces_of(holding.findings, language)]
    return tuple(item for item in made if item is not None)


class _Reader:
    """One document with its records at hand by place."""

    def __init__(self, holding: Holding, language: Language) -> None:
        findings = holding.findings
        self._key = holding.key
        self._text = findings.document.text
        self._day = findings.document.date.isoformat() if findings.document.date else None
        self._language = language
        self._voices = Voices(findings, holding.people, language)
        self._people = holding.people
        self._entities = {item.key: item for item in findings.entities}
        self._mentions = Near(findings.mentions, lambda item: item.span)
        self._quantities = Near(findings.quantities, lambda item: item.span)
        self._timexes = Near(findings.timexes, lambda item: item.span)
        self._places = Near(findings.places, lambda item: item.span)
        self._verbal = {
            item.attribution: item for item in findings.events
            if item.attribution and not item.chain and item.rule
        }  # fmt: skip

    def matter(self, piece: Piece) -> Matter | None:
        """The piece with its features; None where it says too little to be compared."""
        mentions = [item for span in piece.spans for item in self._mentions.within(span)]
        named = [item.span for item in mentions if item.form in _NAMES]
        named += [item.span for span in piece.spans for item in self._timexes.overlapping(span)]
        named += [item.span for span in piece.spans for item in self._places.within(span)]
        words = [
            found[0] for span in piece.spans for found in _WORD.finditer(self._text, *span)
            if not any(place.start <= found.start() < place.end for place in named)
        ]  # fmt: skip
        adjectives = _adjectives(self._language)
        told = [(word, adjectives.get(_stem_of(word, adjectives))) for word in words]
        concepts = {
            item.name: item.weight for word, state in told if state is None
            for item in concepts_of(word, self._language)
        }  # fmt: skip
        sides = {side for item in mentions for side in self._side(item.entity)}
        sides.update(state for _, state in told if state is not None)
        event = _main(piece.placed, self._text)
        sides.update(filter(None, (_code(event.actor), _code(event.recipient)) if event else ()))
        places = [item for span in piece.spans for item in self._places.within(span)]
        figures = self._figures(piece.spans)
        if not sides and not places:
            return None
        if sum(concepts.values()) < LEAST and not (figures and concepts):
            return None
        telling = self._telling(piece, event, words, figures, sides)
        return Matter(
            telling,
            frozenset(sides),
            concepts,
            frozenset(item.record.type.value for item in piece.placed if item.kind == "event"),
            _code(event.actor) if event else None,
            _code(event.recipient) if event else None,
            frozenset(item.name for item in places if item.kind != PlaceKind.COUNTRY),
            figures,
            is_negated(words, self._language),
        )

    def _telling(
        self, piece: Piece, event: Event | None, words: Iterable[str], figures: tuple[Figure, ...],
        sides: Iterable[str],
    ) -> Telling:  # fmt: skip
        said = piece.said
        kind, record = self._record(piece, event)
        days = self._days(piece, event)
        place = self._place(piece, event)
        statuses = [event.status] if event is not None else []
        return Telling(
            document=self._key,
            kind=kind,
            record=record,
            spans=piece.spans,
            words=" … ".join(span.of(self._text) for span in piece.spans),
            day=self._day,
            voice=self._voices.of(said),
            stance=stance_of(said, words, statuses, self._language, cue=self._cue(said)),
            type=event.type.value if event else None,
            actor=_code(event.actor) if event else None,
            recipient=_code(event.recipient) if event else None,
            first_day=days[0],
            last_day=days[1],
            place=place[0],
            country=place[1],
            figures=figures,
            sides=tuple(sorted(sides)),
            act=said.act.value if said else None,
            records=tuple(dict.fromkeys(item.record.key for item in piece.placed)),
        )

    def _cue(self, said: Attribution | None) -> list[str]:
        """The words by which it is said."""
        return [word for span in said.cue for word in span.of(self._text).split()] if said is not None else []

    def _record(self, piece: Piece, event: Event | None) -> tuple[str, str]:
        if piece.said is not None:
            return "attribution", piece.said.key
        for kind in _KINDS:
            for item in piece.placed:
                if item.kind == kind and (kind != "event" or item.record is event):
                    return kind, item.record.key
        return "sentence", place_name(Span(piece.spans[0].start, piece.spans[-1].end))

    def _side(self, key: str) -> list[str]:
        """Who it is everywhere: the code of a state or body, else the key across documents, else the name."""
        entity = self._entities.get(key)
        if entity is None:
            return []
        if entity.code is not None and entity.kind != EntityKind.PERSON:
            return [entity.code]
        if entity.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}:
            return [self._people.get(key) or entity.known or entity.name]
        return []

    def _figures(self, spans: Sequence[Span]) -> tuple[Figure, ...]:
        found = [item for span in spans for item in self._quantities.within(span)]
        return tuple(
            Figure(
                item.span, item.low, item.high, item.approximation, item.unit,
                item.counted.of(self._text) if item.counted else None, item.part_of,
            )
            for item in found
        )  # fmt: skip

    def _days(self, piece: Piece, event: Event | None) -> tuple[str | None, str | None]:
        spans = (event.time,) if event is not None and event.time is not None else piece.spans
        found = [days for span in spans for item in self._timexes.overlapping(span) if (days := days_of(item))]
        return (found[0][0].isoformat(), found[0][1].isoformat()) if found else (None, None)

    def _place(self, piece: Piece, event: Event | None) -> tuple[str | None, str | None]:
        spans = (event.place,) if event is not None and event.place is not None else piece.spans
        found = [item for span in spans for item in self._places.overlapping(span)]
        found.sort(key=lambda item: item.kind == PlaceKind.COUNTRY)
        return (found[0].name, found[0].code) if found else (None, None)


def _main(placed: Sequence[Placed], text: str) -> Event | None:
    """The event that the piece is of: that of its first verb, else of its first noun."""
    events = [item for item in placed if item.kind == "event"]
    events.sort(key=lambda item: (not text[item.span.start].islower(), item.span, item.record.key))
    return events[0].record if events else None


@cache
def _adjectives(language: Language) -> dict[str, str]:
    """The codes of states by their adjectives without an ending."""
    rows = language.table("states", key=("code",))
    return {stem: row["code"] for row in rows for stem in row["adjectives"].split("|") if stem}


def _stem_of(word: str, adjectives: Mapping[str, str]) -> str:
    """The adjective of a state that the word is an inflected form of, else the word."""
    small = word.lower()
    for cut in (2, 1, 0):
        if small[: len(small) - cut] in adjectives:
            return small[: len(small) - cut]
    return small


def _code(party: Party | None) -> str | None:
    return party.code if party is not None else None
