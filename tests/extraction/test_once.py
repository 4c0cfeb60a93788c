"""Once: what several stages share is made again exactly when its ground changes."""

from dataclasses import replace

import lagebild
from lagebild.extraction.once import Once
from lagebild.language.load import Language, language_of
from lagebild.model.findings import Findings

GERMAN = language_of("de")


def counted() -> tuple[Once[int], list[int]]:
    made: list[int] = []

    def make(findings: Findings, language: Language) -> int:
        made.append(len(made))
        return made[-1]

    return Once(make, by=lambda findings: (findings.document, findings.events)), made


def test_the_same_ground_gives_the_same_thing() -> None:
    once, made = counted()
    findings = lagebild.read("Peru griff Chile an.", language="de")
    assert once(findings, GERMAN) == once(findings, GERMAN)
    assert made == [0]


def test_what_is_not_asked_for_may_change() -> None:
    once, made = counted()
    findings = lagebild.read("Peru griff Chile an.", language="de")
    once(findings, GERMAN)
    once(replace(findings, quantities=()), GERMAN)
    assert made == [0]


def test_new_ground_makes_a_new_thing_even_where_it_is_equal() -> None:
    once, made = counted()
    findings = lagebild.read("Peru griff Chile an.", language="de")
    once(findings, GERMAN)
    once(replace(findings, document=replace(findings.document)), GERMAN)
    assert made == [0, 1]


def test_another_document_in_between_changes_nothing_of_the_answer() -> None:
    texts = ("Peru griff Chile an.", "Kanada drohte Kuba mit Sanktionen.")
    once = [lagebild.read(text, language="de") for text in texts]
    again = [lagebild.read(text, language="de") for text in texts]
    assert once == again
