"""Small values to draw, made by hand."""

from dataclasses import replace

from lagebild.model.claim import Origin, Stance, Telling, Voice, VoiceKind
from lagebild.model.situation import (
    Certainty,
    Counts,
    Edge,
    Happening,
    Scope,
    Site,
    Situation,
    Support,
    Value,
)
from lagebild.model.span import Span
from lagebild.report.briefing.wording import Wording

HOSTILE = 'Kursk"><script>alert(1)</script>'
TELLING = Telling(
    "d1", "event", "e1", (Span(0, 5),), "Kursk", "2031-03-03", Voice(VoiceKind.SPEAKER, "Rutte"), Stance.ASSERTS
)
SUPPORT = Support(
    (TELLING,), (Origin("Rutte", "n1", TELLING.ref, (TELLING.ref,), "speaker"),), Certainty.STATED, (), 1.0
)
SAID = replace(SUPPORT, certainty=Certainty.SAID)


def wording(language: str = "de") -> Wording:
    """The words for a situation with nothing in it."""
    empty = Situation(Scope(), None, None, Counts(0, 0, 0, 0, 0, 0), names=(("PRK", "Nordkorea"), ("RUS", "Russland")))
    return Wording(empty, language)


def value(low: float | None, high: float | None, day: str | None = "2031-03-03", **more: str | None) -> Value:
    """A value told on a day."""
    given = {"words": "so viele", "approximation": None, "unit": None, "voice": "Rutte", **more}
    return Value(ref=TELLING.ref, low=low, high=high, day=day, **given)  # type: ignore[arg-type]


def happening(first: str | None, last: str | None, *, told: str | None = "2031-03-05", **more: str) -> Happening:
    """An event between two days."""
    words = more.get("words", "Kursk")
    return Happening(f"e{first}{told}", "AID", None, "PRK", "RUS", first, last, told, None, None, words, SUPPORT)


def edge(actor: str, recipient: str, kind: str, support: Support = SUPPORT) -> Edge:
    """A relation of two sides."""
    return Edge(actor, recipient, kind, support)


def site(name: str, latitude: float | None, longitude: float | None, **more: object) -> Site:
    """A place that one document names."""
    kind = str(more.get("kind", "city"))
    reach = more.get("reach", 10.0)
    return Site(name, kind, "RUS", latitude, longitude, reach, 1, (TELLING,))  # type: ignore[arg-type]
