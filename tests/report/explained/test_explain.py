"""Why a record is there."""

import pytest

from lagebild import read
from lagebild.language.load import Language
from lagebild.report.explained.absence import missing
from lagebild.report.explained.explain import Explanation, explain
from lagebild.report.explained.page import explained, listing
from lagebild.report.explained.records import at, records
from lagebild.report.explained.wire import wire
from lagebild.report.labels import labels
from lagebild.report.layout import plain, width_of

TEXT = (
    "Die Nato hat Russland am Montag vorgeworfen, gegen das Embargo zu verstoßen. "
    "Das sagte Generalsekretär Jens Kroll in Oslo. Er könne das belegen. Die Sonne schien."
)
GERMAN = Language("de")
FOUND = read(TEXT, date="2031-05-06", language="de")


def told(word: str, kind: str) -> Explanation:
    """The explanation of the record of that kind at the word."""
    record = next(record for record in at(FOUND, TEXT.index(word)) if record.kind == kind)
    return explain(record, FOUND, GERMAN, labels())


def test_a_statement_names_its_rule_its_row_and_its_clause() -> None:
    said = told("vorgeworfen", "attribution")
    assert said.rule_meaning
    assert said.entry is not None
    assert (said.entry.columns["lemma"], said.entry.columns["act"]) == ("vorwerfen", "accuse")
    assert said.entry.where.startswith("resources/de/cue_verbs.tsv:")
    assert said.entry.example
    assert said.clause is not None
    assert (said.clause.verb, said.clause.subject) == ("vorwerfen", "Die Nato")


def test_a_run_on_tells_where_its_speaker_comes_from() -> None:
    said = told("belegen", "attribution")
    assert said.people[0].name == "Jens Kroll"
    assert said.people[0].reason
    assert any("Jens Kroll" in step.words for step in said.people[0].steps)


def test_an_event_tells_its_sides_its_status_and_what_the_confidence_means() -> None:
    event = told("vorgeworfen", "event")
    assert [(found.part, found.code) for found in event.people] == [("actor", "NATO"), ("recipient", "RUS")]
    assert event.status_reason
    assert "docs/confidence.md" in (event.confidence_meaning or "")


def test_a_breach_names_the_row_of_its_verb() -> None:
    breach = told("verstoßen", "breach")
    assert breach.entry is not None
    assert breach.entry.columns["lemma"] == "verstoßen"
    assert breach.entry.where.startswith("resources/de/breach_words.tsv:")


def test_a_time_names_its_rule_with_an_example() -> None:
    when = told("Montag", "time")
    assert when.entry is not None
    assert when.entry.example


@pytest.mark.parametrize(
    ("word", "reason"),
    [("schien", "“scheinen”"), (" Die Sonne", "No word stands here"), (". Das sagte", "belongs to no clause")],
)
def test_where_nothing_is_told_the_reason_is(word: str, reason: str) -> None:
    offset = TEXT.index(word)
    assert any(reason in told for told in missing(at(FOUND, offset), offset, FOUND, GERMAN, labels()))


def test_nothing_is_missing_where_a_statement_stands() -> None:
    offset = TEXT.index("Embargo")
    assert missing(at(FOUND, offset), offset, FOUND, GERMAN, labels()) == []


@pytest.mark.parametrize("width", [60, 100, 160])
def test_every_record_of_a_text_can_be_explained_within_the_width(width: int) -> None:
    for record in records(FOUND):
        explanation = explain(record, FOUND, GERMAN, labels())
        lines = [plain(line) for line in explained(explanation, FOUND, labels(), width)]
        assert all(width_of(line) <= width for line in lines)
        assert wire(explanation, TEXT)["parts"]
    assert len(list(listing(list(records(FOUND)), FOUND, labels(), width))) >= 5
