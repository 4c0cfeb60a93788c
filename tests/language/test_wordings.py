"""Tables of verbs, nouns and adjectives with the places of a record's parts, and the ties of deals."""

from pathlib import Path

import pytest

from lagebild.errors import ResourceError
from lagebild.language.load import Language
from lagebild.language.ties import ties
from lagebild.language.wordings import Wordings, wordings

GERMAN = Language("de")
TABLES = ("breach_words", "threat_words", "deployment_words", "exchange_words")
HEADER = "lemma\tkind\twith\tviolates\tneeds\texample\tmisfire\n"


def of_the_user(folder: Path, row: str) -> Wordings:
    (folder / "breach_words.tsv").write_text(HEADER + row + "\n", "utf-8")
    return wordings(Language("de", folder), "breach_words")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_well_formed(name: str) -> None:
    table = wordings(GERMAN, name)
    assert table.verbs or table.nouns


def test_a_noun_is_found_whole_behind_a_hyphen_and_by_its_end() -> None:
    table = wordings(GERMAN, "breach_words")
    assert [row.lemma for row in table.of_noun("Vertragsbruch")] == ["Vertragsbruch"]
    assert [row.lemma for row in table.of_noun("EU-Verstoß")] == ["Verstoß"]
    assert [row.lemma for row in table.of_noun("Grundrechtsverletzung")] == ["-rechtsverletzung"]
    assert table.of_noun("Brot") == ()


def test_a_row_of_the_user_wins_over_ours(tmp_path: Path) -> None:
    table = of_the_user(tmp_path, "verstoßen\tverb\t\tdat")
    assert [row.parts["violates"] for row in table.verbs["verstoßen"]] == [("dat",)]


def test_rows_with_further_words_are_tried_first(tmp_path: Path) -> None:
    table = of_the_user(tmp_path, "brechen\tverb\tsein Wort\takk")
    assert [row.fixed for row in table.verbs["brechen"]] == [(("sein", "Wort"),), ()]


@pytest.mark.parametrize(
    ("row", "message"), [("brechen\tadverb\t\takk", "'adverb'"), ("brechen\tverb\t\tdort", "'dort' is no place")]
)
def test_a_row_that_is_not_well_formed_is_named(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(ResourceError, match=message):
        of_the_user(tmp_path, row)


def test_the_longest_tie_is_tried_first() -> None:
    sizes = [len(tie.words) for tie in ties(GERMAN)["im"]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_tie_of_an_unknown_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "exchange_ties.tsv").write_text("words\tform\texample\tmisfire\nzum dank\tgift\n", "utf-8")
    with pytest.raises(ResourceError, match="'gift'"):
        ties(Language("de", tmp_path))
