"""Claims: what reports say of one matter, who was first, who repeats whom, who says otherwise, figures over time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lagebild.model.claim import Claim, Figure, RelationKind, Stance, Telling, Voice, VoiceKind

Values = dict[str, Any]

AGAINST = (RelationKind.DENIES, RelationKind.DIFFERS)
"""How a telling stands to another that it contradicts."""
WIDTH, HEIGHT = 640, 180
"""Of the picture of figures."""
_EDGE = 14


def is_open(claim: Claim) -> bool:
    """Whether reports contradict each other about it."""
    return any(relation.kind in AGAINST for relation in claim.relations)


def in_short(claim: Claim) -> Values:
    """A claim as a list shows it."""
    days = sorted(telling.day for telling in claim.tellings if telling.day)
    return {
        "key": claim.key,
        "gloss": claim.gloss,
        "tellings": len(claim.tellings),
        "documents": len(claim.documents),
        "origins": [origin.name for origin in claim.origins],
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "open": is_open(claim),
        "denied": any(telling.stance is Stance.DENIES for telling in claim.tellings),
        "figures": sorted({figure for telling in claim.tellings for figure in map(_number, telling.figures) if figure}),
    }


def whole(claim: Claim, reason: Callable[[str], str] = str) -> Values:
    """A claim with all that is known of it; `reason` puts reasons into the visitor's language."""
    by_ref = {telling.ref: telling for telling in claim.tellings}
    return {
        **in_short(claim),
        "decided": claim.decided,
        "glossed": claim.glossed,
        "versions": [telling_in_short(telling) for telling in claim.tellings],
        "origins": [
            {
                "name": origin.name,
                "identity": origin.identity,
                "first": telling_in_short(by_ref[origin.first]) if origin.first in by_ref else None,
                "others": [
                    telling_in_short(by_ref[ref]) for ref in origin.tellings if ref != origin.first and ref in by_ref
                ],
                "reason": reason(origin.reason),
                "interested": reason(origin.interested) if origin.interested else None,
                "repeats": {repeat.telling: reason(repeat.reason) for repeat in origin.repeats},
            }
            for origin in claim.origins
        ],
        "relations": [
            {
                "kind": relation.kind.value.replace(" ", "_"),
                "about": relation.about,
                "reason": reason(relation.reason),
                "one": telling_in_short(by_ref[relation.one]),
                "other": telling_in_short(by_ref[relation.other]),
            }
            for relation in claim.relations
            if relation.kind is not RelationKind.SAME and relation.one in by_ref and relation.other in by_ref
        ],
        "ties": [
            {"one": tie.one, "other": tie.other, "score": tie.score, "reason": reason(tie.reason), "by": tie.by}
            for tie in claim.ties
        ],
        "numbers": numbers(claim.tellings),
    }


def numbers(tellings: Iterable[Telling]) -> list[Values]:
    """Every figure told, by what is counted and day, with where it stands in a picture (None without a day)."""
    told: list[Values] = [
        {"low": figure.low, "high": figure.high, "approximation": figure.approximation, "unit": figure.unit,
         "counted": figure.counted, "day": telling.day, "voice": voice_name(telling.voice), "ref": _ref(telling)}
        for telling in tellings
        for figure in telling.figures
        if figure.low is not None or figure.high is not None
    ]  # fmt: skip
    days = sorted({str(one["day"]) for one in told if one["day"]})
    most = max((float(one["high"] or one["low"] or 0) for one in told), default=0.0)
    for one in told:
        one["point"] = _point(one, days, most)
    return sorted(told, key=lambda one: (one["day"] or "9999", one["low"] or 0, one["ref"]))


def _point(one: Values, days: Sequence[str], most: float) -> Values | None:
    if not one["day"] or most <= 0:
        return None
    step = (WIDTH - 2 * _EDGE) / max(len(days) - 1, 1)
    x = _EDGE + days.index(one["day"]) * step if len(days) > 1 else WIDTH / 2

    def y(value: float) -> float:
        return round(HEIGHT - _EDGE - value / most * (HEIGHT - 2 * _EDGE), 1)

    low, high = one["low"], one["high"]
    return {
        "x": round(x, 1),
        "top": y(high if high is not None else low),
        "bottom": y(low if low is not None else high),
        "open": low is None or high is None,
    }


def voice_name(voice: Voice) -> str | None:
    """On whose word."""
    return voice.name


def telling_in_short(telling: Telling) -> Values:
    """A telling as pages show it."""
    return {
        "ref": telling.ref,
        "document": telling.document,
        "open": _ref(telling),
        "words": telling.words,
        "day": telling.day,
        "voice": telling.voice.name,
        "identity": telling.voice.identity,
        "outlet": _outlet(telling.voice),
        "via": [name for name in telling.voice.via if name],
        "stance": telling.stance.value,
        "figures": [number for number in map(_number, telling.figures) if number],
    }


def _outlet(voice: Voice) -> str | None:
    return voice.name if voice.kind is VoiceKind.OUTLET else next(reversed(voice.via), None)


def _ref(telling: Telling) -> str:
    return f"{telling.kind}:{telling.record}"


def _number(figure: Figure) -> str:
    """The number as its bounds, for a list."""
    bounds = [f"{value:,.10g}" for value in dict.fromkeys((figure.low, figure.high)) if value is not None]
    return "–".join(bounds)


def with_record(claims: Iterable[Claim], ref: str) -> Iterator[Claim]:
    """The claims that a record, given as "document/record", is a telling of."""
    return (claim for claim in claims if any(telling.ref == ref for telling in claim.tellings))
