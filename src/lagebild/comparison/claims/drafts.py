"""Drafts: the features of a piece as far as its own words tell them."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from lagebild.comparison.claims.clauses import has_verb
from lagebild.comparison.claims.concepts import (
    DEEDS,
    THINGS,
    Concept,
    concepts_of,
    doubtful_parts,
    hint,
    idioms_in,
    is_finite,
    is_speech,
    meanings_met,
    parts_of,
    settled,
    thing,
    with_particles,
)
from lagebild.comparison.claims.deeds import attributes, going_on, main_deeds, undertakes, without_moods
from lagebild.comparison.claims.fields import Fields
from lagebild.comparison.claims.forms import is_future
from lagebild.comparison.claims.matter import SHORT, SHORT_VERBATIM_WORDS, VERBATIM_WORDS
from lagebild.comparison.claims.pieces import Piece, Placed
from lagebild.comparison.claims.pointing import Pointing, has_any_of, is_idle, is_of, listed_in, pointing_in
from lagebild.comparison.identities.naming import name_of
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.claim import Figure
from lagebild.model.days import days_of
from lagebild.model.entity import EntityKind, Mention
from lagebild.model.event import Event, code_of
from lagebild.model.findings import Findings
from lagebild.model.keys import content_key
from lagebild.model.near import Near
from lagebild.model.place import Place, PlaceKind
from lagebild.model.span import Span
from lagebild.recent import Recent

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,;:.!?]|\s[–—]\s")
_WORD_OR_NUMBER = re.compile(r"\w+")
_NEXT = re.compile(r",\s([^,;:.!?]+)")
_LINE_END = re.compile(r"\n")
FORCES = "soldiers"
LOSSES = "CASUALTIES"
"""Whose dead they are says an adjective as it says whose soldiers: a row of same_matter."""
BEFORE = 2
"""So many words before a state tell that somebody is at its side."""
SAYING_NOTHING = ("anaphors", "untrue", "doubtful", "proof", "numbers")
"""Words that take a stand or speak of what stands before: lists of claims.toml."""
SAID = ("reports", "statements", "reproaches", "demands", "proof")
"""Nouns for what is said: lists of pointing.toml."""
HARDLY, A_WORD = 1.0, 0.9
"""Weight of the words up to which a sentence that points back tells nothing of its own, and of one of them."""
SOME = 5
"""From this number on it is told how many."""
DOING = DEEDS | {"aspect"}
"""Kinds of what a verb says."""
CHANGES = frozenset({"RISE", "SINK"})
"""What becomes of a deed's number is no deed besides it: losses rise, deliveries are cut."""
PLANNED = "planned"
"""The mood of what is only to come."""
STOPPED = "stopped"
"""The mood of what no longer is: what is stopped, and what is cut off."""
CUT_OFF, DELIVERY = "CUT OFF", "deliver"
"""Who cuts somebody off stops a delivery: rows of same_matter."""
STOPPING = frozenset({"STOP", CUT_OFF})
SHORTEST_NAME = 3
"""Letters of a part of a name."""
REGION = "REGION"
COUNTED_FORCES = "Mann"
DEPLOYMENT = ("send", FORCES)
"""What a deployment's words stand for, whatever they are, and those that only name forces and where they are: rows of
same_matter."""
MOODS = (PLANNED, "added", "supposed")
"""Whether something is only to come, added to what there is, or a condition: lists of claims.toml."""
_NAMES = frozenset({"name", "surname", "acronym", "demonym", "capital", "government"})
"""Forms of mentions whose words say whom, and nothing of the matter."""


_BODIES = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.MEDIUM})


class Draft(NamedTuple):
    """A piece with its features; `content` are the words that stand for something, `all_words` all but names, times and
    places; `acts` are the concepts that are deeds; `speaks` whether a
    word says that somebody says something; `points` how the clause points back where it does hardly anything else,
    `source` the words for who says it, `paragraph` the number of the one that it stands in."""

    piece: Piece
    all_words: tuple[str, ...]
    content: tuple[str, ...]
    words: Mapping[str, str]
    speaks: bool
    sides: frozenset[str]
    named: frozenset[str]
    lent: frozenset[str]
    acts: frozenset[str]
    maybe: frozenset[str]
    main: frozenset[str]
    is_nominal: bool
    things: frozenset[str]
    people: frozenset[str]
    moods: frozenset[str]
    owners: frozenset[str]
    concepts: Mapping[str, float]
    units: Mapping[str, int]
    context: Mapping[str, float]
    deeds: frozenset[str]
    event: Event | None
    actor: str | None
    recipient: str | None
    places: frozenset[str]
    grounds: frozenset[str]
    is_region: bool
    period: str | None
    passing: bool
    figures: tuple[Figure, ...]
    days: tuple[str | None, str | None]
    where: tuple[str | None, str | None]
    text: str | None
    cue: tuple[str, ...]
    around: frozenset[str]
    beside: frozenset[str]
    counts_people: bool
    own_people: bool
    own_places: bool
    is_presence: bool
    is_clause: bool
    points: Pointing | None
    is_of_before: bool
    tells_of_what: bool
    source: tuple[str, ...]
    paragraph: int


