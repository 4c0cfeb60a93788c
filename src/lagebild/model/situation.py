"""Situation: everything about one matter as far as a set of reports tells it, as one frozen value for readers."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.claim import Claim, Origin, Telling
from lagebild.model.span import Span


class Certainty(StrEnum):
    """How far the reports stand behind a thing, over all their tellings of it."""

    STATED = "stated"
    """At least one report tells it on its own word."""
    SAID = "said"
    """It stands only on the word of somebody whom reports let speak."""
    POSSIBLE = "possible"
    """It is told only as a plan, a risk, a demand or a future act."""
    DISPUTED = "disputed"
    """Some tell it, and somebody denies or doubts it."""
    DENIED = "denied"
    """Nothing but denials of it are told."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked: words, entities by name or code, days of publication (YYYY-MM-DD, both included), and the day as
    known on which it is told (reports after it are left out)."""

    words: str = ""
    entities: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the situation stands on. `copies` names its group of copies, None where it is nobody's copy."""

    key: str
    title: str | None
    publisher: str | None
    author: str | None
    day: str | None
    url: str | None
    language: str
    copies: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentences in which a telling (`ref`) stands, word for word, for a reader who wants to check; " … " stands in
    `words` between those that are no neighbours."""

    ref: str
    document: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Support:
    """What an item stands on: its tellings by day, document and place; their independent origins, the earliest first;
    the claims that they belong to; and how closely they touch what was asked, from 0 to 1."""

    tellings: tuple[Telling, ...]
    origins: tuple[Origin, ...]
    certainty: Certainty
    claims: tuple[str, ...]
    closeness: float


@dataclass(frozen=True, slots=True)
class Gift:
    """Something that one side of a balance hands to the other. `dealt` says whether somebody ties it to a return."""

    key: str
    giver: str | None
    taker: str | None
    words: str
    dealt: bool
    support: Support


@dataclass(frozen=True, slots=True)
class Balance:
    """What two sides give each other, over all reports; a side is None where nobody says who. `ties` are the words that
    bind the gifts, `support` has the tellings of the deals themselves and is None where no deal is told, only gifts."""

    key: str
    sides: tuple[str | None, str | None]
    gifts: tuple[tuple[Gift, ...], tuple[Gift, ...]]
    ties: tuple[str, ...]
    support: Support | None


@dataclass(frozen=True, slots=True)
class Site:
    """A place with a point on the map, as far as it has one, and how many documents name it."""

    name: str
    kind: str
    code: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    documents: int
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One figure as one telling (`ref`) gives it, on the day of publication, on the word of `voice`, which has it from
    `origin` where that is another. `standing` is that of the ledger: "current" (the last that its source said),
    "revised" (it says something else since), "repeated" (somebody has it from its source), "outlier" (no other source
    goes with it); None outside of one. `part_of` are the words of the figure that it is a part of."""

    ref: str
    words: str
    low: float | None
    high: float | None
    approximation: str | None
    unit: str | None
    day: str | None
    voice: str | None
    origin: str | None = None
    standing: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All values of one figure, the oldest first. `about` are the words for what is counted; `whose`, `where`, `fate`
    (killed, wounded …) say of whom, where and what became of them, as far as is known. `low` and `high` bound the
    current values, without outliers. `tellings` hold the values; `closeness` is that to the question."""

    key: str
    about: str | None
    whose: str | None
    where: str | None
    fate: str | None
    unit: str | None
    values: tuple[Value, ...]
    low: float | None
    high: float | None
    origins: tuple[Origin, ...]
    tellings: tuple[Telling, ...]
    closeness: float


@dataclass(frozen=True, slots=True)
class Presence:
    """Forces of somebody somewhere. `forces`, `where`, `since`, `purpose` are words of reports, `place` the usual name
    of where; `code` the state it lies in. `ledger` is the key of the figures that count them."""

    key: str
    whose: str | None
    forces: str
    where: tuple[str, ...]
    place: str | None
    code: str | None
    since: tuple[str, ...]
    purpose: tuple[str, ...]
    values: tuple[Value, ...]
    ledger: str | None
    support: Support


@dataclass(frozen=True, slots=True)
class Menace:
    """A threat: who may harm whom by what, under which conditions; all but the sides are words of reports."""

    key: str
    source: str | None
    to: tuple[str, ...]
    words: str
    means: tuple[str, ...]
    conditions: tuple[str, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Violation:
    """A breach: who is said to break which rule by which acts; all but `who` are words of reports."""

    key: str
    who: str | None
    rule: str
    acts: tuple[str, ...]
    words: str
    support: Support


@dataclass(frozen=True, slots=True)
class Happening:
    """An event; `type` is None for a claim with a day. `first_day` and `last_day` bound when it was, as far as reports
    say; None together where none does. `told` is the day of the first report, `words` those of the telling that says
    most."""

    key: str
    type: str | None
    mode: str | None
    actor: str | None
    recipient: str | None
    first_day: str | None
    last_day: str | None
    told: str | None
    place: str | None
    country: str | None
    words: str
    support: Support


@dataclass(frozen=True, slots=True)
class Stand:
    """Something that somebody says: the act, the words, the telling's ref, and the claim that it belongs to."""

    act: str
    words: str
    ref: str
    day: str | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """The telling `one` against the earlier `other` (refs) of the same voice or of another that speaks for the same
    state: `turn` is "admits", "denies", "retreats", "figure" or "drops"; `reason` says it in a sentence."""

    turn: str
    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor says, the closest to the question first, and where they changed what they say."""

    key: str
    name: str
    code: str | None
    office: str | None
    stands: tuple[Stand, ...]
    changes: tuple[Change, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Edge:
    """Who does what to whom: `kind` is "accuses", "supports", "supplies", "threatens", "attacks", "sanctions" or
    "meets"."""

    actor: str
    recipient: str
    kind: str
    support: Support


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Tellings of one matter that cannot all be right: `about` is "figure", "time" or "place", None for the matter.

    `one` and `other` are the refs of the tellings that stand against each other; `settled` says that the voice itself
    has since said otherwise.
    """

    key: str
    claim: str | None
    about: str | None
    words: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    settled: bool
    support: Support


