"""SAME_CLAIM: the features by which two tellings are compared, each with its weight; a score, and why, in words."""

from collections.abc import Callable, Iterable, Mapping, Set
from math import prod

from lagebild.comparison.claims.concepts import FATES
from lagebild.comparison.claims.joining import TIED
from lagebild.comparison.claims.matter import (
    SHORT,
    SIDE_MARK,
    Count,
    Matter,
    Report,
    in_both,
    once,
    shorter_first,
    summed,
)
from lagebild.comparison.claims.outcome import Outcome
from lagebild.comparison.claims.signs import LENT, has_signs, likelihood, reports_alike, turned_about
from lagebild.comparison.claims.times import days_apart

# All numbers were set together on the development part of the demonstration.
CONTENT, CONTENT_LATER, SOON = 1.8, 2.2, 21
"""What they have to have in common besides whom and where, and where not both came out within so many days."""
SHORTER = 0.8
"""How much the piece counts that says less; the longer may tell more besides."""
LEAST = 2.0
"""What a piece is measured against at least: little in common is little, however short a piece is."""
OTHER_ACT, MORE_ACTS, OTHER_FATE, OTHER_THINGS, OTHER_SIDES = 0.35, 0.75, 0.3, 0.7, 0.3
OTHER_MOOD, OTHER_PLACE, ONE_PLACE, OTHER_PERIOD, OTHER_TIME = 0.4, 0.8, 0.9, 0.3, 0.7
"""What is left of a score where they differ so."""
OTHER_VERB = 0.9
"""The same where another word may well be one for the same deed."""
OTHER_LENT = 0.6
"""The same where whom they mean is only told before."""
ELSEWHERE = 0.4
"""The same for deeds that are of a place: forces sent to a country and forces at its front are two matters."""
LONG_AGO, YEARS_AGO, OTHER_DAY = 0.9, 0.4, 0.4
BY_ANOTHER = 0.69
"""What takes up another telling goes where that goes: by itself it fits other tellings, but is tied to none."""
NEARLY = 0.999
"""What is no copy and does not speak of the other is never quite sure."""
LIKELY, HARDLY = 0.36, 0.15
"""From what likelihood on the signs tie two tellings, and below which they keep them apart; weights by leaving out one
matter after the other (training/learn_claims.py), these two by the figures of all parts (docs/claims.md)."""
UNTIED = 0.6
"""What keeps two tellings from being tied."""
SAME_FIGURE = 0.1
SAME_DEED = 0.75
"""What two tellings of the same deed have at least."""
KEPT_APART, SURELY_UNTIED = 0.5, TIED - 0.01
"""A difference that alone keeps a pair from being tied, and what is below TIED though it is rounded."""
OF_A_PLACE = frozenset({"SEND", "DEPLOY", "INVADE", "CONQUER", "WITHDRAW"})
"""Deeds of which it matters where."""
OF_DEEDS = frozenset({"BREACH", "ESCALATION", "ENDANGER"})
"""What is found of a deed, which is the matter with it, whether it was done or would be."""
LONG_APART, HALF_A_YEAR = 60, 180
"""Days between two tellings from which on they are rather of two matters, and most often are."""
IN_RETURN = "IN RETURN"
"""The deed of giving something for something else: a row of same_matter."""
PASSING = 3
"""The same for deeds of a day, such as an attack or a visit, where no day is told."""
WEEKS = 7
"""Days that two times may be apart which are told of one thing."""
OF_THE_SAME = 0.1
"""From here on two reports are so much alike that signs alone may tie what they tell."""
COPIED = 0.3
"""The same for a few words that both have to be one's from the other."""
OF_NOTHING_COMMON = 0.08
"""Below this reports are of different things, and what sounds alike in them is not of one claim: of pairs of an archive
one in fifty is above, of pairs of one matter nineteen in twenty."""
FARTHER = 2.5
"""So many times more alike have reports to be that came out long apart, or of which one has no day."""
AGAINST = "but "
"""Begins what speaks against a pair, in a reason."""
VERBATIM_DAYS = 7
"""So long after the first a copy comes out at most."""


def wording(one: Matter, other: Matter) -> float:
    """How much of what they tell they have in common: deeds, things, other words and whom they name."""
    shared = shared_by(one, other)
    ours, theirs = one.weights, other.weights
    words = [name for name in shared if name[0] != SIDE_MARK]
    if not any(name in ours and name in theirs for name in words):
        return 0.0
    weight = summed(shared.values())
    short, long = shorter_first(_with_lent(one, shared), _with_lent(other, shared))
    score = SHORTER * weight / max(LEAST, short) + (1 - SHORTER) * weight / max(LEAST, long)
    content = summed([shared[name] for name in words])
    apart = days_apart(one, other)
    return min(1.0, score) * min(1.0, content / (CONTENT if apart is not None and apart <= SOON else CONTENT_LATER))


