"""Marks: records laid over a text as nested elements, so that each can be seen, clicked and switched off.

The text goes out character for character; places where records cross each other are cut there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from lagebild.model.findings import Findings
from lagebild.model.naming import name_of, place_name
from lagebild.model.span import Span

LAYERS = (
    "statements", "events", "deals", "breaches", "threats", "deployments", "figures", "times", "places", "entities",
    "furniture",
)  # fmt: skip
"""What can be laid over a text, the outermost first where two cover the same words."""
KINDS = {
    "attribution": "statements", "event": "events", "exchange": "deals", "breach": "breaches", "threat": "threats",
    "deployment": "deployments", "quantity": "figures", "timex": "times", "place": "places", "mention": "entities",
}  # fmt: skip
"""Each kind of record with its layer."""
COLOURS = 8
"""Speakers get one of so many colours in turn."""
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text that a record stands on: `ref` is "kind:name", `classes` say how it looks."""

    start: int
    stop: int
    layer: str
    ref: str
    classes: str = ""
    first: bool = True
    """Whether the record begins here; of one that stands in several places only one mark does."""


def colours(findings: Findings) -> dict[str | None, int]:
    """A colour from 1 on for each speaker, in the order in which they first speak; 0 for whom nobody names."""
    found: dict[str | None, int] = {None: 0}
    for said in findings.attributions:
        who = said.entity or said.speaker
        if who not in found:
            found[who] = (len(found) - 1) % COLOURS + 1
    return found


def marks(findings: Findings) -> list[Mark]:
    """Every record of the findings that stands on words."""
    found = sorted(
        (*_statements(findings), *_happenings(findings), *_placed(findings)),
        key=lambda mark: (mark.start, -mark.stop, LAYERS.index(mark.layer), mark.ref),
    )
    begun: set[str] = set()
    told: list[Mark] = []
    for mark in found:
        told.append(replace(mark, first=mark.ref not in begun))
        begun.add(mark.ref)
    return told


def paragraphs(text: str) -> Iterator[Span]:
    """The stretches of text between blank lines; all other characters of the text lie between them."""
    start = 0
    while start < len(text):
        stop = text.find("\n\n", start)
        stop = len(text) if stop < 0 else stop
        begin, end = start, stop
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin < end:
            yield Span(begin, end)
        start = stop + 2


def marked(text: str, part: Span, over: Sequence[Mark]) -> Markup:
    """The words of one part of the text with the marks that lie in it, as nested elements."""
    waiting = [
        (max(mark.start, part.start), -min(mark.stop, part.end), number)
        for number, mark in enumerate(over)
        if mark.start < part.end and mark.stop > part.start
    ]
    heapify(waiting)
    begun: set[int] = set()
    open_until: list[int] = []
    told: list[str] = []
    at = part.start
    while waiting or open_until:
        start = waiting[0][0] if waiting else part.end
        if open_until and open_until[-1] <= start:
            at = _words(told, text, at, open_until.pop())
            told.append("</span>")
            continue
        start, negative, number = heappop(waiting)
        stop = -negative
        at = _words(told, text, at, start)
        if open_until and open_until[-1] < stop:
            heappush(waiting, (open_until[-1], -stop, number))
            stop = open_until[-1]
        mark = over[number]
        told.append(_opened(mark, first=mark.first and number not in begun and mark.start >= part.start))
        begun.add(number)
        open_until.append(stop)
    _words(told, text, at, part.end)
    return Markup("").join(Markup(piece) for piece in told)


def _words(told: list[str], text: str, start: int, stop: int) -> int:
    if start < stop:
        told.append(str(escape(text[start:stop])))
    return max(start, stop)


def _opened(mark: Mark, *, first: bool) -> str:
    begin = " first" if first else ""
    return f'<span class="m m-{mark.layer} {escape(mark.classes)}{begin}" data-ref="{escape(mark.ref)}">'


def _statements(findings: Findings) -> Iterator[Mark]:
    colour, depth = colours(findings), depths(findings)
    for said in findings.attributions:
        classes = f"c{colour[said.entity or said.speaker]} d{min(depth[said.key], _DEEPEST)} f-{said.form.value}"
        for span in said.content:
            yield Mark(span.start, span.end, "statements", f"attribution:{said.key}", classes)


def depths(findings: Findings) -> dict[str, int]:
    """Of each statement how many others hold it."""
    within = {said.key: said.within for said in findings.attributions}
    found: dict[str, int] = {}
    for key in within:
        outer, seen = within[key], {key}
        while outer in within and outer not in seen:
            seen.add(outer)
            outer = within[outer]
        found[key] = len(seen) - 1
    return found


def _happenings(findings: Findings) -> Iterator[Mark]:
    for event in findings.events:
        for span in (event.trigger, *event.also):
            yield Mark(span.start, span.end, "events", f"event:{event.key}", f"s-{event.status.value}")
    for deal in findings.exchanges:
        for span in (*deal.tie, *(gift for side in deal.sides for gift in side.gives)):
            yield Mark(span.start, span.end, "deals", f"exchange:{deal.key}", f"s-{deal.status.value}")
    for breach in findings.breaches:
        for span in _different(breach.trigger, breach.violates):
            yield Mark(span.start, span.end, "breaches", f"breach:{breach.key}", f"s-{breach.status.value}")
    for threat in findings.threats:
        for span in _different(threat.trigger, threat.means):
            yield Mark(span.start, span.end, "threats", f"threat:{threat.key}", f"s-{threat.status.value}")
    for item in findings.deployments:
        for span in _different(item.trigger, item.forces):
            yield Mark(span.start, span.end, "deployments", f"deployment:{item.key}", f"s-{item.status.value}")


def _different(*spans: Span | None) -> Iterator[Span]:
    yield from dict.fromkeys(span for span in spans if span is not None)


def _placed(findings: Findings) -> Iterator[Mark]:
    for kind, items in (("quantity", findings.quantities), ("timex", findings.timexes), ("place", findings.places)):
        for item in items:
            yield _plain(item.span, kind, name_of(item))
    for mention in findings.mentions:
        yield _plain(mention.span, "mention", place_name(mention.span))
    for left in findings.furniture:
        yield Mark(left.span.start, left.span.end, "furniture", f"furniture:{place_name(left.span)}")


def _plain(span: Span, kind: str, name: str) -> Mark:
    return Mark(span.start, span.end, KINDS[kind], f"{kind}:{name}")


def layered(over: Iterable[Mark]) -> dict[str, int]:
    """How many records each layer has, in the order of the layers, those without any left out."""
    refs: dict[str, set[str]] = {layer: set() for layer in LAYERS}
    for mark in over:
        refs[mark.layer].add(mark.ref)
    return {layer: len(found) for layer, found in refs.items() if found}
