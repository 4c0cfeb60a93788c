"""Contradictions: tellings of one matter that cannot all be right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lagebild.model.claim import Claim, RelationKind, Stance, Telling
from lagebild.model.keys import content_key
from lagebild.model.situation import Contradiction, Support
from lagebild.situation.clusters import blocked
from lagebild.situation.context import Context, rank
from lagebild.situation.facts import Fact
from lagebild.situation.matters import contested, denials
from lagebild.situation.voices import voice_key

_KINDS = ("exchange", "deployment", "threat", "breach", "event", "attribution")


def contradictions(context: Context) -> tuple[Contradiction, ...]:
    """What is denied first, then what differs, in each the closest to the question first; settled ones last."""
    found = [item for claim, support in context.claims for item in _of_claim(claim, support)]
    covered = {claim for item in found for claim in item.support.claims}
    found += [item for item in _of_records(context) if covered.isdisjoint(item.support.claims)]
    found += _of_accused(context)
    return tuple(sorted(found, key=lambda item: (item.settled, item.about is not None, *rank(item.support), item.key)))


def _of_claim(claim: Claim, support: Support) -> Iterator[Contradiction]:
    tellings = {telling.ref: telling for telling in claim.tellings}
    against = [telling.ref for telling in denials(claim)]
    told = {Stance.ASSERTS, Stance.CONFIRMS}
    telling_it = [ref for ref, telling in tellings.items() if ref not in against and telling.stance in told]
    if telling_it and contested(claim):
        yield _contradiction(claim, None, telling_it, against, support)
    for about in ("figure", "time", "place"):
        pairs = [item for item in claim.relations if item.kind is RelationKind.DIFFERS and item.about == about]
        if pairs:
            # Of a row of figures each differs from the one before: a reader is shown one and what stands against it.
            counted = Counter(item.other for item in pairs)
            first = max(counted, key=counted.__getitem__)
            later = dict.fromkeys(item.one for item in pairs if item.other == first)
            yield _contradiction(claim, about, [first], list(later), support)


def _contradiction(
    claim: Claim, about: str | None, one: Sequence[str], other: Sequence[str], support: Support
) -> Contradiction:
    tellings = {telling.ref: telling for telling in claim.tellings}
    revised = {item.other for item in claim.relations if item.kind is RelationKind.REVISES}
    return Contradiction(
        key=content_key("x", claim.key, about),
        claim=claim.key,
        about=about,
        words=claim.gloss,
        one=_ordered(one, tellings),
        other=_ordered(other, tellings),
        settled=all(ref in revised for ref in one) or all(ref in revised for ref in other),
        support=support,
    )


def _of_records(context: Context) -> Iterator[Contradiction]:
    """Records of the same kind and sides, in words that are alike, that one report tells and another denies."""
    for kind in _KINDS[:-1]:
        facts = context.facts.get(kind, ())
        denied = [fact for fact in facts if fact.telling.stance is Stance.DENIES]
        for group in blocked(facts, _sides) if denied else ():
            against = [fact for fact in group if fact.telling.stance is Stance.DENIES]
            voices = {voice_key(fact.telling.voice) for fact in against}
            telling_it = [
                fact for fact in group
                if fact.telling.stance is Stance.ASSERTS and voice_key(fact.telling.voice) not in voices
            ]  # fmt: skip
            if against and telling_it:
                tellings = {fact.telling.ref: fact.telling for fact in group}
                yield Contradiction(
                    key=content_key("x", *sorted(tellings)),
                    claim=None,
                    about=None,
                    words=telling_it[0].telling.words,
                    one=_ordered((fact.telling.ref for fact in telling_it), tellings),
                    other=_ordered((fact.telling.ref for fact in against), tellings),
                    settled=False,
                    support=context.support([*telling_it, *against]),
                )


def _of_accused(context: Context) -> Iterator[Contradiction]:
    """Breaches of which somebody is accused, who, or who speaks for them, denies to break rules."""
    breaches = context.facts.get("breach", ())
    denied = [fact for fact in breaches if fact.telling.stance is Stance.DENIES and fact.telling.voice.code]
    for code in sorted({fact.telling.voice.code or "" for fact in denied}):
        told = [
            fact for fact in breaches
            if fact.telling.actor == code and fact.telling.stance is Stance.ASSERTS and fact.telling.voice.code != code
        ]  # fmt: skip
        against = [fact for fact in denied if fact.telling.voice.code == code]
        if told:
            tellings = {fact.telling.ref: fact.telling for fact in (*told, *against)}
            first = max(told, key=lambda fact: (fact.closeness, fact.telling.ref))
            yield Contradiction(
                key=content_key("x", "breach", code, *sorted(tellings)),
                claim=None,
                about=None,
                words=first.telling.words,
                one=_ordered((fact.telling.ref for fact in told), tellings),
                other=_ordered((fact.telling.ref for fact in against), tellings),
                settled=False,
                support=context.support([*told, *against]),
            )


def _sides(fact: Fact) -> tuple[str | None, ...]:
    """What records of one matter have in common; a record that names no side has nothing in common with others."""
    telling = fact.telling
    if telling.actor is None:
        return (telling.ref,)
    return (telling.type, telling.actor, telling.recipient, telling.place if telling.recipient is None else None)


def _ordered(refs: Iterable[str], tellings: dict[str, Telling]) -> tuple[str, ...]:
    return tuple(sorted(set(refs), key=lambda ref: (tellings[ref].day or "9999", ref)))
