"""Earlier: the clauses, subjects and people that stand before a source, the last first."""

from collections.abc import Iterator

from lagebild.extraction.entities.source import Source
from lagebild.language.endings import ends_in
from lagebild.model.analysis import NOMINATIVE, PLURAL, SINGULAR, Clause, Phrase

# How many sentences back somebody may stand whom a pronoun takes up.
SENTENCES_BACK = 3
# How many clauses back, where the text has no sentences to speak of.
CLAUSES_BACK = 24
QUANTIFIERS = ("PIAT", "PIDAT")
NOUNS = ("NN", "NE")


def clauses_before(source: Source, sentence: int) -> Iterator[Clause]:
    """The clauses of this sentence and of the few before it, the last first."""
    analysis = source.cast.analysis
    last = analysis.sentences[sentence].last - 1
    k = next((analysis.clause_of[i] for i in range(last, -1, -1) if analysis.clause_of[i] >= 0), -1)
    while k + 1 < len(analysis.clauses) and analysis.clauses[k + 1].sentence == sentence:
        k += 1
    end = max(k - CLAUSES_BACK, -1)
    while k > end and analysis.clauses[k].sentence >= sentence - SENTENCES_BACK:
        yield analysis.clauses[k]
        k -= 1


def subjects_before(source: Source, sentence: int) -> Iterator[tuple[Phrase, int]]:
    """The subjects of these clauses that end before the source."""
    for clause in clauses_before(source, sentence):
        k = clause.subject if clause.finite is not None else _subject_of_fragment(source, clause)
        if k is not None and source.cast.phrases[k].last <= source.first:
            yield source.cast.phrases[k], k


def _subject_of_fragment(source: Source, clause: Clause) -> int | None:
    """Where no finite verb was seen, the first phrase that may be the subject: "Die Kammer ermittelt"."""
    if clause.subject is not None or not clause.predicate:
        return clause.subject
    nouns = (k for k in clause.objects if source.tokens[source.cast.phrases[k].head].tag == "NN")
    return next((k for k in nouns if may_be_subject(source, k)), None)


def plural_subjects_before(source: Source) -> Iterator[int]:
    """The subjects before the source that their verb or their own form shows to be plural."""
    here = source.cast.analysis.sentence_of[source.first]
    for clause in clauses_before(source, here):
        if clause.subject is None or clause.finite is None:
            continue
        phrase = source.cast.phrases[clause.subject]
        verb = source.tokens[clause.finite].verb
        plural = verb is not None and "s" not in verb.numbers
        if phrase.last <= source.first and plural and source.tokens[phrase.head].tag in NOUNS:
            yield clause.subject


def plurals_before(source: Source, kinds: tuple[str, ...]) -> Iterator[int]:
    """The plural phrases of these kinds in this sentence and the few before it."""
    here = source.cast.analysis.sentence_of[source.first]
    for sentence in range(here, max(-1, here - SENTENCES_BACK - 1), -1):
        yield from (k for k in plurals_of(source, sentence) if is_of_kind(source, source.cast.phrases[k], kinds))


def plurals_of(source: Source, sentence: int) -> Iterator[int]:
    """The phrases of one sentence before the source that their noun shows to be plural, the last first."""
    analysis = source.cast.analysis
    if sentence < 0:
        return
    first, last = analysis.sentences[sentence].first, min(analysis.sentences[sentence].last, source.first)
    for k in dict.fromkeys(analysis.phrase_of[i] for i in range(last - 1, first - 1, -1)):
        phrase = source.cast.phrases[k] if k >= 0 else None
        if phrase is None or source.tokens[phrase.head].tag != "NN":
            continue
        if phrase.agreement & PLURAL and not phrase.agreement & SINGULAR:
            yield k


def governing_subjects(source: Source) -> Iterator[int]:
    """The subjects of the clauses on which the source's own depends, inner to outer: "Holm ging, weil er …"."""
    clauses = source.cast.analysis.clauses
    k = source.cast.analysis.clause_of[source.first]
    parent = clauses[k].parent if k >= 0 else None
    seen = set()
    while parent is not None and parent not in seen:
        seen.add(parent)
        subject = clauses[parent].subject
        if subject is not None and source.cast.phrases[subject].last <= source.first:
            yield subject
        parent = clauses[parent].parent


def is_of_kind(source: Source, phrase: Phrase, kinds: tuple[str, ...]) -> bool:
    """Whether the phrase's noun describes one of these kinds; a name is of any."""
    head = source.tokens[phrase.head]
    if head.tag != "NN":
        return head.tag == "NE"
    return _kind(source, head.lemma) in kinds


def _kind(source: Source, noun: str) -> str | None:
    """What the noun describes; one made from an adjective is a person: "der Verletzte"."""
    found = source.cast.known.kind_of(noun)
    if found is None and ends_in(noun, source.words["adjectival"]):
        return "person"
    return found[0] if found is not None else None


def may_be_subject(source: Source, k: int) -> bool:
    """Whether the phrase may be a subject that speaks."""
    phrase = source.cast.phrases[k]
    return phrase.preposition is None and bool(phrase.agreement & NOMINATIVE) and may_speak(source, phrase)


def may_speak(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase names somebody or a body, as far as the tables know."""
    head, known = source.tokens[phrase.head], source.cast.known
    if head.tag != "NN":
        return True
    kinds = source.cast.body_kinds
    return _kind(source, head.lemma) is not None or kinds.shown_by(head.lemma) is not None or head.text in known.bodies


def cannot_speak(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase plainly names a thing that is no text: "die Verzögerung"."""
    head = source.tokens[phrase.head]
    if head.tag != "NN" or may_speak(source, phrase) or source.cast.known.is_text(head.lemma):
        return False
    return ends_in(head.lemma.lower(), source.words["thing_endings"])
