"""Reads tests/golden/clauses.txt and phrases.txt: a text, and below it, indented, what the analysis finds in it."""

from collections.abc import Iterator
from pathlib import Path

from lagebild.analysis.analyse import analyse
from lagebild.analysis.phrases import full_phrase
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis, Clause
from lagebild.model.document import Document

GOLDEN = Path(__file__).parents[1] / "golden"
GERMAN = Language("de")


def pairs(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each text of the file with the lines below it."""
    text, lines = "", list[str]()
    for line in [*(GOLDEN / name).read_text("utf-8").splitlines(), ""]:
        if line.startswith("    "):
            lines.append(line.strip())
            continue
        if text:
            yield text, lines
        text, lines = ("" if line.startswith("#") else line), []


def parsed(text: str) -> Analysis:
    return analyse(Document("golden", text, "de"), GERMAN)


def phrases_shown(analysis: Analysis) -> list[str]:
    """Each base phrase, and behind "|" the whole phrase around it where that is longer."""
    lines = []
    for k, phrase in enumerate(analysis.phrases):
        base, whole = analysis.words(phrase.first, phrase.last), analysis.words(*full_phrase(analysis, k))
        lines.append(base if base == whole else f"{base} | {whole}")
    return lines


def shown(analysis: Analysis, clause: Clause) -> str:
    """The clause as the file writes it: kind, its parts, its verb ("+ modal", "passive"), its subject."""
    words = " … ".join(analysis.words(*part) for part in clause.parts)
    verb = " ".join(
        filter(None, (clause.lemma, clause.modal and f"+ {clause.modal}", "passive" if clause.passive else ""))
    )
    subject = "-"
    if clause.subject is not None:
        phrase = analysis.phrases[clause.subject]
        subject = analysis.words(phrase.first, phrase.last)
    return f"{clause.kind}: {words} | {verb or '-'} | {subject}"
