"""Merging: what several rules propose for the same words becomes one draft."""

from collections.abc import Sequence

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Scene

# Two proposals are the same attribution from this share of common words on.
SAME = 0.75


def merged(scene: Scene, by_sentence: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """The drafts of each sentence without doubles: a frame and "soll" join their cues; a bare "unter Berufung
    auf" takes the content of the cue beside it."""
    return [_sentence(scene, list(drafts)) for drafts in by_sentence]


def _sentence(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule == "frame-reference":
            continue
        twin = next((i for i, other in enumerate(kept) if _same(draft, other)), None)
        if twin is None:
            kept.append(draft)
            continue
        other = kept[twin]
        if {draft.rule, other.rule} & {"hearsay"} and (
            draft.rule.startswith("frame") or other.rule.startswith("frame")
        ):
            frame, soll = (draft, other) if draft.rule.startswith("frame") else (other, draft)
            kept[twin] = frame._replace(
                cue=tuple(sorted({*frame.cue, *soll.cue})),
                content=soll.content if len(soll.content) <= len(frame.content) + 1 else frame.content,
            )
        elif draft.cue == other.cue and draft.rule == other.rule:
            continue
        elif draft.rule == "hearsay" or other.rule == "hearsay":
            kept[twin] = other if draft.rule == "hearsay" else draft
        elif _names_source_of(draft, other) or _names_source_of(other, draft):
            kept[twin] = other if draft.rule == "noun-clause" else draft
        elif draft.source is not None and other.source is not None and draft.source != other.source:
            kept.append(draft)
        elif draft.rule.startswith("verb") and other.rule == "frame-so":
            kept[twin] = draft._replace(cue=tuple(sorted({*draft.cue, *other.cue})))
    for draft in drafts:
        if draft.rule == "frame-reference":
            host = next((other for other in kept if other.rule != "frame-reference" and other.content), None)
            if host is not None and not any(a <= draft.cue[0][0] < b for a, b in host.content[:0]):
                kept.append(draft._replace(content=host.content))
    return kept


def _names_source_of(noun: Draft, verb: Draft) -> bool:
    """As in "in der Mitteilung heißt es, dass …": the noun names the verb's source and ascribes nothing itself."""
    if noun.rule != "noun-clause" or verb.source is None:
        return False
    return verb.source[0] <= noun.cue[0][0] < verb.source[1]


def _same(left: Draft, right: Draft) -> bool:
    a = {i for first, last in left.content for i in range(first, last)}
    b = {i for first, last in right.content for i in range(first, last)}
    if not a or not b:
        return False
    return 2 * len(a & b) / (len(a) + len(b)) >= SAME
