"""Antecedents: whom one person's pronoun takes up: who spoke, who acted, who was named last."""

from collections.abc import Callable
from dataclasses import replace

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.cast import Seen
from lagebild.extraction.entities.earlier import (
    NOUNS,
    QUANTIFIERS,
    SENTENCES_BACK,
    cannot_speak,
    clauses_before,
    is_of_kind,
    subjects_before,
)
from lagebild.extraction.entities.name_runs import QUOTES
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import ClauseKind, Phrase

BODIES = ("organisation", "medium", "group")
ANYTHING = ("anything",)
# "Dieser", "der", "dessen": they take up who was named last, not the subject: "Holm traf Tann. Dieser sagte …"
POINTING = ("PDS", "ART", "PRELAT")
# How many pronouns at the most are followed back to whom they mean.
LINKS = 4
PRONOUNS = {"m": "masculine", "f": "feminine"}


def nearest(source: Source, gender: str, tried: set[int] | None = None) -> Speaker | None:
    """Who of that gender the sentences before tell of, the last one first; `tried` are the pronouns that were followed
    so far to whom they mean."""
    tried = set() if tried is None else tried
    if source.tokens[source.first].tag in POINTING:
        last = _described_last(source, gender) or _last_named(source, gender, set())
        if last is not None:
            return last
    return _Search(source, gender, tried).found()


