"""Whether a confidence means what it says: the share of attributions that are right, by bin and by rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quality.gold import articles, found_in, scorer

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


class Judged(NamedTuple):
    """One attribution that the program found, and whether content and speaker are both right."""

    rule: str
    confidence: float
    right: bool


class Row(NamedTuple):
    """A group of judged attributions."""

    name: str
    found: int
    said: float
    right: float


def judged(shared: Path, part: str, found: dict[str, Any] | None = None) -> Iterator[Judged]:
    """Every attribution found in the articles of one part, judged by the scorer's own matching."""
    score = scorer(shared)
    for article in articles(shared, part):
        text = article["text"]
        ours = (found[article["id"]] if found is not None else found_in(article))["attributions"]
        right = set()
        for gold_index, our_index, _ in score.pairs(text, article["attributions"], ours):
            theirs, our = article["attributions"][gold_index], ours[our_index]
            mention = theirs.get("speaker_span")
            overlap = mention and our["source"] and score.cells(text, [mention]) & score.cells(text, [our["source"]])
            if score.same_name(theirs["speaker"], our["speaker"]) or overlap:
                right.add(our_index)
        for index, item in enumerate(ours):
            yield Judged(item["rule"], item["confidence"], index in right)


def by_bin(items: Iterable[Judged]) -> tuple[Row, ...]:
    """The share that is right in every bin of confidence."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        low = max(edge for edge in BINS if edge <= item.confidence)
        groups[f"{low:.2f}"].append(item)
    return tuple(_row(f"from {name}", groups[name]) for name in sorted(groups))


def by_rule(items: Iterable[Judged]) -> tuple[Row, ...]:
    """The share that is right for every rule, the most used first."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        groups[item.rule].append(item)
    return tuple(_row(name, groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name)))


def measure(items: Iterable[Judged]) -> dict[str, float]:
    """`off`: by how much the stated confidence misses the share that is right, over all bins, weighted."""
    rows = by_bin(items)
    total = sum(row.found for row in rows)
    off = sum(row.found * abs(row.said - row.right) for row in rows) / total if total else 0.0
    # A floor can only ask for more, so the figure is turned round: 1 is perfect.
    return {"calibration": round(1 - off, 4)}


def _row(name: str, items: list[Judged]) -> Row:
    said = sum(item.confidence for item in items) / len(items)
    right = sum(item.right for item in items) / len(items)
    return Row(name, len(items), round(said, 3), round(right, 3))
