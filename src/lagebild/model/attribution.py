"""Attribution: who says what to whom, by which cue, in which form."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.span import Span


class Form(StrEnum):
    """How the content is given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Act(StrEnum):
    """What the source does by saying it."""

    SAY = "say"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    WARN = "warn"
    DEMAND = "demand"
    DENY = "deny"
    CONFIRM = "confirm"
    ANNOUNCE = "announce"
    THREATEN = "threaten"
    PRAISE = "praise"
    ASK = "ask"
    THINK = "think"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content ascribed to a source by a cue (PARC, PolNeAR). Field meanings: docs/json.md.

    `source` is None where the sentence names nobody; `speaker` is the name the source resolves to, None when
    the text does not say; `entity` the key of that entity; `speaker_reason` how the speaker was found;
    `within` the key of the attribution whose content holds this one.
    """

    key: str
    source: Span | None
    speaker: str | None
    entity: str | None
    speaker_reason: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    act: Act
    to: Span | None
    within: str | None
    rule: str
    confidence: float
