"""Title, author, publisher, address and language of a web page, each with how it was found."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lagebild.language.load import Language
from lagebild.reading.formats.blocks import beginning
from lagebild.reading.formats.known import Known, first, stated
from lagebild.reading.formats.linked_data import Story
from lagebild.reading.formats.paragraphs import one_line

_TITLES = ("og:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "twitter:title", "title")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:recs:articleauthor",
)
_PUBLISHERS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "apple-mobile-web-app-title",
)
_KICKER = re.compile(
    r"kicker|over-?line|top-?line|roof-?line|dach-?zeile|spitz-?marke|pre-?title|pre-?headline|topic|label|badge|icon|flag|hidden|sr-only",
    re.I,
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:author|authors|byline|autor|autoren|article-?author\w*|authorname)(?:$|[\s_-])", re.I
)
_TITLE_TAIL = re.compile(r"\s+(?:[|–—·•»]|-)\s+(?=[^|–—·•»]{2,60}$)")
_EDGES = " ,;:|/·•–-"
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:de|com|at|ch|net|org)\b.*/", re.I)
_LONGEST_NAME = 80
_MOST_NAMES = 8
_LINES_OF_HEAD = 4
_LONGEST_HEADING = 1_000
_LONGEST_LINE = 120
"""Signs of a byline, and paragraphs behind the headline among which one without a name of its own is looked for."""


class Page(NamedTuple):
    """A page's tree with what is asked of it again and again. `metas` has the first content under each name."""

    tree: Any
    metas: dict[str, tuple[str, str]]
    story: Story | None
    url: str | None


