"""Claim: what tellings of several documents say in common, with who says it, on whose word, and how they differ."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.span import Span


class Stance(StrEnum):
    """What a telling does with the matter of its claim."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    """Says of what others have said that it is so."""
    DENIES = "denies"
    DOUBTS = "doubts"
    """Asks, calls unproven, or says only that it may be."""


class VoiceKind(StrEnum):
    """Who speaks."""

    SPEAKER = "speaker"
    """Somebody whom the document lets speak."""
    OUTLET = "outlet"
    """The document itself."""
    UNNAMED = "unnamed"
    """Somebody of whom the document gives no name ("Diplomaten")."""


@dataclass(frozen=True, slots=True)
class Voice:
    """On whose word a telling stands: the innermost of its chain, or the outlet where the author vouches.

    `name` is the speaker's name across documents, the outlet's, or the words for an unnamed source; `identity` the key
    of the entity across documents; `code` its state or organisation; `via` names everybody through whom the words came,
    nearest first, down to the outlet (never empty but for an outlet that speaks itself). `body` is whom a spokesman
    speaks for, as the document names it.
    """

    kind: VoiceKind
    name: str | None
    identity: str | None = None
    code: str | None = None
    via: tuple[str | None, ...] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told, as `Quantity` has it: `low` and `high` are equal for a plain number, None where left open;
    `counted` the words for what is counted."""

    span: Span
    low: float | None
    high: float | None
    approximation: str | None
    unit: str | None
    counted: str | None
    part_of: Span | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where one document tells the matter, and its exact words there (one sentence or a part of it).

    `kind` is the kind of its record: "attribution" wherever somebody says it, else "event", "exchange", "breach",
    "threat" or "deployment", or "sentence" where no record was found in the author's words. `record` is its key, for a
    sentence "start-end". `records` are the keys of all records that its words tell. `act` is that of the attribution.
    `sides` are all whom the words name: codes of states and bodies, keys across documents (else names) of people and of
    bodies without a code. `at` is where its own words begin, where words that it shares with another stand before them.
    `day` is that of publication (YYYY-MM-DD), None where unknown. `first_day` and `last_day` bound the time told,
    `place` and `country` where. `actor`, `recipient` and `type` are the event's, where there is one.
    """

    document: str
    kind: str
    record: str
    spans: tuple[Span, ...]
    words: str
    day: str | None
    voice: Voice
    stance: Stance
    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    place: str | None = None
    country: str | None = None
    figures: tuple[Figure, ...] = ()
    sides: tuple[str, ...] = ()
    act: str | None = None
    records: tuple[str, ...] = ()
    at: int | None = None

    @property
    def start(self) -> int:
        """Where it begins, different for each telling of a document: two may be shown with the same subject."""
        return self.spans[0].start if self.at is None else self.at

    @property
    def ref(self) -> str:
        """What names it among all tellings: "document/record@start", as one record may tell several things."""
        return f"{self.document}/{self.record}@{self.start}"


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two tellings, given by their refs, are of one claim: how surely, and in words. `by` is "comparison" or the
    key of the judgement that decided it."""

    one: str
    other: str
    score: float
    reason: str
    by: str = "comparison"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Why a telling (its ref) goes back to an origin; `of` is the ref of the telling that it repeats, None where it is
    the origin's own word or where that telling is in no document."""

    telling: str
    of: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source of a claim: a voice, or an outlet's own word. `first` is the ref of the telling that came
    out first; `tellings` are all refs that go back to it, whatever the outlet. `interested` says in words why it is a
    party in the matter (it acts in it, or speaks for who does), None where nothing shows that. `repeats` says of each
    of the tellings why it is one of them."""

    name: str | None
    identity: str | None
    first: str
    tellings: tuple[str, ...]
    reason: str
    interested: str | None = None
    repeats: tuple[Repeat, ...] = ()


class RelationKind(StrEnum):
    """How one telling stands to another of its claim."""

    SAME = "same"
    MORE_PRECISE = "more precise"
    DIFFERS = "differs"
    DENIES = "denies"
    CONFIRMS = "confirms"
    REVISES = "revises"
    """The same voice says something else later."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`one` stands so to `other` (refs; the later to the earlier). `about` is "figure", "time", "place", None for the
    whole matter; `reason` says it in a sentence."""

    kind: RelationKind
    one: str
    other: str
    about: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One matter with everything that documents tell of it. `key` comes from its first telling and stays when later
    ones join. `gloss` are the words of the telling that stands for all (`glossed` is its ref), never words of ours.

    `tellings` come by day (the undated last), document and place. `origins` the earliest first. `decided` says whether
    people merged or split something.
    """

    key: str
    gloss: str
    glossed: str
    tellings: tuple[Telling, ...]
    ties: tuple[Tie, ...] = ()
    origins: tuple[Origin, ...] = ()
    relations: tuple[Relation, ...] = ()
    decided: bool = False

    @property
    def documents(self) -> frozenset[str]:
        """The keys of the documents that tell it."""
        return frozenset(telling.document for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class Near:
    """Another claim that may be the same, which nobody has decided yet. `claim` is the one asked about and `other` that
    one, by their keys, with `gloss` and `other_gloss` for their words and the number of documents that tell each.

    `score` is how likely they are one (0 to 1) by their two tellings that are most alike, `telling` and
    `other_telling`; `average` the same over all that were compared. `reason` says in a sentence what speaks for it and
    what against.
    """

    claim: str
    other: str
    gloss: str
    other_gloss: str
    documents: int
    other_documents: int
    score: float
    average: float
    telling: Telling
    other_telling: Telling
    reason: str
