"""Places: where the words of the table of ties stand in a report."""

from functools import lru_cache
from typing import NamedTuple

from lagebild.extraction.events.stage import Stage
from lagebild.language.ties import Tie, ties
from lagebild.model.analysis import ClauseKind
from lagebild.model.span import Span


class Tied(NamedTuple):
    """Where a tie stands: its tokens `[first, last)` and the clause of its first word."""

    tie: Tie
    first: int
    last: int
    clause: int
    span: Span


@lru_cache(maxsize=1)
def found_ties(stage: Stage) -> tuple[Tied, ...]:
    """All ties of the report, in text order; kept until another report is asked for."""
    rows = ties(stage.language)
    found: list[Tied] = []
    taken = 0
    for i in stage.analysis.where.spoken(rows.keys()):
        if i < taken:
            continue
        for tie in rows[stage.tokens[i].text.lower()]:
            words = stage.tokens[i : i + len(tie.words)]
            if tuple([word.text.lower() for word in words]) == tie.words:
                taken = i + len(tie.words)
                index = _clause_at(stage, i)
                if index >= 0:
                    found.append(Tied(tie, i, taken, index, stage.analysis.span(i, taken)))
                break
    return tuple(found)


def _clause_at(stage: Stage, i: int) -> int:
    """The clause of a token; words behind the end of the verb belong to the clause before."""
    index = stage.analysis.clause_of[i]
    if index > 0 and stage.clauses[index].kind is ClauseKind.FRAGMENT:
        before_it = stage.clauses[index - 1]
        return index - 1 if before_it.sentence == stage.clauses[index].sentence else index
    return index
