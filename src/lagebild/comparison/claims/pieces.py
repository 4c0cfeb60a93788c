"""Pieces: the stretches of a document that tell one thing each, with who says them and the records inside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from lagebild.analysis.sentences import split_sentences
from lagebild.comparison.claims.concepts import is_finite
from lagebild.comparison.claims.stances import is_negated
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.span import Span, trimmed

SHORTEST = 12
"""Letters of a piece; what is shorter ("Nein", "das") tells nothing that could be compared."""
SHORTEST_NUMBER = 4
"""The same where somebody gives no more than a number: "12.000"."""
EDGE = " \n\t.,;:!?…–-\"„“”»«‚‘’'"
"""Signs that a piece does not begin or end with."""

LONGEST = 120
"""Letters between who takes a stand and the word by which he does."""
_SENTENCE = re.compile(r"[.!?:]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d")
_COMMA = re.compile(r",\s(\w+)")


class Placed(NamedTuple):
    """A record at one of the places that tell it; `kind` is one of "event", "exchange", "breach", "threat",
    "deployment"."""

    span: Span
    kind: str
    record: Any


@dataclass(frozen=True, slots=True)
class Piece:
    """`said` is the innermost statement that it is of, None where the document itself speaks; `placed` are the records
    that stand in it, in text order; `sentence` is the span of the sentence around it; `about` that of
    what it only takes a stand on, where another sentence says it ("Das hat die Nato nicht bestätigt")."""

    spans: tuple[Span, ...]
    said: Attribution | None
    placed: tuple[Placed, ...]
    sentence: Span
    about: Span | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start


def pieces_of(findings: Findings, language: Language) -> list[Piece]:
    """The pieces of a document in text order; every one of them stands in one sentence and is said by one voice."""
    text = findings.document.text
    records = Near(_placed(findings), lambda placed: placed.span)
    contents = Near([(span, item) for item in findings.attributions for span in item.content], lambda placed: placed[0])
    cues = Near([(span, item) for item in findings.attributions for span in item.cue], lambda placed: placed[0])
    found = list(_stands(findings, language))
    for sentence, _, _ in split_sentences(text, findings.furniture, (), language):
        for said, spans in _voices(sentence, contents.overlapping(sentence)):
            inside = sorted({item for span in spans for item in records.within(span)}, key=_place)
            speaking = [cue for span in spans for cue, _ in cues.overlapping(span)]
            if not inside and speaking and not _tells_besides(text, spans, speaking, sentence, language):
                # What stands around other people's words says that they speak, and no more.
                spans = [span for span in spans if not any(span.overlaps(cue) for cue in speaking)] if said else []
            for part, own in _parted(text, spans, inside, language):
                kept = [one for one in (trimmed(text, span, EDGE) for span in part) if one is not None]
                letters = sum(end - start for start, end in kept)
                counts = said is not None and any(_NUMBER.search(text, *span) for span in kept)
                if letters >= SHORTEST or (counts and letters >= SHORTEST_NUMBER):
                    found.append(Piece(tuple(kept), said, tuple(own), sentence))
    return sorted(found, key=lambda piece: (piece.spans, piece.said.key if piece.said else ""))


def _stands(findings: Findings, language: Language) -> Iterator[Piece]:
    """What somebody says only by confirming or denying another sentence, or by doing neither."""
    text = findings.document.text
    for said in findings.attributions:
        if not said.cue or not said.content:
            continue
        words = [word for span in said.cue for word in span.of(text).split()]
        if said.act not in {Act.DENY, Act.CONFIRM} and not is_negated(words, language):
            continue
        own = [*said.cue, *((said.source,) if said.source is not None else ())]
        whole = Span(min(span.start for span in own), max(span.end for span in own))
        if whole.end - whole.start <= LONGEST and not any(whole.overlaps(span) for span in said.content):
            sentence_ends = _SENTENCE.search(text, *_between(whole, said.content[0]))
            if sentence_ends is not None:
                yield Piece((whole,), said, (), whole, said.content[0])


def _between(one: Span, other: Span) -> tuple[int, int]:
    return min(one.end, other.end), max(one.start, other.start)


def _tells_besides(
    text: str, spans: Sequence[Span], speaking: Sequence[Span], sentence: Span, language: Language
) -> bool:
    """Whether a verb of speaking has an object of its own: "bot ihm einen Tausch an"."""
    for span in spans:
        for found in _objects(language).finditer(text, max(span.start, sentence.start + 1), span.end):
            if not any(cue.start <= found.start(1) < cue.end for cue in speaking):
                return True
    return False


def _place(item: Placed) -> tuple[Span, str, str]:
    return item.span, item.kind, item.record.key


def _placed(findings: Findings) -> list[Placed]:
    """All records that tell something; not the events that are only the act of saying what a statement has."""
    cues = {item.key: item.cue for item in findings.attributions}
    found: list[Placed] = []
    for event in findings.events:
        if not any(cue.overlaps(event.trigger) for cue in cues.get(event.attribution or "", ())):
            found.extend(Placed(span, "event", event) for span in (event.trigger, *event.also))
    found.extend(Placed(span, "exchange", item) for item in findings.exchanges for span in item.tie[:1])
    for kind, items in (
        ("breach", findings.breaches), ("threat", findings.threats), ("deployment", findings.deployments),
    ):  # fmt: skip
        found.extend(Placed(item.trigger, kind, item) for item in items)
    return found


def _voices(
    sentence: Span, contents: Sequence[tuple[Span, Attribution]]
) -> Iterator[tuple[Attribution | None, list[Span]]]:
    """Everybody who speaks in the sentence, with the stretches of it that are theirs and nobody's further inside."""
    places = (place for span, _ in contents for place in span if sentence.start < place < sentence.end)
    borders = sorted({sentence.start, sentence.end, *places})
    voices: dict[str | None, tuple[Attribution | None, list[Span]]] = {}
    for start, end in pairwise(borders):
        stretch = Span(start, end)
        inside = [(span.end - span.start, item.key, item) for span, item in contents if span.contains(stretch)]
        said = min(inside, key=lambda one: one[:2])[2] if inside else None
        voices.setdefault(said.key if said else None, (said, []))[1].append(stretch)
    yield from voices.values()


