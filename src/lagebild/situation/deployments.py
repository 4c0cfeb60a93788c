"""Deployments: whose forces are where, with every figure that was told of them."""

from collections.abc import Sequence

from lagebild.model.deployment import Deployment
from lagebild.model.situation import Presence
from lagebild.model.span import Span
from lagebild.situation.clusters import blocked, clustered
from lagebild.situation.context import Context, item_key, rank
from lagebild.situation.facts import Fact
from lagebild.situation.figures import by_day, value_of
from lagebild.situation.wording import nouns_of


def presences(context: Context) -> tuple[Presence, ...]:
    """One for each force and land where it is, the closest to the question first.

    Forces of one side in one land are one, whichever place of it is told; so are tellings of one claim.
    """
    blocks = blocked(context.facts.get("deployment", ()), _whose)
    groups = [
        group for block in blocks for group in clustered(block, lambda one, other: _one_presence(one, other, context))
    ]
    found = [item for group in groups if _says_something(item := _presence(group, context))]
    return tuple(sorted(found, key=lambda item: _order(item, context)))


def _says_something(item: Presence) -> bool:
    """Whether more is told than that somebody has forces."""
    return bool(item.place or item.values or item.since)


def _order(item: Presence, context: Context) -> tuple[object, ...]:
    """Forces of whom the question names come first."""
    of_question = context.close([item.whose]) if item.whose else 0.0
    return (item.whose is None, of_question == 0.0, *rank(item.support), item.key)


def _one_presence(one: Fact, other: Fact, context: Context) -> bool:
    if _whose(one) != _whose(other):
        return False
    if context.one_claim(one, other):
        return True
    if _whose(one) is None or not _are_like(one, other):
        return False
    return _where(one) == _where(other) or _same_figure(one, other)


def _same_figure(one: Fact, other: Fact) -> bool:
    """Forces without a place are those with one where both are told to be as many."""
    if one.record.where is not None and other.record.where is not None:
        return False
    left = {(figure.low, figure.high) for figure in one.telling.figures}
    return not left.isdisjoint((figure.low, figure.high) for figure in other.telling.figures)


def _are_like(one: Fact, other: Fact) -> bool:
    """Soldiers are not ships: the forces share a noun."""
    left, right = _forces(one), _forces(other)
    return not left or not right or not left.isdisjoint(right)


def _forces(fact: Fact) -> frozenset[str]:
    return nouns_of(fact.record.forces.of(fact.report.text), fact.report.document.language)


def _presence(group: Sequence[Fact], context: Context) -> Presence:
    first = max(group, key=lambda fact: (_whole_figures(fact), fact.closeness, fact.telling.day or ""))
    places = [fact.place for fact in group if fact.place is not None]
    named = [place.name for place in places]
    return Presence(
        key=item_key("deployment", group),
        whose=_whose(first),
        forces=first.report.words([first.record.forces]),
        where=_words(group, "where"),
        place=max(sorted(set(named)), key=named.count) if named else None,
        code=next((place.code for place in places if place.code), None),
        since=_words(group, "since"),
        purpose=_words(group, "purpose"),
        values=by_day(value_of(fact, figure) for fact in group for figure in fact.telling.figures),
        ledger=None,
        support=context.support(group),
    )


def _whole_figures(fact: Fact) -> int:
    return sum(figure.part_of is None for figure in fact.telling.figures)


def _whose(fact: Fact) -> str | None:
    item: Deployment = fact.record
    return item.whose.code if item.whose else None


def _where(fact: Fact) -> str | None:
    """The land; where none is known, the words."""
    if fact.place is not None:
        return fact.place.code or fact.place.name
    span: Span | None = fact.record.where
    return fact.report.words([span]) if span else None


def _words(group: Sequence[Fact], part: str) -> tuple[str, ...]:
    """What the tellings say of one part, each wording once, the oldest first."""
    told = [(fact, getattr(fact.record, part)) for fact in group]
    return tuple(dict.fromkeys(fact.report.words([span]) for fact, span in told if span is not None))
