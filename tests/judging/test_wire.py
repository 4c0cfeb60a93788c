"""Judgements as lines of JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.judging import accept, correct, judgement_line, note, read_judgements, undo
from lagebild.judging.making import made
from lagebild.judging.sheet import json_text
from lagebild.judging.wire import BadLine
from lagebild.model.judgement import Judgement, Verdict
from tests.judging.values import NOON, at, findings

MADE = [
    accept(findings(), "event", "e1", author="ada", at=NOON),
    correct(findings(), "attribution", "a1", "source", None, author="ada", at=at(1)),
    note(findings(), "timex", "38-47", "Welcher Montag? \ud83d", author="Öle", at=at(2)),
]
MADE.append(undo(MADE[0], author="ole", at=at(3)))


def test_what_is_written_is_read_again() -> None:
    assert list(read_judgements(judgement_line(item) for item in MADE)) == MADE


def test_bad_lines_are_told_with_their_number_and_the_others_are_taken() -> None:
    lines = ["{", judgement_line(MADE[0]), "", "[]", '{"verdict": "love"}', "NaN", judgement_line(MADE[1])]
    read = list(read_judgements(lines))
    assert [item for item in read if isinstance(item, Judgement)] == MADE[:2]
    assert [item.number for item in read if isinstance(item, BadLine)] == [1, 4, 5, 6]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"author": "eve"}, "changed by hand"),
        ({"author": ""}, "'author' must be a text"),
        ({"record": None}, "'record' must be a text"),
        ({"verdict": "love"}, "is no verdict"),
        ({"at": "yesterday"}, "write the time like"),
        ({"at": "2024-12-04T12:00:00", "key": None}, "zone"),
        ({"verdict": "correct", "field": None}, "needs a 'field'"),
        ({"verdict": "note", "value": None}, "needs a 'value'"),
    ],
)
def test_a_line_that_is_wrong_says_what_is_wrong(change: dict[str, object], told: str) -> None:
    line = json.dumps(json.loads(judgement_line(MADE[0])) | change)
    (problem,) = read_judgements([line])
    assert isinstance(problem, BadLine)
    assert told in problem.reason


def test_a_line_without_a_key_gets_the_one_of_its_content() -> None:
    wire = json.loads(judgement_line(MADE[0]))
    del wire["key"]
    assert list(read_judgements([json.dumps(wire)])) == [MADE[0]]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(VALUES, VALUES, st.text(min_size=1, max_size=9))
def test_any_value_survives_the_journey(value: object, before: object, words: str) -> None:
    judgement = made(
        Verdict.CORRECT, document="d1", kind="event", record=words, field="type", value=json_text(value),
        before=None if before is None else json_text(before), author="ada", at=NOON,
    )  # fmt: skip
    assert list(read_judgements([judgement_line(judgement)])) == [judgement]


@given(st.text(max_size=40))
def test_no_line_stops_the_reading(line: str) -> None:
    list(read_judgements([line]))
