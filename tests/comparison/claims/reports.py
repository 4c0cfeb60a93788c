"""Small reports of our own, read once, as a base holds them."""

from datetime import UTC, date, datetime
from functools import cache

import lagebild
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.holding import Holding

GERMAN = Language("de")
REPORTS = {
    "a": (
        "2031-03-03",
        "Tagesblick",
        "Kasachstan hat nach Angaben des usbekischen Geheimdienstes 800 Soldaten nach Tadschikistan geschickt. "
        "Der Präsident Usbekistans verlangte ihren Abzug. In Astana begann am Montag eine Messe für Bücher.",
    ),
    "b": (
        "2031-03-04",
        "Neue Seezeitung",
        "Rund 1.200 kasachische Soldaten sind nach Tadschikistan verlegt worden, berichtete der Geheimdienst "
        "Usbekistans. Die Regierung in Astana bestritt, Soldaten nach Tadschikistan geschickt zu haben.",
    ),
    "c": (
        "2031-03-05",
        "Bergbote",
        "Kasachstan liefert Tadschikistan Weizen und Strom. Im Gegenzug baut Tadschikistan einen Staudamm am Pandsch.",
    ),
    "d": (
        "2031-03-06",
        "Abendpost",
        "Tadschikistan baut am Pandsch einen Staudamm. Die Polizei von Oslo nahm zwei Einbrecher fest.",
    ),
}
FIRE = {
    "k": (
        "2031-05-04",
        "Tagesblick",
        "In der Nacht zum Sonntag brannte in Steinau die Papierfabrik der Firma Lorch. Zwei Arbeiter wurden verletzt. "
        "Die Ursache des Feuers ist offen, sagte Feuerwehrchef Bruno Hain. Die Produktion der Papierfabrik ruht. "
        "Ministerin Ada Rojas kündigte Hilfe für die Arbeiter der Papierfabrik an.",
    ),
    "l": (
        "2031-05-05",
        "Bergbote",
        "Nach dem Brand bei Lorch in Steinau stehen die Maschinen der Papierfabrik still. Feuerwehrchef Bruno Hain "
        "sagte, man wisse noch nicht, warum es brannte. Zwei Beschäftigte liegen im Krankenhaus. "
        "Der Schaden in der Papierfabrik geht nach Angaben von Lorch in die Millionen.",
    ),
    "m": (
        "2031-05-06",
        "Abendpost",
        "In Steinau ist unklar, wie das Feuer in der Papierfabrik Lorch entstand. Die Flammen zerstörten am Sonntag "
        "eine Halle. Zwei Menschen kamen mit Verletzungen davon, wie Feuerwehrchef Hain mitteilte. Papier aus Steinau "
        "wird in der Produktion knapp. Die Firma Lorch rechnet mit Verlusten von Millionen. Ministerin Rojas will den "
        "Beschäftigten der Papierfabrik beistehen.",
    ),
}
"""Reports that tell one matter in words so different that some of it stays apart."""


@cache
def holding(name: str) -> Holding:
    """One of the reports."""
    return held(name, *{**REPORTS, **FIRE}[name])


def held(name: str, day: str | None, publisher: str | None, text: str, *, title: bool = False) -> Holding:
    """A report with this text, as a base holds it; `title` makes its first line a headline."""
    published = date.fromisoformat(day) if day else None
    head = text.partition("\n")[0] if title else None
    document = Document(id=name, text=text, title=head, language="de", date=published, publisher=publisher)
    return Holding(f"d{name}", lagebild.read_document(document), datetime(2031, 4, 1, tzinfo=UTC), "test")
