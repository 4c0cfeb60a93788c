"""Unattributed words: on whose word a sentence of the report's own stands, by what it says itself and what stands
around it."""

import re
from collections.abc import Callable
from functools import cache

from lagebild.comparison.claims.clauses import clauses_in, has_verb
from lagebild.comparison.claims.concepts import concepts_of
from lagebild.comparison.voices.own_acts import subjects_of_acts, wishers
from lagebild.comparison.voices.report import Report
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution, Form
from lagebild.model.claim import Voice
from lagebild.model.span import Span

FIRST, ALIKE = 4, 0.3
"""So many sentences below a headline may tell the same, where they have so much of what its words weigh."""
BACK = 8
"""So many sentences in a row may say "er" of whoever acts in the one before."""
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
        self._back = 0

    def voice(self, span: Span) -> Voice | None:
        """Who has the word for the report's own words at `span`; the first that fits of: a headline's is whoever has it
        for the same below; who counts, sees or does what they tell; of whom this sentence or the next says that he said
        "that"; who says the next, as agencies begin ("Chile kauft 18 Flugzeuge. Das Geschäft koste drei Milliarden,
        sagte Minister Echarri."); who said the one before, where it goes on with his figures."""
        report = self._report
        at = report.number(span.start)
        if at < 0:
            return None
        own = report.sentences[at]
        voice = self.tallied(span) or self._seen_by(span, own) or self._by_plan(span, own) or self._acting(span, own)
        if report.title is not None and report.title.contains(span):
            return voice or self._below(span if self._concepts(span) else own)
        if voice is not None or self._is_attributed(own):
            return voice
        return self._by_that(own) or self._behind(at) or self._going_on(at)

    def before(self, span: Span) -> Voice | None:
        """The only one who speaks or acts by himself in the sentence before, in the same paragraph: whom "er" means."""
        report = self._report
        at = report.number(span.start)
        if not self._goes_on(at):
            return None
        sentence = report.sentences[at - 1]
        said = [item for _, item in report.sources.within(sentence) if item.within is None]
        if said:
            voices = [self._saying(item) for item in said]
            return voices[0] if len({voice.name for voice in voices}) == 1 else None
        if self._back >= BACK:
            return None
        self._back += 1
        try:
            return self._by_plan(sentence, sentence) or self._acting(sentence, sentence)
        finally:
            self._back -= 1

    def _behind(self, at: int) -> Voice | None:
        """Who says all of the next sentence, or "that"."""
        report = self._report
        if at + 1 >= len(report.sentences) or not self._goes_on(at + 1):
            return None
        following = report.sentences[at + 1]
        said = self._filling(at + 1)
        if said is not None and said.source is not None and not self._is_aside(at):
            return self._saying(said)
        return self._by_that(following)

    def _is_aside(self, at: int) -> bool:
        """Whether a sentence below the lead looks back, or the next begins with "dass" or "ob" and so goes on to
        something else."""
        report = self._report
        lists = word_lists(report.language, "comparing")
        own, following = report.sentences[at : at + 2]
        lead = report.title.end if report.title is not None else 0
        if "\n" not in report.text[lead : own.start].strip():
            return False
        hanging = word_lists(report.language, "claims")["hanging"]
        begins = report.words_in(following)[:1]
        return bool(lists["looking_back"] & report.words(own)) or any(word.lower() in hanging for word in begins)

    def _going_on(self, at: int) -> Voice | None:
        """Who said the sentence before, where this one has a number, tells what is to be or is in indirect speech, and
        does not look back."""
        report = self._report
        own = report.sentences[at]
        lists = word_lists(report.language, "comparing")
        counts = bool(report.quantities.within(own))
        clause = report.text.find(",", *own)
        first = report.words(Span(own.start, clause) if clause >= 0 else own)
        goes_on = counts or bool((lists["to_be"] | lists["reporting"]) & first)
        if not goes_on or lists["looking_back"] & first or not self._goes_on(at):
            return None
        said = self._filling(at - 1)
        before = report.sentences[at - 1]
        return self._saying(said) if said is not None else self._acting(before, before, views=False)

    def _filling(self, at: int) -> Attribution | None:
        """The only statement of which a sentence is all."""
        sentence = self._report.sentences[at]
        there = dict.fromkeys(item for _, item in self._report.contents.overlapping(sentence))
        said = [item for item in there if _fills(item, sentence)]
        return said[0] if len(said) == 1 else None

    def _goes_on(self, at: int) -> bool:
        """Whether a sentence stands in the same paragraph as the one before."""
        return at > 0 and self._report.in_one_paragraph(*self._report.sentences[at - 1 : at + 1])

    def _below(self, span: Span) -> Voice | None:
        """Who has the word for what the report tells of the same in its first sentences."""
        report = self._report
        told = self._concepts(span)
        below = [sentence for sentence in report.sentences if sentence.start >= span.end][:FIRST]
        shared = {
            n: sum(told[name] for name in told.keys() & self._concepts(one).keys()) for n, one in enumerate(below)
        }
        best = min(shared, key=lambda n: (-shared[n], n), default=None)
        if best is None or shared[best] < ALIKE * sum(told.values()):
            return None
        said = dict.fromkeys(item for _, item in report.contents.within(below[best]))
        longest = max(said, key=lambda item: sum(end - start for start, end in item.content), default=None)
        return self._saying(longest) if longest is not None else self.voice(below[best])

    def _concepts(self, span: Span) -> dict[str, float]:
        found = (one for word in self._report.words_in(span) for one in concepts_of(word, self._report.language))
        return {one.name: one.weight for one in found}

    def tallied(self, span: Span) -> Voice | None:
        """Who counts where the words at `span` have a number and the verb of it: "Die Polizei zählt 9.000", "nannte er
        die Zahl von 50.000"."""
        report = self._report
        at = report.number(span.start)
        if at < 0:
            return None
        sentence = report.sentences[at]
        numbers = [item.span.start for item in report.quantities.within(sentence)]
        if not any(span.start <= number < span.end for number in numbers):
            return None
        for pattern in _tallies(report.language):
            for found in pattern.finditer(report.text, sentence.start, sentence.end):
                number = next((start for start in numbers if start >= found.end("who")), None)
                near = number is not None and number - found.end() < NEAR
                if near and number is not None and (span.start <= number < span.end):
                    return self._naming(Span(*found.span("who")))
        return None

    def _acting(self, span: Span, sentence: Span, *, views: bool = True) -> Voice | None:
        """Whose own act the clause at `span` tells: "Die Gewerkschaft verlangt neun Prozent"; of a wish only somebody
        who speaks for himself in the report. Without `views` whoever only thinks so has no word for what follows."""
        report = self._report
        clause = span if has_verb(report.text, span, report.language) else _clause_at(span, sentence, report)
        acting = (self._naming(place) for place in subjects_of_acts(report.text, clause, report.language, views=views))
        found = next((voice for voice in acting if voice is not None), None)
        if found is not None or not views:
            return found
        wishing = (self._naming(place) for place in wishers(report.text, clause, report.language))
        return next((voice for voice in wishing if voice is not None and self._speaks(voice)), None)

    def _speaks(self, voice: Voice) -> bool:
        """Whether somebody says something somewhere in the report."""
        return not self._report.speakers.isdisjoint((voice.name, voice.body))

    def _by_that(self, sentence: Span) -> Voice | None:
        """Who speaks in a sentence that only says who did: "Das teilte das Gesundheitsamt am Mittwoch mit."."""
        found = _said_that(self._report.language).match(self._report.text, sentence.start, sentence.end)
        return self._naming(Span(*found.span("who"))) if found else None

    def _seen_by(self, span: Span, sentence: Span) -> Voice | None:
        """Who sees signs of it: "Auch er sieht Anzeichen dafür, dass …"."""
        found = _seeing(self._report.language).search(self._report.text, sentence.start, sentence.end)
        return self._naming(Span(*found.span("who"))) if found and span.start <= found.start("who") < span.end else None

    def _by_plan(self, span: Span, sentence: Span) -> Voice | None:
        """By whose plan it is to be: "nach Krolls Plan", "nach seinen Vorstellungen"."""
        report = self._report
        found = _by_plan(report.language).search(report.text, max(span.start, sentence.start), sentence.end)
        if found is None or found.start() >= span.end:
            return None
        return self._naming(Span(*found.span("who"))) if found["who"][:1].isupper() else self.before(sentence)

    def _is_attributed(self, sentence: Span) -> bool:
        return bool(self._report.contents.overlapping(sentence))


def _clause_at(span: Span, sentence: Span, report: Report) -> Span:
    """The clause of its own in which a place of a sentence stands."""
    cuts = [cut for cut in clauses_in(report.text, sentence, report.language) if sentence.start < cut < sentence.end]
    start = max((cut for cut in cuts if cut <= span.start), default=sentence.start)
    end = min((cut for cut in cuts if cut > span.start), default=sentence.end)
    return Span(start, end)


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
def _by_plan(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["by_plan"])


@cache
def _seeing(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["seeing"])


@cache
def _tallies(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, language.rules("comparing")["phrases"]["tallies"]))