def _with_lent(item: Matter, shared: Mapping[str, float]) -> float:
    """The weight of its words, with what of the shared only stands before it."""
    if item.weights.keys() >= shared.keys():
        return item.weight
    return item.weight + summed([weight for name, weight in shared.items() if name not in item.weights])


def shared_by(one: Matter, other: Matter) -> Mapping[str, float]:
    """What both tell, with its weight; what only stands before one of them counts less."""
    ours, theirs = one.weights, other.weights
    shared = in_both(ours, theirs)
    for lender, holder in ((one.lending, theirs), (other.lending, ours)):
        if lender:
            for name, weight in in_both(lender, holder).items():
                if name not in shared:
                    shared[name] = LENT * weight
    return once(shared, one, other)


def deeds(one: Matter, other: Matter) -> Outcome:
    """Whether they tell of other deeds."""
    if not one.main or not other.main or one.acts == other.acts:
        return SILENT
    ours, theirs = _compared(one, other), _compared(other, one)
    if ours == theirs:
        share = len(one.acts ^ other.acts) / len(one.acts | other.acts)
        return Outcome(1 - (1 - MORE_ACTS) * share, "but one tells of another deed besides")
    if ours & theirs:
        return Outcome(MORE_ACTS, "but one tells of another deed besides")
    if ours & other.acts or theirs & one.acts:
        return Outcome(MORE_ACTS, "but one tells of another deed in the first place")
    if ours & other.maybe or theirs & one.maybe:
        return Outcome(MORE_ACTS, "but perhaps of other deeds")
    known = any(map(str.isupper, ours)) and any(map(str.isupper, theirs))
    return Outcome(OTHER_ACT if known else OTHER_VERB, "but of other deeds")


def _compared(item: Matter, other: Matter) -> frozenset[str]:
    """Its main deeds: what is given in return is the matter where both tell of that, and none where only one does."""
    if IN_RETURN in item.acts | item.maybe and IN_RETURN in other.acts | other.maybe:
        return frozenset({IN_RETURN})
    return item.main - {IN_RETURN} or item.main


def fates(one: Matter, other: Matter) -> Outcome:
    """Whether one is only of the dead, and the other only of the injured; a state's forces lose both together."""
    if one.owners or other.owners:
        return SILENT
    ours = FATES & (one.acts | one.maybe)
    if not ours:
        return SILENT
    theirs = FATES & (other.acts | other.maybe)
    differ = theirs and not ours & theirs
    return Outcome(OTHER_FATE, "but one tells of the dead and the other of the injured") if differ else SILENT


def things(one: Matter, other: Matter) -> Outcome:
    """Whether they are about other things."""
    differ = bool(one.things and other.things) and not (
        one.things & (other.things | other.maybe) or other.things & one.maybe
    )
    return Outcome(OTHER_THINGS, "but of other things") if differ else SILENT


def sides(one: Matter, other: Matter) -> Outcome:
    """Whether they name other sides, or the people of others."""
    if one.parties and other.parties and not one.parties & other.parties:
        return Outcome(OTHER_SIDES if one.sides and other.sides else OTHER_LENT, "but name other sides")
    for item, named in ((one, other.whose), (other, one.whose)):
        if item.owners and named and not item.owners & named:
            return Outcome(OTHER_SIDES, "but of other people")
    return SILENT


def parts(one: Matter, other: Matter) -> Outcome:
    """Whether who acts in the one is whom it is done to in the other."""
    if turned_about(one, other):
        return Outcome(OTHER_SIDES, "but with the parts of the sides turned about")
    return SILENT


def judged(one: Matter, other: Matter) -> Outcome:
    """Whether they find the same of different deeds: that a delivery breaks a rule, and that a war does."""
    if OF_DEEDS.isdisjoint(one.main) or not one.main & other.main & OF_DEEDS:
        return SILENT
    ours, theirs = one.acts - OF_DEEDS, other.acts - OF_DEEDS
    if ours and theirs:
        differ = ours.isdisjoint(theirs)
    else:
        told, lent = (ours, other.context) if ours else (theirs, one.context)
        differ = bool(told and lent) and told.isdisjoint(lent)
    return Outcome(OTHER_SIDES, "but of other deeds of which they find it") if differ else SILENT


