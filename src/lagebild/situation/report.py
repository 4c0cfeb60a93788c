"""One report taken apart for a situation: its sentences, whose words are whose, and what a stretch of it touches."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lagebild.analysis.quotations import quotations_in
from lagebild.analysis.sentences import split_sentences
from lagebild.model.attribution import Attribution, Form
from lagebild.model.claim import Figure, Voice, VoiceKind
from lagebild.model.entity import EntityKind
from lagebild.model.holding import Holding
from lagebild.model.near import Near
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.situation.matters import BETWEEN
from lagebild.situation.tables import language_of
from lagebild.situation.terms import Term, stands_for, words_of
from lagebild.tables.beside import Beside

_ASIDE = 0.2
"""How close to the question something is that only stands in a report about it."""
_BLANKS = " \u00a0\n\t"


class Report:
    """Built once for each document."""

    def __init__(self, holding: Holding) -> None:
        findings = holding.findings
        self.key = holding.key
        self.document = findings.document
        self.text = findings.document.text
        self.day = findings.document.date.isoformat() if findings.document.date else None
        self.beside = Beside(findings)
        self.holding = holding
        self._said = {item.key: item for item in findings.attributions}
        self._entities = {item.key: item for item in findings.entities}
        self._mentions = Near(findings.mentions, lambda item: item.span)
        self._sentences = _sentences(holding)
        self._starts = [span.start for span in self._sentences]
        self._about: dict[tuple[str, ...], bool] = {}

    def sentence(self, span: Span) -> Span:
        """The sentence that the span begins in, made longer where the span reaches beyond it."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or self._sentences[index].end <= span.start:
            return span
        last = max(index, bisect_right(self._starts, span.end - 1) - 1)
        return Span(self._sentences[index].start, max(self._sentences[last].end, span.end))

    def around(self, span: Span, attribution: str | None) -> tuple[Span, ...]:
        """The words that a reader needs to understand what stands there: the content of the statement that tells it,
        cut to the sentence; the sentence where the author tells it."""
        sentence = self.sentence(span)
        said = self._said.get(attribution or "")
        if said is None or said.form is Form.REPORTED:  # a gist is no sentence
            return (sentence,)
        content = [part for part in said.content if part.overlaps(sentence)]
        if any(part.contains(span) for part in content):
            return tuple(Span(max(part.start, sentence.start), min(part.end, sentence.end)) for part in content)
        return (sentence,)

    def words(self, spans: Sequence[Span]) -> str:
        """The words under the spans, those that touch joined."""
        return BETWEEN.join(" ".join(span.of(self.text).split()) for span in joined(self.text, spans))

    def voice(self, chain: Sequence[str | None], attribution: str | None) -> Voice:
        """On whose word a record with this chain stands."""
        publisher = self.document.publisher
        if not chain:
            return Voice(VoiceKind.OUTLET, publisher)
        nearest, *further = chain
        via = (*further, publisher)
        said = self._telling(nearest, attribution)
        if nearest is None:
            return Voice(VoiceKind.UNNAMED, self._source(said), via=via)
        entity = self._entities.get(said.entity) if said and said.entity else None
        if entity is None:
            return Voice(VoiceKind.SPEAKER, nearest, via=via)
        name = entity.known or (entity.name if entity.kind is EntityKind.PERSON else nearest)
        return Voice(VoiceKind.SPEAKER, name, self.holding.people.get(entity.key), entity.code, via)

    def chain(self, said: Attribution) -> tuple[str | None, ...]:
        """Who vouches for what is said, the nearest first."""
        found: list[str | None] = []
        at: Attribution | None = said
        for _ in range(len(self._said)):
            if at is None:
                break
            found.append(at.speaker)
            at = self._said.get(at.within or "")
        return tuple(found)

    def office(self, said: str | None) -> str | None:
        """The office of who says it, as the report has it."""
        item = self._said.get(said or "")
        entity = self._entities.get(item.entity) if item and item.entity else None
        return entity.office if entity else None

    def figure(self, quantity: Quantity) -> Figure:
        """The quantity as a telling has it."""
        counted = quantity.counted.of(self.text) if quantity.counted else None
        return Figure(
            quantity.span, quantity.low, quantity.high, quantity.approximation, quantity.unit, counted,
            quantity.part_of,
        )  # fmt: skip

    def with_counted(self, span: Span) -> str:
        """The figure that stands there with what it counts, where that stands right behind."""
        quantity = self.beside.quantity(span)
        counted = quantity.counted if quantity else None
        near = counted is not None and span.end <= counted.start <= span.end + 2
        return self.words([Span(span.start, counted.end) if counted is not None and near else span])

    def touched(self, terms: Sequence[Term], spans: Sequence[Span], codes: Iterable[str]) -> set[str]:
        """What of the question is named in these stretches, or by these codes of sides."""
        states = {code.partition("-")[0] for code in codes}
        keys = set[str]()
        for span in spans:
            for mention in self._mentions.overlapping(span):
                entity = self._entities.get(mention.entity)
                if entity is not None:
                    states.add(stands_for(entity) or "")
                    keys.add(self.holding.people.get(entity.key, ""))
        words = [word for span in spans for word in words_of(span.of(self.text))]
        return {
            term.asked for term in terms
            if not term.codes.isdisjoint(states) or not term.keys.isdisjoint(keys) or term.is_in(words)
        }  # fmt: skip

    def closeness(self, terms: Sequence[Term], spans: Sequence[Span], codes: Iterable[str]) -> float:
        """The share of the question that stands in these stretches, what stands only beside them in their sentences
        counting half; 1 where nothing was asked, 0 where they are not of the matter. A report whose headline names all
        of the question is about it as a whole: what it tells elsewhere counts a little."""
        if not terms:
            return 1.0
        core = self.touched(terms, spans, codes)
        around = self.touched(terms, [self.sentence(span) for span in spans], ())
        if not core and len(around) < len(terms):
            return _ASIDE if self._is_about(terms) else 0.0
        return round(min(1.0, (len(core) + len(around - core) / 2) / len(terms)), 3)

    def _is_about(self, terms: Sequence[Term]) -> bool:
        """Whether the headline, or the first sentence where there is none, names all that was asked for."""
        asked = tuple(term.asked for term in terms)
        if asked not in self._about:
            if self.document.title:
                title = words_of(self.document.title)
                self._about[asked] = all(term.is_in(title) for term in terms)
            else:
                self._about[asked] = len(self.touched(terms, self._sentences[:1], ())) == len(terms)
        return self._about[asked]

    def mentions(self, term: Term) -> bool:
        """Whether the document names it anywhere."""
        found = self.touched([term], [Span(0, len(self.text))], ()) if self.text else ()
        return bool(found) or term.is_in(words_of(self.document.title or ""))

    def _telling(self, nearest: str | None, attribution: str | None) -> Attribution | None:
        """The innermost statement around a record whose speaker vouches first."""
        said = self._said.get(attribution or "")
        for _ in range(len(self._said)):
            if said is None or said.speaker == nearest:
                return said
            said = self._said.get(said.within or "")
        return None

    def _source(self, said: Attribution | None) -> str | None:
        return said.source.of(self.text) if said is not None and said.source is not None else None


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in text order, those that overlap or have only blanks between them as one."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and not text[merged[-1].end : span.start].strip(_BLANKS):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _sentences(holding: Holding) -> list[Span]:
    findings = holding.findings
    language = language_of(findings.document.language)
    if language is None:
        return list(_lines(findings.document.text))
    quotations = quotations_in(findings.document.text, language)
    pieces = split_sentences(findings.document.text, findings.furniture, quotations, language)
    return [piece.span for piece in pieces]


def _lines(text: str) -> Iterator[Span]:
    """Paragraphs, for a language whose sentences nobody knows."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line.rstrip()))
        at += len(line)
