"""The Engine protocol: text in, tagged sentences out; phrases and clauses are always ours."""

from collections.abc import Sequence
from typing import Protocol

from lagebild.language.load import Language
from lagebild.model.analysis import Furniture, Quotation, Sentence, Token


class Engine(Protocol):
    """Anything that splits text into sentences and tags their words in STTS."""

    def tagged(
        self, text: str, furniture: Sequence[Furniture], quotations: Sequence[Quotation], language: Language
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """The tokens outside furniture, with offsets into `text`, and the sentences that they make up, in order."""
        ...


def engine_named(name: str) -> Engine:
    """The engine of that name: "own", or else a spaCy pipeline by package name or path.

    Raises UsageError where spaCy or the pipeline is not installed.
    """
    if name == "own":
        from lagebild.analysis.engines.own import OwnEngine

        return OwnEngine()
    from lagebild.analysis.engines.spacy import SpacyEngine

    return SpacyEngine(name)
