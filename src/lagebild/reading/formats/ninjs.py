"""ninjs, the JSON of news agencies (1.x, 2.x and 3.x), into documents."""

from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.formats.blocks import html_tree, paragraphs_of
from lagebild.reading.formats.days import day_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import Known, first, in_future
from lagebild.reading.formats.paragraphs import one_line, text_of

Item = Mapping[str, Any]
_BODIES = ("body_xhtml", "body_html", "body_text", "bodies")
_DATES = ("firstpublished", "firstcreated", "published", "contentcreated", "versioncreated")
"""In the order in which they tell the day of publication; the last is always there, and a correction moves it."""
_MARKUP = ("html", "xhtml", "xml")


def is_item(record: Item) -> bool:
    """Whether a JSON object is a news item of ninjs rather than a record of ours."""
    if "text" in record:
        return False
    return any(name in record for name in _BODIES) or (
        "uri" in record and ("headline" in record or "headlines" in record)
    )


def document_of(record: Item, *, id: str, origin: str, asked: Asked) -> Document:
    """The document of a news item, its headline first in the text. Raises InputError where there is no text."""
    kind = record.get("type")
    if isinstance(kind, str) and kind not in ("text", "composite", "article"):
        raise InputError(f"is a ninjs item of type {kind[:40]!r}, not a text")
    if record.get("pubstatus") == "canceled":
        raise InputError("is a ninjs item that its maker has withdrawn (pubstatus canceled)")
    title = first(_values(record, "headline", "headlines"))
    paragraphs = _body(record)
    if not paragraphs:
        raise InputError("is a ninjs item without a text in body_xhtml, body_text or bodies")
    heading = title.value if title and one_line(paragraphs[0]) != title.value else ""
    facts = {
        "title": title,
        "author": first(_values(record, "byline", "by", "bylines")),
        "publisher": first(_values(record, "provider", "infosource", "infosources", "source", "copyrightholder")),
        "url": first(fact for fact in _values(record, "uri", "url") if fact.value.startswith(("http://", "https://"))),
        "language": first(_values(record, "language")),
    }
    day, source = _day(record, asked)
    values = {name: fact.value if fact else None for name, fact in facts.items()}
    return Document(
        id=one_line(str(record.get("uri") or ""))[:300] or id,
        text=text_of([heading, *paragraphs]),
        language=(values["language"] or "und").split("-")[0].lower(),
        title=values["title"],
        date=day,
        url=values["url"],
        publisher=values["publisher"],
        author=values["author"],
        origin=origin,
        known_from=(
            *((("id", "ninjs uri"),) if record.get("uri") else ()),
            *((name, fact.source) for name, fact in facts.items() if fact),
            *((("date", source),) if source else ()),
        ),
    )


def _values(record: Item, *names: str) -> Iterator[Known]:
    """The texts under these names: plain, or of objects with a value or a name."""
    for name in names:
        value = record.get(name)
        for item in (value if isinstance(value, list) else [value])[:20]:
            told = item
            if isinstance(item, Mapping):
                told = item.get("value") or item.get("name") or item.get("literal")
            if isinstance(told, str) and told.strip():
                yield Known(told, f"ninjs {name}")


def _body(record: Item) -> list[str]:
    """The paragraphs of the fullest body."""
    found = [_paragraphs(record.get(name), markup=name != "body_text") for name in _BODIES[:-1]]
    bodies = record.get("bodies")
    for body in (bodies if isinstance(bodies, list) else [])[:20]:
        if isinstance(body, Mapping):
            kind = str(body.get("contenttype") or body.get("contentType") or "html").lower()
            found.append(_paragraphs(body.get("value"), markup=any(word in kind for word in _MARKUP)))
    return max(found, key=lambda paragraphs: sum(map(len, paragraphs)), default=[])


def _paragraphs(value: Any, *, markup: bool) -> list[str]:
    if not isinstance(value, str) or not value.strip():
        return []
    if not markup or "<" not in value:
        return [line for line in value.splitlines() if line.strip()]
    tree = html_tree(value)
    return list(paragraphs_of(tree)) if tree is not None else []


def _day(record: Item, asked: Asked) -> tuple[Any, str]:
    for name in _DATES:
        if (day := day_of(record.get(name))) is not None:
            forged = ", though it lies in the future" if in_future(day, asked.today) else ""
            return day, f"ninjs {name}{forged}"
    return None, ""
