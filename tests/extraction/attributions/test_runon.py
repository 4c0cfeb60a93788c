"""Sentences that go on with who spoke: as long as the mood says so, across paragraphs, no longer."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Eis trage, sagte Holm. Er sei froh. Man habe gemessen.", ["Er sei froh", "Man habe gemessen"]),
        ("Das Eis trage, sagte Holm.\n\nDer See sei klein.", ["Der See sei klein"]),
        ("Das Eis trage, sagte Holm. Es wäre auch dick.", ["Es wäre auch dick"]),
        ("Das Eis trage, sagte Holm. Der See ist tief. Er sei kalt.", ["Er sei kalt"]),
        ("Das Eis trage, sagte Holm. Der See ist tief. Es wäre schön.", []),
        ("Das Eis trägt. Es wäre schön.", []),
        ("„Das Eis trägt. Der See ist tief“, sagte Holm.", ["Das Eis trägt"]),
    ],
)
def test_a_sentence_in_the_mood_of_reports_goes_on(text: str, expected: list[str]) -> None:
    going_on = [said for said in found(text) if said.rule.startswith("runon")]
    assert [content(text, said) for said in going_on] == expected
    assert {said.speaker for said in going_on} <= {"Holm"}
    assert all(said.cue == () and said.source is None for said in going_on)


def test_a_run_on_goes_on_with_the_last_who_spoke() -> None:
    said = found("Das Eis trage, sagte Holm. Es trage nicht, sagte Ute Wald. Man habe gemessen.")[-1]
    assert (said.rule, said.speaker) == ("runon-konjunktiv", "Ute Wald")


def test_who_is_cited_only_in_passing_does_not_go_on() -> None:
    said = found("Das Eis trage, meldet die „Hafenpost“ unter Berufung auf die Wasserwacht. Es sei dick.")[-1]
    assert (said.rule, said.speaker) == ("runon-konjunktiv", "Hafenpost")
