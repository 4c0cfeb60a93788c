"""Shared: what the stages of events and of records work out of one document, whatever events it has."""

from lagebild.extraction.events.clause_words import ClauseWords
from lagebild.extraction.events.ground import ground_of
from lagebild.extraction.events.held import Held
from lagebild.extraction.events.parties import Parties
from lagebild.extraction.events.roll import Roll
from lagebild.extraction.once import Once
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Analysis, Clause
from lagebild.model.event import Party
from lagebild.model.findings import Findings
from lagebild.model.near import Near

# How many different words of politics that may stand in any report a report on crime has that is one on politics.
POLITICAL = 3
# How many different words of sport a report on sport has at least: nine in ten such reports have more, one in a
# hundred of politics.
SPORTING = 5


class Shared:
    """Made once for a document. What stages remember in it follows from the document alone."""

    def __init__(self, findings: Findings, language: Language) -> None:
        assert findings.analysis is not None
        self.analysis: Analysis = findings.analysis
        self.entities = {entity.key: entity for entity in findings.entities}
        self.ground = ground_of(findings, language)
        self.clause_words = ClauseWords(self.analysis.tokens)
        self.held = Held(findings.attributions)
        self.parties = Parties(self.ground, language, speaking=self.held.speaking)
        self.timexes = Near(findings.timexes, lambda timex: timex.span)
        cues = ((span, index) for index, said in enumerate(findings.attributions) for span in said.cue)
        self.cues = Near(cues, lambda cue: cue[0])
        parts = ((quantity.part_of, quantity) for quantity in findings.quantities if quantity.part_of is not None)
        self.parts = Near(parts, lambda part: part[0])
        self.mentions = Near(findings.mentions, lambda mention: mention.span)
        self.places = Near(findings.places, lambda place: place.span)
        self.quantities = Near(findings.quantities, lambda quantity: quantity.span)
        self.framing: frozenset[int] | None = None
        """The phrases that tell whose account it is; None until somebody has looked for them."""
        self.prepositions: dict[int, str] = {}
        self.subjects: dict[int, tuple[Clause, int | None]] = {}
        """By where a clause lies in memory, with the clause itself: rules ask again, and to compare clauses is dear."""
        self.speaking: dict[str, tuple[Party, ...]] = {}
        """By the keys of attributions the sides that speak, as far as somebody has asked."""
        self._words = word_lists(language, "events")
        self._roll: Roll | None = None
        self._political: bool | None = None
        self._sport: bool | None = None

    @property
    def roll(self) -> Roll:
        """Which clauses have a verb and which phrases a noun; made when it is asked for first."""
        if self._roll is None:
            self._roll = Roll(self.analysis.tokens, self.analysis.phrases, self.analysis.clauses)
        return self._roll

    def is_political(self) -> bool:
        """Whether the report tells of political violence or protest, so that police work in it is political too."""
        if self._political is None:
            found = self._lemmas("NN", "NE", "ADJA", "ADJD")
            surely, perhaps = found & self._words["surely_political"], found & self._words["political"]
            self._political = bool(surely) or len(perhaps) >= POLITICAL
        return self._political

    def is_sport(self) -> bool:
        """Whether the report is on sport: it has several words of sport, and more of them than of the state."""
        if self._sport is None:
            found = self._lemmas("NN", "NE")
            sport, state = found & self._words["sport"], found & self._words["state_words"]
            self._sport = len(sport) >= SPORTING and len(sport) > len(state)
        return self._sport

    def _lemmas(self, *tags: str) -> set[str]:
        tokens = self.analysis.tokens
        return {tokens[i].lemma.lower() for i in self.analysis.where.tagged(*tags)}


shared_of = Once(
    Shared,
    by=lambda findings: (
        findings.document, findings.analysis, findings.timexes, findings.quantities, findings.entities,
        findings.mentions, findings.places, findings.attributions,
    ),
)  # fmt: skip
