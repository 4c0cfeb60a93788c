"""How often a rule was right."""

import pytest

from lagebild.judging import accept, correct, reject, undo
from lagebild.judging.statistics import by_confidence, by_kind, by_rule, wilson
from tests.judging.values import at, findings

YES = accept(findings(), "attribution", "a1", author="ada", at=at(0))
NO = reject(findings(), "attribution", "a2", author="ada", at=at(1))
ACT = correct(findings(), "event", "e1", "type", "AID", author="ada", at=at(2))


def test_each_record_counts_once_under_its_rule() -> None:
    again = accept(findings(), "attribution", "a1", author="ole", at=at(5))
    verb, event = by_rule([YES, NO, ACT, again])
    assert (verb.name, verb.accepted, verb.rejected, verb.corrected) == ("attribution verb", 1, 1, 0)
    assert (event.name, event.corrected, event.fields) == ("event event-verb", 1, {"type": 1})
    assert verb.share == 0.5
    assert verb.is_few


def test_what_was_undone_does_not_count() -> None:
    assert by_kind([YES, undo(YES, author="ada", at=at(9))]) == []


def test_a_correction_that_changes_nothing_is_an_agreement() -> None:
    same = correct(findings(), "event", "e1", "type", "COERCE", author="ada", at=at(2))
    assert by_kind([same])[0].accepted == 1


def test_bands_of_confidence_come_lowest_first() -> None:
    assert [(band.name, band.judged) for band in by_confidence([YES, NO, ACT])] == [
        ("0.70–0.80", 1),
        ("0.80–0.90", 1),
        ("0.90–0.95", 1),
    ]


@pytest.mark.parametrize(("right", "count", "low", "high"), [(0, 0, 0, 1), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1)])
def test_the_interval_is_wilsons(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=0.001)
