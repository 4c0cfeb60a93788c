"""Events told by participles between article and noun."""

import pytest

from tests.extraction.events.golden import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die von Peru unterstützten kubanischen Rebellen schweigen.", ("SUPPORT", "PER", "CUB-OPP")),
        ("Die von Peru angegriffenen chilenischen Soldaten schweigen.", ("ASSAULT", "PER", "CHL")),
        ("Inhaftierte kubanische Oppositionelle schweigen.", ("COERCE", "CUB", "CUB-OPP")),
    ],
)
def test_the_agent_stands_before_the_participle_and_the_recipient_is_the_noun(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die von Peru unterstützten Vereine schweigen.",
        "Die angegriffenen Zähne schmerzen.",
        "Die neue Regierung schweigt.",
    ],
)
def test_a_noun_that_is_no_side_and_other_adjectives_tell_nothing(text: str) -> None:
    assert told(text) == set()
