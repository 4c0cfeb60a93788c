"""Unattributed words: on whose word a sentence of the report's own stands, by what it says itself and what stands
around it."""

import re
from collections.abc import Callable
from functools import cache

from lagebild.comparison.voices.report import Report
from lagebild.language.load import Language
from lagebild.model.attribution import Attribution, Form
from lagebild.model.claim import Voice
from lagebild.model.span import Span

NEAR = 24
"""Code points between the verb of somebody who counts and the number."""
_FRAME = "frame"
"""Rules by which "according to" ascribes no more than its own sentence."""

Saying = Callable[[Attribution], Voice]
"""The voice of a statement."""
Naming = Callable[[Span], Voice | None]
"""The voice of whoever is named at a place, None where nobody is."""


class Unattributed:
    """Answers for the report's own words; `saying` and `naming` tell the voice of a statement, and of a name."""

    def __init__(self, report: Report, saying: Saying, naming: Naming) -> None:
        self._report = report
        self._saying = saying
        self._naming = naming

    def voice(self, span: Span) -> Voice | None:
        """Who is told to say the sentence behind, where the one at `span` says of nothing whence it is, as agencies
        begin: "Chile kauft 18 Flugzeuge. Das Geschäft koste drei Milliarden, sagte Minister Echarri."; or of whom that
        tells that he said "das"."""
        report = self._report
        at = report.number(span.start)
        if at < 0:
            return None
        own = report.sentences[at]
        voice = self.tallied(span) or self._seen_by(span, own)
        if voice is not None or self._is_attributed(own):
            return voice
        voice = self._by_that(own)
        following = report.sentences[at + 1] if at + 1 < len(report.sentences) else None
        if voice is not None or following is None or not report.in_one_paragraph(own, following):
            return voice
        said = [item for item in report.findings.attributions if _fills(item, following)]
        if len(said) == 1 and said[0].source is not None:
            return self._saying(said[0])
        return self._by_that(following)

    def tallied(self, span: Span) -> Voice | None:
        """Who counts where the words at `span` have a number and the verb of it: "Die Polizei zählt 9.000", "nannte er
        die Zahl von 50.000"."""
        report = self._report
        at = report.number(span.start)
        if at < 0:
            return None
        sentence = report.sentences[at]
        numbers = [item.span.start for item in report.findings.quantities if sentence.contains(item.span)]
        for pattern in _tallies(report.language):
            for found in pattern.finditer(report.text, sentence.start, sentence.end):
                number = next((start for start in numbers if start >= found.end("who")), None)
                near = number is not None and number - found.end() < NEAR
                if near and number is not None and (span.start <= number < span.end):
                    return self._naming(Span(*found.span("who")))
        return None

    def _by_that(self, sentence: Span) -> Voice | None:
        """Who speaks in a sentence that only says who did: "Das teilte das Gesundheitsamt am Mittwoch mit."."""
        found = _said_that(self._report.language).match(self._report.text, sentence.start, sentence.end)
        return self._naming(Span(*found.span("who"))) if found else None

    def _seen_by(self, span: Span, sentence: Span) -> Voice | None:
        """Who sees signs of it: "Auch er sieht Anzeichen dafür, dass …"."""
        found = _seeing(self._report.language).search(self._report.text, sentence.start, sentence.end)
        return self._naming(Span(*found.span("who"))) if found and span.start <= found.start("who") < span.end else None

    def _is_attributed(self, sentence: Span) -> bool:
        return any(span.overlaps(sentence) for item in self._report.findings.attributions for span in item.content)


def _fills(said: Attribution, sentence: Span) -> bool:
    """Whether the sentence is all of what somebody says, by indirect speech."""
    if said.within is not None or said.form == Form.DIRECT or said.rule.startswith(_FRAME):
        return False
    places = (*said.content, *said.cue)
    return min(place.start for place in said.content) == sentence.start and max(p.end for p in places) <= sentence.end


@cache
def _said_that(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["said_that"])


@cache
def _seeing(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["seeing"])


@cache
def _tallies(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, language.rules("comparing")["phrases"]["tallies"]))
