"""The section of figures: every value with its day and voice, and the last stand."""

from dataclasses import replace

from lagebild.model.situation import Ledger, Value
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.drawing import figures_picture
from lagebild.report.briefing.pages import Entry, Picture, Run, Section, Table

_LEDGERS = 4
_REMARKED = ("revised", "repeated", "outlier")


def figures(desk: Desk) -> Section | None:
    """For each ledger the last stand and a table of all values; only those with two values or more."""
    found = [item for item in desk.situation.figures if len({value.ref for value in item.values}) > 1 and is_told(item)]
    if not found:
        return None
    kept = desk.shown(found, most=_LEDGERS)
    words = desk.wording
    return Section(
        id="figures",
        heading=words.word("sections", "figures"),
        explained=words.word("explained", "figures"),
        entries=tuple(Entry((Run(titled(item, desk) + ": ", "name"), Run(stand(item, desk)))) for item in kept),
        pictures=tuple(
            replace(picture, twin=number)
            for number, item in enumerate(kept)
            if (picture := _picture(item, desk)) is not None
        ),
        tables=tuple(_table(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def _picture(item: Ledger, desk: Desk) -> Picture | None:
    if not desk.drawn:
        return None
    title = desk.wording.word("pictures", "figures", about=titled(item, desk))
    drawn = figures_picture(item.values, desk.wording, title=title, low=item.low, high=item.high)
    return Picture("figures", title, drawn, stand(item, desk)) if drawn else None


def titled(item: Ledger, desk: Desk) -> str:
    """ "Nordkorea in Kursk", or the words for what is counted."""
    words = desk.wording
    fates = [words.labels["fates"].get(fate, fate) for fate in (item.fate or "").split(" or ") if fate]
    counted = item.about or item.unit or words.word("figures", "unknown")
    told = f"{counted} ({'/'.join(fates)})" if fates else counted
    whose = words.side(item.whose) if item.whose else None
    return " · ".join(part for part in (told, whose, item.where) if part)


def is_told(item: Ledger) -> bool:
    """Whether a reader can see what the ledger counts."""
    return item.about is not None or item.whose is not None


def stand(item: Ledger, desk: Desk) -> str:
    """Between which numbers the values lie that each told last."""
    words = desk.wording
    if item.low is None or item.high is None:
        return ""
    low, high = words.number(item.low), words.number(item.high)
    span = low if low == high else words.word("figures", "to", low=low, high=high)
    if any(value.standing == "current" and value.high is None and value.low == item.high for value in item.values):
        span = f"{span} {words.word('figures', 'or_more')}"
    return words.word("figures", "now", span=span)


def _table(item: Ledger, desk: Desk) -> Table:
    words = desk.wording
    rows = []
    for value in item.values:
        remark = f" ({words.word('standings', value.standing)})" if value.standing in _REMARKED else ""
        remark += f" ({words.word('points', 'part_of', words=value.part_of)})" if value.part_of else ""
        telling = words.telling(value.ref)
        rows.append(
            (
                (Run(words.short_day(value.day) if value.day else words.word("times", "no_day")),),
                (Run(words.value(value)),),
                (desk.quote(value.words, notes=desk.notes.of([value.ref])), Run(remark, "faint")),
                (Run(_voice(value, desk)),),
                (Run(words.outlet(telling.document) if telling else ""),),
            )
        )
    columns = tuple(words.word("columns", name) for name in ("day", "value", "words", "voice", "outlet"))
    return Table(columns, tuple(rows), titled(item, desk), frozenset({1}))


def _voice(value: Value, desk: Desk) -> str:
    """Who says it, and whom they have it from."""
    name = value.voice or desk.voice(value.ref)
    return f"{name} ({desk.wording.word('points', 'from', name=value.origin)})" if value.origin else name
