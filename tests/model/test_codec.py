"""The wire form."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from lagebild.model.codec import decode, encode
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from tests.any_findings import any_findings


@given(any_findings())
def test_what_was_encoded_comes_back_through_json_as_it_was(findings: Findings) -> None:
    assert decode(json.loads(json.dumps(encode(findings)))) == findings


def test_words_are_quoted_from_the_text_beside_every_span(findings: Findings) -> None:
    wire = encode(findings)
    text = wire["text"]
    for said in wire["attributions"]:
        assert said["words"]["content"] == [text[start:end] for start, end in said["content"]]
    for kind in ("timexes", "quantities", "places", "furniture"):
        assert [item["words"] for item in wire[kind]] == [text[slice(*item["span"])] for item in wire[kind]]


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(4, 2), Span(0, 10_000)])
def test_a_span_that_holds_no_words_of_the_text_is_refused(findings: Findings, span: Span) -> None:
    timex = replace(findings.timexes[0], span=span)
    with pytest.raises(ValueError, match="outside the text"):
        encode(replace(findings, timexes=(timex,)))


def test_a_mention_of_nobody_is_refused(findings: Findings) -> None:
    with pytest.raises(ValueError, match="no entity"):
        encode(replace(findings, entities=()))


def test_the_date_is_a_day_and_unknown_is_null(findings: Findings) -> None:
    assert encode(findings)["date"] == "2031-01-07"
    undated = replace(findings, document=replace(findings.document, date=None))
    assert encode(undated)["date"] is None
    assert decode(encode(findings)).document.date == date(2031, 1, 7)


def test_where_a_document_was_read_from_stays_off_the_wire(findings: Findings) -> None:
    moved = replace(findings, document=replace(findings.document, origin="some/folder/hafen.txt"))
    assert encode(moved) == encode(findings)
