"""Records by place and by key."""

from lagebild.report.explained.records import at, keys_like, with_key
from tests.report.situation import at as place
from tests.report.situation import situation


def test_the_innermost_record_comes_first() -> None:
    found = [record.kind for record in at(situation(), place("Holz").start)]
    assert found == ["event", "exchange", "attribution"]


def test_nothing_stands_where_no_record_has_words() -> None:
    assert at(situation(), place(" Das verstoße").start) == []


def test_the_beginning_of_a_key_will_do_and_an_ambiguous_one_will_not() -> None:
    assert [record.kind for record in with_key(situation(), "thr")] == ["threat"]
    assert with_key(situation(), "a") == []
    assert {record.kind for record in with_key(situation(), "ada")} == {"mention"}


def test_a_slip_in_a_key_is_met_with_keys_like_it() -> None:
    assert "threat" in keys_like(situation(), "thread")