def metas_of(tree: Any) -> dict[str, tuple[str, str]]:
    """For each name, property or itemprop of a meta element, its content and which of these attributes named it."""
    metas: dict[str, tuple[str, str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for kind in ("property", "name", "itemprop"):
            name = (element.get(kind) or "").strip()
            if name and content:
                metas.setdefault(name.lower(), (content, f"meta {name}"))
    return metas


def title_of(page: Page) -> Known | None:
    """The headline: the page's own first, since what is told to search engines and networks is often another one."""
    return first(_titles(page))


def author_of(page: Page) -> Known | None:
    """Who wrote it, several parted by commas; no addresses, and nobody who is just the publisher by another name."""
    for names, source in _authors(page):
        people = list(dict.fromkeys(person for name in names for person in _people(name)))
        if source == "byline":
            people = _without_places(people)
        if people:
            return Known(", ".join(people[:_MOST_NAMES]), source)
    return None


def publisher_of(page: Page) -> Known | None:
    """Who published it."""
    return first(_publishers(page))


def address_of(page: Page, found_at: str | None) -> Known | None:
    """The address that the page calls its own, if it can be one; `found_at` is where it was read."""
    for href, source in _addresses(page.tree, page.metas):
        absolute = _joined(found_at, href)
        if absolute is not None and not _is_front_page_of_another(absolute, found_at):
            return Known(absolute, source)
    return None


def language_of_page(page: Page) -> Known | None:
    """The code that the page says it is written in, which is not always true."""
    story = [Known(page.story.words("inLanguage"), "JSON-LD inLanguage")] if page.story else []
    root = page.tree if page.tree.tag == "html" else page.tree.getroottree().getroot()
    told = [
        Known(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "<html lang>"),
        *story,
        *_meta(page, ("og:locale", "language", "dc.language", "content-language")),
    ]
    for fact in stated(told):
        code = re.split(r"[-_]", fact.value)[0].lower()
        if re.fullmatch(r"[a-z]{2}", code):
            return Known(code, fact.source)
    return None


def _titles(page: Page) -> Iterator[Known]:
    headings = [heading for heading in islice(page.tree.iter("h1"), 50) if not _stands_aside(heading)]
    told = page.story.words("headline") if page.story else ""
    for heading in headings[:3]:
        words = _heading_words(heading)
        # A page with several is one whose first may be its name; then what is told elsewhere decides.
        if words and (len(headings) == 1 or _agree(words, told) or heading.get("itemprop") == "headline"):
            yield Known(words, "<h1>")
    if page.story:
        yield Known(_plain(told), "JSON-LD headline")
    for element in page.tree.xpath('//*[@itemprop="headline"]'):
        yield Known(element.get("content") or _heading_words(element), "itemprop headline")
    yield from _meta(page, _TITLES)
    for heading in headings[:1]:
        yield Known(_heading_words(heading), "<h1>")
    title = page.tree.find(".//title")
    if title is not None:
        yield Known(_TITLE_TAIL.split(one_line(beginning(title, _LONGEST_HEADING)))[0], "<title>")


def _stands_aside(heading: Any) -> bool:
    """Whether a heading is the page's name or that of a box, not of the report."""
    return any(
        above.tag in ("nav", "aside", "footer", "dialog") or (above.tag == "header" and not _inside_article(above))
        for above in heading.iterancestors()
    ) and not _inside_article(heading)


def _inside_article(element: Any) -> bool:
    return any(above.tag in ("article", "main") for above in element.iterancestors())


def _heading_words(heading: Any) -> str:
    """The words of a heading without the kicker above it, whose place is not in the sentence."""
    parts = [heading.text or ""]
    for child in heading:
        if isinstance(child.tag, str) and not _is_kicker(child):
            parts.append(beginning(child, _LONGEST_HEADING))
        parts.append(child.tail or "")
    words = one_line(" ".join(parts)).strip(_EDGES[:4])
    return words or one_line(beginning(heading, _LONGEST_HEADING))


def _is_kicker(element: Any) -> bool:
    return bool(_KICKER.search(f"{element.get('class') or ''} {element.get('data-testid') or ''}"))


def _agree(words: str, told: str) -> bool:
    plain, other = ("".join(filter(str.isalnum, text.lower())) for text in (words, told))
    return bool(other) and (plain in other or other in plain)


def _authors(page: Page) -> Iterator[tuple[list[str], str]]:
    if page.story:
        yield page.story.names("author") or page.story.names("creator"), "JSON-LD author"
    for fact in _meta(page, _AUTHORS):
        yield [fact.value], fact.source
    marked = page.tree.xpath('//*[@itemprop="author"]')
    yield [_name_inside(element) for element in marked[:_MOST_NAMES]], "itemprop author"
    related = page.tree.xpath('//a[@rel="author"]')
    yield [beginning(element, 300) for element in related[:_MOST_NAMES]], 'rel="author"'
    for element in page.tree.iter("span", "div", "p", "a", "address", "li"):
        if _BYLINE.search(element.get("class") or "") and not _inside_aside(element):
            yield [beginning(element, 300)], "byline"
    for element in page.tree.xpath("//h1/following::p")[:_LINES_OF_HEAD]:
        line = one_line(beginning(element, _LONGEST_LINE))
        if len(line) < _LONGEST_LINE and _bylines().line.match(line):
            yield [line], "byline"


def _inside_aside(element: Any) -> bool:
    return any(above.tag in ("aside", "footer", "nav") for above in element.iterancestors())


def _name_inside(element: Any) -> str:
    inner = element.xpath('.//*[@itemprop="name"]')
    source = inner[0] if inner else element
    return str(source.get("content") or beginning(source, 300))


class _Bylines(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    line: re.Pattern[str]


@cache
def _bylines() -> _Bylines:
    rules = Language("de").rules("pages")["byline"]
    return _Bylines(re.compile(rules["before"], re.I), re.compile(rules["behind"]), re.compile(rules["line"]))


def _people(text: str) -> Iterator[str]:
    """The names in a byline, without what stands around them."""
    before, behind, _ = _bylines()
    line = one_line(_plain(text))
    if _NO_NAME.search(line):
        return
    for part in re.split(r"\s*(?:[,;|/•·]| und | and | & )\s*", before.sub("", line)):
        name = behind.sub("", before.sub("", part)).strip(_EDGES)
        if 1 < len(name) <= _LONGEST_NAME and not any(sign.isdecimal() for sign in name) and name[0].isalpha():
            yield name


def _without_places(people: list[str]) -> list[str]:
    """The names of a byline without the town that follows: one word like a name behind one of several words."""
    return [
        name
        for at, name in enumerate(people)
        if at == 0 or " " in name or " " not in people[0] or not (name[0].isupper() and name[1:].islower())
    ]


def _publishers(page: Page) -> Iterator[Known]:
    if page.story:
        yield Known(page.story.words("publisher", "sourceOrganization"), "JSON-LD publisher")
    for fact in _meta(page, _PUBLISHERS):
        if not _NO_NAME.search(fact.value):
            yield fact
    for element in page.tree.xpath('//*[@itemprop="publisher"]'):
        yield Known(_name_inside(element), "itemprop publisher")


def _addresses(tree: Any, metas: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield link.get("href"), 'link rel="canonical"'
    if "og:url" in metas:
        yield metas["og:url"]


def page_address(tree: Any, metas: dict[str, tuple[str, str]]) -> str | None:
    """The address that a page gives itself, as it stands there."""
    return next((href for href, _ in _addresses(tree, metas)), None)


def _joined(base: str | None, href: str) -> str | None:
    """An absolute http(s) address, None where the reference is none."""
    try:
        absolute = urljoin(base or "", href.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in ("http", "https") and parts.netloc and len(absolute) < 2000 else None


def _is_front_page_of_another(address: str, found_at: str | None) -> bool:
    """Whether an address is a site's front page though the page was read elsewhere: a template left as it was."""
    return found_at is not None and not urlsplit(address).path.strip("/") and bool(urlsplit(found_at).path.strip("/"))


def _meta(page: Page, names: tuple[str, ...]) -> Iterator[Known]:
    for name in names:
        if name in page.metas:
            content, source = page.metas[name]
            yield Known(_plain(content), source)


def _plain(text: str) -> str:
    """Words in which entities were encoded twice, or tags left."""
    return re.sub(r"<[^<>]{1,200}>", " ", unescape(text)) if "&" in text or "<" in text else text
