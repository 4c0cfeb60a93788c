"""Linked data: what a page says of its report in JSON-LD."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]
_MOST = 2_000
"""Nodes looked at; more are a catalogue."""
_DEEPEST = 8
_REPORTS = ("article", "posting", "report", "review")
"""Ends of the types that are reports: NewsArticle, BlogPosting, LiveBlogPosting, AnalysisNewsArticle …"""


class Story(NamedTuple):
    """The node that describes the report of the page, and the type it gives itself."""

    node: Node
    kind: str

    def words(self, *names: str) -> str:
        """The first of these properties that is a text or has a name; "" where there is none."""
        for name in names:
            value = _named(self.node.get(name))
            if value:
                return value
        return ""

    def names(self, name: str) -> list[str]:
        """The names under a property that may hold several, of persons and bodies alike."""
        value = self.node.get(name)
        found = (_named(item) for item in (value if isinstance(value, list) else [value])[:20])
        return [item for item in found if item]


def story_of(tree: Any, *, url: str | None) -> Story | None:
    """The report that the page's JSON-LD describes, of several the one with the page's address or else the first."""
    stories = [Story(node, kind) for node in _nodes(tree) if (kind := _report_type(node)) is not None]
    address = (url or "").split("#")[0].split("?")[0].rstrip("/")
    if address:
        for story in stories:
            if address in (_address(story.node.get(key)) for key in ("url", "@id", "mainEntityOfPage")):
                return story
    return next((story for story in stories if story.words("headline", "name")), None)


def _nodes(tree: Any) -> Iterator[Node]:
    """The objects of all scripts with JSON-LD in the order of the page, graphs and lists opened."""
    count = 0
    for script in tree.iter("script"):
        if not str(script.get("type") or "").strip().lower().startswith("application/ld+json"):
            continue
        stack = [(_parsed(script.text or ""), 0)]
        while stack and count < _MOST:
            value, depth = stack.pop()
            count += 1
            if isinstance(value, list):
                stack.extend((item, depth + 1) for item in reversed(value[:200]) if depth < _DEEPEST)
            elif isinstance(value, dict):
                yield value
                inner = [value[key] for key in ("mainEntity", "@graph") if key in value]
                stack.extend((item, depth + 1) for item in inner if depth < _DEEPEST)


def _parsed(text: str) -> Any:
    """The value in a script; line ends inside its texts and the comment marks around it are forgiven."""
    body = text.strip().removeprefix("//<![CDATA[").removeprefix("<!--").removesuffix("-->").removesuffix("//]]>")
    try:
        return json.loads(body.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _report_type(node: Node) -> str | None:
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and kind.lower().endswith(_REPORTS):
            return kind[:60]
    return None


def _named(value: Any) -> str:
    """A text, or the name of a node or of the first of several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        name = value.get("name") or value.get("@value")
        if not name and value.get("familyName"):
            name = f"{value.get('givenName') or ''} {value['familyName']}"
        value = name[0] if isinstance(name, list) and name else name
    return value.strip() if isinstance(value, str) else ""


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.split("#")[0].split("?")[0].rstrip("/") if isinstance(value, str) else ""
