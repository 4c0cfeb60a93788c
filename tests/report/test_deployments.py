"""Deployments on the page."""

from dataclasses import replace

from lagebild.model.deployment import Deployment
from lagebild.report.deployments import deployments
from lagebild.report.layout import plain
from tests.report.situation import FORCES, LABELS, PART, at, situation


def printed(*items: Deployment) -> str:
    return "\n".join(plain(line) for line in deployments(replace(situation(), deployments=items), LABELS, 80))


def test_forces_with_their_number_and_place_and_the_part_beneath_the_whole() -> None:
    assert printed(FORCES, PART) == (
        "Deployments\n"
        "  Schweden: rund 300 Soldaten · an den Sund [“verlegt”]\n"
        "  ↳ Dänemark: 40 Dänen (of rund 300 Soldaten)"
    )


def test_a_part_without_its_whole_above_tells_all() -> None:
    assert "  Dänemark: 40 Dänen (of rund 300 Soldaten) · an den Sund [“verlegt”]" in printed(PART)


def test_since_when_and_what_for_are_named() -> None:
    more = replace(FORCES, since=at("Am 3. Mai"), purpose=at("einer Sperre des Sunds"))
    assert "· since Am 3. Mai · purpose: einer Sperre des Sunds" in " ".join(printed(more).split())
