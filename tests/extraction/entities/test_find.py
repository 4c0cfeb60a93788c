"""Persons, states, organisations and media with every place where they are named."""

from collections.abc import Sequence

import pytest

import lagebild
from lagebild.extraction.entities.find import entity_key, find_entities
from lagebild.language.load import Language
from lagebild.model import Document, EntityKind, Findings


def entities(text: str, date: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(e.kind.value, e.name, e.code) for e in lagebild.read(text, date=date, language="de").entities]


def mentions(text: str, name: str) -> list[tuple[str, str, str]]:
    found = lagebild.read(text, language="de")
    keys = {entity.key for entity in found.entities if entity.name == name}
    return [(m.span.of(text), m.form, m.reason) for m in found.mentions if m.entity in keys]


def test_a_person_is_one_entity_by_full_name_and_surname() -> None:
    assert mentions("Ministerin Petra Holm kam. Holm ging, und Holms Sprecher blieb.", "Petra Holm") == [
        ("Petra Holm", "name", "the full name"),
        ("Holm", "surname", "the surname of Petra Holm"),
        ("Holms", "surname", "the surname of Petra Holm"),
    ]


def test_a_person_has_the_office_gender_and_state_that_the_report_tells() -> None:
    found = lagebild.read("Der norwegische Präsident Jonas Brandt traf Ministerin Petra Holm.", language="de").entities
    told = [(person.name, person.office, person.gender, person.code) for person in found]
    assert told == [("Jonas Brandt", "Präsident", "m", "NOR"), ("Petra Holm", "Ministerin", "f", None)]


@pytest.mark.parametrize("words", ["Die Entlassung Holms", "Der Zorn Holms", "Nach der Festnahme Holms"])
def test_what_happened_to_somebody_is_no_office_of_his(words: str) -> None:
    found = lagebild.read(f"Das Amt nahm Jonas Holm fest. {words} war das Thema.", language="de").entities
    assert [(person.name, person.office, person.gender) for person in found] == [("Jonas Holm", None, "m")]


def test_a_paper_whose_name_ends_as_that_of_another_is_one_paper() -> None:
    found = lagebild.read("Das berichtet die New York Times. Die Times schweigt.", language="de").entities
    assert [entity.name for entity in found if entity.kind == "medium"] == ["New York Times", "Times"]
    alone = lagebild.read("Das berichtet die New York Times.", language="de").entities
    assert [entity.name for entity in alone if entity.kind == "medium"] == ["New York Times"]


def test_a_state_is_one_entity_by_name_capital_government_and_people() -> None:
    text = "Moskau schweigt. Der Kreml auch, sagen die Russen. Die Russische Föderation ist groß."
    assert mentions(text, "Moskau") == [
        ("Moskau", "capital", "capital of Russland"),
        ("Kreml", "government", "government of Russland"),
        ("Russen", "demonym", "demonym of Russland"),
        ("Russische Föderation", "name", "a name in the table"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Vereinten Nationen tagen.", [("organisation", "Vereinten Nationen", "UN")]),
        ("Die Uno und die UN tagen.", [("organisation", "Uno", "UN")]),
        ("Die Nato tagt mit der EU.", [("organisation", "Nato", "NATO"), ("organisation", "EU", "EU")]),
        ("Die OSZE und die IAEA tagen.", [("organisation", "OSZE", "OSCE"), ("organisation", "IAEA", "IAEA")]),
        ("Die Türkei und Washington reden.", [("state", "Türkei", "TUR"), ("state", "Washington", "USA")]),
        ("Der „Spiegel“ berichtet.", [("medium", "Spiegel", None)]),
        ("Der Hafen liegt am Fluss.", []),
    ],
)
def test_bodies_have_their_kind_and_code(text: str, expected: Sequence[tuple[str, str, str | None]]) -> None:
    assert entities(text) == list(expected)


def test_entities_come_in_the_order_of_their_first_mention() -> None:
    found = [name for _, name, _ in entities("Die Nato rief Petra Holm. Petra Holm rief die Türkei.")]
    assert found == ["Nato", "Petra Holm", "Türkei"]


def test_the_same_name_has_the_same_key_in_every_document() -> None:
    one = lagebild.read("Die Nato tagt in Oslo.", language="de").entities[0]
    other = lagebild.read("Am Montag schwieg die Nato.", id="other", language="de").entities[0]
    assert one.key == other.key == entity_key(EntityKind.ORGANISATION, "Nato")
    assert entity_key(EntityKind.MEDIUM, "Nato") != one.key


def test_findings_without_an_analysis_stay_as_they_are() -> None:
    findings = Findings(Document("a", "Die Nato tagt.", "de"))
    assert find_entities(findings, Language("de")) is findings


def test_a_name_with_a_figure_is_nobody() -> None:
    found = lagebild.read("Der Superflieger A-380 landete. Der A-380 ist groß.", language="de")
    assert [entity.name for entity in found.entities] == []


def test_an_animal_is_no_armed_group() -> None:
    assert entities("Die Streifen eines Tigers sind einzigartig.") == []
