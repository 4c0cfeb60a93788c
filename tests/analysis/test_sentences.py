"""Sentences: golden/sentences.txt shows where texts are cut; lines, headlines and furniture are cut too."""

from pathlib import Path

import pytest

from lagebild.analysis.furniture import furniture_in
from lagebild.analysis.quotations import quotations_in
from lagebild.analysis.sentences import LONGEST_SENTENCE, SentenceSpan, split_sentences
from lagebild.language.load import Language

GERMAN = Language("de")
LINES = (Path(__file__).parents[1] / "golden" / "sentences.txt").read_text("utf-8").splitlines()
SHOWN = [line for line in LINES if line and not line.startswith("#")]


def split(text: str) -> list[SentenceSpan]:
    return split_sentences(text, furniture_in(text, GERMAN), quotations_in(text, GERMAN), GERMAN)


def texts(text: str) -> list[str]:
    return [text[piece.span.start : piece.span.end] for piece in split(text)]


@pytest.mark.parametrize("shown", SHOWN)
def test_a_text_is_cut_where_its_line_shows(shown: str) -> None:
    text = shown.replace("|", " ").replace("¦", "")
    assert texts(text) == shown.replace("¦", "|").split("|")


def test_a_line_without_a_final_mark_is_a_headline() -> None:
    pieces = split("Hafen bleibt zu\n\nDer Rat tagt. Er schweigt.")
    assert [piece.headline for piece in pieces] == [True, False, False]


def test_paragraphs_are_counted_at_empty_lines() -> None:
    assert [piece.paragraph for piece in split("Eins.\n\nZwei. Drei.\n\nVier.")] == [0, 1, 1, 2]


def test_a_broken_line_inside_a_sentence_does_not_end_it() -> None:
    assert texts("Der Rat will\nam Montag tagen.") == ["Der Rat will\nam Montag tagen."]


def test_furniture_belongs_to_no_sentence() -> None:
    assert texts("Der Hafen bleibt zu. (dpa)") == ["Der Hafen bleibt zu."]


def test_a_text_without_any_mark_is_cut_all_the_same() -> None:
    pieces = split("wort " * LONGEST_SENTENCE)
    assert max(piece.span.end - piece.span.start for piece in pieces) <= LONGEST_SENTENCE


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert split(text) == []
