"""The tables of exchanges, breaches, threats and deployments."""

from collections.abc import Iterator

from lagebild.model.holding import Holding
from lagebild.tables.beside import Beside
from lagebild.tables.columns import Column, Kind, Row, Table, all_words, words
from lagebild.tables.shared import DOCUMENT, JUDGED, KEY, LED, TOLD, led, party, party_columns, standing, told


def _exchanges(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.exchanges:
        yield (
            *led(holding), item.key, len(item.sides), all_words(item.tie, text), *told(item), item.rule,
            item.confidence, standing(holding, "exchange", item.key),
        )  # fmt: skip


def _sides(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.exchanges:
        for number, side in enumerate(item.sides, 1):
            gives = all_words(side.gives, text)
            yield holding.key, item.key, number, *party(holding, side.party), gives, side.events


def _breaches(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.breaches:
        yield (
            *led(holding), item.key, *party(holding, item.who), words(item.act, text), words(item.violates, text),
            words(item.trigger, text), *told(item), item.rule, item.confidence, standing(holding, "breach", item.key),
        )  # fmt: skip


def _threats(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.threats:
        yield (
            *led(holding), item.key, *party(holding, item.source), words(item.means, text),
            words(item.condition, text), words(item.trigger, text), *told(item), item.rule, item.confidence,
            standing(holding, "threat", item.key),
        )  # fmt: skip


def _targets(holding: Holding) -> Iterator[Row]:
    for item in holding.findings.threats:
        for number, side in enumerate(item.to, 1):
            yield holding.key, item.key, number, *party(holding, side)


def _deployments(holding: Holding) -> Iterator[Row]:
    text, beside = holding.findings.document.text, Beside(holding.findings)
    for item in holding.findings.deployments:
        strength, place, since = beside.quantity(item.strength), beside.place(item.where), beside.time(item.since)
        yield (
            *led(holding), item.key, *party(holding, item.whose), words(item.forces, text), words(item.strength, text),
            strength.low if strength else None, strength.high if strength else None,
            strength.approximation if strength else None, words(item.part_of, text), words(item.where, text),
            place.name if place else None, place.code if place else None, words(item.since, text),
            since.value if since else None, words(item.purpose, text), words(item.trigger, text), *told(item),
            item.rule, item.confidence, standing(holding, "deployment", item.key),
        )  # fmt: skip


EXCHANGES = Table(
    "exchanges",
    "deals: one row for each; what each side gives stands in `sides`",
    (
        *LED,
        KEY,
        Column("sides", Kind.INTEGER, "how many sides it has"),
        Column("tie", Kind.SPANS, "the words that bind the gifts"),
        *TOLD,
        *JUDGED,
    ),
    _exchanges,
)
SIDES = Table(
    "sides",
    "one row for each side of a deal",
    (
        DOCUMENT,
        Column("exchange", Kind.TEXT, "key of the exchange"),
        Column("number", Kind.INTEGER, "which side, from 1"),
        *party_columns("party", "who"),
        Column("gives", Kind.SPANS, "the words for what it does or hands over"),
        Column("events", Kind.TEXTS, "keys of the events that these words tell"),
    ),
    _sides,
)
BREACHES = Table(
    "breaches",
    "acts said to violate a rule",
    (
        *LED,
        KEY,
        *party_columns("who", "who is said to do it"),
        Column("act", Kind.SPAN, "what is said to be the breach"),
        Column("violates", Kind.SPAN, "the rule"),
        Column("trigger", Kind.SPAN, "the word that tells it"),
        *TOLD,
        *JUDGED,
    ),
    _breaches,
)
THREATS = Table(
    "threats",
    "who may harm whom with what; who is threatened stands in `threatened`",
    (
        *LED,
        KEY,
        *party_columns("source", "who threatens or is said to be a danger"),
        Column("means", Kind.SPAN, "the harm or the weapon"),
        Column("condition", Kind.SPAN, "the clause under which it would come"),
        Column("trigger", Kind.SPAN, "the word that tells it"),
        *TOLD,
        *JUDGED,
    ),
    _threats,
)
THREATENED = Table(
    "threatened",
    "one row for each side that is threatened",
    (
        DOCUMENT,
        Column("threat", Kind.TEXT, "key of the threat"),
        Column("number", Kind.INTEGER, "which target, from 1"),
        *party_columns("party", "who is threatened"),
    ),
    _targets,
)
DEPLOYMENTS = Table(
    "deployments",
    "forces: whose, how many, where, for what",
    (
        *LED,
        KEY,
        *party_columns("whose", "whose forces they are"),
        Column("forces", Kind.SPAN, "the words for the forces, with their figure"),
        Column("strength", Kind.SPAN, "that figure"),
        Column("strength_low", Kind.REAL, "its value or lower end, repeated from `quantities`"),
        Column("strength_high", Kind.REAL, "its value or upper end, repeated from `quantities`"),
        Column("strength_approximation", Kind.TEXT, "`about`, `more_than` …, repeated from `quantities`"),
        Column("part_of", Kind.SPAN, "the forces that these are a part of"),
        Column("where", Kind.SPAN, "where; `places` has its point"),
        Column("where_name", Kind.TEXT, "the usual name of the place, repeated from `places`"),
        Column("where_code", Kind.TEXT, "the state it lies in, repeated from `places`"),
        Column("since", Kind.SPAN, "since when"),
        Column("since_value", Kind.TEXT, "the TIMEX3 value of that, repeated from `timexes`"),
        Column("purpose", Kind.SPAN, "what they are there for"),
        Column("trigger", Kind.SPAN, "the word that tells it"),
        *TOLD,
        *JUDGED,
    ),
    _deployments,
)
