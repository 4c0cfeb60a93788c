"""Gathering: documents in, claims out."""

from collections.abc import Iterable, Sequence
from functools import cache

from lagebild.comparison.claims.alike import alike
from lagebild.comparison.claims.blocks import candidates, marks_of
from lagebild.comparison.claims.joining import TIED, Pair, joined
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import matters_of
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Stance, Telling, Tie
from lagebild.model.holding import Holding
from lagebild.model.keys import content_key

UNDATED = "9999"
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


def claims_of(holdings: Iterable[Holding], language: Language) -> tuple[Claim, ...]:
    """The claims of these documents, those told most often first: the same in whatever order the documents come.

    What only one document tells is a claim of one telling.
    """
    return claimed([matter for holding in holdings for matter in matters_of(holding, language)])


def claimed(matters: Iterable[Matter]) -> tuple[Claim, ...]:
    """The claims of these tellings."""
    ordered = sorted(matters, key=place_of)

    @cache
    def compared(one: int, other: int) -> tuple[float, str]:
        found = alike(ordered[one], ordered[other])
        return found.score, found.reason or ""

    def score(one: int, other: int) -> float:
        return compared(*sorted((one, other)))[0]

    marked = [(item.telling.document, marks_of(item)) for item in ordered]
    pairs = [Pair(one, other, score(one, other)) for one, other in candidates(marked)]
    tied = [pair for pair in pairs if pair.score >= TIED]
    groups = joined(tied, score)
    grouped = {number for group in groups for number in group}
    groups += [[number] for number in range(len(ordered)) if number not in grouped]
    ties: dict[int, list[Tie]] = {}
    home = {number: at for at, group in enumerate(groups) for number in group}
    for pair in tied:
        if home[pair.one] == home[pair.other]:
            reason = compared(pair.one, pair.other)[1]
            one, other = ordered[pair.one].telling.ref, ordered[pair.other].telling.ref
            ties.setdefault(home[pair.one], []).append(Tie(one, other, pair.score, reason))
    made = (
        claim_of([ordered[number].telling for number in group], ties.get(at, ())) for at, group in enumerate(groups)
    )
    return tuple(sorted(made, key=lambda claim: (-len(claim.tellings), place_of_telling(claim.tellings[0]))))


def claim_of(tellings: Sequence[Telling], ties: Sequence[Tie] = ()) -> Claim:
    """A claim of these tellings, which are in order. Its gloss are the words of the one that is tied to most others,
    of those that assert it where one does."""
    count: dict[str, float] = {}
    for tie in ties:
        for ref in (tie.one, tie.other):
            count[ref] = count.get(ref, 0.0) + tie.score
    best = min(
        tellings,
        key=lambda item: (item.stance in _AGAINST, -round(count.get(item.ref, 0.0), 6), place_of_telling(item)),
    )
    return Claim(content_key("c", tellings[0].ref), best.words, best.ref, tuple(tellings), tuple(ties))


def place_of(item: Matter) -> tuple[str, str, int, str]:
    """Where a telling stands in the order of all: by day (the undated last), document and place."""
    return place_of_telling(item.telling)


def place_of_telling(item: Telling) -> tuple[str, str, int, str]:
    """The same for the telling."""
    return item.day or UNDATED, item.document, item.spans[0].start, item.record
