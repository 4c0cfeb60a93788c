"""Companies: the firm that a report calls by what it is: "der Konzern", "das US-Unternehmen", "die Bank"."""

from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import tail_of
from lagebild.model.entity import EntityKind

# How often a report must name what no table knows, for it to be the firm that it is about.
NAMED_OFTEN = 2


def by_company(source: Source) -> Speaker | None:
    """The firm told of before: one introduced by such a noun or known to the tables, the last first; else the name
    that no table knows, that acted, and that the report names most."""
    if not _is_firm(source.cast, source.head.lemma) or source.phrase is None:
        return None
    lately = (run for run in source.cast.runs_before(source.first) if run.last <= source.first)
    before = [run for run in lately if not _is_somebody_else(source.cast, run)]
    found = next((run for run in reversed(before) if _is_introduced(source.cast, run)), None) or _acting(source, before)
    if found is None:
        return None
    return Speaker(source.cast.index.bare(found.text), f"“{source.head.text}”: the firm told of before", 0.75)


def _is_firm(cast: Cast, noun: str) -> bool:
    tail = tail_of(noun)
    return any(tail.endswith(ending) for ending in cast.known.words["firms"])


def _is_somebody_else(cast: Cast, run: Run) -> bool:
    """A person, a state, a medium, a party: what is plainly no firm."""
    if cast.full_name(run.text) is not None:
        return True
    body = cast.known.bodies.get(run.text) or cast.known.bodies.get(run.text.removesuffix("s"))
    return body is not None and (body.kind is not EntityKind.ORGANISATION or body.party)


def _is_introduced(cast: Cast, run: Run) -> bool:
    """As in "der Autobauer Tesla": a noun for firms right in front of the name."""
    phrase = cast.phrase(run.first)
    if phrase is None or phrase.head >= run.first or run.last < phrase.last:
        return False
    return cast.tokens[phrase.head].tag == "NN" and _is_firm(cast, cast.tokens[phrase.head].lemma)


def _acting(source: Source, before: list[Run]) -> Run | None:
    cast = source.cast
    counts = cast.index.times_named
    acted = [
        run
        for run in before
        if cast.analysis.phrase_of[run.first] in cast.subjects
        and counts[cast.index.bare(run.text)] >= NAMED_OFTEN
        and cast.phrases[cast.analysis.phrase_of[run.first]].head >= run.first
    ]
    return max(acted, key=lambda run: (counts[cast.index.bare(run.text)], run.first), default=None)
