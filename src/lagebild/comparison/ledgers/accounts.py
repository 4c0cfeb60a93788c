"""Accounts: the figures of one thing, whose and where, in the order in which they came out, and what stands now."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lagebild.comparison.amounts import Thing, Verdict, agreement, is_usual_word
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.ledgers.likeness import Pairs, alike_documents, matters_among
from lagebild.comparison.ledgers.matters import matters_of
from lagebild.comparison.ledgers.numbers import Number
from lagebild.comparison.origins import Publications, Source, sources_of, with_origins
from lagebild.comparison.origins.sides import Side, in_order, side_of
from lagebild.comparison.relations import with_relations
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Figure, Origin, Relation, RelationKind, Telling, VoiceKind
from lagebild.model.keys import content_key

OUTLYING = 2
"""Whoever stands alone against so many others who agree with each other is an outlier."""
GROWING = 8
"""What others said more days before does not make him one: numbers grow."""


class Standing(StrEnum):
    """What a value is worth now."""

    CURRENT = "current"
    """The last that its source said."""
    REVISED = "revised"
    """Its source says something else since."""
    REPEATED = "repeated"
    """Somebody has it from its source, which speaks for itself elsewhere, or only denies it."""
    OUTLIER = "outlier"
    """Current, and no other source goes with it, while others go with each other who spoke at the time or later."""


@dataclass(frozen=True, slots=True)
class Value:
    """One place where one document gives the figure. `words` are exactly those of the number there, `telling` has the
    words around it; `source` is the voice, or the outlet that speaks itself; `origin` whom it goes back to, the same
    for all that do, None where that is a report of which no house is known; `day` that of publication."""

    telling: Telling
    figure: Figure
    words: str
    outlet: str | None
    source: str | None
    origin: str | None
    standing: Standing

    @property
    def day(self) -> str | None:
        """Of publication, YYYY-MM-DD; None where unknown."""
        return self.telling.day


@dataclass(frozen=True, slots=True)
class Account:
    """All values for one thing. `counted` are the words for it that its documents use most, `owner` the code of whose
    it is, `where` the place, `fate` what became of those counted, `claim` the key of the claim where only that tells
    what a sum of money or a share is of.

    `low` and `high` are the ends of the current values (None where open); `changes` what was revised, contradicted,
    made more precise; `origins` whom all go back to, the earliest first. `values` are in order of publication.
    """

    key: str
    counted: str | None
    unit: str | None
    owner: str | None
    where: str | None
    fate: str | None
    claim: str | None
    low: float | None
    high: float | None
    values: tuple[Value, ...]
    origins: tuple[Origin, ...]
    changes: tuple[Relation, ...]


class _Key(NamedTuple):
    unit: str | None
    kind: str | None
    owner: str | None
    where: str | None
    fate: str | None
    claim: str | None
    part: bool
    whose: str | None = None
    matter: str | None = None


def accounts_of(
    numbers: Iterable[Number],
    publications: Publications,
    language: Language,
    *,
    claims: Mapping[tuple[str, str], str] | None = None,
) -> tuple[Account, ...]:
    """The accounts of these figures, those with most values first; the same in whatever order the figures come.

    `claims` has the key of the claim in which a figure is told, by document and "start-end": sums and shares without a
    noun have only that to tell what they are of.
    """
    told = _agreed(numbers)
    owners, wheres = _owners(told), _wheres(told, publications, language)
    alike = alike_documents(told)
    matters = matters_of(told, claims or {}, alike)
    crowds = _crowds(told, alike)
    strays = _strays(told, alike)
    groups: dict[_Key, list[Number]] = {}
    for number in told:
        groups.setdefault(_key(number, owners, wheres, matters, crowds, strays), []).append(number)
    accounts = (_account(key, group, publications, language) for key, group in groups.items())
    return tuple(sorted(accounts, key=lambda account: (-len(account.values), account.key)))


class _Crowd(NamedTuple):
    """The matter in which something became of people, and the state whose all of them are, where one is told."""

    matter: str
    owner: str | None


def _key(
    number: Number,
    owners: Mapping[tuple[str | None, str | None], str],
    wheres: Mapping[str, str],
    matters: Mapping[str, str],
    crowds: Mapping[str, _Crowd],
    strays: Mapping[str, str],
) -> _Key:
    thing = number.thing
    crowd = crowds.get(number.telling.ref)
    owner = thing.owner or (crowd.owner if crowd and not number.total else None)
    if owner is None and thing.people and not number.total:
        only = owners.get((_kind(thing), thing.fate))
        owner = only if only in number.near and number.by in (None, only) else None
    claim = matters[number.telling.ref] if thing.kind is None and crowd is None else None
    where = wheres.get(number.where or "") if thing.fate is None else None
    part = thing.part and owner is None
    matter = crowd.matter if crowd and owner is None else None
    if thing.fate is None and owner is None and where is None:
        matter = strays.get(number.telling.ref)
    return _Key(thing.unit, _kind(thing), owner, where, thing.fate, claim, part, number.whose, matter)


def _crowds(numbers: Iterable[Number], alike: Pairs) -> dict[str, _Crowd]:
    """For those of whom it is told what became of them: the dead of one accident are not those of another."""
    fates: dict[str, list[Number]] = {}
    for number in numbers:
        if number.thing.fate is not None and number.thing.unit is None:
            fates.setdefault(number.thing.fate, []).append(number)
    found: dict[str, _Crowd] = {}
    for group in fates.values():
        matters = matters_among(group, alike)
        owners: dict[str, set[str]] = {}
        for number in group:
            if number.thing.owner is not None:
                owners.setdefault(matters[number.telling.document], set()).add(number.thing.owner)
        for number in group:
            matter = matters[number.telling.document]
            told = owners.get(matter, set())
            found[number.telling.ref] = _Crowd(matter, min(told) if len(told) == 1 else None)
    return found


def _strays(numbers: Iterable[Number], alike: Pairs) -> dict[str, str]:
    """The matter of what is counted by a noun: "zwei Staaten" of one report and "30 Staaten" of a report on something
    else are two things, unless it is told whose they are, or where."""
    kinds: dict[str, list[Number]] = {}
    for number in numbers:
        if number.thing.kind is not None:
            kinds.setdefault(number.thing.kind, []).append(number)
    found: dict[str, str] = {}
    for group in kinds.values():
        matters = matters_among(group, alike)
        found |= {number.telling.ref: matters[number.telling.document] for number in group}
    return found


def _kind(thing: Thing) -> str | None:
    """Nationals ("10.000 Nordkoreaner") are counted with the soldiers of their state; of the killed and wounded counts
    only that they are people."""
    if thing.fate is not None:
        return "people"
    return "soldiers" if thing.kind == "people" and thing.owner else thing.kind


def _owners(numbers: Iterable[Number]) -> dict[tuple[str | None, str | None], str]:
    """The only owner of a thing, where the figures name one only."""
    found: dict[tuple[str | None, str | None], set[str]] = {}
    for number in numbers:
        if number.thing.owner is not None:
            found.setdefault((_kind(number.thing), number.thing.fate), set()).add(number.thing.owner)
    return {thing: min(codes) for thing, codes in found.items() if len(codes) == 1}


def _agreed(numbers: Iterable[Number]) -> list[Number]:
    """Copies of one sentence count one thing: whose it is, is decided by most of them."""
    told = sorted(numbers, key=lambda number: number.telling.ref)
    owners: dict[tuple[str, str], Counter[str]] = {}
    for number in told:
        if number.thing.owner:
            owners.setdefault((number.telling.words, number.words), Counter())[number.thing.owner] += 1
    most = {place: min(found, key=lambda code: (-found[code], code)) for place, found in owners.items()}
    return [
        replace(number, thing=number.thing._replace(owner=most.get((number.telling.words, number.words))))
        for number in told
    ]


def _wheres(numbers: Sequence[Number], publications: Publications, language: Language) -> dict[str, str]:
    """Each place by the shortest name that its own holds: "Gebiet Kursk" is "Kursk" where that is told too.

    Only places that several sources name part the figures: one is often where those counted came through.
    """
    names = sorted({number.where for number in numbers if number.where}, key=lambda name: (len(name.split()), name))
    found: dict[str, str] = {}
    for name in names:
        words = set(plain(name).split())
        found[name] = next((found[short] for short in found if set(plain(short).split()) <= words), plain(name))
    told: dict[str, list[Telling]] = {}
    for number in numbers:
        if number.where:
            told.setdefault(found[number.where], []).append(number.telling)
    several = {
        place
        for place, tellings in told.items()
        if len({source.key for source in sources_of(tellings, publications, language).values()}) > 1
    }
    return {name: place for name, place in found.items() if place in several}


def _account(key: _Key, group: Sequence[Number], publications: Publications, language: Language) -> Account:
    by_ref = {number.telling.ref: number for number in group}
    ordered = in_order((number.telling for number in group), publications)
    sources = sources_of(ordered, publications, language)
    claim = Claim("", ordered[0].words, ordered[0].ref, tuple(ordered))
    claim = with_relations(with_origins(claim, publications, language), publications, language)
    standings = _standings(ordered, sources)
    current = [by_ref[ref].figure for ref, standing in standings.items() if standing in _NOW]
    values = tuple(
        Value(
            telling,
            by_ref[telling.ref].figure,
            by_ref[telling.ref].words,
            publications.of(telling.document).outlet,
            _source(telling, sources[telling.ref], publications),
            sources[telling.ref].name,
            standings.get(telling.ref, Standing.REPEATED),
        )
        for telling in ordered
    )
    words = Counter(number.figure.counted for number in group if number.figure.counted)
    plainly = {told: count for told, count in words.items() if is_usual_word(told, language)}
    return Account(
        key=content_key("l", *(None if part is None else str(part) for part in key)),
        counted=min(plainly or words, key=lambda told: (-words[told], told), default=None),
        unit=key.unit,
        owner=key.owner,
        where=min((number.where for number in group if number.where and key.where), key=_shortest, default=None),
        fate=key.fate,
        claim=key.claim,
        low=_end(current, low=True),
        high=_end(current, low=False),
        values=values,
        origins=claim.origins,
        changes=tuple(
            item for item in claim.relations if item.kind is not RelationKind.SAME and item.about == "figure"
        ),
    )


def _shortest(name: str) -> tuple[int, str]:
    return len(name), name


_NOW = (Standing.CURRENT, Standing.OUTLIER)


def _source(telling: Telling, source: Source, publications: Publications) -> str | None:
    """Who says it: by the one name of the speaker where he speaks himself, else as the report has it."""
    own = source.name if source.own and telling.voice.kind is VoiceKind.SPEAKER else None
    return own or telling.voice.name or publications.of(telling.document).outlet


def _standings(ordered: Sequence[Telling], sources: Mapping[str, Source]) -> dict[str, Standing]:
    """Of those who say themselves that it is so: the last that each said stands, and what it does not go with is
    revised."""
    said: dict[tuple[str, str], list[Telling]] = {}
    for telling in ordered:
        if side_of(telling) is Side.FOR and sources[telling.ref].own:
            said.setdefault(sources[telling.ref].key, []).append(telling)
    found: dict[str, Standing] = {}
    lasts: dict[tuple[str, str], Telling] = {}
    for key, tellings in said.items():
        # The undated come last in order, and nobody knows whether they are: they revise nothing.
        last = next((telling for telling in reversed(tellings) if telling.day), tellings[-1])
        lasts[key] = last
        for telling in tellings:
            # Two figures of one day are of two things; only later words can revise.
            later = telling.day is not None and last.day is not None and telling.day < last.day
            differs = later and _differ(telling.figures[0], last.figures[0])
            found[telling.ref] = Standing.REVISED if differs else Standing.CURRENT
    for key, last in lasts.items():
        figure = last.figures[0]
        others = [other.figures[0] for one, other in lasts.items() if one != key and not _is_long_before(other, last)]
        alone = bool(others) and all(_differ(figure, other) for other in others)
        agreeing = max((sum(not _differ(one, other) for other in others) for one in others), default=0)
        if alone and agreeing >= OUTLYING:
            for telling in said[key]:
                if found[telling.ref] is Standing.CURRENT:
                    found[telling.ref] = Standing.OUTLIER
    return found


def _is_long_before(one: Telling, other: Telling) -> bool:
    if one.day is None or other.day is None:
        return False
    return (date.fromisoformat(other.day) - date.fromisoformat(one.day)).days > GROWING


def _differ(one: Figure, other: Figure) -> bool:
    found = agreement(one, other)
    return found is not None and found.verdict is Verdict.DIFFERS


def _end(figures: Sequence[Figure], *, low: bool) -> float | None:
    """The lowest or highest number that stands; None where nothing does."""
    ends = [(figure.low, figure.high) if low else (figure.high, figure.low) for figure in figures]
    known = [one if one is not None else other for one, other in ends]
    bounds = [bound for bound in known if bound is not None]
    return (min(bounds) if low else max(bounds)) if bounds else None
