"""CueLexicon: the cue verbs, nouns and frames of a language, indexed for the rules."""

from functools import cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.model.attribution import Act


class VerbCue(NamedTuple):
    """One way in which a verb introduces content; columns as in cue_verbs.tsv."""

    lemma: str
    reflexive: str
    fixed: tuple[tuple[str, ...], ...]
    act: Act
    takes: frozenset[str]
    to: str


class NounCue(NamedTuple):
    """A noun that introduces content; columns as in cue_nouns.tsv."""

    lemma: str
    act: Act
    takes: frozenset[str]


class CueLexicon(NamedTuple):
    """Everything the attribution rules know of a language."""

    verbs: dict[str, tuple[VerbCue, ...]]
    nouns: dict[str, NounCue]
    words: dict[str, frozenset[str]]
    """Named word lists of cue_words.toml."""

    @property
    def sentence_ends(self) -> frozenset[str]:
        """Marks that end a sentence."""
        return self.words["sentence_ends"]

    @property
    def title_bearers(self) -> frozenset[str]:
        """Nouns that a quoted name or title follows: "die Zeitung „…“", "das Schiff „…“"."""
        return self.words["title_bearers"]

    @property
    def expletive(self) -> str:
        """The pronoun of impersonal speech: "es" in "heißt es"."""
        return next(iter(self.words["expletive"]))

    @property
    def media(self) -> frozenset[str]:
        """Words that are names of media."""
        return self.words["media"]


@cache
def cue_lexicon(language: Language) -> CueLexicon:
    """The lexicon of the language, read once."""
    verbs: dict[str, list[VerbCue]] = {}
    for row in language.table("cue_verbs", key=("lemma", "sich", "with", "act")):
        cue = VerbCue(
            row["lemma"],
            row["sich"],
            tuple(tuple(choice.split()) for choice in row["with"].split("|") if choice.strip()),
            Act(row["act"]),
            frozenset(row["takes"].split()),
            row["to"],
        )
        verbs.setdefault(cue.lemma, []).append(cue)
    nouns = {
        row["lemma"]: NounCue(row["lemma"], Act(row["act"]), frozenset(row["takes"].split()))
        for row in language.table("cue_nouns", key=("lemma",))
    }
    words = {name: frozenset(entries) for name, entries in language.rules("cue_words")["words"].items()}
    # Cues with fixed words are the more specific reading: they are tried first.
    ordered = {lemma: tuple(sorted(cues, key=lambda cue: not cue.fixed)) for lemma, cues in verbs.items()}
    return CueLexicon(ordered, nouns, words)
