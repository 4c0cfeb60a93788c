"""NewsML-G2 and NITF, the XML of news agencies, into documents; no entity is resolved and nothing is fetched."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.blocks import paragraphs_of
from lagebild.reading.formats.days import day_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import Known, first, in_future
from lagebild.reading.formats.page import read_page
from lagebild.reading.formats.paragraphs import one_line, text_of
from lagebild.reading.raw import Raw

_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|newsItem\b|newsMessage\b|nitf\b|\w+:newsItem\b)")
_LARGEST = 60_000_000
_FEEDS = ("rss", "feed", "rdf", "urlset", "sitemapindex", "opml")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BODIES = ("inlineXML", "inlineData", "remoteContent")
_ENTITY = re.compile(rb"<!ENTITY\b")
_HEAD = 200_000


def is_xml(head: bytes) -> bool:
    """Whether bytes begin like XML of a kind that is no web page."""
    return _XML.match(head) is not None


def read_xml(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """The news items of a NewsML-G2 message, or the one of a NewsML-G2 or NITF file.

    Raises InputError for other XML, saying what it is, and for XML that declares entities: news has none, bombs do.
    """
    root = _root(raw)
    name = _local(root)
    if name in ("newsMessage", "newsItem", "itemSet"):
        items = [root] if name == "newsItem" else list(_all(root, "newsItem"))
        if not items:
            raise InputError("is a NewsML-G2 message without a news item")
        for number, item in enumerate(items, 1):
            origin = f"{raw.origin}, item {number}" if len(items) > 1 else raw.origin
            try:
                yield _item(
                    item, id=raw.stem if len(items) == 1 else f"{raw.stem}-{number}", origin=origin, asked=asked
                )
            except InputError as problem:
                yield Failure(origin, str(problem))
    elif name == "nitf":
        yield _nitf(root, id=raw.stem, origin=raw.origin, asked=asked)
    elif name == "html":
        yield from read_page(raw, asked)
    elif name.lower() in _FEEDS:
        raise InputError(
            "is a feed or a list of addresses, not a report; `lagebild add` takes the reports that it leads to"
        )
    else:
        raise InputError(f"is XML of a kind that is not read (<{name[:40]}>); NewsML-G2, NITF and XHTML are")


def _root(raw: Raw) -> Any:
    from lxml import etree

    data = raw.content()
    if len(data) > _LARGEST:
        raise InputError(f"is XML of more than {_LARGEST:,} bytes; split it")
    if _ENTITY.search(data[:_HEAD]):
        raise InputError("is XML that declares entities of its own, which no news does and attacks do")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as problem:
        raise InputError(f"is broken XML: {str(problem)[:200]}") from problem
    if root is None:
        raise InputError("is XML that holds nothing")
    internal: Any = root.getroottree().docinfo.internalDTD
    if internal is not None and next(internal.iterentities(), None) is not None:
        raise InputError("is XML that declares entities of its own, which no news does and attacks do")
    return root


def _item(item: Any, *, id: str, origin: str, asked: Asked) -> Document:
    kind = next((one.get("qcode") or "" for one in _all(item, "itemClass")), "")
    if kind and kind.split(":")[-1] not in ("text", "composite"):
        raise InputError(f"is a news item of class {kind[:40]!r}, not a text")
    status = next((one.get("qcode") or "" for one in _all(item, "pubStatus")), "")
    if status.endswith("canceled"):
        raise InputError("is a news item that its maker has withdrawn (pubStatus canceled)")
    meta = next(_all(item, "contentMeta"), None)
    inner = next((one for one in _all(item, "nitf")), None)
    body = _paragraphs(item)
    headline = first(
        [*_facts(meta, "headline"), *(_headlines(inner) if inner is not None else ()), *_facts(item, "itemMeta/title")]
    )
    facts = {
        "title": headline,
        "author": first(
            [*_facts(meta, "by"), *_facts(meta, "creator"), *(_bylines(inner) if inner is not None else ())]
        ),
        "publisher": first([*_facts(item, "provider"), *_facts(meta, "infoSource")]),
        "language": first(
            [
                *(Known(one.get("tag") or "", "NewsML-G2 language") for one in _all(meta, "language")),
                Known(item.get(_LANG) or "", "xml:lang"),
            ]
        ),
    }
    days = [
        *_facts(meta, "contentCreated"), *_facts(item, "firstCreated"), *_facts(item, "versionCreated"),
    ]  # fmt: skip
    guid = one_line(item.get("guid") or "")[:300]
    document = _document(body, facts, days, id=guid or id, origin=origin, asked=asked)
    named = (("id", "NewsML-G2 guid"),) if guid else ()
    return replace(document, known_from=(*named, *document.known_from))


def _paragraphs(item: Any) -> list[str]:
    """The paragraphs of the fullest body."""
    found: list[list[str]] = []
    for name in _BODIES[:2]:
        for body in _all(item, name):
            inner = next(_all(body, "body.content"), None)
            root = inner if inner is not None else next(_all(body, "body"), body)
            lines = list(paragraphs_of(root))
            found.append([part for line in lines for part in line.split("\n\n")] if name == "inlineData" else lines)
    return max(found, key=lambda lines: sum(map(len, lines)), default=[])


def _nitf(root: Any, *, id: str, origin: str, asked: Asked) -> Document:
    content = next(_all(root, "body.content"), None)
    dates = [Known(one.get("norm") or "", "NITF date.issue") for one in _all(root, "date.issue")]
    told = [Known(one.get("norm") or "", "NITF story.date") for one in _all(root, "story.date")]
    holder = [Known(one.get("holder") or "", "NITF doc.copyright") for one in _all(root, "doc.copyright")]
    facts = {
        "title": first([*_headlines(root), *_facts(root, "title")]),
        "author": first(_bylines(root)),
        "publisher": first(holder),
        "language": first([Known(root.get(_LANG) or "", "xml:lang")]),
    }
    key = next((one.get("id-string") or "" for one in _all(root, "doc-id")), "")
    body = list(paragraphs_of(content)) if content is not None else []
    return _document(body, facts, [*dates, *told], id=one_line(key)[:300] or id, origin=origin, asked=asked)


def _document(
    body: list[str], facts: dict[str, Known | None], days: list[Known], *, id: str, origin: str, asked: Asked
) -> Document:
    if not text_of(body):
        raise InputError("is a news item without a text")
    title = facts["title"]
    heading = title.value if title and one_line(body[0]) != title.value else ""
    day, source = _day(days, asked)
    values = {name: fact.value if fact else None for name, fact in facts.items()}
    return Document(
        id=id,
        text=text_of([heading, *body]),
        language=re.split("[-_]", values["language"] or "und")[0].lower(),
        title=values["title"],
        date=day,
        publisher=values["publisher"],
        author=values["author"],
        origin=origin,
        known_from=(
            *((name, fact.source) for name, fact in facts.items() if fact),
            *((("date", source),) if source else ()),
        ),
    )


def _day(days: list[Known], asked: Asked) -> tuple[date | None, str]:
    for fact in days:
        if (day := day_of(fact.value)) is not None:
            return day, f"{fact.source}{', though it lies in the future' if in_future(day, asked.today) else ''}"
    return None, ""


def _headlines(root: Any) -> list[Known]:
    return [*_facts(root, "hl1", "NITF hl1"), *_facts(root, "hedline", "NITF hedline")]


def _bylines(root: Any) -> list[Known]:
    """The names in bylines; the title of a person stands in an element of its own behind them."""
    lines = [(one.text or "", *_all(one, "person")) for one in _all(root, "byline")]
    words = (" ".join([own, *("".join(person.itertext()) for person in people)]) for own, *people in lines)
    return [Known(line, "NITF byline") for line in words]


def _facts(root: Any, path: str, source: str = "") -> list[Known]:
    """The words of the first elements at a path of local names, of their names where there are any."""
    found = [root] if root is not None else []
    for name in path.split("/"):
        found = [below for one in found for below in _all(one, name)][:5]
    return [Known(_said(one), source or f"NewsML-G2 {path.split('/')[-1]}") for one in found]


def _said(element: Any) -> str:
    names = [one for one in element if isinstance(one.tag, str) and _local(one) == "name"]
    words = " ".join("".join((names[0] if names else element).itertext()).split())
    return words or element.get("literal") or (element.get("qcode") or "").split(":")[-1]


def _all(root: Any, name: str) -> Iterator[Any]:
    """The elements of this local name below, whatever their namespace."""
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _local(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