class _Search:
    """One pronoun's search, from the surest place to look to the vaguest."""

    def __init__(self, source: Source, gender: str, tried: set[int]) -> None:
        self.source = source
        self.cast = source.cast
        self.gender = gender
        self.tried = tried
        self.word = source.tokens[source.first].text
        self.beside = _named_beside(source)
        self.running = source.running if source.running is not None and source.running.name is not None else None
        self.of_person = _is_spoken(source)
        """Whether the pronoun's verb is one that only persons do: "lachte", "erzählte"."""

    def found(self) -> Speaker | None:
        here = self.cast.analysis.sentence_of[self.source.first]
        back = range(here, max(-1, here - SENTENCES_BACK - 1), -1)
        for way in self._ways():
            for sentence in back:
                speaker = way(sentence)
                if speaker is not None:
                    return speaker
            farther = self._farther_back()
            if farther is not None:
                return farther
        return next((found for s in back if (found := self._subject_phrase(s, ANYTHING)) is not None), None)

    def _ways(self) -> tuple[Callable[[int], Speaker | None], ...]:
        """How each sentence is looked through; where only persons do what the verb says, for them first in all."""
        if self.of_person:
            return lambda s: self._told_in(s) or self._described_in(s), self._body_in
        return (lambda s: self._told_in(s) or self._body_in(s) or self._described_in(s),)

    def _told_in(self, sentence: int) -> Speaker | None:
        """Whom one sentence tells of: who spoke in it, its subject, the only one of that gender whom it names."""
        analysis, source, running = self.cast.analysis, self.source, self.running
        first, last = analysis.sentences[sentence].first, min(analysis.sentences[sentence].last, source.first)
        spoke = running is not None and first <= running.token < last and running.name not in self.beside
        agrees = running is not None and (
            running.gender == self.gender or (running.gender is None and _is_person(source))
        )
        if running is not None and spoke and agrees and not (self.of_person and _is_body(source)):
            return self._speaker(running.name, "who spoke last", 0.85)
        followed = self._followed(sentence) if len(self.tried) < LINKS else None
        if followed is not None and followed.name not in self.beside:
            return replace(followed, token=source.first)
        seen = [s for s in self.cast.anybody_before(last) if s.token >= first and self._may_be(s)]
        subject = self._subject_of(seen, self.gender)
        if subject is not None:
            return self._speaker(subject.name, "the last subject that agrees", 0.8)
        described = self._subject_phrase(sentence, ("person",))
        if described is not None:
            return described
        if running is not None and spoke and running.gender is None and not _is_body(source):
            return self._speaker(running.name, "who spoke last", 0.7)
        stranger = self._subject_of(seen, None)
        if stranger is not None:
            return self._speaker(stranger.name, "the last subject, whose gender nothing tells", 0.65)
        for gender in (self.gender, None):
            names = dict.fromkeys(s.name for s in seen if source.gender_of(s.name) == gender)
            if len(names) == 1:
                return self._speaker(next(iter(names)), "the only one named that agrees", 0.7)
        return None

    def _subject_of(self, seen: list[Seen], gender: str | None) -> Seen | None:
        return next((s for s in reversed(seen) if s.subject and self.source.gender_of(s.name) == gender), None)

    def _may_be(self, seen: Seen) -> bool:
        return seen.name not in self.beside and self.cast.in_same_words(seen.token, self.source.first)

    def _body_in(self, sentence: int) -> Speaker | None:
        """The body that is the sentence's subject: "er" is hardly ever a union or a court; "sein Bericht" may be an
        office's."""
        if self.gender == "f" or _may_be_bodys(self.source):
            return self._subject_phrase(sentence, BODIES)
        return None

    def _described_in(self, sentence: int) -> Speaker | None:
        """The only person of that gender whom the sentence describes without being its subject: "befragte eine
        Anwohnerin"."""
        source, cast = self.source, self.cast
        first, last = cast.analysis.sentences[sentence].first, cast.analysis.sentences[sentence].last
        found = [
            k
            for token, _, k in cast.groups_before(min(last, source.first))
            if token >= first and self._is_one_described(cast.phrases[k])
        ]
        if len(found) != 1:
            return None
        told = source.told(*full_phrase(cast.analysis, found[0], coordinated=False))
        return replace(self._speaker(told.name, "the only one described that agrees", 0.5), nameless=told.nameless)

    def _is_one_described(self, phrase: Phrase) -> bool:
        """Whether it is one person of that gender, told of in another clause and not as what somebody else is."""
        source, cast = self.source, self.cast
        if not is_of_kind(source, phrase, ("person",)) or phrase.last > source.first or _is_of_another(source, phrase):
            return False
        c = cast.analysis.clause_of[phrase.first]
        beside = c < 0 or c == cast.analysis.clause_of[source.first]
        being = not beside and cast.analysis.clauses[c].lemma in source.words["being"]
        agrees = cast.traits.gender(phrase) == self.gender
        return agrees and not beside and not being and cast.in_same_words(phrase.head, source.first)

    def _followed(self, sentence: int) -> Speaker | None:
        """As in "Holm kam. Er traf Tann. Er sagte …": whom the pronoun means that is the subject of the sentence."""
        source, cast = self.source, self.cast
        for clause in clauses_before(source, sentence):
            if clause.sentence != sentence:
                return None
            if clause.kind is not ClauseKind.MAIN or clause.subject is None:
                continue
            phrase = cast.phrases[clause.subject]
            if phrase.last > source.first or cast.tokens[phrase.first].tag in QUANTIFIERS:
                continue
            word = cast.tokens[phrase.head]
            same = word.tag == "PPER" and word.text.lower() in source.words[PRONOUNS[self.gender]]
            if not same or not cast.in_same_words(phrase.head, source.first):
                return None
            if phrase.first in self.tried:
                return None
            self.tried.add(phrase.first)
            running = source.running if source.running is not None and source.running.token < phrase.first else None
            inner = Source(cast, phrase.first, phrase.last, running, source.resolve, source.nameless, source.aliases)
            return None if is_plural(inner) else nearest(inner, self.gender, self.tried)
        return None

    def _farther_back(self) -> Speaker | None:
        """Who of that gender was last a subject or last spoke, else was last named."""
        source, running = self.source, self.running
        fits = running is not None and running.gender in (self.gender, None)
        fits = fits and (running is None or running.gender is not None or not _is_body(source))
        if running is not None and fits and running.name not in self.beside:
            return self._speaker(running.name, "who spoke last", 0.6)
        before = [s for s in self.cast.anybody_before(source.first) if source.first - s.token < NEAR]
        subject = self._subject_of([s for s in before if s.name not in self.beside], self.gender)
        if subject is not None:
            return self._speaker(subject.name, "the last subject that agrees", 0.7)
        return _last_named(source, self.gender, self.beside)

    def _subject_phrase(self, sentence: int, kinds: tuple[str, ...]) -> Speaker | None:
        """The last subject in a sentence that agrees and is of one of these kinds, without a full name; `ANYTHING`
        counts all nouns but those of plain things."""
        source, cast = self.source, self.cast
        for phrase, k in subjects_before(source, sentence):
            head = cast.tokens[phrase.head]
            if cast.analysis.sentence_of[phrase.first] != sentence:
                return None
            if cast.tokens[phrase.first].tag in QUANTIFIERS:
                continue  # "jeder Mieter hat Platz": nobody in particular
            lone = head.tag == "NE" and cast.is_unknown_name(phrase)
            found_gender = self._gender_of_subject(phrase, k)
            agrees = found_gender == self.gender
            agrees = agrees or (found_gender == "n" and self.gender == "m" and _may_be_bodys(source))
            if not lone and not (agrees and self._is_candidate(phrase, kinds)):
                continue
            if not cast.in_same_words(phrase.head, source.first):
                continue
            found = source.told(*full_phrase(cast.analysis, k, coordinated=False))
            speaker = self._speaker(found.name, "the last subject that agrees", 0.6)
            return replace(speaker, gender=found.gender or self.gender)
        return None

    def _is_candidate(self, phrase: Phrase, kinds: tuple[str, ...]) -> bool:
        if kinds == ANYTHING:
            return self.cast.tokens[phrase.head].tag in NOUNS and not cannot_speak(self.source, phrase)
        return is_of_kind(self.source, phrase, kinds)

    def _gender_of_subject(self, phrase: Phrase, k: int) -> str | None:
        """The phrase's gender; "p" where its verb shows the plural: "Zeugen sagten"."""
        finite = self.cast.index.finite_of.get(k)
        verb = self.cast.tokens[finite].verb if finite is not None else None
        return "p" if verb is not None and "s" not in verb.numbers else self.cast.traits.gender(phrase)

    def _speaker(self, name: str | None, reason: str, confidence: float) -> Speaker:
        return Speaker(name, f"“{self.word}”: {reason}", confidence, self.gender, self.source.first)


