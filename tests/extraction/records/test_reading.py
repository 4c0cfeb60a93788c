"""The stages of records share one reading of a document, and never that of another."""

import lagebild
from lagebild.extraction.records.reading import stage_of
from lagebild.language.load import Language

GERMAN = Language("de")


def test_the_same_findings_are_read_once_and_others_anew() -> None:
    first = lagebild.read("Russland entsandte 50 Soldaten nach Syrien.", language="de")
    second = lagebild.read("Russland entsandte 50 Soldaten nach Syrien.", language="de")
    stage = stage_of(first, GERMAN)
    assert stage_of(first, GERMAN) is stage
    assert stage_of(second, GERMAN) is not stage
