"""Interest: why whoever says it is a party in the matter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lagebild.comparison.identities.naming import plain
from lagebild.model.claim import Telling, VoiceKind

OFTEN = 0.34
"""A side counts where so many of the tellings that name one have it: one slip of the reading makes no party."""
_ACCUSING = ("breach", "ACCUSE")


class Sides(NamedTuple):
    """Who acts in a matter, and to whom, by their codes or short names; `accused` says that the act is a reproach."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    breaching: bool
    accusing: bool


def sides_in(tellings: Iterable[Telling]) -> Sides:
    """The sides on which the tellings of a claim agree."""
    told = list(tellings)
    breaches = sum(telling.kind == "breach" for telling in told)
    accusations = sum(telling.type == "ACCUSE" for telling in told)
    return Sides(
        _often(telling.actor for telling in told),
        _often(telling.recipient for telling in told),
        bool(told) and breaches > len(told) * OFTEN,
        bool(told) and accusations > len(told) * OFTEN,
    )


def interest_of(name: str | None, own: Sequence[Telling], sides: Sides) -> str | None:
    """Why the origin that says `own` is a party, in words; None where nothing shows it."""
    spoken = [telling.voice for telling in own if telling.voice.kind is not VoiceKind.OUTLET]
    codes = Counter(voice.code for voice in spoken if voice.code)
    code = min(codes, key=lambda found: (-codes[found], found)) if codes else None
    named = {plain(voice.name) for voice in spoken if voice.name}
    for parties, role in (
        (sides.actors, "is said to break a rule" if sides.breaching else "acts in the matter"),
        (sides.recipients, "is accused in the matter" if sides.accusing else "is who it is done to"),
    ):
        for party in parties:
            if plain(party) in named:
                return f"{name} {role}"
            if party == code:
                return f"{name} speaks for {code}, which {role}"
    return None


def _often(sides: Iterable[str | None]) -> tuple[str, ...]:
    counts = Counter(side for side in sides if side)
    most = sum(counts.values())
    return tuple(sorted(side for side, count in counts.items() if count >= most * OFTEN))
