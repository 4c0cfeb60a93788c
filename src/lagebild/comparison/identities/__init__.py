"""The same person, state or organisation in many documents becomes one entity."""

from lagebild.comparison.identities.decided import Decided, concerned, current, decided
from lagebild.comparison.identities.deciding import keep_apart, merge, rename, split
from lagebild.comparison.identities.group import Group, Join, Suggestion
from lagebild.comparison.identities.identify import identified, identified_block
from lagebild.comparison.identities.sighting import Sighting, sightings_of

__all__ = [
    "Decided", "Group", "Join", "Sighting", "Suggestion", "concerned", "current", "decided", "identified",
    "identified_block", "keep_apart", "merge", "rename", "sightings_of", "split",
]  # fmt: skip
