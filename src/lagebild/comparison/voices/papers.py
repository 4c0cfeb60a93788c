"""Papers: letters, files and contracts that say something, which are nobody: whose they are, or who has seen them."""

import re
from functools import cache

from lagebild.comparison.origins.described import described
from lagebild.comparison.voices.report import Report
from lagebild.language.load import Language
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution

_END = re.compile(r"[.!?](?=\s|$)|\n")


def is_paper(words: str, language: Language) -> bool:
    """Whether the words for a source are for something written, and not for anybody."""
    noun = described(words, language).noun or ""
    return any(noun.endswith(end) for end in _papers(language))


def is_certain_paper(said: Attribution, report: Report) -> bool:
    """Whether it is a paper that the report tells of before: "in der Eingabe"."""
    if said.source is None:
        return False
    before = report.text[: said.source.start].split()[-1:]
    words = [word.casefold() for word in (*before, said.source.of(report.text).split()[0])]
    return any(word in word_lists(report.language, "comparing")["of_one"] for word in words)


def is_seen(said: Attribution, report: Report) -> bool:
    """Whether the report says that it has seen the paper: "Unterlagen, die dieser Zeitung vorliegen"."""
    if said.source is None:
        return False
    end = _END.search(report.text, said.source.end)
    return (
        _seen(report.language).search(report.text, said.source.end, end.start() if end else len(report.text))
        is not None
    )


@cache
def _papers(language: Language) -> tuple[str, ...]:
    return tuple(sorted({stem(folded(word)) for word in word_lists(language, "comparing")["papers"]}))


@cache
def _seen(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["seen"])
