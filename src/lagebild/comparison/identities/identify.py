"""Identifying: sightings of many documents in, entities across documents out."""

from collections.abc import Iterable, Iterator

from lagebild.comparison.identities.camps import camps_of
from lagebild.comparison.identities.group import Group, Suggestion
from lagebild.comparison.identities.joining import joined
from lagebild.comparison.identities.sighting import Sighting
from lagebild.language.load import Language


def identified(sightings: Iterable[Sighting], language: Language) -> tuple[list[Group], list[Suggestion]]:
    """The entities across the documents of these sightings, and who may be one besides.

    Nobody is compared outside his block, so the blocks can be worked off one by one, or those alone to which something
    was added: the result is the same as for all at once, in whatever order the sightings come.
    """
    blocks: dict[str, list[Sighting]] = {}
    for item in sightings:
        blocks.setdefault(item.block, []).append(item)
    groups: list[Group] = []
    suggestions: list[Suggestion] = []
    for _, block in sorted(blocks.items()):
        found, doubtful = identified_block(block, language)
        groups.extend(found)
        suggestions.extend(doubtful)
    return sorted(groups, key=lambda group: group.key), sorted(suggestions)


def identified_block(sightings: Iterable[Sighting], language: Language) -> tuple[list[Group], list[Suggestion]]:
    """The same for the sightings of one block."""
    parted, apart = camps_of(sightings, language)
    groups, suggestions = joined(parted, language)
    return groups, [*_current(apart, groups), *suggestions]


def _current(suggestions: Iterable[Suggestion], groups: Iterable[Group]) -> Iterator[Suggestion]:
    """Suggestions between camps that are still apart, and go by their own keys."""
    keys = {group.key for group in groups}
    return (item for item in suggestions if {item.one, item.other} <= keys)
