"""The section of exchanges: what two sides give each other."""

from collections.abc import Iterable, Sequence

from lagebild.model.claim import Telling
from lagebild.model.situation import Balance, Gift
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.drawing import deals_picture
from lagebild.report.briefing.pages import Entry, Picture, Run, Section

_PICTURES = 2
"""Balances that are drawn."""


def exchanges(desk: Desk) -> Section | None:
    """An entry for each balance, under it what either side gives."""
    found = desk.situation.exchanges
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="exchanges",
        heading=words.word("sections", "exchanges"),
        explained=words.word("explained", "exchanges"),
        entries=tuple(_entry(item, desk) for item in kept),
        pictures=tuple(_picture(item, desk) for item in kept[:_PICTURES]) if desk.drawn else (),
        more=len(found) - len(kept),
    )


def _picture(item: Balance, desk: Desk) -> Picture:
    left, right = (desk.wording.side(code) for code in item.sides)
    title = desk.wording.word("pictures", "deals", left=left, right=right)
    return Picture("deals", title, deals_picture(item, desk.wording))


def gifts_in_words(gifts: Sequence[Gift], desk: Desk, *, most: int = 3) -> list[Run]:
    """The gifts of one side in a row, each quoted, the most often told first."""
    runs: list[Run] = []
    kept = gifts[:most]
    for number, gift in enumerate(kept):
        if number:
            runs.append(Run(", "))
        runs.append(desk.quote(gift.words, told=gift.support.tellings))
    if len(gifts) > most:
        runs.append(Run(" " + desk.wording.word("points", "and_more").format(len(gifts) - most), "faint"))
    return runs


def _entry(item: Balance, desk: Desk) -> Entry:
    words = desk.wording
    left, right = (words.side(code) for code in item.sides)
    runs = [Run(words.word("points", "deal", left=left, right=right), "name")]
    if item.support is not None:
        runs += [Run(" "), desk.support(item.support)]
    inner = [_gift(gift, desk) for gifts in item.gifts for gift in desk.shown(gifts)]
    silent = [code for code, gifts in zip(item.sides, item.gifts, strict=True) if not gifts]
    inner += [Entry((Run(words.word("points", "nothing_named", side=words.side(code)), "faint"),)) for code in silent]
    return Entry(tuple(runs), mark(item.support) if item.support else None, inner=tuple(inner))


def _gift(gift: Gift, desk: Desk) -> Entry:
    words = desk.wording
    giver = words.word("points", "gives", side=words.side(gift.giver)) if gift.giver else None
    quoted = desk.quote(gift.words, told=gift.support.tellings)
    runs = [
        Run((giver or words.word("points", "gives_unnamed")) + " ", "name"),
        quoted,
        Run(" · ", "faint"),
        desk.support(gift.support, behind=[quoted]),
    ]
    if not gift.dealt:
        runs.append(Run(f" · {words.word('points', 'not_tied')}", "faint"))
    return Entry(tuple(runs), mark(gift.support))


def conditions(parts: Iterable[str], told: Iterable[Telling], desk: Desk) -> list[Run]:
    """The conditions of a threat, quoted from these tellings."""
    found = list(parts)
    if not found:
        return []
    return [Run(f" · {desk.wording.word('points', 'condition')} ", "faint"), desk.quote(found[0], told=told)]
