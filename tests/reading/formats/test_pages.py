"""Web pages as German news sites make them: the report, who wrote it and when, and nothing else."""

import datetime

import pytest

from lagebild.model.document import Document
from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw
from tests.reading.formats.news_pages import SITES, Page

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
