"""Speakers: who a source is, by the fullest name that the document itself gives."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.cast import QUOTES, Cast, Person, Run
from lagebild.extraction.entities.known import in_office
from lagebild.extraction.entities.nominative import dictionary_form
from lagebild.model.analysis import ANY, GENITIVE, SINGULAR, Clause, Phrase, Token
from lagebild.model.entity import EntityKind
from lagebild.model.span import Span

# How many tokens back an unnamed person may last have been named to be meant again.
NEAR = 160
# How many sentences back a subject may stand that a pronoun takes up.
SENTENCES_BACK = 3
# A description of more tokens than this names somebody of its own.
SHORT = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the name as the document has it, how it was found, and how surely.

    `token` is where the source stands, for the order of mentions; `gender` "m", "f", "n", "p" or None.
    """

    name: str | None
    reason: str
    confidence: float
    gender: str | None = None
    token: int = -1


def speaker_of(cast: Cast, source: Span, *, running: Speaker | None = None) -> Speaker:
    """The speaker whom the source span names; `running` is who spoke last, for pronouns and descriptions."""
    tokens = cast.tokens
    first = bisect_left(cast.starts, source.start)
    last = max(bisect_left(cast.starts, source.end), first + 1)
    found = _Source(cast, first, last, running).speaker()
    if found.token < 0:
        return Speaker(found.name, found.reason, found.confidence, found.gender, min(first, len(tokens) - 1))
    return found


def last_named(cast: Cast, token: int) -> Speaker | None:
    """The person who was the last subject before the token: whom a report means that names no speaker."""
    for seen in reversed(cast.seen_before(token)):
        if seen.subject and token - seen.token < NEAR:
            person = cast.people[seen.name]
            return Speaker(seen.name, "the person told of last", 0.5, person.gender, token)
    return None


