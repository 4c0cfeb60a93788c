"""Nameless speakers: one name for all descriptions of one person, the fullest of them."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.entities.speakers import Speaker

Voiced = tuple[Draft, Speaker]
FULLER = ", more fully elsewhere"


def one_name(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The same drafts; who is described in several ways ("28-Jähriger aus Kiel", "junger Mann") has one name."""
    names = _fullest(voiced)
    return [(draft, _renamed(speaker, names)) for draft, speaker in voiced]


def _renamed(speaker: Speaker, names: dict[str | None, str]) -> Speaker:
    name = names.get(speaker.name, speaker.name)
    return speaker if name == speaker.name else replace(speaker, name=name, reason=f"{speaker.reason}{FULLER}")


def _fullest(voiced: Sequence[Voiced]) -> dict[str | None, str]:
    """Each description of a nameless person with the longest of the same person."""
    groups: dict[str, set[str]] = {}
    for _, speaker in voiced:
        if speaker.nameless and speaker.name is not None and speaker.told is not None:
            joined = groups.get(speaker.name, {speaker.name}) | groups.get(speaker.told, {speaker.told})
            for name in joined:
                groups[name] = joined
    return {name: max(sorted(group), key=_fullness) for name, group in groups.items()}


def _fullness(name: str) -> tuple[int, int]:
    return name.count(" "), len(name)
