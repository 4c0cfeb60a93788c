"""HTML without an article's frame into paragraphs: mails, fragments of agencies, Markdown; block elements part them."""

import re
from collections.abc import Iterator
from typing import Any

from lagebild.errors import InputError

BLOCKS = frozenset((
    "address", "article", "aside", "block", "blockquote", "body", "body.content", "body.end", "body.head", "br",
    "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hedline", "hl1", "hl2", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
"""Elements that begin a paragraph, those of NITF among them."""
CELLS = frozenset(("td", "th"))
_SILENT = frozenset((
    "audio", "button", "canvas", "datalist", "head", "iframe", "math", "noscript", "object", "script", "select",
    "style", "svg", "template", "textarea", "video",
))  # fmt: skip
BETWEEN_CELLS = " | "
MOST_ELEMENTS = 60_000
"""A long live ticker has about 20,000; a page of more is no report, and taking it apart would cost minutes."""
TOO_MANY = f"has more than {MOST_ELEMENTS:,} elements, which no report has"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""What no markup may hold, and what lxml refuses to take back into a tree that it gave it out of."""
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9._-]*")
TOO_MANY_ATTRIBUTES = "has an element of more than 1,000 attributes, which no report has"
_MOST_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}")
_ATTRIBUTE = re.compile(r"\s[^\s=\"'<>]+=?")
TOO_DEEP = "is nested more than 250 elements deep, which no report is"
"""libxml2's own limit. It also keeps every walk from an element to the root short."""
_MOST_DEPTHS = 3_000_000
"""A live ticker of 60,000 elements that lie 30 deep has 1.8 million; three take a quarter of a minute."""
TOO_INTRICATE = "has too many elements nested too deep for a report"
TOO_LONG = "holds a paragraph of more than 10 MB, which no report has"


def html_tree(markup: str) -> Any:
    """The root element of HTML however broken, None where there is none. Raises InputError for what no report is."""
    from lxml import etree, html

    if (
        markup.count("<") > 2 * MOST_ELEMENTS
        and sum(sign.isalpha() for sign in _behind_brackets(markup)) > MOST_ELEMENTS
    ):
        raise InputError(TOO_MANY)
    if any(len(_ATTRIBUTE.findall(tag[0])) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise InputError(TOO_MANY_ATTRIBUTES)
    markup = _CONTROLS.sub("", markup)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise InputError(TOO_DEEP if "depth" in entry.message else TOO_LONG)
    if _sum_of_depths(tree) > _MOST_DEPTHS:
        raise InputError(TOO_INTRICATE)
    for element in tree.iter():
        if isinstance(element.tag, str) and _NAME.fullmatch(element.tag) is None:
            element.tag = "span"  # what broken markup calls an element, and no tool takes for a name
    return tree


def _sum_of_depths(tree: Any) -> int:
    """How deep all elements lie, taken together: what a walk from each to the root takes."""
    from lxml import etree

    depth = total = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth if event == "start" else 0
    return total


def beginning(element: Any, most: int) -> str:
    """The first signs of the words in an element, however much it holds."""
    parts: list[str] = []
    left = most
    for text in element.itertext():
        parts.append(text[:left])
        left -= len(parts[-1])
        if left <= 0:
            break
    return "".join(parts)


def _behind_brackets(markup: str) -> Iterator[str]:
    at = markup.find("<")
    while 0 <= at < len(markup) - 1:
        yield markup[at + 1]
        at = markup.find("<", at + 1)


def paragraphs_of(root: Any) -> Iterator[str]:
    """The paragraphs below an element in reading order, those of tables row by row; nothing that a page hides."""
    from lxml import etree

    line: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""
        if event == "start":
            silent += silent > 0 or name in _SILENT or _is_hidden(element)
            if silent:
                continue
            if name in BLOCKS:
                yield from _closed(line)
            elif name in CELLS and line:
                line.append(BETWEEN_CELLS)
            line.append(element.text or "")
            continue
        if event == "end":
            if not silent and name in BLOCKS:
                yield from _closed(line)
            silent -= silent > 0
        if not silent and element is not root:
            line.append(element.tail or "")
    yield from _closed(line)


def _closed(line: list[str]) -> Iterator[str]:
    text = "".join(line).strip()
    line.clear()
    if text:
        yield text.strip("| ")


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style
