"""Joint pronouns: whom a "sie" takes up that means several."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.antecedents import BODIES
from lagebild.extraction.entities.earlier import (
    cannot_speak,
    governing_subjects,
    is_of_kind,
    plural_subjects_before,
    plurals_before,
    plurals_of,
)
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker

PEOPLE = ("person", "group")


def several_before(source: Source) -> Speaker:
    """Those who are meant: the subject around the clause, who spoke together last, the last plural that can speak."""
    word = source.tokens[source.first].text
    for k in governing_subjects(source):
        phrase = source.cast.phrases[k]
        if source.cast.traits.gender(phrase) == "p" and source.cast.tokens[phrase.head].tag == "NN":
            return _as_told(source, k, f"“{word}”: the subject of the clause around it", 0.7)
    if source.tokens[source.first].tag == "PDS":
        last = next((k for k in plurals_before(source, (*PEOPLE, *BODIES)) if k not in source.cast.subjects), None)
        if last is not None:
            return _as_told(source, last, f"“{word}”: told of last", 0.65)
    shown = _things_shown(source)
    if shown is not None:
        return _as_told(source, shown, f"“{word}”: what shows it", 0.55)
    plurals = [k for k in plural_subjects_before(source) if _may_be(source, k)]
    speaking = [k for k in plurals if is_of_kind(source, source.cast.phrases[k], ("person", *BODIES))]
    running = source.running
    later = running is not None and any(source.cast.phrases[k].first > running.token for k in speaking)
    if running is not None and running.gender == "p" and not later:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.8, "p", source.first)
    for k in speaking or plurals:
        return _as_told(source, k, f"“{word}”: the last plural subject", 0.65)
    for k in plurals_before(source, PEOPLE):
        return _as_told(source, k, f"“{word}”: the last people told of", 0.5)
    if running is not None and running.name is not None and running.name not in source.cast.people:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.4, "p", source.first)
    return Speaker(word, "nobody found for the pronoun", 0.2, "p")


def _things_shown(source: Source) -> int | None:
    """As in "Die Polizei fand Unterlagen. Sie zeigen, dass …": the last texts or things of the sentence before, where
    only they may be meant to show something."""
    c = source.cast.analysis.clause_of[source.first]
    if c < 0 or source.cast.analysis.clauses[c].lemma not in source.words["showing_verbs"]:
        return None
    here = source.cast.analysis.sentence_of[source.first]
    for k in plurals_of(source, here - 1):
        phrase = source.cast.phrases[k]
        if phrase.preposition is None and not is_of_kind(source, phrase, ("person", *BODIES)):
            return k
    return None


def _may_be(source: Source, k: int) -> bool:
    phrase = source.cast.phrases[k]
    return not cannot_speak(source, phrase) and source.cast.in_same_speech(phrase.head, source.first)


def _as_told(source: Source, k: int, reason: str, confidence: float) -> Speaker:
    """The speaker whom an earlier phrase names."""
    joined = k in source.cast.subjects
    found = source.resolve(source.beside(*full_phrase(source.cast.analysis, k, coordinated=joined)))
    return Speaker(found.name, reason, confidence, found.gender or "p", source.first, together=found.together)
