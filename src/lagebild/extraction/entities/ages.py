"""Ages: who is told of with an age: "die 21-jährige Lena Frisch", "Karl Tann (51)", "ein 41 Jahre alter Mann"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import Analysis

# Nobody in a report is older.
OLDEST = 120
# Tags of words that tell an age: "(51)", "der 32-Jährige", "elfjährige", "28 Jahre alt".
TELLING = frozenset(("CARD", "NN", "ADJA", "ADJD"))
# Marks between which an age stands behind a name.
BEFORE_AGE, BEHIND_AGE = ("(", ","), (")", ",", ";", ".")


class Aged(NamedTuple):
    """A place where an age is told: of the name, where one stands beside it, else of whom the phrase describes."""

    token: int
    age: str
    phrase: int
    run: Run | None


def age_in(word: str, known: Known) -> str | None:
    """The age that a word tells: "32" for "32-Jähriger", "11" for "elfjährige"; None for other words."""
    lower = word.lower()
    for stem in known.words["age_stems"]:
        number, found, _ = lower.partition(stem)
        if found:
            number = number.rstrip("-")
            return number if number.isdigit() else known.numbers.get(number)
    return None


def ages_told(analysis: Analysis, runs: Sequence[Run], known: Known) -> list[Aged]:
    """Every age that the document tells of somebody, in text order."""
    starts = {run.first: run for run in runs}
    ends = {run.last: run for run in runs}
    found: list[Aged] = []
    for i in analysis.where.tagged(*TELLING):
        token = analysis.tokens[i]
        if token.tag == "CARD":
            run = _behind_name(analysis, i, ends)
            if run is not None:
                found.append(Aged(i, token.text, -1, run))
        age = age_in(token.text, known) if token.tag in ("NN", "ADJA") else None
        age = age or _counted_years(analysis, i, known)
        k = analysis.phrase_of[i]
        if age is not None and k >= 0:
            phrase = analysis.phrases[k]
            inside = (starts[x] for x in range(i + 1, phrase.last) if x in starts)
            beside = ends.get(phrase.first - 1) if analysis.tokens[phrase.first - 1].text == "," else None
            found.append(Aged(i, age, k, next(inside, beside)))
        elif age is not None:
            found.extend(_told_of_subject(analysis, i, age, starts))
    return found


def _behind_name(analysis: Analysis, i: int, ends: dict[int, Run]) -> Run | None:
    """As in "Karl Tann (51)", "Karl Tann, 51, …": the name before the number between marks."""
    tokens = analysis.tokens
    if i + 1 >= len(tokens) or tokens[i - 1].text not in BEFORE_AGE or tokens[i + 1].text not in BEHIND_AGE:
        return None
    return ends.get(i - 1) if tokens[i].text.isdigit() and 0 < int(tokens[i].text) <= OLDEST else None


def _counted_years(analysis: Analysis, i: int, known: Known) -> str | None:
    """The number before "Jahre" and the adjective for old at token `i`: "28 Jahre alte"."""
    tokens = analysis.tokens
    old = tokens[i].tag in ("ADJA", "ADJD") and tokens[i].lemma in known.words["old"]
    if i < 2 or not old or tokens[i - 1].text not in known.words["years"]:
        return None
    number = tokens[i - 2].text
    return number if number.isdigit() else known.numbers.get(number)


def _told_of_subject(analysis: Analysis, i: int, age: str, starts: dict[int, Run]) -> Iterator[Aged]:
    """As in "Tann ist 51 Jahre alt": the age of the clause's subject."""
    c = analysis.clause_of[i]
    k = analysis.clauses[c].subject if c >= 0 else None
    if k is not None:
        phrase = analysis.phrases[k]
        run = next((starts[x] for x in range(phrase.first, phrase.last) if x in starts), None)
        yield Aged(i, age, k, run)
