"""Speaker: who spoke, as a source names him."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the name as the document has it, how it was found, and how surely.

    `token` is where the source stands, for the order of mentions; `gender` "m", "f", "n", "p" or None.
    """

    name: str | None
    reason: str
    confidence: float
    gender: str | None = None
    token: int = -1
    nameless: bool = False
    """Whether it is one person whom the source only describes: "28-Jähriger aus Kiel"."""
    together: int = 0
    """How many are named together, 0 for one alone or an unknown number."""
    told: str | None = None
    """How the source itself describes a nameless person, where the name is another description of him."""
