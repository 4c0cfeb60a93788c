"""Voices: on whose word a piece of a document stands, and through whom it came."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property

from lagebild.analysis.sentences import split_sentences
from lagebild.comparison.origins.described import (
    Described,
    body_of_members,
    described,
    is_hearsay,
    is_whole,
    seat_of,
    whole_named,
)
from lagebild.comparison.origins.houses import house_of
from lagebild.comparison.origins.outlets import is_known_outlet
from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.claim import Voice, VoiceKind
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.model.span import Span

_END = re.compile(r"[.!?](?=\s|$)|\n")
_SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.STATE})
NEAR = 24
"""Code points between the verb of somebody who counts and the number."""
_FRAME = "frame"
"""Rules by which "according to" ascribes no more than its own sentence."""
_NAMED = "named"
"""Stands in the reason of a speaker whose name the text gives."""


class Voices:
    """Answers for one document; `people` maps its entities to those across documents."""

    def __init__(self, findings: Findings, people: Mapping[str, str], language: Language) -> None:
        self._findings = findings
        self._entities = {item.key: item for item in findings.entities}
        self._said = {item.key: item for item in findings.attributions}
        self._denials = [item for item in findings.attributions if item.act == Act.DENY and item.content]
        self._asked: set[str] = set()
        self._people = people
        self._language = language

    def of(self, said: Attribution | None, span: Span | None = None) -> Voice:
        """The speaker of the statement with everybody around it, or the outlet where nobody else speaks; for words of
        the report's own at `span` whoever says the next sentence, as far as that goes on with them.

        A body that is only described ("der südkoreanische Geheimdienst") is a speaker, as there is one of it; persons
        and several who have no name are not.
        """
        outlet = self._findings.document.publisher
        said = self.heard(said)
        if said is None and span is not None:
            voice = self._said_behind(span)
            if voice is not None and voice.kind is VoiceKind.SPEAKER:
                return voice
        if said is None:
            return Voice(VoiceKind.OUTLET, outlet)
        outer = self._around(said)
        via = (*(self._name(item) for item in outer), outlet)
        source = said.source.of(self._findings.document.text) if said.source else None
        if source is not None and outer and _belongs_to_speaker(source, self._language):
            return replace(self._of_outer(outer[0]), via=via[1:])
        entity = self._entities.get(said.entity or "")
        house = self._house(source, entity)
        if house is not None:
            return Voice(VoiceKind.SPEAKER, house, None, entity.code if entity else None, via)
        if entity is not None and (entity.kind != EntityKind.GROUP or entity.code is not None):
            body = self._spoken_for(said, entity, source) or self._briefed_by(said)
            code = entity.code or (described(body, self._language).code if body else None)
            return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), code, via, body)
        name = said.speaker or source
        pronoun = source is None or source.lower() in word_lists(self._language, "comparing")["pronouns"]
        found = described((name if pronoun else source) or "", self._language)
        code = (entity.code if entity else None) or found.code or (whole_named(name, self._language) if name else None)
        body = body_of_members(found.noun, self._language) if code else None
        body = body or self._briefed_by(said) or self._spokesman_of(said, source or name or "")
        if body is None and name is not None and found.is_body:
            meant = self._body_meant(said, name)
            body = meant if meant != name else None
        named = self._named_within(said) if is_hearsay(source or name or "", self._language, of_somebody=True) else None
        if named is not None:
            return replace(named, via=via)
        if body or (name and (self._is_certain(said, name, found) or is_whole(name, code, self._language))):
            return Voice(VoiceKind.SPEAKER, name, None, code, via, body)
        if self._is_headline(said):
            return Voice(VoiceKind.OUTLET, outlet)
        around = self._of_outer(outer[0]) if outer and not self._is_medium(outer[0]) else None
        if around is not None and around.kind is VoiceKind.SPEAKER:
            return around
        return Voice(VoiceKind.UNNAMED, name, None, code, via)

    def _of_outer(self, outer: Attribution) -> Voice:
        """The voice of the statement around; the outlet's where that stands on the word of one within it again."""
        if outer.key in self._asked:
            return Voice(VoiceKind.OUTLET, self._findings.document.publisher)
        self._asked.add(outer.key)
        try:
            return self.of(outer)
        finally:
            self._asked.discard(outer.key)

    def _named_within(self, said: Attribution) -> Voice | None:
        """Who is named in the words for a report or statement: "ein Bericht von Oberbefehlshaber Syrskyj"."""
        if said.source is None:
            return None
        inside = [item for item in self._findings.mentions if said.source.contains(item.span)]
        people = [self._entities[item.entity] for item in inside if item.entity in self._entities]
        person = next((item for item in people if item.kind == EntityKind.PERSON), None)
        if person is not None:
            return self._voice_of(person)
        name = _name_of_somebody(said.source.of(self._findings.document.text), self._language)
        return Voice(VoiceKind.SPEAKER, name) if name is not None else None

    def _voice_of(self, entity: Entity) -> Voice:
        outlet = self._findings.document.publisher
        return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), entity.code, (outlet,))

    def _is_headline(self, said: Attribution) -> bool:
        """Whether it stands in the title, of which the report says below on whose word it stands."""
        document = self._findings.document
        at = document.text.find(document.title) if document.title else -1
        return document.title is not None and 0 <= at <= _start(said) < at + len(document.title)

    def _is_medium(self, said: Attribution) -> bool:
        entity = self._entities.get(said.entity or "")
        name = said.speaker or ""
        return (entity is not None and entity.kind == EntityKind.MEDIUM) or is_known_outlet(name, self._language)

    def _said_behind(self, span: Span) -> Voice | None:
        """Who is told to say the sentence behind, where the one at `span` says of nothing whence it is, as agencies
        begin: "Chile kauft 18 Flugzeuge. Das Geschäft koste drei Milliarden, sagte Minister Echarri."; or of whom that
        tells that he said "das"."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return None
        text = self._findings.document.text
        own = self._sentences[at]
        voice = self._tallied(span, own) or self._seen_by(span, own)
        if voice is not None or self._is_attributed(own):
            return voice
        voice = self._by_that(own)
        following = self._sentences[at + 1] if at + 1 < len(self._sentences) else None
        if voice is not None or following is None or "\n" in text[own.end : following.start]:
            return voice
        said = [item for item in self._findings.attributions if self._fills(item, following)]
        if len(said) == 1 and said[0].source is not None:
            return self.of(said[0])
        return self._by_that(following)

    def _by_that(self, sentence: Span) -> Voice | None:
        """Who speaks in a sentence that only says who did: "Das teilte das Gesundheitsamt am Mittwoch mit."."""
        found = _said_that(self._language).match(self._findings.document.text, sentence.start, sentence.end)
        return self._voice_at(Span(*found.span("who"))) if found else None

    def _seen_by(self, span: Span, sentence: Span) -> Voice | None:
        """Who sees signs of it: "Auch er sieht Anzeichen dafür, dass …"."""
        found = _seeing(self._language).search(self._findings.document.text, sentence.start, sentence.end)
        return (
            self._voice_at(Span(*found.span("who"))) if found and span.start <= found.start("who") < span.end else None
        )

    def counts(self, span: Span) -> bool:
        """Whether somebody counts the number at `span` in its own clause: "Die Polizei zählt 9.000"."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._tallied(span, self._sentences[at]) is not None

    def _tallied(self, span: Span, sentence: Span) -> Voice | None:
        """Who counts where the words at `span` have a number and the verb of it: "Die Polizei zählt 9.000", "nannte er
        die Zahl von 50.000"."""
        text = self._findings.document.text
        numbers = [item.span.start for item in self._findings.quantities if sentence.contains(item.span)]
        for pattern in _tallies(self._language):
            for found in pattern.finditer(text, sentence.start, sentence.end):
                number = next((start for start in numbers if start >= found.end("who")), None)
                near = number is not None and number - found.end() < NEAR
                if near and number is not None and (span.start <= number < span.end):
                    return self._voice_at(Span(*found.span("who")))
        return None

    def _voice_at(self, span: Span) -> Voice | None:
        """The voice of whoever is named at a place: a source of statements, an entity, or a body that is described."""
        said = [item for item in self._findings.attributions if item.source is not None and span.contains(item.source)]
        if said:
            return self.of(said[0])
        text = self._findings.document.text
        mentions = [item for item in self._findings.mentions if item.span.overlaps(span)]
        named = [self._entities[item.entity] for item in mentions if item.entity in self._entities]
        speaking = [item for item in named if item.kind in _SPEAKING]
        words = span.of(text).strip()
        outlet = self._findings.document.publisher
        if speaking:
            entity = next((item for item in speaking if item.kind == EntityKind.PERSON), speaking[0])
            if entity.kind != EntityKind.STATE or not self._house(words, entity):
                return self._voice_of(entity)
        found = described(words, self._language)
        name = " ".join(words.split()[1:]) if words.split()[0].lower() in _articles(self._language) else words
        if not found.is_body and not found.is_certain_office:
            return None
        return Voice(VoiceKind.SPEAKER, name, None, found.code, (outlet,))

    def _is_attributed(self, sentence: Span) -> bool:
        return any(span.overlaps(sentence) for item in self._findings.attributions for span in item.content)

    def _fills(self, said: Attribution, sentence: Span) -> bool:
        """Whether the sentence is all of what somebody says, by indirect speech."""
        if said.within is not None or said.form == Form.DIRECT or said.rule.startswith(_FRAME):
            return False
        places = (*said.content, *said.cue)
        return (
            min(place.start for place in said.content) == sentence.start and max(p.end for p in places) <= sentence.end
        )

    @cached_property
    def _sentences(self) -> list[Span]:
        findings = self._findings
        text = findings.document.text
        return [span for span, _, _ in split_sentences(text, findings.furniture, (), self._language)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._sentences]

    def heard(self, said: Attribution | None) -> Attribution | None:
        """The statement on whose word the content of `said` stands here: its own, or that of somebody around it.

        Who rejects what somebody else says has the word ("wies Angaben aus Seoul zurück, wonach …"). So has whoever
        tells what others demand, tells it of somebody whom nobody names, or speaks for the state that says it.
        """
        if said is None:
            return None
        denial = next((item for item in self._denials if self._rejects(item, said)), None)
        if denial is not None:
            return denial
        around = self._around(said)
        if not around or around[0].speaker is None:
            return said
        inner, outer = (self._entities.get(item.entity or "") for item in (said, around[0]))
        nobody = said.speaker is None
        demanded = said.act == Act.DEMAND and said.entity != around[0].entity
        for_state = (
            said.act == Act.SAY and inner is not None and inner.kind == EntityKind.STATE
            and outer is not None and outer.kind == EntityKind.PERSON and bool(outer.office)
            and outer.code in (None, inner.code)
        )  # fmt: skip
        return around[0] if nobody or demanded or for_state else said

    def _rejects(self, denial: Attribution, said: Attribution) -> bool:
        if denial is said or said in self._around(denial):
            return False
        own = [*said.cue, *((said.source,) if said.source is not None else ())]
        return said.within == denial.key or any(place.contains(span) for place in denial.content for span in own)

    def _briefed_by(self, said: Attribution) -> str | None:
        """Whose words somebody repeats who was told them behind closed doors, or says whom he has them from: "nach
        einer Unterrichtung durch den Dienst NIS"; told anywhere in the document, where he has a name."""
        same = [item for item in self._findings.attributions if said.speaker and item.speaker == said.speaker]
        for item in (said, *sorted(same, key=_start)):
            found = _briefing(self._language).search(self._behind(item))
            if found is not None:
                return _name_behind(found["body"], self._language)
        return None

    def _behind(self, said: Attribution) -> str:
        """The words of the sentence behind the source."""
        if said.source is None:
            return ""
        text = self._findings.document.text
        end = _END.search(text, said.source.end)
        return text[said.source.end : end.start() if end else len(text)]

    def _spoken_for(self, said: Attribution, entity: Entity, source: str | None) -> str | None:
        """Whose spokesman somebody is: the body behind the office, or within it ("Kremlsprecher"), else the last body
        that spoke before; None for everybody else."""
        if entity.kind != EntityKind.PERSON:
            return None
        return self._spokesman_of(said, (source or "").removesuffix(entity.name).rstrip(" ,"), entity.office)

    def _spokesman_of(self, said: Attribution, words: str, office: str | None = None) -> str | None:
        """The body for which the words let somebody speak who is called a spokesman by `office`, else by them."""
        ends = word_lists(self._language, "comparing")["spokesmen"]
        nouns = [word for word in words.split() if word[:1].isupper()]
        office = office or (nouns[0] if nouns else "")
        end = next((end for end in sorted(ends, key=len, reverse=True) if office.lower().endswith(end)), None)
        if end is None:
            return None
        told = described(words, self._language).speaks_for
        if told is not None:
            return self._body_meant(said, told)
        within = office[: -len(end)].rstrip("-")
        if within:
            return within if house_of(within, self._language) or seat_of(within, self._language) else None
        return next(self._bodies_before(said), None)

    def _bodies_before(self, said: Attribution) -> Iterator[str]:
        """The bodies that have spoken before by themselves, the last first."""
        before = [item for item in self._findings.attributions if _start(item) < _start(said)]
        for item in sorted(before, key=_start, reverse=True):
            body = self._as_body(item)
            if body is not None:
                yield body

    def _body_meant(self, said: Attribution, words: str) -> str:
        """The body named before where the words only come back to it ("der Konzern", "die Landesbehörde"), else the
        words."""
        nouns = [word for word in words.split() if word[:1].isupper()]
        if len(nouns) != 1 or not _comes_back(folded(nouns[0]), self._language):
            return words
        spoken = (body for body in self._bodies_before(said) if not _comes_back(folded(body), self._language))
        return next(spoken, words)

    def _as_body(self, said: Attribution) -> str | None:
        """The body that speaks by itself in a statement."""
        source = said.source.of(self._findings.document.text) if said.source else None
        house = self._house(source, self._entities.get(said.entity or ""))
        entity = self._entities.get(said.entity or "")
        if house is not None or (entity is not None and entity.kind != EntityKind.ORGANISATION):
            return house
        found = source is not None and described(source, self._language).is_body
        return said.speaker if found or entity is not None else None

    def _house(self, source: str | None, entity: Entity | None) -> str | None:
        """What to call a part of a government that the words name by its house: "Pentagon" is more than "USA"."""
        if source is None or entity is None or entity.kind != EntityKind.STATE:
            return None
        return " ".join(source.split()[1:]) or source if seat_of(source, self._language) else None

    def _is_certain(self, said: Attribution, name: str, found: Described) -> bool:
        """Whether the words mean one certain speaker."""
        told = _NAMED in said.speaker_reason.split() or found.is_certain_office or name in self._named
        return told or found.is_body or found.speaks_for is not None or is_known_outlet(name, self._language)

    @cached_property
    def _named(self) -> frozenset[str]:
        """Who speaks by name somewhere in the document."""
        said = self._findings.attributions
        return frozenset(item.speaker for item in said if item.speaker and _NAMED in item.speaker_reason.split())

    def _around(self, said: Attribution) -> list[Attribution]:
        around: list[Attribution] = []
        while said.within is not None and said.within in self._said and len(around) < len(self._said):
            said = self._said[said.within]
            around.append(said)
        return around

    def _name(self, said: Attribution) -> str | None:
        entity = self._entities.get(said.entity or "")
        return _called(entity) if entity is not None else said.speaker


