"""A claim with only a part of what tells it: what was known on a day, or what some documents tell."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from lagebild.comparison.claims.gather import most_tied
from lagebild.model.claim import Claim, Telling


def as_known(claim: Claim, day: date) -> Claim | None:
    """The claim with only what had been published by then, its key the same; None where nothing had. Documents without
    a day are left out."""
    last = day.isoformat()
    return _restricted(claim, lambda telling: telling.day is not None and telling.day <= last)


def told_in_documents(claim: Claim, documents: Collection[str]) -> Claim | None:
    """The claim with only what documents of these keys tell; None where they do not."""
    return _restricted(claim, lambda telling: telling.document in documents)


def _restricted(claim: Claim, is_kept: Callable[[Telling], bool]) -> Claim | None:
    """Without origins and relations, which are to be found anew."""
    tellings = tuple(filter(is_kept, claim.tellings))
    if len(tellings) == len(claim.tellings):
        return claim
    if not tellings:
        return None
    there = {item.ref: item for item in tellings}
    ties = tuple(tie for tie in claim.ties if tie.one in there and tie.other in there)
    best = claim.glossed
    if best not in there:
        standing = [(item.ref, item.stance, True) for item in tellings]
        best = most_tied(standing, ((tie.one, tie.other, tie.score) for tie in ties))
    return replace(
        claim, gloss=there[best].words, glossed=best, tellings=tellings, ties=ties, origins=(), relations=()
    )  # fmt: skip
