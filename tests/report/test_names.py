"""The section of names."""

from dataclasses import replace

from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.report.labels import labels
from lagebild.report.layout import plain
from lagebild.report.names import names


def listed(findings: Findings, *entities: Entity) -> str:
    found = replace(findings, entities=entities, mentions=())
    return "\n".join(plain(line) for line in names(found, labels(), 100, most=12))


def test_states_have_their_usual_name_and_the_word_that_the_report_used(findings: Findings) -> None:
    page = listed(
        findings,
        Entity("a", EntityKind.STATE, "Moskau", code="RUS", known="Russland"),
        Entity("b", EntityKind.STATE, "Belgier", code="BEL", known="Belgien"),
        Entity("c", EntityKind.ORGANISATION, "Sicherheitsrats", code="UN", known="UN-Sicherheitsrat"),
    )
    assert page == "Names\n  States         Russland (Moskau), Belgien\n  Organisations  UN-Sicherheitsrat"


def test_persons_keep_the_name_of_the_report_and_show_whose_they_are(findings: Findings) -> None:
    person = Entity("a", EntityKind.PERSON, "Ada Kroll", code="NATO", known="Ada Maria Kroll")
    assert listed(findings, person) == "Names\n  People  Ada Kroll NATO"


def test_long_lists_are_cut_and_the_rest_is_counted(findings: Findings) -> None:
    many = (Entity(str(number), EntityKind.PLACE, f"Ort{number}") for number in range(15))
    assert listed(findings, *many).endswith("Ort11 … 3 more")
