"""The sections on origins: what only one says, and who is a party in the matter."""

from lagebild.model.situation import Alone
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section


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
    found = desk.situation.interested
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="interested",
        heading=words.word("sections", "interested"),
        explained=words.word("explained", "interested"),
        entries=tuple(Entry((Run(item.name, "name"), Run(f" – {item.reason}"))) for item in kept),
        more=len(found) - len(kept),
    )


def _entry(item: Alone, desk: Desk) -> Entry:
    words = desk.wording
    runs = [
        desk.quote(item.words, notes=desk.notes.of([item.origin.first])),
        Run(f" · {words.origin(item.origin)}", "faint"),
    ]
    if item.reports > 1:
        runs.append(Run(f" · {words.number_of('origins', 'reports', item.reports)}", "faint"))
    return Entry(tuple(runs), lead=words.word("kinds", item.kind))
