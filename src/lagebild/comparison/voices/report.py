"""The report whose voices are asked for, with its sentences, speakers and statements at hand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from lagebild.analysis.sentences import sentences_of
from lagebild.comparison.claims.stances import only_judges
from lagebild.language.load import Language
from lagebild.model.attribution import Act, Attribution
from lagebild.model.entity import Entity, Mention
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_NAMED = "named"
"""Stands in the reason of a speaker whose name the text gives."""


class Report:
    """One document with what is asked of it again and again."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self.findings = findings
        self.language = language
        self.text = findings.document.text
        self.outlet = findings.document.publisher
        self.entities = {item.key: item for item in findings.entities}
        self.denials = [item for item in findings.attributions if item.act == Act.DENY and item.content]
        self._said = {item.key: item for item in findings.attributions}

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """In text order, headlines too."""
        return sentences_of(self.text, self.findings.furniture, self.language)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def contents(self) -> Near[tuple[Span, Attribution]]:
        """What is said, each stretch with its statement; not what somebody only finds good or bad."""
        said = (item for item in self.findings.attributions if not only_judges(item))
        return Near([(span, item) for item in said for span in item.content], _place)

    @cached_property
    def sources(self) -> Near[tuple[Span, Attribution]]:
        """The words for who speaks, with the statement."""
        return Near([(item.source, item) for item in self.findings.attributions if item.source is not None], _place)

    @cached_property
    def mentions(self) -> Near[Mention]:
        """The places that mean somebody."""
        return Near(self.findings.mentions, lambda item: item.span)

    @cached_property
    def quantities(self) -> Near[Quantity]:
        """The figures."""
        return Near(self.findings.quantities, lambda item: item.span)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """By whatever name somebody speaks somewhere in the document."""
        names = (name for item in self.findings.attributions for name in (item.speaker, self.called(item)))
        return frozenset(name for name in names if name)

    @cached_property
    def named(self) -> frozenset[str]:
        """Who speaks by name somewhere in the document."""
        return frozenset(item.speaker for item in self.findings.attributions if item.speaker and is_named(item))

    @cached_property
    def title(self) -> Span | None:
        """Where the headline stands in the text, None where it does not."""
        title = self.findings.document.title
        at = self.text.find(title) if title else -1
        return Span(at, at + len(title)) if title and at >= 0 else None

    def words_in(self, span: Span) -> list[str]:
        """The words of a stretch, as they are written."""
        return _WORD.findall(self.text, *span)

    def words(self, span: Span) -> frozenset[str]:
        """The words of a stretch in small letters."""
        return frozenset(word.casefold() for word in self.words_in(span))

    def number(self, place: int) -> int:
        """The place in `sentences` of the one at a place of the text; -1 before the first."""
        return bisect_right(self._starts, place) - 1

    def entity(self, said: Attribution) -> Entity | None:
        """Who says it, where that is somebody known."""
        return self.entities.get(said.entity or "")

    def called(self, said: Attribution) -> str | None:
        """What to call who says it."""
        entity = self.entity(said)
        return (entity.known or entity.name) if entity is not None else said.speaker

    def source(self, said: Attribution) -> str | None:
        """The words for who says it."""
        return said.source.of(self.text) if said.source else None

    def around(self, said: Attribution) -> list[Attribution]:
        """The statements around one, the nearest first."""
        around: list[Attribution] = []
        while said.within is not None and said.within in self._said and len(around) < len(self._said):
            said = self._said[said.within]
            around.append(said)
        return around

    def saying_of(self, said: Attribution) -> list[Attribution]:
        """The statements in whose words the source of another one stands, the nearest first."""
        if said.source is None:
            return []
        there = [(span, item) for span, item in self.contents.overlapping(said.source) if span.contains(said.source)]
        there.sort(key=lambda placed: (placed[0].end - placed[0].start, placed[1].key))
        return [item for _, item in there if item is not said]

    def before(self, place: int) -> Iterator[Attribution]:
        """The statements that begin before a place, the last first."""
        before = [item for item in self.findings.attributions if start_of(item) < place]
        yield from sorted(before, key=start_of, reverse=True)

    def in_one_paragraph(self, one: Span, other: Span) -> bool:
        """Whether no new line begins between two sentences, the earlier first."""
        return "\n" not in self.text[one.end : other.start]


def _place(placed: tuple[Span, Attribution]) -> Span:
    return placed[0]


def start_of(said: Attribution) -> int:
    """Where a statement begins."""
    return min(span.start for span in (*said.content, *said.cue))


def is_named(said: Attribution) -> bool:
    """Whether the text gives the speaker's name."""
    return _NAMED in said.speaker_reason.split()
