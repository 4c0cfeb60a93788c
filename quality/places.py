"""Measures places: how many of those with a point are right, and how many of the annotated ones are found."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lagebild import read
from lagebild.model.place import Place
from quality import own

Annotation = dict[str, Any]


def judged(places: Iterable[Place], annotations: list[Annotation]) -> Counter[str]:
    """Counts of one document: resolved, right, kind, needed, found. A point counts by its country and its words."""
    counts: Counter[str] = Counter(needed=sum(not item["optional"] for item in annotations))
    found: set[int] = set()
    for place in places:
        fits = [item for item in annotations if item["start"] < place.span.end and place.span.start < item["end"]]
        right = [item for item in fits if item["code"] in (None, place.code)]
        found.update(item["start"] for item in right if not item["optional"])
        if place.latitude is not None:
            counts["resolved"] += 1
            counts["right"] += bool(right)
            counts["kind"] += any(item["kind"] == place.kind for item in right)
    counts["found"] = len(found)
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """The shares that the counts make."""
    return {
        "right of resolved": counts["right"] / max(1, counts["resolved"]),
        "kind of right": counts["kind"] / max(1, counts["right"]),
        "recall": counts["found"] / max(1, counts["needed"]),
    }


def measure(shared: Path) -> dict[str, float]:
    """The figures over all annotated articles; nothing where they are not there."""
    counts: Counter[str] = Counter()
    articles = own.places(shared)
    for article in articles:
        counts += judged(read(article["text"], language="de").places, article["places"])
    return figures(counts) if articles else {}
