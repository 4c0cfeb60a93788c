"""The sections on origins: what only one says, and who is a party in the matter."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lagebild.model.situation import Alone, Claim, Interest
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section

_ROLES = {
    "acts in the matter": "acts", "is who it is done to": "done_to", "is said to break a rule": "breaks",
    "is accused in the matter": "accused",
}  # fmt: skip
"""With which words a reason ends."""
_SPEAKS_FOR = re.compile(r" speaks for (\S+), which ")


def single_origin(desk: Desk) -> Section | None:
    """An entry for each thing that stands on one origin."""
    found = desk.situation.single_origin
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="single_origin",
        heading=words.word("sections", "single_origin"),
        explained=words.word("explained", "single_origin"),
        entries=tuple(_entry(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def interested(desk: Desk) -> Section | None:
    """An entry for each party."""
    found = _by_name(desk.situation.interested)
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="interested",
        heading=words.word("sections", "interested"),
        explained=words.word("explained", "interested"),
        entries=tuple(_party(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def _by_name(found: Sequence[Interest]) -> list[Interest]:
    """Each party once, with the reason that most of its words have."""
    names: dict[str, Interest] = {}
    for item in found:
        known = names.get(item.name)
        names[item.name] = replace(known, items=(*known.items, *item.items)) if known else item
    return list(names.values())


def _party(item: Interest, desk: Desk) -> Entry:
    runs = [Run(desk.wording.called(item.name), "name"), Run(f" – {_reason(item, desk)}")]
    claim = _claim_of(item.items, desk)
    if claim is not None:
        quoted = desk.gloss(claim)
        runs += [Run(f" · {desk.wording.word('interests', 'about')} ", "faint"), quoted]
    return Entry(tuple(runs))


def _reason(item: Interest, desk: Desk) -> str:
    """The reason in the reader's language; as it stands where it is of a kind that has no words here."""
    words, reason = desk.wording, item.reason
    role = next((words.word("interests", name) for end, name in _ROLES.items() if reason.endswith(end)), None)
    if role is None:
        return reason
    spoken = _SPEAKS_FOR.search(reason)
    if spoken is None:
        return role
    side = words.side(spoken[1])
    if side == words.called(item.name):
        return words.word("interests", "itself", role=role)
    return words.word("interests", "for", side=side, role=role)


def _claim_of(items: Sequence[str], desk: Desk) -> Claim | None:
    """The first claim among what the party says."""
    return next(filter(None, map(desk.claim, items)), None)


def _entry(item: Alone, desk: Desk) -> Entry:
    words = desk.wording
    told = [telling for ref in item.origin.tellings if (telling := words.telling(ref)) is not None]
    runs = [
        desk.quote(item.words, notes=desk.notes.holding(item.words, told) or desk.notes.of([item.origin.first])),
        Run(f" · {words.origin(item.origin)}", "faint"),
    ]
    if item.reports > 1:
        runs.append(Run(f" · {words.number_of('origins', 'reports', item.reports)}", "faint"))
    return Entry(tuple(runs), lead=words.word("kinds", item.kind))
