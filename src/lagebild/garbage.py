"""Garbage: what a program that reads many reports spares Python's garbage collector.

Reading leaves nothing for the collector: a document's records are freed as soon as nobody holds them. But a collector
that goes through the tables and through every document's records to find that out takes a fifth of the time of
reading (200 articles, Python 3.11), and a sixth of that of the start of the command.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# So many new objects make the collector look at them: what some hundred articles leave in tables of words met before,
# each of which it would look at several times; others may leave garbage, and so many objects are some 40 MB.
NEW_OBJECTS = 400_000


@contextmanager
def tables_spared() -> Iterator[Callable[[], None]]:
    """While it lasts, the collector waits until the given function is called, once the first report has been read and
    so the tables are loaded; then it looks seldom, and never at what was there by then.

    For the edge of a program that has the process for itself: the collector is one for all that runs in it.
    """
    collects, thresholds = gc.isenabled(), gc.get_threshold()

    def loaded() -> None:
        gc.collect()
        gc.freeze()
        gc.set_threshold(NEW_OBJECTS, *thresholds[1:])
        if collects:
            gc.enable()

    gc.disable()
    try:
        yield loaded
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        if collects:
            gc.enable()
