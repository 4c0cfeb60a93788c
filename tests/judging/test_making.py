"""Judgements are checked when they are made."""

from datetime import datetime

import pytest

from lagebild.errors import JudgementError
from lagebild.judging import accept, correct, note, reject
from tests.judging.values import NOON, findings


def test_the_same_judgement_has_the_same_key() -> None:
    once = accept(findings(), "event", "e1", author="ada", at=NOON)
    assert once == accept(findings(), "event", "e1", author="ada", at=NOON)
    assert once.key != reject(findings(), "event", "e1", author="ada", at=NOON).key


@pytest.mark.parametrize(
    ("kind", "record", "field", "value", "told"),
    [
        ("event", "e9", "type", "AID", "no event of this document has the key 'e9'"),
        ("timex", "3-4", "value", "2024", "no timex of this document has the span (start-end) '3-4'"),
        ("event", "e1", "colour", "red", "no field 'colour'"),
        ("event", "e1", "confidence", 1, "no field 'confidence'"),
        ("rumour", "e1", "type", "AID", "no records of the kind 'rumour'"),
        ("event", "e1", "type", "FLIRT", "is none of AGREE"),
        ("attribution", "a1", "act", "mumble", "is none of say"),
        ("attribution", "a1", "content", [[90, 900]], "does not lie in the text"),
        ("attribution", "a1", "content", [[9, 9]], "does not lie in the text"),
        ("attribution", "a1", "content", [[0, 9], [5, 12]], "overlap"),
        ("attribution", "a1", "content", [], "at least 1"),
        ("attribution", "a1", "source", "Ada", "is no span"),
        ("attribution", "a1", "source", [True, 4], "is no span"),
        ("attribution", "a1", "speaker", " ", "is no text"),
        ("attribution", "a1", "entity", "bell", "is the key of no entity"),
        ("attribution", "a1", "within", "a9", "is the key of no attribution"),
        ("attribution", "a1", "within", "a1", "nothing lies within itself"),
        ("quantity", "48-58", "low", "viele", "is no number"),
        ("quantity", "48-58", "low", float("nan"), "is no number"),
        ("timex", "38-47", "anchored", 1, "is neither true nor false"),
        ("event", "e1", "roles", [{"who": "Ada"}], "is no object with the fields name, span"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    kind: str, record: str, field: str, value: object, told: str
) -> None:
    with pytest.raises(JudgementError) as problem:
        correct(findings(), kind, record, field, value, author="ada", at=NOON)
    assert told in str(problem.value)


def test_a_judgement_has_an_author_a_zone_and_a_note_has_words() -> None:
    with pytest.raises(JudgementError, match="author"):
        accept(findings(), "event", "e1", author=" ", at=NOON)
    with pytest.raises(JudgementError, match="zone"):
        accept(findings(), "event", "e1", author="ada", at=datetime(2024, 12, 4))
    with pytest.raises(JudgementError, match="word"):
        note(findings(), "event", "e1", "", author="ada", at=NOON)
