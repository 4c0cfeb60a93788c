"""Ledgers of figures: every value told of one thing, whose, where and with what fate, and which stand now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lagebild.comparison.ledgers import Account, Number, Standing, accounts_of, numbers_of
from lagebild.comparison.ledgers import Value as Told
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Figure, Telling
from lagebild.model.naming import place_name
from lagebild.model.situation import Ledger, Presence, Value
from lagebild.situation.context import Context
from lagebild.situation.report import Report

_LANGUAGE = "de"
"""Whose tables tell what is counted."""

_ENOUGH, _PART = 3, 0.5
"""Of so many figures, one under that part of the middle one is of a part of the whole: a first contingent."""

Place = tuple[str, int]
"""A document and where a figure begins in it."""


def ledgers(reports: Sequence[Report], context: Context) -> tuple[Ledger, ...]:
    """The ledgers of all figures whose sentences touch the question, the closest to it with most origins first."""
    language = Language(_LANGUAGE)
    by_key = {report.key: report for report in reports}
    closeness: dict[str, float] = {}
    numbers: list[Number] = []
    for report in reports:
        for number in numbers_of(report.holding, language) if report.document.language == _LANGUAGE else ():
            close = report.closeness(context.terms, number.telling.spans, _codes(number))
            if close > 0:
                closeness[number.telling.ref] = close
                numbers.append(number)
    accounts = accounts_of(numbers, context.publications, language, claims=_claims(context.matters.claims))
    found = [_ledger(account, by_key, closeness) for account in accounts]
    return tuple(sorted(found, key=_order))


def with_ledgers(presences: Iterable[Presence], found: Sequence[Ledger]) -> tuple[Presence, ...]:
    """The deployments with the ledgers that hold most of their figures."""
    return tuple(_with_ledger(item, found) for item in presences)


def _with_ledger(item: Presence, found: Sequence[Ledger]) -> Presence:
    theirs = _places(item.support.tellings)
    if not theirs:
        return item
    fitting = [ledger for ledger in found if ledger.whose == item.whose and ledger.fate is None]
    best = max(fitting, key=lambda ledger: (len(theirs & _places(ledger.tellings)), ledger.key), default=None)
    return replace(item, ledger=best.key) if best and theirs & _places(best.tellings) else item


def _places(tellings: Iterable[Telling]) -> set[Place]:
    return {(telling.document, figure.span.start) for telling in tellings for figure in telling.figures}


def _codes(number: Number) -> list[str]:
    return [number.thing.owner] if number.thing.owner else []


def _claims(claims: Iterable[Claim]) -> Mapping[tuple[str, str], str]:
    return {
        (telling.document, place_name(figure.span)): claim.key
        for claim in claims
        for telling in claim.tellings
        for figure in telling.figures
    }


def _order(ledger: Ledger) -> tuple[float, int, int, str]:
    return (-ledger.closeness, -len(ledger.origins), -len(ledger.values), ledger.key)


def _ledger(account: Account, reports: Mapping[str, Report], closeness: Mapping[str, float]) -> Ledger:
    current = _whole(account.values)
    return Ledger(
        key=account.key,
        about=account.counted,
        whose=account.owner,
        where=account.where,
        fate=account.fate,
        unit=account.unit,
        values=tuple(_value(value, reports[value.telling.document]) for value in account.values),
        low=_end(current, low=True),
        high=_end(current, low=False),
        origins=account.origins,
        tellings=tuple(value.telling for value in account.values),
        closeness=max(closeness[value.telling.ref] for value in account.values),
    )


def _whole(values: Sequence[Told]) -> list[Figure]:
    """The current figures without those that are told, or taken, to be of a part: less than half of the middle one of
    all that sources have told."""
    told = [value.figure for value in values if value.standing is not Standing.REPEATED and not value.figure.part_of]
    current = [value.figure for value in values if value.standing is Standing.CURRENT]
    whole = [figure for figure in current if figure.part_of is None] or current
    sizes = sorted(size for figure in told if (size := _size(figure)) is not None)
    if len(sizes) < _ENOUGH:
        return whole
    middle = sizes[len(sizes) // 2]
    return [figure for figure in whole if (_size(figure) or 0) >= middle * _PART] or whole


def _size(figure: Figure) -> float | None:
    return figure.high if figure.high is not None else figure.low


def _end(figures: Sequence[Figure], *, low: bool) -> float | None:
    """The lowest or highest number of the values that stand, without outliers; None where nothing stands."""
    ends = [(figure.low, figure.high) if low else (figure.high, figure.low) for figure in figures]
    known = [bound for one, other in ends if (bound := one if one is not None else other) is not None]
    return (min(known) if low else max(known)) if known else None


def _value(told: Told, report: Report) -> Value:
    figure = told.figure
    return Value(
        ref=told.telling.ref,
        words=report.with_counted(figure.span),
        low=figure.low,
        high=figure.high,
        approximation=figure.approximation,
        unit=figure.unit,
        day=told.day,
        voice=told.source,
        origin=told.origin if told.origin != told.source else None,
        standing=told.standing.value,
        part_of=report.words([figure.part_of]) if figure.part_of else None,
    )
