"""What a document tells of sides is made once for the stages of events and records, and never shared with another."""

from dataclasses import replace

import lagebild
from lagebild.extraction.events.ground import ground_of
from lagebild.language.load import Language

GERMAN = Language("de")
TEXT = "Peru und Chile entsandten 50 Soldaten nach Bolivien."


def test_findings_that_differ_in_their_events_share_the_ground() -> None:
    findings = lagebild.read(TEXT, language="de")
    assert ground_of(replace(findings, events=()), GERMAN) is ground_of(findings, GERMAN)


def test_another_document_has_a_ground_of_its_own() -> None:
    first = ground_of(lagebild.read(TEXT, language="de"), GERMAN)
    assert ground_of(lagebild.read(TEXT, language="de"), GERMAN) is not first


def test_the_states_in_focus_are_those_that_the_document_names() -> None:
    ground = ground_of(lagebild.read(TEXT, language="de"), GERMAN)
    assert [code for _, code in ground.focus.named] == ["PER", "CHL", "BOL"]


def test_a_phrase_joined_to_an_earlier_one_knows_it() -> None:
    ground = ground_of(lagebild.read(TEXT, language="de"), GERMAN)
    assert ground.heads == {1: 0}
