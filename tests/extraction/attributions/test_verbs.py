"""Reporting verbs: which words are the cue, which act it is, and when a verb does not report."""

import pytest

from lagebild.model import Act
from tests.extraction.attributions.golden import found, gap


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Holm sagte, das Eis trage.", "sagte"),
        ("Holm hat gesagt, das Eis trage.", "gesagt"),
        ("Holm teilte mit, dass das Eis trage.", "teilte mit"),
        ("Holm warf der Werft am Montag Betrug vor.", "warf … vor"),
        ("Holm schloss nicht aus, dass das Eis bricht.", "schloss nicht aus"),
        ("Holm glaubt nicht, dass das Eis hält.", "glaubt nicht"),
        ("Der Plan wurde von Holm kritisiert.", "kritisiert"),
        ("Holm brachte die Sorge zum Ausdruck, das Eis breche.", "brachte … zum Ausdruck"),
        ("Holm ist der Ansicht, dass das Eis hält.", "der Ansicht"),
        gap("Holm gab zu bedenken, dass das Eis bricht.", "gab zu bedenken", why="“zu bedenken” is a clause"),
    ],
)
def test_the_cue_is_the_verb_with_particle_and_fixed_words_but_no_auxiliary(text: str, cue: str) -> None:
    assert [" … ".join(span.of(text) for span in said.cue) for said in found(text)] == [cue]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Holm betonte, das Eis trage.", Act.SAY),
        ("Holm machte die Werft für den Brand verantwortlich.", Act.ACCUSE),
        ("Holm bemängelte den Plan.", Act.CRITICISE),
        ("Holm warnte, das Eis sei dünn.", Act.WARN),
        ("Holm verlangte neue Boote.", Act.DEMAND),
        ("Holm wies den Vorwurf zurück.", Act.DENY),
        ("Holm räumte Fehler ein.", Act.CONFIRM),
        ("Holm kündigte an, dass neue Boote kommen.", Act.ANNOUNCE),
        ("Holm droht, die Werft zu schließen.", Act.THREATEN),
        ("Holm begrüßte den Plan.", Act.PRAISE),
        ("Holm fragte: „Hält das Eis?“", Act.ASK),
        ("Holm fürchtet, dass das Eis bricht.", Act.THINK),
    ],
)
def test_the_verb_says_what_the_source_does(text: str, act: Act) -> None:
    assert [said.act for said in found(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Holm will sagen, dass das Eis trägt.",
        "Holm muss einräumen, dass das Eis bricht.",
        "Holm kann nicht sagen, ob das Eis hält.",
        "Das Boot ist auf Hilfe angewiesen.",
        "Das Eis droht zu brechen.",
        "Holm sagte das Fest ab.",
        "Holm telefonierte mit der Werft.",
        "Holm äußerte sich nicht.",
    ],
)
def test_plans_states_and_acts_without_content_are_no_attributions(text: str) -> None:
    assert found(text) == ()


def test_first_persons_inside_a_quotation_are_no_attributions_of_their_own() -> None:
    assert [said.rule for said in found("„Wir glauben, dass das Eis hält“, sagte Holm.")] == ["verb-before"]
