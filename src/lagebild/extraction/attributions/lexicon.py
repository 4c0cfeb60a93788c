"""CueLexicon: the cue verbs, nouns, frames and word lists of a language, indexed for the rules."""

from functools import cache
from typing import NamedTuple

from lagebild.language.cues import CueNoun, CueVerb, cues
from lagebild.language.load import Language
from lagebild.model.attribution import Act

# Frames that begin or end with a word whose noun carries a source of its own: "nach Angaben von X".
BEARING_SOURCES = ("np_gen", "von", "possessive", "own")


class CueLexicon(NamedTuple):
    """Everything the attribution rules know of a language."""

    verbs: dict[str, tuple[CueVerb, ...]]
    nouns: dict[str, CueNoun]
    bearers: dict[tuple[str, str], Act]
    """Preposition and noun of frames that have a source beside them: ("nach", "Angaben"), ("aus", "Sicht")."""
    ownerless: frozenset[str]
    """Nouns before a postposition that have no owner: "Vernehmen" in "dem Vernehmen nach"."""
    words: dict[str, frozenset[str]]
    """Named word lists of cue_words.toml."""
    moods: dict[str, CueVerb]
    """The adjectives that with "sein" tell what somebody thinks of something, each with its row."""

    @property
    def expletive(self) -> str:
        """The pronoun of impersonal speech: "es" in "heißt es"."""
        return min(self.words["expletive"])


@cache
def cue_lexicon(language: Language) -> CueLexicon:
    """The lexicon of the language, read once."""
    table = cues(language)
    words = {name: frozenset(entries) for name, entries in language.rules("cue_words")["words"].items()}
    bearers: dict[tuple[str, str], Act] = {}
    openers = words["bearing_prepositions"] | words["frame_prepositions"] | words["frame_postpositions"]
    for frame in table.frames:
        if frame.source in BEARING_SOURCES:
            opener, closer = frame.form.split()[0].lower(), frame.form.split()[-1].lower()
            if opener not in openers and closer not in openers:
                continue
            preposition = opener if opener in words["bearing_prepositions"] else min(words["frame_nach"])
            for word in frame.cue.replace("|", " ").split():
                if word[0].isupper():
                    bearers.setdefault((preposition, word), frame.act)
    ownerless = frozenset(
        frame.cue for frame in table.frames if frame.source == "none" and frame.form.split()[-1] in words["frame_nach"]
    )
    rows = (row for lemma in sorted(words["copula"]) for row in table.verbs.get(lemma, ()))
    moods = {choice[0]: row for row in rows if row.prepositions for choice in row.fixed if len(choice) == 1}
    return CueLexicon(table.verbs, table.nouns, bearers, ownerless, words, moods)
