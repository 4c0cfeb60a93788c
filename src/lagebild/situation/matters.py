"""Matters: the claims of a base cut to the documents of one situation, and asked which claim a telling belongs to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from lagebild.comparison.origins import Publications, with_origins
from lagebild.comparison.relations import with_relations
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Origin, RelationKind, Stance, Telling, VoiceKind
from lagebild.situation.voices import voice_key
from lagebild.situation.wording import nouns_of

_LANGUAGE = "de"
"""Whose tables tell cues apart."""
_TOLD = (Stance.ASSERTS, Stance.CONFIRMS)
_FEW_NOUNS = 2
"""So many nouns are added to those of a wording, so that one of a single usual noun is not the likest of all."""
_SENTENCE = 4
"""Fewer words are no sentence."""
BETWEEN = " … "
"""Stands where some of the text between quoted words is left out."""
ORDER_LAST = "9999"
"""Undated tellings come behind all others."""


def order(telling: Telling) -> tuple[str, str, tuple[tuple[int, int], ...], str]:
    """By day of publication, document and place."""
    return (
        telling.day or ORDER_LAST,
        telling.document,
        tuple((span.start, span.end) for span in telling.spans),
        telling.ref,
    )


class Matters:
    """The claims that are told in these documents, with only their tellings there."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims = tuple(sorted(claims, key=_first))
        self._of: dict[tuple[str, str], list[tuple[Telling, Claim]]] = {}
        for claim in self.claims:
            for telling in claim.tellings:
                for record in dict.fromkeys((telling.record, *telling.records)):
                    self._of.setdefault((telling.document, record), []).append((telling, claim))

    def of(self, telling: Telling) -> Claim | None:
        """The claim to which the record of the telling belongs."""
        found = self._nearest(telling)
        return found[1] if found else None

    def told(self, telling: Telling) -> Telling | None:
        """The telling of a claim that holds the record; it may have other words than the record."""
        found = self._nearest(telling)
        return found[0] if found else None

    def around(self, tellings: Iterable[Telling]) -> tuple[Claim, ...]:
        """The claims that any of the tellings belongs to, the earliest first."""
        found = {claim.key: claim for telling in tellings if (claim := self.of(telling)) is not None}
        return tuple(sorted(found.values(), key=_first))

    def _nearest(self, telling: Telling) -> tuple[Telling, Claim] | None:
        """Of several claims that one record tells, that with which it shares most words."""
        found = self._of.get((telling.document, telling.record), ())
        return max(found, key=lambda item: (_shared(telling, item[0]), item[0].ref), default=None)


def weighed(claims: Iterable[Claim], publications: Publications) -> tuple[Claim, ...]:
    """The claims cut to these publications, their origins and relations told anew from what these say.

    An origin that nobody of the time had printed is none: what was known on a day is not what came out later.
    """
    language = Language(_LANGUAGE)
    cut = [claim for claim in (cut_to(claim, publications.by_document) for claim in claims) if claim is not None]
    with_their_origins = (with_origins(claim, publications, language) for claim in cut)
    return tuple(with_relations(claim, publications, language) for claim in with_their_origins)


def glossed(claim: Claim, closeness: Mapping[str, float]) -> Claim:
    """The claim with the words of the telling that stands for it best to whoever asks: the closest to the question (by
    ref), a sentence of its own, and most like the others.
    """
    told = [telling for telling in claim.tellings if telling.stance in _TOLD] or list(claim.tellings)
    nouns = {telling.ref: nouns_of(telling.words, _LANGUAGE) for telling in told}
    counts = Counter(noun for found in nouns.values() for noun in found)

    def worth(telling: Telling) -> tuple[object, ...]:
        named = nouns[telling.ref]
        likeness = sum(counts[noun] for noun in named) / (len(named) + _FEW_NOUNS)
        whole = telling.words[:1].isupper() and len(telling.words.split()) >= _SENTENCE
        return (
            -closeness.get(telling.ref, 0.0),
            not whole,
            -round(likeness, 3),
            BETWEEN in telling.words,
            order(telling),
        )

    best = min(told, key=worth)
    return replace(claim, gloss=best.words, glossed=best.ref)


def contested(claim: Claim) -> bool:
    """Whether somebody denies the matter that another tells; who says both has changed his mind, or is misread."""
    told = {voice_key(telling.voice) for telling in claim.tellings if telling.stance in _TOLD}
    against = {voice_key(telling.voice) for telling in denials(claim)}
    return bool(told) and bool(against) and len(told | against) > 1


def denials(claim: Claim) -> tuple[Telling, ...]:
    """The tellings in which somebody denies the matter. A report's own "nicht" is not among them: "Eine Zahl nannte er
    nicht" denies nothing, and reports that deny what others tell say on whose word; nor is what nobody with a name
    says."""
    against = {item.one for item in claim.relations if item.kind is RelationKind.DENIES and item.about is None}
    return tuple(
        telling for telling in claim.tellings
        if telling.voice.kind is not VoiceKind.OUTLET and telling.voice.name
        and (telling.ref in against or telling.stance is Stance.DENIES)
    )  # fmt: skip


def cut_to(claim: Claim, documents: Collection[str]) -> Claim | None:
    """The claim with only what these documents tell of it; None where they tell nothing."""
    tellings = tuple(sorted((item for item in claim.tellings if item.document in documents), key=order))
    if not tellings:
        return None
    if len(tellings) == len(claim.tellings):
        return replace(claim, tellings=tellings)
    refs = {item.ref for item in tellings}
    glossed = next((item for item in tellings if item.ref == claim.glossed), tellings[0])
    return replace(
        claim,
        gloss=claim.gloss if glossed.ref == claim.glossed else glossed.words,
        glossed=glossed.ref,
        tellings=tellings,
        ties=tuple(tie for tie in claim.ties if tie.one in refs and tie.other in refs),
        origins=_origins(claim.origins, tellings),
        relations=tuple(item for item in claim.relations if item.one in refs and item.other in refs),
    )


def _origins(origins: Sequence[Origin], tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """The origins with the tellings that remain of them; who was first is told anew."""
    remaining = []
    for origin in origins:
        theirs = [item.ref for item in tellings if item.ref in origin.tellings]
        if theirs:
            first = origin.first if origin.first in theirs else theirs[0]
            remaining.append(replace(origin, first=first, tellings=tuple(theirs)))
    place = {item.ref: number for number, item in enumerate(tellings)}
    return tuple(sorted(remaining, key=lambda origin: place[origin.first]))


def _shared(one: Telling, other: Telling) -> int:
    """How many code points both cover."""
    return sum(
        max(0, min(left.end, right.end) - max(left.start, right.start)) for left in one.spans for right in other.spans
    )


def _first(claim: Claim) -> tuple[str, str, tuple[tuple[int, int], ...], str, str]:
    return (*order(claim.tellings[0]), claim.key)
