"""Voices: whose words they are where the sentence names nobody, or only "darin" and "heißt es"."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # "Heißt es" goes on with who spoke right before; behind a sentence of the author's it names nobody, and
        # nor do the sentences that run on from it.
        ("Das Eis trage, sagte Holm. Der See sei klein, hieß es.", ["Holm", "Holm"]),
        ("Das Eis trage, sagte Holm. Es ist Abend. Der See sei klein, hieß es.", ["Holm", None]),
        ("Das Eis trage, sagte Holm. Es ist Abend. Der See sei klein, hieß es. Er sei tief.", ["Holm", None, None]),
        # "Darin" and "dort" take up the text told of last.
        ("Ein Brief des Hafenamts liegt vor. „Das Eis trägt“, heißt es darin.", ["Hafenamt"]),
        ("Tann kam. In einer Mitteilung des Hafenamts geht es um Eis. Darin heißt es, es trage.", ["Hafenamt"]),
        # Who says "er soll" passes on others' talk; a frame vouches for it.
        ("Die Lotsin Ute Wald sagte, der Mann, der gelogen haben soll, sei fort.", ["Ute Wald", None]),
        # Who wishes for something in a relative clause does not go on speaking.
        (
            "Laut Hafenamt gibt es Lotsen, die mehr Boote fordern. Den Angaben zufolge fehlt Geld.",
            ["Hafenamt", "Lotsen", "Hafenamt"],
        ),
        # What was found out is a source; "den Angaben" are who made them.
        ("Er habe gelogen, sagte Holm. Der Schuss fiel den Ermittlungen zufolge spät.", ["Holm", "Ermittlungen"]),
        ("Er habe gelogen, sagte Holm. Der Schuss fiel den Angaben zufolge spät.", ["Holm", "Holm"]),
    ],
)
def test_words_without_a_name_are_whose_they_are_told_to_be(text: str, speakers: list[str | None]) -> None:
    assert [said.speaker for said in found(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # What somebody tells of others in his quotation is theirs; the quotation and what runs on are his.
        (
            "„Es ist kalt“, sagte Holm. „Die Fischer betonen, dass das Eis bricht.“ Man müsse warten.",
            ["Holm", "Holm", "Fischer", "Holm"],
        ),
        # Two frames of one sentence: the first one's source goes on.
        (
            "Laut Hafenamt sei das Eis ersten Erkenntnissen zufolge dick. Es trage.",
            ["erste Erkenntnisse", "Hafenamt", "Hafenamt"],
        ),
    ],
)
def test_who_is_told_of_does_not_go_on(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in found(text)] == speakers


def test_what_the_next_sentence_ascribes_does_not_run_on_besides() -> None:
    text = "Die Polizei hielt ein Boot an. Der Kapitän habe geschlafen. Das berichtete ein Lotse."
    assert [(said.rule, content(text, said)) for said in found(text)] == [
        ("verb-pointing", "Der Kapitän habe geschlafen")
    ]
