"""SAME_CLAIM: the features by which two tellings are compared, each with its weight; a score, and why, in words."""

from collections.abc import Callable, Iterable
from datetime import date

from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.outcome import Outcome
from lagebild.model.claim import Figure

LONG_APART = 120
"""Days: what is told so far apart is rarely one matter unless its words are nearly the same."""
LEAST_WEIGHT = 1.8
"""What a wording is measured against at least: two words in common are little, however short a piece is."""


def wording(one: Matter, other: Matter) -> Outcome:
    """What their words stand for, each by its weight; the shorter piece counts more, as the longer may tell more."""
    shared = sorted(one.concepts.keys() & other.concepts.keys(), key=lambda name: (-one.concepts[name], name))
    weight = sum(min(one.concepts[name], other.concepts[name]) for name in shared)
    short, long = sorted((one.weight, other.weight))
    score = 0.65 * weight / max(LEAST_WEIGHT, short) + 0.35 * weight / max(LEAST_WEIGHT, long)
    if not shared:
        return Outcome(0.0, "their words have nothing in common")
    return Outcome(min(1.0, score), f"both speak of {_listed(name.lower() for name in shared[:5])}")


def sides(one: Matter, other: Matter) -> Outcome:
    """Whom they name."""
    shared, all_sides = one.sides & other.sides, one.sides | other.sides
    if not one.sides or not other.sides:
        return Outcome(0.0, None)
    if not shared:
        return Outcome(0.0, "they name different sides")
    score = 0.6 * len(shared) / min(len(one.sides), len(other.sides)) + 0.4 * len(shared) / len(all_sides)
    return Outcome(score, f"both name {_listed(sorted(shared))}")


def deed(one: Matter, other: Matter) -> Outcome:
    """Who does what to whom, where both tell an event."""
    if not one.deeds or not other.deeds:
        return Outcome(0.0, None)
    shared = one.deeds & other.deeds
    if not shared:
        return Outcome(0.2, "they tell events of different kinds")
    acting = {one.actor, other.actor} - {None}
    if len(acting) == 2:
        return Outcome(0.2, f"both tell {_listed(sorted(shared))}, but by different sides")
    if len(acting) == 1 and one.actor == other.actor:
        to = f" towards {one.recipient}" if one.recipient and one.recipient == other.recipient else ""
        return Outcome(1.0 if to else 0.8, f"both tell {_listed(sorted(shared))} by {one.actor}{to}")
    return Outcome(0.6, f"both tell {_listed(sorted(shared))}")


def place(one: Matter, other: Matter) -> Outcome:
    """Where it is."""
    shared = one.places & other.places
    if shared:
        return Outcome(1.0, f"both in {_listed(sorted(shared))}")
    return Outcome(0.3, "in different places") if one.places and other.places else Outcome(0.0, None)


def figures(one: Matter, other: Matter) -> Outcome:
    """How many; other figures for the same thing are no reason against it, as reports differ in them."""
    pairs = [(a, b) for a in one.figures for b in other.figures if _comparable(a, b)]
    if any(a.low == b.low and a.high == b.high for a, b in pairs):
        return Outcome(1.0, "both give the same figure")
    return Outcome(0.5, "they give different figures for the same") if pairs else Outcome(0.0, None)


def time(one: Matter, other: Matter) -> Outcome:
    """When it is told to have been, else when it was published."""
    left, right = _days(one), _days(other)
    if left and right:
        if left[0] <= right[1] and right[0] <= left[1]:
            return Outcome(1.0, "they tell the same time")
        apart = max((right[0] - left[1]).days, (left[0] - right[1]).days)
        return Outcome(0.5 if apart <= 7 else 0.2, f"they tell times {apart} days apart")
    if one.telling.day and other.telling.day:
        apart = abs((date.fromisoformat(one.telling.day) - date.fromisoformat(other.telling.day)).days)
        if apart > LONG_APART:
            return Outcome(0.0, f"published {apart} days apart")
    return Outcome(0.0, None)


Feature = Callable[[Matter, Matter], Outcome]

SAME_CLAIM: tuple[tuple[Feature, float], ...] = (
    (wording, 0.55), (sides, 0.2), (deed, 0.1), (figures, 0.07), (place, 0.06), (time, 0.04),
)  # fmt: skip
"""Set on the development part of the demonstration; a feature that says nothing of a pair does not count."""


def alike(one: Matter, other: Matter) -> Outcome:
    """How surely two tellings are of one claim. The same for either order."""
    one, other = sorted((one, other), key=lambda item: item.telling.ref)
    told = [(feature(one, other), weight) for feature, weight in SAME_CLAIM]
    speaking = [(outcome, weight) for outcome, weight in told if outcome.reason is not None]
    score = sum(outcome.score * weight for outcome, weight in speaking) / sum(weight for _, weight in speaking)
    if one.sides and other.sides and not one.sides & other.sides:
        score *= 0.5
    ordered = sorted(speaking, key=lambda pair: -pair[0].score * pair[1])
    reasons = [outcome.reason for outcome, _ in ordered if outcome.reason]
    return Outcome(round(min(1.0, score), 3), "; ".join(reasons))


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of the same thing: of one unit, and counted by the same word where both are."""
    if one.unit != other.unit or one.low is None or other.low is None:
        return False
    return one.unit is not None or bool(one.counted and other.counted)


def _days(item: Matter) -> tuple[date, date] | None:
    first, last = item.telling.first_day, item.telling.last_day
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _listed(words: Iterable[str]) -> str:
    """One, two and three."""
    told = list(words)
    return " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part) if told else ""
