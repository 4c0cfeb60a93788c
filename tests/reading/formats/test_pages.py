"""Web pages as German news sites make them: the report, who wrote it and when, and nothing else."""

# ruff: noqa: E501 - what is read is written in one line

import datetime

import pytest

from lagebild.model.document import Document
from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw
from tests.reading.formats.news_pages import SITES, TEASER, Page

TODAY = datetime.date(2026, 11, 27)
PAGES = [make() for make in SITES]


def read(html: str | bytes, **more: object) -> Document | Failure:
    data = html.encode() if isinstance(html, str) else html
    (item,) = documents_of(Raw(origin="x", stem="x", data=data, suffix=".html", **more), today=TODAY)  # type: ignore[arg-type]
    return item


def document(html: str | bytes, **more: object) -> Document:
    item = read(html, **more)
    assert isinstance(item, Document), item
    return item


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_title_author_publisher_day_and_address_are_found(page: Page) -> None:
    found = document(page.html)
    known = dict(found.known_from)
    assert (found.title, found.author, found.publisher, found.date, found.url, found.language) == (
        page.title, page.author, page.publisher, page.day, page.url, "de",
    )  # fmt: skip
    assert page.day_from in known["date"]
    assert {"title", "language", "text"} <= set(known)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_text_is_the_report_once_and_nothing_of_the_page_around_it(page: Page) -> None:
    text = document(page.html).text
    assert text.startswith(page.title)
    assert [part for part in page.texts if text.count(part) != 1] == []
    assert [part for part in page.absent if part in text] == []


BODY = (
    "Die Hafenbehörde hat die Schleuse am Mittwoch gesperrt. „Wir hatten Glück“, sagte Hafenkapitänin Ada Kroll. Über "
    "die Ursache weiß man nichts Näheres – für die Lotsen ein Ärgernis."
)


def page(head: str = "", body: str = f"<h1>Schleuse zu</h1><p>{BODY}</p>", lang: str = "de") -> str:
    return f'<html lang="{lang}"><head>{head}</head><body><main><article>{body}</article></main></body></html>'


