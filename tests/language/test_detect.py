"""Telling languages apart."""

import pytest

from lagebild.language.detect import UNKNOWN, detect

TEXTS = {
    "de": "Die Brücke ist nach dem Sturm für alle gesperrt, und der Hafen bleibt auch am Montag noch zu.",
    "en": "The bridge has been closed after the storm, and the harbour will stay shut on Monday as well.",
    "fr": "Le pont est fermé après la tempête, et le port restera fermé pour tous les bateaux dans la nuit.",
    "nl": "De brug is na de storm voor het verkeer gesloten en ook de haven blijft maandag nog dicht.",
    "ru": "Мост закрыт после шторма, и порт не откроется до понедельника, как сказал он на встрече.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert detect(TEXTS[code]).language == code


@pytest.mark.parametrize("text", ["", "12 345", "Husum", "🚢 🚢 🚢", "平壌"])
def test_what_holds_no_little_words_is_in_no_language(text: str) -> None:
    assert detect(text).language == UNKNOWN


def test_german_with_an_english_quotation_is_german() -> None:
    assert detect(TEXTS["de"] + " „This is the end of it“, sagte der Lotse.").language == "de"
