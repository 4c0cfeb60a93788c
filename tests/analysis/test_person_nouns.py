"""Nouns for persons have a feminine or are one; nouns for things, bodies and texts have none."""

import pytest

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.person_nouns import person_gender
from lagebild.language.load import Language

WORDS = lexicon(Language("de"))


@pytest.mark.parametrize("noun", ["Winzer", "Arzt", "Hausarzt", "Zeuge", "Bauer", "Koch", "Kunde", "Nobelpreisträger"])
def test_a_noun_with_a_feminine_is_a_man(noun: str) -> None:
    assert person_gender(WORDS, noun) == "m"


@pytest.mark.parametrize("noun", ["Wirtin", "Ärztin", "Zeugin", "Bäuerin", "Köchin", "Oberbürgermeisterin"])
def test_a_feminine_of_a_noun_is_a_woman(noun: str) -> None:
    assert person_gender(WORDS, noun) == "f"


@pytest.mark.parametrize(
    "noun", ["Termin", "Vitamin", "Computer", "Sender", "Bauernhof", "Medizin", "Fehler", "Film", ""]
)
def test_all_else_is_nobody(noun: str) -> None:
    assert person_gender(WORDS, noun) is None
