"""Events told by participles between article and noun."""

import pytest

import lagebild
from lagebild.model.event import Party


def code_of(party: Party | None) -> str | None:
    return party.code if party is not None else None


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    events = lagebild.read(text, language="de").events
    return {(event.type.value, code_of(event.actor), code_of(event.recipient)) for event in events}


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
