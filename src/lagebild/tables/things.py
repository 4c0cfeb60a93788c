"""The tables of entities, mentions, times, quantities and places."""

from collections.abc import Iterator

from lagebild.model.holding import Holding
from lagebild.tables.columns import Column, Kind, Row, Table, words
from lagebild.tables.shared import DOCUMENT, JUDGED, KEY, STANDING, standing, standing_at

_HERE = Column("", Kind.SPAN, "where, and the text there")


def _entities(holding: Holding) -> Iterator[Row]:
    for item in holding.findings.entities:
        yield (
            holding.key, item.key, holding.people.get(item.key), item.kind.value, item.name, item.known, item.code,
            item.office, item.gender, standing(holding, "entity", item.key),
        )  # fmt: skip


def _mentions(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.mentions:
        yield holding.key, item.entity, words(item.span, text), item.form, item.reason, item.confidence


def _times(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.timexes:
        yield (
            holding.key, words(item.span, text), item.type, item.value, item.precision, item.begin, item.end, item.mod,
            item.anchored, item.rule, item.confidence, standing_at(holding, "timex", item.span),
        )  # fmt: skip


def _quantities(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.quantities:
        yield (
            holding.key, words(item.span, text), item.low, item.high, item.approximation, item.unit,
            words(item.counted, text), words(item.part_of, text), item.rule, item.confidence,
            standing_at(holding, "quantity", item.span),
        )  # fmt: skip


def _places(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.places:
        yield (
            holding.key, words(item.span, text), item.name, item.kind.value, item.code, item.latitude, item.longitude,
            item.precision_km, item.reason, item.rule, item.confidence, standing_at(holding, "place", item.span),
        )  # fmt: skip


ENTITIES = Table(
    "entities",
    "whom and what a report speaks of: one row for each in each document",
    (
        DOCUMENT,
        KEY,
        Column("base_entity", Kind.TEXT, "key of the same entity across documents"),
        Column("kind", Kind.TEXT, "`person`, `state`, `organisation`, `medium`, `group`, `place` or `other`"),
        Column("name", Kind.TEXT, "the fullest name that the report itself gives"),
        Column("known", Kind.TEXT, "the usual full name, where a table or a person gave one"),
        Column("code", Kind.TEXT, "ISO 3166-1 alpha-3 of a state and its officials, or an organisation's code"),
        Column("office", Kind.TEXT, "the office that the report or a table gives"),
        Column("gender", Kind.TEXT, "`m`, `f`, `n` or `p` (plural)"),
        STANDING,
    ),
    _entities,
)
MENTIONS = Table(
    "mentions",
    "every place that refers to an entity",
    (
        DOCUMENT,
        Column("entity", Kind.TEXT, "key of the entity, as in `entities`"),
        _HERE,
        Column("form", Kind.TEXT, "`name`, `surname`, `office`, `demonym`, `capital`, `pronoun`, `description` …"),
        Column("reason", Kind.TEXT, "why it is this entity"),
        Column("confidence", Kind.REAL, "how surely, from 0 to 1"),
    ),
    _mentions,
)
TIMES = Table(
    "timexes",
    "time expressions with their TIMEX3 values",
    (
        DOCUMENT,
        _HERE,
        Column("type", Kind.TEXT, "`DATE`, `TIME`, `DURATION` or `SET`"),
        Column("value", Kind.TEXT, "such as `2024-12-04`, `2024-W49` or `P2W`"),
        Column("precision", Kind.TEXT, "`minute`, `day`, `month`, `year` … or `vague`"),
        Column("begins", Kind.TEXT, "where a stretch of time begins, as `value`"),
        Column("ends", Kind.TEXT, "where it ends"),
        Column("mod", Kind.TEXT, "TIMEX3 modifier such as `APPROX`"),
        Column("anchored", Kind.TRUTH, "false where it is relative and the day of publication is not known"),
        *JUDGED,
    ),
    _times,
)
QUANTITIES = Table(
    "quantities",
    "figures with what they count",
    (
        DOCUMENT,
        _HERE,
        Column("low", Kind.REAL, "the value, or the lower end of a range; empty where the text leaves it open"),
        Column("high", Kind.REAL, "the value, or the upper end of a range"),
        Column("approximation", Kind.TEXT, "`about`, `more_than`, `at_least`, `nearly` …"),
        Column("unit", Kind.TEXT, "`EUR`, `%`, `km` …; empty for things counted"),
        Column("counted", Kind.SPAN, "the thing counted"),
        Column("part_of", Kind.SPAN, "the figure that this one is a part of"),
        *JUDGED,
    ),
    _quantities,
)
PLACES = Table(
    "places",
    "names that say where, with their point on the map",
    (
        DOCUMENT,
        _HERE,
        Column("name", Kind.TEXT, "its usual name"),
        Column("kind", Kind.TEXT, "`city`, `region`, `country`, `water` or `area`"),
        Column("code", Kind.TEXT, "ISO 3166-1 alpha-3 of the state it lies in"),
        Column("latitude", Kind.REAL, "degrees of its middle, WGS 84; empty where it stays unresolved"),
        Column("longitude", Kind.REAL, "degrees of its middle"),
        Column("precision_km", Kind.REAL, "it reaches about that far from the point"),
        Column("reason", Kind.TEXT, "why it is a place, and this one"),
        *JUDGED,
    ),
    _places,
)
