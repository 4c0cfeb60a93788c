"""Checks: whether a value that somebody gives may stand in a field; each returns the value or raises ValueError."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isfinite
from typing import Any


@dataclass(frozen=True, slots=True)
class Ground:
    """What the values of one document's records may point at."""

    size: int
    """Code points of the text."""
    entities: frozenset[str]
    attributions: frozenset[str]
    events: frozenset[str]


Check = Callable[[Any, Ground], Any]


def span(value: Any, ground: Ground) -> list[int]:
    """A pair `[start, end]` inside the text."""
    pair = list(value) if isinstance(value, list | tuple) else []
    if len(pair) != 2 or not all(isinstance(end, int) and not isinstance(end, bool) for end in pair):
        raise ValueError(f"{_shown(value)} is no span; give [start, end] in code points of the text")
    if not 0 <= pair[0] < pair[1] <= ground.size:
        raise ValueError(f"the span {pair} does not lie in the text, which has {ground.size} code points")
    return pair


def text(value: Any, ground: Ground) -> str:
    """Words, at least one."""
    del ground
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{_shown(value)} is no text; give at least one word")
    return value


def flag(value: Any, ground: Ground) -> bool:
    """true or false."""
    del ground
    if not isinstance(value, bool):
        raise ValueError(f"{_shown(value)} is neither true nor false")
    return value


def number(low: float | None = None, high: float | None = None) -> Check:
    """A number between the two."""

    def check(value: Any, ground: Ground) -> float:
        del ground
        if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
            raise ValueError(f"{_shown(value)} is no number")
        if (low is not None and value < low) or (high is not None and value > high):
            raise ValueError(f"{value} does not lie between {low} and {high}")
        return value

    return check


def one_of(choices: Iterable[str] | type[StrEnum]) -> Check:
    """One of these words."""
    known = tuple(str(choice) for choice in choices)

    def check(value: Any, ground: Ground) -> str:
        del ground
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"{_shown(value)} is none of {', '.join(known)}")
        return value

    return check


def maybe(check: Check) -> Check:
    """What the check takes, or null."""
    return lambda value, ground: None if value is None else check(value, ground)


def some(check: Check, *, least: int = 0) -> Check:
    """A list of what the check takes, in the order given."""

    def checked(value: Any, ground: Ground) -> list[Any]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{_shown(value)} is no list")
        if len(value) < least:
            raise ValueError(f"at least {least} must be given")
        return [check(item, ground) for item in value]

    return checked


def in_order(check: Check) -> Check:
    """The same list of spans sorted by place, none of which may overlap."""

    def checked(value: Any, ground: Ground) -> list[Any]:
        spans: list[Any] = sorted(check(value, ground))
        for left, right in pairwise(spans):
            if right[0] < left[1]:
                raise ValueError(f"the spans {left} and {right} overlap")
        return spans

    return checked


def entity(value: Any, ground: Ground) -> str:
    """The key of an entity of this document."""
    return _among(value, ground.entities, "entity")


def attribution(value: Any, ground: Ground) -> str:
    """The key of an attribution of this document."""
    return _among(value, ground.attributions, "attribution")


def event(value: Any, ground: Ground) -> str:
    """The key of an event of this document."""
    return _among(value, ground.events, "event")


def fields(**checks: Check) -> Check:
    """An object with exactly these fields; those that are left out are null."""

    def check(value: Any, ground: Ground) -> dict[str, Any]:
        if not isinstance(value, dict) or not set(value) <= set(checks):
            raise ValueError(f"{_shown(value)} is no object with the fields {', '.join(checks)}")
        return {name: one(value.get(name), ground) for name, one in checks.items()}

    return check


def _among(value: Any, known: frozenset[str], noun: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{_shown(value)} is the key of no {noun} of this document")
    return value


def _is_finite(value: float) -> bool:
    try:
        return isfinite(value)
    except OverflowError:
        return False


def _shown(value: Any) -> str:
    """The value as a message shows it, cut where it is long."""
    told = repr(value)
    return told if len(told) <= 60 else told[:57] + "…"
