"""Feeds into their entries: RSS, Atom and RDF by feedparser, JSON Feed by itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from html import escape, unescape
from io import BytesIO
from typing import Any
from xml.parsers import expat

from lagebild.errors import InputError
from lagebild.reading.fetch.addresses import site_of

LARGEST = 4 * 1024 * 1024
"""Real feeds stay under 2 MB; feedparser takes 4 seconds for a megabyte of short entries."""
_LARGEST_BROKEN = 1024 * 1024
"""Of a feed that is no proper XML; feedparser then takes up to 10 seconds for a megabyte, if it is made to do harm."""
_DEEPEST = 200
"""Elements inside each other. Real feeds have ten, with web pages in them perhaps fifty."""
_HEAD = 4_096
_BEFORE_ROOT = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]*)")
_ATOM = (b"http://www.w3.org/2005/Atom", b"http://purl.org/atom/")
_RDF = (b"http://purl.org/rss/1.0/", b"http://my.netscape.com/rdf/", b"http://channel.netscape.com/rdf/")
_JSON_FEED = re.compile(rb'\A\s*\{.*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WHOLE = 150
"""Words from which on an entry's own text is taken for the whole report. Teasers of German outlets have 15 to 70; a
shorter whole report is found on the page that it links to just as well."""
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.)\s*[\])]?\s*\Z")
_SITE = 3
"""Letters from which on the name of a site tells anything."""
_PARTS = re.compile(r"\s*[|›»·]\s*|\s+[-–—:]+\s+")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: `address` is where it links to, `html` its own text; what is not told is None or ""."""

    number: int
    address: str | None
    title: str | None
    day: date | None
    publisher: str | None
    author: str | None
    language: str | None
    html: str

    @property
    def whole(self) -> bool:
        """Whether the text is long enough for a report and does not break off."""
        text = _text(self.html)
        return len(text.split()) >= _WHOLE and not _BROKEN_OFF.search(text)

    @property
    def page(self) -> bytes:
        """The entry as a small web page, in UTF-8."""
        head = "".join(
            (
                '<meta charset="utf-8">',
                f"<title>{escape(self.title)}</title>" if self.title else "",
                f'<meta name="author" content="{escape(self.author)}">' if self.author else "",
            )
        )
        lang = f' lang="{escape(self.language)}"' if self.language else ""
        page = (
            f"<!DOCTYPE html>\n<html{lang}><head>{head}</head><body><article>\n{self.html}\n</article></body></html>\n"
        )
        return page.encode("utf-8", "replace")


def is_feed(head: bytes) -> bool:
    """Whether the first bytes (4,096 are enough) begin a feed, whatever it is called."""
    head = _narrow(head[:_HEAD])
    if _JSON_FEED.match(head):
        return True
    root = _ROOT.match(head, _prolog(head))
    name = root[1].lower() if root else b""
    if name == b"rss":
        return True
    return (name == b"feed" and any(space in head for space in _ATOM)) or (
        name == b"rdf:rdf" and any(space in head for space in _RDF)
    )


def entries_of(data: bytes, *, address: str | None = None) -> Iterator[Entry]:
    """The entries of a feed that was found at the address, in its order. Raises InputError for what is no feed."""
    if len(data) > LARGEST:
        raise InputError(f"is a feed of more than {LARGEST / 1_048_576:.0f} MB, which is the most")
    if data.lstrip()[:1] == b"{":
        return _of_json(data)
    narrow = _narrow(data)
    # Before the root and nowhere else can entities be declared; an article may well write about them.
    if re.search(rb"<!ENTITY", narrow[: _prolog(narrow)], re.IGNORECASE):
        raise InputError("is a feed that declares entities, as attacks do and feeds need not; it is not read")
    if not _well_formed(data) and len(data) > _LARGEST_BROKEN:
        raise InputError("is a large feed that is no proper XML; tell its makers")
    return _of_xml(data, address)


