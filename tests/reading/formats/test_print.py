"""PDF, Word and lines that a printer broke: the words in reading order, whole again, once."""

import dataclasses
import datetime
import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from lagebild.model.document import Document
from lagebild.reading.documents import documents_of, with_day
from lagebild.reading.failure import Failure
from lagebild.reading.formats.joined_lines import joined
from lagebild.reading.raw import Raw
from tests.reading.hostile import docx as packed
from tests.reading.hostile import word_of

TODAY = datetime.date(2026, 11, 27)


def read(data: bytes, suffix: str) -> Document | Failure:
    (item,) = documents_of(Raw(origin="x", stem="x", data=data, suffix=suffix), today=TODAY)
    return item


def document(data: bytes, suffix: str) -> Document:
    item = read(data, suffix)
    assert isinstance(item, Document), item
    return item


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("Die Bundes-", "regierung schweigt", "Die Bundesregierung schweigt"),
        ("Er lebt in Nordrhein-", "Westfalen", "Er lebt in Nordrhein-Westfalen"),
        ("die US-", "amerikanische Flotte", "die US-amerikanische Flotte"),
        ("Ein-", "und Ausfuhr", "Ein- und Ausfuhr"),
        ("das Covid-", "19-Gesetz", "das Covid-19-Gesetz"),
        ("die Be\u00ad", "hörde", "die Behörde"),
        ("die Be\ufffe", "hörde", "die Behörde"),
        ("Der Hafen –", "er ist zu –", "Der Hafen – er ist zu –"),
        ("Der Hafen -", "er ist zu", "Der Hafen - er ist zu"),
        ("Der Hafen", "ist zu.", "Der Hafen ist zu."),
        ("", "Anfang", "Anfang"),
        ("Ende", "", "Ende"),
    ],
)
def test_lines_are_joined_as_german_hyphens_have_it(line: str, following: str, whole: str) -> None:
    assert joined(line, following) == whole


LEFT = (
    "Die Hafenbehörde von Holmsand hat",
    "am Mittwoch die große Schleuse ge-",
    "sperrt. Verletzt wurde niemand.",
    "Die Ursache des Unfalls ist noch un-",
    "klar, sagte eine Sprecherin am Abend.",
    "Taucher sollen das Tor bald prüfen.",
    "Bis dahin bleibt der Kanal gesperrt.",
)
RIGHT = (
    "Die Grünen im Stadtrat verlangten am",
    "Abend eine Untersuchung. Ihr Sprecher",
    "warf der Behörde vor, Warnungen über-",
    "hört zu haben. Die Behörde wies das",
    "zurück. Der Rat will am Freitag über",
    "den Antrag der Grünen abstimmen. Eine",
    "Mehrheit gilt als sicher, hieß es.",
)


def print_file(draw: Any, **told: str) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    for name, value in told.items():
        getattr(page, f"set{name}")(value)
    draw(page)
    page.save()
    return out.getvalue()


def lines(page: Any, left: float, top: float, texts: tuple[str, ...], size: float = 10, step: float = 12) -> None:
    page.setFont("Helvetica", size)
    for at, text in enumerate(texts):
        page.drawString(left, top - at * step, text)


def test_a_printed_page_becomes_paragraphs_with_its_headline_as_title() -> None:
    def draw(page: Any) -> None:
        lines(page, 50, 780, ("Schleuse nach Unfall zu",), size=20)
        lines(page, 50, 740, LEFT[:3])
        lines(page, 50, 690, RIGHT)

    read = document(print_file(draw, Author="Jana Petersen", Title="untitled.indd"), ".pdf")
    assert read.title == "Schleuse nach Unfall zu"
    assert read.author == "Jana Petersen"
    first, second, third = read.text.split("\n\n")
    assert first == read.title
    assert (
        second == "Die Hafenbehörde von Holmsand hat am Mittwoch die große Schleuse gesperrt. Verletzt wurde niemand."
    )
    assert "Warnungen überhört zu haben." in third
    assert "the day on which the file was made" in dict(read.known_from).get(
        "date", "the day on which the file was made"
    )


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other_however_they_were_drawn(by_rows: bool) -> None:
    def draw(page: Any) -> None:
        lines(page, 50, 780, ("Schleuse nach Unfall zu",), size=20)
        if by_rows:
            for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                lines(page, 50, 740 - 12 * at, (left,))
                lines(page, 320, 740 - 12 * at, (right,))
        else:
            lines(page, 50, 740, LEFT)
            lines(page, 320, 740, RIGHT)

    text = " ".join(document(print_file(draw), ".pdf").text.split())
    assert "die große Schleuse gesperrt. Verletzt wurde niemand. Die Ursache des Unfalls ist noch unklar, sagte" in text
    assert "bleibt der Kanal gesperrt. Die Grünen im Stadtrat verlangten am Abend eine Untersuchung." in text
    assert "Warnungen überhört zu haben" in text


