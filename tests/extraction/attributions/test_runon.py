"""Sentences that go on with who spoke: as long as the mood says so, across paragraphs, no longer."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Eis trage, sagte Holm. Er sei froh. Man habe gemessen.", ["Er sei froh", "Man habe gemessen"]),
        ("Das Eis trage, sagte Holm.\n\nDer See sei klein.", ["Der See sei klein"]),
        ("Das Eis trage, sagte Holm. Es wäre auch dick. Er sei froh.", ["Es wäre auch dick", "Er sei froh"]),
        ("Das Eis trage, sagte Holm. Es wäre auch dick.", []),
        ("Das Eis trage, sagte Holm. Der See ist tief. Er sei kalt.", ["Er sei kalt"]),
        ("Das Eis trage, sagte Holm. Der See ist tief. Es wäre schön.", []),
        # A plural that stands in for Konjunktiv I goes on behind the author's sentence, but no condition and no wish.
        ("Das Eis trage, sagte Holm. Der See ist tief. Die Boote würden geholt.", ["Die Boote würden geholt"]),
        (
            "Das Eis trage, sagte Holm. Der See ist tief. Helfer hätten Boote geholt.",
            ["Helfer hätten Boote geholt"],
        ),
        ("Das Eis trage, sagte Holm. Der See ist tief. Die Boote hätten keinen Platz.", []),
        ("Das Eis trage, sagte Holm. Der See ist tief. Die Boote hätten sinken können.", []),
        ("Das Eis trage, sagte Holm. Der See ist tief. Die Boote könnten sinken, wenn es taut.", []),
        ("Das Eis trägt. Es wäre schön.", []),
        ("„Das Eis trägt. Der See ist tief“, sagte Holm.", ["Das Eis trägt"]),
        # "Könnten" and "hätten" stand in for a Konjunktiv I; "könnte" and "wäre" do so only where the report goes on.
        ("Holm warnte vor dem Eis. Die Fischer könnten einbrechen.", ["Die Fischer könnten einbrechen"]),
        ("Holm warnte vor dem Eis. Das könnte teuer werden.", []),
        ("Das Eis trage, sagte Holm. Auch die Brücke könnte halten.", []),
        ("„Das Eis trägt“, sagte Holm. Die Boote könnten sinken.", []),
        # Fixed words hold a Konjunktiv of nobody's.
        ("Das Eis trage, sagte Holm. Sage und schreibe vier Tage fror es.", []),
        ("Das Eis trage, sagte Holm. Wie lange, sei dahingestellt.", []),
        # What looks like the past tense.
        ("Holm fordert mehr Boote. Auch die Nachbarn sollten zahlen.", ["Auch die Nachbarn sollten zahlen"]),
        (
            "Das Eis trage, sagte Holm. Die Wirte zögerten noch. Man müsse warten.",
            ["Die Wirte zögerten noch", "Man müsse warten"],
        ),
        ("Das Eis trage, sagte Holm. Die Wirte zögerten noch. Es schneite.", []),
        # Past plans are no account, unless somebody asked for something right before.
        ("„Das Eis trägt“, sagte Holm. Die Boote sollten am Montag auslaufen.", []),
        (
            "Das Eis trage, sagte Holm. Die Spuren passten zum Boot, außerdem seien Zeugen da.",
            ["Die Spuren passten zum Boot, außerdem seien Zeugen da"],
        ),
        (
            "Das Eis trage, sagte Holm. Die Kinder dürften nicht allein hinaus.",
            ["Die Kinder dürften nicht allein hinaus"],
        ),
        ("Das Eis trage, sagte Holm. Die Kinder dürften jubeln.", []),
        # What he thinks or says within his account is an attribution of its own inside the run-on.
        ("Das Eis trage, sagte Holm. Er hoffe, dass es hält.", ["Er hoffe, dass es hält"]),
        ("Das Eis trage, sagte Holm. „Es hält“, habe er gehofft.", ["„Es hält“, habe er gehofft"]),
        (
            "Das Eis trage, sagte Holm. Im Winter seien Boote verboten, habe der Rat erklärt.",
            ["Im Winter seien Boote verboten, habe der Rat erklärt"],
        ),
        ("Das Eis trage, sagte Holm. Das Boot sei fort, erklärte Holm.", []),
        ("Das Eis trage, sagte Holm. Laut Holm sei das Boot fort.", []),
        # A clause before a colon and the quotation behind it are one account.
        ("Das Eis trage, sagte Holm. Das Ufer sei leer: „Es ist kalt.“", ["Das Ufer sei leer: „Es ist kalt"]),
        (
            "Das Eis trage, sagte Holm. Wie viele Dörfer habe auch Oslo kein Boot.",
            ["Wie viele Dörfer habe auch Oslo kein Boot"],
        ),
        # Only the clause in the Konjunktiv, where the author's own goes before it.
        ("Das Eis trage, sagte Holm. Der See ist tief, und er wolle warten.", ["er wolle warten"]),
        # Wishes, orders and remarks of the author's own.
        ("Das Eis trage, sagte Holm. Es lebe die Freiheit.", []),
        ("Das Eis trage, sagte Holm. Klicke hier für mehr Fotos.", []),
        ("Das Eis trage, sagte Holm. Hier sei daran erinnert, dass der See tief ist.", []),
        ("Das Eis trage, sagte Holm. Es schien, als werde es wärmer.", []),
    ],
)
def test_a_sentence_in_the_mood_of_reports_goes_on(text: str, expected: list[str]) -> None:
    going_on = [said for said in found(text) if said.rule.startswith("runon")]
    assert [content(text, said) for said in going_on] == expected
    assert {said.speaker for said in going_on} <= {"Holm"}
    assert all(said.cue == () and said.source is None for said in going_on)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Sätze hatten Wucht: „Der Hafen hat uns viel gegeben.“", "Der Hafen hat uns viel gegeben"),
        ("Ute Wald kam. Das Motto richtet sich an alle: „Ihr habt lange gewartet.“", "Ihr habt lange gewartet"),
        # What a report opens with ends where the author explains it.
        ("Nie habe es Boote gegeben: Ministerin Holm hat ihre Kritik erneuert.", "Nie habe es Boote gegeben"),
    ],
)
def test_a_colon_parts_the_authors_words_from_those_of_others(text: str, words: str) -> None:
    assert words in [content(text, said) for said in found(text) if said.rule.startswith("runon")]


def test_a_run_on_goes_on_with_the_last_who_spoke() -> None:
    said = found("Das Eis trage, sagte Holm. Es trage nicht, sagte Ute Wald. Man habe gemessen.")[-1]
    assert (said.rule, said.speaker) == ("runon-konjunktiv", "Ute Wald")


def test_who_is_cited_only_in_passing_does_not_go_on() -> None:
    said = found("Das Eis trage, meldet die „Hafenpost“ unter Berufung auf die Wasserwacht. Es sei dick.")[-1]
    assert (said.rule, said.speaker) == ("runon-konjunktiv", "Hafenpost")
