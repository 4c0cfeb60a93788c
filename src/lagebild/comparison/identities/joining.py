"""Joining: groups of other names that are one person or body after all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from lagebild.comparison.identities.camps import ENOUGH, frequent_surnames
from lagebild.comparison.identities.context import TITLE, contradiction, has_title, support
from lagebild.comparison.identities.group import Group, Join, Suggestion, in_order, name_among
from lagebild.comparison.identities.naming import name_of, skeleton
from lagebild.comparison.identities.relation import Relation, related
from lagebild.language.load import Language
from lagebild.model.entity import EntityKind
from lagebild.union import Union

DOUBTFUL = 0.55
"""From this worth on a pair that stays apart is suggested to people."""
MOST_ALIKE = 400
"""What more groups of one block than this have in common tells nobody from others, and costs too much to compare."""
STRANGERS = 0.1
"""So much less is a name worth whose surname many have, where the two have nothing else in common."""
MARGIN = 0.15
"""A shorter name is only one of two longer ones when that is worth so much more than the other."""
MOST_SUGGESTIONS = 5
"""For each group, the likeliest."""

_SYMMETRIC = ("same", "similar", "single", "spelling", "short form")
"""Relations in which neither name is short of what the other has; the others may fit several, and come after."""


class _Pair(NamedTuple):
    """Two groups by their number, with the worth of their being one."""

    left: int
    right: int
    relation: Relation
    score: float
    reason: str


def joined(groups: Iterable[Group], language: Language) -> tuple[list[Group], list[Suggestion]]:
    """The groups of one block with those made one that are, and the pairs that people may want to look at.

    The order of the groups does not matter: pairs are taken by their worth and by keys.
    """
    ordered = sorted(groups, key=lambda group: group.key)
    pairs = sorted(_pairs(ordered, language), key=lambda pair: (-pair.score, pair.left, pair.right))
    union = _Joining(ordered)
    doubtful: list[_Pair] = []
    for pair in pairs:
        if pair.relation.kind in _SYMMETRIC and pair.score >= ENOUGH:
            union.join(pair)
        elif pair.relation.kind in _SYMMETRIC:
            doubtful.append(pair)
    for kinds in (("genitive", "longer"), ("double", "initial"), ("surname",)):
        doubtful.extend(_told_apart([pair for pair in pairs if pair.relation.kind in kinds], union))
    doubtful.extend(union.refused)
    return union.groups(), list(_suggestions(doubtful, union))


def _pairs(groups: Sequence[Group], language: Language) -> Iterator[_Pair]:
    """Pairs whose names are related and that nothing forbids. Two with no more than a surname are only compared where
    they have an office, a code or company in common, or the pairs of a frequent surname would be too many."""
    frequent = frequent_surnames((group.name for group in groups if group.kind == EntityKind.PERSON), language)
    for left, right in _candidates(groups, language):
        one, other = groups[left], groups[right]
        relation = related(one.kind, one.name, other.name, language)
        if relation is None or contradiction(one.traits, other.traits) is not None:
            continue
        if one.known is not None and other.known is not None:
            continue
        worth, reasons = support(one.traits, other.traits, language)
        if relation.kind == "genitive" and _is_own(groups, one, other, language):
            worth -= STRANGERS
        if relation.kind == "single" and has_title(one.traits.offices & other.traits.offices, language):
            worth += TITLE
        if relation.kind == "similar" and not (one.traits.offices & other.traits.offices):
            worth = min(worth, ENOUGH - relation.worth - 0.01)  # father and son are named together too
        if worth <= 0 and name_of(one.name, language).surname in frequent:
            worth -= STRANGERS
        score = round(min(0.99, relation.worth + worth), 2)
        if relation.kind == "same" and one.kind == EntityKind.PERSON:
            continue  # camps of one name have been told apart already
        if score >= DOUBTFUL - MARGIN:
            yield _Pair(left, right, relation, score, "; ".join([relation.words, *reasons]))


def _is_own(groups: Sequence[Group], one: Group, other: Group, language: Language) -> bool:
    """Whether somebody else has the longer surname, so that its s need be no ending: "Peters" beside "Peter"."""
    names = [name_of(group.name, language) for group in (one, other)]
    long = max(names, key=lambda name: len(name.surname))
    return any(
        name.surname == long.surname and name.given and name.given != long.given
        for name in (name_of(group.name, language) for group in groups)
    )


def _candidates(groups: Sequence[Group], language: Language) -> Iterator[tuple[int, int]]:
    """Full names with the same first letter, and those with a surname alone with whom they share something."""
    full = [group.kind != EntityKind.PERSON or bool(name_of(group.name, language).given) for group in groups]
    shelves: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for word in _shelves(group, language, lone=not all(full)):
            shelves.setdefault(word, []).append(number)
    seen: set[tuple[int, int]] = set()
    for word, shelf in shelves.items():
        if len(shelf) > MOST_ALIKE:
            continue
        for pair in combinations(shelf, 2):
            lone = not (full[pair[0]] and full[pair[1]])
            if pair not in seen and (lone or not word.startswith("shared ")):
                seen.add(pair)
                yield pair


def _shelves(group: Group, language: Language, *, lone: bool) -> Iterator[str]:
    """What brings a group together with others; with `lone` there are some with a surname alone among them."""
    if group.kind != EntityKind.PERSON:
        yield "body"
        return
    yield from {f"given {skeleton(word, language)[:1]}" for word in name_of(group.name, language).given}
    if lone:
        traits = group.traits
        company = (word for word in traits.company if word.startswith(("person ", "organisation ")))
        yield from {f"shared {word}" for word in (*traits.codes, *traits.offices, *company)}


def _told_apart(pairs: Sequence[_Pair], union: "_Joining") -> list[_Pair]:
    """Joins each shorter name to the one group that it surely is; returns the pairs that stay in doubt."""
    best: dict[int, list[tuple[float, int, _Pair]]] = {}
    for pair in pairs:
        short, long = union.shorter(pair)
        best.setdefault(short, []).append((pair.score, long, pair))
    sure: list[_Pair] = []
    doubtful: list[_Pair] = []
    for _, offers in sorted(best.items()):
        offers.sort(key=lambda offer: (-offer[0], offer[1]))
        score, long, pair = offers[0]
        rivals = [other for other in offers[1:] if union.root(other[1]) != union.root(long)]
        clear = not rivals or score - rivals[0][0] >= MARGIN
        if score >= ENOUGH and clear:
            sure.append(pair)
        else:
            doubtful.extend(offer[2] for offer in offers[:MOST_SUGGESTIONS])
    for pair in sorted(sure, key=lambda pair: (-pair.score, pair.left, pair.right)):
        union.join(pair)
    return doubtful


class _Joining:
    """Which groups are one by now."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._union = Union()
        self._traits = [group.traits for group in groups]
        self._joins: list[list[Join]] = [[] for _ in groups]
        self._known = [group.known for group in groups]
        self.refused: list[_Pair] = []

    def root(self, number: int) -> int:
        """The group that stands for all that are one with this one."""
        return self._union.root(number)

    def shorter(self, pair: _Pair) -> tuple[int, int]:
        """The pair's groups, the one with less of a name first; of equals the one with fewer documents."""
        order = sorted(
            (pair.left, pair.right),
            key=lambda n: (len(self._groups[n].name.split()), len(self._groups[n].members), self._groups[n].key),
        )
        return order[0], order[1]

    def join(self, pair: _Pair) -> None:
        """Makes the two one, unless something forbids it by now."""
        left, right = sorted((self.root(pair.left), self.root(pair.right)))
        if left == right:
            return
        names = {self._known[left], self._known[right]} - {None}
        if contradiction(self._traits[left], self._traits[right]) is not None or len(names) > 1:
            self.refused.append(pair)
            return
        self._union.join(left, right)
        self._traits[left] = self._traits[left].with_(self._traits[right])
        self._known[left] = self._known[left] or self._known[right]
        one, other = self._groups[pair.left].name, self._groups[pair.right].name
        self._joins[left] += [*self._joins[right], Join(one, other, pair.score, pair.reason)]

    def groups(self) -> list[Group]:
        """What came out, by key. The key is that of the group with the known name, else of the fullest and earliest."""
        parts: dict[int, list[Group]] = {}
        for number, group in enumerate(self._groups):
            parts.setdefault(self.root(number), []).append(group)
        return sorted((self._one(root, held) for root, held in parts.items()), key=lambda group: group.key)

    def _one(self, root: int, held: list[Group]) -> Group:
        if len(held) == 1:
            return held[0]
        members = in_order([item for group in held for item in group.members])
        head = head_of(held)
        return replace(
            head, name=head.known or name_among(members), traits=self._traits[root], members=tuple(members),
            joins=tuple(sorted(self._joins[root], key=lambda join: (-join.score, join.one, join.other))),
        )  # fmt: skip

    def key(self, number: int) -> str:
        """The key of the entity that the group belongs to now."""
        root = self.root(number)
        return head_of([group for n, group in enumerate(self._groups) if self.root(n) == root]).key


