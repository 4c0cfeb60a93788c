"""Predicates: titles that a sentence tells of a person: "Karl Tann ist Wirt", "Ute Wald arbeitet als Lotsin"."""

from collections.abc import Iterator

from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import NOMINATIVE, SINGULAR, Analysis, Clause, Phrase


def predicated_titles(analysis: Analysis, runs: list[Run], known: Known) -> Iterator[tuple[Run, str]]:
    """The names that are the subject of such a sentence, each with the noun that it tells of them."""
    starts = {run.first: run for run in runs}
    for clause in analysis.clauses:
        being, acting = clause.lemma in known.words["being"], clause.lemma in known.words["acting"]
        if clause.subject is None or clause.passive or not (being or acting):
            continue
        subject = analysis.phrases[clause.subject]
        run = next((starts[i] for i in range(subject.first, subject.last) if i in starts), None)
        if run is None or analysis.tokens[subject.head].tag == "NN":
            continue
        yield from ((run, noun) for noun in _nouns(analysis, clause, known, acting=acting))


def _nouns(analysis: Analysis, clause: Clause, known: Known, *, acting: bool) -> Iterator[str]:
    for k in clause.objects:
        phrase = analysis.phrases[k]
        head = analysis.tokens[phrase.head]
        compared = analysis.tokens[phrase.first - 1].tag == "KOKOM"
        if head.tag != "NN" or phrase.preposition is not None or compared != acting or _is_denied(analysis, phrase):
            continue
        kind = known.kind_of(head.lemma)
        if kind is not None and kind[0] == "person" and phrase.agreement & SINGULAR & NOMINATIVE:
            yield head.lemma.lower()


def _is_denied(analysis: Analysis, phrase: Phrase) -> bool:
    """As in "ist kein Wirt", "ist nicht der Wirt"."""
    return analysis.tokens[phrase.first].tag == "PIAT" or analysis.tokens[phrase.first - 1].tag == "PTKNEG"
