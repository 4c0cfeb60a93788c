"""The day on which a web page says it was published, with how it was found; nothing of a later day than today's."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lagebild.language.load import Language
from lagebild.reading.formats.blocks import beginning
from lagebild.reading.formats.days import local_day
from lagebild.reading.formats.known import LAST_CHANGE, Known, in_future
from lagebild.reading.formats.page_facts import Page

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "dc.date.created", "article.published", "published-date", "publish-date",
    "publication_date", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "datepublished",
)  # fmt: skip
_CHANGED = (
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "datemodified",
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|datum|time|timestamp|published|publish|datetime|metatextline|zeit|stand)", re.I
)
_IN_PATH = re.compile(r"(?<!\d)(20\d\d|19[89]\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_EARLIEST = date(1985, 1, 1)
"""Pages did not exist before; what says so is a default such as 1970-01-01."""
_DATE_LINE = 16
"""Letters beside a day, such as those of “Stand” and “Uhr”, in a line that says nothing else."""
_LONGEST_LINE = 160
"""Signs of what stands around a date above a report: author, time, reading time."""
_NEAR = 40
"""Elements with a class of dates looked at; those of teasers stand further down."""


class Dated(NamedTuple):
    """The day, None where nothing sound tells it; `source` also says what was refused."""

    day: date | None
    source: str


def published(page: Page, *, today: date) -> Dated:
    """The day of publication, by what says so most plainly; days in the future or before the web are refused and named.

    A visible date, one in the address, and a day of change are told as such; the day of change only where nothing
    else is.
    """
    refused: list[str] = []
    for day, source in _days(page):
        if in_future(day, today) or day < _EARLIEST:
            refused.append(f"{source} says {day.isoformat()}, which cannot be")
            continue
        return Dated(day, "; ".join([source, *refused[:3]]))
    return Dated(None, "; ".join(refused[:3]))


def _days(page: Page) -> Iterator[tuple[date, str]]:
    for fact in _facts(page, ("datePublished", "dateCreated", "uploadDate"), _PUBLISHED, "datePublished"):
        if (day := local_day(fact.value)) is not None:
            yield day, fact.source
    yield from _visible(page)
    if (day := _in_address(page.url)) is not None:
        yield day, "the address"
    for fact in _facts(page, ("dateModified",), _CHANGED, "dateModified"):
        if (day := local_day(fact.value)) is not None:
            yield day, f"{fact.source}, {LAST_CHANGE}"


def _facts(page: Page, properties: tuple[str, ...], metas: tuple[str, ...], itemprop: str) -> Iterator[Known]:
    if page.story is not None:
        for name in properties:
            yield Known(page.story.words(name), f"JSON-LD {name}")
    for name in metas:
        if name in page.metas:
            yield Known(*page.metas[name])
    for element in page.tree.xpath("//*[@itemprop=$name]", name=itemprop)[:3]:
        value = element.get("content") or element.get("datetime") or beginning(element, 200)
        yield Known(value[:200], f"itemprop {itemprop}")


def _visible(page: Page) -> Iterator[tuple[date, str]]:
    """Days in time elements and in elements that by their class hold one, those near the headline; no change first."""
    later: list[tuple[date, str]] = []
    for element in _near_headline(page.tree):
        machine = element.get("datetime") if element.tag == "time" else None
        words = " ".join(beginning(element, 200).split())
        if machine and (day := local_day(machine)) is not None:
            found, source, changed = day, "time element", _tells_change(_before(element) or words)
        elif (told := _in_words(words)) is not None:
            found, changed = told
            source = f"visible date “{words[:60]}”"
        else:
            continue
        if changed:
            later.append((found, f"{source}, {LAST_CHANGE}"))
        else:
            yield found, source
    yield from later


def _before(element: Any) -> str:
    """The words right before an element in the one around it: “Updated on …”."""
    previous, around = element.getprevious(), element.getparent()
    if previous is not None:
        return str(previous.tail or "") or str(beginning(previous, 200) if isinstance(previous.tag, str) else "")[-60:]
    return str(around.text or "") if around is not None else ""


def _near_headline(tree: Any) -> list[Any]:
    """Elements that hold a date, in and right behind the report's head; none of boxes, comments and teasers."""
    found = []
    for element in tree.iter("time", "span", "div", "p", "li"):
        if element.tag != "time" and not _DATED.search(element.get("class") or ""):
            continue
        if element.tag != "time" and (len(element) > 12 or next(element.iter("time"), None) is not None):
            continue  # the time element inside comes by itself
        if _is_in_a_sentence(element):
            continue  # a day of which the report tells, not its own
        if any(_is_elsewhere(above) for above in element.iterancestors()):
            continue
        found.append(element)
        if len(found) >= _NEAR:
            break
    return found


_ELSEWHERE = re.compile(
    r"teaser|related|comment|kommentar|sidebar|footer|most-?read|ticker-?list|recommend|promo", re.I
)


def _is_elsewhere(element: Any) -> bool:
    return element.tag in ("nav", "aside", "footer") or bool(
        _ELSEWHERE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and element.tag not in ("body", "html")
    )


def _is_in_a_sentence(element: Any) -> bool:
    """Whether an element stands in a paragraph of the report, or holds one."""
    around = element if element.tag in ("p", "li") else next(element.iterancestors("p", "li"), element)
    return len(beginning(around, _LONGEST_LINE + 1)) > _LONGEST_LINE


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    updated: re.Pattern[str]
    months: dict[str, int]


@cache
def _wording() -> _Words:
    rules = Language("de").rules("pages")
    names = rules["months"]
    months = dict(zip(names["names"].split(), names["numbers"], strict=True))
    months |= dict(zip(names["short"].split(), names["short_numbers"], strict=True))
    dates = rules["dates"]
    return _Words(re.compile(dates["pattern"], re.I), re.compile(dates["updated"], re.I), months)


def is_date_line(line: str) -> bool:
    """Whether a short line says a day and hardly anything else."""
    match = _wording().pattern.search(line)
    if match is None:
        return False
    rest = line[: match.start()] + line[match.end() :]
    return sum(map(str.isalpha, rest)) <= _DATE_LINE


def _in_words(words: str) -> tuple[date, bool] | None:
    """The first day of a line ("4. Dezember 2024, 17:45 Uhr", "Mi., 04.12.2024") that no word calls the day of a
    change, or else the first; and whether it is one."""
    changed: date | None = None
    for match in _wording().pattern.finditer(words):
        month = int(match["number"]) if match["number"] else _wording().months.get(match["month"].lower(), 0)
        try:
            day = date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            continue
        if not _tells_change(words[: match.start()]):
            return day, False
        changed = changed or day
    return (changed, True) if changed else None


def _tells_change(before: str) -> bool:
    return bool(_wording().updated.search(before))


def _in_address(url: str | None) -> date | None:
    try:
        found = _IN_PATH.search(urlsplit(url or "").path)
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None
