"""The news of a watch as an Atom feed (RFC 4287), for a feed reader."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from lagebild.watching.news import News
from lagebild.watching.watch import Watch

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid5(NAMESPACE_URL, "lagebild:watches")


def feed(watch: Watch, news: Iterable[tuple[datetime, News]]) -> bytes:
    """The feed with these news, each with when it was found, in the order in which they come.

    Ids come from name and content: the same news are one entry for every reader, whenever the file is written.
    """
    found = list(news)
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]
    _put(root, "id", f"urn:uuid:{uuid5(_NAMESPACE, watch.name)}")
    _put(root, "title", _clean(f"Lagebild: {watch.name}"))
    _put(root, "subtitle", _clean(watch.words))
    _put(root, "updated", _stamp(max((at for at, _ in found), default=watch.made)))
    _put(_put(root, "author"), "name", "Lagebild")
    for at, item in found:
        entry = _put(root, "entry")
        _put(entry, "id", f"urn:uuid:{uuid5(_NAMESPACE, f'{watch.name} {item.key}')}")
        _put(entry, "title", _clean(f"{item.kind.value}: {item.sentence}"))
        _put(entry, "updated", _stamp(at))
        if item.outlet:
            _put(_put(entry, "author"), "name", _clean(item.outlet))
        _put(entry, "category").set("term", item.kind.value)
        where = ", ".join(part for part in (item.outlet, item.day, item.ref) if part)
        _put(entry, "content", _clean(f"“{item.words}” ({where})")).set("type", "text")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _put(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = text
    return child


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _clean(text: str) -> str:
    """Without the control characters and halves of surrogate pairs that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or ((sign.isprintable() or sign.isspace()) and sign >= " "))
