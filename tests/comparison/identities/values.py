"""Sightings made by hand."""

import datetime

from lagebild.comparison.identities.naming import block_of
from lagebild.comparison.identities.sighting import Sighting
from lagebild.language.load import Language

GERMAN = Language("de")


def seen(document: str, name: str, **more: object) -> Sighting:
    """One entity of one document; `company` are the names of people that it appears with."""
    values: dict[str, object] = {
        "kind": "person", "known": None, "code": None, "office": None, "gender": None, "day": None,
    }  # fmt: skip
    values |= more
    company = frozenset(f"person {word}" for word in str(values.pop("company", "")).split(", ") if word)
    block = block_of(str(values["kind"]), str(values["known"] or name), GERMAN)
    entity = f"{values['kind']}-{name}".replace("/", "-").replace(" ", "-")
    return Sighting(document=document, entity=entity, name=name, block=block, company=company, **values)  # type: ignore[arg-type]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
