"""The section of positions: what each actor says, and where they changed it."""

from lagebild.model.situation import Change, Position
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section

_STANDS = 3


def positions(desk: Desk) -> Section | None:
    """An entry for each actor, under it what they say."""
    # A name that begins with no letter is a date or a number taken for somebody.
    found = [item for item in desk.situation.positions if item.stands and item.name[:1].isalpha()]
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="positions",
        heading=words.word("sections", "positions"),
        explained=words.word("explained", "positions"),
        entries=tuple(_entry(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def _entry(item: Position, desk: Desk) -> Entry:
    words = desk.wording
    name, state = words.called(item.name), words.side(item.code) if item.code else None
    about = ", ".join(part for part in (item.office, state) if part and part != name)
    runs = [Run(name, "name"), Run(f" ({about})" if about else "", "faint")]
    inner = [_change(change, desk) for change in item.changes]
    changed = {telling.words for change in item.changes if (telling := words.telling(change.one)) is not None}
    stands = [stand for stand in item.stands if stand.words.rstrip(".") not in changed]
    kept = stands[:_STANDS] if desk.most is not None else stands
    for stand in kept:
        act = desk.wording.labels["acts"][stand.act]
        day = f", {words.short_day(stand.day)}" if stand.day else ""
        inner.append(Entry((Run(f"{act}{day}: ", "faint"), desk.quote(stand.words, notes=desk.notes.of([stand.ref])))))
    if len(stands) > len(kept):
        more = words.word("points", "and_more").format(len(stands) - len(kept))
        inner.append(Entry((Run(f"… {more}", "faint"),)))
    return Entry(tuple(run for run in runs if run.text), inner=tuple(inner))


def _change(change: Change, desk: Desk) -> Entry:
    words = desk.wording
    now, before = words.telling(change.one), words.telling(change.other)
    runs = [Run(words.word("turns", change.turn) + " ", "name")]
    if now is not None:
        runs += [desk.quote(now.words, notes=desk.notes.of([change.one])), Run(f" ({words.day(now.day)})")]
    if before is not None:
        runs += [
            Run(f" – {words.word('points', 'before')} "),
            desk.quote(before.words, notes=desk.notes.of([change.other])),
        ]
        speaker = f"{desk.voice(change.other)}, " if now and now.voice.name != before.voice.name else ""
        runs.append(Run(f" ({speaker}{words.day(before.day)})"))
    return Entry(tuple(runs))
