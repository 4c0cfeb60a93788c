"""Facts that formats need and our records lack: other codes of states, PLOVER's categories and scores."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class State(NamedTuple):
    """ISO 3166-1 alpha-2, and the number of the Correlates of War project, None where its list has none."""

    alpha2: str
    cow: str | None


@cache
def states() -> dict[str, State]:
    """By ISO 3166-1 alpha-3."""
    return {code: State(alpha2, cow or None) for code, alpha2, cow in _rows("countries.tsv")}


@cache
def quads() -> dict[str, str]:
    """The quad category of each type of event."""
    return {type_: quad for type_, quad, _, _ in _rows("plover.tsv")}


@cache
def scores() -> dict[tuple[str, str], float]:
    """The conflict-cooperation score of each type and mode; the type's own has the mode ""."""
    return {(type_, mode): float(score) for type_, _, mode, score in _rows("plover.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = (files("lagebild") / "export" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]
