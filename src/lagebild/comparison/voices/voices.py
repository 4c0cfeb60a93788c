"""The voice of a piece: who says it, or the outlet where nobody else speaks."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lagebild.comparison.origins.described import (
    Described,
    body_of_members,
    described,
    is_hearsay,
    is_named_body,
    is_whole,
    whole_named,
)
from lagebild.comparison.origins.outlets import is_known_outlet
from lagebild.comparison.voices.bodies import body_meant, briefed_by, name_of_body, seated, spoken_for, spokesman_of
from lagebild.comparison.voices.papers import is_certain_paper, is_paper, is_seen
from lagebild.comparison.voices.report import Report, is_named, start_of
from lagebild.comparison.voices.unattributed import Unattributed
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.claim import Voice, VoiceKind
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.model.span import Span

BY_AS = "verb-wie"
"""The rule by which somebody says what a sentence has besides: "…, dreimal so viele, wie die Polizei einräumt"."""
_SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.STATE})


class Voices:
    """Answers for one document; `people` maps its entities to those across documents."""

    def __init__(self, findings: Findings, people: Mapping[str, str], language: Language) -> None:
        self._report = Report(findings, language)
        self._unattributed = Unattributed(self._report, self._of_once, self._at)
        self._asked: set[str] = set()
        self._people = people
        self._language = language

    def of(self, said: Attribution | None, span: Span | None = None) -> Voice:
        """The speaker of the statement with everybody around it, or the outlet where nobody else speaks; for words of
        the report's own at `span` whoever these or the sentences around tell to vouch for them.

        A body that is only described ("der südkoreanische Geheimdienst") is a speaker, as there is one of it; persons
        and several who have no name are not.
        """
        report = self._report
        said = self.heard(said)
        if said is None:
            voice = self._unattributed.voice(span) if span is not None else None
            return voice if voice is not None and voice.kind is VoiceKind.SPEAKER else self._outlet
        if span is not None and said.rule == BY_AS:
            counting = self._unattributed.tallied(span)
            if counting is not None and counting.kind is VoiceKind.SPEAKER:
                return counting
        outer = report.around(said)
        via = (*(report.called(item) for item in outer), report.outlet)
        source = report.source(said)
        if source is not None and outer and _belongs_to_speaker(source, self._language):
            return replace(self._of_once(outer[0]), via=via[1:])
        entity = report.entity(said)
        house = seated(source, entity, self._language)
        if house is not None:
            return Voice(VoiceKind.SPEAKER, house, None, entity.code if entity else None, via)
        if entity is not None and (entity.kind != EntityKind.GROUP or entity.code is not None):
            body = spoken_for(said, entity, report) or briefed_by(said, report)
            code = entity.code or (described(body, self._language).code if body else None)
            return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), code, via, body)
        return self._described(said, outer, via)

    def heard(self, said: Attribution | None) -> Attribution | None:
        """The statement on whose word the content of `said` stands here: its own, or that of somebody around it.

        Who rejects what somebody else says has the word ("wies Angaben aus Seoul zurück, wonach …"). So has whoever
        tells what others demand, tells it of somebody whom nobody names ("nach bisherigen Erkenntnissen …, sagte
        Holm"), or speaks for the state that says it.
        """
        if said is None:
            return None
        denial = next((item for item in self._report.denials if self._rejects(item, said)), None)
        if denial is not None:
            return denial
        around = self._report.around(said)
        if self._is_of_nobody(said):
            around = [item for item in self._report.saying_of(said) if not self._is_of_nobody(item)] or around
        if not around or around[0].speaker is None:
            return said
        inner, outer = (self._report.entity(item) for item in (said, around[0]))
        nobody = said.speaker is None or self._is_of_nobody(said)
        demanded = said.act == Act.DEMAND and said.entity != around[0].entity
        for_state = (
            said.act == Act.SAY and inner is not None and inner.kind == EntityKind.STATE
            and outer is not None and outer.kind == EntityKind.PERSON and bool(outer.office)
            and outer.code in (None, inner.code)
        )  # fmt: skip
        return around[0] if nobody or demanded or for_state else said

    def _is_of_nobody(self, said: Attribution) -> bool:
        """Whether no more is told than that it is known: "nach bisherigen Erkenntnissen"."""
        return said.speaker is not None and said.entity is None and is_hearsay(said.speaker, self._language)

    def counts(self, span: Span) -> bool:
        """Whether somebody counts the number at `span` in its own clause: "Die Polizei zählt 9.000"."""
        return self._unattributed.tallied(span) is not None

    @property
    def _outlet(self) -> Voice:
        return Voice(VoiceKind.OUTLET, self._report.outlet)

    def _described(self, said: Attribution, outer: list[Attribution], via: tuple[str | None, ...]) -> Voice:
        """The voice of a speaker whom the words only describe, or who is no entity."""
        report, language = self._report, self._language
        source, entity = report.source(said), report.entity(said)
        name = said.speaker or source
        words = (name if self._is_pronoun(said) else source) or ""
        found = described(words, language)
        owner = self._of_possessive(said) if source is not None and not outer else None
        if owner is not None:
            return replace(owner, via=via)
        code = (entity.code if entity else None) or found.code or (whole_named(name, language) if name else None)
        body = body_of_members(found.noun, language) if code else None
        body = body or briefed_by(said, report) or spokesman_of(said, source or name or "", report)
        if body is None and name is not None and found.is_body:
            meant = body_meant(start_of(said), name, report)
            body = meant if meant != name else None
        is_heard = is_hearsay(words, language, of_somebody=True)
        named = self._named_within(self._introduced(said)) if is_heard else None
        named = named or (self._of_paper(said) if is_paper(source or name or "", language) else None)
        if named is not None:
            return replace(named, via=via)
        if body or (name and (self._is_certain(said, name, found) or is_whole(name, code, language))):
            return Voice(VoiceKind.SPEAKER, name, None, code, via, body)
        if report.title is not None and report.title.start <= start_of(said) < report.title.end:
            return self._outlet  # the report says below on whose word it stands
        around = self._of_once(outer[0]) if outer and not self._is_medium(outer[0]) else None
        if around is not None and around.kind is VoiceKind.SPEAKER:
            return around
        return Voice(VoiceKind.UNNAMED, name, None, code, via)

    def _of_possessive(self, said: Attribution) -> Voice | None:
        """Whose spokesman somebody is who is only told to be "his": of the only one who speaks or acts in the sentence
        before."""
        source = self._report.source(said) or ""
        ends = tuple(word_lists(self._language, "comparing")["spokesmen"])
        if said.source is None or not _belongs_to_speaker(source, self._language) or not source.lower().endswith(ends):
            return None
        voice = self._unattributed.before(said.source)
        return voice if voice is not None and voice.kind is VoiceKind.SPEAKER else None

    def _of_paper(self, said: Attribution) -> Voice | None:
        """Whose a paper is: whoever is named in the words for it, else acts in the sentence before where it is one told
        of before, else the report that has seen it."""
        introduced = self._introduced(said)
        if introduced is not said:
            return self._of_once(introduced)
        voice = self._named_within(said)
        if voice is None and is_certain_paper(said, self._report):
            voice = self._unattributed.before(said.content[0])
        return voice or (self._outlet if is_seen(said, self._report) else None)

    def _introduced(self, said: Attribution) -> Attribution:
        """The last statement before whose words for the speaker are more than a pronoun, where one has no more."""
        if not self._is_pronoun(said):
            return said
        told = [
            item for item in self._report.before(start_of(said)) if item.speaker == said.speaker and item.source
        ]  # fmt: skip
        # The first of all counts even with a pronoun, as nobody introduces it.
        return next((item for item in told if not self._is_pronoun(item) or start_of(item) == start_of(told[-1])), said)

    def _is_pronoun(self, said: Attribution) -> bool:
        """Whether the words for the speaker are a pronoun at most."""
        source = self._report.source(said)
        return source is None or source.lower() in word_lists(self._language, "comparing")["pronouns"]

    def _of_once(self, said: Attribution) -> Voice:
        """The voice of another statement, on which one stands; the outlet's where that stands on the first again."""
        if said.key in self._asked:
            return self._outlet
        self._asked.add(said.key)
        try:
            return self.of(said)
        finally:
            self._asked.discard(said.key)

    def _named_within(self, said: Attribution) -> Voice | None:
        """Who is named in the words for a report or statement: "ein Bericht von Oberbefehlshaber Syrskyj"."""
        if said.source is None:
            return None
        report = self._report
        words = said.source.of(report.text)
        inside = [item for item in report.findings.mentions if said.source.contains(item.span)]
        people = [report.entities[item.entity] for item in inside if item.entity in report.entities]
        person = next((item for item in people if item.kind == EntityKind.PERSON), None)
        person = person or self._only_person(lambda item: _is_owner(item.name, words))
        if person is not None:
            return self._voice_of(person)
        named = sorted(name for name in report.named if _is_owner(name, words))
        name = _name_of_somebody(words, self._language) or next(iter(named), None)
        return Voice(VoiceKind.SPEAKER, name) if name is not None else None

    def _holder(self, words: str) -> Entity | None:
        """The one person of the report who has the office that the words tell: "der Minister"."""
        noun = words.split()[-1].lower()
        return self._only_person(lambda item: (item.office or "").lower().endswith(noun))

    def _only_person(self, is_meant: Callable[[Entity], bool]) -> Entity | None:
        """The person of the report who is meant, where there is one only."""
        entities = self._report.findings.entities
        meant = [item for item in entities if item.kind == EntityKind.PERSON and is_meant(item)]
        return meant[0] if len(meant) == 1 else None

    def _voice_of(self, entity: Entity) -> Voice:
        via = (self._report.outlet,)
        return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), entity.code, via)

    def _at(self, span: Span) -> Voice | None:
        """The voice of whoever is named at a place: a source of statements, an entity, or a body that is described."""
        report = self._report
        said = next((item for _, item in report.sources.within(span)), None)
        if said is not None:
            return self._of_once(said)
        mentions = report.mentions.overlapping(span)
        named = [report.entities[item.entity] for item in mentions if item.entity in report.entities]
        speaking = [item for item in named if item.kind in _SPEAKING]
        words = span.of(report.text).strip()
        if speaking:
            entity = next((item for item in speaking if item.kind == EntityKind.PERSON), speaking[0])
            if entity.kind != EntityKind.STATE or not seated(words, entity, self._language):
                return self._voice_of(entity)
        lists = word_lists(self._language, "comparing")
        if words.lower() in lists["pronouns"]:
            return self._unattributed.before(span)
        article = words.split()[0].lower() in lists["of_one"]
        found = described(words, self._language)
        name = " ".join(words.split()[1:]) if article else words
        is_named = is_named_body(words, self._language)
        name = name_of_body(name, self._language) if is_named else name
        if not (found.is_body or found.is_certain_office or is_named):
            return None
        holder = self._holder(words) if found.is_certain_office and not is_named else None
        if holder is not None:
            return self._voice_of(holder)
        body = body_meant(span.start, name, report) if found.is_body else name
        return Voice(VoiceKind.SPEAKER, name, None, found.code, (report.outlet,), body if body != name else None)

    def _rejects(self, denial: Attribution, said: Attribution) -> bool:
        if denial is said or said in self._report.around(denial):
            return False
        own = [*said.cue, *((said.source,) if said.source is not None else ())]
        return said.within == denial.key or any(place.contains(span) for place in denial.content for span in own)

    def _is_medium(self, said: Attribution) -> bool:
        entity = self._report.entity(said)
        name = said.speaker or ""
        return (entity is not None and entity.kind == EntityKind.MEDIUM) or is_known_outlet(name, self._language)

    def _is_certain(self, said: Attribution, name: str, found: Described) -> bool:
        """Whether the words mean one certain speaker."""
        told = is_named(said) or found.is_certain_office or name in self._report.named
        told = told or is_named_body(name, self._language)
        return told or found.is_body or found.speaks_for is not None or is_known_outlet(name, self._language)


def _belongs_to_speaker(source: str, language: Language) -> bool:
    """Whether the words are for somebody of whoever speaks around: "nach Informationen seiner Geheimdienste"."""
    return source.split()[0].lower() in word_lists(language, "comparing")["possessives"]


def _is_owner(name: str, words: str) -> bool:
    """Whether the words begin with the name in the genitive: "Krolls Plan"."""
    last = name.split()[-1]
    return words.split()[0] in (f"{last}s", f"{last}’", f"{last}'")


def _called(entity: Entity) -> str:
    return entity.known or entity.name


def _name_of_somebody(words: str, language: Language) -> str | None:
    """The two last words where they may be a name behind an office: "Bericht von Oberbefehlshaber Jan Holm"."""
    told = words.split()
    offices = [number for number, word in enumerate(told[:-2]) if described(f"der {word}", language).is_certain_office]
    return " ".join(told[-2:]) if offices and offices[-1] == len(told) - 3 else None
