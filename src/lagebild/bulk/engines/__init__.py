"""ENGINES: who can do the jobs of a run, by name."""

from collections.abc import Callable

from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import local, ray
from lagebild.errors import UsageError
from lagebild.intake.limits import Limits

Made = Callable[..., Engine]

ENGINES: dict[str, Made] = {"local": local.engine, "ray": ray.engine}
"""Each takes `workers` (None for as many as there are), `limits`, and the `address` of a cluster."""


def engine_named(name: str, *, workers: int | None, limits: Limits, address: str | None = None) -> Engine:
    """The engine of that name, ready to work. Raises UsageError for an unknown one, one that is not installed, and an
    address where none can be; BulkError where a cluster cannot be reached."""
    if name not in ENGINES:
        raise UsageError(f"there is no engine {name!r}; there are {', '.join(ENGINES)}")
    return ENGINES[name](workers=workers, limits=limits, address=address)