def head_of(groups: Sequence[Group]) -> Group:
    """Whose key the whole goes by."""
    first = {group.key: in_order(group.members)[0] for group in groups}
    places = {ref: n for n, ref in enumerate(item.ref for item in in_order(list(first.values())))}
    return min(
        groups,
        key=lambda group: (
            group.known is None,
            group.kind == EntityKind.PERSON and " " not in group.name,
            places[first[group.key].ref],
            group.key,
        ),
    )


def _suggestions(pairs: Iterable[_Pair], union: _Joining) -> Iterator[Suggestion]:
    """The likeliest pairs of entities that stayed apart, each once."""
    told: dict[tuple[str, str], Suggestion] = {}
    for pair in pairs:
        if pair.score < DOUBTFUL or union.root(pair.left) == union.root(pair.right):
            continue
        one, other = sorted((union.key(pair.left), union.key(pair.right)))
        best = told.get((one, other))
        if best is None or pair.score > best.score:
            told[one, other] = Suggestion(one, other, pair.score, pair.reason)
    count: dict[str, int] = {}
    for suggestion in sorted(told.values(), key=lambda item: (-item.score, item.one, item.other)):
        if max(count.get(suggestion.one, 0), count.get(suggestion.other, 0)) < MOST_SUGGESTIONS:
            count[suggestion.one] = count.get(suggestion.one, 0) + 1
            count[suggestion.other] = count.get(suggestion.other, 0) + 1
            yield suggestion
