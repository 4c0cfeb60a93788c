"""Signs: what two tellings have in common and what tells them apart, each with the weight that was learned for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import NamedTuple

from lagebild.comparison.claims.matter import SIDE_MARK, Count, Matter, Report, Weighed, once, summed
from lagebild.comparison.claims.times import days_apart, days_of

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


class Sign(NamedTuple):
    """One that was found, and how strongly."""

    name: str
    value: float


def likelihood(
    one: Matter, other: Matter, weights: Mapping[str, float] | None = None, *, near: float | None = None
) -> float:
    """How likely two tellings are of one claim by all signs together, 0 to 1; the same for either order. `near` is how
    far their reports are alike, for who knows it."""
    weights = learned() if weights is None else weights
    total = weights[ALWAYS] + summed([value * weights.get(name, 0.0) for name, value in _found(one, other, near)])
    return 1 / (1 + exp(-total))


ALWAYS = "always"
"""The weight that every pair has."""


@cache
def learned() -> dict[str, float]:
    """The weights by their signs, from signs.tsv."""
    lines = files(__package__).joinpath("signs.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: float(weight) for name, weight in rows}


def signs_of(one: Matter, other: Matter, *, near: float | None = None) -> list[Sign]:
    """All signs of a pair that has a word in common."""
    return [Sign(*sign) for sign in _found(one, other, near) if sign[1]]


Found = Iterator[tuple[str, float]]


def _found(one: Matter, other: Matter, near: float | None) -> list[tuple[str, float]]:
    found = [*_in_common(one, other, reports_alike(one, other) if near is None else near)]
    for group in GROUPS:
        found += group(one, other)
    return found


def has_signs(one: Matter, other: Matter) -> bool:
    """Whether the pair has a word in common, if only one that is lent."""
    ours, theirs = one.concepts.keys(), other.concepts.keys()
    return not (
        ours.isdisjoint(theirs) and one.context.keys().isdisjoint(theirs) and other.context.keys().isdisjoint(ours)
    )


def _in_common(one: Matter, other: Matter, alike: float) -> Found:
    """Words by their kind, those that recur in the reports counting less, and how much of the tellings they are."""
    ours, theirs = one.local, other.local
    used: tuple[set[str | int], set[str | int]] = (set(), set())
    shared = once({name: min(ours[name], theirs[name]) for name in ours.keys() & theirs.keys()}, one, other, used)
    by_kind: dict[str, float] = {}
    content: list[str] = []
    for name, weight in sorted(shared.items()):
        kind = _kind(name, one, other)
        by_kind[kind] = by_kind.get(kind, 0.0) + weight
        if kind != "side":
            content.append(name)
    for kind, weight in by_kind.items():
        yield f"shared {kind}", min(MOST, weight)
    common = summed([shared[name] for name in content])
    short, long = sorted((_left(one.in_report, content), _left(other.in_report, content)))
    short_cover = common / (common + short + SPARE)
    yield "shared", log1p(common)
    yield "share of the shorter", short_cover
    yield "share of the longer", common / (common + long + SPARE)
    short, long = sorted((_left(one.in_full, content), _left(other.in_full, content)))
    yield "share of the shorter in full", common / (common + short + SPARE)
    yield "share of the longer in full", common / (common + long + SPARE)
    yield "share of both in full", common / (common + short + long + SPARE)
    yield "words", log1p(len(content))
    yield "reports alike", alike
    yield "reports hardly alike", float(alike < HARDLY_ALIKE)
    yield "reports very much alike", float(alike > VERY_ALIKE)
    yield "reports alike, share of the shorter", alike * short_cover
    lent: dict[str, float] = {}
    for before, told, own in ((one.context, theirs, ours), (other.context, ours, theirs)):
        if before and not before.keys().isdisjoint(told):
            lent |= {name: min(before[name], told[name]) for name in before.keys() & told.keys() - own.keys()}
    if lent:
        yield "lent", min(MOST, LENT * summed(once(lent, one, other, used).values()))


def _left(told: Weighed, met: Iterable[str]) -> float:
    """What a telling says besides what has met."""
    weights = told.by_name
    return max(0.0, told.whole - summed([weights[name] for name in met]))


def _kind(name: str, one: Matter, other: Matter) -> str:
    if name[0] == SIDE_MARK:
        return "side"
    if name in one.main and name in other.main:
        return "deed"
    if name in one.acts and name in other.acts:
        return "act"
    if name in one.things and name in other.things:
        return "thing"
    return "word" if name in one.concepts else "place"


def reports_alike(one: Report, other: Report) -> float:
    """How far the two reports are of the same, 0 to 1."""
    if one.document == other.document:
        return 1.0
    ours, theirs = one.topic, other.topic
    return min(1.0, summed([ours[name] * theirs[name] for name in ours.keys() & theirs.keys()]))


def _deeds(one: Matter, other: Matter) -> Found:
    if not one.main or not other.main:
        return
    if one.main & other.main:
        yield "same deed", 1
    elif one.main & other.acts or other.main & one.acts:
        yield "deed of one is beside that of the other", 1
    elif one.main & other.maybe or other.main & one.maybe or one.maybe & other.maybe:
        yield "deeds perhaps the same", 1
    elif any(map(str.isupper, one.main)) and any(map(str.isupper, other.main)):
        yield "other deeds", 1
    else:
        yield "deeds perhaps other", 1


def _things(one: Matter, other: Matter) -> Found:
    if one.things and other.things:
        if not one.things & other.things:
            maybe = one.things & other.maybe or other.things & one.maybe
            yield ("things perhaps other" if maybe else "other things"), 1
        elif one.things != other.things:
            yield "things besides", 1
    if one.is_nominal != other.is_nominal:
        yield "one only names its deed", 1


def _sides(one: Matter, other: Matter) -> Found:
    ours, theirs = one.sides | one.lent, other.sides | other.lent
    if one.sides and other.sides:
        yield ("same side" if one.sides & other.sides else "other sides"), 1
    elif ours and theirs and not ours & theirs:
        yield "other sides before", 1
    if one.owners and other.owners:
        yield ("same people's" if one.owners & other.owners else "other people's"), 1
    if turned_about(one, other):
        yield "parts turned about", 1


def turned_about(one: Matter, other: Matter) -> bool:
    """Whether who acts in the one is whom it is done to in the other."""
    return one.actor != other.actor and any(
        item.actor is not None and item.actor == second.recipient for item, second in ((one, other), (other, one))
    )


def _voices(one: Matter, other: Matter) -> Found:
    if one.voice is not None and one.voice == other.voice:
        yield "same voice", 1
    if one.stance is not None and one.stance == other.stance:
        yield "same stance", 1


def _moods(one: Matter, other: Matter) -> Found:
    for mood in sorted(one.moods ^ other.moods):
        yield f"only one {mood}", 1


def _places(one: Matter, other: Matter) -> Found:
    if one.places and other.places:
        if not one.places & other.places:
            yield "other places", 1
    elif one.places or other.places:
        yield "only one says where", 1
    if one.grounds and other.grounds and not one.grounds & other.grounds:
        yield "other countries", 1


def _times(one: Matter, other: Matter) -> Found:
    left, right = days_of(one), days_of(other)
    if left and right:
        apart = max((right[0] - left[1]).days, (left[0] - right[1]).days)
        if apart <= 0:
            yield "same day", 1
        elif apart > 1:
            yield "other days", 1
            if apart > WEEK:
                yield "other weeks", 1
    gap = days_apart(one, other)
    yield "published apart", log1p(gap if gap is not None else UNKNOWN_GAP) / 4
    if gap is not None and gap > LONG_APART:
        yield "published long apart", 1
    if one.period != other.period and (one.counts or one.period) and (other.counts or other.period):
        yield "other stretches of time", 1


def _numbers(one: Matter, other: Matter) -> Found:
    if not one.counts and not other.counts:
        return
    ours, theirs = (
        {count[:2]: count for count in item.counts if (count.low or 0) >= SMALL} for item in (one, other)
    )  # fmt: skip
    if one.counts and other.counts:
        yield "number", min(MOST, max(_telling(left, right) for left in one.counts for right in other.counts))
    if ours and theirs:
        yield ("same number" if ours.keys() & theirs.keys() else "other number"), 1
    elif ours or theirs:
        yield "only one counts", 1


def _telling(one: Count, other: Count) -> float:
    """What it says that two numbers are the same; nothing where they are not."""
    value = one.low if one.low is not None else one.high
    if value is None or one[:2] != other[:2]:
        return 0.0
    digits = len(f"{value:g}".replace(".", "").partition("e")[0].rstrip("0")) or 1
    said = FEW if value < SMALL else SOME if value < LOW else MANY + DIGIT * (digits - 1)
    return said + (UNIT if one.unit is not None and one.unit == other.unit else 0.0)


def _position(one: Matter, other: Matter) -> Found:
    if one.head and other.head:
        yield "both at the head", 1
    elif one.head or other.head:
        yield "one at the head", 1
    if one.document == other.document:
        yield "same report", 1


GROUPS = (_deeds, _things, _sides, _voices, _moods, _places, _times, _numbers, _position)
"""All signs but those of words, those of one kind together."""
