"""Cast: everybody whom a document names, in text order, with full names, titles, gender and state."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property, partial
from typing import NamedTuple

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.acronyms import is_acronym, long_names
from lagebild.extraction.entities.ages import ages_told
from lagebild.extraction.entities.bodies_told import BodiesTold
from lagebild.extraction.entities.body_kinds import body_kinds
from lagebild.extraction.entities.fuller import is_fuller, stands_in
from lagebild.extraction.entities.homographs import means_medium
from lagebild.extraction.entities.index import Index, Run
from lagebild.extraction.entities.known import Body, Known, Term, known
from lagebild.extraction.entities.name_forms import is_inflected, with_particle
from lagebild.extraction.entities.name_runs import NAMES, QUOTES, name_runs, named_together
from lagebild.extraction.entities.person import Person
from lagebild.extraction.entities.predicates import predicated_titles
from lagebild.extraction.entities.strangers import strangers
from lagebild.extraction.entities.traits import Traits
from lagebild.extraction.once import Once
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Analysis, Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.span import Span

# How many names and descriptions back a later mention may reach: a reader of a report remembers no more.
REMEMBERED = 400

# How the first word of a body in the table may be tagged.
NAMING = ("NE", "NN", "FM", "ADJA", "ART", "APPR")
# So many letters tell that a word begins no name of a body.
BEGINNING = 4
OPENING_QUOTES = frozenset('„“”"»«‚‘')
INITIAL = re.compile(r"[A-ZÄÖÜ]\.")


class Seen(NamedTuple):
    """A place where somebody is named."""

    token: int
    name: str
    subject: bool


class Cast:
    """Answers who a name, an office or a description is, on the day that the document was published; read-only."""

    def __init__(self, analysis: Analysis, day: date | None, language: Language) -> None:
        self.day = day
        self.analysis = analysis
        self.tokens: tuple[Token, ...] = self.analysis.tokens
        self.phrases: tuple[Phrase, ...] = self.analysis.phrases
        self.known: Known = known(language)
        self.body_kinds = body_kinds(language)
        self.starts = self.analysis.where.starts
        self.traits = Traits(self.analysis, self.known, self.body_kinds)
        links = word_lists(language, "phrases")["name_links"]
        self.runs = list(name_runs(self.analysis, self.known, self.body_kinds, links))
        self.run_starts = [run.first for run in self.runs]
        self.aged = ages_told(self.analysis, self.runs, self.known)
        """Where an age is told of somebody, in text order."""
        self._ages = {aged.run.first: aged.age for aged in reversed(self.aged) if aged.run is not None}
        self.people: dict[str, Person] = {}
        self.surnames: dict[str, str] = {}
        self.seen: list[Seen] = []
        self.bodies: list[tuple[int, Body, str]] = []
        """Token, what the table knows, the words."""
        self.groups: list[tuple[int, str, int]] = []
        """Token of the head, its lemma, the phrase: descriptions of bodies and persons without a name."""
        self.subjects = {clause.subject for clause in self.analysis.clauses if clause.subject is not None}
        self.name_words = frozenset([self.tokens[i].text for i in self.analysis.where.tagged(*NAMES)])
        self.long_names = long_names(self.analysis, self.known)
        """Tokens of the long names that the document gives for its acronyms."""
        self._has_name: dict[str, bool] = {}
        self._speeches = Near((q.inner for q in self.analysis.quotations if q.depth == 0), lambda inner: inner)
        self._introduce()
        self._add_given_names()
        self._add_bare_surnames()
        self._recognise()
        for run, noun in predicated_titles(self.analysis, self.runs, self.known):
            name = self.full_name(run.text)
            if name in self.people:
                self.people[name].titles.add(noun)
                if self.known.kind_of(noun.capitalize()) == ("person", "f"):
                    self.people[name].gender = "f"
        self.index = Index(
            self.analysis, self.known, day, runs=self.runs, bodies=self.bodies, people=self.people,
            full_name=partial(_full_name, self.surnames),
        )  # fmt: skip
        unknown = [run for run in strangers(self.analysis, self.runs, self.known) if self.full_name(run.text) is None]
        self.strangers = [Seen(r.first, r.text, self.analysis.phrase_of[r.first] in self.subjects) for r in unknown]
        """Where somebody is named of whom nothing else is known."""
        self.persons_seen = sorted([*self.seen, *self.strangers])

    @cached_property
    def bodies_told(self) -> BodiesTold:
        """The firms, authorities and other bodies of the document, by kind."""
        return BodiesTold(self)

    # ---- names -------------------------------------------------------------------------------------------------

    def _introduce(self) -> None:
        """Full names first, with what stands beside them."""
        for run in self.runs:
            if run.last - run.first < 2 or run.text in self.known.bodies:
                continue
            given = self.known.given.get(self.tokens[run.first].text)
            if given is None and run.first and self.tokens[run.first - 1].text in OPENING_QUOTES:
                continue  # "der Täter „Alle Macht“ rief"
            title = self.traits.title(run)
            if given is None and title is not None and self.traits.is_firm(title):
                continue
            if given is None and (title is None or self.traits.kind(title) != "person"):
                aged = run.first in self._ages or self._is_initialled(run)
                if not aged and self.traits.apposed_title(run) is None and not self._looks_like_person(run):
                    continue
            name = self._as_named(run)
            person = self.people.get(name)
            if person is None:
                person = self.people[name] = Person(name, run.first, given if given in ("m", "f") else None)
            self.traits.add_titles(person, run)
        for person in self.people.values():
            words = person.name.split()
            for key in {" ".join(words[i:]) for i in range(len(words))} | set(with_particle(words[-1])):
                holder = self.surnames.get(key)
                if holder is None or self.people[holder].first > person.first:
                    self.surnames[key] = person.name
            person.known = self._term_of(person)
            if person.known is not None:
                person.code = person.code or person.known.code

    def _add_given_names(self) -> None:
        """A given name alone means the only person of the document who bears it: "Greta" is "Greta Holm", and the first
        of two unknown names is "Abhisit" if an official has it."""
        bearers: dict[str, list[str]] = {}
        for person in self.people.values():
            bearers.setdefault(person.name.split()[0], []).append(person.name)
        for given, names in bearers.items():
            bears = given in self.known.given or self._is_called_by_first(names[0])
            if len(names) == 1 and bears and given not in self.known.bodies:
                self.surnames.setdefault(given, names[0])

    def _is_called_by_first(self, name: str) -> bool:
        """As in "Ministerpräsident Abhisit Vejjajiva": in many countries officials go by the first of their names."""
        words = name.split()
        person = self.people[name]
        if len(words) != 2 or person.code is None or not person.titles:
            return False
        return not any(self.known.given.lists(word) or word in self.known.bodies for word in words)

    def _add_bare_surnames(self) -> None:
        """A surname that is a word too ("Wenden", "Wald") is a name where no article stands before it."""
        taken = {i for run in self.runs for i in range(run.first, run.last)}
        for i in self.analysis.where.written(self.surnames.keys()):
            token = self.tokens[i]
            if i in taken or token.tag not in ("NN", "VVINF", "VVFIN", "ADJD", "ADJA") or not token.text[:1].isupper():
                continue
            if i == 0 or self.tokens[i - 1].tag not in ("ART", "ADJA", "APPRART", "PIAT", "CARD"):
                self.runs.append(Run(i, i + 1, token.text))
        self.runs.sort()
        self.run_starts = [run.first for run in self.runs]

    def _is_initialled(self, run: Run) -> bool:
        """As in "Kennedy K.": of a surname that may not be told the first letter stands."""
        return run.last - run.first == 2 and INITIAL.fullmatch(self.tokens[run.last - 1].text) is not None

    def _as_named(self, run: Run) -> str:
        """The name as the document writes it elsewhere: without the genitive's s, "Jonas K." for "Jonas K"."""
        bare = run.text.removesuffix("s")
        last = bare.rpartition(" ")[2]
        if bare != run.text and last not in self.known.bodies and (bare in self._alone or last in self._alone):
            return bare  # "Ada Holms Chef"
        begun = INITIAL.fullmatch(f"{self.tokens[run.last - 1].text}.") is not None
        return f"{run.text}." if begun and f"{run.text}." in self.analysis.text else run.text

    def _looks_like_person(self, run: Run) -> bool:
        """Two words of a name of which no table knows anything, and the second turns up alone."""
        words = [self.tokens[i].text for i in range(run.first, run.last)]
        if any(word in self.known.bodies for word in words):
            return False
        return any(self._last_alone.get(word, -1) > run.last for word in (words[-1], words[-1].rstrip("s")))

    @cached_property
    def enumerated(self) -> dict[int, set[str]]:
        """The people whom the document names one after another, by how many they are: "Holm, Tann und Wald"."""
        found: dict[int, set[str]] = {}
        starts = {run.first for run in self.runs if self.full_name(run.text) is not None}
        for k, phrase in enumerate(self.phrases):
            follows = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
            if phrase.first not in starts or follows is None or (follows.tag != "KON" and follows.text != ","):
                continue
            first, last = full_phrase(self.analysis, k)
            runs = self.runs_in(first, last)
            names = tuple(name for run in runs if (name := self.full_name(run.text)) is not None)
            word = next((self.tokens[i].text for i in range(first, last) if self.tokens[i].tag == "KON"), None)
            if len(names) == len(runs) > 1 and word is not None:
                found.setdefault(len(names), set()).add(named_together(names, word))
        return found

    @cached_property
    def _alone(self) -> frozenset[str]:
        """The names of the document as they stand there."""
        return frozenset(run.text for run in self.runs)

    @cached_property
    def _last_alone(self) -> dict[str, int]:
        """By a name of one word, without the ending of a genitive: where it stands last."""
        return {run.text.rstrip("s"): run.first for run in self.runs if run.last - run.first == 1}

    def terms_of(self, person: Person) -> list[Term]:
        """The terms of office that the person may hold on the day of the report."""
        return self.known.held_by(person.name, self.day)

    def _term_of(self, person: Person) -> Term | None:
        held = self.terms_of(person)
        if held:
            return held[0]
        return next((t for t in self.known.terms.get(person.name.split()[-1], ()) if t.name == person.name), None)

    def is_unknown_name(self, phrase: Phrase) -> bool:
        """Whether the phrase is one word of a name that no table has: it may be anybody's surname."""
        word = self.tokens[phrase.head].text
        return (
            phrase.last - phrase.first == 1
            and self.tokens[phrase.head].tag in NAMES
            and word not in self.known.bodies
            and word not in self.known.given
            and not is_acronym(word)
            and self.full_name(word) is None
        )

    def full_name(self, text: str) -> str | None:
        """The fullest name of the person whom these words name, None where the document names none."""
        return _full_name(self.surnames, text)

    def _is_body(self, name: str) -> bool:
        """Whether the table knows the name, also in the genitive, or a figure shows a thing: "der Flieger A-380"."""
        return self.known.body_called(name) is not None or any(letter.isdigit() for letter in name)

    def _recognise(self) -> None:
        """Every place where somebody is named, in text order."""
        subjects = self.subjects
        for run in self.runs:
            name = self.full_name(run.text)
            k = self.analysis.phrase_of[run.first]
            if name is None:
                title = self.traits.title(run)
                quoted = run.first and self.tokens[run.first - 1].text in OPENING_QUOTES
                person = title is not None and self.traits.kind(title) == "person" and not self.traits.is_firm(title)
                if ((person and not quoted) or self._is_aged(run)) and not self._is_body(run.text):
                    name = run.text
                    self.people.setdefault(name, Person(name, run.first, self.traits.gender(self.phrases[k])))
                    self.surnames.setdefault(name, name)
                    self.traits.add_titles(self.people[name], run)
            else:
                self.traits.add_titles(self.people[name], run)
            if name is not None:
                self.people[name].age = self.people[name].age or self._ages.get(run.first)
                self.seen.append(Seen(run.first, name, k in subjects or self._apposed_subject(run)))
        for named in self.people.values():
            named.gender = named.gender or self.known.gender_of(named.name)
        for k, phrase in enumerate(self.phrases):
            head = self.tokens[phrase.head]
            if head.tag == "NN":
                kind = self.traits.kind(head)
                if kind is not None or self.known.is_text(head.lemma):
                    self.groups.append((phrase.first, head.lemma.lower(), k))
        self._find_bodies()

    def _apposed_subject(self, run: Run) -> bool:
        """As in "tritt Karl Martins, Sprecher der Werft, vor die Presse": the apposition passes for the subject."""
        behind = run.last + 1
        if behind >= len(self.tokens) or self.tokens[run.last].text != ",":
            return False
        k = self.analysis.phrase_of[behind]
        return k in self.subjects and self.traits.apposed_title(run) is not None

    def _is_aged(self, run: Run) -> bool:
        """As in "die 20-jährige Malina", "Malina (20)": an age makes one word of a name a person's."""
        if run.first not in self._ages:
            return False
        age = self._ages[run.first]
        inside = any(aged.run == run and aged.phrase >= 0 for aged in self.aged)
        taken_up = any(aged.age == age and aged.run is None for aged in self.aged)
        return inside or taken_up or run.text in self.known.given

    def _find_bodies(self) -> None:
        bodies, beginnings = self.known.bodies, _beginnings(self.known)
        where = self.analysis.where
        names = {text for text in where.of_text if text[:BEGINNING] in beginnings and text[:1].isupper()}
        medium_until = 0
        for i in where.written(names):
            token = self.tokens[i]
            if token.tag not in NAMING:
                continue
            for size in (3, 2, 1):
                if i + size > len(self.tokens):
                    continue
                words = self.analysis.text[token.start : self.tokens[i + size - 1].end]
                body = bodies.get(words) or (bodies.get(words[:-1]) if words.endswith("s") else None)
                if body is None:
                    continue
                if body.kind is EntityKind.MEDIUM:
                    if i < medium_until or not means_medium(self.analysis, self.known, i, i + size):
                        break  # "Times" in "New York Times" is no other paper
                    medium_until = i + size
                self.bodies.append((i, body, words))
                break

    def sentence_around(self, token: int) -> range:
        """The tokens of the sentence that holds the token."""
        sentence = self.analysis.sentences[self.analysis.sentence_of[token]]
        return range(sentence.first, sentence.last)

    def in_same_words(self, token: int, other: int) -> bool:
        """Whether the first stands in the report's own words or in the same speech as the other: whom a speaker names
        in a quotation or in the Konjunktiv is not whom the report means next."""
        return self.in_same_speech(token, other) and (not self._is_reported(token) or self._is_reported(other))

    def in_same_speech(self, token: int, other: int) -> bool:
        """Whether the other stands in each quotation that holds the first."""
        at, there = self.starts[token], self.starts[other]
        return all(inner.start <= there < inner.end for inner in self._speeches.holding(Span(at, at + 1)))

    def _is_reported(self, token: int) -> bool:
        k = self.analysis.clause_of[token]
        finite = self.analysis.clauses[k].finite if k >= 0 else None
        verb = self.tokens[finite].verb if finite is not None else None
        return verb is not None and verb.mood == "kon1"

    def seen_before(self, token: int) -> list[Seen]:
        """Where persons were named lately before the token, in text order."""
        end = bisect_left(self.seen, token, key=lambda seen: seen.token)
        return self.seen[max(0, end - REMEMBERED) : end]

    def anybody_before(self, token: int) -> list[Seen]:
        """The same with strangers, who may be persons."""
        end = bisect_left(self.persons_seen, token, key=lambda seen: seen.token)
        return self.persons_seen[max(0, end - REMEMBERED) : end]

    def seen_behind(self, token: int) -> list[Seen]:
        """Where persons are named next, from the token on, in text order."""
        first = bisect_left(self.seen, token, key=lambda seen: seen.token)
        return self.seen[first : first + REMEMBERED]

    def groups_before(self, token: int) -> Iterator[tuple[int, str, int]]:
        """Descriptions lately before the token, the last first."""
        end = bisect_left(self.groups, token, key=lambda group: group[0])
        return reversed(self.groups[max(0, end - REMEMBERED) : end])

    def body_name(self, body: Body, words: str) -> str:
        """The name by which the document calls a body: the fullest of its names that stands in the text, else the
        usual one where it does, else these words."""
        short = body.name if self.index.first_place(body.name) >= 0 else words
        fuller = [n for n in self.known.names.get(body.name, ()) if is_fuller(n, short) and self._has(n)]
        # The table has the nominative first: of "Vereinte Nationen" and "Vereinten Nationen" the former.
        found = max(fuller, key=lambda name: len(name.rpartition(" ")[2]) + name.count(" "), default=short)
        return body.name if is_inflected(found, body.name) else found

    def _has(self, name: str) -> bool:
        if name not in self._has_name:
            self._has_name[name] = stands_in(name, self.analysis.text)
        return self._has_name[name]

    def runs_before(self, token: int) -> list[Run]:
        """The names lately before the token, in text order."""
        end = bisect_left(self.run_starts, token)
        return self.runs[max(0, end - REMEMBERED) : end]

    def runs_in(self, first: int, last: int) -> list[Run]:
        """The names that lie wholly inside `[first, last)`."""
        found = []
        for k in range(bisect_left(self.run_starts, first), len(self.runs)):
            run = self.runs[k]
            if run.first >= last:
                break
            if run.last <= last:
                found.append(run)
        return found


def _full_name(surnames: dict[str, str], text: str) -> str | None:
    text = text.strip(QUOTES)
    for key in (text, text.removesuffix("s"), text.rstrip("'’"), f"{text}."):
        if key in surnames:
            return surnames[key]
    return None


@cache
def _beginnings(known: Known) -> frozenset[str]:
    """How the names of bodies begin, also such with the s of a genitive: most words of a report do not begin so."""
    return frozenset(f"{name}s"[:size] for name in known.bodies for size in range(1, BEGINNING + 1))


def _cast(findings: Findings, language: Language) -> Cast:
    assert findings.analysis is not None
    return Cast(findings.analysis, findings.document.date, language)


# Entities, attributions, events and records all ask who is meant: one cast serves them.
cast_of = Once(_cast, by=lambda findings: (findings.document, findings.analysis))
