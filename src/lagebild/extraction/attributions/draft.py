"""Draft: an attribution as a rule proposes it, still in tokens and without a speaker."""

from typing import NamedTuple

from lagebild.extraction.attributions.scene import Range
from lagebild.model.attribution import Act


class Draft(NamedTuple):
    """`content` and `cue` are token ranges in text order; `source` the range of the source words.

    `borrow` tells where the speaker comes from when `source` is None: "running" (the speaker who spoke last),
    "quotation" (whoever the same quotation is ascribed to), "none" (nobody is named).
    """

    rule: str
    sentence: int
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    act: Act
    to: Range | None = None
    phrase_content: bool = False
    """The content is a phrase, not a clause: form `reported`."""
    borrow: str = "none"
