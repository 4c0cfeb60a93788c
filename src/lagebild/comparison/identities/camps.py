"""Camps: the sightings of one name, parted where they cannot all be one person."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from lagebild.comparison.identities.context import (
    Traits,
    contradiction,
    merged,
    support,
    traits_of,
)
from lagebild.comparison.identities.group import Group, Suggestion, in_order, name_among
from lagebild.comparison.identities.naming import body_words, name_of
from lagebild.comparison.identities.relation import SAME
from lagebild.comparison.identities.sighting import Sighting
from lagebild.language.load import Language
from lagebild.model.entity import EntityKind
from lagebild.model.keys import content_key

ENOUGH = 0.8
"""From this worth on two are taken for one; below it they stay apart."""
ROUNDS = 4
"""So often the company of those who found their camp may lead others there; hardly any moves in the third round."""

FREQUENT = 12
"""A surname that so many of different given names share is one by which strangers meet: two reports on such a name are
only taken to be of one person when they have something else in common."""

Signature = tuple[frozenset[str], frozenset[str], frozenset[str]]


def camps_of(sightings: Iterable[Sighting], language: Language) -> tuple[list[Group], list[Suggestion]]:
    """Groups of sightings of one name that nothing forbids to be one, and those camps that somebody might join.

    Persons with a surname alone are a group each: who they are is told by what they have in common with others.
    """
    by_name: dict[str, list[Sighting]] = {}
    for item in sightings:
        by_name.setdefault(identity_of(item, language), []).append(item)
    groups: list[Group] = []
    suggestions: list[Suggestion] = []
    people = (named[0].name for named in by_name.values() if named[0].kind == EntityKind.PERSON)
    frequent = frequent_surnames(people, language)
    for identity, named in sorted(by_name.items()):
        parted = _parted(named, language, frequent=name_of(named[0].name, language).surname in frequent)
        made = [_group(identity, camp, number, language) for number, camp in enumerate(parted)]
        groups.extend(made)
        suggestions.extend(_apart(made, language))
    return groups, suggestions


def frequent_surnames(names: Iterable[str], language: Language) -> frozenset[str]:
    """The surnames that `FREQUENT` different given names go with."""
    givens: dict[str, set[str]] = {}
    for words in names:
        name = name_of(words, language)
        givens.setdefault(name.surname, set()).update(name.given[:1])
    return frozenset(surname for surname, given in givens.items() if len(given) >= FREQUENT)


def identity_of(item: Sighting, language: Language) -> str:
    """What is equal for sightings of one name: the table's name where there is one, else the name as it tells one from
    others; for a person with a surname alone also the document."""
    if item.kind != EntityKind.PERSON:
        return f"{item.kind} {item.known or body_words(item.name, language)}"
    name = name_of(item.known or item.name, language)
    if not name.is_full and item.known is None:
        return f"person {name.words} {item.ref}"
    return f"person {name.words}"


def _group(identity: str, camp: Sequence[Sighting], number: int, language: Language) -> Group:
    """The camp with the earliest report goes by the name alone; another one's key tells what it began with."""
    first = camp[0]
    key = content_key("n", identity) if number == 0 else content_key("n", identity, first.ref)
    known = next((item.known for item in camp if item.known is not None), None)
    slips = _slips(camp)
    sound = [replace(item, gender=None) if item.gender in slips else item for item in camp]
    return Group(key, first.kind, name_among(camp), known, traits_of(sound, language), tuple(camp))


