"""Tasks: what is done beside the server, by name; each takes the base, a way to tell what happens, and its values."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import lagebild
from lagebild.intake.options import Options
from lagebild.intake.tally import Tally
from lagebild.knowledge import KnowledgeBase, adding
from lagebild.model.codec import encode
from lagebild.web.views import claim_lists, positions, situation

Tell = Callable[..., None]


def add(base: Path, tell: Tell, sources: list[str], options: Options) -> Tally:
    """Adds what the sources hold; tells of each document."""
    with KnowledgeBase(base) as opened:
        engine = adding.engine_name(options.engine)
        return adding.add(opened.store, sources, options=options, engine=engine, watch=tell)


def retry(base: Path, tell: Tell, options: Options) -> Tally:
    """Tries again what failed before."""
    with KnowledgeBase(base) as opened:
        return adding.retry(opened.store, options=options, engine=adding.engine_name(options.engine), watch=tell)


def compare(base: Path, tell: Tell) -> int:
    """Compares what new reports tell, and looks for news of the watches; returns how many reports that took."""
    with KnowledgeBase(base, make=False) as opened:
        done = opened.compare_claims(workers=1)  # the pages keep a core
        if opened.watches():
            opened.look_for_news()
        return done


def read(base: Path, tell: Tell, given: dict[str, Any]) -> dict[str, Any]:
    """Takes a report apart, and keeps nothing."""
    return encode(lagebild.read(**given))


def _told(make: Callable[..., Any]) -> Callable[..., Any]:
    """What is told of a base as it was last compared."""

    def told(base: Path, tell: Tell, *asked: Any) -> Any:
        with KnowledgeBase(base, write=False, as_compared=True) as opened:
            return make(opened, *asked)

    return told


TASKS: Mapping[str, Callable[..., Any]] = {
    "add": add,
    "retry": retry,
    "compare": compare,
    "read": read,
    "briefing": _told(situation.briefing),
    "wire": _told(situation.wire),
    "positions": _told(positions.positions),
    **{name: _told(make) for name, make in claim_lists.TOLD.items()},
}
