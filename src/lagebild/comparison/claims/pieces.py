"""Pieces: the stretches of a document that tell one thing each, with who says them and the records inside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from lagebild.analysis.sentences import sentences_of
from lagebild.comparison.claims.clauses import EDGE, WORD, clauses_in, has_verb, singled_out
from lagebild.comparison.claims.pointing import has_any_of, listed_in, pointing_in
from lagebild.comparison.claims.stances import is_negated, only_judges
from lagebild.comparison.claims.wording import clause_around, clause_of, shown
from lagebild.language.load import Language
from lagebild.model.attribution import Act, Attribution
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.span import Span, trimmed

SHORTEST = 12
"""Letters of a piece; what is shorter ("Nein", "das") tells nothing that could be compared."""
SHORTEST_NUMBER = 4
"""The same where somebody gives no more than a number: "12.000"."""
LONGEST = 120
"""Letters between who takes a stand and the word by which he does."""
NOUNS_FOR_IT = ("proof", "reports", "statements", "reproaches")
"""Lists of pointing.toml."""
_SENTENCE = re.compile(r"[.!?:]\s|\n")
_NUMBER = re.compile(r"\d")


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
    what it only takes a stand on, where another sentence says it ("Das hat die Nato nicht bestätigt"). `clause` are the
    spans with verb and speaker, where `spans` are only the object of a verb of speaking; `shown` are those to quote."""

    spans: tuple[Span, ...]
    said: Attribution | None
    placed: tuple[Placed, ...]
    sentence: Span
    about: Span | None = None
    shown: tuple[Span, ...] = ()
    clause: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start


def pieces_of(findings: Findings, language: Language) -> list[Piece]:
    """The pieces of a document in text order; every one of them stands in one sentence and is said by one voice."""
    text = findings.document.text
    records = Near(_placed(findings), lambda placed: placed.span)
    sentences = sentences_of(text, findings.furniture, language)
    found = list(_stands(findings, sentences, language))
    standing = {piece.said.key for piece in found if piece.said is not None and _denies_before(piece)}
    standing |= {said.key for said in findings.attributions if only_judges(said)}
    contents = Near(
        [(span, item) for item in findings.attributions if item.key not in standing for span in item.content],
        lambda placed: placed[0],
    )
    cues = Near([(span, item) for item in findings.attributions for span in item.cue], lambda placed: placed[0])
    for sentence in sentences:
        there = contents.overlapping(sentence)
        objects = dict(_objects_of(text, sentence, there, language))
        for said, spans in _voices(sentence, _with_verbs(there, objects)):
            inside = sorted({item for span in spans for item in records.within(span)}, key=_place)
            speaking = [cue for span in spans for cue, item in cues.overlapping(span) if item is not said]
            before: tuple[Span, ...] = ()
            if said is not None and said.key in objects:
                speaking = []
            for part, own in _parted(text, spans, inside, language):
                if speaking and not own:
                    part = _without_speaking(text, part, speaking, said, sentence, language)
                kept = [one for one in (trimmed(text, span, EDGE) for span in part) if one is not None]
                letters = sum(end - start for start, end in kept)
                counts = said is not None and any(_NUMBER.search(text, *span) for span in kept)
                if letters < SHORTEST and not (counts and letters >= SHORTEST_NUMBER):
                    continue
                words = shown(text, kept, said, sentence, language, before=before)
                if not words:
                    continue
                clause = tuple(kept)
                if said is not None and said.key in objects and not before and not _goes_on(text, said, part, language):
                    kept = [span for span in said.content if sentence.contains(span)]
                before = words
                found.append(Piece(tuple(kept), said, tuple(own), sentence, shown=words, clause=clause))
    return sorted(found, key=lambda piece: (piece.spans, piece.said.key if piece.said else ""))


def _goes_on(text: str, said: Attribution, part: Sequence[Span], language: Language) -> bool:
    """Whether what somebody says is only a noun for it, and the rest of the clause tells what it is: "sieht Anzeichen
    dafür, dass …"."""
    noun = said.content[-1].of(text).split()[-1]
    if not listed_in(NOUNS_FOR_IT, language)[noun]:
        return False
    behind = (word for span in part for word in WORD.findall(text, max(span.start, said.content[-1].end), span.end))
    return has_any_of("telling", behind, language)


