"""Mails, newsletters and Markdown: the words, without what programs put around them."""

# ruff: noqa: E501 - what is read is written in one line

import datetime
from email.message import EmailMessage

import pytest

from lagebild.model.document import Document
from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw

LONG = "Die Hafenbehörde von Holmsand hat am Mittwoch die große Schleuse gesperrt, nachdem ein Tankschiff das Tor gerammt hatte."


def read(data: bytes, suffix: str = ".eml") -> list[Document | Failure]:
    return list(documents_of(Raw(origin="x", stem="x", data=data, suffix=suffix), today=datetime.date(2026, 1, 1)))


def mail(text: str, html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in {
        "Subject": "Schleuse geschlossen – für Tage",
        "From": "Jana Petersen <jp@deichbote.example>",
        "Date": "Wed, 04 Dec 2024 10:30:00 +0100",
        **headers,
    }.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def only(data: bytes, suffix: str = ".eml") -> Document:
    (item,) = read(data, suffix)
    assert isinstance(item, Document), item
    return item


def test_a_mail_is_read_with_subject_sender_and_day() -> None:
    found = only(mail(f"{LONG}\n\nMehr am Abend.\n"))
    assert found.text.split("\n\n") == ["Schleuse geschlossen – für Tage", LONG, "Mehr am Abend."]
    assert (found.title, found.author, found.publisher, found.date) == (
        "Schleuse geschlossen – für Tage", "Jana Petersen", None, datetime.date(2024, 12, 4),
    )  # fmt: skip
    assert dict(found.known_from) == {"title": "Subject", "author": "From", "date": "Date", "text": "text part"}


def test_lines_that_the_mail_program_broke_are_whole_and_quoted_mails_and_signatures_go() -> None:
    text = "Die Hafenbehörde von Holmsand hat am Mittwoch die große Schleu-\nse gesperrt, wie die Polizei dem Deichboten gegenüber am Abend\nmitteilte.\nKurze Zeile.\n\n> Was ist los?\n\n-- \nJana Petersen\nTelefon 1"
    assert only(mail(text)).text.split("\n\n")[1:] == [
        "Die Hafenbehörde von Holmsand hat am Mittwoch die große Schleuse gesperrt, wie die Polizei dem Deichboten gegenüber am Abend mitteilte.",
        "Kurze Zeile.",
    ]


def test_a_newsletter_is_its_html_part_without_its_notes_and_its_sender_publishes_it() -> None:
    html = (
        '<html><body><div style="display:none">Vorschau</div><table><tr><td><a href="x">Im Browser ansehen</a></td></tr><tr><td>'
        f"<h2>Schleuse zu</h2><p>{LONG}</p><p>{LONG.replace('Mittwoch', 'Donnerstag')}</p></td></tr>"
        "<tr><td>Newsletter abbestellen | Impressum</td></tr></table></body></html>"
    )
    found = only(
        mail(
            "Ihr Programm zeigt kein HTML.",
            html,
            From="Deichbote am Morgen <news@d.example>",
            List_Unsubscribe="<mailto:x@d.example>",
        )
    )
    assert found.text.split("\n\n")[1:] == ["Schleuse zu", LONG, LONG.replace("Mittwoch", "Donnerstag")]
    assert (found.publisher, found.author) == ("Deichbote am Morgen", None)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "unbekannt-1"])
def test_umlauts_are_right_in_any_charset(charset: str) -> None:
    body = LONG.encode("utf-8" if charset == "utf-8" else "cp1252")
    head = f"From: x@d.example\nSubject: =?utf-8?q?Schleu=C3=9Fe?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    found = only(head.encode() + body)
    assert found.text == f"Schleuße\n\n{LONG}"


def test_attachments_are_named_and_the_mail_is_read() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@d.example", "Anbei"
    message.set_content(LONG)
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Mitteilung.pdf")
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="Termin.ics")
    first, second = read(message.as_bytes())
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert "Mitteilung.pdf" in second.origin


def test_a_mail_without_a_name_is_told_by_its_header() -> None:
    data = mail(LONG, Message_ID="<1@d.example>", MIME_Version="1.0")
    assert only(data, "").title == "Schleuse geschlossen – für Tage"
    assert only(b"Von: uns\n\nText des Berichts.", "").text.startswith("Von: uns")


@pytest.mark.parametrize(("data", "reason"), [(b"Nur Text, keine Mail.", "no header"), (mail(" "), "without text")])
def test_what_is_no_mail_or_says_nothing_is_named(data: bytes, reason: str) -> None:
    (item,) = read(data)
    assert isinstance(item, Failure)
    assert reason in item.reason


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = f'---\ntitle: "Schleuse zu"\ndate: 2024-12-04\nauthor: Jana Petersen\n---\n# Schleuse *geschlossen*\n\n{LONG.replace(" am ", " am" + chr(10), 1)}\n\n- eins\n- [zwei](http://x.example)\n\n> „Es eilt.“\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<b>fett</b> und `Code`\n'
    found = only(text.encode(), ".md")
    assert found.text.split("\n\n") == [
        "Schleuse geschlossen",
        LONG,
        "eins",
        "zwei",
        "„Es eilt.“",
        "a | b",
        "1 | 2",
        "fett und Code",
    ]
    assert (found.title, found.author, found.date) == ("Schleuse zu", "Jana Petersen", datetime.date(2024, 12, 4))


def test_the_first_heading_of_markdown_is_its_title() -> None:
    assert only(f"# Schleuse zu\n\n{LONG}".encode(), ".md").title == "Schleuse zu"
