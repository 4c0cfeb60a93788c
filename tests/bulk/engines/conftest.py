"""Both engines, one after the other; Ray where it is installed."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pytest

from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.intake.limits import Limits
from tests.bulk.runs import LIMITS

Made = Callable[..., Engine]


@pytest.fixture(scope="session")
def cluster() -> Iterator[None]:
    """A cluster on this machine for all tests, since it takes seconds to start."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'lagebild[ray]'")
    with closing(engine_named("ray", workers=2, limits=LIMITS)):
        yield


@pytest.fixture(params=["local", "ray"])
def made(request: pytest.FixtureRequest) -> Iterator[Made]:
    """Makes an engine of the kind; all are closed in the end."""
    if request.param == "ray":
        request.getfixturevalue("cluster")
    engines: list[Engine] = []

    def make(workers: int = 2, limits: Limits = LIMITS) -> Engine:
        engines.append(engine_named(request.param, workers=workers, limits=limits))
        return engines[-1]

    yield make
    for engine in engines:
        with suppress(Exception):
            engine.close()
