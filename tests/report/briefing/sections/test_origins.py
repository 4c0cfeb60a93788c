"""Why somebody is a party is told in the reader's language."""

from dataclasses import replace

import pytest

from lagebild.comparison.origins.interest import Sides, interest_of
from lagebild.model.claim import Voice, VoiceKind
from lagebild.model.situation import Counts, Interest, Scope, Situation
from lagebild.report.briefing import briefing_of
from tests.report.briefing.drawing.pieces import TELLING

SPOKEN = replace(TELLING, voice=Voice(VoiceKind.SPEAKER, "Rutte", code="RUS"))


def _told(*reasons: str) -> list[str]:
    found = Situation(
        Scope(), None, None, Counts(1, 1, 1, 1, 0, 0), names=(("RUS", "Russland"),),
        interested=tuple(Interest("Rutte", reason, ()) for reason in reasons),
    )  # fmt: skip
    [section] = briefing_of(found).sections
    return ["".join(run.text for run in entry.runs) for entry in section.entries]


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (Sides(("RUS",), (), False, False), "die Seite, die handelt"),
        (Sides(("RUS",), (), True, False), "die Seite, die gegen die Regel verstoßen soll"),
        (Sides((), ("RUS",), False, True), "die Seite, die beschuldigt wird"),
        (Sides((), ("RUS",), False, False), "die Seite, der es gilt"),
    ],
)
def test_every_reason_that_there_is_has_words(sides: Sides, told: str) -> None:
    reason = interest_of("Rutte", [SPOKEN], sides)
    assert reason is not None
    assert _told(reason) == [f"Rutte – spricht für Russland, {told}"]


def test_another_reason_is_told_as_it_stands_and_a_party_only_once() -> None:
    assert _told("Rutte owns the harbour", "Rutte acts in the matter") == ["Rutte – Rutte owns the harbour"]


def test_a_party_that_is_the_side_itself_speaks_for_nobody_else() -> None:
    found = Situation(
        Scope(), None, None, Counts(1, 1, 1, 1, 0, 0), names=(("RUS", "Russland"),),
        interested=(Interest("Russland", "Russland speaks for RUS, which acts in the matter", ()),),
    )  # fmt: skip
    [section] = briefing_of(found).sections
    assert ["".join(run.text for run in entry.runs) for entry in section.entries] == [
        "Russland – selbst die Seite, die handelt"
    ]
