"""Cuts a sentence at its marks into segments, and says of each what its first and its verbal words show."""

from collections.abc import Sequence
from itertools import pairwise

from lagebild.analysis.quotations import QUOTES
from lagebild.model.analysis import ClauseKind, Sentence, Token
from lagebild.model.quick import quick

INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF"))
BOUNDARIES = frozenset(("$,", "$.", "$("))
QUESTION_WORDS = frozenset(("PWAV", "PWS", "PWAT"))
RELATIVE_WORDS = frozenset(("PRELS", "PRELAT"))
# Words that may stand before the opener: "und dass", "vor allem weil", "in dem".
LEADING = frozenset(("KON", "ADV", "PTKNEG", "ADJD"))
ENUMERATED = frozenset(("NN", "NE", "FM"))
CLOSING_QUOTES = frozenset('“”»«"‘’›‹')


@quick
class Segment:
    """Tokens between two boundaries, with what its first and its verbal words say."""

    tokens: list[int]
    kind: ClauseKind | None
    opener: int | None
    finites: list[int]
    infinitive: bool
    colon: bool
    quoted: bool
    bracketed: bool
    closed: bool
    """A quotation ends right before it."""
    dash: bool
    """A dash stands right before it."""


def segments_of(
    tokens: tuple[Token, ...], phrase_of: Sequence[int], quoted: Sequence[bool], sentence: Sentence
) -> list[Segment]:
    """The stretches of the sentence between its commas, dashes and other marks; marks inside a phrase part nothing, and
    what stands around a parenthesis is one stretch."""
    segments: list[Segment] = []
    current: list[int] = []
    around: list[list[int]] = []
    enumerated = sentence.first
    closed: int | None = None  # the last closing bracket, looked for when one opens
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        if token.tag not in BOUNDARIES or phrase_of[i] >= 0 or i < enumerated:
            current.append(i)
            continue
        if token.text == "(" and closed is None:
            closed = next((other for other in range(sentence.last - 1, i, -1) if tokens[other].text == ")"), -1)
        if token.text == "(" and closed is not None and i < closed:
            around.append(current)
            current = []
        else:
            enumerated = _end_of_enumeration(tokens, current, i, sentence.last)
            if enumerated > i:
                continue
            if current:
                segments.append(segment_of(tokens, quoted, sentence, current, bracketed=bool(around)))
            current = around.pop() if token.text == ")" and around else []
    segments += [
        segment_of(tokens, quoted, sentence, left, bracketed=bool(around) and left is current)
        for left in (current, *around)
        if left
    ]
    segments = _with_quoted_leads(tokens, quoted, sentence, sorted(segments, key=lambda one: one.tokens[0]))
    cut = [
        segment if piece is segment.tokens else segment_of(tokens, quoted, sentence, piece, bracketed=segment.bracketed)
        for segment in segments
        for piece in _behind_infinitives(tokens, segment.tokens)
    ]
    return sorted(cut, key=lambda segment: segment.tokens[0])


def _with_quoted_leads(
    tokens: tuple[Token, ...], quoted: Sequence[bool], sentence: Sentence, segments: list[Segment]
) -> list[Segment]:
    """Infinitives together with the words that only quotation marks part from them: "riet, *die „Pläne“ zu ändern*"."""
    joined: list[Segment] = []
    for segment in segments:
        while segment.infinitive and not segment.bracketed and joined:
            lead = joined[-1]
            between = tokens[lead.tokens[-1] + 1 : segment.tokens[0]]
            apart = not between or any(mark.tag != "$(" or mark.text not in QUOTES for mark in between)
            if apart or lead.finites or lead.kind is not None or lead.bracketed or lead.infinitive:
                break
            joined.pop()
            segment = segment_of(tokens, quoted, sentence, [*lead.tokens, *segment.tokens], bracketed=False)
        joined.append(segment)
    return joined


def _behind_infinitives(tokens: tuple[Token, ...], words: list[int]) -> list[list[int]]:
    """The words, cut before an "und" behind an infinitive with "zu" that a further one follows, or a finite verb:
    "das Haus zu verkaufen *und Geld zu sammeln*", "das Haus zu verkaufen *und ging*"."""
    for x in [x for x, i in enumerate(words) if tokens[i].tag == "KON"]:
        if not 0 < x < len(words) - 2 or not _is_with_zu(tokens, words, x - 1):
            continue
        rest = words[x + 1 :]
        if any(tokens[i].verb is not None for i in words[:x]):
            return [words]
        if tokens[rest[0]].verb is not None or (
            len(rest) > 2 and any(_is_with_zu(tokens, rest, y) for y in range(1, len(rest)))
        ):
            return [words[:x], *_behind_infinitives(tokens, words[x:])]
    return [words]