def _clauses(text: str, span: Span, language: Language) -> Iterator[int]:
    """Where a clause of its own begins: behind a semicolon, at "and" before a verb where one stands before it as well,
    and where a part is singled out ("10.000 davon aus Nordkorea")."""
    yield from (found.start() for found in _asides(language).finditer(text, *span))
    verbs = [found for found in _WORD.finditer(text, *span) if is_finite(found[0], language)]
    for found in _mains(language).finditer(text, *span):
        before = any(verb.end() <= found.start() for verb in verbs)
        behind = [verb for verb in verbs if verb.start() >= found.end()]
        following = found[1] is None or (bool(behind) and behind[0].start() == found.start(1))
        if before and behind and following:
            yield found.start()
    for found in _COMMA.finditer(text, *span):
        before = any(verb.end() <= found.start() for verb in verbs)
        behind = [verb for verb in verbs if verb.start() >= found.end()]
        lists = word_lists(language, "claims")
        begins = found[1] in lists["clausal"] or (
            found[1] in lists["persons"] and bool(behind) and not text[found.end() : behind[0].start()].strip()
        )
        if behind and (behind[0].start() == found.start(1) or (before and begins)):
            yield found.start()


@cache
def _asides(language: Language) -> re.Pattern[str]:
    return re.compile(rf",\s(?={language.rules('claims')['clauses']['aside']})")


@cache
def _mains(language: Language) -> re.Pattern[str]:
    word = language.rules("claims")["clauses"]["main"]
    return re.compile(rf";\s|\s[–—-]\s(?={word}\s)|\s(?={word}\s(\w+))")


@cache
def _objects(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.rules('claims')['clauses']['object']})\s([A-ZÄÖÜ]\w{{3,}})")


@cache
def _borders(language: Language) -> re.Pattern[str]:
    joins = language.rules("claims")["clauses"]["joins"]
    return re.compile(rf"[;–](?=\s)|,(?=\s)|\s(?=(?:{joins})\s)")


def _parted(
    text: str, spans: Sequence[Span], inside: Sequence[Placed], language: Language
) -> Iterator[tuple[list[Span], list[Placed]]]:
    """The stretches cut between the verbs that each tell something else: at the last comma, else the last "and"."""
    cuts = {cut for span in spans for cut in _clauses(text, span, language)}
    verbs = [item for item in inside if item.kind == "event" and text[item.span.start].islower()]
    for one, other in pairwise(verbs):
        if one.record.lexeme == other.record.lexeme or one.span.overlaps(other.span):
            continue
        borders = [found.start() for found in _borders(language).finditer(text, one.span.end, other.span.start)]
        commas = [place for place in borders if not text[place].isspace()]
        if borders and all(span.start <= one.span.start and other.span.end <= span.end for span in spans[:1]):
            cuts.add((commas or borders)[-1])
    parts: list[list[Span]] = [[]]
    for start, end in spans:
        at = start
        for cut in sorted(cut for cut in cuts if start < cut < end):
            parts[-1].append(Span(at, cut))
            parts.append([])
            at = cut
        parts[-1].append(Span(at, end))
    for part in parts:
        yield part, [item for item in inside if any(span.contains(item.span) for span in part)]
