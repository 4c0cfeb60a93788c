"""Which judgements still hold: an UNDO takes the one that it names out, unless it is undone itself."""

import json
from collections.abc import Iterable, Sequence

from lagebild.model.judgement import Judgement, Verdict


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Each judgement once, the oldest first; the order in which they were imported does not show."""
    return sorted({item.key: item for item in judgements}.values(), key=lambda item: (item.at, item.key))


def active(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold, the oldest first, without the UNDOs themselves. An UNDO whose judgement is not among them waits
    for it."""
    ordered = in_order(judgements)
    undone = undone_keys(ordered)
    return [item for item in ordered if item.key not in undone and item.verdict is not Verdict.UNDO]


def undone_keys(judgements: Sequence[Judgement]) -> set[str]:
    """The keys of those that no longer hold, UNDOs among them.

    A judgement's key is made from its content, so whatever names it is younger, and nobody can forge a circle.
    """
    undos: dict[str, list[str]] = {}
    targets: dict[str, str] = {}
    for item in judgements:
        target = undo_target(item)
        if target is not None and target != item.key:
            undos.setdefault(target, []).append(item.key)
            targets[item.key] = target
    # From those that nobody undoes towards what they undo, so that each is settled before what it speaks of.
    waiting = {item.key: len(undos.get(item.key, ())) for item in judgements}
    ready = [key for key, count in waiting.items() if not count]
    undone: set[str] = set()
    while ready:
        key = ready.pop()
        target = targets.get(key)
        if target not in waiting:
            continue
        if key not in undone:
            undone.add(target)
        waiting[target] -= 1
        if not waiting[target]:
            ready.append(target)
    return undone


def undo_target(judgement: Judgement) -> str | None:
    """The key of the judgement that this one takes out; None where it is no UNDO or names nothing."""
    if judgement.verdict is not Verdict.UNDO or judgement.value is None:
        return None
    try:
        target = json.loads(judgement.value)
    except (ValueError, RecursionError):
        return None
    return target if isinstance(target, str) else None
