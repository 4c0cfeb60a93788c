"""The word table: a look-up finds the form as it is written, and nothing that only begins or ends like it."""

import zlib

import pytest

from lagebild.analysis.word_table import WordTable
from lagebild.model.analysis import Verb

BUNDLES = ["NN,0,,1,", "VVFIN,1,en,0,ind.pres.3.s", "NE,0,,f,;NN,1,,2,"]
GROUPS = {
    "Ab": "\n\t0\n",
    "Aben": "\nd\t0\nde\t2\n",
    "Geht": "\n\t0\n",
    "WM": "\n\t2\n",
    "aben": "\nd\t1\n",
    "geht": "\n\t1\n",
}
FORMS = {"Ab": 0, "Abend": 0, "Abende": 2, "abend": 1, "geht": 1, "Geht": 0, "WM": 2}


@pytest.fixture(scope="module")
def table() -> WordTable:
    text = "\n\n".join(("\n".join(BUNDLES), "\n".join(GROUPS), "\0".join(GROUPS.values())))
    return WordTable(zlib.compress(text.encode("utf-8")))


def test_each_form_is_found_with_its_readings(table: WordTable) -> None:
    tags = {form: [one.tag for one in table.find(form)] for form in FORMS}
    assert tags == {form: [part.split(",")[0] for part in BUNDLES[number].split(";")] for form, number in FORMS.items()}


def test_a_lemma_is_the_form_with_another_end(table: WordTable) -> None:
    assert [(one.lemma, one.verbs) for one in table.find("geht")] == [("gehen", (Verb("ind", "pres", "3", "s"),))]
    assert [one.lemma for one in table.find("Abende")] == ["Abende", "Abend"]


@pytest.mark.parametrize("other", ["A", "Aben", "Abenden", "ab", "wm", "GEHT", "eht", "Haus", ""])
def test_no_other_word_is_found(table: WordTable, other: str) -> None:
    assert table.find(other) == ()


def test_the_beginnings_of_all_forms_are_known_in_small_letters(table: WordTable) -> None:
    assert table.beginnings == {"ab", "aben", "geht", "wm"}
