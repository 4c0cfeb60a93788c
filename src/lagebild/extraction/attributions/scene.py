"""Scene: one document's analysis with the indexes that the attribution rules ask for."""

from bisect import bisect_left
from typing import NamedTuple

from lagebild.extraction.attributions.lexicon import CueLexicon
from lagebild.extraction.attributions.quoted_titles import quoted_titles
from lagebild.extraction.attributions.subjects import with_speaking_subject
from lagebild.extraction.entities.known import known
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.model.analysis import (
    GENITIVE,
    NOMINATIVE,
    Analysis,
    Clause,
    Phrase,
    Sentence,
    Token,
)
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.span import Span
from lagebild.model.timex import Timex

# How many words a name in quotation marks has at the most.
LONGEST_NAME = 4
# Clauses that depend on one another go no deeper than this in any report.
DEEPEST = 24
COLON = frozenset((":",))

Range = tuple[int, int]
"""Tokens `[first, last)`."""


class Quote(NamedTuple):
    """An outermost quotation as tokens: `first` and `last` bound its inner text; `spoken` where it holds
    speech or a quoted wording, not merely a name or a title."""

    first: int
    last: int
    spoken: bool
    complete: bool
    """It holds a clause of its own (a finite verb) or ends like a sentence."""
    turn: bool = False
    """It is a turn of an interview, without quotation marks."""


