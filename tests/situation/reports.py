"""Small reports of our own on one invented matter, read once, as a base holds them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache

import lagebild
from lagebild.comparison.claims.gather import claims_of
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.holding import Holding
from lagebild.model.situation import Scope, Situation
from lagebild.situation import situation_of

GERMAN = Language("de")
REPORTS: dict[str, tuple[str | None, str | None, str]] = {
    "anfang": (
        "2031-03-03",
        "Tagesblick",
        "Kasachstan hat nach Angaben des usbekischen Geheimdienstes 800 Soldaten nach Tadschikistan geschickt. "
        "Der usbekische Präsident drohte Kasachstan mit einer Sperre der Grenze, falls die Soldaten bleiben.",
    ),
    "abschrift": (
        "2031-03-03",
        "Hafenkurier",
        "Kasachstan hat nach Angaben des usbekischen Geheimdienstes 800 Soldaten nach Tadschikistan geschickt.",
    ),
    "dementi": (
        "2031-03-04",
        "Neue Seezeitung",
        "Die Regierung in Astana bestritt am Dienstag, Soldaten nach Tadschikistan geschickt zu haben. "
        "Rund 1.200 kasachische Soldaten sind nach Angaben Usbekistans nach Tadschikistan verlegt worden.",
    ),
    "tausch": (
        "2031-03-05",
        "Bergbote",
        "Kasachstan liefert Tadschikistan Weizen, dafür liefert Tadschikistan Strom, sagte Außenministerin Dana Akhat. "
        "Usbekistan verstoße mit der Sperre gegen das Völkerrecht.",
    ),
    "wieder": (
        "2031-03-06",
        "Abendpost",
        "Im Gegenzug für Weizen und Kohle liefert Tadschikistan Strom an Kasachstan. "
        "Die Polizei von Oslo nahm zwei Einbrecher fest.",
    ),
    "ohne": (None, "Randnotiz", "Kasachstan schickte Soldaten nach Tadschikistan."),
}


@cache
def holding(name: str) -> Holding:
    """One of the reports."""
    day, publisher, text = REPORTS[name]
    copies = "danfang" if name in {"anfang", "abschrift"} else None
    return held(name, text, day=day, publisher=publisher, origin=copies)


def held(
    name: str, text: str, *, day: str | None = "2031-03-03", publisher: str | None = "Blatt", origin: str | None = None
) -> Holding:
    """A report with this text, as a base holds it."""
    document = Document(
        id=name, text=text, language="de", title=f"Titel {name}", date=date.fromisoformat(day) if day else None,
        publisher=publisher, url=f"https://blatt.example/{name}",
    )  # fmt: skip
    return Holding(
        f"d{name}", lagebild.read_document(document), datetime(2031, 4, 1, tzinfo=UTC), "test", origin=origin
    )


def holdings() -> list[Holding]:
    """All of them."""
    return [holding(name) for name in REPORTS]


def situation(
    names: Sequence[str] | None = None, *, words: str = "Kasachstan Tadschikistan", claims: bool = True, **scope: str
) -> Situation:
    """The situation in some of the reports (all), with their claims or without."""
    found = [holding(name) for name in names] if names is not None else holdings()
    told = claims_of(found, GERMAN) if claims else ()
    return situation_of(found, told, scope=Scope(words, **scope))  # type: ignore[arg-type]
