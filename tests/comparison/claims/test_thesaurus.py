"""The tables of words and phrases for one thing say what they mean to, each file by itself and all together."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from lagebild.analysis.lexicon import lexicon
from lagebild.comparison.claims.concepts import DEED, WEIGHTS, concepts_of, idioms_in, thesaurus
from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row, language_of
from lagebild.language.search import folded
from tests.comparison.claims.reports import GERMAN

KINDS = {"deed", "event", "people", "thing", "aspect", "trait"}
ROWS = {row["thing"]: row for row in thesaurus(GERMAN)}
PHRASES = GERMAN.table("idioms")
TABLES = sorted(
    item.name for item in files("lagebild").joinpath("resources", "de", "same_matter").iterdir()
    if item.name.endswith(".tsv")
)  # fmt: skip


def rows_of(table: str) -> list[Row]:
    """The rows of one of the tables."""
    return [row for row in GERMAN.table("same_matter") if f"same_matter/{table}:" in row.where]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_names_each_row_once(table: str) -> None:
    count = Counter(row["thing"] for row in rows_of(table))
    assert not [name for name, times in count.items() if times > 1]


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_each_word_once_and_more_than_none(table: str) -> None:
    assert not [row.where for row in rows_of(table) if not row["words"]]
    assert not [
        f"{row.where}: {word}" for row in rows_of(table)
        for word, times in Counter(row["words"].split()).items() if times > 1
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_kinds_and_bands_are_such_as_there_are(table: str) -> None:
    assert not [row.where for row in rows_of(table) if row["kind"] not in {*KINDS, ""} or row["usual"] not in WEIGHTS]
    assert not [name for name, row in ROWS.items() if not row["kind"]]


@pytest.mark.parametrize("table", TABLES)
def test_names_of_rows_are_small_and_no_two_differ_in_nothing_but_a_hyphen(table: str) -> None:
    assert not [row.where for row in rows_of(table) if row["thing"] != row["thing"].lower()]
    plain = Counter(name.replace("-", " ") for name in ROWS)
    assert not [row.where for row in rows_of(table) if plain[row["thing"].replace("-", " ")] > 1]


@pytest.mark.parametrize("table", TABLES)
def test_every_word_is_a_lemma_or_stands_for_its_row_as_it_is(table: str) -> None:
    """What is neither is never met in a text: "Papiere" is a form of "Papier"."""
    assert not [f"{row.where}: {word}" for row in rows_of(table) for word in row["words"].split()
                if not is_met(word, row["thing"])]  # fmt: skip


def is_met(word: str, thing: str) -> bool:
    """Whether a text can have the word, as the lexicon knows words."""
    if thing.upper() in {item.name for item in concepts_of(word, GERMAN)}:
        return True
    return any(item.lemma.casefold() == word.casefold() for item in lexicon(GERMAN).entry(word).possibilities)


def test_phrases_stand_for_rows_that_there_are() -> None:
    assert not [row.where for row in PHRASES if row["thing"] not in ROWS]


def test_a_phrase_has_at_least_two_words_and_stands_once() -> None:
    assert not [row.where for row in PHRASES if len(row["phrase"].split()) < 2]
    count = Counter((frozenset(map(folded, row["phrase"].split())), row["thing"]) for row in PHRASES)
    assert not [phrase for phrase, times in count.items() if times > 1]


def meanings_of(phrase: str) -> set[str]:
    """What the words of a phrase may mean together."""
    return {item.name for one in idioms_in(phrase.split(), GERMAN) for item in one.meanings}


def test_every_phrase_is_found() -> None:
    """What only usual words say together ("mehr werden") is none."""
    assert not [
        row.where for row in PHRASES
        if row["thing"].upper() not in meanings_of(row["phrase"])
    ]  # fmt: skip


def test_what_is_told_of_forces_and_of_what_is_stopped_has_its_rows() -> None:
    """The rows that the code asks for by name."""
    assert {"send", "soldiers", "deliver", "in return", "rise", "sink", "pay", "stop", "cut off"} <= ROWS.keys()
    assert DEED > 0


def test_rows_of_ones_own_join_those_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "same_matter").mkdir()
    (tmp_path / "same_matter" / "mine.tsv").write_text("thing\twords\nstrike\tKlüngelpause\n", "utf-8")
    (tmp_path / "idioms.tsv").write_text("phrase\tthing\nSchiene schweigen\tstrike\n", "utf-8")
    mine = language_of("de", tmp_path)
    assert "STRIKE" in {item.name for item in concepts_of("Klüngelpause", mine)}
    assert "STRIKE" in {item.name for item in concepts_of("Streik", mine)}
    (phrase,) = idioms_in(["die", "Schiene", "schweigt", "heute"], mine)
    assert [item.name for item in phrase.meanings] == ["STRIKE"]


def test_two_rows_of_one_name_are_of_one_kind(tmp_path: Path) -> None:
    (tmp_path / "same_matter.tsv").write_text("thing\tkind\tusual\twords\nstrike\tthing\t\tKlüngelpause\n", "utf-8")
    with pytest.raises(ResourceError, match=r"same_matter\.tsv:2: kind is 'thing', but 'deed' in .*\.tsv:"):
        thesaurus(Language("de", tmp_path))
