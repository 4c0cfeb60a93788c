"""Tellings: what one document tells, piece by piece, each with the features by which it is compared."""

from collections.abc import Sequence
from typing import NamedTuple

from lagebild.comparison.claims.drafts import Draft, Drafting
from lagebild.comparison.claims.matter import Count, Matter
from lagebild.comparison.claims.pieces import Piece, pieces_of
from lagebild.comparison.claims.stances import stance_of
from lagebild.comparison.claims.voices import Voices
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.claim import Telling
from lagebild.model.holding import Holding
from lagebild.model.naming import place_name
from lagebild.model.span import Span

LEAST = 1.1
"""Weight of the words of a piece that is worth comparing, besides whom it names."""
EMPTY = 1.0
"""Weight of the words of a piece that tells no deed, up to which it may only speak of what stands before it."""
MEANING = 1.5
"""Weight of the words of a piece that tells no deed, from which on it says by itself what it is of."""
NEAR = 4
"""So many pieces back is what "they" or "the reports" mean."""
LESSENED = 0.5
"""What a word of the piece before counts for one that speaks of "them"."""
_KINDS = ("deployment", "exchange", "breach", "threat", "event")
"""The order in which the record of a piece without a speaker is chosen: the more telling first."""


class Told(NamedTuple):
    """A telling and its matter."""

    telling: Telling
    matter: Matter


def told_in(holding: Holding, language: Language) -> tuple[Told, ...]:
    """What the document tells, in text order.

    A statement gives a telling for each sentence and each verb of it that tells something else; the author's own
    sentences too. Records that the same words tell are one telling, which has the features of all.
    """
    findings = holding.findings
    drafting = Drafting(findings, language)
    voices = Voices(findings, holding.people, language)
    drafts = [drafting.draft(piece) for piece in pieces_of(findings, language)]
    found: list[Told] = []
    lead = next((draft for draft in drafts if draft.acts and draft.sides), None)
    whole: list[Draft] = []
    for draft, following in zip(drafts, (*drafts[1:], None), strict=True):
        full = _in_context(draft, whole[-NEAR:], lead, language)
        whole.append(full)
        if _is_empty(draft) and following is not None and following.piece.sentence == draft.piece.sentence:
            continue  # "Angaben aus Seoul, wonach …": the rest of the sentence says which
        if _is_enough(full):
            matter = _matter(holding, full, len(found))
            found.append(Told(_telling(holding, full, matter, voices, language), matter))
    return tuple(found)


def _is_enough(draft: Draft) -> bool:
    """Whether there is something to compare: somebody or somewhere, and words that say what."""
    if not draft.sides and not draft.lent and not draft.places:
        return False
    return sum(draft.concepts.values()) >= LEAST or bool(draft.figures and (draft.concepts or draft.context))


def _in_context(draft: Draft, before: Sequence[Draft], lead: Draft | None, language: Language) -> Draft:
    """The piece with what stands before it, as far as it speaks of that.

    What says only that reports are wrong, or gives no more than a figure, is of the matter of the piece before ("das",
    "dafür") or, without such a word, of what the document tells first. "Sie" and "dort" lend less.
    """
    lists = word_lists(language, "claims")
    small = {word.casefold() for word in draft.all_words}
    refers = not small.isdisjoint(lists["anaphors"])
    means_all = not small.isdisjoint(lists["matters"])
    near = next((item for item in reversed(before) if _says_something(item)), None)
    if _is_empty(draft) and (means_all or draft.speaks or draft.figures):
        source = near if means_all or draft.figures else lead or near
        if source is not None and source is not draft:
            return draft._replace(
                sides=draft.sides | source.sides, lent=source.lent, concepts={**source.concepts, **draft.concepts},
                words={**source.words, **draft.words}, deeds=draft.deeds or source.deeds, acts=source.acts,
                things=draft.things | source.things, moods=draft.moods | source.moods,
                owners=draft.owners or source.owners,
                actor=draft.actor or source.actor, recipient=draft.recipient or source.recipient,
                places=draft.places | source.places,
            )  # fmt: skip
    if near is None:
        return draft
    lent = near.sides | near.lent if refers or not draft.sides else frozenset[str]()
    if refers:
        context = {
            name: weight * LESSENED for name, weight in {**near.context, **near.concepts}.items()
            if name not in draft.concepts
        }  # fmt: skip
        return draft._replace(lent=lent - draft.sides, context=context, words={**near.words, **draft.words})
    return draft._replace(lent=lent - draft.sides)


def _is_empty(draft: Draft) -> bool:
    """Whether it may only speak of what stands before it."""
    return sum(draft.concepts.values()) <= EMPTY and not draft.acts


def _says_something(draft: Draft) -> bool:
    """Whether its own words say what it is of: a deed, or enough else."""
    return bool(draft.acts) or sum(draft.concepts.values()) >= MEANING


def _matter(holding: Holding, draft: Draft, number: int) -> Matter:
    day = holding.findings.document.date
    return Matter(
        document=holding.key,
        number=number,
        start=draft.piece.start,
        day=day.isoformat() if day else None,
        sides=draft.sides,
        lent=draft.lent,
        acts=draft.acts,
        things=draft.things,
        moods=draft.moods,
        owners=draft.owners,
        concepts=draft.concepts,
        context=draft.context,
        deeds=draft.deeds,
        actor=draft.actor,
        recipient=draft.recipient,
        places=draft.places,
        counts=tuple(Count(item.low, item.high, item.unit, item.counted) for item in draft.figures),
        first_day=draft.days[0],
        last_day=draft.days[1],
        words=draft.words,
    )


def _telling(holding: Holding, draft: Draft, matter: Matter, voices: Voices, language: Language) -> Telling:
    piece, event = draft.piece, draft.event
    text = holding.findings.document.text
    kind, record = _record(piece, draft)
    statuses = [event.status] if event is not None else []
    cue = [word for span in piece.said.cue for word in span.of(text).split()] if piece.said is not None else []
    return Telling(
        document=holding.key,
        kind=kind,
        record=record,
        spans=piece.spans,
        words=" … ".join(span.of(text) for span in piece.spans),
        day=matter.day,
        voice=voices.of(piece.said),
        stance=stance_of(piece.said, draft.all_words, statuses, language, cue=cue),
        type=event.type.value if event else None,
        actor=draft.actor,
        recipient=draft.recipient,
        first_day=draft.days[0],
        last_day=draft.days[1],
        place=draft.where[0],
        country=draft.where[1],
        figures=draft.figures,
        sides=tuple(sorted(draft.sides)),
        act=piece.said.act.value if piece.said else None,
        records=tuple(dict.fromkeys(item.record.key for item in piece.placed)),
    )


def _record(piece: Piece, draft: Draft) -> tuple[str, str]:
    if piece.said is not None:
        return "attribution", piece.said.key
    for kind in _KINDS:
        for item in piece.placed:
            if item.kind == kind and (kind != "event" or item.record is draft.event):
                return kind, item.record.key
    return "sentence", place_name(Span(piece.spans[0].start, piece.spans[-1].end))