@pytest.mark.parametrize(
    ("encoding", "media", "meta"),
    [
        ("utf-8", None, ""),
        ("utf-8", "text/html; charset=iso-8859-1", '<meta charset="iso-8859-1">'),
        ("cp1252", "text/html; charset=ISO-8859-1", ""),
        ("cp1252", None, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("cp1252", "text/html; charset=utf-8", '<meta charset="utf-8">'),
        ("cp1252", "text/html; charset=hex", ""),
        ("utf-16", None, ""),
    ],
)
def test_umlauts_are_right_whatever_page_and_server_say(encoding: str, media: str | None, meta: str) -> None:
    assert BODY in document(page(meta).encode(encoding), media=media).text


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_umlauts_that_were_encoded_twice_are_mended(wrong: str) -> None:
    twice = "".join(bytes([code]).decode(wrong, "ignore") or chr(code) for code in page().encode()).encode()
    assert BODY in document(twice).text


def test_a_few_broken_bytes_do_not_cost_the_umlauts_of_the_rest() -> None:
    data = page(body=f"<h1>Schleuse zu</h1><p>{BODY * 3}</p><p>Gr&szlig;e aus K\u00f6ln. {BODY}</p>").encode()
    mixed = data.replace("Köln".encode(), "Köln".encode("cp1252"))
    text = document(mixed).text
    assert text.count(BODY) == 4
    assert "aus Köln" in text


def test_soft_hyphens_go_and_no_break_spaces_are_blanks() -> None:
    text = document(
        page(
            body=f"<h1>Schleuse&nbsp;zu</h1><p>Die Hafen&shy;be\u00adhörde zahlt zwei&nbsp;Millionen\u202fEuro. {BODY}</p>"
        )
    ).text
    assert text.startswith("Schleuse zu\n\nDie Hafenbehörde zahlt zwei Millionen Euro.")


def day_of(head: str = "", body: str = "", **more: object) -> tuple[datetime.date | None, str]:
    read = document(page(head, f"<h1>Schleuse zu</h1>{body}<p>{BODY}</p>"), **more)
    return read.date, dict(read.known_from).get("date", "")


DAY = datetime.date(2024, 12, 4)


@pytest.mark.parametrize(
    "words",
    [
        "4. Dezember 2024, 17:45 Uhr", "Mittwoch, 04.12.2024 10:30", "Stand: 04.12.2024 10:30 Uhr", "Holmsand, 4. Dez. 2024",
        "Aktualisiert: 5.12.2024, Erstellt: 4.12.2024",
    ],
)  # fmt: skip
def test_a_visible_date_near_the_headline_is_found_and_told_as_such(words: str) -> None:
    day, source = day_of(body=f'<p class="date">{words}</p>')
    assert day == DAY
    assert source.startswith("visible date")


def test_a_day_that_the_report_tells_of_is_not_its_own() -> None:
    told = f'<p>Am <time datetime="2019-03-01">1. März 2019</time> war die Schleuse schon einmal zu, wie <span class="date">3.3.2019</span> gemeldet. {BODY}</p>'
    assert day_of(body=told) == (None, "")


def test_the_day_of_a_change_is_the_last_resort_and_told_as_such() -> None:
    head = '<meta property="article:modified_time" content="2024-12-04T10:00:00+01:00">'
    assert day_of(head) == (DAY, "meta article:modified_time, the day of its last change")
    told = datetime.date(2024, 12, 3)
    day, source = day_of(head, day=told)
    assert day == told
    assert "told by where it came from" in source


def test_a_forged_day_is_refused_for_the_next_and_named() -> None:
    head = '<meta property="article:published_time" content="2099-01-01"><meta name="date" content="2024-12-04">'
    assert day_of(head) == (DAY, "meta date; meta article:published_time says 2099-01-01, which cannot be")
    day, source = day_of('<meta name="date" content="2099-01-01">')
    assert day is None
    assert "2099-01-01" in source


def test_what_a_feed_tells_stands_behind_what_the_page_says() -> None:
    read = document(
        page("<meta property='og:site_name' content='Deichbote'>"),
        title="Anders",
        publisher="Feed",
        day=DAY,
        url="https://d.example/x",
    )
    assert (read.title, read.publisher, read.date, read.url) == ("Schleuse zu", "Deichbote", DAY, "https://d.example/x")
    assert dict(read.known_from)["url"] == "the address that was read"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://d.example/schleuse", "https://d.example/schleuse"),
        ("/schleuse", "https://d.example/schleuse"),
        ("//www.d.example/schleuse", "https://www.d.example/schleuse"),
        ("https://d.example/", "https://d.example/a/b.html"),
        ("javascript:x", "https://d.example/a/b.html"),
        ("http://[::1", "https://d.example/a/b.html"),
    ],
)
def test_the_address_is_the_canonical_one_where_that_can_be(href: str, url: str) -> None:
    assert document(page(f'<link rel="canonical" href="{href}">'), url="https://d.example/a/b.html").url == url


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Von Jana Petersen", "Jana Petersen"),
        ("Von Jana Petersen und Ole Voss", "Jana Petersen, Ole Voss"),
        ("Eine Analyse von Jana Petersen, Holmsand", "Jana Petersen"),
        ("Jana Petersen, Korrespondentin", "Jana Petersen"),
        ("Von Jana Petersen, ARD-Studio Holmsand", "Jana Petersen"),
        ("https://facebook.example/jana", None),
        ("Interview: Jana Petersen", "Jana Petersen"),
    ],
)
def test_bylines_lose_what_stands_around_the_names(byline: str, author: str | None) -> None:
    assert document(page(body=f'<h1>Schleuse zu</h1><p class="byline">{byline}</p><p>{BODY}</p>')).author == author


def test_linked_data_of_odd_shapes_does_no_harm() -> None:
    odd = ('{"@type": ["NewsArticle"], "headline": ["Schleuse zu"], "author": [null, 3, {"name": ["Jana Petersen"]}], "datePublished": 5}', "[1, [2, {}]]", '{"@graph": {"@type": 7}}', '{"@type":"NewsArticle"', "")  # fmt: skip
    head = "".join(f'<script type="application/ld+json">{node}</script>' for node in odd)
    read = document(page(head))
    assert (read.title, read.author, read.date) == ("Schleuse zu", "Jana Petersen", None)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body></body></html>", "without a text"),
        (
            "<html><body><script>1</script><script>2</script><script>3</script><div id=app></div></body></html>",
            "without its scripts",
        ),
        (
            "<html><body><noscript>Bitte aktivieren Sie JavaScript.</noscript><p>Bitte aktivieren Sie JavaScript</p></body></html>",
            "without its scripts",
        ),
        ("<html><body><h1>Schleuse</h1><div>Jetzt weiterlesen mit Deichbote Plus</div></body></html>", "subscribers"),
    ],
)
def test_a_page_without_a_report_is_named_by_what_it_looks_like(html: str, reason: str) -> None:
    item = read(html)
    assert isinstance(item, Failure)
    assert reason in item.reason


