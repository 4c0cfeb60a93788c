"""Token, Phrase, Clause, Sentence, Quotation, Analysis: the parsed text, as an engine hands it over.

Everything refers to tokens by their index in `Analysis.tokens`, in half-open ranges `[first, last)`.
Tags are STTS (Schiller et al. 1999). Clauses follow the topological fields of German (Drach 1937; Höhle 1986).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lagebild.model.quick import Replacing, quick
from lagebild.model.span import Span
from lagebild.model.whereabouts import Whereabouts, whereabouts

# Agreement masks: one bit per case and gender or plural. Sets intersect with `&`, so a noun phrase's
# possible cases are those that all of its words allow.
NOMINATIVE, ACCUSATIVE, DATIVE, GENITIVE = 0x000F, 0x00F0, 0x0F00, 0xF000
MASCULINE, FEMININE, NEUTER, PLURAL = 0x1111, 0x2222, 0x4444, 0x8888
SINGULAR = MASCULINE | FEMININE | NEUTER
ANY = 0xFFFF


class Verb(NamedTuple):
    """What a finite verb form says. `mood`: "ind", "kon1", "kon2" or "imp"; `tense`: "pres" or "past"."""

    mood: str
    tense: str
    persons: str
    """The persons it may be: some of "123"."""
    numbers: str
    """The numbers it may be: some of "sp"."""


@quick
class Token(Replacing):
    """One word or mark. `agreement` is a mask of the possible case/gender/number, 0 where that makes no sense."""

    start: int
    end: int
    text: str
    tag: str
    lemma: str
    agreement: int = 0
    verb: Verb | None = None

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


@quick
class Sentence(Replacing):
    """Tokens `[first, last)`; `paragraph` counts from 0; a headline or standfirst line has `headline` set."""

    first: int
    last: int
    paragraph: int
    headline: bool = False


@quick
class Phrase(Replacing):
    """A noun phrase without what follows its head: article, adjectives, noun, close apposition, names.

    "der russische Präsident Wladimir Putin", "Nato-Generalsekretär Mark Rutte", "er". `head` is the token that
    carries the reference (the noun, or the last name of a person named without a noun before it). A preposition
    before it is not part of it but is noted. `agreement` is the mask that all its words share (never 0).
    """

    first: int
    last: int
    head: int
    agreement: int
    preposition: int | None = None


class ClauseKind(StrEnum):
    """How a clause is built."""

    MAIN = "main"
    """Verb second (or verb first), standing by itself."""
    V2 = "v2"
    """Verb second, dependent without a conjunction: "er sagte, *er komme*"."""
    SUB = "sub"
    """Introduced by a subordinating conjunction or a w-word, verb last."""
    REL = "rel"
    """A relative clause."""
    INF = "inf"
    """An infinitive with "zu"."""
    FRAGMENT = "fragment"
    """No verb: a headline, an exclamation, a caption."""


@quick
class Clause(Replacing):
    """One clause with its own predicate. A clause that is interrupted by others has several `parts`.

    `parts` are token ranges without embedded clauses and without the commas around them; `opener` is the
    conjunction, relative or w-word; `finite` the finite verb; `predicate` all tokens of the verb complex in text
    order, separated particle included; `lemma` the full verb with its particle ("vorwerfen"), auxiliaries and
    modals left aside; `modal` the modal verb's lemma. `subject`, `objects` are indexes into `Analysis.phrases`.
    `parent` is the clause it depends on.
    """

    kind: ClauseKind
    sentence: int
    parts: tuple[tuple[int, int], ...]
    opener: int | None
    finite: int | None
    predicate: tuple[int, ...]
    lemma: str
    modal: str | None
    passive: bool
    subject: int | None
    objects: tuple[int, ...]
    parent: int | None

    @property
    def first(self) -> int:
        """The first token of the clause."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """One past the last token of the clause."""
        return self.parts[-1][1]

    @property
    def arguments(self) -> tuple[int, ...]:
        """Subject and objects, as far as there are any."""
        return self.objects if self.subject is None else (self.subject, *self.objects)


class Quotation(NamedTuple):
    """Text between quotation marks: `outer` with the marks, `inner` without. `depth` 0 is outermost. A turn of an
    interview is a quotation without marks."""

    outer: Span
    inner: Span
    depth: int

    @property
    def is_turn(self) -> bool:
        """Whether it is a turn of an interview."""
        return self.outer == self.inner


class Furniture(NamedTuple):
    """Page text that is not the report, with the rule that recognised it."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the engine knows of one text. Furniture holds no tokens, so nothing is ever found in it."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...] = ()
    clauses: tuple[Clause, ...] = ()
    quotations: Sequence[Quotation] = ()
    furniture: Sequence[Furniture] = ()
    language: str = "und"
    phrase_of: tuple[int, ...] = ()
    """For each token the index of the phrase that holds it, -1 for none."""
    sentence_of: tuple[int, ...] = ()
    """For each token the index of its sentence."""
    clause_of: tuple[int, ...] = ()
    """For each token the index of the clause that it belongs to, -1 for punctuation between clauses."""
    extents: dict[tuple[int, bool], tuple[int, int]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """The extents of whole phrases that were asked for before: they are asked for again and again."""
    enumerations: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The same for the phrases that are joined to one."""

    _where: list[Whereabouts] = field(init=False, repr=False, compare=False, default_factory=list)

    @property
    def where(self) -> Whereabouts:
        """Where the tokens stand by their tags and words."""
        if not self._where:
            self._where.append(whereabouts(self.tokens))
        return self._where[0]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`, which must not be empty."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The text of the tokens `[first, last)` as it stands."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