class Scene:
    """Read-only view on one analysed document; built once, asked by every rule."""

    def __init__(self, findings: Findings, lexicon: CueLexicon) -> None:
        assert findings.analysis is not None
        analysis: Analysis = findings.analysis
        self.findings = findings
        self.lexicon = lexicon
        self.known = known(Language(analysis.language))
        self.analysis = analysis
        self.text = analysis.text
        self.tokens: tuple[Token, ...] = analysis.tokens
        self.sentences: tuple[Sentence, ...] = analysis.sentences
        self.phrases: tuple[Phrase, ...] = analysis.phrases
        size = len(self.tokens)
        self.sentence_of = analysis.sentence_of
        self.clause_of = analysis.clause_of
        self.phrase_of = analysis.phrase_of
        self.starts = analysis.where.starts
        self.with_colon = frozenset(self.sentence_of[i] for i in analysis.where.written(COLON))
        """The sentences that have a colon."""
        self.quotations = Near(analysis.quotations, lambda quotation: quotation.outer)
        """Those of any depth."""
        self.timexes = Near(findings.timexes, lambda timex: timex.span)
        self.mentions = Near(findings.mentions, lambda mention: mention.span)
        self.kinds = {entity.key: entity.kind for entity in findings.entities}
        self._titles = quoted_titles(analysis, self.starts)
        self.quotes: list[Quote] = []
        self.quote_of = [-1] * size
        for quotation in analysis.quotations:
            if quotation.depth == 0:
                self._add_quote(quotation.inner, turn=quotation.is_turn)
        self.clauses: list[Clause] = list(analysis.clauses)
        for k in range(len(self.clauses)):
            self.clauses[k] = with_speaking_subject(self, self.clauses, k)
        self.clauses_in: list[list[int]] = [[] for _ in self.sentences]
        for index, clause in enumerate(self.clauses):
            self.clauses_in[clause.sentence].append(index)

    def speaks(self, phrase: Phrase) -> bool:
        """Whether the phrase names somebody or something that can speak: a name, a pronoun, a role, a body, a text."""
        head = self.tokens[phrase.head]
        if head.tag != "NN":
            return True
        words = self.known.words
        return (
            self.known.kind_of(head.lemma) is not None
            or head.lemma in words["documents"]
            or head.text in self.known.bodies
            or head.text in self.known.synonyms
            or any(self.tokens[i].tag == "NE" for i in range(phrase.head + 1, phrase.last))
        )

    def kind(self, phrase: Phrase) -> str | None:
        """What the phrase's noun describes: "person", "organisation", "group", "medium"; None for anything else."""
        found = self.known.kind_of(self.tokens[phrase.head].lemma) if self.tag(phrase.head) == "NN" else None
        return found[0] if found else None

    def is_thing(self, phrase: Phrase) -> bool:
        """Whether the phrase plainly names what cannot speak: an abstract noun that is no body and no text."""
        head = self.tokens[phrase.head]
        if head.tag != "NN" or self.speaks(phrase):
            return False
        return ends_in(head.lemma.lower(), self.known.words["thing_endings"])

    def is_owned(self, k: int) -> bool:
        """Whether "dessen" or "deren" stands right before the phrase."""
        return self.word(self.phrases[k].first - 1).lower() in self.lexicon.words["owning_pronouns"]

    def is_attached(self, k: int) -> bool:
        """Whether the phrase hangs on the word before it and is no object of its own: a genitive, the second half of
        a coordination, what is compared ("Bräuche wie *Fasching*") or measured ("zwei Millionen *Euro*"), the rest of
        a quoted name."""
        phrase = self.phrases[k]
        before = phrase.first - 1
        quote = self.quote_of[phrase.first]
        if quote >= 0 and self.quotes[quote].first <= before and not self.quotes[quote].complete:
            return True
        while before >= 0 and self.tokens[before].tag == "$(":
            before -= 1
        if before < 0 or self.sentence_of[before] != self.sentence_of[phrase.first]:
            return False
        tag, determiner = self.tokens[before].tag, self.tokens[phrase.first].tag
        if tag in ("KON", "KOKOM"):
            return self.analysis.clauses[self.clause_of[before]].first != before
        if tag in ("NE", "FM") and determiner in ("CARD", "FM"):
            return True
        if tag == "CARD" or self.tokens[before].lemma in self.lexicon.words["number_nouns"]:
            return determiner in ("NN", "NE", "TRUNC")
        if tag not in ("NN", "NE", "ADJA") or not phrase.agreement & GENITIVE:
            return False
        if determiner == "PIAT":
            return not phrase.agreement & NOMINATIVE
        return determiner in ("ART", "PPOSAT", "PDAT", "ADJA")

    def _add_quote(self, inner: Span, *, turn: bool) -> None:
        first = bisect_left(self.starts, inner.start)
        last = bisect_left(self.starts, inner.end)
        if first >= last:
            return
        complete = any(self.tokens[i].verb is not None for i in range(first, last))
        ends = self.tokens[last - 1].text in self.lexicon.words["sentence_ends"]
        titled = inner in self._titles
        spoken = turn or (not titled and (complete or ends or not self._is_name(first, last)))
        index = len(self.quotes)
        complete = turn or (not titled and (complete or (ends and last - first > 2)))
        self.quotes.append(Quote(first, last, spoken, complete, turn))
        self.quote_of[first:last] = [index] * (last - first)

    def _is_name(self, first: int, last: int) -> bool:
        """Whether quotation marks enclose a name or title only: a paper, a ship, a programme."""
        tags = {self.tokens[i].tag for i in range(first, last)}
        if tags <= {"NE", "FM", "CARD", "TRUNC"}:
            return True
        # The marks and one blank stand before the inner text: look at the word in front of them.
        before = first - 2
        if before >= 0 and self.tokens[before].lemma in self.lexicon.words["title_bearers"]:
            return True
        words = {self.tokens[i].text for i in range(first, last)}
        if words & self.lexicon.words["media"] and last - first <= LONGEST_NAME:
            return True
        return self.analysis.words(first, last) in self.known.bodies or self._is_titled(before, first, last)

    def _is_titled(self, before: int, first: int, last: int) -> bool:
        """As in "das „Wall Street Journal“": capitals alone behind a bare article are a name; said words bring their
        own article or adjective along."""
        if before < 0 or self.tokens[before].tag not in ("ART", "APPRART") or last - first > LONGEST_NAME:
            return False
        return last - first > 1 and all(self.tokens[i].text[:1].isupper() for i in range(first, last))

    def timexes_near(self, span: Span) -> list[Timex]:
        """The time expressions that share a code point with the span."""
        return self.timexes.overlapping(span)

    # ---- questions -------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def tag(self, index: int) -> str:
        """The tag of a token, "" outside the text."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def word(self, index: int) -> str:
        """The text of a token, "" outside the text."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_mark(self, index: int) -> bool:
        """Whether the token is punctuation of any kind."""
        return self.tokens[index].tag.startswith("$")

    def skip_marks(self, index: int, end: int) -> int:
        """The first token at or after `index` that is no punctuation, at most `end`."""
        while index < end and self.is_mark(index):
            index += 1
        return index

    def skip_brackets(self, index: int, end: int) -> int:
        """The token behind the bracket that opens at `index`: "(SPD)"; `index` where none does or it stays open."""
        if self.word(index) != "(":
            return index
        return next((i + 1 for i in range(index, end) if self.word(i) == ")"), index)

    def mood(self, clause: Clause) -> str:
        """The mood of the clause's finite verb, "" without one."""
        if clause.finite is None:
            return ""
        verb = self.tokens[clause.finite].verb
        return verb.mood if verb else ""

    def opens_told(self, token: int) -> bool:
        """Whether what is told begins with the token: "dass", "ob"."""
        word = self.word(token).lower()
        return word in self.lexicon.words["that"] or word in self.lexicon.words["whether"]

    def ancestors(self, index: int) -> list[int]:
        """The clause itself and the clauses that it depends on, inner to outer."""
        chain: list[int] = []
        current: int | None = index
        while current is not None and current not in chain and len(chain) < DEEPEST:
            chain.append(current)
            current = self.clauses[current].parent
        return chain

    def depends_on(self, index: int, other: int) -> bool:
        """Whether the clause `index` is or depends on the clause `other`."""
        return other in self.ancestors(index)
