"""Kinds of records that can be found: their table, what a row of an answer shows, and which filters they know."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kind:
    """In SQL the table is `r` and the documents are `d`.

    `shows` are pairs of column name and SQL expression; `words` is the expression (behind "r.") whose words have to
    match the search. `filters` maps the name of a filter to the expression that it tests; `joins` are the tables that
    these need.
    """

    table: str
    shows: tuple[tuple[str, str], ...]
    words: str
    filters: Mapping[str, str] = field(default_factory=dict)
    joins: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    """The entities of a row's document by the part that they have in it: "by" and "toward"."""

    def columns(self) -> tuple[str, ...]:
        """The names of an answer's columns."""
        return tuple(name for name, _ in self.shows)


_HEAD = (("day", "d.day"), ("publisher", "d.publisher"))
_BY_KEY = ("id", "d.key || '/' || r.key")
_BY_SPAN = ("id", "d.key || '/' || r.start || '-' || r.stop")
_WHERE = (
    ("confidence", "r.confidence"), ("standing", "r.standing"), ("document", "d.key"), ("start", "r.start"),
    ("stop", "r.stop"),
)  # fmt: skip
_TAIL = (_BY_KEY, *_WHERE)
_NO_KEY = (_BY_SPAN, *_WHERE)
_CHAIN = (("status", "r.status"), ("said_by", "r.chain ->> 0"))


def _shows(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"r.{name}") for name in names)


KINDS: dict[str, Kind] = {
    "statements": Kind(
        "attributions",
        (*_HEAD, *_shows("speaker", "act", "form", "words", "addressee"), *_TAIL),
        "words",
        {"speaker": "r.speaker", "act": "r.act", "form": "r.form", "rule": "r.rule"},
        people={"by": "r.entity"},
    ),
    "events": Kind(
        "events",
        (*_HEAD, *_shows("type", "actor", "recipient", "words", "place", "first_day", "last_day"), *_CHAIN, *_TAIL),
        "words",
        {
            "type": "r.type", "actor": "r.actor", "recipient": "r.recipient", "status": "r.status",
            "country": "r.country", "rule": "r.rule", "speaker": "r.chain ->> 0",
        },
        people={"by": "r.actor_entity", "toward": "r.recipient_entity"},
    ),
    "deals": Kind(
        "exchanges",
        (*_HEAD, ("party", "s.party"), ("gives", "s.gives"), ("words", "r.words"), *_CHAIN, *_TAIL),
        "words || ' ' || s.gives",
        {"actor": "s.party", "status": "r.status", "rule": "r.rule", "speaker": "r.chain ->> 0"},
        "join sides s on s.document = r.document and s.exchange = r.key",
        {"by": "s.entity"},
    ),
    "breaches": Kind(
        "breaches",
        (*_HEAD, ("actor", "r.who"), *_shows("act", "violates", "words"), *_CHAIN, *_TAIL),
        "violates || ' ' || coalesce(r.act, '')",
        {"actor": "r.who", "status": "r.status", "rule": "r.rule", "speaker": "r.chain ->> 0"},
        people={"by": "r.entity"},
    ),
    "threats": Kind(
        "threats",
        (
            *_HEAD, ("actor", "r.source"), ("recipient", "t.party"), *_shows("means", "condition", "words"), *_CHAIN,
            *_TAIL,
        ),
        "words || ' ' || coalesce(r.means, '')",
        {
            "actor": "r.source", "recipient": "t.party", "status": "r.status", "rule": "r.rule",
            "speaker": "r.chain ->> 0",
        },
        "left join threatened t on t.document = r.document and t.threat = r.key",
        {"by": "r.entity", "toward": "t.entity"},
    ),
    "deployments": Kind(
        "deployments",
        (
            *_HEAD, ("actor", "r.whose"), *_shows("forces", "low", "high", "approximation", "place", "purpose"),
            *_CHAIN, *_TAIL,
        ),
        "forces || ' ' || coalesce(r.place, '')",
        {"actor": "r.whose", "status": "r.status", "rule": "r.rule", "speaker": "r.chain ->> 0"},
        people={"by": "r.entity"},
    ),
    "figures": Kind(
        "quantities",
        (
            *_HEAD, *_shows("low", "high", "approximation", "unit", "counted", "words"), ("said_by", "a.speaker"),
            *_NO_KEY,
        ),
        "words || ' ' || coalesce(r.counted, '')",
        {"speaker": "a.speaker", "rule": "r.rule"},
        "left join attributions a on a.document = r.document and a.key = r.attribution",
    ),
    "times": Kind(
        "timexes",
        (*_HEAD, *_shows("words", "type", "value", "first_day", "last_day"), *_NO_KEY),
        "words",
        {"rule": "r.rule"},
    ),
    "places": Kind(
        "places",
        (*_HEAD, *_shows("name", "kind", "country", "latitude", "longitude", "precision_km", "words"), *_NO_KEY),
        "name",
        {"country": "r.country", "rule": "r.rule"},
    ),
}  # fmt: skip
DOCUMENTS = "documents"
"""The kind without records: the documents themselves."""
DOCUMENT_COLUMNS = ("day", "publisher", "title", "words", "id", "start", "stop", "url")
ASIDE = frozenset(
    {
        "confidence", "standing", "document", "start", "stop", "url", "form", "addressee", "approximation", "last_day",
        "unit", "value", "purpose", "condition", "latitude", "longitude", "precision_km",
    }
)  # fmt: skip
"""Columns that a table for people leaves out; they stand in JSON and CSV."""
