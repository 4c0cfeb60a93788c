"""Gathering: documents in, claims out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lagebild.comparison.claims.alike import alike
from lagebild.comparison.claims.blocks import candidates, marks_of
from lagebild.comparison.claims.decided import decided
from lagebild.comparison.claims.group import Group, group_of
from lagebild.comparison.claims.joining import TIED, Pair, joined
from lagebild.comparison.claims.matter import UNDATED, Matter
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.comparison.claims.tying import Tying
from lagebild.language.load import Language
from lagebild.model.attribution import Act
from lagebild.model.claim import Claim, Stance, Telling, Tie, VoiceKind
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement

Name = TypeVar("Name", int, str)
_FOR = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


def claims_of(
    holdings: Iterable[Holding], language: Language, *, judgements: Iterable[Judgement] = ()
) -> tuple[Claim, ...]:
    """The claims of these documents after what people decided, those that most documents tell first: the same in
    whatever order the documents come. What only one document tells is a claim of one telling.
    """
    told = {item.telling.ref: item for holding in holdings for item in told_in(holding, language)}
    ordered = sorted(told.values(), key=lambda item: item.matter.place)
    found = grouped([item.matter for item in ordered])
    groups = [group_of(ordered[number].telling.ref for number in members) for members, _ in found]
    tied = {
        (ordered[one].telling.ref, ordered[other].telling.ref): score
        for _, pairs in found for one, other, score in pairs
    }  # fmt: skip
    made = (claim_of(group, told, tied) for group in decided(groups, judgements).groups)
    return tuple(sorted(made, key=order_of))


def grouped(matters: Sequence[Matter]) -> list[tuple[list[int], list[Pair]]]:
    """Groups of the tellings, which are in order, by their numbers, each with the ties inside it; every telling is in
    one group, most of them alone."""
    marked = [marks_of(item) for item in matters]
    tying = Tying()
    pairs = [Pair(one, other, tying.tie(matters[one], matters[other])) for one, other in candidates(marked)]
    tied = [pair for pair in pairs if pair.score >= TIED]
    return ties_and_groups(range(len(matters)), tied, matters.__getitem__, tying)


def ties_and_groups(
    numbers: Sequence[int],
    tied: Sequence[Pair],
    matter: Callable[[int], Matter],
    tying: Tying | None = None,
) -> list[tuple[list[int], list[Pair]]]:
    """The same for tellings whose ties are known, with what `groups_of` asks for."""
    groups = groups_of(numbers, tied, matter, tying=tying)
    return list(zip(groups, ties_inside(groups, tied), strict=True))


def groups_of(
    numbers: Sequence[int],
    tied: Sequence[Pair],
    matter: Callable[[int], Matter],
    weights: Mapping[str, float] | None = None,
    *,
    tying: Tying | None = None,
) -> list[list[int]]:
    """Groups of tellings whose ties are known; `matter` is asked for those that have to be compared besides, once for
    each pair, the smaller number first. `weights` for other weights of signs than those that come with the program;
    `tying` where one has met these reports before."""
    known = {(pair.one, pair.other): pair.score for pair in tied}
    tying = tying or Tying()

    def fit(one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        found = known.get(pair)
        if found is None:
            found = known[pair] = tying.fit(matter(pair[0]), matter(pair[1]), weights)
        return found

    groups = joined(tied, fit, lambda number: matter(number).means is None)
    joint = {number for group in groups for number in group}
    return [*groups, *([number] for number in numbers if number not in joint)]


def ties_inside(groups: Sequence[Sequence[int]], tied: Iterable[Pair]) -> list[list[Pair]]:
    """For each group the ties between two of it."""
    home = {number: at for at, group in enumerate(groups) for number in group}
    inside: list[list[Pair]] = [[] for _ in groups]
    for pair in tied:
        if home[pair.one] == home[pair.other]:
            inside[home[pair.one]].append(pair)
    return inside


def claim_of(group: Group, told: Mapping[str, Told], tied: Mapping[tuple[str, str], float]) -> Claim:
    """A claim with its tellings and ties. Its gloss are the words of the telling that is tied to most others, of those
    that assert it where one does."""
    members = sorted((told[ref] for ref in group.members), key=lambda item: item.matter.place)
    refs = {item.telling.ref: item for item in members}
    ties = [
        Tie(one, other, score, alike(refs[one].matter, refs[other].matter).reason or "")
        for (one, other), score in sorted(tied.items()) if one in refs and other in refs
    ]  # fmt: skip
    ties.sort(key=lambda tie: (refs[tie.one].matter.place, refs[tie.other].matter.place))
    tellings = by_themselves(tuple(item.telling for item in members))
    standing = [(item.telling.ref, item.telling.stance, is_whole(item.matter)) for item in members]
    best = most_tied(standing, ((tie.one, tie.other, tie.score) for tie in ties))
    words = refs[best].telling.words
    return Claim(group.key, words, best, tellings, (*ties, *group.joins), decided=group.decided)


def by_themselves(tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings of a claim, in their order, each with what it does with the matter."""
    told = is_told((item.stance, item.voice.kind) for item in tellings)
    return tuple(replace(item, stance=counted_as(item.stance, item.act, is_told=told)) for item in tellings)


def is_told(tellings: Iterable[tuple[Stance, VoiceKind]]) -> bool:
    """Whether one of those that tell a claim, in their order, says that it is so: the first that takes a side, or
    anybody whom a report lets speak. What is asked first is told as well: then who says no denies it."""
    first: Stance | None = None
    for stance, voice in tellings:
        if stance in _FOR and (first is None or voice is not VoiceKind.OUTLET):
            return True
        if first is None and stance in _AGAINST:
            first = stance
    return first is not Stance.DENIES


def counted_as(stance: Stance, act: str | None, *, is_told: bool) -> Stance:
    """What a telling does with the matter of its claim: where everybody tells that something is not so ("We do not let
    ourselves be blackmailed") and nobody that it is, that is the matter, and it is asserted, but for who denies by what
    he does."""
    return Stance.ASSERTS if not is_told and stance is Stance.DENIES and act != Act.DENY else stance


def is_whole(matter: Matter) -> bool:
    """Whether the telling says what it is of without what stands before it ("Es gebe Belege dafür", "unter ihnen")."""
    return matter.means is None and not matter.context


def most_tied(tellings: Sequence[tuple[Name, Stance, bool]], ties: Iterable[tuple[Name, Name, float]]) -> Name:
    """The telling that stands for all, however they are named, with stance and whether each is whole; they are in
    order."""
    count: dict[Name, float] = {}
    for one, other, score in ties:
        for name in (one, other):
            count[name] = count.get(name, 0.0) + score
    return min(tellings, key=lambda item: (not item[2], item[1] in _AGAINST, -round(count.get(item[0], 0.0), 6)))[0]


def order_of(claim: Claim) -> tuple[int, int, tuple[str, str, int]]:
    """Claims that most documents tell come first, of equals those told most often, of these the earliest."""
    first = claim.tellings[0]
    return -len(claim.documents), -len(claim.tellings), (first.day or UNDATED, first.document, first.spans[0].start)
