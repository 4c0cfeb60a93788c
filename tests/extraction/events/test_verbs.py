"""Events told by the verbs of clauses."""

import pytest

from tests.extraction.events.golden import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru griff Chile an.", ("ASSAULT", "PER", "CHL")),
        ("Chile wurde von Peru angegriffen.", ("ASSAULT", "PER", "CHL")),
        ("Peru, das Chile angriff, schweigt.", ("ASSAULT", "PER", "CHL")),
        ("Kanada warf Peru vor, Chile anzugreifen.", ("ASSAULT", "PER", "CHL")),
        ("Peru griff Stellungen der chilenischen Armee an.", ("ASSAULT", "PER", "CHL")),
        ("Peru und Chile kooperieren im Norden.", ("COOPERATE", "PER", "CHL")),
        ("Kanada erkennt Kuba nicht an.", ("REJECT", "CAN", "CUB")),
        ("Die Pläne Perus stoßen bei Chile auf Widerstand.", ("REJECT", "CHL", "PER")),
        ("Peru erteilte Chile eine Absage.", ("REJECT", "PER", "CHL")),
        ("Peru eröffnete das Feuer auf chilenische Soldaten.", ("ASSAULT", "PER", "CHL")),
    ],
)
def test_who_does_what_to_whom_stands_in_the_places_of_the_row(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert expected in told(text)


def test_an_act_against_two_is_two_events() -> None:
    assert {("ASSAULT", "PER", "CHL"), ("ASSAULT", "PER", "CUB")} <= told("Peru griff Chile und Kuba an.")


@pytest.mark.parametrize(
    "text",
    [
        "Peru hält an dem Abkommen mit Chile fest.",
        "Peru und Chile sprechen von Erfolgen.",
        "Peru begegnet der Kritik Chiles mit Geduld.",
        "Der Bundestag billigte das Gesetz.",
        "Der Bäcker griff zum Mehl.",
    ],
)
def test_words_beside_the_verb_that_give_it_another_sense_tell_nothing(text: str) -> None:
    assert not {kind for kind, _, _ in told(text)} & {"COERCE", "CONSULT", "AGREE", "ASSAULT"}
