"""Apposed bodies: "die zuständige Behörde, das Hafenamt für Eis" is the Hafenamt."""

from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker


def by_apposition(source: Source) -> Speaker | None:
    """The body that stands behind the comma in the same case and says by name what the source describes."""
    if source.phrase is None or source.head.tag != "NN" or source.kind != "organisation":
        return None
    after = source.phrase.last
    if after + 1 >= source.last or source.tokens[after].text != ",":
        return None
    k = source.cast.analysis.phrase_of[after + 1]
    phrase = source.cast.phrases[k] if k >= 0 else None
    if phrase is None or phrase.first != after + 1 or phrase.preposition is not None:
        return None
    head = source.tokens[phrase.head]
    bodies = (
        source.cast.body_kinds.shown_by(head.lemma) is not None
        or head.tag == "NE"
        or head.text in source.cast.known.bodies
    )
    return source.told(phrase.first, source.last) if bodies else None
