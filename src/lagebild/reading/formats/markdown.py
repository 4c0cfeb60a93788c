"""Markdown: the words without the marks; a front matter tells title, date, author and more."""

import re
from collections.abc import Iterator, Mapping

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.decode import decoded
from lagebild.reading.failure import Failure
from lagebild.reading.formats.blocks import html_tree, paragraphs_of
from lagebild.reading.formats.days import day_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import Known, first
from lagebild.reading.formats.paragraphs import text_of
from lagebild.reading.raw import Raw

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_PAIR = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_LONGEST_FRONT = 20_000
_LONGEST = 5_000_000
_DEEPEST = 60
"""Quotations and lists in each other; deeper ones would cost minutes."""
_NESTED = re.compile(rf"^(?:[ \t]*(?:>|[-+*]|\d+[.)])){{{_DEEPEST},}}", re.MULTILINE)


def read_markdown(raw: Raw, _asked: Asked) -> Iterator[Document | Failure]:
    """One document; its title is that of the front matter or else the first heading of the first level."""
    text = decoded(raw.content())
    if len(text) > _LONGEST:
        raise InputError(f"has more than {_LONGEST:,} characters of Markdown; split it, or save it as plain text")
    front = _FRONT.match(text[:_LONGEST_FRONT])
    told = dict(_PAIR.findall(front[1])) if front else {}
    tree = html_tree(_rendered(text[front.end() :] if front else text))
    words = text_of(paragraphs_of(tree)) if tree is not None else ""
    if not words:
        raise InputError("is empty")
    facts = _facts(told, tree)
    day = day_of(_bare(told["date"])) if "date" in told else None
    yield Document(
        id=raw.stem,
        text=words,
        title=facts["title"].value if "title" in facts else None,
        date=day,
        language=facts["language"].value[:2].lower() if "language" in facts else "und",
        url=facts["url"].value if "url" in facts else None,
        publisher=facts["publisher"].value if "publisher" in facts else None,
        author=facts["author"].value if "author" in facts else None,
        origin=raw.origin,
        known_from=(
            *((name, fact.source) for name, fact in facts.items()),
            *((("date", "front matter"),) if day else ()),
        ),
    )


def _rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    if _NESTED.search(text):
        raise InputError(f"nests quotations or lists more than {_DEEPEST} deep")
    # Tables are no CommonMark, but everybody writes them. Raw HTML stays markup, so that its tags do not become words.
    return str(MarkdownIt("commonmark").enable("table").render(text))


def _facts(told: Mapping[str, str], tree: object) -> dict[str, Known]:
    found = {
        name: first([Known(_bare(told[name]), "front matter")])
        for name in ("title", "url", "publisher", "author", "language")
        if name in told
    }
    heading = tree.find(".//h1") if tree is not None else None  # type: ignore[attr-defined]
    if found.get("title") is None and heading is not None:
        found["title"] = first([Known("".join(heading.itertext()), "first heading")])
    return {name: fact for name, fact in found.items() if fact is not None}


def _bare(value: str) -> str:
    """A value of the front matter without its quotation marks."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
