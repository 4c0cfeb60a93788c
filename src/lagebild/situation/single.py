"""What only one origin says, and who among the origins is a party in the matter."""

from collections.abc import Iterator, Sequence

from lagebild.model.situation import Alone, Balance, Claim, Interest, Menace, Presence, Support, Violation

Item = tuple[str, str, str, Support]
"""Key, kind, words and support of an item."""


def items_of(
    exchanges: Sequence[Balance],
    deployments: Sequence[Presence],
    threats: Sequence[Menace],
    breaches: Sequence[Violation],
) -> list[Item]:
    """The things that a reader may want to know the origins of."""
    gifts = [gift for balance in exchanges for side in balance.gifts for gift in side]
    found: list[Item] = [(gift.key, "deal", gift.words, gift.support) for gift in gifts]
    found += [(item.key, "deployment", item.support.tellings[0].words, item.support) for item in deployments]
    found += [(item.key, "threat", item.words, item.support) for item in threats]
    found += [(item.key, "breach", item.words, item.support) for item in breaches]
    return found


def alone(items: Sequence[Item], claims: Sequence[tuple[Claim, Support]]) -> tuple[Alone, ...]:
    """What stands on one origin alone: first what most reports repeat, which looks surer than it is."""
    found = [
        Alone(key, kind, words, support.origins[0], _reports(support.tellings))
        for key, kind, words, support in items
        if len(support.origins) == 1
    ]
    covered = {claim for _, _, _, support in items for claim in support.claims}
    found += [
        Alone(claim.key, "claim", claim.gloss, support.origins[0], _reports(claim.tellings))
        for claim, support in claims
        if len(support.origins) == 1 and claim.key not in covered and _reports(claim.tellings) > 1
    ]
    return tuple(sorted(found, key=lambda item: (-item.reports, item.kind, item.item)))


def interests(items: Sequence[Item], claims: Sequence[tuple[Claim, Support]]) -> tuple[Interest, ...]:
    """The origins that are parties in what they say, those of most items first."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, reason, item in _interested(items, claims):
        found.setdefault((name, reason), []).append(item)
    made = [Interest(name, reason, tuple(dict.fromkeys(keys))) for (name, reason), keys in found.items()]
    return tuple(sorted(made, key=lambda item: (-len(item.items), item.name, item.reason)))


def _interested(items: Sequence[Item], claims: Sequence[tuple[Claim, Support]]) -> Iterator[tuple[str, str, str]]:
    for key, _, _, support in items:
        for origin in support.origins:
            if origin.interested and origin.name:
                yield origin.name, origin.interested, key
    for claim, support in claims:
        for origin in support.origins:
            if origin.interested and origin.name:
                yield origin.name, origin.interested, claim.key


def _reports(tellings: Sequence[object]) -> int:
    return len({getattr(telling, "document", None) for telling in tellings})