def test_what_belongs_to_a_sentence_stays_in_it() -> None:
    body = (
        '<h1>Schleuse zu</h1><p><span class="initial">D</span>ie Lage am <time>4. Dezember</time> ist <em>ernst</em>, heißt es im '
        f"<button>Lagebericht</button>: <q>Es eilt.</q> <del>Nein.</del> {BODY}</p>"
    )
    assert (
        "Die Lage am 4. Dezember ist ernst, heißt es im Lagebericht: „Es eilt.“ Die Hafen"
        in document(page(body=body)).text
    )


def test_a_short_report_is_not_filled_up_with_teasers() -> None:
    short = "Ein Tankschiff hat in Holmsand ein Tor gerammt."
    around = '<ul class="teasers"><li><a href="/a">Warum der Leuchtturm rosa wird und was der Rat sagt</a></li></ul>'
    html = f'<html lang="de"><body><header><a href="/">Deichbote</a></header><h1>Schleuse zu</h1><div>{short}</div>{around}</body></html>'
    assert document(html).text == f"Schleuse zu\n\n{short}"


def test_the_text_alone_decides_where_a_template_claims_another_language() -> None:
    read = document(page(lang="en"))
    assert read.language == "de"
    assert "<html lang> says en" in dict(read.known_from)["language"]


@pytest.mark.parametrize("name", ["bericht.txt", "bericht.md", "bericht.php", "bericht"])
def test_a_page_is_told_by_its_first_bytes_under_any_name(name: str) -> None:
    suffix = f".{name.partition('.')[2]}" if "." in name else ""
    (item,) = documents_of(Raw(origin=name, stem="bericht", data=page().encode(), suffix=suffix))
    assert isinstance(item, Document)
    assert item.title == "Schleuse zu"


def test_a_forged_day_of_a_feed_is_refused_too() -> None:
    read = document(page(), day=datetime.date(2099, 1, 1))
    assert read.date is None
    assert "2099-01-01" in dict(read.known_from)["date"]


def test_a_byline_is_found_where_nothing_but_its_words_say_so() -> None:
    assert (
        document(page(body=f"<h1>Schleuse zu</h1><p>Von Jana Petersen, 4.12.2024</p><p>{BODY}</p>")).author
        == "Jana Petersen"
    )
    assert (
        document(
            page(body=f"<h1>Schleuse zu</h1><p>Von Holmsand nach Sandby fährt nichts mehr.</p><p>{BODY}</p>")
        ).author
        is None
    )


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0023)https://d.example/tor -->",
        "<!--\n Page saved with SingleFile \n url: https://d.example/tor \n saved date: x -->",
    ],
)
def test_the_address_from_which_a_browser_saved_a_page_is_kept(note: str) -> None:
    read = document(f"<!DOCTYPE html>{note}{page()}")
    assert read.url == "https://d.example/tor"
    assert "browser" in dict(read.known_from)["url"]


def test_a_page_that_a_browser_saved_as_one_file_is_read_as_a_page() -> None:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://d.example/tor\nSubject: x\nDate: Wed, 4 Dec 2024 10:30:00 -0000\nMIME-Version: 1.0\n"
    whole = f'{head}Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n{PAGES[0].html}\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n'
    (item,) = documents_of(Raw(origin="x", stem="x", data=whole.encode(), suffix=".mhtml"), today=TODAY)
    assert isinstance(item, Document)
    assert (item.title, item.author, item.date) == (PAGES[0].title, PAGES[0].author, PAGES[0].day)
    assert TEASER not in item.text


def test_a_report_on_cookies_is_no_page_that_asks_for_consent() -> None:
    told = (
        "Das Landgericht Holmsand hat Anbietern untersagt, Cookies ohne Zustimmung der Nutzer zu setzen. Die Einwilligung "
        "müsse freiwillig sein, sagte Richterin Ada Kroll. Auch ein Pur-Abo ohne Werbung sei kein Ausweg."
    )
    assert told in document(page(body=f"<h1>Urteil zu Cookies</h1><p>{told}</p>")).text


def test_a_sentence_that_holds_a_short_headline_stays() -> None:
    told = "Die Behörde hält die Schleuse zu. " + BODY
    text = document(page(body=f"<h1>Die Schleuse zu</h1><p>Noch bleibt die Schleuse zu.</p><p>{told}</p>")).text
    assert text.split("\n\n")[:2] == ["Die Schleuse zu", "Noch bleibt die Schleuse zu."]


@pytest.mark.parametrize(
    "line",
    [
        "Das Ticket kostet danach 58 Euro im Monat.",
        "Es ist monatlich kündbar.",
        "Weitere Themen waren die Rente und der Haushalt.",
    ],
)
def test_a_short_paragraph_of_the_report_is_no_offer_and_no_note(line: str) -> None:
    assert line in document(page(body=f"<h1>Tarif</h1><p>{BODY}</p><p>{line}</p><p>{BODY} Ende.</p>")).text