def moods(one: Matter, other: Matter) -> Outcome:
    """Whether only one of them is of something still to come, or of more of it, or of what no longer is."""
    return SILENT if one.moods == other.moods else _in_moods(one, _differing(one, other))


def _differing(one: Matter, other: Matter) -> Set[str]:
    """The moods of only one of them; what is found of a deed is found of one that is supposed as well."""
    found = one.main & other.main & OF_DEEDS
    return (one.moods ^ other.moods) - ({"supposed"} if found else set())


def reality(one: Matter, other: Matter) -> Outcome:
    """The same but for what no longer is: that may be how somebody denies it, or how the matter went on."""
    return SILENT if one.moods == other.moods else _in_moods(one, _differing(one, other) - {"stopped"})


def _in_moods(one: Matter, differ: Set[str]) -> Outcome:
    if not differ or (differ == {"added"} and "planned" not in one.moods):
        return SILENT
    reasons = {
        "planned": "but only one tells what is to come",
        "added": "but only one tells of more to come",
        "supposed": "but only one supposes it",
        "stopped": "but only one tells that it no longer is",
    }
    return Outcome(OTHER_MOOD, reasons[min(differ)])


def places(one: Matter, other: Matter) -> Outcome:
    """Whether they are in other places."""
    bound = bool(one.main & other.main & OF_A_PLACE)
    if one.places and other.places:
        differ = not one.places & other.places
        return Outcome(ELSEWHERE if bound else OTHER_PLACE, "but in other places") if differ else SILENT
    if not one.places and not other.places:
        return SILENT
    exact, vague = (one, other) if one.places else (other, one)
    if bound and vague.grounds and not vague.grounds & exact.grounds:
        return Outcome(ELSEWHERE, "but in other countries")
    if bound and vague.grounds and exact.is_region and not gives_same_figure(one, other):
        return Outcome(ELSEWHERE, "but one is of the whole country")
    return Outcome(ONE_PLACE, "but only one says where")


def periods(one: Matter, other: Matter) -> Outcome:
    """Whether what they count is of other stretches of time."""
    differ = one.period != other.period and (one.counts or one.period) and (other.counts or other.period)
    return Outcome(OTHER_PERIOD, "but they count for other stretches of time") if differ else SILENT


def times(one: Matter, other: Matter) -> Outcome:
    """Whether they tell other times, or were published long apart."""
    left, right = one.days, other.days
    if left and right:
        apart = max(right[0] - left[1], left[0] - right[1])
        if apart > 1 and one.passing and other.passing:
            return Outcome(OTHER_DAY, f"but of times {apart} days apart")
        if apart > WEEKS:
            return Outcome(OTHER_TIME, f"but of times {apart} days apart")
    published = days_apart(one, other)
    if published is not None and published > HALF_A_YEAR:
        return Outcome(YEARS_AGO, f"but published {published} days apart")
    if published is not None and published > LONG_APART:
        return Outcome(LONG_AGO, f"but published {published} days apart")
    return SILENT


SILENT = Outcome(1.0, None)
"""A feature that says nothing against a pair."""

Feature = Callable[[Matter, Matter], Outcome]

DIFFERENCES: tuple[Feature, ...] = (deeds, fates, things, sides, parts, judged, moods, places, periods, times)
"""What speaks against a pair whose words agree: each leaves a part of the score."""

FIRM: tuple[Feature, ...] = (parts, judged, fates, reality, periods)
"""What keeps a pair apart however likely it is by all signs: one is true where the other need not be."""

LOOSE: tuple[Feature, ...] = (deeds, things, sides, moods, places, times)
"""What besides these speaks against a pair: all DIFFERENCES of one that they do not keep apart."""


def score_of(one: Matter, other: Matter, weights: Mapping[str, float] | None = None) -> float:
    """How surely two tellings are of one claim. The same for either order.

    The better of two answers: that of the rules, which know what deeds and things are, and that of all signs together,
    weighed as they were learned on many matters (`weights` for other weights than those that come with the program).
    What the signs find hardly likely is not tied by the rules either; by themselves they tie only what is told in
    reports that are of the same.
    """
    if takes_up(one, other) or is_verbatim(one, other):
        return 1.0
    near = reports_alike(one, other)
    if have_nothing_in_common(one, other, near=near):
        return 0.0
    return _scored(one, other, near, _farther(one, other), weights)


