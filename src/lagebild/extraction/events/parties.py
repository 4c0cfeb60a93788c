"""Parties: which political side a noun phrase stands for, as a code."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.known import Body
from lagebild.extraction.entities.speakers import speaker_of
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.event import Party
from lagebild.model.span import Span

# What stands behind a state's code for those in it who are not the state.
SUFFIXES = {"state": "", "opposition": "-OPP", "civilians": "-CVL", "media": "-MED", "courts": "-JUD"}
# Kinds of organisations that go by their name and not by a code.
NAMED = frozenset(("party", "armed_group"))
# Kinds of organisations that belong to a state.
OF_A_STATE = frozenset(("body",))
NO_SIDE = frozenset(("company",))
# How far back the state may have been named whose "government" or "army" is meant.
REACH = 120
PRONOUNS = ("PPER", "PDS", "PPOSAT")


class Sides(NamedTuple):
    """What the tables know of sides."""

    classes: dict[str, str]
    """Noun or its end to one of SUFFIXES, or "groups"."""
    home: str
    home_fronts: tuple[str, ...]
    organisations: dict[str, tuple[str, str]]
    """Name to kind and code."""

    def class_of(self, noun: str) -> str | None:
        """The class of the longest listed end of the noun."""
        lower = noun.lower()
        for start in range(max(0, len(lower) - 24), len(lower) - 3):
            found = self.classes.get(lower[start:])
            if found is not None:
                return found
        return None


@cache
def sides(language: Language) -> Sides:
    """The tables, read once."""
    words = word_lists(language, "event_parties")
    classes = {word: name for name in (*SUFFIXES, "groups") for word in words[name]}
    organisations = {
        row["name"]: (row["kind"], row["code"]) for row in language.table("organisations", key=("code", "name"))
    }
    return Sides(classes, min(words["home"]), tuple(sorted(words["home_fronts"])), organisations)


class Parties:
    """Built once for a document; answers which sides a phrase names."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.analysis = cast.analysis
        self.sides = sides(language)
        self.entities = {entity.key: entity for entity in cast.findings.entities}
        self.by_name = {entity.name: entity for entity in cast.findings.entities}
        self.states: list[tuple[int, str]] = self._states_named()
        self._of_phrase: dict[int, tuple[Party, ...]] = {}

    def _states_named(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = [
            (token, body.code) for token, body, _ in self.cast.bodies if body.kind is EntityKind.STATE and body.code
        ]
        for i, token in enumerate(self.tokens):
            if token.tag == "ADJA" and (code := self._adjective(token)):
                found.append((i, code))
        return sorted(found)

    # ---- phrases -----------------------------------------------------------------------------------------------

    def of_range(self, first: int, last: int) -> tuple[Party, ...]:
        """The sides that the words `[first, last)` name: one for each coordinated part; none for anything else."""
        found: list[Party] = []
        k_before = -1
        i = first
        while i < last:
            k = self.analysis.phrase_of[i]
            if k < 0 or k == k_before:
                i += 1
                continue
            phrase = self.analysis.phrases[k]
            if self._is_head(first, i, phrase):
                found.extend(party for party in self.of_phrase(k) if party.code not in {p.code for p in found})
            k_before = k
            i = max(phrase.last, i + 1)
        return tuple(found)

    def _is_head(self, first: int, i: int, phrase: Phrase) -> bool:
        """Whether a phrase inside a longer one is the thing named or one joined to it, not an attribute of it."""
        if i <= first or phrase.first <= first:
            return True
        before = self.tokens[phrase.first - 1]
        if before.tag == "KON" or before.text == ",":
            return True
        return before.text.lower() in self.cast.known.words.get("such_as", ()) and before.tag == "KOKOM"

    def of_full(self, k: int) -> tuple[Party, ...]:
        """The sides that phrase `k` names together with what is joined to it: "Russland und Nordkorea"."""
        first, last = full_phrase(self.analysis, k)
        return self.of_range(first, max(last, self.analysis.phrases[k].last))

    def of_phrase(self, k: int) -> tuple[Party, ...]:
        """The side that one base phrase names."""
        if k not in self._of_phrase:
            self._of_phrase[k] = ()  # A pronoun may come back to its own phrase.
            self._of_phrase[k] = tuple(self._party(k))
        return self._of_phrase[k]

    def _party(self, k: int) -> Iterator[Party]:
        phrase = self.analysis.phrases[k]
        head = self.tokens[phrase.head]
        span = Span(self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end)
        if head.tag in PRONOUNS and phrase.last - phrase.first == 1:
            speaker = speaker_of(self.cast, span)
            party = self.named(speaker.name, span) if speaker.name else None
            if party is not None:
                yield party
            return
        person = self._person(phrase)
        if person is not None:
            party = self.named(person, span)
            if party is not None:
                yield party
                return
        body = self.body(phrase)
        kind = self.sides.class_of(head.lemma) if head.tag in ("NN", "ADJA") else None
        if head.tag in ("NE", "FM") or (body is not None and kind is None):
            if body is not None and (code := self.code_of(body, phrase)):
                yield Party(code, span, None)
            return
        if kind is None:
            return
        if kind == "groups":
            yield Party(head.lemma, span, None)
            return
        yield Party(self._state_meant(k) + SUFFIXES[kind], span, None)

    def possessor(self, token: int) -> Party | None:
        """The side that a possessive such as "ihre" or "seine" stands for."""
        span = self.tokens[token].span
        speaker = speaker_of(self.cast, span)
        return self.named(speaker.name, span) if speaker.name else None

    def named(self, name: str, span: Span | None) -> Party | None:
        """The side of somebody by name: a person of the document, or a body."""
        person = self.cast.people.get(name)
        if person is not None:
            code = self._person_code(name)
            entity = self.by_name.get(name)
            return Party(code, span, entity.key if entity else None) if code else None
        body = self.cast.known.bodies.get(name)
        if body is not None:
            code = self.code_of(body, None)
            return Party(code, span, None) if code else None
        head = next((word for word in reversed(name.split()) if word[:1].isupper()), name)
        for i in range(len(self.tokens)):
            if self.tokens[i].lemma == head or self.tokens[i].text == head:
                k = self.analysis.phrase_of[i]
                if k >= 0 and self.analysis.phrases[k].head == i and self.tokens[i].tag == "NN":
                    found = self.of_phrase(k)
                    return replace(found[0], span=span) if found else None
        return None

    def _person(self, phrase: Phrase) -> str | None:
        for run in self.cast.runs_in(phrase.first, phrase.last):
            name = self.cast.full_name(run.text)
            if name is not None:
                return name
        return None

    def _person_code(self, name: str) -> str | None:
        person = self.cast.people[name]
        code = person.code
        if code is None:
            return None
        for organisation, (kind, known) in self.sides.organisations.items():
            if known == code:
                return self._organisation(organisation, kind, known)
        opposed = any(self.sides.class_of(title) == "opposition" for title in person.titles)
        for kind in ("media", "courts", "civilians"):
            if person.titles and all(self.sides.class_of(title) == kind for title in person.titles):
                return code + SUFFIXES[kind]
        return code + SUFFIXES["opposition"] if opposed else code

    def body(self, phrase: Phrase) -> Body | None:
        """The state or organisation whose name stands in the phrase as its head."""
        bodies = self.cast.known.bodies
        for size in (3, 2, 1):
            for start in range(phrase.first, phrase.last - size + 1):
                if size == 1 and start != phrase.head and self.tokens[phrase.head].tag == "NN":
                    continue
                words = self.analysis.text[self.tokens[start].start : self.tokens[start + size - 1].end]
                body = bodies.get(words) or (bodies.get(words[:-1]) if words.endswith("s") else None)
                if body is not None:
                    return body
        return None

    def code_of(self, body: Body, phrase: Phrase | None) -> str | None:
        if body.kind is EntityKind.STATE:
            return body.code
        if body.kind is EntityKind.MEDIUM:
            return self.sides.home + SUFFIXES["media"]
        kind, code = self.sides.organisations.get(body.name, ("organisation", body.code or ""))
        return self._organisation(body.name, kind, code)

    def _organisation(self, name: str, kind: str, code: str) -> str | None:
        if kind in NO_SIDE:
            return None
        if kind in NAMED:
            return code if name not in self.analysis.text and code in self.analysis.text else name
        if kind in OF_A_STATE and len(code) != 2 and code not in ("UN", "NATO"):
            return self.sides.home if code not in ("EUGH",) else "EU"
        return code

    # ---- states ------------------------------------------------------------------------------------------------

    def _adjective(self, token: Token) -> str | None:
        word = token.text.lower()
        for cut in (2, 1, 0):
            code = self.cast.known.adjectives.get(word[: len(word) - cut])
            if code:
                return code
        return None

    def _state_meant(self, k: int) -> str:
        """The state whose government, army or people the phrase means."""
        phrase = self.analysis.phrases[k]
        own = self.front_code(phrase)
        if own is not None:
            return own
        first, last = full_phrase(self.analysis, k, coordinated=False)
        for i in range(phrase.last, last):
            follower = self.analysis.phrase_of[i]
            if follower >= 0 and follower != k:
                body = self.body(self.analysis.phrases[follower])
                if body is not None and (code := self.code_of(body, None)):
                    return code
                if code := self.front_code(self.analysis.phrases[follower]):
                    return code
        return self.state_before(phrase.first)

    def front_code(self, phrase: Phrase) -> str | None:
        for i in range(phrase.first, phrase.last):
            token = self.tokens[i]
            if token.tag == "ADJA" and (code := self._adjective(token)):
                return code
            if token.tag in ("NE", "NN", "TRUNC"):
                front = self.front(token)
                if front is not None:
                    return front
                if i != phrase.head and token.tag == "NE":
                    body = self.body(Phrase(i, i + 1, i, phrase.agreement, None))
                    if body is not None:
                        return self.code_of(body, None)
        return None

    def front(self, token: Token) -> str | None:
        """The side that the first part of a compound names: "US-Armee", "Bundesregierung"."""
        head, hyphen, _ = token.text.partition("-")
        if hyphen:
            body = self.cast.known.bodies.get(head)
            return self.code_of(body, None) if body is not None else None
        lower = token.text.lower()
        if any(lower.startswith(front) and lower != front for front in self.sides.home_fronts):
            return self.sides.home
        return None

    def state_before(self, token: int) -> str:
        """The state named last before the token and not too far from it, else the one named most, else the home state."""
        near = [code for at, code in self.states if token - REACH <= at < token]
        if near:
            return near[-1]
        counts: dict[str, int] = {}
        for _, code in self.states:
            counts[code] = counts.get(code, 0) + 1
        return max(counts, key=lambda code: (counts[code], code)) if counts else self.sides.home
