"""Engine: whoever does jobs, on this machine or on many."""

from collections.abc import Generator, Iterable
from typing import Protocol

from lagebild.bulk.jobs import Done, Heard, Job


class Engine(Protocol):
    """`close` it in any case; then all that is under way has ended."""

    @property
    def workers(self) -> int:
        """How many jobs are done at the same time, as far as is known now."""
        ...

    def run(self, jobs: Iterable[Job], heard: Heard) -> Generator[Done | None, None, None]:
        """Does the jobs, and yields each when it is done, in whatever order; None now and then while nothing is.

        Only a few jobs more than there are workers are taken ahead, so that memory stays bounded. A job whose worker is
        lost is done again; closing the iterator drops what is under way. Raises what a job raises on purpose, and
        BulkError where no worker can be had.
        """
        ...

    def close(self) -> None:
        """Ends all workers."""
        ...
