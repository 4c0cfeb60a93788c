"""Forms: whether a word is one of many forms, most of them plain words, the others expressions."""

import re
from collections.abc import Iterable

from lagebild.extraction.times.openings import opening, openings

# What makes an expression of a form, when it stands there anywhere.
SPECIAL = re.compile(r"[\\.?*+{}()\[\]|^$]")
ANY = ""


class Forms:
    """Each question costs a look-up, and an expression where one may begin with the word's first letter."""

    def __init__(self, forms: Iterable[str]) -> None:
        """The forms are words and expressions; alternatives only in parentheses."""
        self._plain: set[str] = set()
        self._by_letter: dict[str, list[str]] = {}
        """The expressions by the letters with which what they match begins; by ANY those of which nothing is known."""
        self._compiled: dict[str, re.Pattern[str]] = {}
        for form in forms:
            if SPECIAL.search(form):
                for letter in openings(form) or (ANY,):
                    self._by_letter.setdefault(letter, []).append(form)
            else:
                self._plain.add(form)

    def __contains__(self, word: str) -> bool:
        return word in self._plain or self._matches(opening(word[:1]), word) or self._matches(ANY, word)

    def _matches(self, letter: str, word: str) -> bool:
        if letter not in self._by_letter:
            return False
        expression = self._compiled.get(letter)
        if expression is None:
            expression = self._compiled[letter] = re.compile("|".join(self._by_letter[letter]))
        return expression.fullmatch(word) is not None