def _start(said: Attribution) -> int:
    return min(span.start for span in (*said.content, *said.cue))


def _belongs_to_speaker(source: str, language: Language) -> bool:
    """Whether the words are for somebody of whoever speaks around: "nach Informationen seiner Geheimdienste"."""
    return source.split()[0].lower() in word_lists(language, "comparing")["possessives"]


def _called(entity: Entity) -> str:
    return entity.known or entity.name


def _comes_back(noun: str, language: Language) -> bool:
    """Whether a noun for a body is none of its names: "Konzern", "US-Konzern", "Landesbehörde"."""
    lists = word_lists(language, "comparing")
    ends = tuple(folded(end) + case for end in lists["of_body_before_ends"] for case in ("", "s", "es", "n"))
    last = noun.rpartition("-")[2]
    return any(last in (folded(word), folded(word) + "s", folded(word) + "es") for word in lists["of_body_before"]) or (
        last.endswith(ends)
    )


def _name_of_somebody(words: str, language: Language) -> str | None:
    """The two last words where they may be a name behind an office: "Bericht von Oberbefehlshaber Jan Holm"."""
    told = words.split()
    offices = [number for number, word in enumerate(told[:-2]) if described(f"der {word}", language).is_certain_office]
    return " ".join(told[-2:]) if offices and offices[-1] == len(told) - 3 else None


@cache
def _said_that(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["said_that"])


@cache
def _seeing(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["seeing"])


@cache
def _tallies(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, language.rules("comparing")["phrases"]["tallies"]))


def _articles(language: Language) -> frozenset[str]:
    return word_lists(language, "comparing")["of_one"]


@cache
def _briefing(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["briefing"])


def _name_behind(body: str, language: Language) -> str:
    """The name where a noun for the body stands before it: "Geheimdienst NIS" is the NIS."""
    first, _, name = body.partition(" ")
    return name if name[:1].isupper() and described(first, language).is_body else body
