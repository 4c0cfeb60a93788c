"""Claims by pairs of tellings: which belong together, and which does the program join."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from quality.situations.found import FoundClaim
from quality.situations.key import KeyTelling
from quality.situations.meeting import Meeting


class Counted(NamedTuple):
    """Pairs: `wanted` by the key, of which the program has both tellings in `met`; `joined` by the program, `right`
    ones of them; `strayed` joins a telling of the key with words that tell no claim of the key."""

    wanted: int
    met: int
    joined: int
    right: int
    strayed: int


def counted(
    tellings: Collection[KeyTelling],
    standing: Mapping[KeyTelling, set[str]],
    meeting: Meeting,
    claims: Iterable[FoundClaim],
) -> Counted:
    """Every pair of tellings of the key, and every pair of one with something else of the program."""
    wanted = joined = right = both = 0
    for one, other in combinations(tellings, 2):
        same = one.claim == other.claim
        together = bool(standing.get(one, set()) & standing.get(other, set()))
        wanted += same
        both += same and one in standing and other in standing
        joined += together
        right += same and together
    return Counted(wanted, both, joined, right, sum(_strayed(claim, meeting) for claim in claims))


def pairs_figures(count: Counted) -> dict[str, float]:
    """Precision, recall, F1. Main ones: what the program tells beside the key is left out, what it does not tell at all
    is missed. `strict`: joining words beside the key is wrong as well. `met`: only of tellings that it has."""
    wanted, both, joined, right, strayed = count
    return {
        **_figures("claims", right, joined, wanted),
        **_figures("claims_strict", right, joined + strayed, wanted),
        **_figures("claims_met", right, joined, both),
    }


def b_cubed(tellings: Collection[KeyTelling], standing: Mapping[KeyTelling, set[str]]) -> float:
    """F1 by single tellings (Bagga and Baldwin 1998), so that a claim with sixty tellings does not decide alone; a
    telling that the program does not have stands by itself."""
    precision = recall = 0.0
    for one in tellings:
        own = {other for other in tellings if other.claim == one.claim}
        with_it = {other for other in tellings if standing.get(one, set()) & standing.get(other, set())} | {one}
        precision += len(own & with_it) / len(with_it)
        recall += len(own & with_it) / len(own)
    return _f1(precision / len(tellings), recall / len(tellings)) if tellings else 0.0


def _strayed(claim: FoundClaim, meeting: Meeting) -> int:
    """Pairs of a telling of the key and one that is none."""
    known = {wanted for telling in claim.tellings for wanted in meeting.get(telling.ref, ())}
    return len(known) * sum(telling.ref not in meeting for telling in claim.tellings)


def _figures(name: str, right: int, said: int, wanted: int) -> dict[str, float]:
    precision, recall = (right / said if said else 0.0), (right / wanted if wanted else 0.0)
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f1": _f1(precision, recall)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
