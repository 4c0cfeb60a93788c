"""The tables of the languages that reports are in; a report in a language without tables has none."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lagebild.language.load import Language, Row, languages
from lagebild.model.holding import Holding


@lru_cache(maxsize=64)
def language_of(code: str) -> Language | None:
    """The language with that code, None where nothing is known of it."""
    return Language(code) if code in languages() else None


def names_of_codes(holdings: Iterable[Holding]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each code of a state or organisation with its usual name and its other names, in the languages of the reports."""
    for row in rows_of_codes(sorted({holding.findings.document.language for holding in holdings})):
        yield row["code"], row["name"], tuple(name for name in row["variants"].split("|") if name)


def rows_of_codes(codes: Iterable[str]) -> Iterator[Row]:
    """The rows of states and organisations in the languages with these codes, as far as there are tables for them."""
    for language in filter(None, map(language_of, codes)):
        for table in ("states", "organisations"):
            yield from language.table(table)
