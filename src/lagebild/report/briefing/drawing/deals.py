"""The picture of a deal: two sides, and between them what each gives the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.model.situation import Balance, Certainty, Gift
from lagebild.report.briefing.drawing.labels import cut
from lagebild.report.briefing.drawing.sheet import svg
from lagebild.report.briefing.wording import Wording

WIDTH = 720
_BOX, _ROW, _TOP, _GAP = 132, 40, 12, 14
_MOST = 5
"""So many gifts of each side at most; the list beside the picture has all."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One gift: its arrow at `y`, to the right or to the left."""

    y: float
    rightward: bool
    sure: bool
    weight: float
    label: str
    full: str


def deals_picture(balance: Balance, wording: Wording) -> str:
    """The picture of one balance."""
    left, right = (wording.side(code) for code in balance.sides)
    flows: list[Flow] = []
    y = _TOP + _ROW / 2 + 8
    for rightward, gifts in zip((True, False), balance.gifts, strict=True):
        for gift in gifts[:_MOST]:
            flows.append(_flow(gift, y, wording, rightward=rightward))
            y += _ROW
        y += _GAP if gifts else 0
    height = round(y - _ROW / 2 + _TOP - _GAP + 8)
    height = max(height, 90)
    lefts, rights = (_in_words(gifts, wording) for gifts in balance.gifts)
    return svg(
        "deals",
        width=WIDTH,
        height=height,
        title=wording.word("pictures", "deals", left=left, right=right),
        text=wording.word("pictures", "deals_text", left=left, lefts=lefts, right=right, rights=rights),
        box=_BOX,
        top=_TOP,
        left=cut(left, _BOX - 12),
        right=cut(right, _BOX - 12),
        flows=flows,
        codes=balance.sides,
    )


def _flow(gift: Gift, y: float, wording: Wording, *, rightward: bool) -> Flow:
    origins = wording.origins(gift.support.origins)
    room = WIDTH - 2 * _BOX - 60
    return Flow(
        y=y,
        rightward=rightward,
        sure=gift.support.certainty is Certainty.STATED,
        weight=min(5.0, 1.5 + len(gift.support.origins) * 0.7),
        label=cut(wording.quoted(gift.words), room),
        full=f"{wording.quoted(gift.words)} – {origins}",
    )


def _in_words(gifts: Sequence[Gift], wording: Wording) -> str:
    if not gifts:
        return "–"
    return wording.listed([wording.quoted(gift.words) for gift in gifts[:_MOST]])
