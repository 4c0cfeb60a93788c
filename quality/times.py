"""Measures time expressions on KRAUTS: exact and overlapping spans, alone and with the right value."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lagebild import read
from quality import confidence
from quality.confidence import Judged

ARTICLES = "data/krauts/KRAUTS_DieZeit"
TAG = re.compile(r"<(/?)([A-Za-z0-9_]+)([^>]*)>")
PUBLISHED = re.compile(r'functionInDocument="CREATION_TIME"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*="CREATION_TIME"')
Marked = tuple[int, int, str]


class Article(NamedTuple):
    """One annotated article."""

    text: str
    day: str | None
    gold: tuple[Marked, ...]


def articles(folder: Path) -> Iterator[Article]:
    """The articles in the order of their names."""
    for file in sorted(folder.rglob("*.tml")):
        yield article(file.read_text("utf-8"))


def article(raw: str) -> Article:
    """One TimeML file; empty expressions, which stand for points that nobody wrote, are left out."""
    created = PUBLISHED.search(raw)
    inside = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
    body = inside[1] if inside else raw
    text, place = "", 0
    gold: list[Marked] = []
    opened: tuple[int, str] | None = None
    for tag in TAG.finditer(body):
        text += html.unescape(body[place : tag.start()])
        place = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if tag[1]:
            if opened:
                gold.append((opened[0], len(text), opened[1]))
            opened = None
        elif not tag[3].rstrip().endswith("/"):
            value = re.search(r'value="([^"]*)"', tag[3])
            opened = (len(text), value[1] if value else "")
    text += html.unescape(body[place:])
    return Article(text, (created[1] or created[2])[:10] if created else None, tuple(gold))


def measure(shared: Path) -> dict[str, float]:
    """The figures as TempEval-3 counts them; `calibration`: whether confidences tell how many are wholly right."""
    said = wanted = 0
    told: list[Judged] = []
    right = dict.fromkeys(("strict", "strict_value", "relaxed", "relaxed_value"), 0)
    for text, day, gold in articles(shared / ARTICLES):
        timexes = read(text, date=day, language="de").timexes
        found = [(timex.span.start, timex.span.end, timex.value or "") for timex in timexes]
        told.extend(
            Judged(timex.rule, timex.confidence, marked in gold) for timex, marked in zip(timexes, found, strict=True)
        )
        said, wanted = said + len(found), wanted + len(gold)
        for name, number in _matched(list(gold), found).items():
            right[name] += number
    figures: dict[str, float] = {}
    for name, number in right.items():
        figures[f"{name}_p"] = number / said if said else 0.0
        figures[f"{name}_r"] = number / wanted if wanted else 0.0
        figures[f"{name}_f1"] = 2 * number / (said + wanted) if said + wanted else 0.0
    return figures | confidence.measure(told)


def _matched(gold: list[Marked], found: list[Marked]) -> dict[str, int]:
    """How many expressions meet one that was found, each of which counts once."""
    right = dict.fromkeys(("strict", "strict_value", "relaxed", "relaxed_value"), 0)
    free = list(found)
    for start, end, value in gold:
        near = [other for other in free if other[0] < end and start < other[1]]
        if not near:
            continue
        met = next((other for other in near if other[:2] == (start, end)), near[0])
        free.remove(met)
        exact, same = met[:2] == (start, end), met[2] == value
        right["relaxed"] += 1
        right["relaxed_value"] += same
        right["strict"] += exact
        right["strict_value"] += exact and same
    return right
