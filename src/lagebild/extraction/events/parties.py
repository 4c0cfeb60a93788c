"""Parties: which political side a noun phrase stands for, as a code."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.speakers import speaker_of
from lagebild.extraction.events.bodies import NAMES
from lagebild.extraction.events.ground import Ground
from lagebild.extraction.events.several import PRONOUNS, Several
from lagebild.extraction.events.sides import SUFFIXES
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import FEMININE, GENITIVE, MASCULINE, NEUTER, PLURAL, SINGULAR, Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.event import Party
from lagebild.model.span import Span

# Who is in a state and is not the state.
LOCAL = ("civilians", "police")
WITHIN = ("opposition", "civilians", "media", "courts")


class Parties:
    """Built once for a document; answers which sides a phrase names."""

    def __init__(self, ground: Ground, language: Language, *, speaking: Callable[[Span], str | None]) -> None:
        """`speaking` tells who says the words of a span as his own."""
        self.cast = ground.cast
        self.speaking = speaking
        self.tokens = ground.tokens
        self.analysis = ground.analysis
        self.sides = ground.sides
        self.words = self.sides.words
        self.bodies = ground.bodies
        self.several = Several(self.analysis, self.words)
        self.focus = ground.focus
        self.people = ground.people
        self.groups = ground.groups
        self.first_person = word_lists(language, "entities")["first_person"]
        self.measures = word_lists(language, "phrases")["measures"]
        self.weak: set[Span] = set()
        """The words of sides that are police: their everyday work is no event."""
        self._of_phrase: dict[int, tuple[Party, ...]] = {}

    def _of_people(self, phrase: Phrase, span: Span, code: str) -> Party:
        """The state for "die Syrer"; for "drei Syrer", "ein Syrer" people of it; for "der Syrer" whom the report so
        calls."""
        if not phrase.agreement & PLURAL and (name := speaker_of(self.cast, span).name) in self.cast.people:
            return self.named(name, span) or Party(code + SUFFIXES["civilians"], span)
        before = [self.tokens[i] for i in range(phrase.first, phrase.head)]
        counted = any(token.tag in ("CARD", "PIAT") or token.lemma == "ein" for token in before)
        few = counted or (before and not phrase.agreement & PLURAL)
        return Party(code + SUFFIXES["civilians"] if few else code, span)

    # ---- phrases -----------------------------------------------------------------------------------------------

    def of_range(self, first: int, last: int) -> tuple[Party, ...]:
        """The sides that the words `[first, last)` name, if they are one phrase or an enumeration of phrases."""
        k = next((self.analysis.phrase_of[i] for i in range(first, last) if self.analysis.phrase_of[i] >= 0), -1)
        return self.of_full(k) if k >= 0 else ()

    def of_full(self, k: int) -> tuple[Party, ...]:
        """The sides that phrase `k` names together with what is joined to it: "Russland, China und Kuba"."""
        return self.several.of(k, self.of_phrase)

    def of_phrase(self, k: int) -> tuple[Party, ...]:
        """The side that one base phrase names; two for "beide Seiten"."""
        if k not in self._of_phrase:
            self._of_phrase[k] = ()  # A pronoun may come back to its own phrase.
            self._of_phrase[k] = tuple(self._sides(k))
        return self._of_phrase[k]

    def _sides(self, k: int) -> Iterator[Party]:
        phrase = self.analysis.phrases[k]
        head = self.tokens[phrase.head]
        span = self.span_of(phrase)
        if head.text.lower() in self.words["plural_pronouns"]:
            yield from self.several.before(phrase.first, self.of_phrase)
            return
        if head.tag in PRONOUNS and phrase.last - phrase.first == 1:
            yield from self._pronoun(span)
            return
        pair = self._pair(phrase)
        if pair:
            yield from (Party(code, span) for code in pair)
            return
        person = self.people.in_phrase(phrase)
        if person is not None:
            party = self.named(person, span)
            if party is not None:
                yield party
            return
        if head.tag in NAMES:
            code = self._name(phrase)
            if code:
                yield Party(code, span)
            return
        if head.tag not in ("NN", "ADJA"):
            return
        yield from self._noun(k, phrase, span)

    def _noun(self, k: int, phrase: Phrase, span: Span) -> Iterator[Party]:
        head = self.tokens[phrase.head]
        if (group := self.groups.in_phrase(phrase)) is not None:
            yield Party(group, span)
            return
        known = self.sides.names.get(head.text) or self.sides.names.get(head.lemma)
        if known is not None:
            yield Party(known, span)
            return
        if head.text in self.measures and (counted := self.several.counted(k)) is not None:
            yield from self.of_phrase(counted)
            return
        whole = self.bodies.of(phrase)
        if whole is not None and (code := self.bodies.code(whole)):
            yield self._of_people(phrase, span, code) if whole.form == "demonym" else Party(code, span)
            return
        if self._is_nobody(phrase) or self.bodies.is_of_association(head.text):
            return
        kind = self.sides.class_of(head.text) or self.sides.class_of(head.lemma)
        if head.lemma.lower() in self.words["opposed"] and not self._is_of_state(k):
            kind = "groups" if head.lemma.lower() in self.sides.groups else None
        meant = self._by_synonym(phrase, head)
        if meant is not None and kind in (None, "groups", "opposition"):
            yield Party(meant, span)
            return
        if kind is None and self._fighters(phrase) is None:
            return
        creed = self._fighters(phrase)
        if creed is not None:
            yield Party(creed, span)
            return
        if kind == "groups":
            several = bool(phrase.agreement & PLURAL)
            word = self.sides.group(head.text if several and head.text != head.lemma + "s" else head.lemma)
            yield Party(self.bodies.front(head) or word, span)
            return
        assert kind is not None
        if kind == "members":
            yield from self._member(k, phrase, span)
            return
        person = self._described_person(phrase, span, kind)
        if person is not None:
            yield person
            return
        if kind == "police":
            self.weak.add(span)
        if kind == "state" and self.are_of_several(k):
            return
        state = self._state_meant(k)
        if state is None:
            return
        yield Party(state + SUFFIXES[kind] if self.sides.is_state(state) else state, span)

    def _member(self, k: int, phrase: Phrase, span: Span) -> Iterator[Party]:
        """As in "der CSU-Chef", "ein Sprecher der Regierung": the side whose member it is."""
        code = self.bodies.beside_noun(phrase)
        last = full_phrase(self.analysis, k, coordinated=False)[1]
        for i in range(phrase.last, max(last, phrase.last + 1)):
            follower = self.analysis.phrase_of[i] if code is None and i < len(self.tokens) else -1
            if follower < 0 or follower == k or self.analysis.phrases[follower].first != i:
                continue
            other = self.analysis.phrases[follower]
            owned = other.preposition is None or self.tokens[other.preposition].lemma.lower() in self.words["member_of"]
            found = self.of_phrase(follower) if owned else ()
            code = found[0].code if found else None
        if code is not None:
            yield Party(code, span)
            return
        speaker = speaker_of(self.cast, span)
        person = self.named(speaker.name, span) if speaker.name in self.cast.people else None
        if person is not None:
            yield person

    def are_of_several(self, k: int) -> bool:
        """As in "ein Treffen der Verteidigungsminister": more than one holds office, of no state that
        stands there."""
        phrase = self.analysis.phrases[k]
        owner = k > 0 and self.analysis.phrases[k - 1].last == phrase.first and phrase.preposition is None
        agreement = phrase.agreement & GENITIVE if owner else phrase.agreement
        if agreement & SINGULAR or not agreement & PLURAL or self._is_of_state(k):
            return False
        lemma = self.tokens[phrase.head].lemma
        return ends_in(lemma.lower(), self.words["one_of_a_state"])

    def _is_nobody(self, phrase: Phrase) -> bool:
        """As in "die sozialen Medien", and states in general: "viele Staaten"."""
        head = self.tokens[phrase.head]
        words = {self.tokens[i].text.lower() for i in range(phrase.first, phrase.head)}
        if words & self.words["social"]:
            return True
        if self._fighters(phrase) is not None:
            return False
        several = bool(phrase.agreement & PLURAL) and not phrase.agreement & SINGULAR
        return (
            several
            and head.lemma.lower() in self.words["classes_of_states"]
            and self.bodies.beside_noun(phrase) is None
        )

    def _is_of_state(self, k: int) -> bool:
        """As in "ihre Gegner", "Gegner der türkischen Regierung", not "Gegner einer Wiederwahl"."""
        phrase = self.analysis.phrases[k]
        if any(self.tokens[i].tag == "PPOSAT" for i in range(phrase.first, phrase.head)):
            return True
        if self.bodies.beside_noun(phrase) is not None:
            return True
        follower = self.analysis.phrase_of[phrase.last] if phrase.last < len(self.tokens) else -1
        return follower >= 0 and any(self.sides.is_state(party.code) for party in self.of_phrase(follower))

    def _pronoun(self, span: Span) -> Iterator[Party]:
        joining = min(self.words["joining"])
        for name in (self.meant_by(span) or "").split(f" {joining} "):
            party = self.named(name, span)
            if party is not None:
                yield party

    def meant_by(self, span: Span) -> str | None:
        """The name of whom a pronoun or possessive stands for; "ich" and "wir" for who speaks."""
        if self.analysis.text[span.start : span.end].lower() in self.first_person:
            return self.speaking(span)
        return speaker_of(self.cast, span).name

    def _pair(self, phrase: Phrase) -> tuple[str, ...]:
        """As in "beide Staaten", "die beiden Länder"."""
        if self.tokens[phrase.head].lemma.lower() not in self.words["pairs"]:
            return ()
        if any(self.tokens[i].text.lower() in self.words["both"] for i in range(phrase.first, phrase.head)):
            return self.focus.pair_before(phrase.first)
        return ()

    def _described_person(self, phrase: Phrase, span: Span, kind: str) -> Party | None:
        """As in "der Minister", "der Oppositionsführer": the person of the document who is so called."""
        opener = self.tokens[phrase.first]
        definite = opener.tag in ("PDAT", "APPRART") or (opener.tag == "ART" and opener.lemma == "der")
        if not definite or phrase.last - phrase.first > 3 or kind not in ("state", "opposition"):
            return None
        if phrase.agreement & PLURAL and not phrase.agreement & SINGULAR:
            return None
        found = self.cast.known.kind_of(self.tokens[phrase.head].lemma)
        if found is None or found[0] != "person" or self.bodies.beside_noun(phrase) is not None:
            return None
        speaker = speaker_of(self.cast, span)
        return self.named(speaker.name, span) if speaker.name in self.cast.people else None

    def _fighters(self, phrase: Phrase) -> str | None:
        """As in "kurdische Kämpfer": known by their people or creed."""
        head = self.tokens[phrase.head]
        if head.text.lower() not in self.words["fighters"]:
            return None
        for i in range(phrase.first, phrase.head):
            stem = self.tokens[i].text.lower().rstrip("ensrm")
            if self.tokens[i].tag == "ADJA" and any(creed.rstrip("ensrm") == stem for creed in self.words["creeds"]):
                adjectives = [
                    self.tokens[j].text.rstrip("nrs") for j in range(i, phrase.head) if self.tokens[j].tag == "ADJA"
                ]
                return " ".join((*adjectives, head.text))
        return None

    def _by_synonym(self, phrase: Phrase, head: Token) -> str | None:
        """As in "die Terrormiliz", "das Bündnis": the organisation of the document that reports so call."""
        found = self.cast.known.synonyms.get(head.text) or self.cast.known.synonyms.get(head.lemma) or ()
        named = self.cast.index.body_near((body.name for body in found), phrase.first)
        return self.bodies.code(named[1]) if named is not None else None

    def possessor(self, token: int) -> Party | None:
        """The side that a possessive such as "ihre" or "seine" stands for: the last one of its sentence that agrees,
        else whom the report tells of."""
        if self.tokens[token].text.lower() in self.first_person:
            spoken = self.speaking(self.tokens[token].span)
            return self.named(spoken, self.tokens[token].span) if spoken is not None else None
        sentence = self.analysis.sentences[self.analysis.sentence_of[token]]
        feminine = self.tokens[token].text.lower().startswith("ihr")
        index = self.analysis.clause_of[token]
        subject = self.analysis.clauses[index].subject if index >= 0 else None
        before = [self.analysis.phrase_of[i] for i in range(token - 1, sentence.first - 1, -1)]
        for k in (*((subject,) if subject is not None else ()), *before):
            phrase = self.analysis.phrases[k]
            if k < 0 or phrase.first >= token or self.tokens[phrase.head].tag not in ("NN", "NE", "FM"):
                continue
            fits = phrase.agreement & (FEMININE | PLURAL) if feminine else phrase.agreement & (MASCULINE | NEUTER)
            found = self.of_phrase(k) if fits else ()
            if found:
                return found[0]
        span = self.tokens[token].span
        name = speaker_of(self.cast, span).name
        return self.named(name, span) if name else None

    # ---- names -------------------------------------------------------------------------------------------------

    def named(self, name: str, span: Span | None) -> Party | None:
        """The side of somebody by name: a person of the document, a body, or who the noun in the name is."""
        if name in self.cast.people:
            code = self.people.code(name)
            return Party(code, span) if code else None
        body = self.cast.known.bodies.get(name)
        if body is not None:
            code = self.bodies.code(body)
            return Party(code, span) if code else None
        if name in self.sides.names or name in self.groups.named:
            return Party(self.sides.names.get(name, name), span)
        for word in reversed(name.split()):
            found = self._by_word(word) if word[:1].isupper() else None
            if found is not None:
                return replace(found, span=span)
        return None

    def _by_word(self, word: str) -> Party | None:
        """The side of the first phrase whose head is this word."""
        found = self.of_phrase(self._headed_by[word]) if word in self._headed_by else ()
        return found[0] if found else None

    @cached_property
    def _headed_by(self) -> dict[str, int]:
        """By text and lemma of its head, the first phrase with such a head."""
        found: dict[str, int] = {}
        for k, phrase in enumerate(self.analysis.phrases):
            head = self.tokens[phrase.head]
            if head.tag in ("NN", "NE", "FM"):
                found.setdefault(head.text, k)
                found.setdefault(head.lemma, k)
        return found

    def _name(self, phrase: Phrase) -> str | None:
        text = self.analysis.text[self.tokens[phrase.first].start : self.tokens[phrase.last - 1].end]
        head = self.tokens[phrase.head]
        for words in (text, head.text, head.text.removesuffix("s")):
            if words in self.sides.names:
                return self.sides.names[words]
            if words in self.groups.named:
                return words
        body = self.bodies.of(phrase)
        if body is not None:
            return self.bodies.code(body)
        if self.sides.class_of(head.text) == "groups":
            return self.sides.group(head.text)
        return self.bodies.front(head) or self.people.holder(phrase)

    # ---- states ------------------------------------------------------------------------------------------------

    def span_of(self, phrase: Phrase) -> Span:
        """The words of a phrase."""
        return Span(self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end)

    def _state_meant(self, k: int) -> str | None:
        """The state or organisation whose government, army or people the phrase means."""
        phrase = self.analysis.phrases[k]
        own = self.bodies.beside_noun(phrase)
        if own is not None:
            return own
        if self.tokens[phrase.head].lemma.lower() in self.words["home_nouns"]:
            return self.sides.home
        kind = self.sides.class_of(self.tokens[phrase.head].lemma)
        last = full_phrase(self.analysis, k, coordinated=False)[1]
        for i in range(phrase.last, last):
            follower = self.analysis.phrase_of[i]
            if follower >= 0 and follower != k:
                other = self.analysis.phrases[follower]
                official = self.bodies.is_person_noun(phrase) and kind == "state"
                if other.preposition is not None and official:
                    continue
                body = self.bodies.of(other)
                code = self.bodies.code(body) if body is not None else self.bodies.place(other)
                if code and kind in WITHIN and not self.sides.is_state(code.partition("-")[0]):
                    continue  # "die Opposition aus CDU und FDP"
                if code:
                    state = code.partition("-")[0]
                    return state if self.sides.is_state(state) else code
                if code := self.bodies.beside_noun(other):
                    return code
        before = self.bodies.at(phrase.first - 1) if phrase.first > 0 else None
        genitive = self.tokens[phrase.first - 1].text.endswith("s")
        if before is not None and genitive and before.code and before.form != "demonym":
            return self.bodies.code(before) or before.code
        for i in range(phrase.first, phrase.head):
            if self.tokens[i].tag == "PPOSAT" and (party := self.possessor(i)) is not None:
                return party.code[:3] if party.code[:3].isupper() and party.code[3:4] == "-" else party.code
        several = bool(phrase.agreement & PLURAL) and not phrase.agreement & SINGULAR
        if several and kind == "state" and self.bodies.is_person_noun(phrase):
            return None
        if kind in LOCAL and (there := self._state_there(phrase)) is not None:
            return there
        return self.focus.at(phrase.first)

    def _state_there(self, phrase: Phrase) -> str | None:
        """As in "im Jemen wurden Zivilisten getötet": the state that the clause names as the place."""
        index = self.analysis.clause_of[phrase.head]
        for k in self.analysis.clauses[index].objects if index >= 0 else ():
            other = self.analysis.phrases[k]
            if other.preposition is None or self.tokens[other.preposition].lemma.lower() not in self.words["there"]:
                continue
            body = self.bodies.of(other)
            named = body.code if body is not None and body.kind is EntityKind.STATE and body.form != "demonym" else None
            if (code := self.bodies.place(other) or named) is not None:
                return code
        return None
