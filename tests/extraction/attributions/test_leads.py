"""Headline and lead: who is described there is called by the name that follows, and only he."""

import pytest

from tests.extraction.attributions.golden import found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Der Werftchef warnt vor Eis. „Es trägt nicht“, sagte Karl Tann.", ["Karl Tann", "Karl Tann"]),
        ("Der Werftchef warnt vor Eis. „Es trägt nicht“, sagte Petra Holm.", ["Werftchef", "Petra Holm"]),
        ("Ein Werftchef warnt vor Eis. „Es trägt nicht“, sagte Karl Tann.", ["Werftchef", "Karl Tann"]),
        ("Die Forscher warnen vor Eis. „Es trägt nicht“, sagte Karl Tann.", ["Forscher", "Karl Tann"]),
        ("Der Werftchef warnt vor Eis. „Es trägt nicht“, sagte Lotse Karl Tann.", ["Werftchef", "Karl Tann"]),
        (
            "Vater der Vermissten klagt: „Es ist leer“. Linas Vater, Karl Tann, bat um Hilfe.",
            ["Karl Tann", "Karl Tann"],
        ),
        ("Experte warnt vor Eis. „Es trägt nicht“, sagte Lotse Karl Tann.", ["Karl Tann", "Karl Tann"]),
        ("Einem Zeitungsbericht zufolge sank das Boot. Das meldet die „Hafenpost“.", ["Hafenpost", "Hafenpost"]),
    ],
)
def test_a_description_before_the_name_means_who_then_speaks(text: str, speakers: list[str]) -> None:
    assert [said.speaker for said in found(text)] == speakers


def test_the_reason_says_that_the_name_comes_later() -> None:
    first = found("Der Werftchef warnt vor Eis. „Es trägt nicht“, sagte Karl Tann.")[0]
    assert first.speaker_reason == "“Werftchef”: named later"
