"""Sides: which tellings say that the matter is so, which that it is not, and which leave it open; and their order."""

from collections.abc import Iterable
from enum import StrEnum

from lagebild.comparison.origins.publication import Publications
from lagebild.model.claim import Stance, Telling, VoiceKind

UNDATED = "9999-99-99"
"""Sorts behind every day."""


class Side(StrEnum):
    """What tellings of one side have in common."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


_SIDES = {
    Stance.ASSERTS: Side.FOR, Stance.CONFIRMS: Side.FOR, Stance.DENIES: Side.AGAINST, Stance.DOUBTS: Side.OPEN,
}  # fmt: skip


def side_of(telling: Telling) -> Side:
    """The side on which a telling is."""
    return _SIDES[telling.stance]


def in_order(tellings: Iterable[Telling], publications: Publications) -> list[Telling]:
    """By day (the undated last); on one day who has it from a medium after who has not, and an agency first; then by
    document and place. The same for every order in which they come."""

    def place(telling: Telling) -> tuple[str, bool, bool, str, tuple[int, ...], str, str]:
        publication = publications.of(telling.document)
        return (
            telling.day or UNDATED,
            len(telling.voice.via) > 1,
            not publication.by_agency,
            telling.document,
            tuple(span.start for span in telling.spans),
            # Of one place the one that names its source.
            f"{telling.voice.kind is VoiceKind.OUTLET:d}{telling.kind}",
            telling.record,
        )

    return sorted(tellings, key=place)
