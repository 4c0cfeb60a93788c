"""Chains: who vouches for a record is told anew where people changed or rejected what somebody is said to have said."""

from collections.abc import Collection, Mapping

from lagebild.judging.sheet import Record, Sheet
from lagebild.model.event import Status

_TOLD = ("event", "exchange", "breach", "threat", "deployment")


def retell(sheet: Sheet, found: Mapping[str, Record], rejected: Collection[str], own: Collection[int]) -> None:
    """Changes the sheet's records: those told in a rejected attribution are told in the one around it, and their
    chains name the speakers as they are now.

    `found` are the attributions by key as the engine found them; `own` the `id` of records whose chain people
    corrected. A record that no known speaker vouches for any more, and that is told by somebody, has a nameless one.
    """
    now = {item["key"]: item for item in sheet.records["attribution"]}
    parents = {key: item["within"] for key, item in {**found, **now}.items()}

    def standing(key: str | None) -> str | None:
        """The attribution, or the nearest one around it that nobody rejected."""
        seen: set[str] = set()
        while key is not None and key not in now:
            if key not in rejected:
                return key
            if key in seen:
                return None
            seen.add(key)
            key = parents.get(key)
        return key

    for item in now.values():
        item["within"] = standing(item["within"])
        if _circles(item["key"], now):
            item["within"] = None
    for kind in _TOLD:
        for record in sheet.records[kind]:
            was = record["attribution"]
            record["attribution"] = standing(was)
            if was is None or id(record) in own:
                continue
            old, new = _speakers(was, found), _speakers(record["attribution"], now)
            if old != new and record["chain"] == old:
                told = record["status"] == Status.ATTRIBUTED and not new
                record["chain"] = [None] if told else new


def _speakers(key: str | None, attributions: Mapping[str, Record]) -> list[str | None]:
    """Who speaks, the nearest first."""
    speakers: list[str | None] = []
    seen: set[str] = set()
    while key is not None and key in attributions and key not in seen:
        seen.add(key)
        speakers.append(attributions[key]["speaker"])
        key = attributions[key]["within"]
    return speakers


def _circles(key: str, attributions: Mapping[str, Record]) -> bool:
    """Whether the attribution would lie within itself, as two people's corrections may have it together."""
    seen: set[str] = set()
    around = attributions[key]["within"]
    while around is not None and around in attributions and around not in seen:
        if around == key:
            return True
        seen.add(around)
        around = attributions[around]["within"]
    return False
