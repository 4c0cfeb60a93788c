"""The report's own text on a web page: headline, lead and paragraphs without what stands around them."""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from lagebild.language.load import Language
from lagebild.reading.formats.blocks import beginning, paragraphs_of
from lagebild.reading.formats.linked_data import Story
from lagebild.reading.formats.page_dates import is_date_line
from lagebild.reading.formats.page_pruning import pruned
from lagebild.reading.formats.paragraphs import one_line

_PLAIN_TAGS = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br"}
"""What trafilatura calls elements, in HTML."""
_SHORT_LINE = 220
"""Offers of a subscription and notes of the page are no longer than this; a paragraph of the report may mention one."""
_FULLER = 1.5
"""How much longer the text in the JSON-LD must be to be taken instead of what the page shows."""
_LEAD_TAGS = ("p", "div", "h2", "strong", "span")
_ASIDE = ("nav", "aside", "footer", "figure", "figcaption", "dialog", "ul", "ol", "button", "label", "form")
_TEASER = re.compile(
    r"teaser|related|comment|promo|cookie|consent|share|caption|newsletter|breadcrumb|paywall|ad-", re.I
)
_LONGEST_LEAD, _SHORTEST_LEAD = 1_000, 50
_MOST_LEADS = 3
_HEAD_LINES = 4
"""Lines among which headline, author and date are looked for."""
_KICKER = 60
"""Letters above a headline that may be glued to it."""
_FEWEST_ENTRIES = 2
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?: \w+)?")
_SENTENCE_ENDS = tuple('.!?:…“”"»«)')


class Body(NamedTuple):
    """The paragraphs of a report, how they were found, and whether the page offers the rest for money."""

    paragraphs: list[str]
    source: str
    cut: bool


class Wording(NamedTuple):
    """The patterns of pages.toml, compiled."""

    furniture: re.Pattern[str]
    paywall: re.Pattern[str]
    scripts: re.Pattern[str]


@cache
def wording() -> Wording:
    """What pages say around a report."""
    rules = Language("de").rules("pages")

    def joined(name: str) -> re.Pattern[str]:
        # Flags inside a pattern may only stand at its beginning, so each is closed in a group of its own.
        parts = (f"(?i:{part[4:]})" if part.startswith("(?i)") else f"(?:{part})" for part in rules[name]["patterns"])
        return re.compile("|".join(parts))

    return Wording(
        furniture=joined("furniture"),
        paywall=joined("paywall"),
        scripts=joined("scripts"),
    )


def body_of(tree: Any, *, title: str | None, author: str | None, story: Story | None) -> Body:
    """The report's paragraphs, the headline first where it is known; the tree is left as it was."""
    prepared = pruned(tree)
    shown = list(_report_lines(_entries(prepared, story) or _extracted(prepared)))
    if len(shown) == 1 and title and title in shown[0]:
        # Trafilatura gave up on a short page and took all of it in one line.
        shown = list(_report_lines(paragraphs_of(prepared)))
    source = "the page"
    told = _lines_of(story.words("articleBody")) if story else []
    if sum(map(len, told)) > _FULLER * sum(map(len, shown)) or (len(shown) <= 2 and len(told) > len(shown)):
        shown, source = told, "JSON-LD articleBody"
    cut = any(len(line) <= _SHORT_LINE and wording().paywall.search(line) for line in shown)
    kept = [line for line in shown if not _is_the_pages(line)]
    head = [line for line in kept[:_HEAD_LINES] if not (_is_head(line, title) or _is_byline(line, author))]
    kept = [*head, *kept[_HEAD_LINES:]]
    leads = _leads(tree, title, kept)
    return Body([*([title] if title else []), *leads, *kept], source, cut or _is_not_free(story))


