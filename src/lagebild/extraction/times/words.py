"""The words of time: the tables of times_words.tsv, and what a word of a table is worth."""

import re
from dataclasses import dataclass, field
from functools import cache

from lagebild.errors import ResourceError
from lagebild.extraction.times.openings import Letters, alternatives, openings
from lagebild.language.load import Language

TABLE = "times_words"
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Words:
    """Named lists of word forms with their values."""

    tables: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    patterns: dict[str, str]
    openings: dict[str, Letters]
    """With which letters the forms of each table begin."""
    known: dict[tuple[str, str], str | None] = field(default_factory=dict, compare=False, repr=False)
    """Words met before, so that a table is searched once for each."""

    def pattern(self, table: str) -> str:
        """An alternation of all forms of the table; raises ResourceError when there is no such table."""
        try:
            return self.patterns[table]
        except KeyError:
            raise ResourceError(f"{TABLE}.tsv has no table {table!r}") from None

    def literals(self, table: str) -> set[str]:
        """The single words of those forms that are written as several."""
        return {
            word
            for pattern, _ in self.tables[table]
            if " " in pattern.pattern
            for form in pattern.pattern.split("|")
            for word in re.findall(r"[^\W\d_]+", form)
        }

    def look_up(self, table: str, text: str) -> str | None:
        """What the word is worth, or None when the table does not have it."""
        key = (table, text)
        if key not in self.known:
            if len(self.known) > REMEMBERED:
                self.known.clear()
            self.known[key] = self._look_up(table, text)
        return self.known[key]

    def _look_up(self, table: str, text: str) -> str | None:
        for pattern, value in self.tables[table]:
            if pattern.fullmatch(text):
                return self._joined(table, text) if value == "=joined" else _worth(value, text)
        return None

    def _joined(self, table: str, text: str) -> str:
        """A number word that says its ones before its tens: its parts are words of the same table."""
        joint = self.value("joint", "joint")
        ones, _, tens = text.partition(joint)
        return str(int(self.value(table, ones)) + int(self.value(table, tens)))

    def value(self, table: str, text: str) -> str:
        """What the word is worth: a month's number, a unit's letter, a count."""
        worth = self.look_up(table, " ".join(text.split()))
        if worth is None:
            raise ResourceError(f"{TABLE}.tsv: {text!r} is not in table {table!r}")
        return worth


def _worth(value: str, text: str) -> str:
    if value == "=":
        return text
    if value == "=2":
        return text.zfill(2)
    if value == "=n":
        return re.sub(r"[.\s](?=\d{3})", "", text).replace(",", ".")
    return value


@cache
def words_of(language: Language) -> Words:
    """The language's tables, compiled once."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for row in language.table(TABLE):
        try:
            re.compile(row["form"])
        except re.error as problem:
            raise ResourceError(f"{TABLE}.tsv: form {row['form']!r}: {problem}") from problem
        forms.setdefault(row["table"], []).append((row["form"], row["value"]))
    tables = {name: tuple((re.compile(form), value) for form, value in rows) for name, rows in forms.items()}
    # Longer forms first: "einundzwanzig" before "ein", so that no alternative hides a longer one.
    patterns = {
        name: "|".join(sorted((part for form, _ in rows for part in alternatives(form)), key=lambda p: (-len(p), p)))
        for name, rows in forms.items()
    }
    return Words(tables, patterns, {name: openings(pattern) for name, pattern in patterns.items()})
