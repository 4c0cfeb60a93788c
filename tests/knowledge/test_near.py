"""Which claims of a situation are told as likely one."""

from datetime import date
from pathlib import Path

import pytest

from lagebild.knowledge import KnowledgeBase
from lagebild.knowledge import near as nearness
from tests.comparison.claims.reports import FIRE
from tests.web.conftest import filled

REPORTS = tuple((day, publisher, None, text) for day, publisher, text in FIRE.values())


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KnowledgeBase:
    """A base in which something is near enough, which the small reports are not."""
    monkeypatch.setattr(nearness, "LIKELY", 0.2)
    return KnowledgeBase(filled(tmp_path / "base.db", REPORTS))


def test_what_is_likely_one_and_has_nothing_against_it_is_told_once(base: KnowledgeBase) -> None:
    base.compare_claims()
    found = base.situation("Papierfabrik")
    keys = {claim.key for claim in found.claims}
    assert found.alike
    assert all({item.claim, item.other} <= keys and item.score >= 0.2 for item in found.alike)
    assert len({frozenset((item.claim, item.other)) for item in found.alike}) == len(found.alike)
    for item in found.alike:
        assert "but " not in base.claims_alike(item.claim, item.other)[1]


def test_what_people_keep_apart_is_not_told_and_nothing_as_known_on_a_day(base: KnowledgeBase) -> None:
    base.compare_claims()
    first = base.situation("Papierfabrik").alike[0]
    assert not base.situation("Papierfabrik", as_of=date(2031, 12, 31)).alike
    base.keep_claims_apart(first.claim, first.other)
    pairs = {frozenset((item.claim, item.other)) for item in base.situation("Papierfabrik").alike}
    assert frozenset((first.claim, first.other)) not in pairs
