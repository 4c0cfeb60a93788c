"""SAME_CLAIM: the features by which two tellings are compared, each with its weight; a score, and why, in words."""

from collections.abc import Callable, Iterable
from datetime import date

from lagebild.comparison.claims.matter import SIDE_MARK, Count, Matter, summed
from lagebild.comparison.claims.outcome import Outcome

# All numbers were set together on the development part of the demonstration.
LENT = 0.59
"""What is only told just before counts so much of what it would by itself."""
SHORTER = 0.88
"""How much the piece counts that says less; the longer may tell more besides."""
LEAST = 1.69
"""What a piece is measured against at least: little in common is little, however short a piece is."""
OTHER_ACT, MORE_ACTS = 0.46, 0.98
OTHER_SIDES, OTHER_ACTOR = 0.26, 0.8
OTHER_MOOD = 0.54
OTHER_PLACE, NO_PLACE = 0.76, 0.88
OTHER_TIME, LONG_AGO = 0.7, 0.78
"""What is left of a score where they differ so."""
SAME_FIGURE = 0.19
SAME_DEED = 0.72
"""What two tellings of the same deeds have at least."""
LONG_APART = 60
"""Days between two tellings from which on they are rather of two matters."""
FORTNIGHT = 14
WEEKS = 7
"""Days that two times may be apart which are told of one thing."""


def wording(one: Matter, other: Matter) -> float:
    """How much of what they tell they have in common: deeds, things, other words and whom they name."""
    shared = shared_by(one, other)
    if not any(name in one.weights and name in other.weights and name[0] != SIDE_MARK for name in shared):
        return 0.0
    weight = summed(shared.values())
    short, long = sorted(
        item.weight + summed(weight for name, weight in shared.items() if name not in item.weights)
        for item in (one, other)
    )
    return min(1.0, SHORTER * weight / max(LEAST, short) + (1 - SHORTER) * weight / max(LEAST, long))


def shared_by(one: Matter, other: Matter) -> dict[str, float]:
    """What both tell, with its weight; what only stands before one of them counts less."""
    ours, theirs = one.weights, other.weights
    shared = {name: min(ours[name], theirs[name]) for name in ours.keys() & theirs.keys()}
    for lender, holder in ((one.lending, theirs), (other.lending, ours)):
        for name in lender.keys() & holder.keys():
            if name not in shared:
                shared[name] = LENT * min(lender[name], holder[name])
    return shared


def deeds(one: Matter, other: Matter) -> Outcome:
    """Whether they tell of other deeds."""
    if not one.acts or not other.acts or one.acts == other.acts:
        return SILENT
    if not one.acts & other.acts:
        return Outcome(OTHER_ACT, "but of other deeds")
    share = len(one.acts ^ other.acts) / len(one.acts | other.acts)
    return Outcome(1 - (1 - MORE_ACTS) * share, "but one tells of another deed besides")


def sides(one: Matter, other: Matter) -> Outcome:
    """Whether they name other sides."""
    ours, theirs = one.sides | one.lent, other.sides | other.lent
    return Outcome(OTHER_SIDES, "but name other sides") if ours and theirs and not ours & theirs else SILENT


def parts(one: Matter, other: Matter) -> Outcome:
    """Whether who acts in the one is whom it is done to in the other, or somebody else acts."""
    if not one.actor or not other.actor or one.actor == other.actor:
        return SILENT
    if one.actor == other.recipient or other.actor == one.recipient:
        return Outcome(OTHER_SIDES, "but with the parts of the sides turned about")
    return Outcome(OTHER_ACTOR, "but by other sides")


def owners(one: Matter, other: Matter) -> Outcome:
    """Whether they tell of the people of other states."""
    differ = bool(one.owners and other.owners and not one.owners & other.owners)
    return Outcome(OTHER_SIDES, "but of other people") if differ else SILENT


def moods(one: Matter, other: Matter) -> Outcome:
    """Whether only one of them is of something still to come, or of more of it."""
    differ = one.moods ^ other.moods
    if not differ:
        return SILENT
    reasons = {"planned": "but only one tells what is to come", "added": "but only one tells of more to come"}
    return Outcome(OTHER_MOOD, reasons[min(differ)])