def _well_formed(data: bytes) -> bool:
    """Whether the data are proper XML as far as is cheaply told. Raises InputError where they are nested too deeply."""
    depth = 0

    def down(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise InputError("is a feed whose elements are nested too deeply; it is not read")

    def up(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = down, up
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        # The last two stand for encodings that nobody knows.
        return False
    return True


def outlet(title: str | None, address: str | None) -> str | None:
    """Who publishes, by the title of a feed: of "Deichbote - Schlagzeilen" the part that the site's name is made of."""
    site = site_of(address or "").split(".")[-2:-1]
    if not title or not site or len(site[0]) < _SITE:
        return title
    parts = [part for part in _PARTS.split(title) if site[0] in _as_in_a_site(part)]
    return parts[0] if len(parts) == 1 else title


def _as_in_a_site(words: str) -> str:
    """The words as the name of a site writes them."""
    return re.sub(r"[^a-z0-9-]", "", words.casefold().translate(_LETTERS))


def _of_xml(data: bytes, address: str | None) -> Iterator[Entry]:
    # feedparser takes a tenth of a second to import, and most runs read no feed.
    import feedparser

    try:
        feed = feedparser.parse(BytesIO(data), response_headers={"content-location": address} if address else None)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as problem:
        # Its makers promise that it never raises; odd bytes have shown otherwise before.
        raise InputError("is a feed that cannot be understood") from problem
    if not feed.get("version") and not feed.entries:
        raise InputError("is no feed that can be understood")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, number, feed.feed)


def _entry(entry: Any, number: int, feed: Any) -> Entry:
    source = entry.get("source") or {}
    # Past feedparser's own `get`, which warns that it takes one date for the other.
    dates = (dict.get(entry, name) for name in ("published", "created", "updated"))
    body = max(_bodies(entry), key=len, default="")
    return Entry(
        number=number,
        address=_line(entry.get("link")),
        title=_plain(entry.get("title")),
        day=next(filter(None, map(_day, dates)), None),
        publisher=_plain(entry.get("publisher") or feed.get("publisher"))
        or outlet(_plain(source.get("title")), _line(source.get("href")))
        or outlet(_plain(feed.get("title")), _line(feed.get("link"))),
        author=_plain(entry.get("author")),
        language=_line(entry.get("language") or feed.get("language")),
        html=body,
    )


def _bodies(entry: Any) -> Iterator[str]:
    for content in (*(entry.get("content") or ()), entry.get("summary_detail") or {}):
        value = content.get("value")
        if isinstance(value, str) and value:
            yield _paragraphs(value) if content.get("type") == "text/plain" else value


def _of_json(data: bytes) -> Iterator[Entry]:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise InputError("is a JSON feed that breaks off or is nested too deeply") from problem
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise InputError("is a JSON feed without items")
    for number, item in enumerate(items, 1):
        told = {name: value for name, value in item.items() if isinstance(value, str)} if isinstance(item, dict) else {}
        text = told.get("content_text") or told.get("summary")
        yield Entry(
            number=number,
            address=_line(told.get("url") or told.get("external_url")),
            title=_plain(told.get("title")),
            day=_day(told.get("date_published")) or _day(told.get("date_modified")),
            publisher=outlet(_plain(feed.get("title")), _line(feed.get("home_page_url"))),
            author=_plain(next(_names(item if isinstance(item, dict) else {}), None)),
            language=_line(told.get("language") or feed.get("language")),
            html=told.get("content_html") or _paragraphs(text or ""),
        )


def _names(item: dict[str, Any]) -> Iterator[str]:
    authors = item.get("authors")
    for author in authors if isinstance(authors, list) else (item.get("author"),):
        if isinstance(author, dict) and isinstance(author.get("name"), str):
            yield author["name"]


def _narrow(data: bytes) -> bytes:
    """The bytes as if each character were one: enough to see the tags of UTF-16 and UTF-32 too."""
    return data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _prolog(data: bytes) -> int:
    """Where the root element begins."""
    at = 0
    while found := _BEFORE_ROOT.match(data, at):
        at = found.end()
    return at


def _day(value: Any) -> date | None:
    """The day as its maker wrote it, not as it was in Greenwich at that moment."""
    if not isinstance(value, str):
        return None
    try:
        if found := _DAY.match(value):
            return date.fromisoformat(found[1])
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _paragraphs(text: str) -> str:
    return "\n".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _text(html: str) -> str:
    return unescape(_TAG.sub(" ", html)).strip()


def _plain(value: Any) -> str | None:
    """One line without tags and references, None where there is nothing."""
    return _line(_text(value)) if isinstance(value, str) else None


def _line(value: Any) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
