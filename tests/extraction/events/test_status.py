"""Whether an event is told as fact, on somebody's word, as possible or as not so."""

import pytest

import lagebild


def statuses(text: str, lexeme: str) -> list[str]:
    """The status of each event of that verb or noun."""
    events = lagebild.read(text, language="de").events
    return [event.status.value for event in events if event.lexeme.lstrip("-") == lexeme]


@pytest.mark.parametrize(
    ("text", "lexeme", "status"),
    [
        ("Peru griff Chile an.", "angreifen", "fact"),
        ("Peru habe Chile angegriffen, sagte der Minister Kubas.", "angreifen", "attributed"),
        ("Kanada warnte, Peru werde Chile angreifen.", "angreifen", "possible"),
        ("Peru will Chile angreifen.", "angreifen", "possible"),
        ("Peru griff Chile nicht an.", "angreifen", "denied"),
        ("Die Türkei drohte Chile mit einem Angriff.", "Angriff", "possible"),
        ("Kanada bestätigte, dass die Türkei chilenische Soldaten angegriffen hat.", "angreifen", "fact"),
        ("Kanada sagte Chile Hilfe zu.", "zusagen", "possible"),
        ("Die USA forderten vom Iran den Rückzug aus Chile.", "Rückzug", "possible"),
    ],
)
def test_the_status_follows_the_words_of_the_act_and_who_vouches_for_it(text: str, lexeme: str, status: str) -> None:
    assert status in statuses(text, lexeme)


def test_a_verbal_event_is_a_fact_though_its_content_is_not() -> None:
    assert statuses("Kanada forderte von Peru den Rückzug aus Chile.", "demand") == ["fact"]


def test_a_verbal_event_whose_cue_tells_what_may_be_is_possible() -> None:
    assert statuses("Kanada könnte von Peru den Rückzug aus Chile fordern.", "demand") == ["possible"]
