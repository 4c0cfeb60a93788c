"""The rows that the README shows: label, goal, anchor; and the floors."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

Figures = dict[str, dict[str, float]]


class Row(NamedTuple):
    """One figure worth showing; `anchor` is what `who` reached on the same texts."""

    measure: str
    figure: str
    label: str
    goal: float | None = None
    anchor: float | None = None
    who: str = ""


def rows() -> tuple[Row, ...]:
    """As table.toml lists them."""
    return tuple(Row(**entry) for entry in _toml("table")["row"])


def floors() -> Figures:
    """The pinned figures by measure and name."""
    return _toml("floors")


def missed(figures: Figures) -> list[str]:
    """One line for each floor that is not reached, or not measured although its measure was run."""
    lines = []
    for measure, pinned in floors().items():
        found = figures.get(measure)
        for name, floor in pinned.items() if found is not None else ():
            if found is None or name not in found:
                lines.append(f"{measure} {name}: not measured")
            elif found[name] < floor:
                lines.append(f"{measure} {name}: {found[name]:.4f} is under its floor {floor}")
    return lines


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