def fit_of(
    one: Matter,
    other: Matter,
    weights: Mapping[str, float] | None = None,
    *,
    near: Callable[[Report, Report], float] = reports_alike,
) -> float:
    """How well two tellings fit each other that come together since others of theirs are tied. As `score_of`, but that
    what their two reports have in common, and when they came out, was asked of those: of one matter some reports tell
    little, and one that is not dated tells it as well. `near` is `reports_alike`, for who remembers it.
    """
    if takes_up(one, other) or is_verbatim(one, other):
        return 1.0
    return _scored(one, other, near(one, other), 1.0, weights)


def _scored(
    one: Matter,
    other: Matter,
    near: float,
    farther: float,
    weights: Mapping[str, float] | None = None,
    *,
    firm: float | None = None,
    likely: float | None = None,
    least: float = 0.0,
) -> float:
    """The score of two of which neither repeats the other, nor speaks of it; `firm` and `likely` for who knows them,
    `least` for who asks for a score only where it is more."""
    if firm is None:
        firm = by_firm(one, other)
    signs: float | None = None
    if near >= OF_THE_SAME * farther and has_signs(one, other):
        if likely is None:
            likely = likelihood(one, other, weights, near=near)
        signs = raised(likely) * firm
        least = max(least, signs)
    score = by_rules(one, other, differences=LOOSE if firm == 1 else DIFFERENCES, least=least)
    if score > UNTIED and has_signs(one, other):
        if likely is None:
            likely = likelihood(one, other, weights, near=near)
        if likely < HARDLY:
            score = UNTIED
    if signs is not None:
        score = max(score, signs)
    own = one.means is None and other.means is None
    return min(NEARLY if own else BY_ANOTHER, round(score, 3))


def have_nothing_in_common(one: Report, other: Report, *, near: float) -> bool:
    """Whether reports that are so near each other are of different things: then only what is told word by word in both
    is one."""
    return near < OF_NOTHING_COMMON * _farther(one, other)


def tie_of(one: Matter, other: Matter, *, near: Callable[[Report, Report], float] = reports_alike) -> float:
    """`score_of` where that ties them, else 0, found with as little as that takes; `near` is `reports_alike`, for who
    remembers it."""
    if takes_up(one, other) or is_verbatim(one, other):
        return 1.0
    firm = by_firm(one, other)
    if firm < KEPT_APART:
        return 0.0
    alike, farther = near(one, other), _farther(one, other)
    if alike < OF_NOTHING_COMMON * farther:
        return 0.0
    likely: float | None = None
    if alike >= OF_THE_SAME * farther and has_signs(one, other):
        likely = likelihood(one, other, near=alike)
        if likely < HARDLY:
            return 0.0
    score = _scored(one, other, alike, farther, firm=firm, likely=likely, least=SURELY_UNTIED)
    return score if score >= TIED else 0.0


def by_firm(one: Matter, other: Matter) -> float:
    """What FIRM leaves of a score: 1 of most."""
    return prod([feature(one, other).score for feature in FIRM])


def by_rules(one: Matter, other: Matter, *, differences: Iterable[Feature] = DIFFERENCES, least: float = 0.0) -> float:
    """The score by what they have in common, and what of it the differences leave; `least` for who asks for it only
    where it is more, and takes nothing for what is not: most pairs differ so much that their words need not be looked
    at."""
    left: list[float] = []
    most = 1 + SAME_FIGURE
    for feature in differences:
        part = feature(one, other).score
        if part != 1:
            left.append(part)
            most *= part
            if most <= least:
                return 0.0
    score = wording(one, other)
    if not score:
        return 0.0
    if is_same_deed(one, other):
        score = max(score, SAME_DEED + (1 - SAME_DEED) * score)
    if gives_same_figure(one, other):
        score += SAME_FIGURE
    for part in left:
        score *= part
    return score


def raised(likely: float) -> float:
    """A likelihood as a score: from LIKELY on it ties."""
    if likely >= LIKELY:
        return TIED + (likely - LIKELY) / (1 - LIKELY) * (1 - TIED)
    return TIED * likely / LIKELY


def alike(one: Matter, other: Matter) -> Outcome:
    """The same with what speaks for it and against."""
    one, other = sorted((one, other), key=lambda item: item.place)
    score = score_of(one, other)
    if not score:
        apart = have_nothing_in_common(one, other, near=reports_alike(one, other))
        return Outcome(0.0, f"their {'reports' if apart else 'words'} have nothing in common")
    if takes_up(one, other):
        return Outcome(score, "one speaks of the other, which stands before it in the same report")
    if is_verbatim(one, other):
        return Outcome(score, "both tell it in the same words")
    figure = "both give the same figure" if gives_same_figure(one, other) else None
    day = "both tell of the same day" if on_same_day(one, other) else None
    wanted = OF_THE_SAME * _farther(one, other)
    near = one.document != other.document and reports_alike(one, other) >= wanted
    reports = "their reports have much in common" if near else None
    against = (feature(one, other).reason for feature in DIFFERENCES)
    return Outcome(score, "; ".join(filter(None, (_said(one, other), figure, day, reports, *against))))