class _Source:
    """One source and the questions asked about it, from the surest to the vaguest."""

    def __init__(self, cast: Cast, first: int, last: int, running: Speaker | None) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.words = cast.known.words
        self.first = first
        self.last = self._without_parenthesis(first, last)
        self.running = running
        k = next((cast.analysis.phrase_of[i] for i in range(first, self.last) if cast.analysis.phrase_of[i] >= 0), -1)
        self.index = k
        self.phrase: Phrase | None = cast.phrases[k] if k >= 0 else None
        self.head: Token = self.tokens[self.phrase.head] if self.phrase else self.tokens[first]
        found = cast.known.kind_of(self.head.lemma) if self.head.tag == "NN" else None
        self.kind = found[0] if found else None
        self.lower = self.tokens[first].text.lower()

    def _without_parenthesis(self, first: int, last: int) -> int:
        while last > first + 1 and self.tokens[last - 1].text == ")":
            opening = next((x for x in range(last - 1, first, -1) if self.tokens[x].text == "("), None)
            if opening is None:
                break
            last = opening
        return last

    def speaker(self) -> Speaker:
        return (
            self._pronoun()
            or self._several()
            or self._named()
            or self._quoted_name()
            or self._described()
            or self._plain()
        )

    # ---- pronouns ----------------------------------------------------------------------------------------------

    def _pronoun(self) -> Speaker | None:
        tag = self.tokens[self.first].tag
        short = self.last - self.first == 1 or (self.last - self.first == 2 and tag in ("PPER", "PDS"))
        if self.lower in self.words["own"] and self.last - self.first == 1:
            return self._subject_of_clause()
        if not short or tag not in ("PPER", "PDS", "PRELS", "PPOSAT"):
            return None
        if self.lower in self.words["anybody"]:
            return Speaker(self.tokens[self.first].text, "nobody in particular", 0.3)
        if tag != "PPOSAT" and self._is_plural():
            return self._plural()
        gender = "m" if self.lower in self.words["masculine"] else "f"
        return self._nearest(gender) or Speaker(self.tokens[self.first].text, "nobody found for the pronoun", 0.2)

    def _is_plural(self) -> bool:
        analysis = self.cast.analysis
        k = analysis.clause_of[self.first] if analysis.clause_of else -1
        if k < 0 or analysis.clauses[k].finite is None or self.lower not in self.words["feminine"]:
            return False
        finite = analysis.clauses[k].finite
        verb = self.tokens[finite].verb if finite is not None else None
        return verb is not None and "s" not in verb.numbers

    def _nearest(self, gender: str) -> Speaker | None:
        """Who of that gender was last a subject or last spoke, else was last named."""
        word = self.tokens[self.first].text
        cast, running = self.cast, self.running
        before = cast.seen_before(self.first)
        subject = next(
            (
                s
                for s in reversed(before)
                if s.subject and self._gender(s.name) == gender and self.first - s.token < NEAR
            ),
            None,
        )
        fits = running is not None and running.name is not None and running.gender in (gender, None)
        if (
            running is not None
            and fits
            and (subject is None or running.token >= subject.token or running.name == subject.name)
        ):
            return Speaker(running.name, f"“{word}”: who spoke last", 0.85, gender, self.first)
        if subject is not None:
            return Speaker(subject.name, f"“{word}”: the last subject that agrees", 0.8, gender, self.first)
        for seen in reversed(before):
            if self._gender(seen.name) in (gender, None) and self.first - seen.token < NEAR:
                return Speaker(seen.name, f"“{word}”: the last person named", 0.65, gender, self.first)
        body = self._last_subject_phrase(gender)
        if body is not None:
            return body
        if running is not None and running.name is not None:
            return Speaker(running.name, f"“{word}”: who spoke last", 0.5, running.gender, self.first)
        return None

    def _last_subject_phrase(self, gender: str) -> Speaker | None:
        for phrase, k in self._subjects_before():
            if self.cast.gender(phrase) == gender and self.tokens[phrase.head].tag in ("NN", "NE"):
                return self._as_named(k, f"“{self.tokens[self.first].text}”: the last subject that agrees", 0.6, gender)
        return None

    def _clauses_before(self, sentence: int) -> Iterator[Clause]:
        """The clauses of this sentence and of the few before it, the last first."""
        analysis = self.cast.analysis
        last = analysis.sentences[sentence].last - 1
        k = next((analysis.clause_of[i] for i in range(last, -1, -1) if analysis.clause_of[i] >= 0), -1)
        while k + 1 < len(analysis.clauses) and analysis.clauses[k + 1].sentence == sentence:
            k += 1
        while k >= 0 and analysis.clauses[k].sentence >= sentence - SENTENCES_BACK:
            yield analysis.clauses[k]
            k -= 1

    def _plural_subjects_before(self) -> Iterator[int]:
        """Subjects, the last first, that their verb or their own form shows to be plural."""
        analysis = self.cast.analysis
        here = analysis.sentence_of[self.first]
        for clause in self._clauses_before(here):
            if clause.subject is None or clause.finite is None:
                continue
            phrase = self.cast.phrases[clause.subject]
            verb = self.tokens[clause.finite].verb
            plural = verb is not None and "s" not in verb.numbers
            if phrase.last <= self.first and plural and self.tokens[phrase.head].tag in ("NN", "NE"):
                yield clause.subject

    def _subjects_before(self) -> Iterator[tuple[Phrase, int]]:
        analysis = self.cast.analysis
        here = analysis.sentence_of[self.first]
        for clause in self._clauses_before(here):
            if clause.subject is None:
                continue
            phrase = self.cast.phrases[clause.subject]
            if phrase.last <= self.first:
                yield phrase, clause.subject

    def _plural(self) -> Speaker | None:
        word = self.tokens[self.first].text
        if self.running is not None and self.running.gender == "p" and self.first - self.running.token < NEAR:
            return Speaker(self.running.name, f"“{word}”: who spoke last", 0.8, "p", self.first)
        for k in self._plural_subjects_before():
            return self._as_named(k, f"“{word}”: the last plural subject", 0.65, "p")
        return Speaker(word, "nobody found for the pronoun", 0.2, "p")

    def _subject_of_clause(self) -> Speaker:
        analysis = self.cast.analysis
        k = analysis.clause_of[self.first]
        if k >= 0 and analysis.clauses[k].subject is not None:
            subject = self.cast.phrases[analysis.clauses[k].subject or 0]
            if not subject.first <= self.first < subject.last:
                start, end = full_phrase(analysis, analysis.clauses[k].subject or 0)
                span = Span(self.tokens[start].start, self.tokens[end - 1].end)
                return speaker_of(self.cast, span, running=self.running)
        if self.running is not None:
            return Speaker(self.running.name, "who spoke last", 0.5, self.running.gender, self.first)
        return Speaker(None, "the text names nobody", 0.3)

    def _gender(self, name: str) -> str | None:
        person = self.cast.people.get(name)
        return person.gender if person else None

    # ---- names -------------------------------------------------------------------------------------------------

    def _several(self) -> Speaker | None:
        tokens = self.tokens
        joined = [i for i in range(self.first, self.last) if tokens[i].tag == "KON"]
        if not joined or self.phrase is None or joined[0] < self.phrase.last - 1:
            return None
        runs = self.cast.runs_in(self.first, self.last)
        if self.head.tag == "NE" and len(runs) > 1:
            names = [self.cast.full_name(run.text) or run.text for run in runs]
            return Speaker(" und ".join(names), "several together", 0.75, "p")
        return Speaker(self._words(), "several together", 0.7, "p")

    def _named(self) -> Speaker | None:
        for run in reversed(self.cast.runs_in(self.first, self.last)):
            if self._belongs_to_another(run):
                continue
            person = self.cast.full_name(run.text)
            apposed = run.first > self.first and self.tokens[run.first - 1].text == ","
            if person is not None and (self.kind in (None, "person") or apposed or self.head.tag != "NN"):
                return Speaker(person, "named", 0.95, self._gender(person))
            if run.first > self.first and self.head.tag == "NN":
                return Speaker(run.text, "named", 0.9, self.cast.gender(self.phrase) if self.phrase else None)
            if self.head.tag != "NN":
                return self._body_named(run)
        if self.head.tag in ("NE", "FM"):
            return Speaker(self._words(), "named", 0.85)
        return None

    def _body_named(self, run: Run) -> Speaker:
        body = self.cast.known.bodies.get(run.text)
        gender = "p" if body is not None and body.name == "USA" else None
        if (
            body is not None
            and body.form == "name"
            and body.kind is not EntityKind.STATE
            and self.last - self.first <= SHORT
        ):
            return Speaker(self.cast.body_name(body, run.text), "named", 0.9)
        only = self.phrase is not None and self.phrase.first >= self.first and self.last - self.phrase.last > 1
        return Speaker(self._words() if only else run.text, "named", 0.9, gender)

    def _belongs_to_another(self, run: Run) -> bool:
        """A name inside a genitive or a prepositional phrase of the source, or before its head, is not the source."""
        phrase = self.cast.phrase(run.first)
        if phrase is None:
            return False
        head = self.tokens[phrase.head]
        if head.tag == "NN" and phrase.head >= run.last:
            return True
        if phrase.first <= self.first or self.tokens[phrase.first - 1].text == ",":
            return False
        if (
            self.tokens[phrase.first - 1].tag in ("ADJA", "ART", "NN")
            and phrase.preposition is None
            and phrase.first == run.first
        ):
            return run.text.endswith("s") and self.cast.full_name(run.text) is not None and self.kind is not None
        return phrase.preposition is not None or (
            bool(phrase.agreement & GENITIVE) and self.tokens[phrase.first].tag in ("ART", "PPOSAT", "ADJA")
        )

    def _quoted_name(self) -> Speaker | None:
        marks = [i for i in range(self.first, self.last) if self.tokens[i].text.strip(QUOTES) == ""]
        if len(marks) < 2 or marks[1] <= marks[0] + 1:
            return None
        start, end = marks[0] + 1, marks[1]
        inner = self.cast.analysis.text[self.tokens[start].start : self.tokens[end - 1].end]
        noun = self.tokens[end - 1]
        if self.tokens[start].tag == "ADJA" and noun.tag in ("NN", "NE"):
            quoted = Phrase(start, end, end - 1, noun.agreement or ANY, None)
            inner = dictionary_form(self.cast.analysis.text, self.tokens, quoted, start, end)
        tail = self.tokens[marks[1] + 1].text if marks[1] + 1 < self.last else ""
        return Speaker(inner + tail if tail.startswith("-") else inner, "named in quotation marks", 0.85)

    # ---- descriptions ------------------------------------------------------------------------------------------

    def _described(self) -> Speaker | None:
        if self.phrase is None or self.head.tag not in ("NN", "ADJA", "CARD"):
            return None
        opener = self.tokens[self.first]
        definite = opener.tag in ("PDAT", "APPRART") or (opener.tag == "ART" and not self.lower.startswith("ein"))
        office = self._officer()
        if office is not None:
            return office
        plural = self.cast.gender(self.phrase) == "p"
        if not definite:
            return None
        short = self.last - self.first <= SHORT
        if self.head.lemma in self.words["documents"] or self.head.text in self.words["documents"]:
            return self._document(short=short)
        if plural:
            return None
        return (
            (self._titled() if short else None)
            or (self._synonym() if short else None)
            or (self._same_noun() if short else None)
            or (self._medium() if short and self.kind == "medium" else None)
            or (self._demonym() if short else None)
            or (self._only_titled() if not short and self.kind == "person" else None)
            or (self._some_person() if short and self._describes_person() else None)
        )

    def _describes_person(self) -> bool:
        if self.kind == "person":
            return True
        return self.kind is None and self.head.text.endswith(tuple(self.words["person_endings"]))

    def _officer(self) -> Speaker | None:
        """As in "Tschechiens Präsident", "der französische Präsident": office and state find the person named."""
        if self.phrase is None or self.kind != "person":
            return None
        code = self.cast.state_of(self.phrase)
        if code is None:
            return None
        tail = _tail(self.head.lemma)
        gender = self.cast.gender(self.phrase)
        for person in self._recent_people():
            titled = any(_akin(tail, title) for title in person.titles)
            if titled and person.code == code and gender in (person.gender, None):
                return Speaker(person.name, f"{self.head.text} of {code} in this text", 0.9, person.gender)
        day = self.cast.findings.document.date
        for person in self.cast.people.values():
            term = person.known
            if term is None or term.code != code or not in_office(term, day):
                continue
            if any(_akin(tail, _tail(office)) for office in term.offices):
                return Speaker(person.name, f"{self.head.text} of {code} by the table of offices", 0.85, person.gender)
        others = [p for p in self._recent_people() if any(_akin(tail, t) for t in p.titles) and p.code in (code, None)]
        if len({p.name for p in others}) == 1:
            return Speaker(others[0].name, f"the only {self.head.text} of this text", 0.75, others[0].gender)
        return None

    def _recent_people(self) -> list[Person]:
        """The people named so far, the last first; behind them those named later."""
        names = dict.fromkeys(seen.name for seen in reversed(self.cast.seen) if seen.token < self.first)
        later = dict.fromkeys(seen.name for seen in self.cast.seen if seen.token >= self.first)
        return [self.cast.people[name] for name in [*names, *(n for n in later if n not in names)]]

    def _titled(self) -> Speaker | None:
        tail = _tail(self.head.lemma)
        gender = self.cast.gender(self.phrase) if self.phrase else None
        for seen in reversed(self.cast.seen_before(self.first)):
            person = self.cast.people[seen.name]
            if person.gender and gender in ("m", "f") and person.gender != gender:
                continue
            if any(_akin(tail, title) for title in person.titles):
                return Speaker(person.name, f"“{self.head.text}”: the title told before", 0.9, person.gender)
            if person.known is not None and any(_akin(tail, _tail(office)) for office in person.known.offices):
                return Speaker(person.name, f"“{self.head.text}”: an office by the table", 0.85, person.gender)
        return None

    def _synonym(self) -> Speaker | None:
        """As in "die Allianz" is the organisation of which reports so speak, where the document names it."""
        candidates = self.cast.known.synonyms.get(self.head.text) or self.cast.known.synonyms.get(self.head.lemma) or ()
        if not candidates:
            return None
        names = {body.name for body in candidates}
        # A headline may describe before the report names: what comes later counts where nothing came before.
        before = [found for found in self.cast.bodies if found[0] < self.first]
        for _, body, words in [*reversed(before), *self.cast.bodies[len(before) :]]:
            if body.name in names:
                return Speaker(self.cast.body_name(body, words), f"“{self.head.text}”: {body.name}, named before", 0.85)
        return None

    def _same_noun(self) -> Speaker | None:
        tail = _tail(self.head.lemma)
        phrases = self.cast.phrases
        for _, lemma, k in self.cast.groups_before(self.first):
            if phrases[k].head == (self.phrase.head if self.phrase else -1):
                continue
            if (
                not _akin(tail, _tail(lemma))
                or ("-" in self.head.lemma and "-" not in lemma)
                or (self.phrase and bool(phrases[k].agreement & SINGULAR) != bool(self.phrase.agreement & SINGULAR))
            ):
                continue
            first, last = full_phrase(self.cast.analysis, k, coordinated=False)
            fuller = last - first > (2 if self.tokens[first].tag in ("ART", "PDAT") else 1) or len(lemma) > len(
                self.head.lemma
            )
            if last <= self.first and fuller:
                return self._as_told(k, first, last)
        return None

    def _as_told(self, k: int, first: int, last: int) -> Speaker | None:
        """The earlier phrase with the same noun, by the name beside it or by its own words."""
        earlier = _Source(self.cast, first, last, None)
        reason = f"“{self.head.text}”: the same noun told before"
        gender = self.cast.gender(self.cast.phrases[k])
        named = (
            earlier._named() or earlier._quoted_name()
            if self.kind != "organisation" or last == self.cast.phrases[k].last
            else None
        )
        if named is not None and self.kind == "organisation" and named.name in self.cast.people:
            named = None
        if named is not None:
            return Speaker(named.name, reason, 0.8, gender, self.first)
        base = self.cast.phrases[k]
        if last > base.last and self.kind == "organisation":
            # An apposed person does not belong to the body: "Präsident des Verbandes …, Michael Müller".
            comma = next((i for i in range(base.last, last) if self.tokens[i].text == ","), last)
            earlier = _Source(self.cast, first, comma, None)
        return Speaker(earlier._words(), reason, 0.75, gender, self.first)

    def _medium(self) -> Speaker | None:
        if self.running is not None and self._is_medium(self.running.name):
            return Speaker(self.running.name, f"“{self.head.text}”: the medium that spoke last", 0.85, None)
        for _, lemma, k in self.cast.groups_before(self.first):
            found = self.cast.known.kind_of(lemma)
            if found is None or found[0] != "medium":
                continue
            first, last = full_phrase(self.cast.analysis, k, coordinated=False)
            earlier = _Source(self.cast, first, last, None)
            named = earlier._named() or earlier._quoted_name()
            if named is not None:
                return Speaker(named.name, f"“{self.head.text}”: the medium named last", 0.8, None, self.first)
        for token, body, words in reversed(self.cast.bodies):
            if token < self.first and body.kind is EntityKind.MEDIUM:
                return Speaker(words, f"“{self.head.text}”: the medium named last", 0.75)
        return None

    def _is_medium(self, name: str | None) -> bool:
        if name is None:
            return False
        body = self.cast.known.bodies.get(name)
        found = self.cast.known.kind_of(name.split()[-1])
        return (body is not None and body.kind is EntityKind.MEDIUM) or (found is not None and found[0] == "medium")

    def _demonym(self) -> Speaker | None:
        """As in "der Niederländer": the person of that state, by the table or by what the document says."""
        body = self.cast.known.bodies.get(self.head.text) or self.cast.known.bodies.get(self.head.lemma)
        if body is None or body.form != "demonym":
            return None
        gender = self.cast.gender(self.phrase) if self.phrase else None
        people = [p for p in self._recent_people() if p.gender in (gender, None) or gender not in ("m", "f")]
        for person in people:
            terms = self.cast.known.terms.get(person.name.split()[-1], ())
            if (
                any(term.name == person.name and term.nationality == body.code for term in terms)
                or person.code == body.code
            ):
                return Speaker(
                    person.name, f"“{self.head.text}”: {person.name} is from {body.name}", 0.9, person.gender
                )
        return self._some_person()

    def _some_person(self) -> Speaker | None:
        gender = self.cast.gender(self.phrase) if self.phrase else None
        gender = gender if gender in ("m", "f") else None
        running = self.running
        if (
            running is not None
            and running.name in self.cast.people
            and (gender is None or running.gender in (gender, None))
        ):
            return Speaker(running.name, f"“{self.head.text}”: who spoke last", 0.75, running.gender)
        for seen in reversed(self.cast.seen_before(self.first)):
            if self.first - seen.token < NEAR and self._gender(seen.name) in (gender, None):
                return Speaker(seen.name, f"“{self.head.text}”: the last person named", 0.6, self._gender(seen.name))
        return None

    def _only_titled(self) -> Speaker | None:
        """As in "der Chef der EU-Behörde": the only person of the document with such a title, named later or before."""
        tail = _tail(self.head.lemma)
        words = {self.tokens[i].text.split("-")[0] for i in range(self.first, self.last)}
        found = {
            person.name: person
            for person in self.cast.people.values()
            if any(
                _akin(tail, title) and _tail(title) != title and title.split("-")[0] in {w.lower() for w in words}
                for title in person.titles
            )
        }
        if len(found) == 1:
            person = next(iter(found.values()))
            return Speaker(person.name, f"the only {self.head.text} of this text", 0.7, person.gender)
        return None

    def _document(self, *, short: bool) -> Speaker | None:
        """As in "dem Bericht zufolge": the document told before; "laut der Mitteilung des Amtes" names its body."""
        if not short:
            owner = self._owner()
            if owner is not None:
                return owner
            return None
        before = self._same_noun()
        if before is not None:
            return before
        if self.running is not None and self.running.name is not None:
            return Speaker(self.running.name, f"“{self.head.text}”: who spoke last", 0.6, self.running.gender)
        return None

    def _owner(self) -> Speaker | None:
        if self.phrase is None:
            return None
        after = self.phrase.last
        k = self.cast.analysis.phrase_of[after] if after < self.last else -1
        if k < 0 and after + 1 < self.last:
            k = self.cast.analysis.phrase_of[after + 1]
        if k < 0 or self.cast.phrases[k].first >= self.last:
            return None
        start = self.cast.phrases[k].first
        span = Span(self.tokens[start].start, self.tokens[self.last - 1].end)
        return speaker_of(self.cast, span, running=self.running)

    # ---- the words themselves ----------------------------------------------------------------------------------

    def _as_named(self, k: int, reason: str, confidence: float, gender: str | None) -> Speaker:
        """The speaker whom an earlier phrase names, by the same rules."""
        first, last = full_phrase(self.cast.analysis, k, coordinated=False)
        inner = _Source(self.cast, first, last, None)
        found = inner._named() or inner._quoted_name() or inner._plain()
        return Speaker(found.name, reason, confidence, found.gender or gender, self.first)

    def _plain(self) -> Speaker:
        told_by = self._compound_document()
        if told_by is not None:
            return told_by
        if self.phrase is not None and self.head.tag == "NN" and self.lower not in self.words["anybody"]:
            report = self.head.lemma in self.words["documents"] and self.head.lemma not in self.words["reports"]
            owner = (
                self._owner()
                if report or (self.last - self.phrase.last >= 2 and self.head.lemma in self.words["documents"])
                else None
            )
            if owner is not None and owner.name:
                return owner
        gender = self.cast.gender(self.phrase) if self.phrase else None
        return Speaker(self._words(), "described", 0.7, gender)

    def _compound_document(self) -> Speaker | None:
        """As in "Polizeiangaben" are the words of "Polizei"."""
        for ending in self.words["compound_documents"]:
            word = self.head.text
            if word.lower().endswith(ending) and len(word) > len(ending) + 2:
                return Speaker(word[: -len(ending)].rstrip("-"), f"“{word}” are its words", 0.85)
        return None

    def _words(self) -> str:
        first = self.first
        while first < self.last - 1 and (
            self.tokens[first].text.lower() in self.words["articles"]
            or self.tokens[first].text.lower() in self.words["before_article"]
        ):
            first += 1
        text = self.cast.analysis.text
        if self.phrase is not None and self.phrase.first <= first <= self.phrase.head:
            return dictionary_form(text, self.tokens, self.phrase, first, self.last).strip(QUOTES)
        return text[self.tokens[first].start : self.tokens[self.last - 1].end].strip(QUOTES)


def _tail(noun: str) -> str:
    """The last part of a hyphenated compound, lower case: "AfD-Chefin" is "chefin"."""
    return noun.lower().rsplit("-", 1)[-1]


def _akin(left: str, right: str) -> bool:
    """Whether two nouns mean the same office: equal but for the feminine ending, or one the head of the other."""
    right = right.rsplit("-", 1)[-1]
    left, right = left.removesuffix("in"), right.removesuffix("in")
    return left == right or (len(right) >= 4 and left.endswith(right)) or (len(left) >= 4 and right.endswith(left))
