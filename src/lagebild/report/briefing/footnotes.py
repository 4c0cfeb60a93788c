"""Footnotes: numbers for tellings in the order in which the text names them, each with the exact words."""

from collections.abc import Iterable, Iterator, Sequence

from lagebild.model.claim import Origin, Telling, VoiceKind
from lagebild.model.situation import Quote, Situation
from lagebild.model.span import Span
from lagebild.report.briefing.edges import within_edges
from lagebild.report.briefing.pages import Footnote
from lagebild.report.briefing.wording import Wording
from lagebild.situation.matters import BETWEEN

MOST = 4
"""So many footnotes behind one thing at most: one for each origin, the earliest."""
_LONGEST = 420
"""Of a longer sentence only the surroundings of the telling's own words are shown."""
_AROUND = 120


class Footnotes:
    """Gives each telling a number when it is first named; tellings in the same sentence share one."""

    def __init__(self, situation: Situation, wording: Wording) -> None:
        self._wording = wording
        self._quotes = {quote.ref: quote for quote in situation.quotes}
        self._sources = {source.key: source for source in situation.documents}
        self._numbers: dict[tuple[str, int], int] = {}
        self._told: dict[int, list[Telling]] = {}

    def of(self, refs: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these tellings, each once."""
        numbers = []
        for ref in refs:
            telling = self._wording.telling(ref)
            if telling is not None:
                numbers.append(self._number(telling))
        return tuple(dict.fromkeys(numbers))

    def of_origins(self, origins: Iterable[Origin], *, most: int = MOST) -> tuple[int, ...]:
        """One for each origin, of the telling that came first."""
        return self.of([origin.first for origin in origins][:most])

    def holding(self, words: str, tellings: Iterable[Telling]) -> tuple[int, ...]:
        """The number of the first telling that says these words, or in whose sentence they stand; none where there is
        no such telling."""
        told = list(tellings)
        pieces = words.split(BETWEEN)
        found = next((item for item in told if item.words == words), None)
        found = found or next((item for item in told if self._has(item, pieces)), None)
        return (self._number(found),) if found else ()

    def _has(self, telling: Telling, pieces: Sequence[str]) -> bool:
        sentence = self.sentence(telling.ref) or ""
        return all(" ".join(piece.split()) in sentence for piece in pieces)

    def sentence(self, ref: str) -> str | None:
        """The sentence in which a telling stands, on one line."""
        quote = self._quotes.get(ref)
        return " ".join(quote.words.split()) if quote else None

    def all(self) -> tuple[Footnote, ...]:
        """Those that were named, in order."""
        return tuple(self._footnote(number, tellings) for number, tellings in sorted(self._told.items()))

    def _number(self, telling: Telling) -> int:
        quote = self._quotes.get(telling.ref)
        place = (telling.document, quote.spans[0].start if quote else telling.spans[0].start)
        number = self._numbers.setdefault(place, len(self._numbers) + 1)
        self._told.setdefault(number, []).append(telling)
        return number

    def _footnote(self, number: int, tellings: list[Telling]) -> Footnote:
        first = tellings[0]
        source = self._sources.get(first.document)
        voices = [item.voice for item in tellings if item.voice.kind is not VoiceKind.OUTLET]
        day = self._wording.short_day(first.day) if first.day else self._wording.word("notes", "no_day")
        outlet = self._wording.outlet(first.document)
        return Footnote(
            number=number,
            document=first.document,
            source=self._wording.word("notes", "of", outlet=outlet, day=day),
            voice=next((voice.name for voice in voices if voice.name), None),
            title=source.title if source else None,
            url=source.url if source else None,
            pieces=tuple(self._pieces(tellings)),
        )

    def _pieces(self, tellings: list[Telling]) -> Iterable[tuple[str, bool]]:
        """The sentence, the words of the tellings marked."""
        quotes = [quote for item in tellings if (quote := self._quotes.get(item.ref)) is not None]
        if not quotes:
            return [(tellings[0].words, True)]
        quote = max(quotes, key=lambda item: (len(item.words), item.ref))
        marked = sorted({span for item in tellings for span in item.spans})
        return list(_cut(_within_edges(_marked(quote, marked))))


def _marked(quote: Quote, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """The sentences in pieces; the last telling of a sentence may mark less than an earlier one."""
    before = 0
    for number, sentence in enumerate(quote.spans):
        if number:
            yield " … ", False
            before += len(" … ")
        words = quote.words[before : before + sentence.end - sentence.start]
        before += len(words)
        at = sentence.start
        for span in spans:
            begin, end = max(span.start, at), min(span.end, sentence.end)
            if begin >= end:
                continue
            if begin > at:
                yield words[at - sentence.start : begin - sentence.start], False
            yield words[begin - sentence.start : end - sentence.start], True
            at = end
        if at < sentence.end:
            yield words[at - sentence.start :], False


def _within_edges(pieces: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The pieces without the marks that their sentence is cut off from."""
    found = list(pieces)
    start, end = within_edges("".join(text for text, _ in found))
    before = 0
    for text, marked in found:
        kept = text[max(0, start - before) : max(0, end - before)]
        before += len(text)
        if kept:
            yield kept, marked


def _cut(pieces: Iterable[tuple[str, bool]]) -> Iterable[tuple[str, bool]]:
    """Long stretches between the marked words are left out, with "…" in their place."""
    found = list(pieces)
    if sum(len(text) for text, _ in found) <= _LONGEST:
        return found
    return [
        (text if marked else _shortened(text, place, len(found)), marked) for place, (text, marked) in enumerate(found)
    ]


def _shortened(text: str, place: int, pieces: int) -> str:
    if len(text) <= 2 * _AROUND:
        return text
    head = "" if place == 0 else text[:_AROUND].rpartition(" ")[0] + " …"
    tail = "" if place == pieces - 1 else "… " + text[-_AROUND:].partition(" ")[2]
    return f"{head} {tail}".strip() if head and tail else head or tail
