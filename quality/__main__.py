"""`python -m quality`: the table of figures with floors and anchors beside ours; fails when a floor is missed."""

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from quality import confidence, gold, page, table
from quality.shared import shared_folder

Found = dict[str, dict[str, Any]]

PARTS = ("seed", "dev", "wikinews-dev", "web-studied", "web-held")
OWN_MEASURES = {
    "krauts": "times",
    "tagging": "tagging",
    "clauses": "clauses",
    "speakers": "speakers",
    "records": "records",
    "written": "written",
    "places": "places",
    "identities": "identities",
    "situations": "situations.score",
}
"""Measures that have a module beside this one with `measure(shared) -> figures`."""


def main() -> int:
    """Prints the tables; 0 when every floor holds or the annotated articles are not there, 1 otherwise."""
    options = _options()
    shared = shared_folder()
    if shared is None:
        print("quality: the annotated articles are not here (LAGEBILD_SHARED names their folder); nothing measured")
        return 0
    found = {part: _found(shared, part) for part in PARTS if options.only in (None, part)}
    judged = tuple(confidence.judged(shared, "dev", found["dev"])) if "dev" in found else ()
    measures = _measures(shared, found, judged)
    figures = {name: measure() for name, measure in measures.items() if options.only in (None, name)}
    _print_figures(figures)
    _print_rows("confidence, on dev", confidence.by_bin(judged))
    if options.rules:
        _print_rows("rules, on dev", confidence.by_rule(judged))
    if options.write:
        page.write(figures, confidence.by_bin(judged))
    missed = table.missed(figures)
    for line in missed:
        print(f"quality: {line}", file=sys.stderr)
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--only", metavar="MEASURE", help="one measure alone, such as dev or krauts")
    parser.add_argument("--rules", action="store_true", help="also the share that is right for each rule, on dev")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md and docs/confidence.md")
    options = parser.parse_args()
    if options.write and options.only:
        parser.error("--write needs all measures")
    return options


def _found(shared: Path, part: str) -> Found:
    return {article["id"]: gold.found_in(article) for article in gold.articles(shared, part)}


def _measures(
    shared: Path, found: dict[str, Found], judged: tuple[confidence.Judged, ...]
) -> dict[str, Callable[[], dict[str, float]]]:
    measures: dict[str, Callable[[], dict[str, float]]] = {
        part: partial(gold.measure, shared, part, found[part]) for part in found
    }
    for name, module in OWN_MEASURES.items():
        if importlib.util.find_spec(f"quality.{module}") is not None:
            measures[name] = partial(importlib.import_module(f"quality.{module}").measure, shared)
    if judged:
        measures["confidence"] = partial(confidence.measure, judged)
    return measures


def _print_figures(figures: table.Figures) -> None:
    shown = {(row.measure, row.figure): row for row in table.rows()}
    floors = table.floors()
    print(f"{'measure':14} {'figure':22} {'ours':>9} {'goal':>7} {'floor':>7} {'others':>7}")
    for measure, values in figures.items():
        for name, value in values.items():
            row = shown.get((measure, name))
            numbers = (row and row.goal, floors.get(measure, {}).get(name), row and row.anchor)
            ours = f"{value:9.4f}" if value <= 1 else f"{value:9,.0f}"
            print(f"{measure:14} {name:22} {ours}", *map(_number, numbers), row.who if row else "")


def _number(value: float | None) -> str:
    return f"{value:7.3f}" if value is not None else " " * 6 + "-"


def _print_rows(title: str, rows: tuple[confidence.Row, ...]) -> None:
    if not rows:
        return
    print(f"\n{title:40} {'n':>5} {'said':>6} {'right':>6}")
    for row in rows:
        print(f"{row.name:40} {row.found:5} {row.said:6.2f} {row.right:6.2f}")


if __name__ == "__main__":
    sys.exit(main())
