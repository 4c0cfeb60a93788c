"""Bodies told: which firms, authorities, parties and courts one document names, and what shows their kind."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, Protocol

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.body_kinds import CLUB, FIRM, PARTY, BodyKinds
from lagebild.extraction.entities.index import BodyNamed, Index, Run
from lagebild.extraction.entities.known import Body, Known
from lagebild.model.analysis import PLURAL, SINGULAR, Analysis, Phrase
from lagebild.model.entity import EntityKind

# How many places back or ahead a noun for a body may reach.
REMEMBERED = 400


class Told(NamedTuple):
    """A place where a body is named: tokens `[first, last)`; `name` is the bare name, None for a noun phrase."""

    first: int
    last: int
    name: str | None
    kinds: frozenset[str]
    nouns: frozenset[str]
    """What stands in front of the end that shows the kind, in all nouns that the document gives it."""
    subject: bool


@cache
def _so_called(known: Known) -> dict[str, list[str]]:
    """By the name of an organisation the nouns by which reports call it."""
    found: dict[str, list[str]] = {}
    for noun, bodies in known.synonyms.items():
        for name in dict.fromkeys(body.name for body in bodies):
            found.setdefault(name, []).append(noun)
    return found


class Named(Protocol):
    """Who and what one document names."""

    analysis: Analysis
    known: Known
    body_kinds: BodyKinds
    runs: list[Run]
    bodies: list[BodyNamed]
    subjects: set[int]
    name_words: frozenset[str]
    index: Index

    def full_name(self, text: str) -> str | None:
        """The fullest name of the person whom these words name."""


class BodiesTold:
    """Built once for a document that takes a body up by its kind."""

    def __init__(self, named: Named) -> None:
        # Nothing of whom it asks is kept: in a ring the two would keep the document until the garbage collector comes.
        self._analysis, self._known, self._body_kinds = named.analysis, named.known, named.body_kinds
        self._kinds: dict[str, set[str]] = {}
        self._nouns: dict[str, set[str]] = {}
        tokens = named.analysis.tokens
        self.fronts = Counter(token.text.rpartition("-")[0] for token in tokens if "-" in token.text)
        """First parts of compounds, with how often they stand there: "Norwald" of "die Norwald-Boote"."""
        self._owners = {
            first
            for token in tokens
            if "-" in token.text
            for first, _, owned in [token.text.rpartition("-")]
            if owned.lower() in named.body_kinds.words["owned"]
        }
        self._called_firms = frozenset(run.text for run in named.runs if self._is_called_firm(run))
        """Names that a noun for firms stands in front of, though somebody bears them too: "die Kette Holm"."""
        for run in named.runs:
            self._learn(run, named)
        places = [*self._of_runs(named), *self._of_tables(named), *self._of_nouns(named)]
        self.all = sorted(places, key=lambda told: told.first)
        self._firsts = [told.first for told in self.all]

    def before(self, token: int) -> list[Told]:
        """What is named lately before the token, in text order."""
        end = bisect_left(self._firsts, token)
        return self.all[max(0, end - REMEMBERED) : end]

    def behind(self, token: int) -> list[Told]:
        """What is named next, from the token on, in text order."""
        first = bisect_left(self._firsts, token)
        return self.all[first : first + REMEMBERED]

    def kinds_of(self, name: str) -> frozenset[str]:
        """The kinds that the document, the tables or its own words show the name to be of."""
        learnt = self._kinds.get(name)
        if learnt is not None:
            return frozenset(learnt)
        body = self._known.bodies.get(name)
        if body is not None:
            return self._kinds_of_body(body)
        words = name.split()
        shown = next((kind for word in words[:2] if (kind := self._body_kinds.shown_by(word))), None)
        return frozenset((shown,)) if shown is not None else frozenset()

    # ---- what shows the kind of a name -------------------------------------------------------------------------

    def _learn(self, run: Run, named: Named) -> None:
        if self._is_somebody_else(run, named):
            return
        name = named.index.bare(run.text)
        kinds, nouns = self._kinds.setdefault(name, set()), self._nouns.setdefault(name, set())
        body = self._known.bodies.get(name)
        if body is not None:
            kinds |= self._kinds_of_body(body)
        parts = self._body_kinds.parts
        behind = self._analysis.tokens[run.last : run.last + 1]
        kinds |= {parts[word] for word in (*name.split(), *(token.text for token in behind)) if word in parts}
        if name in self._owners:
            kinds.add(FIRM)
        for noun in self._nouns_beside(run):
            kind = self._body_kinds.shown_by(noun)
            if kind is not None:
                kinds.add(kind)
                nouns.add(self._body_kinds.told_as(noun))

    def _nouns_beside(self, run: Run) -> Iterator[str]:
        """The nouns that say what the name is: in front of it, behind a comma, behind "is"."""
        analysis = self._analysis
        tokens = analysis.tokens
        k = analysis.phrase_of[run.first]
        if k >= 0 and analysis.phrases[k].head < run.first and tokens[analysis.phrases[k].head].tag == "NN":
            yield tokens[analysis.phrases[k].head].lemma
        if run.last + 1 < len(tokens) and tokens[run.last].text == ",":
            apposed = analysis.phrase_of[run.last + 1]
            if apposed >= 0 and analysis.sentence_of[run.last + 1] == analysis.sentence_of[run.first]:
                phrase = analysis.phrases[apposed]
                if phrase.preposition is None and phrase.first == run.last + 1:
                    yield tokens[phrase.head].lemma
        c = analysis.clause_of[run.first]
        clause = analysis.clauses[c] if c >= 0 else None
        if clause is None or clause.lemma not in self._known.words["being"]:
            return
        for m in clause.arguments if k in clause.arguments else ():
            if m != k and analysis.phrases[m].preposition is None:
                yield tokens[analysis.phrases[m].head].lemma

    def _kinds_of_body(self, body: Body) -> frozenset[str]:
        """By the nouns that the table has for it, and by its own name."""
        kinds = self._body_kinds
        known = self._known
        nouns = _so_called(known).get(body.name, ())
        found = {kind for noun in (*nouns, *known.names.get(body.name, ())) if (kind := kinds.shown_by(noun))}
        return frozenset(found | ({PARTY} if body.party else set()))

    def _is_somebody_else(self, run: Run, named: Named) -> bool:
        """A person, a state, a medium, the town of a court: what is plainly no such body."""
        if run.text in self._called_firms:
            return False
        if named.full_name(run.text) is not None or self._is_seat(run):
            return True
        body = self._known.body_called(run.text)
        return body is not None and body.kind is not EntityKind.ORGANISATION

    def _is_called_firm(self, run: Run) -> bool:
        analysis = self._analysis
        k = analysis.phrase_of[run.first]
        if run.last - run.first > 1 or k < 0 or analysis.phrases[k].head != run.first - 1:
            return False
        noun = analysis.tokens[run.first - 1]
        return noun.tag == "NN" and self._body_kinds.called_by(noun.lemma) == FIRM

    def _is_seat(self, run: Run) -> bool:
        """As in "das Amtsgericht Köln"."""
        analysis = self._analysis
        k = analysis.phrase_of[run.first]
        head = analysis.tokens[analysis.phrases[k].head] if k >= 0 else None
        if head is None or head.tag != "NN" or analysis.phrases[k].head >= run.first or is_acronym(run.text):
            return False
        return self._known.is_seated(head.lemma)

    # ---- where bodies are named --------------------------------------------------------------------------------

    def _of_runs(self, named: Named) -> Iterator[Told]:
        for run in named.runs:
            if self._is_somebody_else(run, named):
                continue
            name = named.index.bare(run.text)
            subject = named.analysis.phrase_of[run.first] in named.subjects
            nouns = frozenset(self._nouns.get(name, ()))
            yield Told(run.first, run.last, name, frozenset(self._kinds.get(name, ())), nouns, subject)

    def _of_tables(self, named: Named) -> Iterator[Told]:
        """Bodies that the tables know, where the tagger sees no name: "die EU-Kommission"."""
        taken = {i for run in named.runs for i in range(run.first, run.last)}
        for token, body, words in named.bodies:
            if token in taken or body.kind is not EntityKind.ORGANISATION or self._is_told_apart(token):
                continue
            subject = named.analysis.phrase_of[token] in named.subjects
            name = named.known.as_listed(words)
            yield Told(token, token + 1, name, self._kinds_of_body(body), frozenset(), subject)

    def _is_told_apart(self, token: int) -> bool:
        """As in "die Dänische Volkspartei": an adjective in front of the words makes it another body."""
        analysis = self._analysis
        k = analysis.phrase_of[token]
        return k >= 0 and any(analysis.tokens[i].tag == "ADJA" for i in range(analysis.phrases[k].first, token))

    def _of_nouns(self, named: Named) -> Iterator[Told]:
        """Noun phrases that name a body by more than its kind: "Statistisches Bundesamt", "das Landgericht Kiel"."""
        kinds = self._body_kinds
        analysis = named.analysis
        tabled = {token for token, _, _ in named.bodies if not self._is_told_apart(token)}
        for k, phrase in enumerate(analysis.phrases):
            head = analysis.tokens[phrase.head]
            kind = kinds.shown_by(head.lemma) if head.tag == "NN" and phrase.head not in tabled else None
            if kind is None or (phrase.agreement & PLURAL and not phrase.agreement & SINGULAR):
                continue
            first, last = full_phrase(analysis, k, coordinated=False)
            last = self._sure_end(phrase, last)
            if kind == CLUB and last == phrase.head + 1:
                continue  # "ein toller Verein", "der Hockey-Zweitligist" are no names
            if self._owner_of(head.text, named) if kind == FIRM else self._tells_more(phrase, last):
                nouns = frozenset((kinds.told_as(head.lemma),))
                yield Told(first, last, None, frozenset((kind,)), nouns, k in named.subjects)

    def _sure_end(self, phrase: Phrase, last: int) -> int:
        """Where the phrase ends that surely names the body: before what may tell where or when something happened."""
        tokens, sure = self._analysis.tokens, self._known.words["sure_prepositions"]
        for i in range(phrase.last, last):
            named = i + 1 < last and tokens[i + 1].tag == "NE"
            if tokens[i].tag in ("APPR", "APPRART") and not named and tokens[i].text not in sure:
                return i
        return last

    def _owner_of(self, noun: str, named: Named) -> bool:
        """As in "die Norwald-Gruppe": a name in front, which no trade and no state is."""
        name, hyphen, _ = noun.rpartition("-")
        known = self._known
        return (
            bool(hyphen)
            and name not in known.bodies
            and (name in named.name_words or known.lexicon.entry(name).source == "guessed")
        )

    def _tells_more(self, phrase: Phrase, last: int) -> bool:
        """Whether more than the kind is said: a compound, a capital adjective, what hangs on the noun."""
        tokens = self._analysis.tokens
        if tokens[phrase.first].tag in ("PPOSAT", "PIAT"):
            return False
        inner = tokens[phrase.first : phrase.head]
        if any(token.tag == "NE" for token in inner):
            return False  # "Holms Partei" has a name of its own
        return (
            self._body_kinds.compound(tokens[phrase.head].lemma) != ""
            or "-" in tokens[phrase.head].text
            or any(token.tag == "ADJA" for token in inner)
            or last > phrase.head + 1
        )
