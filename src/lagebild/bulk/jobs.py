"""Jobs: what engines do, named by functions so that any process can do them; JSON in, JSON out."""

import importlib
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from lagebild.bulk.hands import Hands

Does = Callable[[dict[str, Any], Hands, Callable[[int], None]], dict[str, Any]]
"""What a job's function is: what is asked, hands to do it with, and whom to tell how many documents more are done."""


class Job(NamedTuple):
    """One piece of work. `does` is "module:function"; doing it twice does no harm and gives the same."""

    number: int
    does: str
    asked: dict[str, Any]


class Done(NamedTuple):
    """A job that is done, and what its function returned."""

    job: Job
    result: dict[str, Any]


def do(job: Job, hands: Hands, tell: Callable[[int], None]) -> dict[str, Any]:
    """Does the job here and now."""
    module, _, function = job.does.partition(":")
    does: Does = getattr(importlib.import_module(module), function)
    return does(job.asked, hands, tell)


class Heard(Protocol):
    """Hears, from whatever thread, how many documents more are done of a job that is under way."""

    def __call__(self, number: int, documents: int, /) -> None:
        """So many more of that job."""
        ...
