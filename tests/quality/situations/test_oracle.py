"""The program's tellings grouped as the key says."""

from quality.situations.key import key
from quality.situations.oracle import grouped

MATTER = "swap"


def test_every_claim_is_one_of_the_keys_and_has_origins() -> None:
    claims = grouped(MATTER).claims
    assert {claim.key for claim in claims} <= {claim.id for claim in key(MATTER).claims}
    assert all(claim.origins for claim in claims)


def test_no_telling_stands_in_two_claims() -> None:
    refs = [telling.ref for claim in grouped(MATTER).claims for telling in claim.tellings]
    assert len(refs) == len(set(refs))
