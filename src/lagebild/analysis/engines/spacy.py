"""Adapter: a spaCy pipeline of the user's as an engine; sentences stay ours, tags, lemmas and forms are its."""

from collections.abc import Sequence
from typing import Any

from lagebild.analysis.sentences import split_sentences
from lagebild.analysis.tagger import tagger
from lagebild.analysis.word import Reading
from lagebild.errors import UsageError
from lagebild.language.load import Language
from lagebild.model.analysis import Furniture, Quotation, Sentence, Token, Verb

MOODS = {"Ind": "ind", "Imp": "imp"}


class SpacyEngine:
    """Runs `spacy.load(name)` on each sentence and reads `tag_` (STTS), `lemma_` and `morph` (Universal Features).

    What the pipeline leaves empty is taken from our own lexicon, so that a pipeline with a tagger alone will do.
    """

    def __init__(self, name: str) -> None:
        try:
            import spacy
        except ImportError as problem:
            raise UsageError(f"engine {name!r}: spaCy is not installed (pip install 'lagebild[spacy]')") from problem
        try:
            self.pipeline: Any = spacy.load(name)
        except OSError as problem:
            raise UsageError(f"engine {name!r}: spaCy has no such pipeline: {problem}") from problem

    def tagged(
        self, text: str, furniture: Sequence[Furniture], quotations: Sequence[Quotation], language: Language
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """As the Engine protocol says."""
        own = tagger(language)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        pieces = split_sentences(text, furniture, quotations, language)
        parsed = self.pipeline.pipe(text[piece.span.start : piece.span.end] for piece in pieces)
        for piece, document in zip(pieces, parsed, strict=True):
            words = [word for word in document if not word.is_space]
            readings = own.tag([word.text for word in words])
            first = len(tokens)
            for word, reading in zip(words, readings, strict=True):
                start = piece.span.start + word.idx
                tokens.append(_token(word, start, reading))
            if len(tokens) > first:
                sentences.append(Sentence(first, len(tokens), piece.paragraph, piece.headline))
        return tuple(tokens), tuple(sentences)


def _token(word: Any, start: int, reading: Reading) -> Token:
    tag = word.tag_ or reading.tag
    verb = _verb(word.morph, reading.verb) if tag.endswith(("FIN", "IMP")) else None
    lemma = word.lemma_ or reading.lemma
    agreement = reading.agreement
    return Token(start, start + len(word.text), word.text, tag, lemma, agreement, verb)


def _verb(morph: Any, ours: Verb | None) -> Verb:
    mood = next(iter(morph.get("Mood")), "")
    tense = "past" if "Past" in morph.get("Tense") else "pres"
    if not mood:
        return ours or Verb("ind", tense, "123", "sp")
    told = MOODS.get(mood) or ("kon2" if tense == "past" else "kon1")
    persons = "".join(morph.get("Person")) or (ours.persons if ours else "123")
    numbers = "".join({"Sing": "s", "Plur": "p"}.get(number, "") for number in morph.get("Number")) or "sp"
    return Verb(told, tense, persons, numbers)
