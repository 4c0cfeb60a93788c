"""Cues: the verbs, nouns and frames with which a language ascribes words and thoughts to somebody.

cue_verbs.tsv, one row for each way in which a verb reports:
  lemma    the infinitive, its particle joined: "vorwerfen", "mitteilen"
  sich     "" | "yes" (only with a reflexive pronoun reports) | "opt"
  with     further fixed words, alternatives between "|": "zu bedenken", "Ansicht|Meinung"; a word behind "=" must be
           there too but belongs to the content: "=Gefahr" for "sieht eine Gefahr"
  act      one of model.attribution.Act, or "-": with these words the verb does not report ("zu Haft verurteilen")
  takes    how the content may stand, see CONTENT_KINDS; p:X is a governed preposition (cue_words.toml lists
           them) whose object is content
  to       where addressee or target stands: dat, akk or p:X; empty for nowhere
  source   "" the subject; "doc" the subject, and only a document, survey or figure; "from" an aus-, in- or auf-phrase
  example  a sentence in the notation of language/notation.py

cue_nouns.tsv has lemma, act, takes and example in the same sense.

cue_frames.tsv, one row for each frame whose content is the clause around it:
  form     the frame as it is written, X for the source
  position pre | post (the source before or after the frame's word) | wrap | clause (a relative clause)
  source   how the source stands, see FRAME_SOURCES
  cue      which of the frame's words are the cue
"""

from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row
from lagebild.model.attribution import Act

PAIRS = ("akkals", "akkfür", "akkauf", "akkakk", "inakk")
CONTENT_KINDS = frozenset(
    (*PAIRS, "akkadj", "sich", "quote", "v2", "dass", "ob", "w", "zu", "wie", "akk", "akkq", "gen", "dat", "es")
)
"""quote: direct speech; v2: a verb-second clause; dass, ob, w: a clause so introduced; zu: an infinitive; wie: an
inserted "wie X sagt"; akk: an accusative phrase, akkq only where partly quoted; akkals, akkfür, akkauf, akkakk,
inakk: "X als Y", "X für Y", "X auf Y", "X (ein) Y", "in X ein Y"; akkadj, sich: "X gut", "sich betrogen"; gen, dat: a
phrase in that case; es: the impersonal "es heißt"."""

# The sign before a fixed word that belongs to the content, not to the cue.
IN_CONTENT = "="
POSITIONS = frozenset(("pre", "post", "wrap", "clause"))
FRAME_SOURCES = frozenset(
    ("np_nom", "np_gen", "np_dat", "np_acc", "np_dat_or_gen", "von", "possessive", "own", "noun", "none")
)


class CueVerb(NamedTuple):
    """One way in which a verb reports, or with `act` None does not; the fields are the columns of cue_verbs.tsv, and
    what follows from them."""

    lemma: str
    reflexive: str
    fixed: tuple[tuple[str, ...], ...]
    act: Act | None
    takes: frozenset[str]
    to: str
    source: str
    example: str
    prepositions: frozenset[str]
    """The prepositions whose object is content: "von" for "sprechen"."""
    beginnings: frozenset[str]
    """The first of the fixed words of each choice, without the sign of content."""


class CueNoun(NamedTuple):
    """A noun that introduces content."""

    lemma: str
    act: Act
    takes: frozenset[str]
    example: str

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that it governs: "nach" for "Forderung"."""
        return frozenset(kind[2:] for kind in self.takes if kind.startswith("p:"))


class CueFrame(NamedTuple):
    """A frame around the clause that it ascribes."""

    form: str
    position: str
    source: str
    cue: str
    act: Act
    example: str


class Cues(NamedTuple):
    """All cues of a language. Verbs by lemma: rows with fixed words first, then reflexive ones, then the rest."""

    verbs: dict[str, tuple[CueVerb, ...]]
    nouns: dict[str, CueNoun]
    frames: tuple[CueFrame, ...]


@cache
def cues(language: Language) -> Cues:
    """The cues of the language, read and checked once; of rows with the same key the user's wins.

    Raises ResourceError for a row that is not well formed.
    """
    prepositions = frozenset(language.rules("cue_words")["words"]["governed_prepositions"])
    verbs: dict[str, list[CueVerb]] = {}
    for row in language.table("cue_verbs", key=("lemma", "sich", "with", "act")):
        verb = _verb(row, prepositions)
        verbs.setdefault(verb.lemma, []).append(verb)
    nouns = {row["lemma"]: _noun(row, prepositions) for row in language.table("cue_nouns", key=("lemma",))}
    frames = tuple(_frame(row) for row in language.table("cue_frames", key=("form", "position")))
    ordered = {
        lemma: tuple(sorted(rows, key=lambda verb: (not verb.fixed, verb.reflexive != "yes")))
        for lemma, rows in verbs.items()
    }
    return Cues(ordered, nouns, frames)


def _verb(row: Row, prepositions: frozenset[str]) -> CueVerb:
    where = f"{row.where}, {row['lemma']!r}"
    _one_of(row["sich"], ("", "yes", "opt"), "sich", where)
    _one_of(row["source"], ("", "doc", "from"), "source", where)
    to = row["to"]
    if to and to not in ("dat", "akk"):
        _preposition(to, where, prepositions)
    fixed = tuple(tuple(choice.split()) for choice in row["with"].split("|") if choice.strip())
    takes = _kinds(row, where, prepositions)
    return CueVerb(
        row["lemma"],
        row["sich"],
        fixed,
        None if row["act"] == "-" else _act(row, where),
        takes,
        to,
        row["source"],
        row["example"],
        frozenset(kind[2:] for kind in takes if kind.startswith("p:")),
        frozenset(choice[0].removeprefix(IN_CONTENT) for choice in fixed),
    )


def _noun(row: Row, prepositions: frozenset[str]) -> CueNoun:
    where = f"{row.where}, {row['lemma']!r}"
    return CueNoun(row["lemma"], _act(row, where), _kinds(row, where, prepositions), row["example"])


def _frame(row: Row) -> CueFrame:
    where = f"{row.where}, {row['form']!r}"
    _one_of(row["position"], POSITIONS, "position", where)
    _one_of(row["source"], FRAME_SOURCES, "source", where)
    return CueFrame(row["form"], row["position"], row["source"], row["cue"], _act(row, where), row["example"])


def _act(row: Row, where: str) -> Act:
    try:
        return Act(row["act"])
    except ValueError:
        raise ResourceError(f"{where}: there is no act {row['act']!r}") from None


def _kinds(row: Row, where: str, prepositions: frozenset[str]) -> frozenset[str]:
    kinds = frozenset(row["takes"].split())
    if not kinds:
        raise ResourceError(f"{where}: it takes no content")
    for kind in kinds - CONTENT_KINDS:
        _preposition(kind, where, prepositions)
    return kinds


def _preposition(kind: str, where: str, prepositions: frozenset[str]) -> None:
    if not kind.startswith("p:") or kind[2:] not in prepositions:
        raise ResourceError(f"{where}: {kind!r} is neither a kind of content nor a preposition")


def _one_of(value: str, allowed: frozenset[str] | tuple[str, ...], column: str, where: str) -> None:
    if value not in allowed:
        raise ResourceError(f"{where}: {value!r} cannot stand in the column {column!r}")
