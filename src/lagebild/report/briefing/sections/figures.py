"""The section of figures: every value with its day and voice, and the last stand."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.model.claim import VoiceKind
from lagebild.model.situation import Ledger, Value
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.drawing import figures_picture
from lagebild.report.briefing.footnotes import MOST
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
    return words.word("figures", "now" if any(value.day for value in item.values) else "undated_span", span=span)


def _table(item: Ledger, desk: Desk) -> Table:
    """A row for each value; what several houses have of the same voice on one day is one row. Without a picture whose
    twin it is, only the latest rows are shown."""
    words = desk.wording
    same: dict[tuple[object, ...], list[Value]] = {}
    for value in item.values:
        told = (value.day, words.value(value), _voice(value, desk), value.standing, value.part_of)
        same.setdefault(told, []).append(value)
    rows = list(same.values())
    if desk.most is not None and not desk.drawn:
        rows = rows[-2 * desk.most :]
    columns = tuple(words.word("columns", name) for name in ("day", "value", "words", "voice", "outlet"))
    return Table(columns, tuple(_row(values, desk) for values in rows), titled(item, desk), frozenset({1}))


def _row(values: Sequence[Value], desk: Desk) -> tuple[tuple[Run, ...], ...]:
    words, value = desk.wording, values[0]
    remark = f" ({words.word('standings', value.standing)})" if value.standing in _REMARKED else ""
    remark += f" ({words.word('points', 'part_of', words=value.part_of)})" if value.part_of else ""
    notes = desk.notes.of([value.ref for value in values][:MOST])
    tellings = [telling for value in values if (telling := words.telling(value.ref)) is not None]
    unknown = words.word("notes", "outlet_unknown")
    outlets = dict.fromkeys(words.publisher(telling.document) or unknown for telling in tellings)
    return (
        (Run(words.short_day(value.day) if value.day else words.word("times", "no_day")),),
        (Run(words.value(value)),),
        (desk.quote(value.words, notes=notes), Run(remark, "faint")),
        (Run(_voice(value, desk)),),
        (Run(", ".join(outlets)),),
    )


def _voice(value: Value, desk: Desk) -> str:
    """Who says it, and whom they have it from."""
    telling = desk.wording.telling(value.ref)
    own = telling is not None and telling.voice.kind is VoiceKind.OUTLET
    name = (value.voice and desk.wording.called(value.voice)) or (
        desk.wording.word("notes", "own_word") if own else desk.voice(value.ref)
    )
    return (
        f"{name} ({desk.wording.word('points', 'from', name=desk.wording.called(value.origin))})"
        if value.origin
        else name
    )