class Drafting:
    """One document with its records at hand by place."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self._text = findings.document.text
        self._language = language
        self._entities = {item.key: item for item in findings.entities}
        self._mentions = Near(findings.mentions, lambda item: item.span)
        self._quantities = Near(findings.quantities, lambda item: item.span)
        self._timexes = Near(findings.timexes, lambda item: item.span)
        self._all_places = findings.places
        self._known: dict[tuple[str, bool], Sequence[Sequence[Concept]]] = {}
        self._places = Near(findings.places, lambda item: item.span)

    def draft(self, piece: Piece) -> Draft:
        """The piece with its features."""
        spans = _with_subject(piece)
        mentions, places = self._names(spans)
        apart = self._apart(spans, mentions, places)
        found = [
            found for span in spans for found in _WORD.finditer(self._text, *span)
            if not any(place.start <= found.start() < place.end for place in apart)
        ]  # fmt: skip
        ends = {number for number, one in enumerate(found) if _CLAUSE_END.match(self._text, one.end())}
        if found and piece.spans[-1].end == found[-1].end():
            ends.add(len(found) - 1)
        borders = pairwise([-1, *sorted({*ends, len(found) - 1})])
        clauses = [[one[0] for one in found[before + 1 : end + 1]] for before, end in borders]
        words = settled(tuple(one[0] for one in found), ends, self._language)
        words = with_particles(words, ends, self._language)
        lists = word_lists(self._language, "claims")
        empty = _empty(self._language)
        if has_any_of("asking", words, self._language):
            empty |= word_lists(self._language, "comparing")["knowing"]
        states = [*map(_states(self._language).__getitem__, words)]
        concepts: dict[str, float] = {}
        surface: dict[str, str] = {}
        content: list[str] = []
        idioms = idioms_in(words, self._language)
        phrased = {word for one in idioms if one.meanings[0].sure for word in one.words}
        parts = [(word, part) for word, state in zip(words, states, strict=True)
                 if state is None and word.casefold() not in empty
                 for part in self._meant(word, phrased=word in phrased)]  # fmt: skip
        parts += [
            (next((word for word in one.words if word[:1].islower()), one.words[0]), one.meanings) for one in idioms
        ]
        units: dict[str, int] = {}
        for number, (_, part) in enumerate(parts):
            for item in part:
                units.setdefault(item.name, number)
        named = without_moods([(word, item) for word, part in parts for item in part], self._language)
        named += self._people(mentions)
        peoples = [(word, code) for word in words if word[:1].isupper() for code in self._peoples(word)]
        of_peoples = {code for _, code in peoples}
        named += [(word, self._called[code]) for word, code in peoples if code in self._called]
        if any(word == COUNTED_FORCES for word in words) and self._counts(piece.spans):
            named.append((COUNTED_FORCES, thing(FORCES, self._language)))
        if any(item.kind == "deployment" for item in piece.placed) and not any(item.kind in DEEDS for _, item in named):
            named += [(name, thing(name, self._language)) for name in DEPLOYMENT]
        if not of_peoples and not any(item.kind == "people" and item.sure for _, item in named):
            named = [pair for pair in named if pair[0].casefold() not in lists["of_people"]]
        stopped = any(item.name in STOPPING and item.sure for _, item in named)
        if any(item.name == CUT_OFF and item.sure for _, item in named):
            named.append((DELIVERY, thing(DELIVERY, self._language)))
            named = [pair for pair in named if pair[1].name != CUT_OFF]
        told = " ".join(span.of(self._text) for span in spans)
        for word, item in named:
            concepts[item.name] = max(item.weight, concepts.get(item.name, 0.0))
            units.setdefault(item.name, len(parts) + len(units))
            if word in told:  # a verb put together with its particle, or a thing that a record adds, stands nowhere
                surface.setdefault(item.name, word)
            content.append(word)
        text = " ".join(_WORD_OR_NUMBER.findall(told.casefold()))
        if any(item.kind in DEEDS and item.sure and item.name not in CHANGES for _, item in named):
            named = [(word, item._replace(kind="") if item.name in CHANGES else item) for word, item in named]
        event = main_event(piece.placed, self._text)
        nouns = attributes(words, self._language)
        main = main_deeds(named, words, clauses, nouns, self._language)
        telling = going_on(words, self._language)
        figures = self._figures(piece.spans)
        where = set(self._where_only(spans, mentions))
        sides = {side for item in mentions if item.span not in where for side in self._side(item.entity)}
        sides |= {
            state for state, following in zip(states, (*words[1:], ""), strict=False) if state is not None
            and not any(item.name == REGION for item in concepts_of(following or "-", self._language))
        }  # fmt: skip
        sides |= of_peoples
        parties = (event.actor, event.recipient) if event is not None else ()
        acting = [
            code_of(party)
            if party is not None and party.span is not None and any(span.contains(party.span) for span in piece.spans)
            else None
            for party in parties
        ] or [None, None]
        return Draft(
            piece=piece,
            all_words=words,
            content=tuple(dict.fromkeys(content)),
            words={item.name.split()[-1]: item.span.of(self._text) for item in places} | surface,
            speaks=any(is_speech(word, self._language) for word in words),
            sides=frozenset(sides),
            named=frozenset(side for item in mentions if item.span not in where for side in self._side(item.entity)),
            lent=frozenset(),
            acts=frozenset(item.name for _, item in named if item.kind in DEEDS and item.sure),
            maybe=frozenset(item.name for _, item in named if item.kind in DEEDS | THINGS and not item.sure),
            main=main,
            is_nominal=not any(
                item.kind in DOING and item.sure and ((word[:1].islower() and word not in nouns) or word in telling)
                for word, item in named
            )
            and not any((item.low or item.high or 0) >= SOME for item in figures)
            and not (places and any(item.kind == "people" and item.sure for _, item in named)),
            things=frozenset(item.name for _, item in named if item.kind in THINGS and item.sure),
            people=frozenset(item.name for _, item in named if item.kind == "people" and item.sure),
            owners=frozenset(self._owners(words, states, mentions)) | of_peoples,
            moods=_moods(text.split(), self._language)
            | ({PLANNED} if is_future(words, self._language) or undertakes(named) else frozenset())
            | ({STOPPED} if stopped else frozenset()),
            concepts=concepts,
            units=units,
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
            grounds=frozenset(self._grounds(mentions, where, places)),
            is_region=any(item.name.split()[-1] in self._regions for item in places),
            period=_period(" ".join(span.of(self._text) for span in piece.spans), self._language),
            passing=any(item.kind == "event" and item.sure for _, item in named if item.name in main),
            figures=figures,
            days=self._days(piece, event),
            where=self._where(piece, event),
            text=_verbatim(text),
            cue=self._cue(piece),
            around=frozenset(word.casefold() for word in _WORD.findall(self._text, *piece.sentence)),
            beside=frozenset(
                side
                for item in self._mentions.within(piece.sentence)
                if not any(span.contains(item.span) for span in piece.spans)
                for side in self._side(item.entity)
            ),
            counts_people=any(self._is_of_people(item) for item in figures),
            own_people=any(item.kind == "people" and item.sure for _, item in named),
            own_places=any(item.kind != PlaceKind.COUNTRY for item in places),
            is_presence=self._is_presence(words, lists["presence"]),
            is_clause=any(has_verb(self._text, span, self._language) for span in piece.shown),
            points=self._points(piece),
            is_of_before=has_any_of("before", words, self._language),
            tells_of_what=self._tells_of_what(words),
            source=self._source(piece),
            paragraph=bisect(self._breaks, piece.start),
        )

    def _names(self, spans: Sequence[Span]) -> tuple[list[Mention], list[Place]]:
        """Who and which places are named there."""
        mentions = [item for span in spans for item in self._mentions.within(span)]
        return mentions, [item for span in spans for item in self._places.within(span)]

    def _apart(self, spans: Sequence[Span], mentions: Iterable[Mention], places: Iterable[Place]) -> list[Span]:
        """Names, times and places, whose words say nothing of the matter."""
        apart = [item.span for item in mentions if item.form in _NAMES or self._is_somebody(item)]
        apart += [item.span for item in places]
        apart += [item.span for span in spans for item in self._timexes.overlapping(span)]
        return apart

    def _points(self, piece: Piece) -> Pointing | None:
        """How the clause points back, where it says hardly anything besides."""
        spans = piece.clause or piece.spans
        source = piece.said.source if piece.said is not None else None
        found = [
            one for span in spans for one in _WORD.finditer(self._text, *span)
            if source is None or not source.start <= one.start() < source.end
        ]  # fmt: skip
        words = [one[0] for one in found]
        if has_any_of("telling", words[1:], self._language) or self._is_told_behind(spans[-1], piece):
            return None
        ways = pointing_in(words, self._language) if not self._tells_of_what(words) else ()
        apart = self._apart(spans, *self._names(spans)) if ways else []
        rest = [
            one[0] for one in found if not any(span.start <= one.start() < span.end for span in apart)
        ]  # fmt: skip
        return next((way for way in ways if self._is_hardly_anything(rest, way)), None)

    def _is_told_behind(self, span: Span, piece: Piece) -> bool:
        """Whether the clause behind the next comma tells what it is of: "dass …", "sie zu schließen"."""
        found = _NEXT.match(self._text, span.end, piece.sentence.end)
        if found is None:
            return False
        words = _WORD.findall(found[1])
        infinite = self._language.rules("claims")["clauses"]["infinitive"] in words
        hangs = bool(words) and is_of("telling", words[0], self._language)
        return hangs or (infinite and not has_verb(self._text, Span(*found.span(1)), self._language))

    def _tells_of_what(self, words: Sequence[str]) -> bool:
        """Whether it is told what reports, reproaches or demands are about: "Berichte über ein Lösegeld"."""
        said, about = listed_in(SAID, self._language), listed_in(("about",), self._language)
        return any(about[behind] and said[word] for word, behind in pairwise(words))

    def _is_hardly_anything(self, words: Sequence[str], way: Pointing) -> bool:
        """Whether these words tell nothing but how the sentence points back."""
        left = [
            word for word in words if word not in way.words and word.lower() not in way.words
            and not is_idle(word, self._language) and _state(word, self._language) is None
        ]  # fmt: skip
        told = [concepts_of(word, self._language) for word in left]
        deeds = (
            item for word, items in zip(left, told, strict=True) if not is_speech(word, self._language)
            for item in items if item.kind in DEEDS and item.sure
        )  # fmt: skip
        weights = [max((item.weight for item in items), default=0.0) for items in told]
        return sum(weights) <= HARDLY and max(weights, default=0.0) <= A_WORD and next(deeds, None) is None

    def _source(self, piece: Piece) -> tuple[str, ...]:
        """The words for who says it, and by which he does."""
        said = piece.said
        spans = () if said is None else (*said.cue, *((said.source,) if said.source is not None else ()))
        return tuple(word for span in spans for word in _WORD.findall(self._text, *span))

    @cached_property
    def _breaks(self) -> list[int]:
        """Where lines end."""
        return [found.start() for found in _LINE_END.finditer(self._text)]

    def _meant(self, word: str, *, phrased: bool) -> Sequence[Sequence[Concept]]:
        """What each part of the word may mean in this document; in a phrase only whom and what a noun names, and a hint
        of the rest: "bringt Stellen in Gefahr"."""
        found = self._known.get((word, phrased))
        if found is None:
            told = parts_of(word, self._language, self._taken(word))
            found = self._known[word, phrased] = self._hinted(word, told) if phrased else told
        return found

    def _hinted(self, word: str, told: Iterable[Sequence[Concept]]) -> Sequence[Sequence[Concept]]:
        noun = word[:1].isupper()
        return [
            [item if noun and item.kind in THINGS else hint(item)._replace(kind=item.kind) for item in part]
            for part in told if noun or part[0].name.isupper()
        ]  # fmt: skip

    def _taken(self, word: str) -> frozenset[str]:
        """What the word is taken for in this document, where it may mean several things: what other words surely mean,
        or what is at home in the document where that is strange to it."""
        parts = doubtful_parts(word, self._language)
        return frozenset([self._fields.fitting(word, part, self._met).name for part in parts])

    @cached_property
    def _fields(self) -> Fields:
        """What the document is of."""
        return Fields(self._all_words, self._language)

    @cached_property
    def _met(self) -> frozenset[str]:
        """What the words of the document surely mean."""
        return meanings_met(self._all_words, self._language)

    @cached_property
    def _all_words(self) -> Sequence[str]:
        """The words of the document."""
        return _WORD.findall(self._text)

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

    def _peoples(self, word: str) -> Iterator[str]:
        """The states of those whom a word names that is no mention: "Nordkoreanern", and the "Kim-Soldaten" of
        somebody of whom the document tells."""
        if not word[:1].isupper():
            return
        code = _demonyms(self._language).get(word) or _demonyms(self._language).get(word[:-1])
        if code is not None:
            yield code
        elif "-" in word and word.split("-")[0] in self._heads:
            yield self._heads[word.split("-")[0]]

    @cached_property
    def _heads(self) -> dict[str, str]:
        """The states of people by a part of their names."""
        return {
            part: item.code for item in self._entities.values()
            if item.kind == EntityKind.PERSON and item.code is not None
            for part in item.name.split() if len(part) >= SHORTEST_NAME
        }  # fmt: skip

    def _owners(self, words: Sequence[str], states: Sequence[str | None], mentions: Sequence[Mention]) -> Iterator[str]:
        """The states by whose adjective people or losses are named, or whose people's name stands there; not those at
        whose side somebody is."""
        lists = word_lists(self._language, "claims")
        for at, (state, following) in enumerate(zip(states, words[1:], strict=False)):
            if state is None or any(word.casefold() in lists["beside"] for word in words[max(0, at - BEFORE) : at]):
                continue
            meant = (parts_of(following, self._language) or ((),))[-1]  # a "Militärgeheimdienst" is no people
            people = any(item.sure and (item.kind == "people" or item.name == LOSSES) for item in meant)
            if people or following.casefold() in lists["commands"]:
                yield state
        for item in mentions:
            entity = self._entities.get(item.entity)
            if item.form == "demonym" and entity is not None and entity.code is not None:
                yield entity.code

    def _cue(self, piece: Piece) -> tuple[str, ...]:
        """The words by which it is said, in small letters."""
        spans = piece.said.cue if piece.said is not None else ()
        return tuple(word.casefold() for span in spans for word in _WORD.findall(self._text, *span))

    def _is_of_people(self, item: Figure) -> bool:
        """Whether it may count people: by a word for people or deeds done to them, or by none."""
        if item.unit is not None or (item.low or item.high or 0) < SOME:
            return False
        told = [one for word in _WORD.findall(item.counted or "") for one in concepts_of(word, self._language)]
        peoples = any(True for word in _WORD.findall(item.counted or "") for _ in self._peoples(word))
        return item.counted is None or peoples or any(one.kind in {"people", "deed", "event"} for one in told)

    def _is_presence(self, words: Sequence[str], verbs: Collection[str]) -> bool:
        """Whether it says no more than that something is somewhere: by such a verb, or by none."""
        if any(word.casefold() in verbs for word in words):
            return True
        return not any(is_finite(word, self._language) for word in words)

    def _where_only(self, spans: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Span]:
        """The mentions of states behind "in" or "to", which are where something is."""
        locating = _locating(self._language)
        for item in mentions:
            entity = self._entities.get(item.entity)
            start = max(span.start for span in spans if span.start <= item.span.start)
            is_state = entity is not None and entity.kind == EntityKind.STATE and entity.code is not None
            if is_state and item.form != "demonym" and locating.search(self._text, start, item.span.start):
                yield item.span

    def _grounds(self, mentions: Sequence[Mention], where: Collection[Span], places: Sequence[Place]) -> Iterator[str]:
        """The states in which it is."""
        for item in mentions:
            if item.span in where:
                yield from self._side(item.entity)
        for place in places:
            if place.kind != PlaceKind.COUNTRY and place.code is not None:
                yield place.code

    @cached_property
    def _regions(self) -> frozenset[str]:
        """The names of parts of states that the document speaks of."""
        return frozenset(item.name.split()[-1] for item in self._all_places if item.kind == PlaceKind.REGION)

    @cached_property
    def _called(self) -> dict[str, Concept]:
        """By whose adjective people are named in this document, and what they are, by what it says most often."""
        count: dict[str, Counter[Concept]] = {}
        for word, following in pairwise(self._all_words):
            state = _state(word, self._language) if word[0].islower() or word.endswith(("e", "r", "n")) else None
            for item in concepts_of(following, self._language) if state is not None else ():
                if item.kind == "people" and item.sure:
                    count.setdefault(state or "", Counter())[item] += 1
        return {state: min(told, key=lambda item: (-told[item], item)) for state, told in count.items()}

    def _side(self, key: str) -> list[str]:
        """Who it is everywhere: the code of a state or body, else the name; for who heads a state or
        body the surname and its code, as reports use one for the other."""
        entity = self._entities.get(key)
        if entity is None:
            return []
        if entity.kind == EntityKind.PERSON:
            return [entity.code or name_of(entity.name, self._language).surname]
        if entity.code is not None:
            return [entity.code]
        return [entity.known or entity.name] if entity.kind == EntityKind.ORGANISATION else []

    def _counts(self, spans: Sequence[Span]) -> bool:
        """Whether it counts "12.000 Mann"."""
        found = (item for span in spans for item in self._quantities.within(span))
        return any(item.counted is not None and item.counted.of(self._text) == COUNTED_FORCES for item in found)

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


def _with_subject(piece: Piece) -> tuple[Span, ...]:
    """The spans of the piece, with those of the subject that it shares with the clause before."""
    subject = [span for span in piece.shown[:1] if not any(span.overlaps(own) for own in piece.spans)]
    alone = piece.clause in ((), piece.spans) and len(piece.shown) > 1
    return (*subject, *piece.spans) if alone else piece.spans


def _verbatim(text: str) -> str | None:
    """What stands for the words letter by letter."""
    words = text.count(" ") + 1
    if words >= VERBATIM_WORDS:
        return content_key("", text)
    return content_key(SHORT, text) if words >= SHORT_VERBATIM_WORDS else None


def _moods(words: Sequence[str], language: Language) -> frozenset[str]:
    """What is only to come, comes on top, or is only supposed, by the words; a verb that supposes stands first."""
    lists = word_lists(language, "claims")
    found = {mood for mood in MOODS if not lists[mood].isdisjoint(words)}
    text = " ".join(words)
    if any(phrase in text for phrase in language.rules("claims")["phrases"][STOPPED]):
        found.add(STOPPED)
    if words and words[0] in lists["intended"]:
        found.add("supposed")
    elif not lists["intended"].isdisjoint(words):
        found.add(PLANNED)
    return frozenset(found)


def _period(text: str, language: Language) -> str | None:
    """The stretch of time that a count is for: "an einem Wochenende", "in nur einer Woche"."""
    found = _periods(language).search(text)
    return next((name for name, told in found.groupdict().items() if told), None) if found else None


@cache
def _periods(language: Language) -> re.Pattern[str]:
    rules = language.rules("claims")["periods"]
    ways = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in sorted(rules["names"].items()))
    return re.compile(rf"\b(?:{rules['before']})(?:{ways})\b", re.IGNORECASE)


@cache
def _locating(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted(word_lists(language, "claims")["locating"]))
    return re.compile(rf"(?<!\w)(?:{words})\s(?:\w+\s){{0,2}}\Z", re.IGNORECASE)


def main_event(placed: Sequence[Placed], text: str) -> Event | None:
    """The event that the piece is of: that of its first verb, else of its first noun."""
    events = [item for item in placed if item.kind == "event"]
    events.sort(key=lambda item: (not text[item.span.start].islower(), item.span, item.record.key))
    return events[0].record if events else None


def _state(word: str, language: Language) -> str | None:
    """The state whose adjective the word is."""
    return _states(language)[word]


@cache
def _states(language: Language) -> Recent[str, str | None]:
    """For each word the state whose adjective it is."""
    adjectives = _adjectives(language)

    def state(word: str) -> str | None:
        small = word.lower()
        bare = (small[: len(small) - cut] for cut in (2, 1, 0))
        return next((adjectives[stem] for stem in bare if stem in adjectives), None)

    return Recent(state)


@cache
def _empty(language: Language) -> frozenset[str]:
    """Words that say nothing of what a piece is of."""
    lists = word_lists(language, "claims")
    return frozenset().union(*(lists[name] for name in SAYING_NOTHING))


@cache
def _demonyms(language: Language) -> dict[str, str]:
    rows = language.table("states", key=("code",))
    return {name: row["code"] for row in rows for name in row["demonyms"].split("|") if name}


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
