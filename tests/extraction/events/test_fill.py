"""Sides that a report tells elsewhere than beside the trigger."""

import pytest

import lagebild
from tests.extraction.events.golden import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru griff Chile an. Der peruanische Angriffskrieg dauert an.", ("ASSAULT", "PER", "CHL")),
        ("Peru griff Chile an. Peru zog Truppen zusammen.", ("MOBILIZE", "PER", "CHL")),
        ("In Kuba demonstrierten Tausende Kubaner.", ("PROTEST", "CUB-CVL", "CUB")),
        ("Die Proteste gegen die kubanische Regierung dauern an.", ("PROTEST", "CUB-CVL", "CUB")),
        ("Die Freilassung kubanischer Oppositioneller kam spät.", ("CONCEDE", "CUB", "CUB-OPP")),
        ("Kanada warf Chile Spionage vor. Chile wies die Vorwürfe zurück.", ("REJECT", "CHL", "CAN")),
        ("Die USA forderten von Kuba die Freilassung der Geiseln.", ("CONCEDE", "CUB", "CUB-CVL")),
        ("Kanada drohte Chile mit Sanktionen.", ("SANCTION", "CAN", "CHL")),
        ("In Kuba kam es zu Ausschreitungen.", ("PROTEST", "CUB-CVL", "CUB")),
        ("Kuba tagt. Nach dem Putschversuch schwieg das Land.", ("ASSAULT", None, "CUB")),
        ("Die kubanische Opposition verlangt Neuwahlen.", ("REQUEST", "CUB-OPP", "CUB")),
        ("Bei der Demonstration in Lima nahm die peruanische Polizei einen Mann fest.", ("COERCE", "PER", "PER-CVL")),
        ("Der Regierung in Lima wird vorgeworfen, dass sie schweigt.", ("ACCUSE", None, "PER")),
    ],
)
def test_a_missing_side_is_taken_from_the_rest_of_the_report(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert expected in told(text)


def test_a_side_that_is_filled_in_has_no_words_of_its_own() -> None:
    events = lagebild.read("In Kuba demonstrierten Tausende Kubaner.", language="de").events
    assert [event.recipient.span if event.recipient else 0 for event in events] == [None]


def test_nobody_is_filled_in_where_the_recipient_stands_there_and_is_no_side() -> None:
    assert not any(
        kind == "ASSAULT" and actor == "CHL" for kind, actor, _ in told("Peru griff Chile an. Chile bekämpft den Lärm.")
    )


def test_police_work_in_a_report_that_is_not_political_is_no_event() -> None:
    assert told("Die Polizei nahm einen Dieb fest. Die Staatsanwaltschaft ermittelt gegen den Mann.") == set()
