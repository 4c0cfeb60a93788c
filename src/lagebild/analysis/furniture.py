"""Page text that is not the report: teasers, link lists, credits, captions glued to a sentence."""

import re
from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language
from lagebild.model.analysis import Furniture
from lagebild.model.span import Span, trimmed

_LINE = re.compile(r"[^\r\n]+")


class _Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]


def furniture_in(text: str, language: Language) -> tuple[Furniture, ...]:
    """The furniture of a text, in text order and without overlaps; what is not in it is the report."""
    whole, glued = _rules(language)
    found: list[Furniture] = []
    for match in _LINE.finditer(text):
        line = trimmed(text, Span(*match.span()), "")
        if line is None:
            continue
        words = line.of(text)
        name = next((rule.name for rule in whole if rule.pattern.fullmatch(words)), None)
        if name is not None:
            found.append(Furniture(line, name))
            continue
        found.extend(_glued(text, line, glued))
    return tuple(found)


def _glued(text: str, line: Span, rules: tuple[_Rule, ...]) -> list[Furniture]:
    """What the rules find inside a line; the first of two that overlap stays."""
    hits = []
    for rule in rules:
        for match in rule.pattern.finditer(text[line.start : line.end]):
            span = trimmed(text, Span(line.start + match.start(), line.start + match.end()), "")
            if span is not None:
                hits.append(Furniture(span, rule.name))
    kept: list[Furniture] = []
    for hit in sorted(hits):
        if not kept or kept[-1].span.end <= hit.span.start:
            kept.append(hit)
    return kept


@cache
def _rules(language: Language) -> tuple[tuple[_Rule, ...], tuple[_Rule, ...]]:
    """The rules for whole lines, and those for parts of lines."""
    rules: dict[str, list[_Rule]] = {"line": [], "glued": []}
    for entry in language.rules("furniture")["rule"]:
        try:
            rules[entry["where"]].append(_Rule(entry["name"], re.compile(entry["pattern"])))
        except (KeyError, re.error) as problem:
            raise ResourceError(f"furniture.toml, rule {entry.get('name')!r}: {problem}") from problem
    return tuple(rules["line"]), tuple(rules["glued"])