def places(one: Matter, other: Matter) -> Outcome:
    """Whether they are in other places."""
    if one.places and other.places:
        return SILENT if one.places & other.places else Outcome(OTHER_PLACE, "but in other places")
    return Outcome(NO_PLACE, "but only one says where") if one.places or other.places else SILENT


def times(one: Matter, other: Matter) -> Outcome:
    """Whether they tell other times, or were published long apart."""
    left, right = _days(one), _days(other)
    if left and right:
        apart = max((right[0] - left[1]).days, (left[0] - right[1]).days)
        if apart > WEEKS:
            return Outcome(OTHER_TIME, f"but of times {apart} days apart")
    if one.day and other.day:
        apart = abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
        if apart > LONG_APART:
            return Outcome(LONG_AGO, f"but published {apart} days apart")
    return SILENT


SILENT = Outcome(1.0, None)
"""A feature that says nothing against a pair."""

Feature = Callable[[Matter, Matter], Outcome]

DIFFERENCES: tuple[Feature, ...] = (deeds, sides, parts, owners, moods, places, times)
"""What speaks against a pair whose words agree: each leaves a part of the score."""


def score_of(one: Matter, other: Matter) -> float:
    """How surely two tellings are of one claim. The same for either order."""
    score = wording(one, other)
    if not score:
        return 0.0
    if is_same_deed(one, other):
        score = max(score, SAME_DEED + (1 - SAME_DEED) * score)
    if gives_same_figure(one, other):
        score += SAME_FIGURE
    for feature in DIFFERENCES:
        score *= feature(one, other).score
    return round(min(1.0, score), 3)


def alike(one: Matter, other: Matter) -> Outcome:
    """The same with what speaks for it and against."""
    one, other = sorted((one, other), key=lambda item: item.place)
    score = score_of(one, other)
    if not score:
        return Outcome(0.0, "their words have nothing in common")
    figure = "both give the same figure" if gives_same_figure(one, other) else None
    against = (feature(one, other).reason for feature in DIFFERENCES)
    return Outcome(score, "; ".join(filter(None, (_said(one, other), figure, *against))))


def is_same_deed(one: Matter, other: Matter) -> bool:
    """Whether they tell the same deeds of somebody in common, with the same things as far as they tell any, in the
    same places; then it matters less what else they tell."""
    return bool(
        one.acts
        and one.acts == other.acts
        and parts(one, other) == SILENT
        and (one.sides | one.lent) & (other.sides | other.lent)
        and (one.things & other.things or not one.things or not other.things)
        and one.places == other.places
        and _is_of_days(one) == _is_of_days(other)
    )


def gives_same_figure(one: Matter, other: Matter) -> bool:
    """Whether they give one figure for one thing; other figures are nothing against a pair, as reports differ."""
    return any(left[:2] == right[:2] and _comparable(left, right) for left in one.counts for right in other.counts)


def _said(one: Matter, other: Matter) -> str:
    shared = shared_by(one, other)
    names = sorted(shared, key=lambda name: (-shared[name], name))
    words = [_called(name, one, other) for name in names if name[0] != SIDE_MARK][:4]
    named = sorted(name.removeprefix(SIDE_MARK) for name in names if name[0] == SIDE_MARK)
    return f"both speak of {_listed(words)}" + (f" and name {_listed(named)}" if named else "")


def _called(name: str, one: Matter, other: Matter) -> str:
    """What the texts call it: “Soldaten”, or “Truppen” and “Soldaten” where they call it otherwise."""
    words = [item.words.get(name, name.lower()) for item in (one, other)]
    return f"“{words[0]}”" if words[0] == words[1] else f"“{words[0]}” (“{words[1]}”)"


def _comparable(one: Count, other: Count) -> bool:
    """Whether two figures may be of the same thing: of one unit, and counted by a word where that is all."""
    if one.unit != other.unit or one.low is None or other.low is None:
        return False
    return one.unit is not None or bool(one.counted and other.counted)


def _is_of_days(item: Matter) -> bool:
    """Whether it tells of certain days only, as losses of a week are not those of a war."""
    days = _days(item)
    return days is not None and (days[1] - days[0]).days <= FORTNIGHT


def _days(item: Matter) -> tuple[date, date] | None:
    first, last = item.first_day, item.last_day
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _listed(words: Iterable[str]) -> str:
    """One, two and three."""
    told = list(dict.fromkeys(words))
    return " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part) if told else ""
