"""`python -m quality`: the table of figures with the anchors' beside ours; fails when a floor is missed."""

import argparse
import importlib
import importlib.util
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quality import confidence, gold
from quality.shared import shared_folder

Figures = dict[str, float]
Found = dict[str, dict[str, Any]]

PARTS = ("seed", "dev", "wikinews-dev")
OWN_MEASURES = ("times", "tagging", "clauses", "speakers")
"""Modules beside this one with `measure(shared) -> figures`."""
SECTION_OF = {"times": "krauts"}
HERE = Path(__file__).parent


def main() -> int:
    """Prints the tables; 0 when every floor holds or the annotated articles are not there, 1 otherwise."""
    options = _options()
    shared = shared_folder()
    if shared is None:
        print("quality: the annotated articles are not here (LAGEBILD_SHARED names their folder); nothing measured")
        return 0
    found = {part: _found(shared, part) for part in PARTS if options.only in (None, part, "confidence")}
    measures = _measures(shared, found)
    figures = {name: measure() for name, measure in measures.items() if options.only in (None, name)}
    missed = _print(figures, floors=_toml("floors"), anchors=_toml("anchors"))
    if "dev" in found and (options.rules or options.only in (None, "confidence")):
        judged = tuple(confidence.judged(shared, "dev", found["dev"]))
        _rows("confidence on dev", confidence.by_bin(judged))
        if options.rules:
            _rows("rules on dev", confidence.by_rule(judged))
    for line in missed:
        print(f"quality: floor missed: {line}", file=sys.stderr)
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--only", metavar="MEASURE", help="one measure alone, such as dev or krauts")
    parser.add_argument("--rules", action="store_true", help="also the share that is right for each rule, on dev")
    return parser.parse_args()


def _found(shared: Path, part: str) -> Found:
    return {article["id"]: gold.found_in(article) for article in gold.articles(shared, part)}


def _measures(shared: Path, found: dict[str, Found]) -> dict[str, Callable[[], Figures]]:
    measures: dict[str, Callable[[], Figures]] = {}
    for part in PARTS:
        if part in found:
            measures[part] = lambda part=part: gold.measure(shared, part, found[part])  # type: ignore[misc]
    for name in OWN_MEASURES:
        if importlib.util.find_spec(f"quality.{name}") is not None:
            module = importlib.import_module(f"quality.{name}")
            measures[SECTION_OF.get(name, name)] = lambda module=module: module.measure(shared)  # type: ignore[misc]
    if "dev" in found:
        measures["confidence"] = lambda: confidence.measure(confidence.judged(shared, "dev", found["dev"]))
    return measures


def _toml(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def _print(figures: dict[str, Figures], *, floors: dict[str, Any], anchors: dict[str, Any]) -> list[str]:
    """Prints every figure with its floor and anchor; returns what is under its floor, or not measured at all."""
    missed = []
    print(f"{'measure':14} {'figure':22} {'ours':>7} {'floor':>7} {'anchor':>7}")
    for section, values in figures.items():
        for name, value in values.items():
            floor = floors.get(section, {}).get(name)
            anchor = anchors.get(section, {}).get(name)
            low = floor is not None and value < floor
            print(
                f"{section:14} {name:22} {value:7.3f} {_shown(floor)} {_shown(anchor and anchor['figure'])}"
                f"{'  < floor' if low else ''}{'  ' + anchor['who'] if anchor else ''}"
            )
            if low:
                missed.append(f"{section} {name}: {value:.4f} < {floor}")
        missed += [f"{section} {name}: not measured" for name in floors.get(section, {}) if name not in values]
    return missed


def _shown(value: float | None) -> str:
    return f"{value:7.3f}" if value is not None else " " * 6 + "-"


def _rows(title: str, rows: tuple[confidence.Row, ...]) -> None:
    print(f"\n{title:40} {'n':>5} {'said':>6} {'right':>6}")
    for row in rows:
        print(f"{row.name:40} {row.found:5} {row.said:6.2f} {row.right:6.2f}")


if __name__ == "__main__":
    sys.exit(main())
