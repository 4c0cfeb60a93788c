"""Claims near others in a base, and what people say of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lagebild.errors import JudgementError, UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.model.claim import Near
from lagebild.model.codec import encode
from lagebild.store.claims import nearby
from tests.comparison.claims.reports import FIRE, REPORTS, holding


def filled(base: KnowledgeBase, *names: str) -> KnowledgeBase:
    for name in names:
        base.store.add(encode(holding(name).findings), engine="test")
    base.store.refresh_identities()
    return base


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase(tmp_path / "lage.db") as opened:
        yield filled(opened, *FIRE, *REPORTS)


def pair_of(base: KnowledgeBase) -> Near:
    return base.claims_near_pairs()[0]


def pairs(base: KnowledgeBase) -> set[frozenset[str]]:
    return {frozenset((item.claim, item.other)) for item in base.claims_near_pairs()}


def test_what_may_be_one_is_told_with_words_of_both_and_a_reason(base: KnowledgeBase) -> None:
    one = pair_of(base)
    claims = {claim.key: claim for claim in base.claims()}
    assert one.telling.ref in {telling.ref for telling in claims[one.claim].tellings}
    assert one.other_telling.ref in {telling.ref for telling in claims[one.other].tellings}
    assert (one.gloss, one.other_gloss) == (claims[one.claim].gloss, claims[one.other].gloss)
    assert one.documents == len({telling.document for telling in claims[one.claim].tellings})
    assert one.reason.startswith(("both ", "their "))
    assert one.other in {item.other for item in base.claims_near(one.claim[:9])}


def test_pairs_come_once_and_those_first_that_would_join_most(base: KnowledgeBase) -> None:
    found = base.claims_near_pairs()
    assert len(found) == len(pairs(base)) > 1
    worth = [item.score * item.documents * item.other_documents for item in found]
    assert worth == sorted(worth, reverse=True)
    assert base.claims_near_pairs("Schlittenhund") == ()
    assert {item.claim for item in base.claims_near_pairs("Papierfabrik")} <= {
        claim.key for claim in base.claims("Papierfabrik")
    }


def test_what_people_keep_apart_is_not_told_again_until_they_take_it_back(base: KnowledgeBase) -> None:
    one, before = pair_of(base), pairs(base)
    (made,) = base.keep_claims_apart(one.claim, one.other, author="Ada")
    assert frozenset((one.claim, one.other)) not in pairs(base)
    assert one.claim not in {item.other for item in base.claims_near(one.other)}
    assert {claim.key for claim in base.claims()} >= {one.claim, one.other}
    assert not any(claim.decided for claim in base.claims())
    assert {outcome.state for _, outcome in base.judgements()} == {"holds"}
    base.undo(made.key, author="Ada")
    assert pairs(base) == before


def test_what_is_kept_apart_stays_so_when_reports_come(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "lage.db") as base:
        one = pair_of(filled(base, *FIRE))
        base.keep_claims_apart(one.claim, one.other, author="Ada")
        filled(base, *REPORTS)
        assert frozenset((one.claim, one.other)) not in pairs(base)


def test_what_was_kept_apart_can_be_merged_later_and_apart_again(base: KnowledgeBase) -> None:
    one = pair_of(base)
    base.keep_claims_apart(one.claim, one.other, author="Ada")
    base.merge_claims(one.claim, one.other, author="Ole")
    assert one.other not in {claim.key for claim in base.claims()}
    with pytest.raises(JudgementError, match="is one claim"):
        base.keep_claims_apart(one.claim, one.claim, author="Ada")


def test_a_team_exchanges_what_is_kept_apart(base: KnowledgeBase, tmp_path: Path) -> None:
    one = pair_of(base)
    base.keep_claims_apart(one.claim, one.other, author="Ada")
    with KnowledgeBase(tmp_path / "ole.db") as ole:
        ole.import_judgements(base.judgement_lines())
        filled(ole, *FIRE)
        assert frozenset((one.claim, one.other)) not in pairs(ole)


def test_who_keeps_apart_what_another_base_made_one_splits_it_there(base: KnowledgeBase, tmp_path: Path) -> None:
    one = pair_of(base)
    with KnowledgeBase(tmp_path / "ole.db") as ole:
        filled(ole, *FIRE, *REPORTS).merge_claims(one.claim, one.other, author="Ole")
        count = len(list(ole.claims()))
        base.keep_claims_apart(one.claim, one.other, author="Ada")
        ole.import_judgements(base.judgement_lines())
        assert len(list(ole.claims())) == count + 1


def test_what_was_split_off_is_not_told_as_near(base: KnowledgeBase) -> None:
    claim = next(item for item in base.claims("Papierfabrik") if len(item.tellings) > 1)
    base.split_claim(claim.key, claim.tellings[-1].document, author="Ada")
    left = {item.key for item in base.claims() if item.decided}
    assert len(left) == 2
    assert frozenset(left) not in pairs(base)


def test_a_base_that_cannot_be_written_tells_the_same(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "lage.db") as base:
        filled(base, *FIRE, *REPORTS)
    with KnowledgeBase(tmp_path / "lage.db", write=False) as base:
        made = base.claims_near_pairs()
    with KnowledgeBase(tmp_path / "lage.db") as base:
        one = pair_of(base)
        assert base.claims_near_pairs() == made
        base.keep_claims_apart(one.claim, one.other, author="Ada")
    with KnowledgeBase(tmp_path / "lage.db", write=False) as base:
        assert frozenset((one.claim, one.other)) not in pairs(base)


def test_reports_are_found_by_what_they_have_in_common_where_there_are_many(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pairs(base)
    monkeypatch.setattr(nearby, "ALL", 0)
    monkeypatch.setattr(nearby, "REPORTS", 2)
    assert pairs(base) == before


def test_a_claim_that_is_not_there_is_said_to_be_missing(base: KnowledgeBase) -> None:
    with pytest.raises(UsageError, match="no claim has a key"):
        base.claims_near("c0000")


def test_an_empty_base_has_no_pairs(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "leer.db") as empty:
        assert empty.claims_near_pairs() == ()
