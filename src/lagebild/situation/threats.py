"""Threats: who may harm whom with what, under which conditions, over all reports."""

from collections.abc import Sequence

from lagebild.model.situation import Menace
from lagebild.model.threat import Threat
from lagebild.situation.clusters import blocked, clustered
from lagebild.situation.context import Context, item_key, rank
from lagebild.situation.facts import Fact
from lagebild.situation.wording import nouns_of


def menaces(context: Context) -> tuple[Menace, ...]:
    """One for each threat of a side, the closest to the question first."""
    blocks = blocked(context.facts.get("threat", ()), lambda fact: _source(fact) or fact.telling.ref)
    groups = [
        group for block in blocks for group in clustered(block, lambda one, other: _one_threat(one, other, context))
    ]
    found = [_menace(group, context) for group in groups]
    return tuple(sorted(found, key=lambda item: (item.source is None, *rank(item.support), item.key)))


def _one_threat(one: Fact, other: Fact, context: Context) -> bool:
    """The same side threatens somebody in common, or nobody named, by the same means or none told."""
    if context.one_claim(one, other):
        return True
    left, right = set(_targets(one)), set(_targets(other))
    if left and right and left.isdisjoint(right):
        return False
    means, others = _means(one), _means(other)
    if not means and not others:
        return bool(left & right)
    return not means.isdisjoint(others)


def _menace(group: Sequence[Fact], context: Context) -> Menace:
    best = max(group, key=lambda fact: (len(_targets(fact)), bool(fact.record.means), fact.closeness, fact.telling.ref))
    return Menace(
        key=item_key("threat", group),
        source=_source(best),
        to=tuple(dict.fromkeys(code for fact in (best, *group) for code in _targets(fact))),
        words=best.telling.words,
        means=_words(group, "means"),
        conditions=_words(group, "condition"),
        support=context.support(group),
    )


def _source(fact: Fact) -> str | None:
    item: Threat = fact.record
    return item.source.code if item.source else None


def _targets(fact: Fact) -> list[str]:
    return [party.code for party in sorted(fact.record.to, key=lambda party: party.span or (0, 0))]


def _means(fact: Fact) -> frozenset[str]:
    span = fact.record.means
    return nouns_of(span.of(fact.report.text), fact.report.document.language) if span else frozenset()


def _words(group: Sequence[Fact], part: str) -> tuple[str, ...]:
    told = [(fact, getattr(fact.record, part)) for fact in group]
    return tuple(dict.fromkeys(fact.report.words([span]) for fact, span in told if span is not None))
