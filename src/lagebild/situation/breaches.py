"""Breaches: who is said to break which rule by which acts, over all reports."""

from collections.abc import Sequence

from lagebild.model.breach import Breach
from lagebild.model.situation import Violation
from lagebild.situation.clusters import blocked, clustered
from lagebild.situation.context import Context, item_key, rank
from lagebild.situation.facts import Fact
from lagebild.situation.wording import nouns_of, same_matter


def violations(context: Context) -> tuple[Violation, ...]:
    """One for each side and rule, the closest to the question first."""
    blocks = blocked(context.facts.get("breach", ()), lambda fact: _who(fact) or "")
    groups = [
        group for block in blocks for group in clustered(block, lambda one, other: _one_breach(one, other, context))
    ]
    found = [_violation(group, context) for group in groups]
    return tuple(sorted(found, key=lambda item: (item.who is None, *rank(item.support), item.key)))


def _one_breach(one: Fact, other: Fact, context: Context) -> bool:
    rules = _rule(one), _rule(other)
    if rules[0] and rules[1]:
        return same_matter(*rules)
    return context.one_claim(one, other) or one.telling.words == other.telling.words


def _violation(group: Sequence[Fact], context: Context) -> Violation:
    best = max(group, key=lambda fact: (fact.record.act is not None, fact.closeness, fact.telling.ref))
    told = [fact.record.violates.of(fact.report.text) for fact in group]
    return Violation(
        key=item_key("breach", group),
        who=_who(best),
        rule=" ".join(max(sorted(set(told)), key=lambda words: (told.count(words), len(words))).split()),
        acts=tuple(dict.fromkeys(fact.report.words([fact.record.act]) for fact in group if fact.record.act)),
        words=best.telling.words,
        support=context.support(group),
    )


def _who(fact: Fact) -> str | None:
    item: Breach = fact.record
    return item.who.code if item.who else None


def _rule(fact: Fact) -> frozenset[str]:
    return nouns_of(fact.record.violates.of(fact.report.text), fact.report.document.language)
