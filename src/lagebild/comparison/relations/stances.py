"""Who denies, who confirms, and who said the opposite before."""

from collections.abc import Iterator, Sequence

from lagebild.comparison.origins.answering import Key
from lagebild.comparison.origins.outlets import outlet_key
from lagebild.comparison.origins.publication import Publications
from lagebild.comparison.origins.sides import Side, side_of
from lagebild.comparison.relations.values import FIGURE
from lagebild.comparison.relations.voices import Said
from lagebild.language.load import Language
from lagebild.model.claim import Relation, RelationKind, Stance, Telling, VoiceKind


def denials(said: Sequence[Said]) -> Iterator[Relation]:
    """One for each voice that denies, against the first who says that it is so."""
    seen: set[Key] = set()
    for denial in said:
        if denial.side is Side.AGAINST and denial.voice not in seen and _speaks(denial):
            seen.add(denial.voice)
            others = [other for other in said if other.side is Side.FOR and other.voice != denial.voice]
            if others:
                reason = f"{denial.name} denies what {others[0].name} says"
                yield Relation(RelationKind.DENIES, denial.telling.ref, others[0].telling.ref, None, reason)


def confirmations(said: Sequence[Said]) -> Iterator[Relation]:
    """One for each voice that confirms in so many words, of the first other who said so before, on an earlier day
    wherever there is one."""
    seen: set[Key] = set()
    for number, confirming in enumerate(said):
        if confirming.telling.stance is Stance.CONFIRMS and confirming.voice not in seen and _speaks(confirming):
            others = [
                other
                for other in (*said[:number], *said[number + 1 :])
                if other.side is Side.FOR and other.voice != confirming.voice and not _later(other, confirming)
            ]
            if others:
                seen.add(confirming.voice)
                reason = f"{confirming.name} confirms what {others[0].name} says"
                yield Relation(RelationKind.CONFIRMS, confirming.telling.ref, others[0].telling.ref, None, reason)


_NOW = {Side.FOR: "says that it is so", Side.AGAINST: "denies it", Side.OPEN: "leaves it open"}
_BEFORE = {Side.FOR: "said that it is so", Side.AGAINST: "denied it", Side.OPEN: "left it open"}


def turns(said: Sequence[Said]) -> Iterator[Relation]:
    """Where a voice says on a later day the opposite of what it said last, or no longer what it said."""
    last: dict[Key, Said] = {}
    for now in said:
        before = last.get(now.voice) if _speaks(now) else None
        if before is not None and before.side is not now.side:
            if not _later(now, before):
                continue
            reason = f"{now.name} {_BEFORE[before.side]}, and now {_NOW[now.side]}"
            yield Relation(RelationKind.REVISES, now.telling.ref, before.telling.ref, None, reason)
        last[now.voice] = now


def corrections(tellings: Sequence[Telling], publications: Publications, language: Language) -> Iterator[Relation]:
    """Where an outlet takes back on a later day what it had itself told, on whosoever's word: a figure by a figure,
    wherever it had given one."""
    told: dict[str, list[Telling]] = {}
    for telling in tellings:
        outlet = publications.of(telling.document).outlet
        if outlet is None:
            continue
        mine = told.setdefault(outlet_key(outlet, language), [])
        if side_of(telling) is Side.FOR:
            mine.append(telling)
            continue
        if side_of(telling) is Side.OPEN or telling.voice.kind is not VoiceKind.OUTLET:
            continue
        before = [item for item in mine if (item.day or "9999") < (telling.day or "")]
        counted = [item for item in before if item.figures and telling.figures]
        taken = next((item for item in before if item.voice.kind is VoiceKind.OUTLET), next(iter(before), None))
        taken = next(iter(counted), taken)
        if taken is not None:
            reason = f"{outlet} takes back what it had told on {taken.day}"
            yield Relation(RelationKind.REVISES, telling.ref, taken.ref, FIGURE if counted else None, reason)


def _speaks(said: Said) -> bool:
    """Whether somebody speaks who can be named: an outlet that says it is not so tells of the matter, and does not deny
    it; nor does anybody who has no name."""
    return said.telling.voice.kind is not VoiceKind.OUTLET and said.telling.voice.name is not None


def _later(one: Said, other: Said) -> bool:
    return one.telling.day is not None and other.telling.day is not None and one.telling.day > other.telling.day
