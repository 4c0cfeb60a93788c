"""Events told by nouns."""

import pytest

from tests.extraction.events.golden import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Angriff Perus auf Chile dauert an.", ("ASSAULT", "PER", "CHL")),
        ("Perus Angriff auf Chile dauert an.", ("ASSAULT", "PER", "CHL")),
        ("Der peruanische Angriff auf Chile dauert an.", ("ASSAULT", "PER", "CHL")),
        ("Die Annexion der Krim durch Russland blieb umstritten.", ("COERCE", "RUS", "UKR")),
        ("Das Treffen zwischen Peru und Chile endete.", ("CONSULT", "PER", "CHL")),
        ("Peru verübte einen Anschlag auf Chile.", ("ASSAULT", "PER", "CHL")),
        ("Der Anschlag auf Chile, den die Türkei verübt hat, war blutig.", ("ASSAULT", "TUR", "CHL")),
        ("Rückendeckung erhielt die Türkei von Chile.", ("SUPPORT", "CHL", "TUR")),
        ("Die Hausdurchsuchungen bei der kubanischen Opposition durch die kubanische Polizei dauern an.",
         ("COERCE", "CUB", "CUB-OPP")),
        ("Der Irak-Einmarsch der USA begann.", ("ASSAULT", "USA", "IRQ")),
    ],
)  # fmt: skip
def test_the_sides_of_a_noun_stand_before_behind_and_around_it(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Angriff des Vereins auf die Spitze stockte.",
        "Peru nahm das Werk in Angriff.",
        "Aus Protest trat Peru aus dem Verein aus.",
    ],
)
def test_nouns_beside_nobody_or_in_fixed_phrases_tell_nothing(text: str) -> None:
    assert not {kind for kind, _, _ in told(text)} & {"ASSAULT", "PROTEST"}


def test_what_is_done_to_one_side_after_another_acts_is_not_done_by_the_other() -> None:
    found = told("Nach der Ermordung des kubanischen Präsidenten reiste Chile ab.")
    assert ("ASSAULT", "CHL", "CUB") not in found
