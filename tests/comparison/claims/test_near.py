"""Claims that may be one, though they were not made one."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.near import BESIDE_THE_BEST, NEAR, Nearest, nearest
from lagebild.comparison.claims.tellings import told_in
from tests.comparison.claims.reports import FIRE, GERMAN, REPORTS, holding

TOLD = [item for name in (*FIRE, *REPORTS) for item in told_in(holding(name), GERMAN)]


def alone() -> dict[str, list[Matter]]:
    """Every telling as a claim of its own, by its words."""
    return {item.telling.words: [item.matter] for item in TOLD}


def near(words: str, others: dict[str, list[Matter]], *, most: int = 5) -> list[Nearest]:
    own = others.pop(words)
    return nearest(own, others, most=most)


def keys(found: Sequence[Nearest]) -> list[str]:
    return [item.key for item in found]


def test_what_tells_the_same_in_other_words_is_near() -> None:
    found = near("Die Ursache des Feuers ist offen", alone())
    assert any("entstand" in key or "warum" in key for key in keys(found))
    assert all(NEAR <= item.score <= 1 for item in found)
    assert all(0 <= item.average <= item.score for item in found)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    assert all(item.score >= BESIDE_THE_BEST * found[0].score for item in found)


def test_the_two_tellings_that_are_most_alike_are_named() -> None:
    whole = alone()
    merged = {"fire": [matter for matters in whole.values() for matter in matters if matter.document in {"dk", "dl"}]}
    for item in near("fire", merged | {"knapp": whole["Papier aus Steinau wird in der Produktion knapp"]}):
        assert item.one.document in {"dk", "dl"}
        assert item.other.document == "dm"


def test_what_reports_of_something_else_tell_is_never_near() -> None:
    assert not {item.other.document for item in near("Die Ursache des Feuers ist offen", alone())} - {"dk", "dl", "dm"}


def test_no_more_are_told_than_asked_for() -> None:
    assert len(near("Die Ursache des Feuers ist offen", alone(), most=1)) == 1


def test_a_claim_without_others_has_none_near() -> None:
    assert nearest([TOLD[0].matter], {}) == []
    assert nearest([], alone()) == []


@given(st.permutations(list(alone())), st.sampled_from(list(alone())))
def test_the_order_in_which_claims_come_does_not_matter(order: list[str], asked: str) -> None:
    told = alone()
    assert near(asked, {key: told[key] for key in order}) == near(asked, alone())
