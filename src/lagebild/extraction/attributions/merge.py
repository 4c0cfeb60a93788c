"""Merging: what several rules propose for the same words becomes one draft."""

from collections.abc import Sequence

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene

# Two proposals are the same attribution from this share of common words on.
SAME = 0.75
# What a verb inside another's content says about as much as the whole of it.
CLAUSE_RULES = frozenset(("verb-dass", "verb-zu", "verb-v2", "verb-object"))
# "Soll" in a relative clause deep inside somebody's words is hearsay of its own: their beginnings lie apart.
LONGEST_OPENER = 2
# Tags of words that say nothing without a noun.
EMPTY = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "APPR", "APPRART", "ADV", "$(", "$,", "$."))


def merged(scene: Scene, by_sentence: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """The drafts of each sentence without doubles: a frame and "soll" join their cues; a bare "unter Berufung
    auf" takes the content of the cue beside it."""
    sentences = [_sentence(scene, list(drafts)) for drafts in by_sentence]
    for number in range(1, len(sentences)):
        sentences[number] = [_with_hearsay(draft, sentences[number - 1]) for draft in sentences[number]]
    # A reference may take up the whole of what it refers to: then nothing is left that it ascribes.
    return [[draft for draft in drafts if draft.content] for drafts in sentences]


def _sentence(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule == "frame-reference":
            continue
        if draft.rule == "noun-phrase" and any(_holds_noun(other, draft) for other in kept):
            continue  # "legte Einspruch gegen X ein": the verb's row has told it
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
                content=_common(frame, soll) or frame.content,
            )
        elif draft.cue == other.cue and draft.rule == other.rule:
            continue
        elif draft.rule in CLAUSE_RULES and _is_inside(draft, other):
            kept.append(draft)
        elif draft.rule == "hearsay" or other.rule == "hearsay":
            kept[twin] = other if draft.rule == "hearsay" else draft
        elif _in_passing(draft, other) or _in_passing(other, draft):
            kept[twin] = other if draft.rule.startswith("noun") else draft
        elif _said_twice(draft, other):
            frame, verb = (draft, other) if draft.rule == "frame-so" else (other, draft)
            kept[twin] = verb._replace(
                cue=tuple(sorted({*frame.cue, *verb.cue})), content=_common(frame, verb), source=frame.source
            )
        elif draft.source is not None and other.source is not None and draft.source != other.source:
            kept.append(draft)
        elif draft.rule.startswith("verb") and other.rule == "frame-so":
            kept[twin] = draft._replace(cue=tuple(sorted({*draft.cue, *other.cue})))
    for draft in drafts:
        if draft.rule == "frame-reference":
            host = next((other for other in kept if other.rule != "frame-reference" and other.content), None)
            if host is not None:
                kept.append(_borrowing(draft, host))
    kept = [draft for draft in kept if not any(_is_second_frame(draft, other) for other in kept)]
    return [_apart(scene, draft) for draft in kept if not any(_opens_with(other, draft) for other in kept)]


def _holds_noun(verb: Draft, noun: Draft) -> bool:
    return verb.rule != "noun-clause" and set(noun.cue) <= set(verb.cue)


def _is_second_frame(frame: Draft, other: Draft) -> bool:
    """As in "*Laut Polizei* war er ersten Erkenntnissen *zufolge* allein": of two frames the one that names nobody."""
    if not (frame.rule.startswith("frame") and other.rule.startswith("frame")) or frame is other:
        return False
    return (
        frame.source is None and other.source is not None and _holds_cue_of(other, frame) and _same_range(frame, other)
    )


def _same_range(left: Draft, right: Draft) -> bool:
    """Whether most of what one of them ascribes the other one does too."""
    common = sum(last - first for first, last in _common(left, right))
    return 2 * common >= min(sum(b - a for a, b in one.content) for one in (left, right))


def _opens_with(said: Draft, hearsay: Draft) -> bool:
    """As in "Er soll geflohen sein, er sei in Kiel, sagte Holm": the hearsay is the beginning of what he says."""
    if hearsay.rule != "hearsay" or hearsay.source is not None or said.rule != "verb-before":
        return False
    return said.content[0][0] == hearsay.content[0][0] and _holds_cue_of(said, hearsay)


def _with_hearsay(pointing: Draft, before: list[Draft]) -> Draft:
    """As in "Es soll brennen. Das meldet die Wehr": one attribution with both cues; `before` loses its own."""
    if pointing.rule != "verb-pointing":
        return pointing
    soll = next((d for d in before if d.rule == "hearsay" and d.source is None and _covers(pointing, d)), None)
    if soll is None:
        return pointing
    before.remove(soll)
    return pointing._replace(cue=tuple(sorted({*soll.cue, *pointing.cue})), content=soll.content)


def _covers(pointing: Draft, other: Draft) -> bool:
    """Whether all of the other one's words, and most of the sentence that they stand in, are what is pointed at."""
    common = sum(last - first for first, last in _common(pointing, other))
    return common >= SAME * sum(last - first for first, last in pointing.content)


def _apart(scene: Scene, draft: Draft) -> Draft:
    """The draft with cue and content apart. A word that both claim is the cue's, but for "erklärte *seinen Verzicht*",
    where nothing would be left of the content."""
    content = without(draft.content, draft.cue)
    if any(scene.tag(i) not in EMPTY for first, last in content for i in range(first, last)):
        return draft._replace(content=content)
    return draft._replace(cue=without(draft.cue, draft.content))


def _borrowing(reference: Draft, host: Draft) -> Draft:
    """ "Unter Berufung auf X" with the host's content, without its own words where these stand inside."""
    opener = reference.cue[0][0] - 1
    end = reference.source[1] if reference.source is not None else reference.cue[-1][1]
    return reference._replace(content=without(host.content, ((opener, end),)))


def without(content: Sequence[Range], taken: Sequence[Range]) -> tuple[Range, ...]:
    """The content without the words in `taken`: nobody says the words that tell that he says it."""
    left = list(content)
    for first, last in taken:
        left = [
            part
            for a, b in left
            for part in (((a, min(b, first)), (max(a, last), b)) if a < last and first < b else ((a, b),))
            if part[0] < part[1]
        ]
    return tuple(left)


def _common(left: Draft, right: Draft) -> tuple[Range, ...]:
    """The stretches that both contents have: of a frame and "soll", what is neither's cue or source."""
    return tuple(
        (max(a, c), min(b, d)) for a, b in left.content for c, d in right.content if max(a, c) < min(b, d)
    )  # fmt: skip


def _in_passing(noun: Draft, verb: Draft) -> bool:
    """As in "in der Mitteilung heißt es, dass …", "sagte ohne Angabe von Gründen, …": the noun names the verb's
    source, or stands by while the verb governs the clause."""
    if not noun.rule.startswith("noun"):
        return False
    if verb.rule.startswith("verb") and set(noun.cue) <= set(verb.cue):
        return True  # "erneuerte ihre Kritik an dem Plan"
    if noun.rule != "noun-clause":
        return False
    if verb.rule.startswith("verb") and noun.content == verb.content:
        return True
    return verb.source is not None and verb.source[0] <= noun.cue[0][0] < verb.source[1]


def _said_twice(left: Draft, right: Draft) -> bool:
    """As in "Dennoch, so Holm, „…“, sagte sie": a frame and a verb around the same words, each beside the other's."""
    rules = (left.rule, right.rule)
    verb = any(rule.startswith("verb") for rule in rules)
    return "frame-so" in rules and verb and _holds_cue_of(left, right) and _holds_cue_of(right, left)


def _holds_cue_of(outer: Draft, inner: Draft) -> bool:
    """Whether the inner one's cue stands in the outer one's content: then it is nested, and not the same."""
    return any(first <= at < last for at, _ in inner.cue for first, last in outer.content)


def _is_inside(inner: Draft, outer: Draft) -> bool:
    """As in "Wie der Rat mitteilte, wurden alle aufgefordert, zu gehen": the cue is part of what another one says."""
    return bool(inner.cue) and bool(outer.cue) and any(a <= inner.cue[0][0] < b for a, b in outer.content)


def _same(left: Draft, right: Draft) -> bool:
    if left.rule.startswith("frame") or right.rule.startswith("frame"):
        holds = _holds_cue_of(left, right), _holds_cue_of(right, left)
        if "hearsay" in (left.rule, right.rule):
            if all(holds):
                return True
        elif any(holds) and not all(holds):
            return False
    if "hearsay" in (left.rule, right.rule) and abs(left.content[0][0] - right.content[0][0]) > LONGEST_OPENER:
        return False
    common = sum(last - first for first, last in _common(left, right))
    both = sum(last - first for first, last in (*left.content, *right.content))
    return both > 0 and 2 * common / both >= SAME
