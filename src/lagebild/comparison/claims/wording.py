"""Wording: the words by which a piece of a document is shown, so that they stand by themselves."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import islice

from lagebild.comparison.claims.clauses import EDGE, WORD, depends, has_verb, is_main, subject_of
from lagebild.comparison.claims.concepts import is_finite
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution
from lagebild.model.span import Span, trimmed

FARTHEST = 120
"""Letters between what is said and the words that say who says it, up to which both are shown together."""
_LEFT = re.compile(r"[,;:–—]\s")
_OPENING, _CLOSING, _EITHER = "„»‚›", "“”«‘‹", '"'
_BEFORE, _BEHIND = frozenset((*_OPENING, _EITHER)), frozenset((*_CLOSING, _EITHER))


def clause_of(text: str, said: Attribution, sentence: Span, others: Sequence[Span], language: Language) -> Span | None:
    """The clause in which somebody says something by a verb and its object ("Die Bank bestätigte die Durchsuchung",
    "Sie empfahl allen, sich impfen zu lassen"), None where the content is a clause of its own.

    `others` is what further people say in the sentence, where it ends at the latest.
    """
    content = [span for span in said.content if sentence.contains(span)]
    cue = [span for span in said.cue if sentence.contains(span)]
    whole = len(content) == len(said.content) and bool(content) and bool(cue)
    if not whole or any(has_verb(text, one, language, surely=True) for one in content):
        return None
    hull = _hull([*content, *cue, *_source(said, sentence)])
    across = [one for one in others if one.overlaps(hull) and not hull.contains(one) and not one.contains(hull)]
    if hull.end - hull.start > 2 * FARTHEST or across:
        return None
    for one in others:
        if one.contains(hull):
            sentence = one if sentence.contains(one) else sentence
    return _widened(text, hull, sentence, [one for one in others if not hull.contains(one)], language)


def shown(
    text: str,
    kept: Sequence[Span],
    said: Attribution | None,
    sentence: Span,
    language: Language,
    *,
    before: Sequence[Span] = (),
) -> tuple[Span, ...]:
    """The piece with what it could not stand without: whoever says it, for a clause that hangs on another ("dass …") or
    begins with its verb ("… erlitten sieben Menschen Verletzungen"), or which the words for the speaker cut in two; the
    subject, or else the clause, that stands `before` it in the same sentence, for "und will klagen" and "weil …"."""
    spans = _joined(text, kept)
    joined = _joining(language).match(text, spans[0].start, spans[0].end)
    if joined:
        spans[0] = Span(joined.end(), spans[0].end)
    found = WORD.match(text, spans[0].start)
    first = found[0] if found else ""
    lists = word_lists(language, "claims")
    hangs = first in lists["hanging"] or first in lists["clausal"]
    shares = is_finite(first, language) and has_verb(text, _leading(text, spans[0]), language)
    if said is not None:
        around = [span for span in (*said.cue, *_source(said, sentence)) if sentence.contains(span)]
        lacks = first in lists["hanging"] or (is_finite(first, language) and not before)
        whole = _hull([*spans, *around])
        cut = len(spans) > 1 and all(spans[0].start < span.end and span.start < spans[-1].end for span in around)
        if around and (lacks or cut) and _is_near(whole, spans, around):
            return (closed(text, _left(text, whole, sentence, language) if lacks else whole, sentence),)
    if shares and not before and said is None and spans[0].start > sentence.start:
        return ()
    if before and (hangs or shares):
        subject = None if hangs else subject_of(text, before[0], spans[0], language)
        spans = [subject, *spans] if subject is not None else [_hull([*before, *spans])]
    return tuple(closed(text, span, sentence) for span in spans)


def clause_around(text: str, span: Span, sentence: Span, language: Language) -> Span:
    """The clause of a sentence that has these words."""
    return closed(text, _widened(text, span, sentence, (), language), sentence)


def closed(text: str, span: Span, sentence: Span) -> Span:
    """The span with the quotation mark that it would cut off at its ends."""
    words = span.of(text)
    opened = sum(words.count(mark) for mark in _OPENING) - sum(words.count(mark) for mark in _CLOSING)
    either = words.count(_EITHER) % 2 == 1
    if (opened > 0 or either) and text[span.end : span.end + 1] in _BEHIND and span.end < sentence.end:
        return Span(span.start, span.end + 1)
    before = text[span.start - 1 : span.start]
    if (opened < 0 or either) and before in _BEFORE and span.start > sentence.start:
        return Span(span.start - 1, span.end)
    return span


def _is_near(whole: Span, spans: Sequence[Span], around: Sequence[Span]) -> bool:
    """Whether hardly more stands between than the words themselves."""
    told = sum(end - start for start, end in (*spans, *around))
    return whole.end - whole.start - told <= FARTHEST


def _source(said: Attribution, sentence: Span) -> list[Span]:
    return [said.source] if said.source is not None and sentence.contains(said.source) else []


def _hull(spans: Collection[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans without gaps in which nothing stands but white space and marks."""
    found: list[Span] = []
    for span in spans:
        if found and not text[found[-1].end : span.start].strip(EDGE):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _leading(text: str, span: Span) -> Span:
    """The first two words, as far as there are two."""
    words = list(islice(WORD.finditer(text, *span), 2))
    return Span(span.start, words[-1].end()) if words else span


def _widened(text: str, hull: Span, sentence: Span, others: Sequence[Span], language: Language) -> Span:
    """The clause around: up to the next comma or to an "and" behind which a verb stands."""
    end = min([sentence.end, *(one.start for one in others if one.start >= hull.end)])
    inside = False
    for found in _right(language).finditer(text, hull.end, end):
        rest = Span(found.end(), end)
        inside = inside or (not found[1] and depends(text, rest, language))
        if is_main(text, rest, language, joined=True) if inside else not found[1] or has_verb(text, rest, language):
            end = found.start()
            break
    start = max([sentence.start, *(one.end for one in others if one.end <= hull.start)])
    return _left(text, Span(hull.start, end), Span(start, sentence.end), language)


def _left(text: str, span: Span, sentence: Span, language: Language) -> Span:
    """The span from where its clause begins."""
    start = max((found.end() for found in _LEFT.finditer(text, sentence.start, span.start)), default=sentence.start)
    joined = _joining(language).match(text, start)
    start = joined.end() if joined else start
    return trimmed(text, Span(min(start, span.start), span.end), EDGE) or span


@cache
def _right(language: Language) -> re.Pattern[str]:
    joins = language.rules("claims")["clauses"]["joins"]
    return re.compile(rf"[,;:](?=\s)|\s[–—](?=\s)|\s({joins})\s")


@cache
def _joining(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{language.rules('claims')['clauses']['leading']})\s")
