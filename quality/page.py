"""Writes the figures into the README and docs/confidence.md, between their marks."""

import re
from collections.abc import Iterable

from quality.confidence import Row as Bin
from quality.shared import ROOT
from quality.table import Figures, rows


def write(figures: Figures, bins: Iterable[Bin]) -> None:
    """Replaces both tables; a figure that was not measured shows as a dash."""
    replace_block("README.md", "quality", _figures(figures))
    replace_block("docs/confidence.md", "confidence", _bins(bins))


def replace_block(name: str, mark: str, lines: list[str]) -> None:
    """Puts the lines between the two comments of that mark."""
    file = ROOT / name
    text = file.read_text("utf-8")
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    found = re.search(re.escape(begin) + ".*?" + re.escape(end), text, re.S)
    if found is None:
        raise ValueError(f"{name} has no block {mark!r}")
    file.write_text(text[: found.start()] + "\n".join([begin, *lines, end]) + text[found.end() :], "utf-8")


def _figures(figures: Figures) -> list[str]:
    lines = ["| what | goal | ours | others |", "|---|---|---|---|"]
    for row in rows():
        ours = figures.get(row.measure, {}).get(row.figure)
        others = "" if row.anchor is None else f"{row.anchor:.3f} {row.who}"
        shown = "–" if ours is None else f"**{ours:.3f}**"
        lines.append(f"| {row.label} | {'' if row.goal is None else f'{row.goal:.2f}'} | {shown} | {others} |")
    return lines


def _bins(bins: Iterable[Bin]) -> list[str]:
    lines = ["| confidence | attributions found | mean confidence | right |", "|---|---|---|---|"]
    return lines + [f"| {row.name} | {row.found} | {row.said:.2f} | {row.right:.2f} |" for row in bins]
