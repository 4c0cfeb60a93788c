"""Forms: whether a word is one of many forms, most of them plain words, the others expressions."""

import re
from collections.abc import Iterable

# What makes an expression of a form, when it stands there anywhere; a quantifier may spare the letter before it.
SPECIAL = re.compile(r"[\\.?*+{}()\[\]|^$]")
QUANTIFIERS = ("?", "*", "{")
ANY = ""


class Forms:
    """Each question costs a look-up, and an expression where one may begin with the word's first letter."""

    def __init__(self, forms: Iterable[str]) -> None:
        """The forms are words and expressions; alternatives only in parentheses."""
        self._plain: set[str] = set()
        self._by_letter: dict[str, list[str]] = {}
        """The expressions by the letter with which all that they match begins; ANY where that is not one letter."""
        self._compiled: dict[str, re.Pattern[str]] = {}
        for form in forms:
            if SPECIAL.search(form):
                self._by_letter.setdefault(_first_letter(form), []).append(form)
            else:
                self._plain.add(form)

    def __contains__(self, word: str) -> bool:
        return word in self._plain or self._matches(word[:1], word) or self._matches(ANY, word)

    def _matches(self, letter: str, word: str) -> bool:
        if letter not in self._by_letter:
            return False
        expression = self._compiled.get(letter)
        if expression is None:
            expression = self._compiled[letter] = re.compile("|".join(self._by_letter[letter]))
        return expression.fullmatch(word) is not None


def _first_letter(form: str) -> str:
    return ANY if SPECIAL.match(form) or form[1:2] in QUANTIFIERS else form[0]
