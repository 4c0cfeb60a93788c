"""Numbers: each figure of a document with what it counts, whose, where, and on whose word."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lagebild.analysis.sentences import sentences_of
from lagebild.comparison.amounts import (
    SHARE,
    Sum,
    Thing,
    fate_told,
    measure_of,
    sum_of,
    tells_measure,
    thing_of,
    with_bounds,
)
from lagebild.comparison.claims.concepts import concepts_of
from lagebild.comparison.claims.stances import stance_of
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.ledgers.ellipsis import meant_before, meant_in_sentence, owner_before
from lagebild.comparison.origins.described import state_named
from lagebild.comparison.voices import Voices
from lagebild.language.load import Language
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution
from lagebild.model.claim import Figure, Telling
from lagebild.model.entity import EntityKind
from lagebild.model.event import code_of
from lagebild.model.holding import Holding
from lagebild.model.naming import place_name
from lagebild.model.near import Near
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_CLAUSE = re.compile(r"\s[a-zäöüß][^,;:.!?]*")
_BORDER = re.compile(r"[,;:](?=\s)|\s[–—]\s|\sund\s(?=\w+\s(?:wurden?|sind|waren|gelten|werden)\b)")
PEOPLE = "people"
_WIDE = (PlaceKind.COUNTRY, PlaceKind.AREA)
"""Kinds of places that tell too little to part figures by them."""
_NAMED = (EntityKind.PERSON, EntityKind.ORGANISATION)
SHORTEST, RARE = 4, 0.6
"""Letters and weight of a noun that tells what a text is of."""
HEAD = 2
"""Sentences at the head of a document: headline and lead."""
BEFORE = 2
"""So many sentences before that of a figure may say whom it counts."""
BEHIND = 60
"""Code points behind what is counted, in which its owner may stand."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as its document tells it: `telling` is of kind "figure", named by its place, its words are the sentence;
    `words` are exactly those of the number. `where` is a place narrower than a country. `near` are the states that the
    sentence or the ones right before name; `by` is the state that deploys them, where it is told, though it may not be
    theirs. `total` says that parts of it are told, which may be of several owners. `about` are the people and bodies
    whom the document names, `topic` these and the nouns that recur in it. For money and shares `sum` is what they are
    of, as far as words tell, `whose` the person to whom such a share falls, and `nouns` are the stems of those in the
    sentence."""

    telling: Telling
    thing: Thing
    words: str
    where: str | None = None
    near: frozenset[str] = frozenset()
    total: bool = False
    by: str | None = None
    about: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    sum: str | None = None
    whose: str | None = None
    nouns: frozenset[str] = frozenset()

    @property
    def figure(self) -> Figure:
        """The number told."""
        return self.telling.figures[0]


def numbers_of(holding: Holding, language: Language) -> Iterator[Number]:
    """The figures of a document that have a number and a thing or unit, in text order."""
    reader = _Reader(holding, language)
    for quantity in holding.findings.quantities:
        number = reader.number(quantity)
        if number is not None:
            yield number


class _Reader:
    """One document with its records at hand by place."""

    def __init__(self, holding: Holding, language: Language) -> None:
        findings = holding.findings
        self.key = holding.key
        self.text = findings.document.text
        self.day = findings.document.date.isoformat() if findings.document.date else None
        self.language = language
        self.voices = Voices(findings, holding.people, language)
        self.sentences = sentences_of(self.text, findings.furniture, language)
        self.starts = [span.start for span in self.sentences]
        self.contents = Near(
            [(span, item) for item in findings.attributions for span in item.content], lambda placed: placed[0]
        )
        self.quantities = Near(findings.quantities, lambda item: item.span)
        self.places = Near(findings.places, lambda item: item.span)
        self.mentions = Near(findings.mentions, lambda item: item.span)
        self.codes = {item.key: item.code for item in findings.entities}
        self.people = {
            item.key: plain(item.known or item.name) for item in findings.entities if item.kind == EntityKind.PERSON
        }
        self.forces = {item.strength: item for item in findings.deployments if item.strength is not None}
        self.events = {span: event for event in reversed(findings.events) for span in event.quantities}
        self.about = frozenset(
            plain(item.known or item.name) for item in findings.entities if item.kind in _NAMED and not item.code
        )
        self.topic = frozenset(self._topic())
        self.totals = {item.part_of for item in findings.quantities if item.part_of is not None}

    def number(self, quantity: Quantity) -> Number | None:
        """The figure with all that is told around it; None where it has no number, says nothing of what it counts, or
        tells only how much more it is than another ("500 mehr als am Vortag")."""
        if (self._figure(quantity).low is None and quantity.high is None) or self._is_difference(quantity):
            return None
        before = self._with_before(quantity.span)
        if not before:
            return None
        sentence = before[-1]
        figure = self._figure(quantity)
        about = self._about(quantity, sentence)
        fates = self._clause(quantity, sentence, about)
        thing = thing_of(figure, fates, self.language)
        if thing.kind is None and thing.unit is None:
            meant = self._meant(quantity)
            fate = self._fate_behind(quantity, sentence) if meant is None else None
            if meant is None and fate is None:
                return None
            figure = replace(figure, unit=meant.unit if meant else None)
            thing = thing_of(meant, fates, self.language) if meant else Thing(None, PEOPLE, None, False, fate, True)
        force, event = self.forces.get(quantity.span), self.events.get(quantity.span)
        owner = self._owner_behind(quantity, sentence) or thing.owner
        if owner is None and thing.people:
            owner = self._owner_told(quantity, thing)
        said = None if self.voices.counts(quantity.span) else self.voices.heard(self._said(quantity.span))
        spans = [span for span in said.content if span.overlaps(sentence)] if said else [sentence]
        there = force.where if force else None
        where = self._where([there] if there and any(span.overlaps(there) for span in spans) else spans)
        if where is None and self._points_back(sentence):
            where = self._where(list(reversed(before[:-1])))
        words = sentence.of(self.text)
        kind = self._sum(quantity, before) if thing.kind is None else None
        whose = self._whose(quantity, sentence) if kind and kind.personal else None
        telling = Telling(
            document=self.key,
            kind="figure",
            record=place_name(quantity.span),
            spans=(quantity.span,),
            words=words,
            day=self.day,
            voice=self.voices.of(said, quantity.span),
            stance=stance_of(
                said, _WORD.findall(about), [event.status] if event else [], self.language, cue=self._cue(said)
            ),
            place=where.name if where else None,
            country=where.code if where else None,
            figures=(figure,),
        )
        return Number(
            telling,
            thing._replace(owner=owner),
            quantity.span.of(self.text),
            where.name if where and where.kind not in _WIDE else None,
            frozenset(self._states(before)),
            quantity.span in self.totals,
            code_of(force.whose) if force else None,
            self.about,
            self.topic,
            kind.name if kind and (whose or not kind.personal) else None,
            whose,
            self._nouns(sentence),
        )

    def _sum(self, quantity: Quantity, before: Sequence[Span]) -> Sum | None:
        """What a sum of money or a share is of, by its own sentence, else by the one before."""
        measure = measure_of(quantity.unit, self.language)
        if measure is None:
            return None
        sentence = before[-1]
        start, end = quantity.span
        found = sum_of(self.text[sentence.start : start], self.text[end : sentence.end], measure, self.language)
        if found is None and len(before) > 1 and "\n" not in self.text[before[-2].end : sentence.start]:
            last = [item for item in self.quantities.within(before[-2]) if item.unit == quantity.unit]
            found = None if last else sum_of(before[-2].of(self.text), "", measure, self.language)
        return found

    def _whose(self, quantity: Quantity, sentence: Span) -> str | None:
        """To whom a share falls: the person named last before it in its sentence, else the first behind it in its
        clause."""
        there = [item for item in self.mentions.within(sentence) if item.entity in self.people]
        before = [item for item in there if item.span.end <= quantity.span.start]
        border = _BORDER.search(self.text, quantity.span.end, sentence.end)
        end = border.start() if border else sentence.end
        behind = [item for item in there if quantity.span.end <= item.span.start < end]
        meant = [*reversed(before), *behind]
        return self.people[meant[0].entity] if meant else None

    def _topic(self) -> Iterator[str]:
        """The last words of the names that the document has, and the rare nouns that recur in it or stand at its
        head."""
        yield from (name.split()[-1] for name in self.about)
        counted = Counter(_WORD.findall(self.text))
        head = {word for sentence in self.sentences[:HEAD] for word in _WORD.findall(sentence.of(self.text))}
        told: Counter[str] = Counter()
        for word, count in counted.items():
            if word[:1].isupper() and len(word) >= SHORTEST and not tells_measure(word, self.language):
                for concept in concepts_of(word, self.language):
                    if concept.weight >= RARE:
                        told[concept.name] += count + (word in head)
        yield from (name for name, count in told.items() if count > 1)

    def _nouns(self, sentence: Span) -> frozenset[str]:
        words = _WORD.findall(sentence.of(self.text))
        return frozenset(stem(folded(word)) for word in words[1:] if word[:1].isupper() and len(word) >= SHORTEST)

    def _figure(self, quantity: Quantity) -> Figure:
        counted = quantity.counted.of(self.text) if quantity.counted else None
        figure = Figure(
            quantity.span, quantity.low, quantity.high, quantity.approximation, quantity.unit, counted, quantity.part_of
        )
        return with_bounds(figure, quantity.span.of(self.text), self.language)

    def _meant(self, quantity: Quantity) -> Figure | None:
        """The figure with what it counts where only words before tell that: "die Zahl der Fälle stieg auf 17"."""
        sentences = self.sentences[: self._at(quantity.span) + 1]
        return (
            meant_in_sentence(quantity, self.text, sentences[-1], self.quantities, self.language)
            or meant_before(quantity, self.text, sentences, self.language)
        )  # fmt: skip

    def _fate_behind(self, quantity: Quantity, sentence: Span) -> str | None:
        """What became of those who are counted without a noun, by the words of the clause behind: "neun gelten als
        vermisst"."""
        found = _CLAUSE.match(self.text, quantity.span.end, sentence.end)
        return fate_told(found[0], self.language) if found else None

    def _is_difference(self, quantity: Quantity) -> bool:
        if measure_of(quantity.unit, self.language) == SHARE:
            return False  # "sieben Prozent mehr" is what one gets
        end = (quantity.counted or quantity.span).end
        return _more(self.language).match(self.text, end) is not None

    def _at(self, span: Span) -> int:
        return bisect_right(self.starts, span.start) - 1

    def _with_before(self, span: Span) -> Sequence[Span]:
        at = self._at(span)
        return self.sentences[max(0, at - BEFORE) : at + 1] if at >= 0 else ()

    def _about(self, quantity: Quantity, sentence: Span) -> str:
        """The words of the sentence that are about this figure: up to the next; for the first also those before it."""
        others = [item.span for item in self.quantities.within(sentence) if item.span != quantity.span]
        end = min((span.start for span in others if span.start > quantity.span.start), default=sentence.end)
        behind = Span(quantity.span.start, end).of(self.text)
        if any(span.start < quantity.span.start for span in others):
            return behind
        return f"{behind} {Span(sentence.start, quantity.span.start).of(self.text)}"

    def _clause(self, quantity: Quantity, sentence: Span, about: str) -> str:
        """The clause around the figure where that tells what became of those counted, else `about`."""
        place = quantity.span
        others = [item.span for item in self.quantities.within(sentence) if item.span != place]
        borders = [found.start() for found in _BORDER.finditer(self.text, *sentence)]
        start = max((at for at in borders if at < place.start), default=sentence.start)
        start = place.start if any(start <= span.start < place.start for span in others) else start
        ends = [*borders, *(span.start for span in others)]
        end = min((at for at in ends if at >= place.end), default=sentence.end)
        clause = self.text[start:end]
        return clause if fate_told(clause, self.language) else about

    def _said(self, span: Span) -> Attribution | None:
        """The innermost statement around the figure."""
        around = [(place.end - place.start, item.key, item) for place, item in self.contents.holding(span)]
        return min(around, key=lambda one: one[:2])[2] if around else None

    def _cue(self, said: Attribution | None) -> list[str]:
        return [word for span in said.cue for word in span.of(self.text).split()] if said is not None else []

    def _owner_behind(self, quantity: Quantity, sentence: Span) -> str | None:
        """The state that stands behind what is counted: "Kämpfer aus Nordkorea", "davon aus Nordkorea"."""
        end = (quantity.counted or quantity.span).end
        told = _WORD.findall(self.text[end : min(end + BEHIND, sentence.end)])[:3]
        of_state = word_lists(self.language, "comparing")["of_state"]
        for number, word in enumerate(told[:2]):
            if word in of_state and number + 1 < len(told):
                return state_named(told[number + 1], self.language)
        return None

    def _owner_told(self, quantity: Quantity, thing: Thing) -> str | None:
        """Whose people without an adjective are: of those told of before, else by who deploys them. Whoever is only the
        state in which they are told to be does not count."""
        if quantity.span not in self.totals:
            before = owner_before(quantity, self.text, self.sentences[: self._at(quantity.span) + 1], self.language)
            if before is not None:
                return before
        force, event = self.forces.get(quantity.span), self.events.get(quantity.span)
        if force is not None:
            there = self._where([force.where]) if force.where else None
            code = code_of(force.whose)
            return None if there is not None and there.code == code else code
        return code_of(event.actor) if event and not thing.fate else None

    def _states(self, spans: Sequence[Span]) -> Iterator[str]:
        for span in spans:
            for mention in self.mentions.within(span):
                code = self.codes.get(mention.entity)
                if code:
                    yield code
            for word in _WORD.findall(span.of(self.text)):
                code = state_named(word, self.language)
                if code:
                    yield code

    def _points_back(self, sentence: Span) -> bool:
        """Whether the sentence says "there" of a place told before."""
        there = word_lists(self.language, "comparing")["there"]
        return any(word in there for word in _WORD.findall(sentence.of(self.text)))

    def _where(self, spans: Sequence[Span]) -> Place | None:
        """The place told in these words; not one around a statement, which is where it was made."""
        found = [item for span in spans for item in self.places.overlapping(span)]
        found.sort(key=lambda item: item.kind in _WIDE)
        return found[0] if found else None


@cache
def _more(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["more"])
