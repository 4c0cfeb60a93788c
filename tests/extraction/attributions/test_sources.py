"""Whose words they are: the phrase that names the source, and whom they are aimed at."""

import pytest

from tests.extraction.attributions.golden import found, gap


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Petra Holm, Ministerin für Fischerei, sagte, das Eis trage nicht.", "Petra Holm, Ministerin für Fischerei"),
        ("Der Chef der Werft in Oslo sagte, das Eis trage nicht.", "Der Chef der Werft in Oslo"),
        ("Die 52-jährige Petra Holm sagte, das Eis trage nicht.", "Die 52-jährige Petra Holm"),
        ("Die Lotsin, die am Montag kam, sagte, das Eis trage nicht.", "Die Lotsin"),
        ("Die Lotsin kam und sagte, das Eis trage nicht.", "Die Lotsin"),
        ("Die Lotsin, die gewarnt hatte, das Eis trage nicht, kam spät.", "Die Lotsin"),
        ("Der Plan wurde von der Opposition kritisiert.", "der Opposition"),
        ("Aus dem Bericht geht hervor, dass das Geld fehlt.", "dem Bericht"),
        ("In einem Brief wird gefordert, das Boot zu bauen.", "einem Brief"),
        ("Aus Regierungskreisen verlautete, das Geld fehle.", "Regierungskreisen"),
        ("Es wurde berichtet, das Boot sei leck.", None),
        ("Es heißt, das Boot sei leck.", None),
    ],
)
def test_the_source_is_the_whole_phrase_that_names_who_speaks(text: str, source: str | None) -> None:
    assert [said.source and said.source.of(text) for said in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Norland warf Sudonien Betrug vor.", "Sudonien"),
        ("Die Ministerin forderte die Werft auf, das Boot zu bauen.", "die Werft"),
        ("Die Ministerin appellierte an die Werft, das Boot zu bauen.", "die Werft"),
        ("Die Ministerin drohte der Werft mit einer Klage.", "der Werft"),
        ("Die Ministerin bat den Rat um Geduld.", "den Rat"),
        ("Die Ministerin sagte dem Rat, das Geld sei weg.", "dem Rat"),
        ("Die Ministerin sagte, der Rat habe das Geld.", None),
        ("Die Ministerin sagte am Montag, das Geld sei weg.", None),
        ("Petra Holm, Ministerin für Fischerei, sagte, das Geld sei weg.", None),
        ("Der Chef der Werft sagte, das Geld sei weg.", None),
        ("Karl Tann und Petra Holm sagten, das Geld sei weg.", None),
        ("Der Sprecher der Werft, Karl Tann, sagte der „Hafenpost“, das Geld sei weg.", "der „Hafenpost“"),
        ("Das Geld sei weg, sagte Petra Holm in ihrer Rolle als Leiterin der Behörde.", None),
        ("Das Geld sei weg, wie Holm im «Hafenblatt» (Samstag) schrieb.", None),
        ("Das Geld sei weg, sagte Reederin Ute Wald.", None),
        ("Holm sagte gegenüber der Zeitung, das Geld sei weg.", "der Zeitung"),
        ("Holm sagte vor Journalisten, das Geld sei weg.", "Journalisten"),
        ("Holm sagte vor Wochen, das Geld sei weg.", None),
        ("In einem Brief an den Rat verlangt Holm, das Boot zu bauen.", "den Rat"),
        ("Die Lotsen wurden von der Ministerin aufgefordert, an Land zu gehen.", "Die Lotsen"),
        ("Dann erklärte er ihr, das Geld sei weg.", "ihr"),
        ("Die Ministerin kritisierte die Regierung in Oslo.", "die Regierung in Oslo"),
        ("Die Ministerin kritisierte den Bau der Brücke.", None),
        ("Die Ministerin trat dem Eindruck entgegen, das Geld sei weg.", None),
        ("Der Sprecher sagte der Zeitung „Hafenpost“, das Geld sei weg.", "der Zeitung „Hafenpost“"),
        gap(
            "Die Ministerin beschuldigte die Werft des Betrugs.",
            "die Werft",
            why="the genitive that says of what is taken for the addressee's own",
        ),
    ],
)
def test_the_addressee_is_whom_the_verb_names(text: str, to: str | None) -> None:
    assert [said.to and said.to.of(text) for said in found(text)] == [to]
