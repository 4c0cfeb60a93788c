"""Which agencies a report gives credit to: "(dpa)" behind the last sentence, "KIEW (AFP) –", "Mit Material von epd"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.span import Span

FIELD_FORMS = ("author", "publisher")
"""Forms of a credit that stands in what is known of the document, not in its text."""
_PARTED = re.compile(r"[\w-]+")
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"(?:\\\s)+")


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that is named as the text's maker. `form` is a rule of credits.toml, or "author" or "publisher" where
    the credit stands in that field: `span` is None then."""

    agency: str
    form: str
    span: Span | None


class Forms(NamedTuple):
    """The rules of a language, compiled: by name, and the agency of each mark in small letters."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    agencies: dict[str, str]
    words: tuple[frozenset[str], ...]
    """The words of each mark, in small letters."""


def credits_of(document: Document, language: Language) -> tuple[Credit, ...]:
    """The credits of the text in order, then those of the author's and publisher's names; each agency once a form.

    Pictures' credits ("Foto: dpa") and agencies that are only quoted ("sagte er der AFP") are none.
    """
    forms = credit_forms(language)
    found: dict[tuple[str, str], Credit] = {}
    for credit in _in_text(document.text, forms):
        found.setdefault((credit.agency, credit.form), credit)
    in_text = sorted(found.values(), key=lambda credit: credit.span or Span(0, 0))
    return (*in_text, *_in_fields(document, forms))


def is_agency(name: str | None, language: Language) -> bool:
    """Whether somebody of that name is an agency itself ("dpa", "Deutsche Presse-Agentur")."""
    return bool(name) and _plain(name or "") in credit_forms(language).agencies


@cache
def credit_forms(language: Language) -> Forms:
    """The rules of credits.toml with the marks of agencies.tsv. Raises ResourceError for a wrong pattern."""
    marks: dict[str, str] = {}
    for row in language.table("agencies", key=("agency",)):
        marks |= dict.fromkeys((row["agency"], *filter(None, row["marks"].split("|"))), row["agency"])
    written = "|".join(_SPACES.sub(r"\\s+", mark) for mark in map(re.escape, sorted(marks, key=_longest_first)))
    exact = f"(?<![\\w-])(?:{written})(?![\\w-])"
    patterns = []
    for rule in language.rules("credits").get("rule", []):
        try:
            pattern = rule["pattern"].replace("{marks}", exact).replace("{anycase}", f"(?i:{exact})")
            patterns.append((rule["name"], re.compile(pattern, re.MULTILINE | re.VERBOSE)))
        except (KeyError, re.error) as problem:
            raise ResourceError(f"credits.toml, rule {rule.get('name')!r}: {problem}") from problem
    words = dict.fromkeys(frozenset(_WORD.findall(mark.casefold())) for mark in marks)
    return Forms(tuple(patterns), {_plain(mark): agency for mark, agency in marks.items()}, tuple(words))


def _longest_first(mark: str) -> tuple[int, str]:
    return -len(mark), mark


def _in_text(text: str, forms: Forms) -> Iterator[Credit]:
    # Few reports have the words of a mark anywhere, and asking for them takes a tenth of the time of the rules.
    here = set(_WORD.findall(text.casefold()))
    if not any(mark <= here for mark in forms.words):
        return
    for name, pattern in forms.patterns:
        for match in pattern.finditer(text):
            span = next(Span(*match.span(group)) for group in pattern.groupindex if match.group(group))
            for agency in _agencies(span.of(text), forms):
                yield Credit(agency, name, span)


def _in_fields(document: Document, forms: Forms) -> Iterator[Credit]:
    for form, value in zip(FIELD_FORMS, (document.author, document.publisher), strict=True):
        for agency in _agencies(value or "", forms):
            yield Credit(agency, form, None)


def _agencies(words: str, forms: Forms) -> tuple[str, ...]:
    """The agencies named in a credit or a byline, each once, in order."""
    parts = [_plain(part) for part in _PARTED.findall(words)]
    found: dict[str, None] = {}
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + 4), start, -1):
            agency = forms.agencies.get(" ".join(parts[start:end]))
            if agency:
                found[agency] = None
                start = end
                break
        else:
            start += 1
    return tuple(found)


def _plain(mark: str) -> str:
    return " ".join(mark.casefold().split())
