"""Findings as rows of the record tables; made from findings alone, so they can be made again at any time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lagebild.comparison.copies.citations import citations_of
from lagebild.comparison.copies.credits import credits_of
from lagebild.language.load import Language
from lagebild.model.attribution import Attribution
from lagebild.model.days import days_of
from lagebild.model.event import Party
from lagebild.model.findings import Findings
from lagebild.model.holding import Standing
from lagebild.model.naming import name_of
from lagebild.model.near import Near
from lagebild.model.span import Span
from lagebild.model.timex import Timex

Row = tuple[Any, ...]
Rows = Iterator[Row]
GAP = " … "
"""Stands in a column of words between places that are apart in the text."""

COLUMNS = {
    "attributions": (
        "key start stop speaker entity act form words source cue addressee content cue_spans source_span within reason "
        "rule confidence standing"
    ),
    "events": (
        "key start stop type mode context actor actor_entity actor_words recipient recipient_entity recipient_words "
        "words status place country time first_day last_day chain attribution lexeme rule confidence standing"
    ),
    "exchanges": "key start stop words status chain attribution rule confidence standing",
    "sides": "exchange number party entity gives events",
    "breaches": "key start stop who entity words act violates status chain attribution rule confidence standing",
    "threats": "key start stop source entity words means condition status chain attribution rule confidence standing",
    "threatened": "threat number party entity",
    "deployments": (
        "key start stop whose entity words forces low high approximation part_of place since purpose status chain "
        "attribution rule confidence standing"
    ),
    "quantities": (
        "number start stop words low high approximation unit counted part_of attribution rule confidence standing"
    ),
    "timexes": "number start stop words type value precision first_day last_day rule confidence standing",
    "places": ("number start stop words name kind country latitude longitude precision_km rule confidence standing"),
    "entities": "key kind name known code office mentions standing",
    "mentions": "start stop entity form",
    "credits": "agency form start stop",
    "citations": "medium attributions",
}
"""The columns of each table behind `document`, in the order of its rows."""


def rows_of(findings: Findings, standing: Mapping[tuple[str, str], Standing]) -> dict[str, list[Row]]:
    """The rows of every table of COLUMNS for one document, without the column `document`.

    `standing` has the judged records, by kind and key ("start-end" for those without); all others are `found`.
    """
    made = _Rows(findings, standing)
    return {table: list(getattr(made, table)()) for table in COLUMNS}


class _Rows:
    """The rows of one document, a generator for each table."""

    def __init__(self, findings: Findings, standing: Mapping[tuple[str, str], Standing]) -> None:
        self._findings = findings
        self._text = findings.document.text
        self._standing = standing
        language = Language(findings.document.language)
        self._language = language if language.exists() else None
        self._timexes = Near(findings.timexes, lambda timex: timex.span)
        self._places = Near(findings.places, lambda place: place.span)
        self._quantities = {item.span: item for item in findings.quantities}
        self._statements = Near(findings.attributions, _cover)

    def attributions(self) -> Rows:
        """Who says what."""
        for item in self._findings.attributions:
            yield (
                item.key, *_cover(item), item.speaker, item.entity, item.act.value, item.form.value,
                self._joined(item.content), self._words(item.source), self._joined(item.cue), self._words(item.to),
                _places(item.content), _places(item.cue), _place(item.source), item.within, item.speaker_reason,
                *self._found(item),
            )  # fmt: skip

    def events(self) -> Rows:
        """Who does what to whom; days and country are those of the event's own time and place."""
        for item in self._findings.events:
            yield (
                item.key, *item.trigger, item.type.value, item.mode, item.context, *self._side(item.actor),
                *self._side(item.recipient), item.trigger.of(self._text), item.status.value, self._words(item.place),
                self._country(item.place), self._words(item.time), *self._days(item.time), _list(item.chain),
                item.attribution, item.lexeme, *self._found(item),
            )  # fmt: skip

    def exchanges(self) -> Rows:
        """Deals, each with the words that tie it."""
        for item in self._findings.exchanges:
            yield (
                item.key, *_hull(item.tie), self._joined(item.tie), item.status.value, _list(item.chain),
                item.attribution, *self._found(item),
            )  # fmt: skip

    def sides(self) -> Rows:
        """What each side of a deal gives."""
        for item in self._findings.exchanges:
            for number, side in enumerate(item.sides):
                code, entity = _code(side.party)
                yield item.key, number, code, entity, self._joined(side.gives), _list(side.events)

    def breaches(self) -> Rows:
        """Acts said to violate a rule."""
        for item in self._findings.breaches:
            yield (
                item.key, *item.trigger, *_code(item.who), item.trigger.of(self._text), self._words(item.act),
                item.violates.of(self._text), item.status.value, _list(item.chain), item.attribution,
                *self._found(item),
            )  # fmt: skip

    def threats(self) -> Rows:
        """Who may harm whom."""
        for item in self._findings.threats:
            yield (
                item.key, *item.trigger, *_code(item.source), item.trigger.of(self._text), self._words(item.means),
                self._words(item.condition), item.status.value, _list(item.chain), item.attribution,
                *self._found(item),
            )  # fmt: skip

    def threatened(self) -> Rows:
        """The sides that a threat is made to."""
        for item in self._findings.threats:
            for number, party in enumerate(item.to):
                yield item.key, number, party.code, party.entity

    def deployments(self) -> Rows:
        """Forces, with their strength."""
        for item in self._findings.deployments:
            strength = self._quantities.get(item.strength) if item.strength else None
            figures = (strength.low, strength.high, strength.approximation) if strength else (None, None, None)
            yield (
                item.key, *item.trigger, *_code(item.whose), item.trigger.of(self._text), item.forces.of(self._text),
                *figures, self._words(item.part_of), self._words(item.where), self._words(item.since),
                self._words(item.purpose), item.status.value, _list(item.chain), item.attribution, *self._found(item),
            )  # fmt: skip

    def quantities(self) -> Rows:
        """Figures, each with the innermost statement that holds it."""
        for number, item in enumerate(self._findings.quantities):
            yield (
                number, *item.span, item.span.of(self._text), item.low, item.high, item.approximation, item.unit,
                self._words(item.counted), item.part_of.start if item.part_of else None, self._said_in(item.span),
                *self._found(item),
            )  # fmt: skip

    def timexes(self) -> Rows:
        """Times, with the days that they cover."""
        for number, item in enumerate(self._findings.timexes):
            yield (
                number, *item.span, item.span.of(self._text), item.type, item.value, item.precision, *_days(item),
                *self._found(item),
            )  # fmt: skip

    def places(self) -> Rows:
        """Places, with their point on the map."""
        for number, item in enumerate(self._findings.places):
            yield (
                number, *item.span, item.span.of(self._text), item.name, item.kind.value, item.code, item.latitude,
                item.longitude, item.precision_km, *self._found(item),
            )  # fmt: skip

    def entities(self) -> Rows:
        """Who and what the document speaks of."""
        counts: dict[str, int] = {}
        for mention in self._findings.mentions:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
        for item in self._findings.entities:
            standing = self._standing.get(("entity", item.key), Standing.FOUND)
            mentions = counts.get(item.key, 0)
            yield item.key, item.kind.value, item.name, item.known, item.code, item.office, mentions, standing.value

    def mentions(self) -> Rows:
        """Where the document speaks of them."""
        places = {(*item.span, item.entity): item.form for item in self._findings.mentions}
        yield from ((*place, form) for place, form in sorted(places.items()))

    def credits(self) -> Rows:
        """Agencies that the document credits."""
        for item in credits_of(self._findings.document, self._language) if self._language else ():
            yield item.agency, item.form, *(item.span or (None, None))

    def citations(self) -> Rows:
        """Media that the document has something from."""
        for item in citations_of(self._findings, self._language) if self._language else ():
            yield item.medium, _list(item.attributions)

    def _found(self, item: Any) -> Row:
        standing = Standing.FOUND
        if self._standing:
            standing = self._standing.get((type(item).__name__.lower(), name_of(item)), standing)
        return item.rule, item.confidence, standing.value

    def _side(self, party: Party | None) -> Row:
        return (*_code(party), self._words(party.span if party else None))

    def _words(self, span: Span | None) -> str | None:
        return span.of(self._text) if span else None

    def _joined(self, spans: Iterable[Span]) -> str:
        return GAP.join(span.of(self._text) for span in spans)

    def _days(self, span: Span | None) -> tuple[str | None, str | None]:
        found = self._timexes.overlapping(span) if span else []
        return _days(found[0]) if found else (None, None)

    def _country(self, span: Span | None) -> str | None:
        """The state of the only places that the words name; None where they lie in several."""
        codes = {place.code for place in self._places.overlapping(span)} if span else set()
        return codes.pop() if len(codes) == 1 else None

    def _said_in(self, span: Span) -> str | None:
        holding = (item for item in self._statements.holding(span) if any(part.contains(span) for part in item.content))
        inner = min(holding, key=lambda item: (_cover(item).end - _cover(item).start, item.key), default=None)
        return inner.key if inner else None


def _cover(item: Attribution) -> Span:
    return _hull(item.content)


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else Span(0, 0)


def _code(party: Party | None) -> tuple[str | None, str | None]:
    return (party.code, party.entity) if party else (None, None)


def _days(timex: Timex) -> tuple[str | None, str | None]:
    days = days_of(timex)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _place(span: Span | None) -> str | None:
    return f"[{span.start},{span.end}]" if span else None


def _places(spans: Sequence[Span]) -> str:
    return f"[{','.join(f'[{span.start},{span.end}]' for span in spans)}]"


_list = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON of a list of words or keys; `json.dumps` would make an encoder for each."""
