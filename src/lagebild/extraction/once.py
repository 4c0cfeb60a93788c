"""Once: what several stages ask of one document, made for the first of them and kept until another document comes."""

from collections.abc import Callable
from typing import Generic, TypeVar

from lagebild.language.load import Language
from lagebild.model.findings import Findings

Made = TypeVar("Made")


class Once(Generic[Made]):
    """Makes something of findings and gives it again while what `by` takes out of them is the very same.

    What is made must be safe to share. One result is kept, so memory does not grow with the number of documents.
    """

    def __init__(
        self, make: Callable[[Findings, Language], Made], *, by: Callable[[Findings], tuple[object, ...]]
    ) -> None:
        self._make = make
        self._by = by
        self._kept: tuple[tuple[object, ...], Made] | None = None

    def __call__(self, findings: Findings, language: Language) -> Made:
        """What is made of these findings."""
        asked = (language, *self._by(findings))
        kept = self._kept
        if kept is not None and all(one is other for one, other in zip(kept[0], asked, strict=True)):
            return kept[1]
        made = self._make(findings, language)
        self._kept = (asked, made)
        return made
