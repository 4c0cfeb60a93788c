"""The short story: one document in, its findings out."""

from dataclasses import replace

from lagebild.analysis.analyse import analyse
from lagebild.analysis.engine import Engine
from lagebild.errors import LanguageError
from lagebild.extraction.extract import extract
from lagebild.language.detect import UNKNOWN, detect
from lagebild.language.load import Language, languages
from lagebild.model.document import Document
from lagebild.model.findings import Findings

UNDATED = "no publication date was given: relative times stay unanchored"


def read_document(document: Document, *, language: Language | None = None, engine: Engine | None = None) -> Findings:
    """Everything found in the document.

    Without a `language` the document's own is used, or detected where it is "und". Raises LanguageError for a
    language without resources: nothing is invented for it.
    """
    code = language.code if language is not None else document.language
    if code == UNKNOWN:
        code = detect(document.text).language
    chosen = language if language is not None else Language(code)
    if not chosen.exists():
        raise LanguageError(f"{document.origin or document.id}: {_unread(code)}")
    document = replace(document, language=chosen.code)
    analysis = analyse(document, chosen, engine)
    notes = () if document.date is not None else (UNDATED,)
    findings = Findings(document=document, furniture=tuple(analysis.furniture), notes=notes, analysis=analysis)
    return extract(findings, chosen)


def _unread(code: str) -> str:
    """Why a text in that language is not read, and what to do."""
    ours = ", ".join(languages())
    if code == UNKNOWN:
        return f"its language cannot be told; say which it is to have it read ({ours})"
    return f"is in {code!r}, and only {ours} can be read; nothing was taken from it"
