"""Tellings, figures and publications made by hand."""

from collections.abc import Iterable

from lagebild.comparison.origins import Publication, Publications, gathered
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Figure, Stance, Telling, Voice, VoiceKind
from lagebild.model.span import Span

GERMAN = Language("de")


def figure(
    low: float | None, high: float | None = None, *, approximation: str | None = None, counted: str | None = "Soldaten",
    unit: str | None = None, part: bool = False, start: int = 0,
) -> Figure:  # fmt: skip
    """A plain number where only `low` is given; a bound where the approximation says so."""
    if high is None and approximation in ("more_than", "at_least"):
        return Figure(Span(start, start + 6), low, None, approximation, unit, counted)
    if approximation in ("at_most", "less_than"):
        return Figure(Span(start, start + 6), None, high or low, approximation, unit, counted)
    whole = Span(90, 96) if part else None
    return Figure(Span(start, start + 6), low, low if high is None else high, approximation, unit, counted, whole)


def telling(
    document: str, day: str | None, voice: str | None = None, *, kind: VoiceKind | None = None, at: int = 0,
    stance: Stance = Stance.ASSERTS, figures: Iterable[Figure] = (), via: Iterable[str | None] = (), **more: object,
) -> Telling:  # fmt: skip
    """Told by the speaker `voice`, or by the outlet where there is none."""
    kind = kind or (VoiceKind.SPEAKER if voice else VoiceKind.OUTLET)
    identity = more.pop("identity", None)
    code = more.pop("code", None)
    body = more.pop("body", None)
    return Telling(
        document=document,
        kind=str(more.pop("record_kind", "attribution")),
        record=f"r{at}",
        spans=(Span(at, at + 20),),
        words=str(more.pop("words", "Soldaten sind in Kursk")),
        day=day,
        voice=Voice(kind, voice, identity, code, tuple(via), body),  # type: ignore[arg-type]
        stance=stance,
        figures=tuple(figures),
        **more,  # type: ignore[arg-type]
    )


def claim(*tellings: Telling) -> Claim:
    """A claim of these tellings, without ties."""
    return Claim("c1", tellings[0].words, tellings[0].ref, tellings)


def published(*rows: tuple[str, str | None, str | None], **more: dict[str, object]) -> Publications:
    """Publications by rows of document, day and outlet; `more` has further fields by document."""
    made = (
        Publication(document, day, outlet, **more.get(document, {}))  # type: ignore[arg-type]
        for document, day, outlet in rows
    )
    return gathered(made, GERMAN)
