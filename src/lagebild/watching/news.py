"""News: what documents that came in say of claims that others have told before, or that nobody has."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lagebild.comparison.origins import Publications, with_origins
from lagebild.comparison.origins.sides import UNDATED
from lagebild.comparison.relations import with_relations
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Origin, Relation, RelationKind, Telling, VoiceKind
from lagebild.model.keys import content_key

if TYPE_CHECKING:
    from lagebild.comparison.ledgers import Account


class NewsKind(StrEnum):
    """What is new, the weightiest first."""

    DENIAL = "denial"
    """Somebody denies it who has not before."""
    REVISION = "revision"
    """Somebody says something else than before."""
    FIGURE = "figure"
    """Another figure than any before, or a more precise one."""
    CONFIRMATION = "confirmation"
    ORIGIN = "origin"
    """One more independent source."""
    ACTOR = "actor"
    """Somebody acts, is acted upon or speaks who was not told of in this matter before."""
    CLAIM = "claim"
    """Nobody has claimed it before."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new: `sentence` says it in our words, `words` are exactly those of the document, in which they
    stand at the telling `ref`. `key` is the same whenever the same news are found."""

    key: str
    kind: NewsKind
    sentence: str
    claim: str
    gloss: str
    ref: str
    words: str
    document: str
    outlet: str | None
    day: str | None


def news_of(
    claims: Iterable[Claim],
    fresh: Collection[str],
    publications: Publications,
    language: Language,
    *,
    names: Mapping[str, str],
    accounts: Iterable["Account"] = (),
) -> tuple[News, ...]:
    """What the documents `fresh` bring to these claims, compared with what the others told; by kind, day and place.

    `names` has what to call sides that claims give as codes or keys; whoever has no name there is passed over.
    `accounts` are those of the figures on the matter. The same in whatever order claims and tellings come, and empty
    where no document is fresh.
    """
    told = sorted(claims, key=lambda claim: claim.key)
    found: dict[str, News] = {}
    for claim in told:
        for item in _of_claim(claim, fresh, publications, language):
            found.setdefault(item.key, item)
    said = {(item.document, item.sentence) for item in found.values()}
    for item in (*_figures(accounts, fresh, publications), *_actors(told, fresh, publications, names)):
        if (item.document, item.sentence) not in said:
            found.setdefault(item.key, item)
    kinds = list(NewsKind)
    return tuple(
        sorted(found.values(), key=lambda item: (kinds.index(item.kind), item.day or UNDATED, item.ref, item.key))
    )


def _of_claim(claim: Claim, fresh: Collection[str], publications: Publications, language: Language) -> Iterator[News]:
    new = [telling for telling in claim.tellings if telling.document in fresh]
    old = tuple(telling for telling in claim.tellings if telling.document not in fresh)
    if not new:
        return
    now = with_relations(with_origins(claim, publications, language), publications, language)
    make = _maker(now, publications)
    if not old:
        first = next((telling for telling in new if telling.kind != "sentence"), None)
        if first is not None:
            yield make(NewsKind.CLAIM, f"{_voice(first)} says so first", first.ref, claim.key)
        return
    before = with_relations(with_origins(replace(claim, tellings=old), publications, language), publications, language)
    known = {origin.identity or origin.name for origin in before.origins}
    refs = {telling.ref for telling in old}
    for origin in now.origins:
        if not refs & set(origin.tellings) and (origin.identity or origin.name) not in known:
            yield make(NewsKind.ORIGIN, _one_more(origin, now), origin.first, f"{origin.identity or origin.name}")
    were = {(item.kind, item.about, _who(item, before)) for item in before.relations}
    for relation in now.relations:
        kind = _kind(relation)
        once = kind in (NewsKind.DENIAL, NewsKind.CONFIRMATION)
        if once and (relation.kind, relation.about, _who(relation, now)) in were:
            continue
        if kind is not None and relation.one not in refs:
            yield make(kind, relation.reason, relation.one, f"{relation.about} {relation.reason}")


def _figures(accounts: Iterable["Account"], fresh: Collection[str], publications: Publications) -> Iterator[News]:
    """Figures that differ from those before, whatever claim they stand in."""
    for account in sorted(accounts, key=lambda account: account.key):
        tellings = {value.telling.ref: value.telling for value in account.values}
        for change in account.changes:
            telling = tellings[change.one]
            kind = _kind(change)
            if kind is not None and telling.document in fresh:
                yield News(
                    key=content_key("w", kind.value, account.key, change.reason),
                    kind=kind,
                    sentence=change.reason,
                    claim=account.key,
                    gloss=account.counted or account.unit or "",
                    ref=telling.ref,
                    words=telling.words,
                    document=telling.document,
                    outlet=publications.of(telling.document).outlet,
                    day=telling.day,
                )


def _kind(relation: Relation) -> NewsKind | None:
    match relation.kind:
        case RelationKind.DENIES:
            return NewsKind.DENIAL
        case RelationKind.CONFIRMS:
            return NewsKind.CONFIRMATION
        case RelationKind.REVISES:
            return NewsKind.REVISION
        case RelationKind.DIFFERS | RelationKind.MORE_PRECISE if relation.about == "figure":
            return NewsKind.FIGURE
    return None


def _who(relation: Relation, claim: Claim) -> str | None:
    """Who says the later of the two."""
    voice = next(telling.voice for telling in claim.tellings if telling.ref == relation.one)
    return voice.identity or voice.name


def _one_more(origin: Origin, claim: Claim) -> str:
    count = len(claim.origins)
    sources = "1 origin" if count == 1 else f"{count} origins"
    return f"{origin.reason}; the claim now has {sources}"


def _actors(
    claims: Iterable[Claim], fresh: Collection[str], publications: Publications, names: Mapping[str, str]
) -> Iterator[News]:
    """Whoever is told of in these claims for the first time, where something was told before; by a part of his name
    ("Kroll") he is whoever was told of by more of it."""
    known: set[str] = set()
    heard: set[str] = set()
    first: dict[str, tuple[Claim, Telling]] = {}
    for claim in claims:
        for telling in claim.tellings:
            sides = _sides(telling)
            if telling.document not in fresh:
                known.update(sides)
                if telling.voice.name and telling.voice.kind is VoiceKind.SPEAKER:
                    heard.add(telling.voice.name)
                continue
            for side in sides:
                if side not in first or _place(telling) < _place(first[side][1]):
                    first[side] = claim, telling
    if not known:
        return
    met = heard | {name for side in known if (name := names.get(side))}
    for side, (claim, telling) in sorted(first.items()):
        name = names.get(side) or (telling.voice.name if side == telling.voice.identity else None)
        if side not in known and name is not None and not _is_one_of(name, met):
            met.add(name)
            make = _maker(claim, publications)
            yield make(NewsKind.ACTOR, f"{name} is told of in this matter for the first time", telling.ref, side)


def _is_one_of(name: str, met: Collection[str]) -> bool:
    """Whether all words of the name are those of one of the others, or the other way about."""
    words = set(name.split())
    return any(words <= told or told <= words for told in (set(other.split()) for other in met))


def _sides(telling: Telling) -> set[str]:
    voice = telling.voice
    speaker = voice.identity if voice.kind is VoiceKind.SPEAKER else None
    return {*telling.sides, *filter(None, (telling.actor, telling.recipient, speaker))}


def _place(telling: Telling) -> tuple[str, str]:
    return telling.day or UNDATED, telling.ref


def _voice(telling: Telling) -> str:
    return telling.voice.name or "a source without a name"


def _maker(claim: Claim, publications: Publications) -> Callable[[NewsKind, str, str, str], News]:
    tellings = {telling.ref: telling for telling in claim.tellings}

    def make(kind: NewsKind, sentence: str, ref: str, what: str) -> News:
        telling = tellings[ref]
        return News(
            key=content_key("w", kind.value, claim.key, what),
            kind=kind,
            sentence=sentence,
            claim=claim.key,
            gloss=claim.gloss,
            ref=ref,
            words=telling.words,
            document=telling.document,
            outlet=publications.of(telling.document).outlet,
            day=telling.day,
        )

    return make
