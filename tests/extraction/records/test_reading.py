"""The stages of records share one reading of a document, and never that of another."""

from dataclasses import replace

import lagebild
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.reading import stage_of
from lagebild.language.load import Language

GERMAN = Language("de")


def test_the_same_findings_are_read_once_and_others_anew() -> None:
    first = lagebild.read("Russland entsandte 50 Soldaten nach Syrien.", language="de")
    second = lagebild.read("Russland entsandte 50 Soldaten nach Syrien.", language="de")
    stage = stage_of(first, GERMAN)
    assert stage_of(first, GERMAN) is stage
    assert stage_of(second, GERMAN) is not stage


def test_what_follows_from_the_document_alone_outlasts_the_finding_of_events() -> None:
    told = lagebild.read("Russland griff Kiew an.", language="de")
    untold = replace(told, events=())
    stage = stage_of(told, GERMAN)
    before = Stage(untold, GERMAN)
    assert told.events
    assert stage.parties is before.parties
    trigger = told.events[0].trigger
    assert stage.told_at(trigger) == [told.events[0]]
    assert before.told_at(trigger) == []
