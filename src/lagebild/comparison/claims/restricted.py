"""A claim with only what some documents tell of it."""

from collections.abc import Collection
from dataclasses import replace

from lagebild.comparison.claims.gather import most_tied
from lagebild.model.claim import Claim


def told_in_documents(claim: Claim, documents: Collection[str]) -> Claim | None:
    """The claim with only what documents of these keys tell, without origins and relations, which are to be found anew;
    None where they do not tell it."""
    tellings = tuple(telling for telling in claim.tellings if telling.document in documents)
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