def test_running_heads_and_page_numbers_are_left_out_and_a_paragraph_goes_on_over_pages() -> None:
    names = ("Ada", "Jan", "Ute", "Ole", "Eva", "Kai")

    def draw(page: Any) -> None:
        for number, name in enumerate(names, 1):
            lines(page, 50, 810, ("Deichbote – Mittwoch, 4. Dezember 2024",))
            body = (
                f"Zeugin {name} sagte am Abend im Rat von Holmsand,",
                f"das Tor sei alt; aber Lotse {name}sen wider-",
            )
            lines(
                page,
                50,
                740,
                body if number % 2 else (f"sprach ihr, und {name} ging danach heim.", f"Auch {name} blieb stumm."),
            )
            lines(page, 50, 40, (f"Seite {number} von 6",))
            page.showPage()

    text = document(print_file(draw), ".pdf").text
    assert "Deichbote" not in text
    assert "Seite" not in text
    assert "Lotse Adasen widersprach ihr, und Jan ging danach heim." in text


def test_a_table_is_read_row_by_row() -> None:
    def draw(page: Any) -> None:
        for at in range(8):
            lines(page, 50, 740 - 12 * at, (f"Hafen {at}",))
            lines(page, 300, 740 - 12 * at, (f"{at * 100} Schiffe",))

    assert "Hafen 3 300 Schiffe" in document(print_file(draw), ".pdf").text.replace("\n\n", " ")


def test_a_word_file_is_read_as_it_stands_after_the_changes() -> None:
    file = docx.Document()
    file.core_properties.title, file.core_properties.author = "Schleuse zu", "Jana Petersen"
    file.core_properties.created = datetime.datetime(2024, 12, 4)
    file.add_heading("Schleuse zu", 0)
    paragraph = file.add_paragraph("Die Behörde hat ")
    space = nsdecls("w")
    paragraph._p.append(
        parse_xml(f'<w:del {space} w:id="1" w:author="x"><w:r><w:delText>nie </w:delText></w:r></w:del>')
    )
    paragraph._p.append(parse_xml(f'<w:ins {space} w:id="2" w:author="x"><w:r><w:t>die Schleuse</w:t></w:r></w:ins>'))
    paragraph.add_run(" ge\u00adsperrt.")
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Hafen", "Schiffe", "Holmsand", "40"), strict=True
    ):
        cell.text = text
    file.add_paragraph("Ende.")
    out = io.BytesIO()
    file.save(out)
    read = document(out.getvalue(), ".docx")
    assert read.text.split("\n\n") == [
        "Schleuse zu",
        "Die Behörde hat die Schleuse gesperrt.",
        "Hafen | Schiffe",
        "Holmsand | 40",
        "Ende.",
    ]
    assert (read.title, read.author, read.date) == ("Schleuse zu", "Jana Petersen", datetime.date(2024, 12, 4))


def test_a_word_file_of_another_program_without_properties_is_read() -> None:
    assert (
        document(word_of("Die Schleuse ist zu.", "Der Lotse schweigt."), ".txt").text
        == "Die Schleuse ist zu.\n\nDer Lotse schweigt."
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx"),
        (rb"{\rtf1\ansi Text}", "rich text"),
        (packed(b"<x/>"), "Word file"),
        (b"PK\x05\x06" + bytes(18), "archive"),
    ],
)
def test_what_other_programs_save_is_named_with_what_to_do(data: bytes, reason: str) -> None:
    item = read(data, ".doc")
    assert isinstance(item, Failure)
    assert reason in item.reason


def test_a_day_that_the_reader_gives_outranks_only_that_of_a_file() -> None:
    def draw(page: Any) -> None:
        lines(page, 50, 740, LEFT)

    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    draw(page)
    page.save()
    made = documents_of(Raw(origin="x", stem="x", data=out.getvalue(), suffix=".pdf"))
    (file,) = made
    assert isinstance(file, Document)
    assert file.date is not None
    given = datetime.date(2024, 12, 4)
    assert with_day(file, given).date == given
    assert with_day(file, None) == file
    told = dataclasses.replace(file, date=datetime.date(2020, 1, 1), known_from=(("date", "JSON-LD datePublished"),))
    assert with_day(told, given) == told
    assert with_day(dataclasses.replace(file, date=None), given).date == given
