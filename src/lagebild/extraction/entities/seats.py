"""Seats: the firm that a town stands for which it is known by: "in Wolfsburg heißt es" is Volkswagen."""

from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker


def by_seat(source: Source) -> Speaker | None:
    """The firm whose seat the town is, where the report names the firm."""
    if source.last - source.first != 1:
        return None
    firm = source.cast.body_kinds.seats.get(source.head.text)
    found = source.cast.index.body_near((firm,), source.first) if firm is not None else None
    if found is None:
        return None
    return Speaker(source.cast.body_name(found[1], found[2]), f"“{source.head.text}”: the seat of a firm named", 0.75)
