"""The page for the terminal."""

from collections.abc import Iterator

import pytest

from lagebild.model.situation import Scope
from lagebild.report.briefing import briefing_of, markdown_page, text_page
from lagebild.report.briefing.pages import Run, Section
from lagebild.report.layout import plain, width_of
from lagebild.situation import situation_of
from tests.situation.reports import REPORTS, held, situation


def _page(language: str = "de", width: int = 100) -> list[str]:
    return [plain(line) for line in text_page(briefing_of(situation(), language=language), width=width)]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert max(width_of(line) for line in _page(width=width)) <= width


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_has_its_sections_in_the_language_asked_for(language: str) -> None:
    page = "\n".join(_page(language))
    headings = {"de": ("Das Wichtigste", "Belege"), "en": ("What matters most", "Notes")}[language]
    assert all(heading in page for heading in headings)


def test_an_origin_is_explained_once() -> None:
    assert " ".join(" ".join(_page()).split()).count("Ein Ursprung ist") == 1


def test_every_number_in_brackets_has_its_note() -> None:
    content = briefing_of(situation())
    named = {
        number
        for section in content.sections
        for entry in section.entries
        for item in (entry, *entry.inner)
        for run in item.runs
        for number in run.notes
    }
    assert named <= {note.number for note in content.footnotes}
    assert [note.number for note in content.footnotes] == list(range(1, len(content.footnotes) + 1))


def test_a_quotation_of_the_page_stands_in_a_report() -> None:
    texts = " ".join(" ".join(held_text.split()) for held_text in _texts())
    content = briefing_of(situation(), most=None)
    quotes = [
        run.text[1:-1]
        for section in content.sections
        for entry in section.entries
        for item in (entry, *entry.inner)
        for run in item.runs
        if run.kind == "quote"
    ]
    assert quotes
    assert [quote for quote in quotes if not all(piece in texts for piece in quote.split(" … "))] == []


def test_the_first_note_behind_a_quotation_has_its_words() -> None:
    content = briefing_of(situation(), most=None)
    shown = {note.number: "".join(text for text, _ in note.pieces) for note in content.footnotes}
    quotes = [run for section in content.sections for run in _runs(section) if run.kind == "quote"]
    assert len(quotes) > 10
    for run in quotes:
        words = run.text[1:-1]
        assert run.notes, words
        assert all(" ".join(piece.split()) in " ".join(shown[run.notes[0]].split()) for piece in words.split(" … "))


def test_no_entry_has_a_note_of_its_quotations_twice() -> None:
    content = briefing_of(situation(), most=None)
    for section in content.sections:
        for entry in section.entries:
            given = [number for run in entry.runs for number in run.notes if run.kind == "quote"]
            assert not {number for run in entry.runs if run.kind == "faint" for number in run.notes} & set(given)


def _runs(section: Section) -> Iterator[Run]:
    for entry in section.entries:
        yield from (*entry.runs, *(run for inner in entry.inner for run in inner.runs))
    for table in section.tables:
        yield from (run for row in table.rows for cell in row for run in cell)


def test_nothing_found_is_said_with_what_to_do() -> None:
    content = briefing_of(situation_of([], scope=Scope("Grönland")))
    page = "\n".join(plain(line) for line in text_page(content, width=100))
    assert "Kein Bericht passt zu dieser Frage." in page
    assert "lagebild find" in page


def test_signs_that_could_write_over_the_screen_are_made_harmless() -> None:
    hostile = held("böse", "Kasachstan drohte Usbekistan \x1b[2J mit Krieg.", publisher="\x1b]0;x\x07Blatt")
    found = situation_of([hostile], scope=Scope("Kasachstan"))
    assert "\x1b" not in "".join(plain(line) for line in text_page(briefing_of(found), width=80))


def test_markdown_has_a_footnote_for_each_number_and_lets_nothing_through() -> None:
    hostile = held("böse", "Kasachstan drohte Usbekistan [klick](javascript:x) <b>mit</b> `Krieg`.", publisher="|*_")
    page = markdown_page(briefing_of(situation_of([hostile], scope=Scope("Kasachstan"))))
    assert "<b>" not in page
    assert "[klick](" not in page
    for number in {piece.split("]")[0] for piece in page.split("[^")[1:]}:
        assert f"\n[^{number}]: " in page


def _texts() -> list[str]:
    return [text for _, _, text in REPORTS.values()]
