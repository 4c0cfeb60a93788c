"""Who vouches for a record."""

from dataclasses import replace

from lagebild import read
from lagebild.model.event import Status
from lagebild.report.vouching import Vouching
from tests.report.situation import AID, LABELS, TEXT, situation


def test_a_fact_of_the_author_has_no_remark_and_a_doubtful_one_says_so() -> None:
    vouching = Vouching(situation(), LABELS)
    fact = replace(AID, status=Status.FACT, chain=())
    assert list(vouching.remarks(fact)) == []
    assert list(vouching.remarks(replace(fact, status=Status.POSSIBLE))) == ["possible"]


def test_all_who_vouch_are_told_the_nearest_first() -> None:
    vouching = Vouching(situation(), LABELS)
    assert list(vouching.remarks(replace(AID, chain=("Ada Kroll", "Sundblatt")))) == [
        "says Ada Kroll, according to Sundblatt"
    ]
    assert list(vouching.remarks(replace(AID, chain=(None,), attribution=None))) == ["source not named"]


def test_the_day_beside_the_cue_is_the_day_of_the_statement() -> None:
    found = replace(situation(), analysis=read(TEXT, language="de").analysis)
    assert list(Vouching(found, LABELS).remarks(AID)) == ["says Ada Kroll, 5 May 2031"]
