"""Signs: what two tellings have in common and what tells them apart, each with the weight that was learned for it."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p
from operator import mul
from typing import NamedTuple

from lagebild.comparison.claims.matter import (
    ACTS,
    DEED,
    OBJECT,
    TOLD,
    Count,
    Matter,
    Report,
    Weighed,
    in_both,
    once,
    shorter_first,
    summed,
)
from lagebild.comparison.claims.times import days_apart

MOST = 2.5
"""More than so much of one kind in common says no more."""
LENT = 0.5
"""What is only told just before counts so much of what it would by itself."""
SPARE = 0.3
"""Little in common is little, however short a telling is."""
UNKNOWN_GAP = 20
"""Days that are taken to lie between two reports of which one has no day."""
LONG_APART, WEEK = 60, 7
HARDLY_ALIKE, VERY_ALIKE = 0.1, 0.2
"""So much alike are most reports of different matters at most, and half of those of one at least."""
SMALL, LOW = 3, 10
"""Numbers below these stand in many reports."""
FEW, SOME, MANY, DIGIT, UNIT = 0.3, 0.6, 1.0, 0.3, 0.5
"""What it says that two tellings give one number: a small one, one of one digit, then more for each further digit, and
for a unit that both name."""


GIVING = frozenset({"DELIVER", "SEND", "SELL"})
"""Deeds by which something goes from one state to another."""


class Sign(NamedTuple):
    """One that was found, and how strongly."""

    name: str
    value: float


def likelihood(
    one: Matter, other: Matter, weights: Mapping[str, float] | None = None, *, near: float | None = None
) -> float:
    """How likely two tellings are of one claim by all signs together, 0 to 1; the same for either order. `near` is how
    far their reports are alike, for who knows it."""
    always, in_common = _given() if weights is None else _taken(weights)
    weights = learned() if weights is None else weights
    found: Found = []
    values = _in_common(one, other, reports_alike(one, other) if near is None else near, found)
    for group in GROUPS:
        group(one, other, found)
    total = always + summed([*map(mul, values, in_common), *[value * weights.get(name, 0.0) for name, value in found]])
    return 1 / (1 + exp(-total))


ALWAYS = "always"
"""The weight that every pair has."""


@cache
def learned() -> dict[str, float]:
    """The weights by their signs, from signs.tsv."""
    lines = files(__package__).joinpath("signs.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: float(weight) for name, weight in rows}


@cache
def _given() -> tuple[float, tuple[float, ...]]:
    return _taken(learned())


def _taken(weights: Mapping[str, float]) -> tuple[float, tuple[float, ...]]:
    """The weight that every pair has, and those of the signs IN_COMMON."""
    return weights[ALWAYS], tuple(weights.get(name, 0.0) for name in IN_COMMON)


def signs_of(one: Matter, other: Matter, *, near: float | None = None) -> list[Sign]:
    """All signs of a pair that has a word in common."""
    found: Found = []
    values = _in_common(one, other, reports_alike(one, other) if near is None else near, found)
    found += zip(IN_COMMON, values, strict=True)
    for group in GROUPS:
        group(one, other, found)
    return [Sign(*sign) for sign in found if sign[1]]


Found = list[tuple[str, float]]
"""Signs by name and value, to which those that are found are added."""


def has_signs(one: Matter, other: Matter) -> bool:
    """Whether the pair has a word in common, if only one that is lent."""
    ours, theirs = one.concepts.keys(), other.concepts.keys()
    return not ours.isdisjoint(theirs) or not (
        one.context.keys().isdisjoint(theirs) and other.context.keys().isdisjoint(ours)
    )


IN_COMMON = (
    "shared", "share of the shorter", "share of the longer", "share of the shorter in full",
    "share of the longer in full", "share of both in full", "words", "reports alike",
    "reports alike, share of the shorter",
)  # fmt: skip
"""The signs that every pair has, each as strongly as it is."""


def _in_common(one: Matter, other: Matter, alike: float, found: Found) -> tuple[float, ...]:
    """Words by their kind, those that recur in the reports counting less, and how much of the tellings they are: the
    values of IN_COMMON; what not every pair has is added to `found`."""
    shared = once(in_both(one.local, other.local), one, other)
    words = sorted(shared)
    _shared_by_kind(one, other, shared, words, found)
    if alike < HARDLY_ALIKE:
        found.append(("reports hardly alike", 1))
    elif alike > VERY_ALIKE:
        found.append(("reports very much alike", 1))
    if one.context or other.context:
        _lent(one, other, words, found)
    common = summed(shared.values())
    short, long = shorter_first(_left(one.in_report, words), _left(other.in_report, words))
    cover = common / (common + short + SPARE)
    short_in_full, long_in_full = shorter_first(_left(one.in_full, words), _left(other.in_full, words))
    return (
        log1p(common),
        cover,
        common / (common + long + SPARE),
        common / (common + short_in_full + SPARE),
        common / (common + long_in_full + SPARE),
        common / (common + short_in_full + long_in_full + SPARE),
        log1p(len(words)),
        alike,
        alike * cover,
    )


def _shared_by_kind(
    one: Matter, other: Matter, shared: Mapping[str, float], words: Iterable[str], found: Found
) -> None:
    by_kind: dict[str, float] = {}
    ours, theirs = one.kinds, other.kinds
    for name in words:
        kind = _KINDS[ours[name] & (theirs[name] | TOLD)]
        by_kind[kind] = by_kind.get(kind, 0.0) + shared[name]
    if one.local_sides and other.local_sides:
        sides = in_both(one.local_sides, other.local_sides)
        if sides:
            by_kind["shared side"] = sum(map(sides.__getitem__, sorted(sides)))
    for kind, weight in by_kind.items():
        found.append((kind, min(MOST, weight)))


def _kind(bits: int) -> str:
    """The sign for a word that is so much in both; whether it is a word or a place tells the first."""
    if bits & DEED:
        return "shared deed"
    if bits & ACTS:
        return "shared act"
    if bits & OBJECT:
        return "shared thing"
    return "shared word" if bits & TOLD else "shared place"


_KINDS = tuple(map(_kind, range(2 * TOLD)))


def _lent(one: Matter, other: Matter, met: Iterable[str], found: Found) -> None:
    ours, theirs = one.local, other.local
    lent: dict[str, float] = {}
    for before, told, own in ((one.context, theirs, ours), (other.context, ours, theirs)):
        if before and not before.keys().isdisjoint(told):
            lent |= {name: min(before[name], told[name]) for name in before.keys() & told.keys() - own.keys()}
    if lent:
        found.append(("lent", min(MOST, LENT * summed(once(lent, one, other, met=met).values()))))


def _left(told: Weighed, met: Iterable[str]) -> float:
    """What a telling says besides what has met."""
    return max(0.0, told.whole - summed(map(told.by_name.__getitem__, met)))


def reports_alike(one: Report, other: Report) -> float:
    """How far the two reports are of the same, 0 to 1."""
    if one.document == other.document:
        return 1.0
    ours, theirs = one.topic, other.topic
    return min(1.0, summed([ours[name] * theirs[name] for name in ours.keys() & theirs.keys()]))


def _deeds(one: Matter, other: Matter, found: Found) -> None:
    if not one.main or not other.main:
        return
    if one.main & other.main:
        found.append(("same deed", 1))
    elif one.main & other.acts or other.main & one.acts:
        found.append(("deed of one is beside that of the other", 1))
    elif one.main & other.maybe or other.main & one.maybe or one.maybe & other.maybe:
        found.append(("deeds perhaps the same", 1))
    elif any(map(str.isupper, one.main)) and any(map(str.isupper, other.main)):
        found.append(("other deeds", 1))
    else:
        found.append(("deeds perhaps other", 1))


def _things(one: Matter, other: Matter, found: Found) -> None:
    if one.things and other.things:
        if not one.things & other.things:
            maybe = one.things & other.maybe or other.things & one.maybe
            found.append((("things perhaps other" if maybe else "other things"), 1))
        elif one.things != other.things:
            found.append(("things besides", 1))
    if one.is_nominal != other.is_nominal:
        found.append(("one only names its deed", 1))


def _sides(one: Matter, other: Matter, found: Found) -> None:
    if one.sides and other.sides:
        found.append((("same side" if one.sides & other.sides else "other sides"), 1))
    elif one.parties and other.parties and not one.parties & other.parties:
        found.append(("other sides before", 1))
    if one.owners and other.owners:
        found.append((("same people's" if one.owners & other.owners else "other people's"), 1))
    if turned_about(one, other):
        found.append(("parts turned about", 1))


def turned_about(one: Matter, other: Matter) -> bool:
    """Whether who acts in the one is whom it is done to in the other, or where it goes to."""
    return one.actor != other.actor and (_has_it_done(one, other) or _has_it_done(other, one))


def _has_it_done(one: Matter, other: Matter) -> bool:
    """Whether who acts in the one is whom it is done to in the other, or where it goes to."""
    return one.actor is not None and (one.actor == other.recipient or _goes_to(one, other))


def _goes_to(one: Matter, other: Matter) -> bool:
    """Whether the same is done in the one by the state where it goes to in the other, and to another one."""
    if one.actor not in other.grounds or one.recipient is None:
        return False
    elsewhere = one.recipient not in other.sides and one.recipient not in other.grounds
    return elsewhere and bool(one.main & other.main & GIVING)


def _voices(one: Matter, other: Matter, found: Found) -> None:
    if one.voice is not None and one.voice == other.voice:
        found.append(("same voice", 1))
    if one.stance is not None and one.stance == other.stance:
        found.append(("same stance", 1))


def _moods(one: Matter, other: Matter, found: Found) -> None:
    if one.moods == other.moods:
        return
    for mood in sorted(one.moods ^ other.moods):
        found.append((f"only one {mood}", 1))


def _places(one: Matter, other: Matter, found: Found) -> None:
    if one.places and other.places:
        if not one.places & other.places:
            found.append(("other places", 1))
    elif one.places or other.places:
        found.append(("only one says where", 1))
    if one.grounds and other.grounds and not one.grounds & other.grounds:
        found.append(("other countries", 1))


def _times(one: Matter, other: Matter, found: Found) -> None:
    left, right = one.days, other.days
    if left and right:
        apart = max(right[0] - left[1], left[0] - right[1])
        if apart <= 0:
            found.append(("same day", 1))
        elif apart > 1:
            found.append(("other days", 1))
            if apart > WEEK:
                found.append(("other weeks", 1))
    gap = days_apart(one, other)
    found.append(("published apart", log1p(gap if gap is not None else UNKNOWN_GAP) / 4))
    if gap is not None and gap > LONG_APART:
        found.append(("published long apart", 1))
    if one.period != other.period and (one.counts or one.period) and (other.counts or other.period):
        found.append(("other stretches of time", 1))


def _numbers(one: Matter, other: Matter, found: Found) -> None:
    if not one.counts and not other.counts:
        return
    ours, theirs = (
        {count[:2]: count for count in item.counts if (count.low or 0) >= SMALL} for item in (one, other)
    )  # fmt: skip
    if one.counts and other.counts:
        found.append(("number", min(MOST, max(_telling(left, right) for left in one.counts for right in other.counts))))
    if ours and theirs:
        found.append((("same number" if ours.keys() & theirs.keys() else "other number"), 1))
    elif ours or theirs:
        found.append(("only one counts", 1))


def _telling(one: Count, other: Count) -> float:
    """What it says that two numbers are the same; nothing where they are not."""
    value = one.low if one.low is not None else one.high
    if value is None or one[:2] != other[:2]:
        return 0.0
    digits = len(f"{value:g}".replace(".", "").partition("e")[0].rstrip("0")) or 1
    said = FEW if value < SMALL else SOME if value < LOW else MANY + DIGIT * (digits - 1)
    return said + (UNIT if one.unit is not None and one.unit == other.unit else 0.0)


def _position(one: Matter, other: Matter, found: Found) -> None:
    if one.head and other.head:
        found.append(("both at the head", 1))
    elif one.head or other.head:
        found.append(("one at the head", 1))
    if one.document == other.document:
        found.append(("same report", 1))


GROUPS = (_deeds, _things, _sides, _voices, _moods, _places, _times, _numbers, _position)
"""All signs but those of words, those of one kind together."""
