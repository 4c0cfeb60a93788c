"""Media: the paper or agency that "das Blatt" and "dem Sender zufolge" mean."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.name_runs import QUOTES
from lagebild.extraction.entities.names import by_name, by_quoted_name
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.entity import EntityKind

MARKS = QUOTES.strip()


def by_medium(source: Source) -> Speaker | None:
    """As in "das Blatt": the medium that spoke last, else the one named last."""
    running = source.running
    if running is not None and _is_medium(source, running.name):
        return Speaker(running.name, f"“{source.head.text}”: the medium that spoke last", 0.85)
    for _, lemma, k in source.cast.groups_before(source.first):
        found = source.cast.known.kind_of(lemma)
        if found is None or found[0] != "medium":
            continue
        first, last = full_phrase(source.cast.analysis, k, coordinated=False)
        earlier = source.beside(first, last)
        named = by_name(earlier) or by_quoted_name(earlier)
        if named is not None:
            return Speaker(named.name, f"“{source.head.text}”: the medium named last", 0.8, None, source.first)
    if running is not None and running.name is not None and _is_quoted_name(source, running.name):
        return Speaker(running.name, f"“{source.head.text}”: who spoke last", 0.75)
    before = source.cast.index.medium_before(source.first)
    return Speaker(before[2], f"“{source.head.text}”: the medium named last", 0.75) if before is not None else None


def _is_quoted_name(source: Source, name: str) -> bool:
    """Whether the report sets the name in quotation marks, as it does with papers that no table knows."""
    text = source.cast.analysis.text
    at = source.cast.index.first_place(name)
    after = text[at + len(name) : at + len(name) + 1]
    return at > 0 and name not in source.cast.people and text[at - 1] in MARKS and after in MARKS and after != ""


def _is_medium(source: Source, name: str | None) -> bool:
    if name is None:
        return False
    body = source.cast.known.bodies.get(name)
    found = source.cast.known.kind_of(name.split()[-1])
    return (body is not None and body.kind is EntityKind.MEDIUM) or (found is not None and found[0] == "medium")