def for_and_against(reason: str) -> tuple[str, str]:
    """What of the reason of `alike` speaks for a pair and what against it; one of them may be empty."""
    pieces = reason.split("; ")
    against = [piece for piece in pieces if piece.startswith(AGAINST)]
    return (
        "; ".join(piece for piece in pieces if not piece.startswith(AGAINST)),
        "; ".join(piece.removeprefix(AGAINST) for piece in against),
    )


def _farther(one: Report, other: Report) -> float:
    """How many times as much reports have to be alike as two of the same months."""
    apart = days_apart(one, other)
    near = one.document == other.document or (apart is not None and apart <= HALF_A_YEAR)
    return 1.0 if near else FARTHER


def takes_up(one: Matter, other: Matter) -> bool:
    """Whether one is of the very matter of the other, which stands before it in the same report."""
    return one.document == other.document and (one.means == other.number or other.means == one.number)


def is_verbatim(one: Matter, other: Matter) -> bool:
    """Whether one repeats the other word by word."""
    if one.text is None or one.text != other.text:
        return False
    apart = days_apart(one, other)
    if apart is not None and apart > VERBATIM_DAYS:
        return False
    return not one.text.startswith(SHORT) or reports_alike(one, other) >= COPIED


def is_same_deed(one: Matter, other: Matter) -> bool:
    """Whether they tell the same deeds of somebody in common, with the same things, in the same places and, for deeds
    of a day, near the same day; then it matters less what else they tell."""
    if not one.main or _compared(one, other) != _compared(other, one) or one.is_nominal != other.is_nominal:
        return False
    if one.things and other.things and not one.things & other.things:
        return False
    if not one.things & other.things and not any(
        not item.things and item.owners & second.whose for item, second in ((one, other), (other, one))
    ):
        return False
    apart = days_apart(one, other)
    if one.passing and (apart is None or apart > PASSING):
        return False
    return bool((one.owners and one.owners & other.owners) or one.parties & other.parties)


def gives_same_figure(one: Matter, other: Matter) -> bool:
    """Whether they give one figure for one thing; other figures are nothing against a pair, as reports differ."""
    if not one.counts or not other.counts:
        return False
    return any(left[:2] == right[:2] and _comparable(left, right) for left in one.counts for right in other.counts)


def on_same_day(one: Matter, other: Matter) -> bool:
    """Whether both tell a day, or a time, that is the other's too."""
    left, right = one.days, other.days
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def _said(one: Matter, other: Matter) -> str:
    shared = shared_by(one, other)
    names = sorted(shared, key=lambda name: (-shared[name], name))
    met = [name for name in names if name[0] != SIDE_MARK]
    told = [name for name in met if _is_told(name, one, other)]
    words = [_called(name, one, other) for name in told or met][:4]
    named = sorted(name.removeprefix(SIDE_MARK) for name in names if name[0] == SIDE_MARK)
    return f"both speak of {_listed(words)}" + (f" and name {_listed(named)}" if named else "")


def _is_told(name: str, one: Matter, other: Matter) -> bool:
    """Whether a word of the texts says it by itself: that forces are sent is also told by where they are."""
    return bool(one.words.get(name) or other.words.get(name))


def _called(name: str, one: Matter, other: Matter) -> str:
    """What the texts call it: “Soldaten”, or “Truppen” and “Soldaten” where they call it otherwise; where no word of
    theirs says it by itself ours, which is no quotation."""
    words = list(dict.fromkeys(word for item in (one, other) if (word := item.words.get(name))))
    if not words:
        return name.lower()
    return f"“{words[0]}” (“{words[1]}”)" if len(words) > 1 else f"“{words[0]}”"


def _comparable(one: Count, other: Count) -> bool:
    """Whether two figures may be of the same thing: of one unit, and counted by a word where that is all."""
    if one.unit != other.unit or one.low is None or other.low is None:
        return False
    return one.unit is not None or bool(one.counted and other.counted)


def _listed(words: Iterable[str]) -> str:
    """One, two and three."""
    told = list(dict.fromkeys(words))
    return " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part) if told else ""
