"""Web page: the article with title, author, publisher, day, language and address, each with how it was found."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lagebild.errors import InputError
from lagebild.language.detect import UNKNOWN, detect
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.blocks import html_tree
from lagebild.reading.formats.consent import asks_for_consent
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import LAST_CHANGE, TOLD_OUTSIDE, Known, in_future
from lagebild.reading.formats.linked_data import story_of
from lagebild.reading.formats.markup_text import markup_text, told_charset
from lagebild.reading.formats.page_dates import Dated, published
from lagebild.reading.formats.page_facts import (
    Page,
    address_of,
    author_of,
    language_of_page,
    metas_of,
    page_address,
    publisher_of,
    title_of,
)
from lagebild.reading.formats.page_text import Body, body_of, wording
from lagebild.reading.formats.paragraphs import text_of
from lagebild.reading.raw import Raw

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_MARKUP = re.compile(rb"<(?:head|body|meta|title|article|div|p|h1)\b[^>]{0,500}>", re.I)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]{4,1900})"
)
_SAVED_HEAD = 4_000
_LARGEST = 20_000_000
_SHORTEST = 40
"""Signs of the shortest text that is taken for a report."""
_CONSENT = (
    "looks like a page that asks for consent to cookies, not the report; open it in a browser, agree, and save it then"
)
_SCRIPTS = "shows no text without its scripts; open it in a browser and save its text from there"
_NOTE = 300
"""Signs of a note that scripts are needed."""
_SURE = 0.8
"""Share of a language's little words from which on the text is believed rather than what the page says."""


def is_page(head: bytes) -> bool:
    """Whether bytes begin like a web page."""
    return _PAGE.match(head) is not None


def has_markup(head: bytes) -> bool:
    """Whether bytes look like a piece of one."""
    return head.lstrip()[:1] == b"<" and _MARKUP.search(head) is not None


def read_page(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document. Raises InputError where there is no report on the page, saying what it looks like instead."""
    data = raw.content()
    if len(data) > _LARGEST:
        raise InputError(f"is a web page of more than {_LARGEST:,} bytes, which no report is")
    markup = markup_text(data, told_charset(raw.media))
    tree = html_tree(markup)
    if tree is None:
        raise InputError("is empty")
    metas = metas_of(tree)
    found_at = raw.url or _saved_from(markup)
    url = found_at or page_address(tree, metas)
    page = Page(tree, metas, story_of(tree, url=url), url)
    title = title_of(page)
    author = author_of(page)
    body = body_of(
        tree, title=title.value if title else None, author=author.value if author else None, story=page.story
    )
    text = text_of(body.paragraphs)
    _refuse_no_report(text, body, tree, headline=title.value if title else "", described=page.story is not None)
    today = raw.fetched.date() if raw.fetched else asked.today
    dated = published(page, today=today)
    yield _document(
        raw,
        page,
        found_at=found_at,
        text=text,
        body=body,
        title=title,
        author=author,
        day=_day(dated, raw.day, today=today),
    )


def _document(
    raw: Raw,
    page: Page,
    *,
    found_at: str | None,
    text: str,
    body: Body,
    title: Known | None,
    author: Known | None,
    day: tuple[date | None, str],
) -> Document:
    facts = {
        "title": title,
        "author": author,
        "publisher": publisher_of(page),
        "url": address_of(page, found_at),
        "language": _language(page, text),
    }
    if facts["url"] is None and found_at and raw.url is None:
        facts["url"] = Known(found_at, "the browser that saved the page")
    known = [(name, fact.source) for name, fact in facts.items() if fact is not None]
    if day[1]:
        known.append(("date", day[1]))
    known.append(
        ("text", f"{body.source}, perhaps only its beginning: the rest is for subscribers" if body.cut else body.source)
    )
    values = {name: fact.value if fact else None for name, fact in facts.items()}
    return Document(
        id=raw.stem,
        text=text,
        language=values["language"] or UNKNOWN,
        title=values["title"],
        date=day[0],
        url=values["url"],
        publisher=values["publisher"],
        author=values["author"],
        origin=raw.origin,
        known_from=tuple(known),
    )


def _saved_from(markup: str) -> str | None:
    """The address that a browser wrote into a page when it saved it."""
    found = _SAVED.search(markup[:_SAVED_HEAD])
    return found[1] if found else None


def _day(dated: Dated, told: date | None, *, today: date) -> tuple[date | None, str]:
    """What stands around the page outranks the day of its last change, which is no day of publication."""
    if told is not None and not in_future(told, today) and (dated.day is None or LAST_CHANGE in dated.source):
        return told, "; ".join(part for part in (TOLD_OUTSIDE, dated.source) if part)
    return dated.day, dated.source


def _language(page: Page, text: str) -> Known | None:
    """What the page says, unless its words plainly say otherwise: many templates are called English for ever."""
    told = language_of_page(page)
    found = detect(text)
    if told is None or found.language in (UNKNOWN, told.value) or found.confidence < _SURE:
        return told
    return Known(found.language, f"its words, though {told.source} says {told.value}")


def _refuse_no_report(text: str, body: Body, tree: Any, *, headline: str, described: bool) -> None:
    """Raises InputError for a page that asks for consent, needs its scripts or holds no text.

    A page that is `described` as a report in its JSON-LD has to ask all the more.
    """
    if asks_for_consent(text.removeprefix(headline), described=described):
        raise InputError(_CONSENT)
    if len(text) < _NOTE and wording().scripts.search(text):
        raise InputError(_SCRIPTS)
    if len(text) - len(headline) >= _SHORTEST:
        return
    shown = " ".join(tree.text_content().split())[:20_000]
    if asks_for_consent(shown):
        raise InputError(_CONSENT)
    if body.cut or wording().paywall.search(shown):
        raise InputError("looks like a page that shows its report to subscribers only; save it after signing in")
    if wording().scripts.search(shown) or len(tree.findall(".//script")) > 2:
        raise InputError(_SCRIPTS)
    raise InputError("is a web page without a text that could be a report")
