"""Exchanges as balances: what two sides give each other, deals and gifts of several documents merged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.model.event import Event, EventType, code_of
from lagebild.model.exchange import Exchange
from lagebild.model.situation import Balance, Gift
from lagebild.model.span import Span
from lagebild.situation.clusters import clustered
from lagebild.situation.context import Context, item_key, rank
from lagebild.situation.facts import Fact
from lagebild.situation.matters import BETWEEN
from lagebild.situation.report import joined
from lagebild.situation.wording import hands_over, nouns_of, same_matter

GIVING = frozenset({EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
"""Events by which one side hands another something, where they say what."""

_POINTING = 2
"""Words without a noun that only point elsewhere: "was", "diese"."""

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Given:
    """A gift as one record tells it."""

    fact: Fact
    giver: str | None
    taker: str | None
    words: str
    nouns: frozenset[str]
    dealt: bool
    only: bool
    """Whether its record tells no other gift of that side."""


def balances(context: Context) -> tuple[Balance, ...]:
    """One balance for each two sides between whom a deal is told, the closest to the question first.

    What is told as handed over outside a deal joins the balance of its sides; without a deal between them there is
    none, but for gifts in both directions.
    """
    deals = context.facts.get("exchange", ())
    by_pair: dict[Pair, list[Fact]] = {}
    for fact in deals:
        for pair in _pairs(fact.record):
            by_pair.setdefault(pair, []).append(fact)
    given: dict[Pair, list[Given]] = {}
    for gift in (*given_in(deals), *_handed(context.facts.get("event", ()))):
        given.setdefault(_pair(gift.giver, gift.taker), []).append(gift)
    both = [pair for pair, gifts in given.items() if pair in by_pair or len({gift.giver for gift in gifts}) > 1]
    found = [_balance(pair, _telling_gifts(by_pair.get(pair, ()), given[pair]), given[pair], context) for pair in both]
    return tuple(sorted((item for item in found if _is_told(item)), key=_order))


def _telling_gifts(deals: Sequence[Fact], gifts: Sequence[Given]) -> list[Fact]:
    """The deals of which a gift is left; one that only points elsewhere ("für das, was …") tells none."""
    told = {gift.fact.telling.ref for gift in gifts}
    return [fact for fact in deals if fact.telling.ref in told]


def _is_told(balance: Balance) -> bool:
    """Whether it is a deal of those whom the question names, or both sides are told to give something: of others half a
    deal is more often misread than told."""
    close = balance.support is not None and balance.support.closeness >= 1.0
    return close or all(balance.gifts)


def _balance(pair: Pair, deals: Sequence[Fact], gifts: Sequence[Given], context: Context) -> Balance:
    sides = _sides(pair, gifts)
    ties = sorted({" ".join(span.of(fact.report.text).split()) for fact in deals for span in fact.record.tie})
    support = context.support(deals) if deals else None
    return Balance(
        key=item_key("balance", deals or [gift.fact for gift in gifts]),
        sides=sides,
        gifts=(_merged(gifts, sides[0], context), _merged(gifts, sides[1], context, but=sides[0])),
        ties=tuple(ties),
        support=replace(support, closeness=context.close(code for code in pair if code)) if support else None,
    )


def _merged(gifts: Sequence[Given], giver: str | None, context: Context, *, but: str | None = None) -> tuple[Gift, ...]:
    """What one side gives, each thing once, the most often told first."""
    theirs = [gift for gift in gifts if gift.giver == giver and (giver is not None or gift.giver != but)]
    groups = clustered(theirs, lambda one, other: _one_gift(one, other, context))
    made = []
    for group in groups:
        best = min(
            group,
            key=lambda gift: (gift.words.count(BETWEEN), -len(gift.nouns), len(gift.words), gift.fact.telling.ref),
        )
        made.append(
            Gift(
                key=item_key(f"gift {best.words}", [gift.fact for gift in group]),
                giver=giver,
                taker=best.taker,
                words=best.words,
                dealt=any(gift.dealt for gift in group),
                support=context.support([gift.fact for gift in group]),
            )
        )
    return tuple(sorted(made, key=lambda gift: (not gift.dealt, *rank(gift.support), gift.key)))


def _one_gift(one: Given, other: Given, context: Context) -> bool:
    if same_matter(one.nouns, other.nouns) or (not one.nouns and one.words == other.words):
        return True
    # One claim in other words ("Hilfe bei Atomwaffen", "das Nuklearprogramm") tells one gift, where it tells one alone.
    return one.only and other.only and context.one_claim(one.fact, other.fact)


def given_in(deals: Iterable[Fact]) -> Iterator[Given]:
    """What each side of the deals gives."""
    for fact in deals:
        sides = fact.record.sides
        for number, side in enumerate(sides):
            taker = next((code_of(other.party) for place, other in enumerate(sides) if place != number), None)
            if side.gives:
                given = _given(fact, code_of(side.party), taker, side.gives, dealt=True)
                if given.nouns or len(given.words.split()) > _POINTING:
                    yield given


def _handed(events: Iterable[Fact]) -> Iterator[Given]:
    """Gifts that events tell: both sides are named, and what is given, by a word for handing over."""
    for fact in events:
        event: Event = fact.record
        if event.type in GIVING and event.actor and event.recipient and hands_over(event.lexeme, _language(fact)):
            objects = [role.span for role in event.roles if role.name == "object"]
            if objects and event.actor.code != event.recipient.code:
                given = _given(fact, event.actor.code, event.recipient.code, objects, dealt=False)
                if given.nouns:  # without one the words name a side, and no gift
                    yield given


def _given(fact: Fact, giver: str | None, taker: str | None, spans: Sequence[Span], *, dealt: bool) -> Given:
    # A verb that stands apart ("unterstütze … die Entwicklung von Raketen") says nothing of what is given.
    things = [span for span in spans if nouns_of(span.of(fact.report.text), _language(fact))] or spans
    words = fact.report.words(things)
    only = len(joined(fact.report.text, things)) == 1
    return Given(fact, giver, taker, words, nouns_of(words, _language(fact)), dealt, only)


def _language(fact: Fact) -> str:
    return fact.report.document.language


def _pairs(deal: Exchange) -> list[Pair]:
    codes = [code_of(side.party) for side in deal.sides]
    return sorted(
        {_pair(one, two) for place, one in enumerate(codes) for two in codes[place + 1 :] if one or two},
        key=lambda pair: tuple(code or "" for code in pair),
    )


def _pair(one: str | None, two: str | None) -> Pair:
    """The two in a fixed order, somebody unnamed last."""
    first, second = sorted((one, two), key=lambda code: (code is None, code or ""))
    return first, second


def _sides(pair: Pair, gifts: Sequence[Given]) -> Pair:
    """The side that gives more stands left; an unnamed one right."""
    if None in pair:
        return pair
    left, right = (sum(gift.giver == code for gift in gifts) for code in pair)
    return pair if left >= right else (pair[1], pair[0])


def _order(balance: Balance) -> tuple[object, ...]:
    best = balance.support or max((gift.support for side in balance.gifts for gift in side), key=lambda s: s.closeness)
    return (None in balance.sides, balance.support is None, *rank(best), balance.key)