@dataclass(frozen=True, slots=True)
class Alone:
    """What only one origin says, however many reports repeat it. `item` is the key of what it is about."""

    item: str
    kind: str
    words: str
    origin: Origin
    reports: int


@dataclass(frozen=True, slots=True)
class Interest:
    """Somebody on whose word something stands and who is a party in it, with the reason in words."""

    name: str
    reason: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two claims of the situation, by their keys, that are likely one though they were not made one: how alike their
    two most alike tellings are. Nothing was found that speaks against it."""

    claim: str
    other: str
    score: float


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One of the few things to know first. `kind` is the kind of the item ("deal", "deployment", "threat", "breach",
    "dispute", "claim", "event"; "latest" for the newest claim), `item` its key, `words` those of a report for it."""

    kind: str
    item: str
    words: str
    support: Support


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the situation stands on. `undated` are documents left out because only dated ones could be meant."""

    documents: int
    reports: int
    """Documents that are not copies of another among them."""
    outlets: int
    voices: int
    claims: int
    undated: int


@dataclass(frozen=True, slots=True)
class Situation:
    """One matter, gathered. Every list is in its order of importance or of time, the same for the same documents in any
    order. `names` has what the codes of sides stand for; `missing` the words and entities of the question that no
    document has; `notes` what a reader must know, as codes of docs/situation.md."""

    scope: Scope
    first_day: str | None
    last_day: str | None
    counts: Counts
    documents: tuple[Source, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    exchanges: tuple[Balance, ...] = ()
    deployments: tuple[Presence, ...] = ()
    threats: tuple[Menace, ...] = ()
    breaches: tuple[Violation, ...] = ()
    events: tuple[Happening, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Ledger, ...] = ()
    network: tuple[Edge, ...] = ()
    places: tuple[Site, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    single_origin: tuple[Alone, ...] = ()
    interested: tuple[Interest, ...] = ()
    claims: tuple[Claim, ...] = ()
    alike: tuple[Likeness, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


__all__ = [
    "Alone", "Balance", "Certainty", "Change", "Claim", "Contradiction", "Counts", "Edge", "Gift", "Happening",
    "Interest", "KeyPoint", "Ledger", "Likeness", "Menace", "Origin", "Position", "Presence", "Quote", "Scope", "Site",
    "Situation", "Source", "Stand", "Support", "Telling", "Value", "Violation",
]  # fmt: skip
