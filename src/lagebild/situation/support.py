"""Support: what an item stands on: tellings, independent origins, and how sure that makes it."""

from collections.abc import Iterable, Mapping, Sequence

from lagebild.language.search import folded
from lagebild.model.claim import Claim, Origin, Stance, Telling, VoiceKind
from lagebild.model.event import Status
from lagebild.model.situation import Certainty, Support
from lagebild.situation.facts import Fact
from lagebild.situation.matters import Matters, contested, order


def support_of(facts: Sequence[Fact], matters: Matters, copies: Mapping[str, str]) -> Support:
    """The support of an item that these facts tell; `copies` has the group of copies of documents that are in one."""
    by_ref = {fact.telling.ref: fact for fact in facts}
    tellings = tuple(sorted((fact.telling for fact in by_ref.values()), key=order))
    claims = matters.around(tellings)
    return Support(
        tellings=tellings,
        origins=origins_of(_for_it(tellings), matters, copies),
        certainty=_certainty(by_ref.values(), disputed=any(map(contested, claims))),
        claims=tuple(claim.key for claim in claims),
        closeness=max((fact.closeness for fact in by_ref.values()), default=0.0),
    )


def _for_it(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Whoever denies a thing is no origin of it; of a mere denial those are who deny it."""
    return [telling for telling in tellings if telling.stance is not Stance.DENIES] or tellings


def origins_of(tellings: Sequence[Telling], matters: Matters, copies: Mapping[str, str]) -> tuple[Origin, ...]:
    """The independent origins of the tellings, the earliest first.

    Where a claim says whom a telling goes back to, that counts; else it is its speaker, or the outlet whose own word it
    is, copies of one report being one.
    """
    found: dict[str, tuple[Origin, list[str]]] = {}
    known = {ref: origin for claim in matters.around(tellings) for origin in claim.origins for ref in origin.tellings}
    for telling in tellings:
        told = matters.told(telling)
        origin = (known.get(told.ref) if told else None) or _own(telling, copies)
        found.setdefault(_identity(origin), (origin, []))[1].append(telling.ref)
    return tuple(
        Origin(origin.name, origin.identity, refs[0], tuple(refs), origin.reason, origin.interested)
        for origin, refs in found.values()
    )


def claim_support(claim: Claim, matters: Matters, copies: Mapping[str, str], closeness: float) -> Support:
    """What a claim stands on."""
    origins = claim.origins or origins_of(claim.tellings, matters, copies)
    stances = {telling.stance for telling in claim.tellings}
    if stances == {Stance.DENIES}:
        certainty = Certainty.DENIED
    elif contested(claim):
        certainty = Certainty.DISPUTED
    elif any(item.voice.kind is VoiceKind.OUTLET and item.stance is Stance.ASSERTS for item in claim.tellings):
        certainty = Certainty.STATED
    else:
        certainty = Certainty.POSSIBLE if stances == {Stance.DOUBTS} else Certainty.SAID
    return Support(claim.tellings, origins, certainty, (claim.key,), closeness)


def _identity(origin: Origin) -> str:
    return origin.identity or folded(origin.name or "")


def _own(telling: Telling, copies: Mapping[str, str]) -> Origin:
    """Who vouches for one telling, without a comparison of reports; `identity` is never None here."""
    voice = telling.voice
    report = copies.get(telling.document, telling.document)
    if voice.kind is VoiceKind.OUTLET:
        return Origin(voice.name, f"report:{report}", telling.ref, (telling.ref,), "report")
    if voice.kind is VoiceKind.UNNAMED or voice.name is None:
        return Origin(
            voice.name, f"unnamed:{report}:{folded(voice.name or '')}", telling.ref, (telling.ref,), "unnamed"
        )
    identity = voice.identity or f"name:{folded(voice.name)}"
    return Origin(voice.name, identity, telling.ref, (telling.ref,), "speaker")


def _certainty(facts: Iterable[Fact], *, disputed: bool) -> Certainty:
    held = list(facts)
    denials = [fact for fact in held if fact.telling.stance is Stance.DENIES]
    if len(denials) == len(held):
        return Certainty.DENIED
    if denials or disputed:
        return Certainty.DISPUTED
    statuses = {fact.status for fact in held}
    if Status.FACT in statuses:
        return Certainty.STATED
    return Certainty.SAID if statuses - {Status.POSSIBLE, Status.DENIED} else Certainty.POSSIBLE