def _entries(tree: Any, story: Story | None) -> list[str]:
    """The lines of a live ticker in the order of the page; none where the page is none.

    Trafilatura takes the first of several articles, and the entries of a ticker often are articles.
    """
    if story is None or not story.kind.lower().startswith("liveblog"):
        return []
    updates = story.node.get("liveBlogUpdate")
    told = [Story(entry, "") for entry in (updates if isinstance(updates, list) else []) if isinstance(entry, dict)]
    lines = [
        line for entry in told for line in (entry.words("headline"), *_lines_of(entry.words("articleBody"))) if line
    ]
    around = max(tree.iter(), key=lambda element: len(element.findall("article")), default=None)
    entries = around.findall("article") if around is not None else []
    if len(entries) >= _FEWEST_ENTRIES:
        shown = [line for entry in entries for line in paragraphs_of(entry) if not is_date_line(line)]
        shown = [line for line in shown if _HOUR.fullmatch(line.strip()) is None]
        return shown if sum(map(len, shown)) >= sum(map(len, lines)) else lines
    return lines


def _extracted(tree: Any) -> Iterator[str]:
    import trafilatura

    # It reports what it gives up on to whoever listens; nobody here does, and an empty result says it as well.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, fast=False)
    if found is None or found.body is None:
        return
    for element in found.body.iter():
        element.tag = _PLAIN_TAGS.get(element.tag, element.tag)
    yield from paragraphs_of(found.body)


def _report_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines in one line each; of equal long lines in a row the first: pages show a lead twice."""
    last = ""
    for text in lines:
        line = one_line(text)
        if line and line != last:
            yield line
        last = line


def _lines_of(text: str) -> list[str]:
    return [line for line in map(one_line, re.split(r"\s*\n\s*|<br\s*/?>|</p>", text)) if line]


def _is_the_pages(line: str) -> bool:
    return len(line) <= _SHORT_LINE and bool(wording().furniture.search(line) or wording().paywall.search(line))


def _is_not_free(story: Story | None) -> bool:
    free = story.node.get("isAccessibleForFree") if story else None
    return free is False or (isinstance(free, str) and free.lower() in ("false", "no"))


def _is_head(line: str, title: str | None) -> bool:
    """Whether a line is the headline, perhaps with a kicker glued to it."""
    letters, head = _letters(line), _letters(title or "")
    if letters == head:
        return bool(head)
    # A sentence of the report may begin or end with the words of a short headline.
    glued = bool(head) and (letters.endswith(head) or letters.startswith(head)) and not line.endswith(".")
    return glued and len(letters) - len(head) <= _KICKER


def _is_byline(line: str, author: str | None) -> bool:
    """Whether a line only tells who wrote the report, or when."""
    if len(line) > 2 * _KICKER:
        return False
    if author is not None and line in (author, *(f"{author}{mark}" for mark in ".:,")):
        return True
    if author is not None and author.split(", ")[0] in line and not line.endswith(_SENTENCE_ENDS):
        return len(line) - len(author) <= _KICKER / 2
    return is_date_line(line)


def _leads(tree: Any, title: str | None, lines: list[str]) -> list[str]:
    """The paragraphs between headline and text that the extraction left out: it tells the report in short."""
    first = [_letters(line)[:_KICKER] for line in lines[:3]]
    there = set(map(_letters, lines))
    found: list[str] = []
    behind_headline = False
    for element in tree.iter("h1", *_LEAD_TAGS):
        if element.tag == "h1":
            behind_headline = behind_headline or _is_head(one_line(beginning(element, _LONGEST_LEAD)), title)
            continue
        if not behind_headline or any(child.tag in ("p", "div", "h2", "ul", "h3") for child in element):
            continue
        words = one_line(beginning(element, 2 * _LONGEST_LEAD))
        letters = _letters(words)
        if any(one and letters.startswith(one) for one in first):
            break
        if not (_SHORTEST_LEAD <= len(words) <= _LONGEST_LEAD and words.endswith(_SENTENCE_ENDS)) or _stands_aside(
            element
        ):
            continue
        if words not in found and not _is_there(letters, there) and not _is_the_pages(words):
            found.append(words)
        if len(found) == _MOST_LEADS:
            break
    else:
        return []  # the text was not met, so what was found may stand anywhere
    return found


def _is_there(letters: str, there: set[str]) -> bool:
    """Whether a line stands among others, be it with another beginning or end."""
    return any(letters[:_KICKER] == other[:_KICKER] or letters[-_KICKER:] == other[-_KICKER:] for other in there)


def _stands_aside(element: Any) -> bool:
    return any(
        one.tag in _ASIDE or _TEASER.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (element, *element.iterancestors())
        if one.tag not in ("body", "html", "main")
    )


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line.lower()))