def _is_with_zu(tokens: tuple[Token, ...], words: Sequence[int], x: int) -> bool:
    if tokens[words[x]].tag == "VVIZU":
        return True
    return x > 0 and tokens[words[x]].tag in INFINITIVES and tokens[words[x - 1]].tag == "PTKZU"


def _end_of_enumeration(tokens: tuple[Token, ...], current: Sequence[int], comma: int, end: int) -> int:
    """Where an enumeration of bare nouns ends that goes on behind the comma: "SPD, *Grüne und Linke*"; 0 for none.

    A finite verb before it and another right behind it tell that the comma parts two clauses.
    """
    if tokens[comma].text != "," or not current or tokens[current[-1]].tag not in ENUMERATED:
        return 0
    at, joined = comma + 1, False
    while at < end and tokens[at].tag in ENUMERATED:
        while at < end and tokens[at].tag in ENUMERATED:
            at += 1
        if joined or at >= end:
            break
        joined = tokens[at].tag == "KON"
        if not joined and tokens[at].text != ",":
            return 0
        at += 1
    else:
        return 0
    follows = at < end and tokens[at].verb is not None
    return at if joined and not (follows and any(tokens[i].verb is not None for i in current)) else 0


def segment_of(
    tokens: tuple[Token, ...], quoted: Sequence[bool], sentence: Sentence, words: list[int], *, bracketed: bool
) -> Segment:
    """The segment that these words are."""
    first = words[0]
    finites = [i for i in words if tokens[i].verb is not None]
    if len(finites) > 1:
        finites = [i for i in finites if not _is_infinitive_double(tokens, i, finites)]
    kind, opener = _opener(tokens, words, finites)
    infinitive = False
    if not finites:
        tags = [tokens[i].tag for i in words]
        infinitive = "VVIZU" in tags or (
            "PTKZU" in tags and any(a == "PTKZU" and b in INFINITIVES for a, b in pairwise(tags))
        )
    before = [tokens[x].text for x in range(max(sentence.first, first - 2), first)]
    colon = bool(before) and (before[-1] == ":" or (before[-1] in '„»«“"' and ":" in before))
    closed = not CLOSING_QUOTES.isdisjoint(before) and not quoted[first]
    dash = bool(before) and before[-1] in ("-", "–", "—")
    return Segment(words, kind, opener, finites, infinitive, colon, quoted[first], bracketed, closed, dash)


def _is_infinitive_double(tokens: tuple[Token, ...], i: int, finites: list[int]) -> bool:
    """As in "sollen … ausgegeben haben": the last word has the form of a finite verb and is the infinitive."""
    token = tokens[i]
    return (
        i != finites[0]
        and token.tag == "VAFIN"
        and token.text == token.lemma
        and tokens[finites[0]].tag in ("VMFIN", "VAFIN")
        and tokens[i - 1].tag in ("VVPP", "VAPP")
    )


def _opener(tokens: tuple[Token, ...], words: list[int], finites: list[int]) -> tuple[ClauseKind | None, int | None]:
    k = 0
    while k < min(len(words), 3) and tokens[words[k]].tag in LEADING:
        k += 1
    for m in range(k, min(k + 3, len(words))):
        i = words[m]
        tag = tokens[i].tag
        if tag == "KOUS" or (tag == "KOKOM" and m == k and tokens[words[-1]].verb is not None and len(words) > 2):
            return ClauseKind.SUB, i
        if tag == "KOUI":
            return ClauseKind.INF, i
        if tag in RELATIVE_WORDS:
            return ClauseKind.REL, i
        if tag in QUESTION_WORDS:
            direct = m == k and len(words) > m + 1 and finites[:1] == [words[m + 1]]
            # "Wie Holm lehnt auch Tann es ab": the particle stands apart, so the verb is second.
            direct = direct or (bool(finites) and tokens[words[-1]].tag == "PTKVZ" and finites[0] != words[-1])
            return (None, None) if direct else (ClauseKind.SUB, i)
        if not (m == k and tag in ("APPR", "APPRART")) and not (m == k + 1 and tag == "ART"):
            break
    return None, None