def _described_last(source: Source, gender: str) -> Speaker | None:
    """The last of that gender in the sentence before who is not its subject and has no name: "droht der Bahn. Diese …";
    None where somebody is named behind."""
    cast, word = source.cast, source.tokens[source.first].text
    here = cast.analysis.sentence_of[source.first]
    before = cast.analysis.sentences[max(0, here - 1)]
    named = max((seen.token for seen in cast.anybody_before(source.first)), default=-1)
    for k in dict.fromkeys(
        cast.analysis.phrase_of[i] for i in range(before.last - 1, max(named, before.first - 1), -1)
    ):
        phrase = cast.phrases[k] if k >= 0 and k not in cast.subjects and here else None
        if phrase is None or cast.tokens[phrase.head].tag != "NN" or phrase.first <= named:
            continue
        if cast.traits.gender(phrase) != gender:
            continue
        if is_of_kind(source, phrase, ("person", *BODIES)) and cast.in_same_words(phrase.head, source.first):
            found = source.told(*full_phrase(cast.analysis, k, coordinated=False))
            return Speaker(found.name, f"“{word}”: told of last", 0.65, found.gender or gender, source.first)
    return None


def _is_of_another(source: Source, phrase: Phrase) -> bool:
    """As in "als Rat", "ihr Mann", "der Rat Karl Tann": told of somebody who is named or of another's."""
    opener, before = source.tokens[phrase.first], source.tokens[phrase.first - 1]
    named = source.cast.runs_in(phrase.first, phrase.last)
    return opener.tag != "ART" or before.tag == "KOKOM" or before.text == "," or bool(named)


def is_plural(source: Source) -> bool:
    """Whether the verb of a "sie" shows that it means several."""
    analysis = source.cast.analysis
    k = analysis.clause_of[source.first] if analysis.clause_of else -1
    if k < 0 or analysis.clauses[k].finite is None or source.lower not in source.words["feminine"]:
        return False
    finite = analysis.clauses[k].finite
    verb = source.tokens[finite].verb if finite is not None else None
    return verb is not None and "s" not in verb.numbers


def _is_spoken(source: Source) -> bool:
    """Whether only a person does what the pronoun's verb says: "sie lachte"; bodies are not quoted as "„…“, schreibt
    sie" either."""
    k = source.cast.analysis.clause_of[source.first]
    clause = source.cast.analysis.clauses[k] if k >= 0 else None
    if clause is None or clause.lemma in source.words["spoken_verbs"]:
        return clause is not None
    before = source.first - 2
    if clause.finite != source.first - 1 or clause.first != clause.finite or before < 1:
        return False
    return source.tokens[before - (source.tokens[before].text == ",")].text in QUOTES


def _may_be_bodys(source: Source) -> bool:
    """Whether "sein" stands there, and nobody spoke last whose it is."""
    return source.tokens[source.first].tag == "PPOSAT" and not _is_person(source)


def _is_person(source: Source) -> bool:
    return source.running is not None and source.running.name in source.cast.people


def _is_body(source: Source) -> bool:
    """Whether who spoke last is a body or medium: of whose noun nothing is known it is hardly "er" or "sie"."""
    name = source.running.name if source.running is not None else None
    return (
        name is not None and name not in source.cast.people and (name in source.cast.known.bodies or is_acronym(name))
    )


def _last_named(source: Source, gender: str, beside: set[str]) -> Speaker | None:
    word = source.tokens[source.first].text
    for seen in reversed(source.cast.anybody_before(source.first)):
        if source.first - seen.token >= NEAR:
            return None
        if source.gender_of(seen.name) in (gender, None) and seen.name not in beside:
            return Speaker(seen.name, f"“{word}”: the last person named", 0.65, gender, source.first)
    return None


def _named_beside(source: Source) -> set[str]:
    """The people named in the pronoun's own clause: "Er lobte Holm" is not told of Holm."""
    analysis = source.cast.analysis
    k = analysis.clause_of[source.first]
    if k < 0 or source.tokens[source.first].tag == "PPOSAT":
        return set()
    clause = analysis.clauses[k]
    runs = source.cast.runs_in(clause.first, clause.last)
    named = {source.cast.full_name(run.text) for run in runs if analysis.clause_of[run.first] == k}
    return {name for name in named if name is not None}
