"""Drafts: the features of a piece as far as its own words tell them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from lagebild.comparison.claims.concepts import Concept, concepts_of, is_speech, thing, with_particles
from lagebild.comparison.claims.pieces import Piece, Placed
from lagebild.comparison.identities.naming import name_of
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.claim import Figure
from lagebild.model.days import days_of
from lagebild.model.entity import EntityKind, Mention
from lagebild.model.event import Event, code_of
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.place import PlaceKind
from lagebild.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
FORCES = "soldiers"
DEPLOYMENT = ("send", FORCES)
"""What a deployment's words stand for, whatever they are, and those that only name forces and where they are: rows of
same_matter.tsv."""
MOODS = ("planned", "added")
"""Whether something is only to come, or added to what there is: lists of claims.toml."""
_NAMES = frozenset({"name", "surname", "acronym", "demonym", "capital", "government"})
"""Forms of mentions whose words say whom, and nothing of the matter."""


_BODIES = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.MEDIUM})


class Draft(NamedTuple):
    """A piece with its features; `content` are the words that stand for something, `all_words` all but names, times and
    places; `acts` are the concepts that are deeds; `speaks` whether a
    word says that somebody says something."""

    piece: Piece
    all_words: tuple[str, ...]
    content: tuple[str, ...]
    words: Mapping[str, str]
    speaks: bool
    sides: frozenset[str]
    lent: frozenset[str]
    acts: frozenset[str]
    things: frozenset[str]
    moods: frozenset[str]
    owners: frozenset[str]
    concepts: Mapping[str, float]
    context: Mapping[str, float]
    deeds: frozenset[str]
    event: Event | None
    actor: str | None
    recipient: str | None
    places: frozenset[str]
    figures: tuple[Figure, ...]
    days: tuple[str | None, str | None]
    where: tuple[str | None, str | None]


class Drafting:
    """One document with its records at hand by place."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self._text = findings.document.text
        self._language = language
        self._entities = {item.key: item for item in findings.entities}
        self._mentions = Near(findings.mentions, lambda item: item.span)
        self._quantities = Near(findings.quantities, lambda item: item.span)
        self._timexes = Near(findings.timexes, lambda item: item.span)
        self._places = Near(findings.places, lambda item: item.span)

    def draft(self, piece: Piece) -> Draft:
        """The piece with its features."""
        mentions = [item for span in piece.spans for item in self._mentions.within(span)]
        places = [item for span in piece.spans for item in self._places.within(span)]
        apart = [item.span for item in mentions if item.form in _NAMES or self._is_somebody(item)]
        apart += [item.span for item in places]
        apart += [item.span for span in piece.spans for item in self._timexes.overlapping(span)]
        words = tuple(
            found[0] for span in piece.spans for found in _WORD.finditer(self._text, *span)
            if not any(place.start <= found.start() < place.end for place in apart)
        )  # fmt: skip
        lists = word_lists(self._language, "claims")
        if words and any(self._text[: span.end].endswith(words[-1]) for span in piece.spans[-1:]):
            words = with_particles(words, self._language)
        states = [_state(word, self._language) for word in words]
        concepts: dict[str, float] = {}
        surface: dict[str, str] = {}
        content: list[str] = []
        named = [(word, item) for word, state in zip(words, states, strict=True) if state is None
                 for item in concepts_of(word, self._language)]  # fmt: skip
        named += self._people(mentions)
        forces = thing(FORCES, self._language)
        deployed = any(item.kind == "deployment" for item in piece.placed)
        if (deployed or (places and any(item == forces for _, item in named))) and not any(
            item.kind == "deed" for _, item in named
        ):
            named += [(name, thing(name, self._language)) for name in DEPLOYMENT]
        for word, item in named:
            concepts.setdefault(item.name, item.weight)
            surface.setdefault(item.name, word)
            content.append(word)
        event = main_event(piece.placed, self._text)
        sides = {side for item in mentions for side in self._side(item.entity)} | {state for state in states if state}
        acting = (code_of(event.actor), code_of(event.recipient)) if event is not None else (None, None)
        return Draft(
            piece=piece,
            all_words=words,
            content=tuple(dict.fromkeys(content)),
            words=surface,
            speaks=any(is_speech(word, self._language) for word in words),
            sides=frozenset(sides | {code for code in acting if code}),
            lent=frozenset(),
            acts=frozenset(item.name for _, item in named if item.kind == "deed"),
            things=frozenset(item.name for _, item in named if item.kind in {"people", "thing"}),
            owners=frozenset(self._owners(words, states, mentions)),
            moods=frozenset(mood for mood in MOODS if not lists[mood].isdisjoint(map(str.casefold, words))),
            concepts=concepts,
            context={},
            deeds=frozenset(item.record.type.value for item in piece.placed if item.kind == "event"),
            event=event,
            actor=acting[0],
            recipient=acting[1],
            places=frozenset(
                item.name.split()[-1]
                for item in places
                if item.kind != PlaceKind.COUNTRY and item.name not in _capitals(self._language)
            ),
            figures=self._figures(piece.spans),
            days=self._days(piece, event),
            where=self._where(piece, event),
        )

    def _is_somebody(self, item: Mention) -> bool:
        """Whether it means one person or body, whatever the words are."""
        entity = self._entities.get(item.entity)
        return entity is not None and entity.kind in _BODIES and item.form != "possessive"

    def _people(self, mentions: Sequence[Mention]) -> Iterator[tuple[str, Concept]]:
        """What a people's name stands for in this document: "die Nordkoreaner" where it tells of "nordkoreanische
        Soldaten"."""
        for item in mentions:
            entity = self._entities.get(item.entity)
            if item.form == "demonym" and entity is not None and entity.code in self._called:
                yield item.span.of(self._text), self._called[entity.code]

    def _owners(self, words: Sequence[str], states: Sequence[str | None], mentions: Sequence[Mention]) -> Iterator[str]:
        """The states by whose adjective people are named, or whose people's name stands there."""
        for (_, state), (following, _) in pairwise(zip(words, states, strict=True)):
            if state is not None and any(item.kind == "people" for item in concepts_of(following, self._language)):
                yield state
        for item in mentions:
            entity = self._entities.get(item.entity)
            if item.form == "demonym" and entity is not None and entity.code is not None:
                yield entity.code

    @cached_property
    def _called(self) -> dict[str, Concept]:
        """By whose adjective people are named in this document, and what they are, by what it says most often."""
        count: dict[str, Counter[Concept]] = {}
        words = [found[0] for found in _WORD.finditer(self._text)]
        for word, following in pairwise(words):
            state = _state(word, self._language) if word[0].islower() or word.endswith(("e", "r", "n")) else None
            for item in concepts_of(following, self._language) if state is not None else ():
                if item.kind == "people":
                    count.setdefault(state or "", Counter())[item] += 1
        return {state: min(told, key=lambda item: (-told[item], item)) for state, told in count.items()}

    def _side(self, key: str) -> list[str]:
        """Who it is everywhere: the code of a state or body, else the name; for who heads a state or
        body the surname and its code, as reports use one for the other."""
        entity = self._entities.get(key)
        if entity is None:
            return []
        if entity.kind == EntityKind.PERSON:
            surname = name_of(entity.name, self._language).surname
            return [surname, entity.code] if entity.code is not None else [surname]
        if entity.code is not None:
            return [entity.code]
        return [entity.known or entity.name] if entity.kind == EntityKind.ORGANISATION else []

    def _figures(self, spans: Sequence[Span]) -> tuple[Figure, ...]:
        return tuple(
            Figure(
                item.span, item.low, item.high, item.approximation, item.unit,
                item.counted.of(self._text) if item.counted else None, item.part_of,
            )
            for span in spans for item in self._quantities.within(span)
        )  # fmt: skip

    def _days(self, piece: Piece, event: Event | None) -> tuple[str | None, str | None]:
        spans = (event.time,) if event is not None and event.time is not None else piece.spans
        found = [days for span in spans for item in self._timexes.overlapping(span) if (days := days_of(item))]
        return (found[0][0].isoformat(), found[0][1].isoformat()) if found else (None, None)

    def _where(self, piece: Piece, event: Event | None) -> tuple[str | None, str | None]:
        spans = (event.place,) if event is not None and event.place is not None else piece.spans
        found = [item for span in spans for item in self._places.overlapping(span)]
        found.sort(key=lambda item: item.kind == PlaceKind.COUNTRY)
        return (found[0].name, found[0].code) if found else (None, None)


def main_event(placed: Sequence[Placed], text: str) -> Event | None:
    """The event that the piece is of: that of its first verb, else of its first noun."""
    events = [item for item in placed if item.kind == "event"]
    events.sort(key=lambda item: (not text[item.span.start].islower(), item.span, item.record.key))
    return events[0].record if events else None


def _state(word: str, language: Language) -> str | None:
    """The state whose adjective the word is."""
    adjectives, small = _adjectives(language), word.lower()
    return next(
        (adjectives[small[: len(small) - cut]] for cut in (2, 1, 0) if small[: len(small) - cut] in adjectives), None
    )


@cache
def _capitals(language: Language) -> frozenset[str]:
    """The capitals of states, by which reports mean the states."""
    rows = language.table("states", key=("code",))
    return frozenset(name for row in rows for name in row["capitals"].split("|") if name)


@cache
def _adjectives(language: Language) -> dict[str, str]:
    """The codes of states by their adjectives without an ending."""
    rows = language.table("states", key=("code",))
    return {stem: row["code"] for row in rows for stem in row["adjectives"].split("|") if stem}
