"""Parties: which political side a noun phrase stands for, as a code."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.known import Body
from lagebild.extraction.entities.speakers import speaker_of
from lagebild.extraction.events.focus import Focus
from lagebild.extraction.events.sides import NAMED, SUFFIXES, plain, sides
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import PLURAL, SINGULAR, Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.event import Party
from lagebild.model.span import Span

PRONOUNS = ("PPER", "PDS", "PPOSAT", "PIS")
NAMES = ("NE", "FM")
QUOTES = "„“”\"»«‚‘’›‹"
LETTERS_OF_A_STATE = 3
# What belongs to no side.
NOBODY = frozenset(("company",))


class Parties:
    """Built once for a document; answers which sides a phrase names."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.analysis = cast.analysis
        self.sides = sides(language)
        self.words = self.sides.words
        self.focus = Focus(self._states_named(), self.sides.home)
        self.groups_named = self._groups_named()
        self.measures = word_lists(language, "phrases")["measures"]
        self.weak: set[Span] = set()
        """The words of sides that are police: their everyday work is no event."""
        self._of_phrase: dict[int, tuple[Party, ...]] = {}

    def _states_named(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = [
            (token, body.code) for token, body, _ in self.cast.bodies if body.kind is EntityKind.STATE and body.code
        ]
        for i, token in enumerate(self.tokens):
            if token.tag == "ADJA" and (code := self._adjective(token)):
                found.append((i, code))
            elif token.tag in NAMES and (code := self.sides.places.get(token.text)):
                found.append((i, code))
        return found

    def _groups_named(self) -> dict[str, str]:
        """Names that stand behind a noun for a group: "die Hilfsorganisation Seebrücke"."""
        found: dict[str, str] = {}
        for phrase in self.analysis.phrases:
            head = self.tokens[phrase.head]
            if head.tag != "NN" or head.lemma.lower().rsplit("-", 1)[-1] not in self.words["named_by"]:
                continue
            rest = self.analysis.text[head.end : self.tokens[phrase.last - 1].end].strip(QUOTES + " ")
            if phrase.last > phrase.head + 1 and rest and rest not in self.cast.known.bodies:
                found[rest] = rest
        return found

    # ---- phrases -----------------------------------------------------------------------------------------------

    def of_range(self, first: int, last: int) -> tuple[Party, ...]:
        """The sides that the words `[first, last)` name, if they are one phrase or an enumeration of phrases."""
        k = next((self.analysis.phrase_of[i] for i in range(first, last) if self.analysis.phrase_of[i] >= 0), -1)
        return self.of_full(k) if k >= 0 else ()

    def of_full(self, k: int) -> tuple[Party, ...]:
        """The sides that phrase `k` names together with what is joined to it: "Russland, China und Kuba"."""
        found: list[Party] = []
        for member in enumerated(self.analysis, k):
            for party in self._examples(member) or self.of_phrase(member):
                if party.code not in {p.code for p in found}:
                    found.append(party)
        return tuple(found)

    def of_phrase(self, k: int) -> tuple[Party, ...]:
        """The side that one base phrase names; two for "beide Seiten"."""
        if k not in self._of_phrase:
            self._of_phrase[k] = ()  # A pronoun may come back to its own phrase.
            self._of_phrase[k] = tuple(self._sides(k))
        return self._of_phrase[k]

    def _examples(self, k: int) -> tuple[Party, ...]:
        """As in "Partner wie Südkorea und Japan", "50 Staaten, darunter Kuba": those named behind the general noun."""
        phrase = self.analysis.phrases[k]
        head = self.tokens[phrase.head]
        if head.tag in ("PIAT", "PIS") and k + 1 < len(self.analysis.phrases):
            following = self.analysis.phrases[k + 1]
            as_many = following.first == phrase.last + 1 and self.tokens[phrase.last].tag == "KOKOM"
            return self._examples(k + 1) if as_many else ()
        if head.lemma.lower() not in self.words["classes_of_states"]:
            return ()
        at = max(full_phrase(self.analysis, k, coordinated=False)[1], phrase.last)
        for i in range(at, min(at + 3, len(self.tokens))):
            if self.tokens[i].text.lower() in self.words["examples_follow"]:
                following = self.analysis.phrase_of[i + 1] if i + 1 < len(self.tokens) else -1
                return self.of_full(following) if following >= 0 and following != k else ()
        return ()

    def _sides(self, k: int) -> Iterator[Party]:
        phrase = self.analysis.phrases[k]
        head = self.tokens[phrase.head]
        span = self.span_of(phrase)
        if head.tag in PRONOUNS and phrase.last - phrase.first == 1:
            yield from self._pronoun(span)
            return
        pair = self._pair(phrase)
        if pair:
            yield from (Party(code, span) for code in pair)
            return
        person = self._person(phrase)
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
        following = self.analysis.text[head.end : span.end].strip(QUOTES + " ")
        if following in self.groups_named:
            yield Party(following, span)
            return
        if head.text in self.sides.names:
            yield Party(self.sides.names[head.text], span)
            return
        if head.text in self.measures and (counted := self._counted(k)) is not None:
            yield from self.of_phrase(counted)
            return
        whole = self.body(phrase)
        if whole is not None and (code := self.code_of(whole)):
            yield Party(code, span)
            return
        if self._is_nobody(phrase):
            return
        kind = self.sides.class_of(head.text) or self.sides.class_of(head.lemma)
        meant = self._by_synonym(phrase, head)
        if meant is not None and kind in (None, "groups", "opposition"):
            yield Party(meant, span)
            return
        if kind is None:
            creed = self._fighters(phrase)
            if creed is not None:
                yield Party(creed, span)
            return
        if kind == "groups":
            yield Party(self.front(head) or self.sides.group(head.text), span)
            return
        person = self._described_person(phrase, span, kind)
        if person is not None:
            yield person
            return
        creed = self._fighters(phrase)
        if creed is not None:
            yield Party(creed, span)
            return
        if kind == "police":
            self.weak.add(span)
        state = self._state_meant(k)
        yield Party(state + SUFFIXES[kind] if len(state) == LETTERS_OF_A_STATE and state.isupper() else state, span)

    def _is_nobody(self, phrase: Phrase) -> bool:
        """As in "die sozialen Medien", and states in general: "viele Staaten"."""
        head = self.tokens[phrase.head]
        words = {self.tokens[i].text.lower() for i in range(phrase.first, phrase.head)}
        if words & self.words["social"]:
            return True
        several = bool(phrase.agreement & PLURAL) and not phrase.agreement & SINGULAR
        return several and head.lemma.lower() in self.words["classes_of_states"] and self.front_code(phrase) is None

    def _counted(self, k: int) -> int | None:
        """As in "Tausende Demonstranten": the phrase of what is counted."""
        last = self.analysis.phrases[k].last
        following = self.analysis.phrase_of[last] if last < len(self.tokens) else -1
        if following < 0 or self.analysis.phrases[following].first != last:
            return None
        return following if self.analysis.phrases[following].preposition is None else None

    def _pronoun(self, span: Span) -> Iterator[Party]:
        speaker = speaker_of(self.cast, span)
        if speaker.name is None:
            return
        for name in speaker.name.split(" und "):
            party = self.named(name, span)
            if party is not None:
                yield party

    def _pair(self, phrase: Phrase) -> tuple[str, ...]:
        """As in "beide Staaten", "die beiden Länder"."""
        if self.tokens[phrase.head].lemma.lower() not in self.words["pairs"]:
            return ()
        if any(self.tokens[i].text.lower() in self.words["both"] for i in range(phrase.first, phrase.head)):
            return self.focus.last_two(phrase.first)
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
        if found is None or found[0] != "person" or self.front_code(phrase) is not None:
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
        names = {body.name for body in found}
        named = [body for token, body, _ in self.cast.bodies if body.name in names and token < phrase.first]
        named = named or [body for _, body, _ in self.cast.bodies if body.name in names]
        return self.code_of(named[-1]) if named else None

    def possessor(self, token: int) -> Party | None:
        """The side that a possessive such as "ihre" or "seine" stands for."""
        span = self.tokens[token].span
        speaker = speaker_of(self.cast, span)
        return self.named(speaker.name, span) if speaker.name else None

    # ---- names -------------------------------------------------------------------------------------------------

    def named(self, name: str, span: Span | None) -> Party | None:
        """The side of somebody by name: a person of the document, a body, or who the noun in the name is."""
        if name in self.cast.people:
            code = self._person_code(name)
            return Party(code, span) if code else None
        body = self.cast.known.bodies.get(name)
        if body is not None:
            code = self.code_of(body)
            return Party(code, span) if code else None
        if name in self.sides.names or name in self.groups_named:
            return Party(self.sides.names.get(name, name), span)
        for word in reversed(name.split()):
            found = self._by_word(word) if word[:1].isupper() else None
            if found is not None:
                return replace(found, span=span)
        return None

    def _by_word(self, word: str) -> Party | None:
        """The side of the first phrase whose head is this word."""
        for i, token in enumerate(self.tokens):
            if word in (token.text, token.lemma) and token.tag in ("NN", "NE", "FM"):
                k = self.analysis.phrase_of[i]
                if k >= 0 and self.analysis.phrases[k].head == i:
                    found = self.of_phrase(k)
                    return found[0] if found else None
        return None

    def _person(self, phrase: Phrase) -> str | None:
        for run in self.cast.runs_in(phrase.first, phrase.last):
            name = self.cast.full_name(run.text)
            if name is not None and name not in self.cast.known.bodies:
                return name
        return None

    def _person_code(self, name: str) -> str | None:
        person = self.cast.people[name]
        titles = {self.sides.class_of(title) for title in person.titles}
        code = person.code or self._code_beside(name) or self._holder_code(name)
        if code is None and titles & {"state", "opposition"}:
            code = self.focus.at(person.first + 1)
        if code is None or {title.rsplit("-", 1)[-1] for title in person.titles} & self.words["private"]:
            return None
        if self._of_code(code) != code:
            return self._of_code(code)
        if "opposition" in titles:
            return code + SUFFIXES["opposition"]
        for kind in ("media", "courts", "civilians"):
            if titles and titles == {kind}:
                return code + SUFFIXES[kind]
        return code

    def _holder_code(self, name: str) -> str | None:
        words = name.split()
        given = {plain(term.name.split()[0]) for term in self.sides.holders.get(plain(words[-1]), ())}
        if len(words) > 1 and plain(words[0]) not in given:
            return None
        return self.sides.holder_code(words[-1], self.cast.findings.document.date)

    def _code_beside(self, name: str) -> str | None:
        """As in "Ada Holm (CDU)", "Venezuelas Staatschef Maduro": a side named right beside the person."""
        for run in self.cast.runs:
            if self.cast.full_name(run.text) != name:
                continue
            if run.last + 1 < len(self.tokens) and self.tokens[run.last].text == "(":
                body = self.cast.known.bodies.get(self.tokens[run.last + 1].text)
                if body is not None and body.code:
                    return body.code
            phrase = self.cast.phrase(run.first)
            if phrase is None:
                continue
            code = self.front_code(phrase)
            if code is None and phrase.first > 0:
                body = self._body_at(phrase.first - 1)
                genitive = self.tokens[phrase.first - 1].text.endswith("s")
                code = body.code if body is not None and genitive and body.form != "demonym" else None
            if code is not None:
                return code
        return None

    def _name(self, phrase: Phrase) -> str | None:
        text = self.analysis.text[self.tokens[phrase.first].start : self.tokens[phrase.last - 1].end]
        head = self.tokens[phrase.head]
        for words in (text, head.text, head.text.removesuffix("s")):
            if words in self.sides.names:
                return self.sides.names[words]
            if words in self.groups_named:
                return words
        body = self.body(phrase)
        if body is not None:
            return self.code_of(body)
        if self.sides.class_of(head.text) == "groups":
            return self.sides.group(head.text)
        return self.front(head) or self._holder(phrase)

    def _holder(self, phrase: Phrase) -> str | None:
        """As in "Xi und Trump": who is in office under that name."""
        for i in range(phrase.last - 1, phrase.first - 1, -1):
            text = self.tokens[i].text
            for word in (text, text.removesuffix("s")):
                code = self.sides.holder_code(word, self.cast.findings.document.date)
                if code is not None:
                    return self._of_code(code)
        return None

    def _of_code(self, code: str) -> str | None:
        named = {known: (usual, kind) for usual, (kind, known) in reversed(self.sides.organisations.items())}
        return self._organisation(named[code][0], named[code][1], code) if code in named else code

    def place(self, k: int) -> str | None:
        """The state in which the town or region that phrase `k` names lies."""
        phrase = self.analysis.phrases[k]
        words = self.analysis.text[self.tokens[phrase.head].start : self.tokens[phrase.last - 1].end]
        for name in (words, self.tokens[phrase.last - 1].text):
            found = self.sides.places.get(name) or self.sides.places.get(name.removesuffix("s"))
            if found is not None:
                return found
        adjective = next((self.tokens[i].text for i in range(phrase.first, phrase.head)), "")
        return self.sides.places.get(adjective.removesuffix("er")) if adjective.endswith("er") else None

    def _body_at(self, i: int) -> Body | None:
        text = self.tokens[i].text
        return self.cast.known.bodies.get(text) or self.cast.known.bodies.get(text.removesuffix("s"))

    def body(self, phrase: Phrase) -> Body | None:
        """The state or organisation whose name stands in the phrase as its head."""
        bodies = self.cast.known.bodies
        for size in (3, 2, 1):
            for start in range(phrase.first, phrase.last - size + 1):
                end = start + size
                if not start <= phrase.head < end and self.tokens[phrase.head].tag == "NN":
                    apposed = start > phrase.head and end == phrase.last
                    if not apposed or self._is_person_noun(phrase):
                        continue
                words = self.analysis.text[self.tokens[start].start : self.tokens[end - 1].end]
                body = bodies.get(words) or (bodies.get(words[:-1]) if words.endswith("s") else None)
                if body is not None:
                    return body
        return None

    def _is_person_noun(self, phrase: Phrase) -> bool:
        found = self.cast.known.kind_of(self.tokens[phrase.head].lemma)
        return found is not None and found[0] == "person"

    def code_of(self, body: Body) -> str | None:
        """The code by which events know a body; None for a company."""
        if body.kind is EntityKind.STATE:
            return body.code
        if body.kind is EntityKind.MEDIUM:
            return self._medium(body)
        kind, code = self.sides.organisations.get(body.name, ("organisation", body.code or ""))
        return self._organisation(body.name, kind, code)

    def _medium(self, body: Body) -> str:
        """As in "die nordkoreanische Nachrichtenagentur KCNA": of the state that an adjective beside its name says."""
        for token, other, _ in self.cast.bodies:
            if other.name == body.name and (phrase := self.cast.phrase(token)) is not None:
                code = self.front_code(phrase)
                if code is not None:
                    return code + SUFFIXES["media"]
        return self.sides.home + SUFFIXES["media"]

    def _organisation(self, name: str, kind: str, code: str) -> str | None:
        if kind in NOBODY:
            return None
        if code in self.sides.codes:
            return self.sides.codes[code]
        if kind in NAMED:
            return next((v for v in self.sides.acronyms.get(name, ()) if v in self.analysis.text), name)
        return code

    # ---- states ------------------------------------------------------------------------------------------------

    def span_of(self, phrase: Phrase) -> Span:
        """The words of a phrase."""
        return Span(self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end)

    def _adjective(self, token: Token) -> str | None:
        word = token.text.lower()
        for cut in (2, 1, 0):
            code = self.cast.known.adjectives.get(word[: len(word) - cut])
            if code:
                return code
        return None

    def _state_meant(self, k: int) -> str:
        """The state or organisation whose government, army or people the phrase means."""
        phrase = self.analysis.phrases[k]
        own = self.front_code(phrase)
        if own is not None:
            return own
        if self.tokens[phrase.head].lemma.lower() in self.words["home_nouns"]:
            return self.sides.home
        first, last = full_phrase(self.analysis, k, coordinated=False)
        for i in range(phrase.last, last):
            follower = self.analysis.phrase_of[i]
            if follower >= 0 and follower != k:
                other = self.analysis.phrases[follower]
                body = self.body(other)
                if body is not None and (code := self.code_of(body)):
                    return code.split("-")[0] if len(code) > LETTERS_OF_A_STATE and code[:3].isupper() else code
                if code := self.front_code(other):
                    return code
        if phrase.first > 0 and (before := self._body_at(phrase.first - 1)) is not None:
            if self.tokens[phrase.first - 1].text.endswith("s") and before.code and before.form != "demonym":
                return self.code_of(before) or before.code
        return self.focus.at(phrase.first)

    def front_code(self, phrase: Phrase, *, behind: bool = True) -> str | None:
        """The side that an adjective, a name before the noun, the first part of a compound or, with `behind`, a name
        in the genitive behind the noun names."""
        for i in range(phrase.first, phrase.last):
            token = self.tokens[i]
            if token.tag == "ADJA":
                code = self._adjective(token) or self._of_town(token)
                if code:
                    return code
            if token.tag in ("NE", "NN", "TRUNC"):
                front = self.front(token)
                if front is not None:
                    return front
                owner = behind and i > phrase.head and token.text.endswith(("s", "'", "’"))
                if (i < phrase.head or owner) and token.tag == "NE":
                    name = token.text.removesuffix("s")
                    body = self._body_at(i)
                    code = self.sides.names.get(name) or (self.code_of(body) if body is not None else None)
                    if code:
                        return code
        return None

    def _of_town(self, token: Token) -> str | None:
        """As in "die Prager Regierung"."""
        body = self.cast.known.bodies.get(token.text.removesuffix("er"))
        if body is None or not token.text.endswith("er") or body.form != "capital":
            return None
        return body.code

    def front(self, token: Token) -> str | None:
        """The side that the first part of a compound names: "US-Armee", "Bundesregierung"."""
        head, hyphen, _ = token.text.partition("-")
        if hyphen:
            body = self.cast.known.bodies.get(head) or self.cast.known.bodies.get(f"{head}s")
            if head in self.sides.names:
                return self.sides.names[head]
            return self.code_of(body) if body is not None and body.kind is not EntityKind.MEDIUM else None
        lower = token.text.lower()
        if any(lower.startswith(front) and lower != front for front in self.sides.home_fronts):
            return self.sides.home
        return None