def _without_speaking(
    text: str,
    part: Sequence[Span],
    speaking: Sequence[Span],
    said: Attribution | None,
    sentence: Span,
    language: Language,
) -> list[Span]:
    """What is left of a part beside other people's words: what only says that they speak, tells nothing."""
    cues = [cue for cue in speaking if any(span.overlaps(cue) for span in part)]
    if cues and not _tells_besides(text, part, cues, sentence, language):
        return [span for span in part if not any(span.overlaps(cue) for cue in cues)] if said is not None else []
    if not cues and not any(has_verb(text, span, language) for span in part):
        return []
    return list(part)


def _stands(findings: Findings, sentences: Sequence[Span], language: Language) -> Iterator[Piece]:
    """What somebody says only by confirming or denying another sentence, or by doing neither."""
    text = findings.document.text
    around = Near(sentences, lambda span: span)
    for said in findings.attributions:
        if not said.cue or not said.content:
            continue
        own = [*said.cue, *((said.source,) if said.source is not None else ())]
        whole = Span(min(span.start for span in own), max(span.end for span in own))
        if whole.end - whole.start > LONGEST or any(whole.overlaps(span) for span in said.content):
            continue
        if _SENTENCE.search(text, *_between(whole, said.content[0])) is None:
            continue
        sentence = next(iter(around.overlapping(whole)), whole)
        clause = clause_around(text, whole, sentence, language)
        words = [word for span in said.cue for word in span.of(text).split()]
        stands = said.act in {Act.DENY, Act.CONFIRM} or is_negated(words, language)
        if said.content[0].start > whole.start:
            if stands:
                yield Piece((whole,), said, (), sentence, said.content[0], shown=(clause,))
        elif pointing_in(WORD.findall(text, *clause), language):
            yield Piece((clause,), said, (), sentence, said.content[0], shown=(clause,))


def _denies_before(piece: Piece) -> bool:
    """Whether somebody says no to what stands before: it is not said by him."""
    stands = piece.said is not None and piece.said.act in {Act.DENY, Act.CONFIRM}
    return stands and piece.about is not None and piece.about < piece.spans[0]


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


def _objects_of(
    text: str, sentence: Span, contents: Sequence[tuple[Span, Attribution]], language: Language
) -> Iterator[tuple[str, Span]]:
    """The clauses of what people say in the sentence by a verb and its object."""
    for item in dict.fromkeys(item for _, item in contents):
        others = [span for span, one in contents if one is not item and one.within != item.key]
        clause = clause_of(text, item, sentence, others, language)
        if clause is not None:
            yield item.key, clause


def _with_verbs(
    contents: Sequence[tuple[Span, Attribution]], objects: Mapping[str, Span]
) -> list[tuple[Span, Attribution]]:
    """What people say, with the verb where it is no more than its object."""
    return list(dict.fromkeys((objects.get(item.key, span), item) for span, item in contents))


def _voices(
    sentence: Span, contents: Sequence[tuple[Span, Attribution]]
) -> Iterator[tuple[Attribution | None, list[Span]]]:
    """Everybody who speaks in the sentence, with the stretches of it that are theirs and nobody's further inside."""
    places = (place for span, _ in contents for place in span if sentence.start < place < sentence.end)
    borders = sorted({sentence.start, sentence.end, *places})
    voices: dict[str | None, tuple[Attribution | None, list[Span]]] = {}
    for start, end in pairwise(borders):
        stretch = Span(start, end)
        inside = [
            (span.end - span.start, item.within is None, item.key, item)
            for span, item in contents if span.contains(stretch)
        ]  # fmt: skip
        said = min(inside, key=lambda one: one[:3])[3] if inside else None
        voices.setdefault(said.key if said else None, (said, []))[1].append(stretch)
    yield from voices.values()


def _with_verbs_each(text: str, parts: Sequence[list[Span]], language: Language) -> list[list[Span]]:
    """The parts, those without a verb together with the one before, else with the one behind: "weil Geld fehlt, so der
    Rat" is one. A number that is singled out stands alone ("10.000 davon aus Nordkorea")."""
    found: list[list[Span]] = []
    waiting: list[Span] = []
    for part in parts:
        alone = any(has_verb(text, span, language) or _NUMBER.search(text, *span) for span in part)
        if alone or (found and part and singled_out(text, part[0], language)):
            found.append([*waiting, *part])
            waiting = []
        elif found:
            found[-1] = [*found[-1], *part]
        else:
            waiting = [*waiting, *part]
    return [*found, *([waiting] if waiting else [])]


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
    cuts = {cut for span in spans for cut in clauses_in(text, span, language)}
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
    for part in _with_verbs_each(text, parts, language) if len(parts) > 1 else parts:
        yield part, [item for item in inside if any(span.contains(item.span) for span in part)]
