"""A verb of saying passes on nobody's words where it tells of a plan, an aim, a custom or of nobody."""

import pytest

import lagebild


@pytest.mark.parametrize(
    "text",
    [
        "Holm will am Montag mehr Geld fordern.",
        "Tann ging, ohne den Namen zu nennen.",
        "Niemand weiß, wer das Boot fuhr.",
        "Man nennt ihn den Eisernen.",
        "Die Wärme geht von der Sonne aus.",
        "Der Chef hat seinen guten Ruf zu verteidigen.",
        "Bei der Probe ist mit Regen zu rechnen.",
        "Die Sieger können sich über ein Rad freuen.",
    ],
    ids=["a plan", "an aim", "nobody", "a custom", "a thing", "a duty", "to be expected", "what may be"],
)
def test_such_a_use_tells_nobodys_words(text: str) -> None:
    assert lagebild.read(text, language="de").attributions == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Holm musste einräumen, dass das Boot leck ist.", "confirm"),
        ("Der Sprecher wollte nicht bestätigen, dass das Boot leck ist.", "say"),
    ],
    ids=["conceded all the same", "declined"],
)
def test_what_was_done_all_the_same_is_told(text: str, act: str) -> None:
    acts = {said.act.value for said in lagebild.read(text, language="de").attributions}
    assert act in acts
