"""Names and how they go together: the examples of the tables, and what holds for any name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.identities.naming import block_of, name_of, plain, skeleton
from lagebild.comparison.identities.relation import related
from tests.comparison.identities.values import GERMAN

EXAMPLES = GERMAN.rules("same_names")["examples"]
PAIRS = [
    (kind, *pair)
    for kind in ("same", "spelling", "longer", "double", "initial", "genitive", "similar", "surname")
    for pair in EXAMPLES[kind]
]


@pytest.mark.parametrize(("kind", "one", "other"), PAIRS)
def test_names_of_the_examples_are_related_as_they_stand_there(kind: str, one: str, other: str) -> None:
    relation, back = related("person", one, other, GERMAN), related("person", other, one, GERMAN)
    assert relation is not None
    assert back is not None
    assert (relation.kind, back.kind) == (kind, kind)
    assert block_of("person", one, GERMAN) == block_of("person", other, GERMAN)


@pytest.mark.parametrize(("one", "other"), EXAMPLES["different"])
def test_names_of_two_people_are_not_related(one: str, other: str) -> None:
    assert related("person", one, other, GERMAN) is None
    assert related("person", other, one, GERMAN) is None


@pytest.mark.parametrize(("one", "other"), EXAMPLES["bodies_same"])
def test_names_of_one_body_are_related(one: str, other: str) -> None:
    assert related("organisation", one, other, GERMAN) is not None
    assert block_of("organisation", one, GERMAN) == block_of("organisation", other, GERMAN)


@pytest.mark.parametrize(("one", "other"), EXAMPLES["bodies_different"])
def test_names_of_two_bodies_are_not_related(one: str, other: str) -> None:
    assert related("organisation", one, other, GERMAN) is None


@pytest.mark.parametrize("row", GERMAN.table("spellings"), ids=lambda row: row["letters"])
def test_the_names_of_a_row_meet_in_one_skeleton(row: dict[str, str]) -> None:
    assert skeleton(plain(row["one"]), GERMAN) == skeleton(plain(row["other"]), GERMAN)


def test_a_name_that_a_headline_runs_into_the_caption_counts_once() -> None:
    assert name_of("Ada Kroll Ada Kroll", GERMAN) == name_of("Ada Kroll", GERMAN)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    for kind in ("person", "organisation"):
        block_of(kind, one, GERMAN)
        relation, back = related(kind, one, other, GERMAN), related(kind, other, one, GERMAN)
        assert (relation and relation.kind) == (back and back.kind)
