"""What people decided about entities across documents."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.identities import (
    Decided,
    Group,
    concerned,
    current,
    decided,
    identified,
    keep_apart,
    merge,
    rename,
    split,
)
from lagebild.comparison.identities.sighting import Sighting
from lagebild.errors import JudgementError
from lagebild.judging import State, judgement_line, read_judgements, undo
from lagebild.model.judgement import Judgement
from tests.comparison.identities.test_identify import sightings
from tests.comparison.identities.values import GERMAN, seen
from tests.judging.values import NOON, at

ADA = (seen("d1", "Ada Kroll"), seen("d2", "Ada Kroll"))
OLE = (seen("d3", "Ole Vang"),)


def groups(*items: Sighting) -> dict[str, Group]:
    return {group.name: group for group in identified(items, GERMAN)[0]}


def after(items: tuple[Sighting, ...], *judgements: Judgement) -> Decided:
    return decided(identified(items, GERMAN)[0], judgements, GERMAN)


def documents(told: Decided) -> dict[str, str]:
    return {group.name: " ".join(item.document for item in group.members) for group in told.groups}


NOW = groups(*ADA, *OLE)
MERGED = merge(NOW["Ada Kroll"], NOW["Ole Vang"], author="ada", at=NOON)
SPLIT = split(NOW["Ada Kroll"], [ADA[1].ref], author="ada", at=NOON)


def test_merged_entities_are_one_under_the_first_key_and_name() -> None:
    told = after((*ADA, *OLE), MERGED)
    assert documents(told) == {"Ada Kroll": "d1 d2 d3"}
    assert told.groups[0].key == NOW["Ada Kroll"].key
    assert told.groups[0].joins[-1].reason == "merged by ada"


def test_what_was_split_off_is_an_entity_of_its_own() -> None:
    told = after(ADA, SPLIT)
    assert sorted(" ".join(item.document for item in group.members) for group in told.groups) == ["d1", "d2"]
    assert told.apart


def test_a_renamed_entity_is_called_so() -> None:
    named = rename(NOW["Ada Kroll"], " Ada  Kroll-Bonn ", author="ada", at=NOON)
    assert documents(after(ADA, named)) == {"Ada Kroll-Bonn": "d1 d2"}


def test_decisions_survive_more_documents_and_other_keys() -> None:
    more = (seen("d0", "Ada Kroll", office="Trainerin", gender="f"), *ADA, seen("d4", "Ole Vang"))
    told = after((*more, *OLE), MERGED)
    assert documents(told) == {"Ada Kroll": "d0 d1 d2 d3 d4"}
    renamed = seen("d3", "Ole Wang")
    other = Sighting(**{name: getattr(renamed, name) for name in Sighting.__slots__} | {"entity": OLE[0].entity})
    assert documents(after((*ADA, other), MERGED)) == {"Ada Kroll": "d1 d2 d3"}


def test_an_undone_decision_leaves_no_trace() -> None:
    away = undo(MERGED, author="ole", at=at(1))
    assert after((*ADA, *OLE), MERGED, away) == after((*ADA, *OLE))
    assert documents(after((*ADA, *OLE), MERGED, away, undo(away, author="ada", at=at(2)))) == {"Ada Kroll": "d1 d2 d3"}


def test_what_was_merged_can_be_split_and_the_newest_wins() -> None:
    whole = after((*ADA, *OLE), MERGED).groups[0]
    later = split(whole, [OLE[0].ref], author="ole", at=at(1))
    assert documents(after((*ADA, *OLE), later, MERGED)) == {"Ada Kroll": "d1 d2", "Ole Vang": "d3"}


def test_two_that_are_kept_apart_are_not_suggested_again() -> None:
    items = (seen("d1", "Ole Vang", office="Torhüter"), seen("d2", "Ole Vang", office="Minister"))
    found, doubtful = identified(items, GERMAN)
    homes = {group.key: group.key for group in found}
    told = decided(found, [keep_apart(*found, author="ada", at=NOON)], GERMAN)
    assert current(doubtful, homes, decided(found, [], GERMAN)) == sorted(doubtful)
    assert current(doubtful, homes, told) == []


def test_two_that_are_kept_apart_stay_so_when_something_makes_them_one() -> None:
    one, other = NOW["Ada Kroll"], NOW["Ole Vang"]
    told = after((*ADA, *OLE), MERGED, keep_apart(one, other, author="ole", at=at(1)))
    assert documents(told) == {"Ada Kroll": "d1 d2", "Ole Vang": "d3"}


def test_a_decision_about_nobody_here_is_adrift() -> None:
    told = after(OLE, SPLIT)
    assert told.outcomes[SPLIT.key].state is State.ADRIFT


def test_a_decision_travels_as_a_line() -> None:
    assert list(read_judgements([judgement_line(MERGED), judgement_line(SPLIT)])) == [MERGED, SPLIT]


def test_what_a_decision_concerns_is_told() -> None:
    refs, keys = concerned([MERGED, SPLIT])
    assert refs == {item.ref for item in (*ADA, *OLE)}
    assert keys == {NOW["Ada Kroll"].key, NOW["Ole Vang"].key}


def test_what_cannot_be_decided_is_refused() -> None:
    peru = identified([seen("d1", "Peru", kind="state", known="Peru")], GERMAN)[0][0]
    attempts: tuple[tuple[str, Callable[[], Judgement]], ...] = (
        ("with itself", lambda: merge(peru, peru, author="ada", at=NOON)),
        ("cannot be one", lambda: merge(peru, NOW["Ole Vang"], author="ada", at=NOON)),
        ("is not in d9/x", lambda: split(peru, ["d9/x"], author="ada", at=NOON)),
        ("nothing would be left", lambda: split(peru, [peru.members[0].ref], author="ada", at=NOON)),
        ("at least one letter", lambda: rename(peru, " ", author="ada", at=NOON)),
        ("is one entity", lambda: keep_apart(peru, peru, author="ada", at=NOON)),
    )
    for problem, make in attempts:
        with pytest.raises(JudgementError, match=problem):
            make()


@given(sightings(), st.data())
def test_decisions_in_any_order_give_the_same_and_undoing_all_restores_all(
    items: list[Sighting], data: st.DataObject
) -> None:
    found = identified(items, GERMAN)[0]
    made: list[Judgement] = []
    for number in range(data.draw(st.integers(1, 5))):
        now = decided(found, made, GERMAN).groups
        moment = NOON + timedelta(minutes=number)
        one, other = data.draw(st.sampled_from(now)), data.draw(st.sampled_from(now))
        choice = data.draw(st.integers(0, 3))
        if choice == 0 and one.key != other.key:
            made.append(merge(one, other, author="ada", at=moment))
        elif choice == 1 and len(one.members) > 1:
            made.append(split(one, [data.draw(st.sampled_from(one.members)).ref], author="ada", at=moment))
        elif choice == 2 and one.key != other.key:
            made.append(keep_apart(one, other, author="ada", at=moment))
        else:
            made.append(rename(one, "Una Bell", author="ada", at=moment))
    told = decided(found, made, GERMAN)
    shuffled = data.draw(st.permutations(found))
    assert told == decided(shuffled, data.draw(st.permutations(made)), GERMAN)
    assert sorted(item.ref for group in told.groups for item in group.members) == sorted(item.ref for item in items)
    undone = [undo(item, author="ole", at=NOON + timedelta(hours=1)) for item in made]
    assert decided(found, [*made, *undone], GERMAN) == decided(found, [], GERMAN)
