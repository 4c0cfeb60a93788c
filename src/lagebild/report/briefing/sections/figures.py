"""The section of figures: every value with its day and voice, and the last stand."""

from lagebild.model.situation import Ledger
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section, Table

_LEDGERS = 4


def figures(desk: Desk) -> Section | None:
    """For each ledger the last stand and a table of all values; only those with two values or more."""
    found = [item for item in desk.situation.figures if len(item.values) > 1]
    if not found:
        return None
    kept = desk.shown(found, most=_LEDGERS)
    words = desk.wording
    return Section(
        id="figures",
        heading=words.word("sections", "figures"),
        explained=words.word("explained", "figures"),
        entries=tuple(Entry((Run(titled(item, desk) + ": ", "name"), Run(stand(item, desk)))) for item in kept),
        tables=tuple(_table(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def titled(item: Ledger, desk: Desk) -> str:
    """ "Nordkorea in Kursk", or the words for what is counted."""
    words = desk.wording
    whose = words.side(item.whose) if item.whose else None
    if whose and item.where:
        return words.word("points", "forces", whose=whose, place=item.where).rstrip(":")
    return whose or item.about


def stand(item: Ledger, desk: Desk) -> str:
    """Between which numbers the values lie that each told last."""
    words = desk.wording
    if item.low is None or item.high is None:
        return ""
    low, high = words.number(item.low), words.number(item.high)
    span = low if low == high else words.word("figures", "to", low=low, high=high)
    return words.word("figures", "now", span=span)


def _table(item: Ledger, desk: Desk) -> Table:
    words = desk.wording
    rows = []
    for value in item.values:
        remark = f" ({words.word('figures', 'outlier')})" if value.outlier else ""
        remark += f" ({words.word('points', 'part_of', words=value.part_of)})" if value.part_of else ""
        telling = words.telling(value.ref)
        rows.append(
            (
                (Run(words.short_day(value.day) if value.day else words.word("times", "no_day")),),
                (Run(words.value(value)),),
                (desk.quote(value.words, notes=desk.notes.of([value.ref])), Run(remark, "faint")),
                (Run(desk.voice(value.ref)),),
                (Run(words.outlet(telling.document) if telling else ""),),
            )
        )
    columns = tuple(words.word("columns", name) for name in ("day", "value", "words", "voice", "outlet"))
    return Table(columns, tuple(rows), titled(item, desk), frozenset({1}))
