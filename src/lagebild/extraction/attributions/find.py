"""Attributions: all rules over one document, merged, given speakers, nested and keyed."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.forms import form_of
from lagebild.extraction.attributions.lexicon import cue_lexicon
from lagebild.extraction.attributions.merge import merged
from lagebild.extraction.attributions.rules import RULES
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.voices import voiced
from lagebild.extraction.entities.cast import cast_of
from lagebild.extraction.entities.speakers import Speaker
from lagebild.language.load import Language
from lagebild.model.attribution import Attribution
from lagebild.model.findings import Findings
from lagebild.model.span import Span, trimmed

# What never belongs to the edge of a content: white space, quotation marks, commas, colons, full stops, dashes.
EDGE = ",;:.!?…\"'„“”»«‚‘’›‹–—-•·*()[]"
# Nested contents stand near each other in text order: no farther than this many attributions apart.
NESTING_REACH = 24


def find_attributions(findings: Findings, language: Language) -> Findings:
    """The findings with their attributions, in text order of their first content."""
    if findings.analysis is None or not findings.analysis.tokens:
        return findings
    scene = Scene(findings, cue_lexicon(language))
    confidences = _confidences(language)
    by_sentence: list[list[Draft]] = [[] for _ in scene.sentences]
    for rule in RULES:
        for draft in rule(scene):
            by_sentence[draft.sentence].append(draft)
    drafts = merged(scene, by_sentence)
    keys = {entity.name: entity.key for entity in findings.entities}
    keys |= {findings.document.text[m.span.start : m.span.end]: m.entity for m in findings.mentions}
    attributions = [
        attribution
        for draft, speaker in voiced(scene, drafts, cast_of(findings, language))
        if (attribution := _attribution(scene, draft, speaker, confidences, keys)) is not None
    ]
    attributions.sort(key=lambda a: (a.content[0], a.content[-1].end, a.cue, a.key))
    return replace(findings, attributions=_nested(_distinct(attributions)))


def _attribution(
    scene: Scene, draft: Draft, speaker: Speaker, confidences: dict[str, float], keys: dict[str, str]
) -> Attribution | None:
    content = tuple(
        span
        for first, last in _within_a_sentence(scene, draft.content)
        if (span := trimmed(scene.text, scene.span(first, last), EDGE)) is not None
    )
    if not content:
        return None
    cue = tuple(scene.span(*part) for part in draft.cue)
    content = tuple(_with_both_marks(scene, span, cue) for span in content)
    source = trimmed(scene.text, scene.span(*draft.source), ",;:") if draft.source else None
    to = scene.span(*draft.to) if draft.to else None
    key = _key(scene.findings.document.id, content, cue, source)
    return Attribution(
        key=key, source=source, speaker=speaker.name, entity=keys.get(speaker.name or ""),
        speaker_reason=speaker.reason, cue=cue,
        content=content, form=form_of(scene, draft.content, cue=draft.cue, phrase=draft.phrase_content),
        act=draft.act, to=to, within=None, rule=draft.rule, confidence=confidences.get(draft.rule, 0.5),
    )  # fmt: skip


def _within_a_sentence(scene: Scene, content: Sequence[Range]) -> list[Range]:
    """What of the content stands in the sentence in which it begins."""
    if not content:
        return []
    home = scene.sentences[scene.sentence_of[content[0][0]]]
    inside = ((first, min(last, home.last)) for first, last in content if home.first <= first < home.last)
    return [(first, last) for first, last in inside if first < last]


def _with_both_marks(scene: Scene, span: Span, cue: Sequence[Span]) -> Span:
    """The span with the quotation mark at its edge whose partner lies inside: "nannte die Lage „sehr ernst“"."""
    for quotation in sorted(scene.quotations.overlapping(span), key=lambda quotation: quotation.outer.end):
        outer, inner = quotation.outer, quotation.inner
        whole = span
        if inner.end <= span.end < outer.end and span.start <= outer.start:
            whole = Span(span.start, outer.end)
        elif outer.start < span.start <= inner.start and outer.end <= span.end:
            whole = Span(outer.start, span.end)
        if whole != span:
            return span if any(whole.overlaps(part) for part in cue) else whole
    return span


def _key(document: str, content: Sequence[Span], cue: Sequence[Span], source: Span | None) -> str:
    """A key from content alone: the same text gives the same key everywhere."""
    raw = f"{document}|{[tuple(s) for s in content]}|{[tuple(s) for s in cue]}|{tuple(source) if source else None}"
    return hashlib.blake2b(raw.encode(), digest_size=8).hexdigest()


def _distinct(attributions: Sequence[Attribution]) -> list[Attribution]:
    seen: set[str] = set()
    return [a for a in attributions if not (a.key in seen or seen.add(a.key))]  # type: ignore[func-returns-value]


def _nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each attribution with the key of the smallest other content that holds its cue (or its content); of two that
    hold each other the one whose cue comes first is the outer one."""
    within: dict[str, str] = {}
    reaches = [_reach(one.content) for one in attributions]
    for place, inner in enumerate(attributions):
        first, last = _reach(inner.cue or inner.content)
        start = max(0, place - NESTING_REACH)
        near = zip(attributions[start : place + NESTING_REACH], reaches[start:], strict=False)
        around = (one for one, (begin, end) in near if begin <= first and last <= end and one is not inner)
        holders = [outer for outer in around if _contains(outer, inner)]
        if holders:
            within[inner.key] = min(holders, key=_size).key
    for one in sorted(attributions, key=lambda said: said.cue or said.content):
        if _holds_itself(within, one.key):
            del within[one.key]
    return tuple(replace(one, within=within.get(one.key)) if one.key in within else one for one in attributions)


def _holds_itself(within: dict[str, str], key: str) -> bool:
    """Whether the way outwards from the attribution leads back to it."""
    at = within.get(key)
    passed: set[str] = set()
    while at is not None and at != key and at not in passed:
        passed.add(at)
        at = within.get(at)
    return at == key


def _contains(outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner one's cue (or content) lies in the outer one's content, and not the other way round."""
    probe = inner.cue or inner.content
    held = all(any(span.contains(part) for span in outer.content) for part in probe)
    return held and not all(any(span.contains(part) for span in inner.content) for part in outer.content)


def _reach(spans: Sequence[Span]) -> tuple[int, int]:
    """From the first to the last code point of the spans."""
    return min(span.start for span in spans), max(span.end for span in spans)


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


@cache
def _confidences(language: Language) -> dict[str, float]:
    return {row["rule"]: row.number("confidence") for row in language.table("attribution_rules", key=("rule",))}
