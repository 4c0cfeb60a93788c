"""Strangers: names of several words of whose bearer no table knows anything, and who may be a person."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.extraction.entities.name_runs import NAMES, QUOTES
from lagebild.model.analysis import Analysis

# A name of more words is a title or a heading.
MOST_WORDS = 4


def strangers(analysis: Analysis, runs: Sequence[Run], known: Known) -> Iterator[Run]:
    """The names that may be a person's: no body's, in no quotation marks, behind no article and no "in" or "aus"."""
    for run in runs:
        words = [analysis.tokens[i] for i in range(run.first, run.last)]
        named = 1 < len(words) <= MOST_WORDS and all(word.tag in NAMES and word.text[:1].isalpha() for word in words)
        if not named or any(_is_bodys(word.text, known) for word in words) or known.body_called(run.text) is not None:
            continue
        k = analysis.phrase_of[run.first]
        phrase = analysis.phrases[k] if k >= 0 else None
        if phrase is None or phrase.first != run.first or analysis.tokens[run.first - 1].text in QUOTES:
            continue
        preposition = analysis.tokens[phrase.preposition].lemma if phrase.preposition is not None else ""
        if preposition not in known.words["placing"]:
            yield run


def _is_bodys(word: str, known: Known) -> bool:
    return is_acronym(word) or known.body_called(word) is not None or any(letter.isdigit() for letter in word)
