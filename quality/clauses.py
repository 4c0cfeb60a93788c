"""Clauses: is a reporting verb's subject who speaks, and do clauses begin and end where the content does?"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from lagebild.analysis.analyse import analyse
from lagebild.analysis.phrases import full_phrase
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis, Clause
from lagebild.model.document import Document
from quality.gold import Wire, articles, scorer
from quality.speakers import SAMPLE, sample

GERMAN = Language("de")
Judgement = tuple[str, bool]


def measure(shared: Path) -> dict[str, float]:
    """Of the annotated reporting verbs with indirect content, the share that the clauses alone get right.

    `subject`: the subject of the verb's clause overlaps the annotated source; verbs in the passive, and relative
    clauses whose pronoun is the subject, are left out, because there the source is not the subject.
    `content start`, `content end`: a clause begins, ends there; `content clause`: both.
    """
    figures: dict[str, float] = {}
    for part, chosen in (("dev", articles(shared, "dev")), ("wikinews", sample(shared, "wikinews-train", SAMPLE))):
        right, total = Counter[str](), Counter[str]()
        score = scorer(shared)
        for article in chosen:
            for name, correct in judged(score, article):
                total[name] += 1
                right[name] += correct
        figures |= {f"{part} {name}": right[name] / total[name] for name in total}
    return figures


def judged(score: ModuleType, article: Wire) -> Iterator[Judgement]:
    """For every annotated reporting verb with indirect content: each question asked of it, and whether we are right."""
    text = article["text"]
    analysis = analyse(Document(article["id"], text, "de"), GERMAN)
    for attribution in article["attributions"]:
        if attribution["form"] != "indirect" or not attribution["cue"]:
            continue
        verbs = [i for i in _tokens(analysis, attribution["cue"]) if analysis.tokens[i].tag.startswith("V")]
        if not verbs:
            continue
        clause = next((clause for clause in analysis.clauses if set(verbs) & set(clause.predicate)), None)
        if attribution["source"] is not None and not _subject_is_other(analysis, clause):
            subject = _subject(analysis, clause)
            yield "subject", bool(score.cells(text, [attribution["source"]]) & score.cells(text, subject))
        start, end = _edges(analysis, attribution["content"])
        yield "content start", start
        yield "content end", end
        yield "content clause", start and end


def _tokens(analysis: Analysis, spans: list[list[int]]) -> list[int]:
    """The tokens that lie in the spans, marks aside."""
    return [
        i
        for i, token in enumerate(analysis.tokens)
        if not token.tag.startswith("$") and any(start <= token.start < end for start, end in spans)
    ]


def _subject_is_other(analysis: Analysis, clause: Clause | None) -> bool:
    """Whether the clause cannot have its source as its subject: a passive, or a relative pronoun for it."""
    if clause is None:
        return False
    pronoun = clause.subject is not None and analysis.tokens[analysis.phrases[clause.subject].head].tag == "PRELS"
    return clause.passive or pronoun


def _subject(analysis: Analysis, clause: Clause | None) -> list[tuple[int, int]]:
    if clause is None or clause.subject is None:
        return []
    return [analysis.span(*full_phrase(analysis, clause.subject))]


def _edges(analysis: Analysis, content: list[list[int]]) -> tuple[bool, bool]:
    """Whether every piece of the content begins where a clause begins, and ends where one ends."""
    firsts = {first for clause in analysis.clauses for first, _ in clause.parts}
    lasts = {last - 1 for clause in analysis.clauses for _, last in clause.parts}
    pieces = [words for span in content if (words := _tokens(analysis, [span]))]
    return all(words[0] in firsts for words in pieces), all(words[-1] in lasts for words in pieces)