def _parted(named: Sequence[Sighting], language: Language, *, frequent: bool) -> list[list[Sighting]]:
    """The camps, each in order, the one with the earliest report first."""
    ordered = in_order(named)
    if ordered[0].kind != EntityKind.PERSON:
        return [ordered]
    slips = _slips(ordered)
    bundles: dict[Signature, list[Sighting]] = {}
    traits: dict[str, Traits] = {}
    for item in ordered:
        told = traits_of((replace(item, gender=None) if item.gender in slips else item,), language)
        traits[item.ref] = told
        bundles.setdefault((told.genders, told.states, told.fields), []).append(item)
    camps: list[tuple[Traits, list[Sighting]]] = []
    waiting: list[Sighting] = []
    size = {signature: len(items) for signature, items in bundles.items()}
    for signature in sorted(
        bundles, key=lambda told: (-sum(map(bool, told)), -size[told], [sorted(part) for part in told])
    ):
        bundle = bundles[signature]
        told = merged(traits[item.ref] for item in bundle)
        fitting = [n for n, (camp, _) in enumerate(camps) if _fits(camp, told, language)]
        if not fitting and (any(signature) or not camps):
            camps.append((told, list(bundle)))
        elif len(fitting) == 1:
            camp, items = camps[fitting[0]]
            camps[fitting[0]] = (camp.with_(told), items + bundle)
        else:
            waiting.extend(bundle)
    waiting = _led(waiting, camps, traits)
    parted = [in_order(items) for _, items in camps]
    if waiting:
        parted.append(in_order(waiting))
    if frequent and ordered[0].known is None:
        parted = [part for camp in parted for part in _linked(camp, traits)]
    return sorted(parted, key=lambda camp: ordered.index(camp[0]))


def _slips(named: Sequence[Sighting]) -> set[str]:
    """The gender that at least twice as many reports of this name contradict: it was misread, as often happens with a
    given name that no table has."""
    men, women = (sum(item.gender == gender for item in named) for gender in "mf")
    return {"f"} if men >= 2 * women else {"m"} if women >= 2 * men else set()


def _linked(camp: Sequence[Sighting], traits: dict[str, Traits]) -> list[list[Sighting]]:
    """The camp in parts, each of which hangs together by people, bodies, offices or codes that its reports share."""
    parts: dict[str, int] = {}
    held: dict[int, list[Sighting]] = {}
    for number, item in enumerate(camp):
        told = traits[item.ref]
        signs = {*told.offices, *told.codes, *(word for word in item.company if word.startswith(("person ", "organ")))}
        met = sorted({parts[sign] for sign in signs if sign in parts})
        home = met[0] if met else number
        held.setdefault(home, [])
        for other in met[1:]:
            held[home] += held.pop(other)
            parts = {sign: home if part == other else part for sign, part in parts.items()}
        held[home].append(item)
        parts.update(dict.fromkeys(signs, home))
    return [in_order(items) for items in held.values()]


def _fits(one: Traits, other: Traits, language: Language) -> bool:
    """Whether two of one name may be one person."""
    return contradiction(one, other) is None and SAME + support(one, other, language)[0] >= ENOUGH


def _led(
    waiting: list[Sighting], camps: list[tuple[Traits, list[Sighting]]], traits: dict[str, Traits]
) -> list[Sighting]:
    """Brings those that fit several camps to the one whose company they keep; returns those who keep none, or more."""
    for _ in range(ROUNDS):
        moves: dict[int, list[Sighting]] = {}
        for item in waiting:
            people = {word for word in item.company if word.startswith("person ")}
            near = [
                n
                for n, (camp, _) in enumerate(camps)
                if people & camp.company and contradiction(camp, traits[item.ref]) is None
            ]
            if len(near) == 1:
                moves.setdefault(near[0], []).append(item)
        if not moves:
            break
        for number, items in moves.items():
            camp, held = camps[number]
            camps[number] = (merged([camp, *(traits[item.ref] for item in items)]), held + items)
        moved = {item.ref for items in moves.values() for item in items}
        waiting = [item for item in waiting if item.ref not in moved]
    return waiting


def _apart(camps: Sequence[Group], language: Language) -> list[Suggestion]:
    """Camps of one name are worth a person's look: which of them are one after all?"""
    told = []
    for one, other in combinations(camps[:8], 2):
        worth, reasons = support(one.traits, other.traits, language)
        against = contradiction(one.traits, other.traits)
        reasons = ["the same name", *([f"but {against}"] if against else reasons or ["but other camps fit as well"])]
        told.append(Suggestion(one.key, other.key, round(min(0.79, max(0.0, SAME + worth)), 2), "; ".join(reasons)))
    return told
