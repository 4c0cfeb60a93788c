"""Group: tellings that are taken for one claim, by their refs."""

from collections.abc import Iterable
from dataclasses import dataclass

from lagebild.model.claim import Tie
from lagebild.model.keys import content_key


@dataclass(frozen=True, slots=True)
class Group:
    """`key` names the claim, `members` are the refs of its tellings in order, `joins` the decisions of people that
    brought them together, `decided` whether people decided anything about it."""

    key: str
    members: tuple[str, ...]
    joins: tuple[Tie, ...] = ()
    decided: bool = False


def group_of(members: Iterable[str]) -> Group:
    """The claim of these tellings, as the comparison found it: named by its first."""
    refs = tuple(members)
    return Group(content_key("c", refs[0]), refs)
